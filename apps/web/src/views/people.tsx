// Who is who, over all articles.
import '../people/people.css';
import {useState} from 'preact/hooks';
import {articleAddress, entityAddress, statementKey} from '../addresses';
import {apiUrl} from '../api/client';
import {useResource} from '../api/resource';
import type {ArticleAnswer, Dispute, Entity, EntityAnswer, List, Statement} from '../api/types';
import {useAll} from '../api/use_all';
import {ClaimLine} from '../components/claim_line';
import {SaveAs} from '../components/save_as';
import {Empty, Loaded} from '../components/states';
import {SureField, useLeastSure} from '../components/sure_field';
import {CorrectionList, CorrectPanel} from '../people/correct_panel';
import {distinct, ENTITY_HEADER, entityRow, KINDS, ofKind, searchNames} from '../people/filter';
import {Network} from '../people/network';
import {rolesOverTime} from '../people/roles';
import {setQuery, usePlace} from '../place';
import type {ViewProps} from '../routes';
import {counted, spanLabel} from '../words';

const MANY = 500;

export function PeopleView() {
  const {query} = usePlace();
  const name = query.get('name') ?? '';
  const list = useResource<List<Entity>>(apiUrl('/v1/entities', undefined, {name, limit: name === '' ? 200 : 50}));
  return (
    <>
      <h1>People</h1>
      <NameFields />
      <Loaded resource={list}>{({items}) => <PeopleList people={ofKind(items, query.get('kind') ?? '')} />}</Loaded>
      <AllDisputes />
      <CorrectionList />
    </>
  );
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
          value={query.get('name') ?? ''}
          onChange={(event) => setQuery({name: event.currentTarget.value.trim()})}
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
      <Empty title="Nobody here">
        <p>Nobody who says something has that name, or the ledger is still empty.</p>
      </Empty>
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
        {[KINDS[entity.kind] ?? entity.kind, ...roles].join(', ')}
        {side !== '' && (
          <>
            {' '}
            · for <a href={entityAddress(entity.side!)}>{side}</a>
          </>
        )}
        {entity.aliases.length > 0 && <> · also {entity.aliases.join(', ')}</>}
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

const FIRST_SHOWN = 8;

export function PersonView({id}: ViewProps) {
  const [all, setAll] = useState(false);
  const answer = useResource<EntityAnswer>(apiUrl('/v1/entities/{id}', id, {limit: all ? MANY : 50}));
  return (
    <>
      <p class="origin">
        <a href="/people">All people</a>
      </p>
      <Loaded resource={answer}>
        {(found) => <Person answer={found} shown={all ? MANY : FIRST_SHOWN} onMore={() => setAll(true)} />}
      </Loaded>
    </>
  );
}

interface PersonProps {
  answer: EntityAnswer;
  shown: number; // statements of a list
  onMore: () => void;
}

function Person({answer, shown, onMore}: PersonProps) {
  const {entity, statements, about} = answer;
  const articles = [...new Set([...statements, ...about].map((statement) => statement.document))];
  return (
    <>
      <h1>{entity.name}</h1>
      <PersonFacts entity={entity} />
      <div class="list-bar">
        <a href={`/changes?source=${entity.id}`}>Positions over time</a>
        <a href={`/timeline?who=${encodeURIComponent(searchNames(entity)[0] ?? entity.name)}`}>On the timeline</a>
        <a href={`/disputes?who=${encodeURIComponent(searchNames(entity)[0] ?? entity.name)}`}>Disputes</a>
        <SaveAs name="person" records={() => answer} table={() => statementTable(statements, about)} />
      </div>
      <div class="person-columns">
        <StatementList title="Says" statements={statements} shown={shown} onMore={onMore} />
        <StatementList title="Is spoken of" statements={about} shown={shown} onMore={onMore} />
      </div>
      <OwnDisputes entity={entity} />
      <Roles entity={entity} articles={articles} />
      <CorrectPanel entity={entity} statements={[...statements, ...about]} />
    </>
  );
}

function PersonFacts({entity}: {entity: Entity}) {
  const roles = distinct(entity.roles);
  const groups = [...new Set([entity.side, ...entity.member_of])].filter(
    (id): id is string => id !== null && id !== entity.id,
  );
  return (
    <dl class="facts">
      <div>
        <dt>Kind</dt>
        <dd>
          {KINDS[entity.kind] ?? entity.kind}
          {!entity.named && ', not named'}
        </dd>
      </div>
      {roles.length > 0 && (
        <div>
          <dt>Roles</dt>
          <dd>{roles.join(', ')}</dd>
        </div>
      )}
      {entity.aliases.length > 0 && (
        <div>
          <dt>Also called</dt>
          <dd>{entity.aliases.join(', ')}</dd>
        </div>
      )}
      {groups.length > 0 && (
        <div>
          <dt>Speaks for</dt>
          <dd>
            {groups.map((id, i) => (
              <>
                {i > 0 && ', '}
                <EntityLink key={id} id={id} />
              </>
            ))}
          </dd>
        </div>
      )}
      <div>
        <dt>In the ledger</dt>
        <dd>
          {counted(entity.statements, 'statement')}, {counted(entity.articles, 'article')}
        </dd>
      </div>
    </dl>
  );
}

function EntityLink({id}: {id: string}) {
  const answer = useResource<EntityAnswer>(apiUrl('/v1/entities/{id}', id, {limit: 1}));
  return <a href={entityAddress(id)}>{answer.data?.entity.name ?? id}</a>;
}

interface StatementListProps {
  title: string;
  statements: Statement[];
  shown: number;
  onMore: () => void;
}

function StatementList({title, statements, shown, onMore}: StatementListProps) {
  const heading = `statements-${title.replace(/ /g, '-').toLowerCase()}`;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} class="section-title">
        {title}
      </h2>
      {statements.length === 0 && <p class="origin">Nothing that the ledger holds.</p>}
      <ol class="rows">
        {statements.slice(0, shown).map((statement) => (
          <li key={`${statement.document}/${statement.attribution}`} class="row">
            <ClaimLine statement={statement} />
          </li>
        ))}
      </ol>
      {statements.length > shown && (
        <p class="more">
          <button type="button" onClick={onMore}>
            Show more
          </button>
        </p>
      )}
    </section>
  );
}

function statementTable(by: Statement[], about: Statement[]) {
  const row = (direction: string) => (s: Statement) => [
    direction,
    s.published,
    s.publisher,
    s.title,
    s.entity_name ?? s.source,
    s.cue,
    s.content,
    s.act,
    s.negated,
    s.confidence,
    s.document,
    s.attribution,
    s.paragraph,
  ];
  return {
    header: [
      'by_or_about',
      'published',
      'publisher',
      'title',
      'source',
      'cue',
      'words',
      'act',
      'negated',
      'confidence',
      'document',
      'attribution',
      'paragraph',
    ],
    rows: [...by.map(row('by')), ...about.map(row('about'))],
  };
}

function OwnDisputes({entity}: {entity: Entity}) {
  const sure = useLeastSure();
  const urls = searchNames(entity).map((who) =>
    apiUrl('/v1/disputes', undefined, {who, limit: 200, min_confidence: sure}),
  );
  const lists = useAll<List<Dispute>>(urls);
  return (
    <section aria-labelledby="network">
      <h2 id="network" class="section-title">
        Who disputes whom around {entity.name}
      </h2>
      <p class="list-bar">
        <SureField />
      </p>
      <Loaded resource={lists}>
        {(found) => <Network disputes={withoutDoubles(found.flatMap(({items}) => items))} most={24} />}
      </Loaded>
    </section>
  );
}

// What several names find is there once.
function withoutDoubles(disputes: Dispute[]): Dispute[] {
  return [...new Map(disputes.map((dispute) => [statementKey(dispute.statement), dispute])).values()];
}

const MOST_READ = 20; // articles

// Told by the articles alone, so these are read, and only when somebody asks.
function Roles({entity, articles}: {entity: Entity; articles: string[]}) {
  const [open, setOpen] = useState(false);
  if (entity.roles.length === 0) return null;
  return (
    <section aria-labelledby="roles">
      <h2 id="roles" class="section-title">
        Roles over time
      </h2>
      <details class="as-list" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          What {counted(Math.min(articles.length, MOST_READ), 'article')} call {entity.name}
        </summary>
        {open && <RoleTable entity={entity} articles={articles.slice(0, MOST_READ)} />}
      </details>
    </section>
  );
}

function RoleTable({entity, articles}: {entity: Entity; articles: string[]}) {
  const answers = useAll<ArticleAnswer>(articles.map((id) => apiUrl('/v1/articles/{id}', id)));
  return (
    <Loaded resource={answers}>
      {(found) => (
        <table class="plain-table">
          <caption>Roles by the date of the articles</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Role</th>
              <th scope="col">Articles</th>
            </tr>
          </thead>
          <tbody>
            {rolesOverTime(found, [entity.name, ...entity.aliases]).map(({role, first, last, articles: where}) => (
              <tr key={role}>
                <td>{spanLabel(first, last)}</td>
                <td>{role}</td>
                <td>
                  {where.map(({id, title}, i) => (
                    <>
                      {i > 0 && '; '}
                      <a key={id} href={articleAddress(id)}>
                        {title}
                      </a>
                    </>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Loaded>
  );
}
