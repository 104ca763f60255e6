// Tells the ledger that two statements have nothing to do with each other.
import {useState} from 'preact/hooks';
import {statementKey} from '../addresses';
import {ApiError} from '../api/client';
import {refresh} from '../api/resource';
import type {Correction} from '../api/types';
import {UndoButton} from '../people/correct_panel';
import {saveCorrection} from '../people/corrections';
import {Store, useStore} from '../store';
import type {Pair} from './pairs';

interface Told {
  correction: Correction;
  why: string;
}

// What was told last: the pair itself is gone from the page.
const lastTold = new Store<Told | null>(null);

export function NotRelated({pair}: {pair: Pair}) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState('');
  const request = {kind: 'unrelated', first: statementKey(pair.later), second: statementKey(pair.earlier)};
  const save = () =>
    saveCorrection(request).then(
      (correction) => {
        lastTold.set({correction, why: pair.relation.why});
        refresh();
      },
      (error: unknown) => setProblem(error instanceof ApiError ? error.message : String(error)),
    );
  return (
    <div class="not-related">
      <button type="button" class="quiet" aria-expanded={asking} onClick={() => setAsking(!asking)}>
        Not related …
      </button>
      {asking && (
        <div class="not-related-question">
          <span>These two statements have nothing to do with each other?</span>{' '}
          <button type="button" onClick={() => void save()}>
            Save this
          </button>{' '}
          <button type="button" onClick={() => setAsking(false)}>
            Leave it
          </button>
          {problem !== '' && (
            <p role="alert" class="problem">
              {problem}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

export function ToldNote() {
  const told = useStore(lastTold);
  return (
    <div role="status" class="told-note">
      {told && (
        <p>
          Saved as not related: {told.why}.{' '}
          <UndoButton correction={told.correction} text="not related" onUndone={() => lastTold.set(null)} />{' '}
          <a href="/corrections">All corrections</a>
        </p>
      )}
    </div>
  );
}
