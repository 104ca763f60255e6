import {memo} from './memo';
import type {Mark, Piece} from './pieces';

interface BlockTextProps {
  kind: string;
  pieces: Piece[];
  chosen: string;
  choose: (id: string) => void;
}

// Blocks in which no claims are looked for (docs/blocks.md), and what to call them.
const UNREAD: Record<string, string> = {
  caption: 'Caption', credit: 'Credit', byline: 'Byline', promo: 'Promotion', furniture: 'Of the page',
};

// The words of a block. Rendered anew only where what is chosen in it changes.
export const BlockText = memo(function BlockText({kind, pieces, chosen, choose}: BlockTextProps) {
  const label = UNREAD[kind];
  const words = pieces.map((piece, i) => <PieceText key={i} piece={piece} chosen={chosen} choose={choose} />);
  if (kind === 'title' || kind === 'heading') return <h2 class="words">{words}</h2>;
  if (kind === 'quote') return <blockquote class="words">{words}</blockquote>;
  return (
    <p class="words">
      {label && <span class="block-label" title="No claims are looked for here">{label}</span>}
      {words}
    </p>
  );
}, sameBlock);

function sameBlock(before: BlockTextProps, now: BlockTextProps): boolean {
  if (before.pieces !== now.pieces || before.choose !== now.choose) return false;
  if (before.chosen === now.chosen) return true;
  return !holds(now.pieces, before.chosen) && !holds(now.pieces, now.chosen);
}

function holds(pieces: Piece[], statement: string): boolean {
  return statement !== '' && pieces.some((piece) => piece.marks.some((mark) => mark.statement === statement));
}

function PieceText({piece, chosen, choose}: {piece: Piece; chosen: string; choose: (id: string) => void}) {
  const inner = innermost(piece.marks);
  if (!inner) return <>{piece.text}</>;
  const choseByPointer = () => {
    if (getSelection()?.isCollapsed !== false) choose(inner.statement);
  };
  return (
    <span class={classOf(piece.marks, chosen)} data-of={piece.marks.map((mark) => mark.statement).join(' ')}
      data-inner={inner.statement} onClick={choseByPointer}>
      {piece.text}
    </span>
  );
}

// A source or a cue goes before the content that holds it: it is what a pointer means.
function innermost(marks: Mark[]): Mark | undefined {
  return marks.findLast((mark) => mark.role !== 'content') ?? marks.at(-1);
}

function classOf(marks: Mark[], chosen: string): string {
  const classes = ['mark'];
  const contents = marks.filter((mark) => mark.role === 'content');
  for (const mark of marks) if (mark.role !== 'content') classes.push(mark.role);
  if (contents.length > 0) classes.push('content', `depth-${Math.min(contents.length, 3)}`);
  if (contents.some((mark) => mark.begins)) classes.push('begins');
  if (contents.some((mark) => mark.ends)) classes.push('ends');
  if (chosen !== '' && marks.some((mark) => mark.statement === chosen)) classes.push('chosen');
  return classes.join(' ');
}
