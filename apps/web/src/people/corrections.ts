// What the ledger is told by hand: sent, taken back, and in words.
import {apiUrl, get, submit} from '../api/client';
import {refresh} from '../api/resource';
import type {Correction, Entity, List} from '../api/types';
import {relationLabel} from '../words';

export interface CorrectionRequest {
  kind: Correction['kind'];
  first: string;
  second?: string;
  articles?: string[];
}

// Why it cannot be sent yet; empty: it can.
export function requestProblem({kind, first, second, articles}: CorrectionRequest): string {
  if (kind === 'split')
    return articles && articles.length > 0 ? '' : 'Choose the articles in which it is somebody else.';
  if (!second) return 'Choose somebody.';
  return second === first ? 'Choose somebody else.' : '';
}

export function correctionText({kind, first, second, articles, type}: Omit<Correction, 'number'>): string {
  if (kind === 'merge') return `${first} and ${second} are one`;
  if (kind === 'side') return `${first} speaks for ${second}`;
  if (kind === 'unrelated') return `${first} and ${second} have nothing to do with each other`;
  if (kind === 'related') return `${first} and ${second} are related: the later one ${relationLabel(type ?? 'disputes', false)} the other`;
  if (kind === 'split') return `${first} is somebody else in ${(articles ?? []).join(', ')}`;
  return [kind, first, second].filter(Boolean).join(' '); // of a newer server
}

export function isOfStatements({kind}: Pick<Correction, 'kind'>): boolean {
  return kind === 'unrelated' || kind === 'related';
}

// What was told of these two statements, if anything.
export async function correctionOf(first: string, second: string): Promise<Correction | undefined> {
  for (let cursor: string | undefined; ; ) {
    const {items, next} = await get<List<Correction>>(apiUrl('/v1/corrections', undefined, {limit: 500, cursor}));
    const found = items.find(
      (each) =>
        isOfStatements(each) &&
        [each.first, each.second].includes(first) && [each.first, each.second].includes(second),
    );
    if (found || next === null) return found;
    cursor = next;
  }
}

export function saveCorrection(request: object): Promise<Correction> {
  return submit<Correction>('POST', '/v1/corrections', JSON.stringify(request), 'application/json');
}

// Whoever is joined has the id of one of both: of the longer name.
export async function idAfterwards(entity: Entity, other: Entity | null): Promise<string> {
  if (other === null) return entity.id;
  const {items} = await get<List<Entity>>(apiUrl('/v1/entities', undefined, {name: other.name}));
  return items.find(({id}) => id === other.id || id === entity.id)?.id ?? entity.id;
}

// Everything that is shown is asked for again: a correction may touch all of it.
export async function undoCorrection(number: number): Promise<void> {
  await submit('DELETE', `/v1/corrections/${number}`);
  refresh();
}
