import './board.css';
import {statementKey, statementAddress} from '../addresses';
import {apiUrl} from '../api/client';
import {useResource} from '../api/resource';
import type {Statement, ThreadAnswer} from '../api/types';
import {ClaimLine} from '../components/claim_line';
import {SideBar} from '../components/side_bar';
import {StanceList} from '../components/stance_list';
import {Loaded} from '../components/states';
import type {ViewProps} from '../routes';
import {sidesOf, spanOfThread, stancesOf} from '../stances';
import {counted, disagreementLabel, percent, relationLabel, relationTone, sourceLabel, sourcesLabel, spanLabel} from '../words';

// A claim: where each source stands, and every statement that speaks of it.
export function ThreadView({id}: ViewProps) {
  const answer = useResource<ThreadAnswer>(apiUrl('/v1/threads/{id}', id));
  return <Loaded resource={answer}>{(thread) => <ThreadPage answer={thread} />}</Loaded>;
}

function ThreadPage({answer}: {answer: ThreadAnswer}) {
  const {thread, statements} = answer;
  const stances = stancesOf(thread);
  const {first, last} = spanOfThread(thread);
  const facts = [spanLabel(first, last), counted(statements.length, 'statement'),
    sourcesLabel(thread.independent_sources), disagreementLabel(thread.disagreement)];
  return (
    <>
      <h1 class="thread-title">{thread.title}</h1>
      <p class="origin">{facts.filter(Boolean).join(' · ')}</p>
      <section class="part" aria-labelledby="stances">
        <h2 id="stances">Who stands where</h2>
        <SideBar sides={sidesOf(stances)} />
        <StanceList stances={stances} />
      </section>
      <section class="part" aria-labelledby="words">
        <h2 id="words">In their words</h2>
        <ol class="rows">
          {statements.map((statement) => (
            <li class="row" key={statementKey(statement)}>
              <ClaimLine statement={statement}><Against statement={statement} answer={answer} /></ClaimLine>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

// How this statement stands to earlier ones of the thread.
function Against({statement, answer}: {statement: Statement; answer: ThreadAnswer}) {
  const key = statementKey(statement);
  const byKey = new Map(answer.statements.map((one) => [statementKey(one), one]));
  const own = answer.relations.filter(({from, to}) => statementKey(from) === key && byKey.has(statementKey(to)));
  if (own.length === 0) return null;
  return (
    <ul class="against">
      {own.map((relation, i) => (
        <li key={i}>
          <span class={`relation tone-${relationTone(relation.type)}`}>{relationLabel(relation.type, false)}</span>{' '}
          <a href={statementAddress(relation.to)}>{nameOf(byKey.get(statementKey(relation.to)))}</a>
          <span class="origin"> · {percent(relation.confidence)} sure · {relation.why}</span>
        </li>
      ))}
    </ul>
  );
}

function nameOf(statement: Statement | undefined): string {
  return statement ? sourceLabel(statement) : '';
}
