// What stands around every view.
import {useEffect, useRef, useState} from 'preact/hooks';
import {hasToken, setToken, tokenWanted} from './api/token';
import {refresh} from './api/resource';
import {filterSuffix} from './filter_names';
import {forgetNews, news, type News} from './live';
import {usePlace} from './place';
import {findRoute, routes} from './routes';
import {useStore} from './store';
import {setTheme, theme, type Theme} from './theme';
import {counted} from './words';

export function Shell() {
  const {path} = usePlace();
  const found = findRoute(path);
  const locked = useStore(tokenWanted);
  const content = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    document.title = found && path !== '/' ? `${found.route.title} · Hearsay` : 'Hearsay';
    // A screen reader is to begin at the new view, not at the link that led there.
    if (shown.current !== path) content.current?.focus({preventScroll: true});
    shown.current = path;
  }, [path, found?.route.title]);
  return (
    <>
      <a class="skip-link" href="#content" onClick={(event) => skip(event, content.current)}>Skip to the content</a>
      <Header path={path} />
      <NewsNotice />
      <main id="content" ref={content} tabIndex={-1}>
        {locked ? <TokenForm /> : found ? <found.route.view key={path} id={found.id} /> : <NotFound />}
      </main>
    </>
  );
}

// The address stays: what stands behind # names a statement.
function skip(event: Event, content: HTMLElement | null): void {
  event.preventDefault();
  content?.focus();
}

function Header({path}: {path: string}) {
  const {query} = usePlace();
  const address = (to: string) => to + filterSuffix(query, path, to);
  return (
    <header class="masthead">
      <a class="name" href="/">Hearsay</a>
      <nav aria-label="Views">
        <ul>
          {routes.filter((route) => route.inNavigation).map((route) => (
            <li key={route.path}>
              <a href={address(route.path)} aria-current={isBelow(path, route.path) ? 'page' : undefined}>{route.title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <ThemeSwitch />
    </header>
  );
}

function isBelow(path: string, route: string): boolean {
  if (route === '/') return path === '/' || path.startsWith('/threads/');
  return path === route || path.startsWith(`${route}/`);
}

const THEMES: {value: Theme; label: string}[] = [
  {value: 'auto', label: 'As the system'},
  {value: 'light', label: 'Light'},
  {value: 'dark', label: 'Dark'},
];

function ThemeSwitch() {
  const chosen = useStore(theme);
  return (
    <select class="theme" aria-label="Theme" value={chosen}
      onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
      {THEMES.map(({value, label}) => <option key={value} value={value}>{label}</option>)}
    </select>
  );
}

// Says quietly that there is more; nothing moves until the reader wants it.
function NewsNotice() {
  const found = useStore(news);
  const words = newsWords(found);
  const show = () => {
    forgetNews();
    refresh();
  };
  return (
    <div class="news" role="status">
      {words !== '' && <>{words} <button type="button" onClick={show}>Show</button></>}
    </div>
  );
}

function newsWords(found: News): string {
  if (found.statements > 0) return counted(found.statements, 'new statement');
  if (found.articles > 0) return counted(found.articles, 'new article');
  return found.other ? 'The ledger has changed' : '';
}

function TokenForm() {
  const [refused] = useState(hasToken());
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    setToken(field.current?.value.trim() ?? '');
    refresh();
  };
  return (
    <form class="token" onSubmit={submit}>
      <h1>This server asks for a token</h1>
      <p>It is the one that hearsay serve was started with. The page forgets it when the tab is closed.</p>
      {refused && <p role="alert">The server did not accept the token.</p>}
      <label for="token">Token</label>
      <input id="token" ref={field} type="password" autocomplete="off" required />
      <button type="submit">Open the ledger</button>
    </form>
  );
}

function NotFound() {
  return (
    <div class="state">
      <h1>There is nothing at this address</h1>
      <p><a href="/">To the board</a></p>
    </div>
  );
}
