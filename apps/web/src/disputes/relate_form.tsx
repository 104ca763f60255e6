// Tells the ledger that two statements are related which it has not related itself.
import './pair_card.css';
import {useState} from 'preact/hooks';
import {statementKey} from '../addresses';
import {ApiError, apiUrl} from '../api/client';
import {refresh, useResource} from '../api/resource';
import type {Correction, List, RelationType, Statement, StatementAnswer} from '../api/types';
import {ClaimLine} from '../components/claim_line';
import {correctionText, saveCorrection} from '../people/corrections';
import {UndoButton} from '../people/correct_panel';
import {setQuery, usePlace} from '../place';
import {RELATION_NAMES, relationLabel, sourceLabel} from '../words';

const MOST_FOUND = 8;

export function RelateForm() {
  const {query} = usePlace();
  const [type, setType] = useState<RelationType>('disputes');
  const [saved, setSaved] = useState<Correction | null>(null);
  const [problem, setProblem] = useState('');
  const first = query.get('first') ?? '';
  const second = query.get('second') ?? '';
  const save = () => {
    if (first === '' || second === '') return setProblem('Choose two statements.');
    saveCorrection({kind: 'related', first, second, type}).then(
      (correction) => {
        setSaved(correction);
        setProblem('');
        setQuery({first: undefined, second: undefined}, true);
        refresh();
      },
      (error: unknown) => setProblem(error instanceof ApiError ? error.message : String(error)),
    );
  };
  return (
    <section class="relate" aria-labelledby="relate">
      <h2 id="relate" class="section-title">
        Two statements that belong together
      </h2>
      <StatementField name="first" label="One statement" chosen={first} />
      <StatementField name="second" label="The other one" chosen={second} />
      <p class="relate-type">
        <label>
          The later one{' '}
          <select value={type} onChange={(event) => setType(event.currentTarget.value as RelationType)}>
            {RELATION_NAMES.map((name) => (
              <option key={name} value={name}>
                {relationLabel(name, false)}
              </option>
            ))}
          </select>{' '}
          the earlier one
        </label>{' '}
        <button type="button" onClick={save}>
          Save this
        </button>
      </p>
      {problem !== '' && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      <div role="status">
        {saved && (
          <p>
            Saved: {correctionText(saved)}.{' '}
            <UndoButton correction={saved} text={correctionText(saved)} onUndone={() => setSaved(null)} />
          </p>
        )}
      </div>
    </section>
  );
}

interface FieldProps {
  name: 'first' | 'second';
  label: string;
  chosen: string;
}

// The statement that is chosen, or how to find one: by its words, or by what stands for it (ARTICLE/a3).
function StatementField({name, label, chosen}: FieldProps) {
  const answer = useResource<StatementAnswer>(chosen === '' ? null : apiUrl('/v1/statements/{id}', chosen));
  const choose = (key: string | undefined) => setQuery({[name]: key});
  if (chosen === '') return <FindStatement name={name} label={label} choose={choose} />;
  return (
    <div class="relate-chosen" role="group" aria-label={label}>
      <p class="pair-name">{label}</p>
      {answer.data ? (
        <ClaimLine statement={answer.data.statement} />
      ) : (
        <p>{answer.error ? answer.error.message : 'Loading …'}</p>
      )}
      <button type="button" class="quiet" aria-label={`${label}: choose another`} onClick={() => choose(undefined)}>
        Choose another
      </button>
    </div>
  );
}

interface FindProps {
  name: string;
  label: string;
  choose: (key: string) => void;
}

function FindStatement({name, label, choose}: FindProps) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const found = useResource<List<Statement>>(
    asked === '' ? null : apiUrl('/v1/search', undefined, {q: asked, limit: MOST_FOUND}),
  );
  const find = (event: Event) => {
    event.preventDefault();
    const text = typed.trim();
    if (/\/a\d+$/.test(text)) choose(text);
    else setAsked(text);
  };
  return (
    <form class="relate-find" onSubmit={find}>
      <label for={`relate-${name}`}>{label}</label>
      <input
        id={`relate-${name}`}
        type="search"
        autocomplete="off"
        value={typed}
        placeholder="Words of it, or ARTICLE/a3"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit">Find</button>
      {found.error && <p role="alert">{found.error.message}</p>}
      {asked !== '' && found.data && found.data.items.length === 0 && <p class="origin">No statement fits.</p>}
      {(found.data?.items ?? []).length > 0 && (
        <ul class="relate-found">
          {found.data!.items.map((statement) => (
            <li key={statementKey(statement)}>
              <button type="button" class="quiet" onClick={() => choose(statementKey(statement))}>
                <span class="source-name">{sourceLabel(statement)}</span> {statement.cue} {statement.content}{' '}
                <span class="origin">{[statement.publisher, statement.published].filter(Boolean).join(' · ')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
