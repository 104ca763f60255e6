// The filters by their names in the address.
export type Filter = 'q' | 'who' | 'act' | 'outlet' | 'after' | 'before';
export const FILTERS: Filter[] = ['q', 'who', 'act', 'outlet', 'after', 'before'];

export const FILTER_LABELS: Record<Filter, string> = {
  q: 'Words',
  who: 'Who',
  act: 'Does what',
  outlet: 'Outlet',
  after: 'From',
  before: 'Until',
};

// Addresses of other views keep the filters, but for the words where one of the two looks for a name by them.
export function filterSuffix(query: URLSearchParams, from: string, to: string): string {
  const kept = new URLSearchParams();
  const names = from === '/people' || to === '/people';
  for (const name of FILTERS) {
    const value = query.get(name);
    if (value && !(names && name === 'q')) kept.set(name, value);
  }
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}
