// A reader tells the ledger whether a relation is right: it is, it is another one, or there is none.
import type {ComponentChildren} from 'preact';
import {useState} from 'preact/hooks';
import {statementKey} from '../addresses';
import {ApiError} from '../api/client';
import {refresh} from '../api/resource';
import type {Correction, RelationType} from '../api/types';
import {UndoButton} from '../people/correct_panel';
import {correctionOf, saveCorrection, undoCorrection} from '../people/corrections';
import {Store, useStore} from '../store';
import {RELATION_NAMES, relationLabel} from '../words';
import type {Pair} from './pairs';

interface Told {
  correction: Correction;
  text: string; // what was told
  why: string;
}

// What was told last: the pair itself may be gone from the page.
const lastTold = new Store<Told | null>(null);

type Asking = 'unrelated' | 'otherwise' | null;

export function Judging({pair}: {pair: Pair}) {
  const [asking, setAsking] = useState<Asking>(null);
  const [problem, setProblem] = useState('');
  const ends = {first: statementKey(pair.later), second: statementKey(pair.earlier)};
  const fail = (error: unknown) => setProblem(error instanceof ApiError ? error.message : String(error));
  const save = (request: object, text: string) =>
    saveCorrection({...ends, ...request}).then((correction) => {
      lastTold.set({correction, text, why: pair.relation.why});
      setAsking(null);
      refresh();
    }, fail);
  const toggle = (what: Asking) => setAsking(asking === what ? null : what);
  return (
    <div class="judging">
      {pair.relation.told ? (
        <Confirmed ends={ends} onProblem={fail} />
      ) : (
        <>
          <button type="button" class="quiet" onClick={() => void save({kind: 'related'}, 'right')}>
            This is right
          </button>
          <button type="button" class="quiet" aria-expanded={asking === 'unrelated'} onClick={() => toggle('unrelated')}>
            Not related …
          </button>
          <button type="button" class="quiet" aria-expanded={asking === 'otherwise'} onClick={() => toggle('otherwise')}>
            Related otherwise …
          </button>
        </>
      )}
      {asking === 'unrelated' && (
        <Question onSave={() => void save({kind: 'unrelated'}, 'not related')} onLeave={() => setAsking(null)}>
          <span>These two statements have nothing to do with each other?</span>
        </Question>
      )}
      {asking === 'otherwise' && (
        <Otherwise
          found={pair.relation.type}
          onSave={(type) => void save({kind: 'related', type}, relationLabel(type, false))}
          onLeave={() => setAsking(null)}
        />
      )}
      {problem !== '' && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
    </div>
  );
}

interface ConfirmedProps {
  ends: {first: string; second: string};
  onProblem: (error: unknown) => void;
}

function Confirmed({ends, onProblem}: ConfirmedProps) {
  const undo = async () => {
    try {
      const correction = await correctionOf(ends.first, ends.second);
      if (!correction) throw new Error('It was told of copies of these statements; see all corrections.');
      lastTold.set(null);
      await undoCorrection(correction.number);
    } catch (error) {
      onProblem(error instanceof ApiError ? error : new ApiError(0, 'Error', (error as Error).message));
    }
  };
  return (
    <>
      <span class="confirmed">Confirmed by hand</span>
      <button type="button" class="quiet" onClick={() => void undo()}>
        Take that back
      </button>
    </>
  );
}

interface QuestionProps {
  onSave: () => void;
  onLeave: () => void;
  children: ComponentChildren;
}

function Question({onSave, onLeave, children}: QuestionProps) {
  return (
    <div class="judging-question">
      {children}{' '}
      <button type="button" onClick={onSave}>
        Save this
      </button>{' '}
      <button type="button" onClick={onLeave}>
        Leave it
      </button>
    </div>
  );
}

interface OtherwiseProps {
  found: RelationType;
  onSave: (type: RelationType) => void;
  onLeave: () => void;
}

function Otherwise({found, onSave, onLeave}: OtherwiseProps) {
  const others = RELATION_NAMES.filter((type) => type !== found);
  const [type, setType] = useState<RelationType>(others[0]!);
  return (
    <Question onSave={() => onSave(type)} onLeave={onLeave}>
      <label>
        What was said later{' '}
        <select value={type} onChange={(event) => setType(event.currentTarget.value as RelationType)}>
          {others.map((name) => (
            <option key={name} value={name}>
              {relationLabel(name, false)}
            </option>
          ))}
        </select>{' '}
        what was said first
      </label>
    </Question>
  );
}

export function ToldNote() {
  const told = useStore(lastTold);
  return (
    <div role="status" class="told-note">
      {told && (
        <p>
          Saved as {told.text}: {told.why}.{' '}
          <UndoButton correction={told.correction} text={told.text} onUndone={() => lastTold.set(null)} />{' '}
          <a href="/corrections">All corrections</a>
        </p>
      )}
    </div>
  );
}
