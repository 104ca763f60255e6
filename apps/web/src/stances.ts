// Who stands where on a claim, put together by source.
import type {Position, Thread} from './api/types';
import {type Tone, positionTone} from './words';

export interface Stance {
  source: string;
  entity: string | null;
  named: boolean;
  steps: Position[]; // in the order of time
}

export function stancesOf(thread: Thread): Stance[] {
  const found = new Map<string, Stance>();
  for (const position of thread.positions) {
    const key = position.entity ?? position.source;
    const stance = found.get(key) ?? {source: position.source, entity: position.entity, named: position.named !== false, steps: []};
    stance.steps.push(position);
    found.set(key, stance);
  }
  const stances = [...found.values()];
  for (const stance of stances) stance.steps.sort((a, b) => a.since.localeCompare(b.since));
  return stances;
}

// How many stand on each side now.
export function sidesOf(stances: Stance[]): Record<Tone, number> {
  const sides: Record<Tone, number> = {for: 0, against: 0, moved: 0, plain: 0};
  for (const stance of stances) sides[positionTone(stance.steps.at(-1)?.position ?? '')]++;
  return sides;
}

export function spanOfThread(thread: Thread): {first?: string; last?: string} {
  const dates = thread.positions.map((position) => position.since).filter(Boolean).sort();
  return {first: dates[0], last: dates.at(-1)};
}
