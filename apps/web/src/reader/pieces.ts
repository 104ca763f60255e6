// Cuts a block of an article where spans of statements begin and end.
import type {ArticleDocument, Block, Span} from '../api/types';
import type {ToUnits} from './offsets';

export type Role = 'source' | 'cue' | 'content';

export interface Mark {
  statement: string; // its id
  role: Role;
  depth: number; // of contents: how many are around it
  begins: boolean; // the piece is the first, or the last, of its span
  ends: boolean;
}

export interface Piece {
  text: string;
  marks: Mark[]; // the outermost content first
}

interface PlacedSpan {
  statement: string;
  role: Role;
  begin: number;
  end: number;
}

// All spans of all statements, in units of the string.
export function placeSpans(document: ArticleDocument, toUnits: ToUnits): PlacedSpan[] {
  return document.attributions.flatMap((statement) => {
    const place = (role: Role, spans: Span[]): PlacedSpan[] =>
      spans.map(([begin, end]) => ({statement: statement.id, role, begin: toUnits(begin), end: toUnits(end)}));
    return [
      ...place('content', statement.content.spans),
      ...place('source', statement.source.spans),
      ...place('cue', statement.cue.spans),
    ];
  });
}

// The spans that reach into each block. Both are in text order but for spans within spans.
export function spansByBlock(blocks: Block[], spans: PlacedSpan[], toUnits: ToUnits): PlacedSpan[][] {
  const sorted = [...spans].sort((a, b) => a.begin - b.begin);
  const open = new Set<PlacedSpan>();
  let next = 0;
  return blocks.map((block) => {
    const [begin, end] = [toUnits(block.span[0]), toUnits(block.span[1])];
    for (let span = sorted[next]; span && span.begin < end; span = sorted[++next]) open.add(span);
    for (const span of open) if (span.end <= begin) open.delete(span);
    return [...open];
  });
}

export function cutBlock(text: string, block: Block, spans: PlacedSpan[], toUnits: ToUnits): Piece[] {
  const [begin, end] = [toUnits(block.span[0]), toUnits(block.span[1])];
  const cuts = new Set([begin, end]);
  for (const span of spans) {
    if (span.begin > begin && span.begin < end) cuts.add(span.begin);
    if (span.end > begin && span.end < end) cuts.add(span.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((to, i) => {
    const from = places[i] ?? begin;
    return {text: text.slice(from, to), marks: marksBetween(from, to, spans)};
  });
}

function marksBetween(from: number, to: number, spans: PlacedSpan[]): Mark[] {
  const around = spans.filter((span) => span.begin <= from && to <= span.end);
  // The longest is the outermost.
  around.sort((a, b) => b.end - b.begin - (a.end - a.begin));
  let depth = 0;
  return around.map((span) => ({
    statement: span.statement,
    role: span.role,
    depth: span.role === 'content' ? depth++ : depth,
    begins: span.begin === from,
    ends: span.end === to,
  }));
}
