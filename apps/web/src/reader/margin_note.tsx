import {entityAddress, statementAddress, threadAddress} from '../addresses';
import {apiUrl} from '../api/client';
import {useResource} from '../api/resource';
import type {Relation, StatementAnswer} from '../api/types';
import {ActBadge} from '../components/act_badge';
import {OriginLine} from '../components/claim_line';
import {pairId} from '../disputes/pairs';
import {actLabel, dateLabel, percent, relationLabel, relationTone, sourceLabel, sureLabel} from '../words';
import type {Related, ReaderStatement} from './statements';

const MOST_RELATED = 4; // before a reader asks for more
const SURE_ENOUGH = 0.5; // relations below are often wrong (docs/claims.md)

interface NoteProps {
  statement: ReaderStatement;
  document: string;
  isChosen: boolean;
  choose: (id: string) => void;
}

// Who says what, in a line; all that is known of it where it is chosen.
export function MarginNote({statement, document, isChosen, choose}: NoteProps) {
  const {attribution} = statement;
  return (
    <li class={isChosen ? 'note is-chosen' : 'note'} data-note={statement.id}>
      <button type="button" class="note-choose" aria-expanded={isChosen}
        onClick={() => choose(isChosen ? '' : statement.id)}>
        <span class={statement.named ? 'source-name' : 'source-name is-unnamed'}>{statement.name}</span>{' '}
        {attribution.act === 'assert' && !attribution.negated
          ? <span class="cue-words">{actLabel('assert')}</span>
          : <ActBadge act={attribution.act} negated={attribution.negated} />}
        {attribution.parent && <span class="note-within"> within another claim</span>}
        <RelationHint related={statement.related} />
      </button>
      {isChosen && <NoteDetails statement={statement} document={document} />}
    </li>
  );
}

// That there is disagreement shows before a statement is chosen.
function RelationHint({related}: {related: Related[]}) {
  const first = related.find(({relation}) => relation.confidence >= SURE_ENOUGH && isContest(relation));
  if (!first) return null;
  const {relation, passive} = first;
  return <span class={`hint tone-${relationTone(relation.type)}`}>{passive ? hintWords[relation.type] : relationLabel(relation.type, false)}</span>;
}

function isContest({type}: Relation): boolean {
  return type === 'disputes' || type === 'conflicts' || type === 'retracts';
}

const hintWords: Record<string, string> = {disputes: 'disputed', retracts: 'taken back', conflicts: 'in conflict'};

function NoteDetails({statement, document}: {statement: ReaderStatement; document: string}) {
  const {attribution} = statement;
  const facts = [
    attribution.form,
    `${percent(attribution.confidence)} sure`,
    attribution.when ? `said ${dateLabel(attribution.when)}` : '',
    statement.named ? '' : 'no name is given',
  ];
  return (
    <div class="note-details">
      {statement.words !== '' && statement.words !== statement.name && <p>“{statement.words}” in the text</p>}
      <p class="origin">{facts.filter(Boolean).join(' · ')}</p>
      {statement.entity && (
        <p class="note-links">
          <a href={entityAddress(statement.entity)}>All that {statement.name} says</a>
        </p>
      )}
      {statement.entity !== undefined && <ThreadLink document={document} id={statement.id} />}
      <RelatedList related={statement.related} />
      {statement.entity !== undefined && (
        <p class="note-links">
          <a href={`/corrections?first=${encodeURIComponent(`${document}/${statement.id}`)}`}>Relate it to another …</a>
        </p>
      )}
    </div>
  );
}

function ThreadLink({document, id}: {document: string; id: string}) {
  const answer = useResource<StatementAnswer>(apiUrl('/v1/statements/{id}', `${document}/${id}`));
  const thread = answer.data?.thread;
  if (!thread) return null;
  return <p class="note-links"><a href={threadAddress(thread)}>Who else speaks of this claim</a></p>;
}

function RelatedList({related}: {related: Related[]}) {
  const sure = related.filter(({relation}) => relation.confidence >= SURE_ENOUGH);
  const shown = (sure.length > 0 ? sure : related).slice(0, MOST_RELATED);
  if (shown.length === 0) return null;
  return (
    <ul class="related">
      {shown.map((one, i) => <RelatedLine key={i} {...one} />)}
    </ul>
  );
}

function RelatedLine({statement, relation, passive}: Related) {
  return (
    <li>
      <p>
        <span class={`relation tone-${relationTone(relation.type)}`}>{relationLabel(relation.type, passive)}</span>{' '}
        <span class="source-name">{sourceLabel(statement)}</span>
      </p>
      <p class="related-words"><a href={statementAddress(statement)}>{statement.content}</a></p>
      <p class="origin"><OriginLine of={statement} title={false} /> · {sureLabel(relation)}</p>
      <p class="origin why">{relation.why}</p>
      <p class="note-links"><a href={`/disputes/${encodeURIComponent(pairId(relation))}`}>Side by side</a></p>
    </li>
  );
}
