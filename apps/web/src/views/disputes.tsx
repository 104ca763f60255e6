// Where accounts differ: the words side by side.
import {apiUrl} from '../api/client';
import {usePagedList, useResource} from '../api/resource';
import type {Dispute, StatementAnswer} from '../api/types';
import {FilterBar} from '../components/filter_bar';
import {SaveAs} from '../components/save_as';
import {SureField, useLeastSure} from '../components/sure_field';
import {Empty, EmptyList, Loaded, MoreButton} from '../components/states';
import {ToldNote} from '../disputes/judging';
import {PairCard} from '../disputes/pair_card';
import type {Pair} from '../disputes/pairs';
import {PAIR_HEADER, pairIn, pairRow, pairsOf, readPairId} from '../disputes/pairs';
import {type Filter, useFilters} from '../filters';
import type {ViewProps} from '../routes';
import {counted} from '../words';

const OWN_FILTERS: Filter[] = ['q', 'who', 'act', 'outlet', 'after', 'before'];

export function DisputesView() {
  const filters = useFilters(OWN_FILTERS);
  const sure = useLeastSure();
  const list = usePagedList<Dispute>(apiUrl('/v1/disputes', undefined, {...filters, min_confidence: sure}));
  return (
    <>
      <h1>Disputes</h1>
      <FilterBar filters={OWN_FILTERS} />
      <ToldNote />
      <Loaded resource={list}>
        {(disputes) => <PairList pairs={pairsOf(disputes)} />}
      </Loaded>
      <MoreButton list={list} />
    </>
  );
}

function PairList({pairs}: {pairs: Pair[]}) {
  return (
    <>
      <div class="list-bar">
        <span>{counted(pairs.length, 'disagreement')}, the newest first</span>
        <SureField />
        <SaveAs name="disputes" table={() => ({header: PAIR_HEADER, rows: pairs.map(pairRow)})} records={() => pairs} />
      </div>
      {pairs.length === 0 ? (
        <EmptyList title="No disagreement here">
          <p>None fits the filters. What is less sure can be shown, too, and more of it is wrong.</p>
        </EmptyList>
      ) : (
        <ol class="rows">
          {pairs.map((pair, i) => (
            <li key={i} class="row">
              <PairCard pair={pair} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

// One dispute, by its address.
export function DisputeView({id}: ViewProps) {
  const ends = readPairId(id);
  const answer = useResource<StatementAnswer>(ends ? apiUrl('/v1/statements/{id}', ends.from) : null);
  const lost = (
    <Empty title="There is no such dispute">
      <p>
        The articles may have been read anew, or it was said not to be one. <a href="/disputes">To all disputes</a>
      </p>
    </Empty>
  );
  if (!ends) return lost;
  return (
    <>
      <p class="origin">
        <a href="/disputes">All disputes</a>
      </p>
      <ToldNote />
      <Loaded resource={answer}>
        {(found) => {
          const pair = pairIn(found, ends.to);
          return pair ? <OnePair pair={pair} thread={found.thread} /> : lost;
        }}
      </Loaded>
    </>
  );
}

function OnePair({pair, thread}: {pair: Pair; thread: string | undefined}) {
  return (
    <>
      <PairCard pair={pair} level={1} />
      <div class="list-bar">
        {thread && <a href={`/threads/${encodeURIComponent(thread)}`}>Who stands where on this claim</a>}
        <SaveAs name="dispute" table={() => ({header: PAIR_HEADER, rows: [pairRow(pair)]})} records={() => pair} />
      </div>
    </>
  );
}
