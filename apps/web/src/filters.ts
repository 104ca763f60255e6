// What narrows a view down. It stands in the address, so that a link holds it, too.
import type {Query} from './api/client';
import {usePlace} from './place';

export type Filter = 'q' | 'who' | 'act' | 'outlet' | 'after' | 'before';
export const FILTERS: Filter[] = ['q', 'who', 'act', 'outlet', 'after', 'before'];

// Those of `names` that are set, as parameters of the API.
export function useFilters(names: Filter[]): Query {
  const {query} = usePlace();
  const chosen: Query = {};
  for (const name of names) chosen[name] = query.get(name) ?? undefined;
  return chosen;
}

// Addresses of other views keep the filters.
export function filterSuffix(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of FILTERS) {
    const value = query.get(name);
    if (value) kept.set(name, value);
  }
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}
