// Where the reader is: the address, which says all that is shown.
import {Store, useStore} from './store';

export interface Place {
  path: string;
  query: URLSearchParams;
  hash: string; // without "#"
}

const place = new Store(readPlace());

function readPlace(): Place {
  const hash = location.hash.slice(1);
  return {path: location.pathname, query: new URLSearchParams(location.search), hash: decoded(hash)};
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function usePlace(): Place {
  return useStore(place);
}

export function currentPlace(): Place {
  return place.get();
}

// Goes to an address of the page; `replace` where the reader would not call it another place.
export function go(href: string, replace = false): void {
  const before = location.pathname;
  if (replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  place.set(readPlace());
  if (!replace && location.pathname !== before) scrollTo(0, 0);
}

// Changes parameters of the address; empty ones leave it.
export function setQuery(changes: Record<string, string | undefined>, replace = false): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  go(location.pathname + (text === '' ? '' : `?${text}`) + location.hash, replace);
}

// Links within the page are followed without loading it again.
export function followLinks(): void {
  addEventListener('popstate', () => place.set(readPlace()));
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (!link || !href?.startsWith('/') || link.target || link.hasAttribute('download')) return;
    if (href.startsWith('/v1/') || href === '/openapi.json') return;
    event.preventDefault();
    go(href);
  });
}
