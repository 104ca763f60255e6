// Whose story changed: what was taken back, and where a source stood when.
import '../changes/changes.css';
import type {ComponentChildren} from 'preact';
import {useRef} from 'preact/hooks';
import {entityAddress} from '../addresses';
import {apiUrl, type Query} from '../api/client';
import {usePagedList, useResource} from '../api/resource';
import type {Dispute, Entity, EntityAnswer, List, Notice, Thread} from '../api/types';
import {useAll} from '../api/use_all';
import {NoticeList, noticeRows} from '../changes/notices';
import {StepChart, StepTable} from '../changes/step_chart';
import type {Course} from '../changes/steps';
import {coursesOf} from '../changes/steps';
import {FilterBar} from '../components/filter_bar';
import {SaveAs} from '../components/save_as';
import {EmptyList, Loaded, MoreButton} from '../components/states';
import {SureField, useLeastSure} from '../components/sure_field';
import {useWidth} from '../components/use_width';
import {ToldNote} from '../disputes/judging';
import {PairCard} from '../disputes/pair_card';
import type {Pair} from '../disputes/pairs';
import {PAIR_HEADER, pairId, pairRow, pairsOf} from '../disputes/pairs';
import {type Filter, useFilters} from '../filters';
import {searchNames} from '../people/filter';
import {setQuery, usePlace} from '../place';
import {counted} from '../words';

const OWN_FILTERS: Filter[] = ['q', 'who', 'act', 'outlet', 'after', 'before'];
const MOST_MEMBERS = 8;

export function ChangesView() {
  const {query} = usePlace();
  const source = query.get('source') ?? '';
  const sources = useResource<List<Entity>>(apiUrl('/v1/entities', undefined, {limit: 500}));
  return (
    <>
      <h1>Changes</h1>
      <SourceChooser sources={sources.data?.items ?? []} chosen={source} />
      {source === '' ? <AllChanges /> : <OneSource id={source} all={sources.data?.items ?? []} />}
    </>
  );
}

function SourceChooser({sources, chosen}: {sources: Entity[]; chosen: string}) {
  const {query} = usePlace();
  const known = sources.some((entity) => entity.id === chosen);
  const byName = [...sources].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return (
    <div class="source-chooser">
      <label for="source">Whose story</label>
      <select id="source" value={chosen} onChange={(event) => setQuery({source: event.currentTarget.value})}>
        <option value="">everybody's</option>
        {chosen !== '' && !known && <option value={chosen}>the chosen source</option>}
        {byName.map((entity) => (
          <option key={entity.id} value={entity.id}>
            {entity.name}
          </option>
        ))}
      </select>
      {chosen !== '' && (
        <label class="check">
          <input
            type="checkbox"
            checked={query.get('side') !== null}
            onChange={(event) => setQuery({side: event.currentTarget.checked ? '1' : undefined})}
          />
          with all who speak for the same side
        </label>
      )}
    </div>
  );
}

// The source and, if asked for, who else has its side.
function membersOf(entity: Entity, all: Entity[], withSide: boolean): Entity[] {
  const side = entity.side ?? entity.id;
  const others = all.filter((other) => other.id !== entity.id && (other.id === side || other.side === side));
  return withSide ? [entity, ...others].slice(0, MOST_MEMBERS) : [entity];
}

function OneSource({id, all}: {id: string; all: Entity[]}) {
  const answer = useResource<EntityAnswer>(apiUrl('/v1/entities/{id}', id, {limit: 1}));
  const {query} = usePlace();
  return (
    <Loaded resource={answer}>
      {({entity}) => {
        const members = membersOf(entity, all, query.get('side') !== null);
        return (
          <>
            <Courses entity={entity} members={members} />
            <OwnChanges members={members} />
            <Notices who={entity.name} />
          </>
        );
      }}
    </Loaded>
  );
}

function Courses({entity, members}: {entity: Entity; members: Entity[]}) {
  const names = members.flatMap(searchNames);
  const threads = useAll<List<Thread>>(names.map((who) => apiUrl('/v1/threads', undefined, {who, limit: 100})));
  const ids = new Set(members.map((member) => member.id));
  return (
    <section aria-labelledby="courses">
      <h2 id="courses" class="section-title">
        Where <a href={entityAddress(entity.id)}>{entity.name}</a>
        {members.length > 1 &&
          ` and ${members
            .slice(1)
            .map((member) => member.name)
            .join(', ')}`}{' '}
        stood, claim by claim
      </h2>
      <Loaded resource={threads}>
        {(lists) => {
          const distinct = new Map(lists.flatMap(({items}) => items).map((thread) => [thread.id, thread]));
          return (
            <CourseList courses={coursesOf([...distinct.values()], ({entity: who}) => who !== null && ids.has(who))} />
          );
        }}
      </Loaded>
    </section>
  );
}

function CourseList({courses}: {courses: Course[]}) {
  const {ref, width} = useWidth<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const moved = courses.filter((course) => course.changed).length;
  return (
    <div ref={ref} class="courses">
      {courses.length === 0 ? (
        <p class="origin">On no claim of the board; what it said before is in the list of its statements.</p>
      ) : (
        <>
          <div class="list-bar">
            <span>
              {counted(courses.length, 'claim')}, {moved === 0 ? 'none' : moved} with a change
            </span>
            <SaveAs
              name="positions"
              picture={() => svg.current}
              table={() => courseTable(courses)}
              records={() => courses}
            />
          </div>
          {width > 0 && <StepChart courses={courses} width={width} svg={svg} />}
          <details class="as-list">
            <summary>As a table</summary>
            <StepTable courses={courses} />
          </details>
        </>
      )}
    </div>
  );
}

function courseTable(courses: Course[]) {
  return {
    header: ['claim', 'since', 'source', 'position', 'document', 'attribution', 'thread'],
    rows: courses.flatMap(({title, thread, steps}) =>
      steps.map((step) => [title, step.since, step.source, step.position, step.document, step.attribution, thread]),
    ),
  };
}

function AllChanges() {
  const filters = useFilters(OWN_FILTERS);
  const sure = useLeastSure();
  const list = usePagedList<Dispute>(apiUrl('/v1/changes', undefined, {...filters, min_confidence: sure}));
  return (
    <>
      <FilterBar filters={OWN_FILTERS} />
      <ChangeSection>
        <Loaded resource={list}>
          {(changes) => <Changes pairs={pairsOf(changes)} />}
        </Loaded>
        <MoreButton list={list} />
      </ChangeSection>
      <Notices who={filters.who} outlet={filters.outlet} after={filters.after} before={filters.before} />
    </>
  );
}

// The server looks for words in names, which namesakes share.
function OwnChanges({members}: {members: Entity[]}) {
  const sure = useLeastSure();
  const urls = members
    .flatMap(searchNames)
    .map((who) => apiUrl('/v1/changes', undefined, {who, min_confidence: sure, limit: 200}));
  const lists = useAll<List<Dispute>>(urls);
  const ids = new Set(members.map((member) => member.id));
  return (
    <ChangeSection>
      <Loaded resource={lists}>
        {(found) => {
          const pairs = pairsOf(found.flatMap(({items}) => items));
          const own = pairs.filter(({earlier, later}) => ids.has(earlier.entity ?? '') || ids.has(later.entity ?? ''));
          return <Changes pairs={[...new Map(own.map((pair) => [pairId(pair.relation), pair])).values()]} />;
        }}
      </Loaded>
    </ChangeSection>
  );
}

function ChangeSection({children}: {children: ComponentChildren}) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" class="section-title">
        What was taken back or changed
      </h2>
      <ToldNote />
      {children}
    </section>
  );
}

function Changes({pairs}: {pairs: Pair[]}) {
  return (
    <>
      <div class="list-bar">
        <span>{counted(pairs.length, 'change')}, the newest first</span>
        <SureField />
        <SaveAs name="changes" table={() => ({header: PAIR_HEADER, rows: pairs.map(pairRow)})} records={() => pairs} />
      </div>
      {pairs.length === 0 ? (
        <EmptyList title="Nothing was taken back">
          <p>Nothing that fits. What is less sure can be shown, too, and more of it is wrong.</p>
        </EmptyList>
      ) : (
        <ol class="rows">
          {pairs.map((pair, i) => (
            <li key={i} class="row">
              <PairCard pair={pair} />
              <CourseLink pair={pair} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function CourseLink({pair}: {pair: Pair}) {
  const {entity, entity_name: name} = pair.earlier;
  if (!entity) return null;
  return (
    <p class="origin course-link">
      <a href={`/changes?source=${entity}`}>All positions of {name}</a>
    </p>
  );
}

// Who is asked for may be a publisher, or a source of what went.
function Notices(asked: Query) {
  const {who, outlet, after, before} = asked;
  const list = usePagedList<Notice>(apiUrl('/v1/notices', undefined, {who, outlet, after, before}));
  const notices = list.data ?? [];
  return (
    <>
      <NoticeList notices={notices} />
      <MoreButton list={list} />
      {notices.length > 0 && (
        <div class="list-bar">
          <SaveAs name="notices" table={() => noticeRows(notices)} records={() => notices} />
        </div>
      )}
    </>
  );
}
