import './board.css';
import {threadAddress} from '../addresses';
import {apiUrl} from '../api/client';
import {usePagedList} from '../api/resource';
import type {Thread} from '../api/types';
import {FilterBar} from '../components/filter_bar';
import {SideBar} from '../components/side_bar';
import {StanceList} from '../components/stance_list';
import {Empty, EmptyList, Loaded, MoreButton} from '../components/states';
import {type Filter, useFilters} from '../filters';
import {usePlace} from '../place';
import {sidesOf, spanOfThread, stancesOf} from '../stances';
import {counted, disagreementLabel, sourcesLabel, spanLabel} from '../words';

const OWN_FILTERS: Filter[] = ['q', 'who', 'act', 'outlet', 'after', 'before'];
const MOST_STANCES = 6; // of a thread, here

// The claims that several statements make or contest, and who stands where.
export function BoardView() {
  const filters = useFilters(OWN_FILTERS);
  const list = usePagedList<Thread>(apiUrl('/v1/threads', undefined, filters));
  return (
    <>
      <h1>Board</h1>
      <p class="lead">Claims that more than one statement makes or contests, and who stands where.</p>
      <FilterBar filters={OWN_FILTERS} />
      <Loaded resource={list}>{(threads) => <ThreadList threads={threads} />}</Loaded>
      <MoreButton list={list} />
    </>
  );
}

function ThreadList({threads}: {threads: Thread[]}) {
  if (threads.length === 0) return <NothingOnBoard />;
  return <ol class="rows">{threads.map((thread) => <ThreadRow key={thread.id} thread={thread} />)}</ol>;
}

function NothingOnBoard() {
  const {query} = usePlace();
  if (OWN_FILTERS.some((name) => query.get(name))) {
    return <Empty title="No claim fits"><p>Take a filter away, or search all statements.</p></Empty>;
  }
  return (
    <EmptyList title="The board is empty">
      <p>A claim appears here when two statements of the ledger speak of it. <a href="/read">Read an article</a> and add
        it, or run <code>hearsay add</code>.</p>
    </EmptyList>
  );
}

function ThreadRow({thread}: {thread: Thread}) {
  const stances = stancesOf(thread);
  const {first, last} = spanOfThread(thread);
  const facts = [spanLabel(first, last), counted(thread.size, 'statement'),
    sourcesLabel(thread.independent_sources), disagreementLabel(thread.disagreement)];
  return (
    <li class="row thread-row">
      <div>
        <h2 class="row-title"><a href={threadAddress(thread.id)}>{thread.title}</a></h2>
        <p class="origin">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div>
        <SideBar sides={sidesOf(stances)} />
        <StanceList stances={stances} most={MOST_STANCES} />
      </div>
    </li>
  );
}
