// Who is who, over all articles.
import '../people/people.css';
import {entityAddress} from '../addresses';
import {apiUrl} from '../api/client';
import {usePagedList, useResource} from '../api/resource';
import type {Dispute, Entity, List} from '../api/types';
import {SaveAs} from '../components/save_as';
import {EmptyList, Loaded, MoreButton} from '../components/states';
import {SureField, useLeastSure} from '../components/sure_field';
import {distinct, ENTITY_HEADER, entityRow, KINDS, listed, ofKind} from '../people/filter';
import {Network} from '../people/network';
import {setQuery, usePlace} from '../place';
import {counted} from '../words';

const MANY = 500;

export function PeopleView() {
  const {query} = usePlace();
  const name = nameOf(query);
  const list = usePagedList<Entity>(apiUrl('/v1/entities', undefined, {name, limit: 100}));
  return (
    <>
      <h1>People</h1>
      <NameFields />
      <Loaded resource={list}>{(people) => <PeopleList people={ofKind(people, query.get('kind') ?? '')} />}</Loaded>
      <MoreButton list={list} />
      <AllDisputes />
      <p class="more">
        <a href="/corrections">All corrections</a>
      </p>
    </>
  );
}

// Older addresses call it "name".
function nameOf(query: URLSearchParams): string {
  return query.get('q') ?? query.get('name') ?? '';
}

function NameFields() {
  const {query} = usePlace();
  return (
    <form class="filter-fields people-fields" onSubmit={(event) => event.preventDefault()}>
      <span class="field">
        <label for="name">Name</label>
        <input
          id="name"
          type="search"
          value={nameOf(query)}
          onChange={(event) => setQuery({q: event.currentTarget.value.trim(), name: undefined})}
        />
      </span>
      <span class="field">
        <label for="kind">Kind</label>
        <select
          id="kind"
          value={query.get('kind') ?? ''}
          onChange={(event) => setQuery({kind: event.currentTarget.value})}
        >
          <option value="">any</option>
          {Object.entries(KINDS).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
      </span>
    </form>
  );
}

function PeopleList({people}: {people: Entity[]}) {
  if (people.length === 0) {
    return (
      <EmptyList title="Nobody here">
        <p>Nobody who says something has that name, or the ledger is still empty.</p>
      </EmptyList>
    );
  }
  const names = new Map(people.map((entity) => [entity.id, entity.name]));
  const sideName = (id: string) => names.get(id) ?? '';
  return (
    <>
      <div class="list-bar">
        <span>{counted(people.length, 'source')}, those who say most first</span>
        <SaveAs
          name="people"
          records={() => people}
          table={() => ({header: ENTITY_HEADER, rows: people.map((entity) => entityRow(entity, sideName))})}
        />
      </div>
      <ol class="people">
        {people.map((entity) => (
          <PersonRow key={entity.id} entity={entity} sideName={sideName} />
        ))}
      </ol>
    </>
  );
}

function PersonRow({entity, sideName}: {entity: Entity; sideName: (id: string) => string}) {
  const roles = distinct(entity.roles);
  const side = entity.side && entity.side !== entity.id ? sideName(entity.side) : '';
  return (
    <li class="person-row">
      <h2>
        <a href={entityAddress(entity.id)}>{entity.name}</a>
      </h2>
      <p class="person-facts">
        {[KINDS[entity.kind] ?? entity.kind, ...(roles.length > 0 ? [listed(roles, 3)] : [])].join(', ')}
        {side !== '' && (
          <>
            {' '}
            · for <a href={entityAddress(entity.side!)}>{side}</a>
          </>
        )}
        {entity.aliases.length > 0 && <> · also {listed(entity.aliases, 4)}</>}
      </p>
      <p class="person-counts">
        {counted(entity.statements, 'statement')}, {counted(entity.articles, 'article')}
      </p>
    </li>
  );
}

function AllDisputes() {
  const sure = useLeastSure();
  const list = useResource<List<Dispute>>(apiUrl('/v1/disputes', undefined, {limit: MANY, min_confidence: sure}));
  return (
    <section aria-labelledby="network">
      <h2 id="network" class="section-title">
        Who disputes whom
      </h2>
      <p class="list-bar">
        <SureField />
      </p>
      <Loaded resource={list}>{({items}) => <Network disputes={items} />}</Loaded>
    </section>
  );
}
