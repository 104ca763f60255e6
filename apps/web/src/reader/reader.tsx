// An article with its statements: the text, and beside each paragraph who says what in it.
import './reader.css';
import {useCallback, useEffect, useMemo, useRef} from 'preact/hooks';
import {go, usePlace} from '../place';
import {BlockText} from './block_text';
import {MarginNote} from './margin_note';
import {memo} from './memo';
import {unitsOf} from './offsets';
import {cutBlock, placeSpans, spansByBlock} from './pieces';
import {type ArticleContext, type ReaderStatement, readerStatements} from './statements';

export function Reader({context}: {context: ArticleContext}) {
  const {document: article} = context;
  const statements = useMemo(() => readerStatements(context), [context]);
  const blocks = useMemo(() => cutArticle(context), [context]);
  const {hash} = usePlace();
  const root = useRef<HTMLDivElement>(null);
  const chosen = statements.some((statement) => statement.id === hash) ? hash : '';
  const choose = useCallback((id: string) => go(`${location.pathname}${location.search}${id && `#${id}`}`, true), []);
  useKeys(root, statements, chosen, choose);
  useArrival(root, chosen, article.id);
  useHover(root);
  const ofBlock = useMemo(() => byBlock(statements), [statements]);
  return (
    <div class="reader" ref={root}>
      {statements.length > 0 && <Legend />}
      {article.blocks.map((block, i) => (
        <div key={i} class={`block block-${block.kind}`}>
          <BlockText kind={block.kind} pieces={blocks[i] ?? []} chosen={chosen} choose={choose} />
          <Margin statements={ofBlock.get(i) ?? NONE} chosen={chosen} choose={choose} document={article.id} />
        </div>
      ))}
    </div>
  );
}

const NONE: ReaderStatement[] = [];

function cutArticle({document}: ArticleContext) {
  const toUnits = unitsOf(document.text);
  const spans = spansByBlock(document.blocks, placeSpans(document, toUnits), toUnits);
  return document.blocks.map((block, i) => cutBlock(document.text, block, spans[i] ?? [], toUnits));
}

function byBlock(statements: ReaderStatement[]): Map<number, ReaderStatement[]> {
  const found = new Map<number, ReaderStatement[]>();
  for (const statement of statements) found.set(statement.block, [...(found.get(statement.block) ?? []), statement]);
  return found;
}

interface MarginProps {
  statements: ReaderStatement[];
  chosen: string;
  choose: (id: string) => void;
  document: string;
}

// Rendered anew only where what is chosen in it changes.
const Margin = memo(function Margin({statements, chosen, choose, document}: MarginProps) {
  if (statements.length === 0) return null;
  return (
    <ul class="margin">
      {statements.map((statement) => (
        <MarginNote key={statement.id} statement={statement} document={document}
          isChosen={statement.id === chosen} choose={choose} />
      ))}
    </ul>
  );
}, sameMargin);

function sameMargin(before: MarginProps, now: MarginProps): boolean {
  if (before.statements !== now.statements || before.choose !== now.choose) return false;
  if (before.chosen === now.chosen) return true;
  return !now.statements.some(({id}) => id === before.chosen || id === now.chosen);
}

function Legend() {
  return (
    <p class="legend">
      <span class="mark source">who</span> <span class="mark cue">words of saying</span>{' '}
      <span class="mark content begins ends">what is said</span>
      <span class="legend-keys"> · <kbd>j</kbd> next, <kbd>k</kbd> previous statement, <kbd>Esc</kbd> none</span>
    </p>
  );
}

type Root = {current: HTMLDivElement | null};

// j and k, and the arrows on a note, go from statement to statement. Only while the reader has the focus: elsewhere these
// keys belong to whoever uses them.
function useKeys(root: Root, statements: ReaderStatement[], chosen: string, choose: (id: string) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const focused = document.activeElement;
      if (!focused?.closest('main') || focused.matches('input, textarea, select')) return;
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
      if (isArrow && !focused.matches('.note-choose')) return;
      if (event.key === 'Escape' && chosen !== '') return choose('');
      const step = stepOf(event.key);
      if (step === 0) return;
      event.preventDefault();
      const at = statements.findIndex((statement) => statement.id === chosen);
      const next = statements[at < 0 ? (step > 0 ? 0 : statements.length - 1) : at + step];
      if (next) choose(next.id);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [root, statements, chosen, choose]);
}

function stepOf(key: string): number {
  if (key === 'j' || key === 'ArrowDown') return 1;
  return key === 'k' || key === 'ArrowUp' ? -1 : 0;
}

// Brings the statement that the address names into view, and the focus to its note.
function useArrival(root: Root, chosen: string, document: string): void {
  useEffect(() => {
    if (chosen === '') return;
    const note = root.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(chosen)}"]`);
    note?.querySelector<HTMLElement>('.note-choose')?.focus({preventScroll: true});
    const block = note?.closest('.block');
    const seen = block?.getBoundingClientRect();
    if (seen && (seen.top < 60 || seen.bottom > innerHeight)) block?.scrollIntoView({block: 'center'});
  }, [root, chosen, document]);
}

// What belongs together lights up together. By hand and not by rendering: a long article has thousands of pieces.
function useHover(root: Root): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const light = (id: string | undefined) => {
      for (const lit of element.querySelectorAll('.lit')) lit.classList.remove('lit');
      if (!id) return;
      for (const one of element.querySelectorAll(`[data-of~="${CSS.escape(id)}"], [data-note="${CSS.escape(id)}"]`)) {
        one.classList.add('lit');
      }
    };
    const over = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-inner], [data-note]') : null;
      light(target?.dataset.inner ?? target?.dataset.note);
    };
    element.addEventListener('pointerover', over);
    return () => element.removeEventListener('pointerover', over);
  }, [root]);
}
