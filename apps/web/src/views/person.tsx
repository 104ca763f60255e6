// Somebody: what is said by and about him, by which roles, who disputes him, and corrections of who that is.
import '../people/people.css';
import {useEffect, useMemo, useState} from 'preact/hooks';
import {articleAddress, entityAddress, statementKey} from '../addresses';
import {apiUrl} from '../api/client';
import {type PagedList, usePagedList, useResource} from '../api/resource';
import type {ArticleAnswer, Dispute, Entity, EntityAnswer, List, Statement} from '../api/types';
import {useAll} from '../api/use_all';
import {ClaimLine} from '../components/claim_line';
import {SaveAs} from '../components/save_as';
import {Loaded, MoreButton} from '../components/states';
import {SureField, useLeastSure} from '../components/sure_field';
import {CorrectPanel} from '../people/correct_panel';
import {distinct, KINDS, searchNames} from '../people/filter';
import {Network} from '../people/network';
import {rolesOverTime} from '../people/roles';
import type {ViewProps} from '../routes';
import {counted, spanLabel} from '../words';

const ON_A_PAGE = 8;
const MOST_LISTED = 8; // roles, names, groups

export function PersonView({id}: ViewProps) {
  const answer = useResource<EntityAnswer>(apiUrl('/v1/entities/{id}', id, {limit: 1}));
  const name = answer.data?.entity.name;
  useEffect(() => {
    // After the shell, which says what kind of view it is.
    if (name) setTimeout(() => (document.title = `${name} · Hearsay`));
  }, [name]);
  return (
    <>
      <p class="origin">
        <a href="/people">All people</a>
      </p>
      <Loaded resource={answer}>{({entity}) => <Person entity={entity} />}</Loaded>
    </>
  );
}

function Person({entity}: {entity: Entity}) {
  const says = usePagedList<Statement>(apiUrl('/v1/entities/{id}/statements', entity.id, {limit: ON_A_PAGE}));
  const about = usePagedList<Statement>(apiUrl('/v1/entities/{id}/about', entity.id, {limit: ON_A_PAGE}));
  const [by, of] = [says.data ?? [], about.data ?? []];
  const search = encodeURIComponent(searchNames(entity)[0] ?? entity.name);
  return (
    <>
      <h1>{entity.name}</h1>
      <PersonFacts entity={entity} />
      <div class="list-bar">
        <a href={`/changes?source=${entity.id}`}>Positions over time</a>
        <a href={`/timeline?who=${search}`}>On the timeline</a>
        <a href={`/disputes?who=${search}`}>Disputes</a>
        <SaveAs
          name="person"
          records={() => ({entity, statements: by, about: of})}
          table={() => statementTable(by, of)}
        />
      </div>
      <div class="person-columns">
        <StatementList id="says" title="Says" list={says} />
        <StatementList id="about" title="Is spoken of" list={about} />
      </div>
      <OwnDisputes entity={entity} />
      <Articles entity={entity} />
    </>
  );
}

const MOST_READ = 20; // articles

// What needs to know in which articles somebody speaks or is spoken of.
function Articles({entity}: {entity: Entity}) {
  const answer = useResource<EntityAnswer>(apiUrl('/v1/entities/{id}', entity.id, {limit: 200}));
  const statements = [...(answer.data?.statements ?? []), ...(answer.data?.about ?? [])];
  const articles = [...new Set(statements.map((statement) => statement.document))];
  return (
    <>
      <Roles entity={entity} articles={articles.slice(0, MOST_READ)} />
      <CorrectPanel entity={entity} statements={statements} />
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
          <dd>
            <LongList texts={roles} />
          </dd>
        </div>
      )}
      {entity.aliases.length > 0 && (
        <div>
          <dt>Also called</dt>
          <dd>
            <LongList texts={entity.aliases} />
          </dd>
        </div>
      )}
      {groups.length > 0 && (
        <div>
          <dt>Speaks for</dt>
          <dd>
            {groups.slice(0, MOST_LISTED).map((id, i) => (
              <>
                {i > 0 && ', '}
                <EntityLink key={id} id={id} />
              </>
            ))}
            {groups.length > MOST_LISTED && ` and ${groups.length - MOST_LISTED} more`}
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

// Many are called a hundred things by a hundred articles.
function LongList({texts}: {texts: string[]}) {
  const [all, setAll] = useState(false);
  if (all || texts.length <= MOST_LISTED) return <>{texts.join(', ')}</>;
  return (
    <>
      {texts.slice(0, MOST_LISTED).join(', ')}{' '}
      <button type="button" class="quiet" onClick={() => setAll(true)}>
        and {texts.length - MOST_LISTED} more
      </button>
    </>
  );
}

function EntityLink({id}: {id: string}) {
  const answer = useResource<EntityAnswer>(apiUrl('/v1/entities/{id}', id, {limit: 1}));
  return <a href={entityAddress(id)}>{answer.data?.entity.name ?? id}</a>;
}

interface StatementListProps {
  id: string;
  title: string;
  list: PagedList<Statement>;
}

function StatementList({id, title, list}: StatementListProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="section-title">
        {title}
      </h2>
      <Loaded resource={list}>
        {(statements) =>
          statements.length === 0 ? (
            <p class="origin">Nothing that the ledger holds.</p>
          ) : (
            <ol class="rows">
              {statements.map((statement) => (
                <li key={statementKey(statement)} class="row">
                  <ClaimLine statement={statement} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
      <MoreButton list={list} />
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
      <Loaded resource={lists}>{(found) => <OwnNetwork lists={found} />}</Loaded>
    </section>
  );
}

function OwnNetwork({lists}: {lists: List<Dispute>[]}) {
  const disputes = useMemo(() => withoutDoubles(lists.flatMap(({items}) => items)), [lists]);
  return <Network disputes={disputes} most={24} />;
}

// What several names find is there once.
function withoutDoubles(disputes: Dispute[]): Dispute[] {
  return [...new Map(disputes.map((dispute) => [statementKey(dispute.statement), dispute])).values()];
}

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
          What {counted(articles.length, 'article')} call {entity.name}
        </summary>
        {open && <RoleTable entity={entity} articles={articles} />}
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
