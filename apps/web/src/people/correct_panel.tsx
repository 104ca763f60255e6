// Tells the ledger who somebody is: the same as another, somebody else in some articles, of which side.
import {useState} from 'preact/hooks';
import {ApiError, apiUrl} from '../api/client';
import {entityAddress, statementAddress} from '../addresses';
import {refresh, usePagedList, useResource} from '../api/resource';
import {Empty, Loaded, MoreButton} from '../components/states';
import type {Correction, Entity, List, Statement} from '../api/types';
import {go} from '../place';
import {Store, useStore} from '../store';
import {counted, dateLabel} from '../words';
import type {CorrectionRequest} from './corrections';
import {correctionText, idAfterwards, isOfStatements, requestProblem, saveCorrection, undoCorrection} from './corrections';
import {distinct, KINDS} from './filter';

interface PanelProps {
  entity: Entity;
  statements: Statement[];
}

interface Saved {
  of: string; // the entity's id
  correction: Correction;
  text: string;
}

type OnSaved = (correction: Correction, text: string, joined: Entity | null) => Promise<void>;

// Outlives the page of a person, whose address may change by what is saved.
const lastSaved = new Store<Saved | null>(null);

export function CorrectPanel({entity, statements}: PanelProps) {
  const [kind, setKind] = useState<Correction['kind'] | null>(null);
  const last = useStore(lastSaved);
  const saved = last?.of === entity.id ? last : null;
  const choose = (next: Correction['kind']) => {
    lastSaved.set(null);
    setKind(kind === next ? null : next);
  };
  const done: OnSaved = async (correction, text, joined) => {
    const id = await idAfterwards(entity, joined);
    lastSaved.set({of: id, correction, text});
    setKind(null);
    if (id !== entity.id) go(entityAddress(id), true);
    refresh();
  };
  return (
    <section class="correct" aria-labelledby="correct">
      <h2 id="correct" class="section-title">
        Correct who this is
      </h2>
      <div class="correct-kinds">
        <KindButton open={kind === 'merge'} onClick={() => choose('merge')}>
          Same as somebody else …
        </KindButton>
        <KindButton open={kind === 'split'} onClick={() => choose('split')}>
          Two in one …
        </KindButton>
        <KindButton open={kind === 'side'} onClick={() => choose('side')}>
          Speaks for …
        </KindButton>
      </div>
      {kind === 'merge' && <PickSomebody key="merge" kind="merge" entity={entity} onSaved={done} />}
      {kind === 'side' && <PickSomebody key="side" kind="side" entity={entity} onSaved={done} />}
      {kind === 'split' && <PickArticles entity={entity} statements={statements} onSaved={done} />}
      <div role="status">{saved && <SavedNote saved={saved} onUndone={() => lastSaved.set(null)} />}</div>
    </section>
  );
}

interface KindProps {
  open: boolean;
  onClick: () => void;
  children: string;
}

function KindButton({open, onClick, children}: KindProps) {
  return (
    <button type="button" aria-expanded={open} onClick={onClick}>
      {children}
    </button>
  );
}

interface PickProps {
  kind: 'merge' | 'side';
  entity: Entity;
  onSaved: OnSaved;
}

function PickSomebody({kind, entity, onSaved}: PickProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Entity | null>(null);
  const name = typed.trim();
  const found = useResource<List<Entity>>(name.length < 2 ? null : apiUrl('/v1/entities', undefined, {name, limit: 8}));
  const others = (found.data?.items ?? []).filter((other) => other.id !== entity.id);
  const question = kind === 'merge' ? `Who is ${entity.name}, too?` : `Whom does ${entity.name} speak for?`;
  return (
    <div class="correct-form">
      <label for="pick">{question}</label>
      <input
        id="pick"
        type="text"
        autocomplete="off"
        value={typed}
        placeholder="Type a name"
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(null);
        }}
      />
      <fieldset>
        <legend class="visually-hidden">Those found</legend>
        {name.length >= 2 && found.data && others.length === 0 && <p class="origin">Nobody of that name.</p>}
        {others.map((other) => (
          <label key={other.id} class="check">
            <input type="radio" name="picked" checked={chosen?.id === other.id} onChange={() => setChosen(other)} />
            <span>
              {other.name} <span class="origin">{entityFacts(other)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Confirm
        request={{kind, first: entity.id, second: chosen?.id}}
        onSaved={onSaved}
        joined={kind === 'merge' ? chosen : null}
        text={correctionText({kind, first: entity.name, second: chosen?.name ?? '…'})}
      />
    </div>
  );
}

export function entityFacts(entity: Entity): string {
  return [
    KINDS[entity.kind] ?? entity.kind,
    ...distinct(entity.roles).slice(0, 3),
    counted(entity.statements, 'statement'),
  ].join(' · ');
}

interface PickArticlesProps extends PanelProps {
  onSaved: OnSaved;
}

function PickArticles({entity, statements, onSaved}: PickArticlesProps) {
  const [chosen, setChosen] = useState<string[]>([]);
  const articles = [...new Map(statements.map((statement) => [statement.document, statement])).values()];
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const titles = articles
    .filter(({document}) => chosen.includes(document))
    .map(({title, document}) => `“${title || document}”`);
  return (
    <div class="correct-form">
      <fieldset>
        <legend>In which articles is {entity.name} somebody else?</legend>
        {articles.map(({document, title, publisher, published}) => (
          <label key={document} class="check">
            <input type="checkbox" checked={chosen.includes(document)} onChange={() => toggle(document)} />
            <span>
              {title || document}{' '}
              <span class="origin">{[publisher, dateLabel(published)].filter(Boolean).join(' · ')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Confirm
        request={{kind: 'split', first: entity.id, articles: chosen}}
        onSaved={onSaved}
        text={correctionText({kind: 'split', first: entity.name, articles: titles.length > 0 ? titles : ['…']})}
      />
    </div>
  );
}

interface ConfirmProps {
  request: CorrectionRequest;
  text: string; // what is going to be said
  joined?: Entity | null;
  onSaved: OnSaved;
}

function Confirm({request, text, joined = null, onSaved}: ConfirmProps) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const lacking = requestProblem(request);
  const save = async () => {
    if (lacking !== '') return setProblem(lacking);
    setBusy(true);
    await saveCorrection(request)
      .then((correction) => onSaved(correction, text, joined))
      .catch((error: unknown) => setProblem(error instanceof ApiError ? error.message : String(error)));
    setBusy(false);
  };
  return (
    <div class="confirm">
      <p>
        The ledger will hold, also for articles to come: <strong>{text}.</strong>
      </p>
      <button type="button" disabled={busy} onClick={() => void save()}>
        Save this
      </button>
      {problem !== '' && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
    </div>
  );
}

function SavedNote({saved, onUndone}: {saved: Saved; onUndone: () => void}) {
  return (
    <p>
      Saved: {saved.text}. <UndoButton correction={saved.correction} text={saved.text} onUndone={onUndone} />
    </p>
  );
}

interface UndoProps {
  correction: Correction;
  text: string;
  onUndone?: () => void;
}

export function UndoButton({correction, text, onUndone}: UndoProps) {
  const [problem, setProblem] = useState('');
  const undo = () =>
    undoCorrection(correction.number).then(onUndone, (error: unknown) =>
      setProblem(error instanceof ApiError ? error.message : String(error)),
    );
  return (
    <>
      <button type="button" class="quiet" aria-label={`Undo: ${text}`} onClick={() => void undo()}>
        Undo
      </button>
      {problem !== '' && (
        <span role="alert" class="problem">
          {problem}
        </span>
      )}
    </>
  );
}

// All that the ledger was told, each to be taken back.
export function CorrectionList() {
  const list = usePagedList<Correction>('/v1/corrections');
  return (
    <>
      <Loaded resource={list}>
        {(corrections) =>
          corrections.length === 0 ? (
            <Empty title="Nothing was corrected" />
          ) : (
            <ol class="correction-list">
              {corrections.map((correction) => (
                <CorrectionLine key={correction.number} correction={correction} />
              ))}
            </ol>
          )
        }
      </Loaded>
      <MoreButton list={list} />
    </>
  );
}

function CorrectionLine({correction}: {correction: Correction}) {
  const text = correctionText(correction);
  const pair = isOfStatements(correction) ? [correction.first, correction.second ?? ''] : [];
  return (
    <li>
      <span>{text}</span>
      {pair.map((key, i) => (
        <a key={key} href={placeAddress(key)}>
          {i === 0 ? 'the first' : 'the second'}
        </a>
      ))}
      <UndoButton correction={correction} text={text} />
    </li>
  );
}

// Of "DOCUMENT/a3".
function placeAddress(key: string): string {
  const slash = key.lastIndexOf('/');
  return statementAddress({document: key.slice(0, slash), attribution: key.slice(slash + 1)});
}
