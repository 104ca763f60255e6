// Two statements side by side, with the place marked where they differ.
import './pair_card.css';
import {statementAddress} from '../addresses';
import type {Relation, Statement} from '../api/types';
import {ActBadge} from '../components/act_badge';
import {CarrierLinks} from '../components/carriers';
import {OriginLine} from '../components/claim_line';
import {SourceName} from '../components/source_name';
import {counted, percent, relationTone} from '../words';
import {compare} from './compare';
import {Judging} from './judging';
import type {Pair} from './pairs';
import {pairId, sureness} from './pairs';
import type {Piece} from './slots';
import {findSlots, pieces, sharedRanges} from './slots';

const KINDS: Record<string, string> = {
  disputes: 'Disputed',
  conflicts: 'In conflict',
  retracts: 'Taken back or changed',
  supports: 'Supported',
  repeats: 'Repeated',
};

interface Marked {
  earlier: Piece[];
  later: Piece[];
  slot: string;
}

export function markPair({earlier, later, relation}: Pair): Marked {
  const words = compare(earlier.content, later.content);
  const slots = findSlots(relation, later.content, earlier.content);
  return {
    earlier: pieces(earlier.content, slots.earlier, sharedRanges(earlier.content, words.left)),
    later: pieces(later.content, slots.later, sharedRanges(later.content, words.right)),
    slot: slots.name,
  };
}

export function disputeAddress(pair: Pair): string {
  return `/disputes/${encodeURIComponent(pairId(pair.relation))}`;
}

export function PairCard({pair, level = 2}: {pair: Pair; level?: 1 | 2}) {
  const {earlier, later, relation, opponents} = pair;
  const marked = markPair(pair);
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <article class="pair">
      <header class="pair-head">
        <Heading class="pair-why">{sentenceCase(relation.why)}</Heading>
        <p class="pair-facts">
          <span class={`badge tone-${relationTone(relation.type)}`}>{KINDS[relation.type] ?? relation.type}</span>{' '}
          <span>
            {relation.told
              ? 'confirmed by hand'
              : `${sureness(relation.confidence)}, ${percent(relation.confidence)} sure`}
          </span>
          {(isAgainst(relation.type) || relation.type === 'retracts') && (
            <span>
              differs in: <strong>{marked.slot}</strong>
            </span>
          )}
          {level === 2 && <a href={disputeAddress(pair)}>Link to this</a>}
        </p>
      </header>
      <div class="pair-sides">
        <Side name="Said first" statement={earlier} pieces={marked.earlier} note="" />
        <Side
          name={isAgainst(relation.type) ? 'Against it' : 'Said later'}
          statement={later}
          pieces={marked.later}
          note={
            opponents > 1 && isAgainst(relation.type) ? `one of ${counted(opponents, 'source')} against it` : ''
          }
        />
      </div>
      <Judging pair={pair} />
    </article>
  );
}

function isAgainst(type: Relation['type']): boolean {
  return type === 'disputes' || type === 'conflicts';
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface SideProps {
  name: string;
  statement: Statement;
  pieces: Piece[];
  note: string;
}

// The words of saying are marked where they carry the denial.
function Side({name, statement, pieces: words, note}: SideProps) {
  const denies = statement.act === 'deny' || statement.act === 'retract' || statement.negated;
  return (
    <div class="pair-side" role="group" aria-label={name}>
      <p class="pair-name">{name}</p>
      <p class="claim-head">
        <SourceName of={statement} />{' '}
        {statement.cue &&
          (denies ? <mark class="slot">{statement.cue}</mark> : <span class="cue-words">{statement.cue}</span>)}{' '}
        <ActBadge act={statement.act} negated={statement.negated} />
      </p>
      <p class="claim-words">
        <a href={statementAddress(statement)}>
          <MarkedWords pieces={words} />
        </a>
      </p>
      <p class="origin">
        <OriginLine of={statement} />
      </p>
      <p class="origin">
        1 source
        {statement.carried_by && ', also carried by '}
        <CarrierLinks of={statement} />
        {note && `, ${note}`}
      </p>
    </div>
  );
}

export function MarkedWords({pieces: words}: {pieces: Piece[]}) {
  if (words.length === 0) return <>(nothing is quoted)</>;
  return (
    <>
      {words.map(({text, kind}, i) =>
        kind === 'slot' ? (
          <mark key={i} class="slot">
            {text}
          </mark>
        ) : kind === 'shared' ? (
          <span key={i} class="shared-words">
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </>
  );
}
