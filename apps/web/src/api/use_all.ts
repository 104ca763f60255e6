// Several answers at once.
import {useEffect, useState} from 'preact/hooks';
import {useStore} from '../store';
import {get} from './client';
import {asApiError, type Resource, revision} from './resource';

// In the order of `urls`; fails where one of them does.
export function useAll<T>(urls: string[]): Resource<T[]> {
  const key = urls.join('\n');
  const wave = useStore(revision);
  const [held, setHeld] = useState<{key: string; resource: Resource<T[]>} | null>(null);
  useEffect(() => {
    const stopped = new AbortController();
    Promise.all(urls.map((url) => get<T>(url, stopped.signal))).then(
      (data) => setHeld({key, resource: {data, loading: false}}),
      (error: unknown) => {
        if (!stopped.signal.aborted) setHeld({key, resource: {error: asApiError(error), loading: false}});
      },
    );
    return () => stopped.abort();
  }, [key, wave]);
  return held?.key === key ? held.resource : {loading: true};
}
