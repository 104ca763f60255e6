import {entityAddress, statementAddress} from '../addresses';
import {apiUrl} from '../api/client';
import {usePagedList} from '../api/resource';
import type {Position, Thread} from '../api/types';
import {FilterBar} from '../components/filter_bar';
import {Empty, Loaded, MoreButton} from '../components/states';
import {type Filter, useFilters} from '../filters';
import {counted, dateLabel, positionTone} from '../words';

const OWN_FILTERS: Filter[] = ['q', 'who', 'act', 'after', 'before'];

// The claims that several statements make or contest, and who stands where.
export function BoardView() {
  const filters = useFilters(OWN_FILTERS);
  const list = usePagedList<Thread>(apiUrl('/v1/threads', undefined, filters));
  return (
    <>
      <h1>Board</h1>
      <FilterBar filters={OWN_FILTERS} />
      <Loaded resource={list}>{(threads) => <ThreadList threads={threads} />}</Loaded>
      <MoreButton list={list} />
    </>
  );
}

function ThreadList({threads}: {threads: Thread[]}) {
  if (threads.length === 0) {
    return <Empty title="No claims here"><p>None fits the filters, or the ledger is still empty.</p></Empty>;
  }
  return <ol class="rows">{threads.map((thread) => <ThreadRow key={thread.id} thread={thread} />)}</ol>;
}

function ThreadRow({thread}: {thread: Thread}) {
  const first = thread.statements[0];
  return (
    <li class="row">
      <h2 class="row-title claim-words">
        {first ? <a href={statementAddress(first)}>{thread.title}</a> : thread.title}
      </h2>
      <ul class="positions">{thread.positions.map((position, i) => <PositionLine key={i} position={position} />)}</ul>
      <p class="origin">
        {counted(thread.statements.length, 'statement')} · {counted(thread.independent_sources, 'independent source')}
      </p>
    </li>
  );
}

function PositionLine({position}: {position: Position}) {
  const name = <span class="source-name">{position.source || 'Somebody'}</span>;
  return (
    <li class={`position tone-${positionTone(position.position)}`}>
      {position.entity ? <a href={entityAddress(position.entity)}>{name}</a> : name}{' '}
      <a class="position-word" href={statementAddress(position)}>{position.position}</a>{' '}
      {position.since && <span class="since">since {dateLabel(position.since)}</span>}
    </li>
  );
}
