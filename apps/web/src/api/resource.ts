import {useEffect, useState} from 'preact/hooks';
import {Store, useStore} from '../store';
import {ApiError, get, lastAnswer} from './client';

// Goes up when what is shown is to be asked for again.
export const revision = new Store(0);

export function refresh(): void {
  revision.set(revision.get() + 1);
}

export interface Resource<T> {
  data?: T; // also while newer is on its way
  error?: ApiError;
  loading: boolean;
}

// What the server answers to a GET; nothing is asked for null.
export function useResource<T>(url: string | null): Resource<T> {
  const wave = useStore(revision);
  const [held, setHeld] = useState<{url: string | null; resource: Resource<T>}>(() => first(url));
  useEffect(() => {
    if (url === null) return undefined;
    const stopped = new AbortController();
    setHeld((before) => (before.url === url ? before : first<T>(url)));
    get<T>(url, stopped.signal).then(
      (data) => setHeld({url, resource: {data, loading: false}}),
      (error: unknown) => {
        if (!stopped.signal.aborted) setHeld({url, resource: {error: asApiError(error), loading: false}});
      },
    );
    return () => stopped.abort();
  }, [url, wave]);
  // The effect that starts asking runs after this rendering, which must not show the answer to what was asked before.
  return held.url === url ? held.resource : first<T>(url).resource;
}

function first<T>(url: string | null): {url: string | null; resource: Resource<T>} {
  return {url, resource: {data: url === null ? undefined : lastAnswer<T>(url), loading: url !== null}};
}

export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0, 'Error', String(error));
}

// A list that goes on: each page is asked for when the reader wants it.
export interface PagedList<T> extends Resource<T[]> {
  more?: () => void; // where there is more
  loadingMore: boolean;
}

export function usePagedList<T>(url: string): PagedList<T> {
  const head = useResource<{items: T[]; next: string | null}>(url);
  const [tail, setTail] = useState<{of: unknown; items: T[]; next: string | null; loading: boolean; error?: ApiError}>();
  // What follows belongs to one answer; when that is another one, the list begins anew.
  const mine = tail !== undefined && tail.of === head.data ? tail : undefined;
  const next = mine ? mine.next : (head.data?.next ?? null);
  const items = head.data && [...head.data.items, ...(mine?.items ?? [])];
  const more = async () => {
    const of = head.data;
    const base = {of, items: mine?.items ?? [], next};
    setTail({...base, loading: true});
    try {
      const page = await get<{items: T[]; next: string | null}>(withCursor(url, next ?? ''));
      setTail({of, items: [...base.items, ...page.items], next: page.next, loading: false});
    } catch (error) {
      setTail({...base, loading: false, error: asApiError(error)});
    }
  };
  return {
    data: items,
    error: head.error ?? mine?.error,
    loading: head.loading,
    loadingMore: mine?.loading ?? false,
    more: next === null ? undefined : () => void more(),
  };
}

function withCursor(url: string, cursor: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
}
