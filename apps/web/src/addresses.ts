// The addresses of what the page shows. Ids may hold anything, also slashes.
import type {StatementPlace} from './api/types';

export function articleAddress(id: string): string {
  return `/articles/${encodeURIComponent(id)}`;
}

export function statementAddress(place: StatementPlace): string {
  return `${articleAddress(place.document)}#${encodeURIComponent(place.attribution)}`;
}

export function threadAddress(id: string): string {
  return `/threads/${encodeURIComponent(id)}`;
}

export function entityAddress(id: string): string {
  return `/people/${encodeURIComponent(id)}`;
}

// An address elsewhere that is safe to link to; undefined for javascript:, data: and what is none.
export function outsideAddress(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\//i.test(url)) return undefined;
  return URL.canParse(url) ? url : undefined;
}

export function statementKey(place: StatementPlace): string {
  return `${place.document}/${place.attribution}`;
}
