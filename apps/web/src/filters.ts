// What narrows a view down. It stands in the address, so that a link holds it, too.
import type {Query} from './api/client';
import type {Filter} from './filter_names';
import {usePlace} from './place';

export {type Filter, FILTERS} from './filter_names';

// Those of `names` that are set, as parameters of the API.
export function useFilters(names: Filter[]): Query {
  const {query} = usePlace();
  const chosen: Query = {};
  for (const name of names) chosen[name] = query.get(name) ?? undefined;
  return chosen;
}
