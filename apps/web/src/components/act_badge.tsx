import type {Act} from '../api/types';
import {actLabel, actTone} from '../words';

// What is done by saying it. A plain assertion needs no badge.
export function ActBadge({act, negated = false}: {act: Act; negated?: boolean}) {
  if (act === 'assert' && !negated) return null;
  return <span class={`badge tone-${actTone(act, negated)}`}>{actLabel(act, negated)}</span>;
}
