import type {ComponentChildren} from 'preact';
import type {ApiError} from '../api/client';
import {isPassing, problemWords} from '../api/problem_words';
import {refresh, type Resource, useResource} from '../api/resource';
import type {Stats} from '../api/types';

export function Empty({title, children}: {title: string; children?: ComponentChildren}) {
  return (
    <div class="state">
      <p class="state-title">{title}</p>
      {children}
    </div>
  );
}

// For a list that is empty: in a ledger without any article, filters are not why.
export function EmptyList(props: {title: string; children?: ComponentChildren}) {
  const stats = useResource<Stats>('/v1/stats');
  if (stats.loading && !stats.data) return <Loading />;
  if (stats.data?.articles !== 0) return <Empty {...props} />;
  return (
    <Empty title="The ledger is empty">
      <p>
        <a class="primary" href="/read">Paste an article</a>
      </p>
      <p>
        Or add many at once: <code>hearsay add LEDGER FILE…</code>
      </p>
    </Empty>
  );
}

// Appears only where an answer takes long (states.css).
export function Loading({what = 'Loading'}: {what?: string}) {
  return (
    <div class="state loading" role="status">
      <span class="visually-hidden">{what} …</span>
      <span class="line" />
      <span class="line" />
      <span class="line short" />
    </div>
  );
}

export function ErrorNote({error}: {error: ApiError}) {
  const {title, text} = problemWords(error.status, error.title, error.message);
  return (
    <div class="state error" role="alert">
      <p class="state-title">{title}</p>
      <p>{text}</p>
      {isPassing(error.status) && <button type="button" onClick={refresh}>Try again</button>}
    </div>
  );
}

interface LoadedProps<T> {
  resource: Resource<T>;
  children: (data: T) => ComponentChildren;
}

// What was asked for, or that it is on its way, or why it did not come.
export function Loaded<T>({resource, children}: LoadedProps<T>) {
  if (resource.data !== undefined) {
    return (
      <>
        {resource.error && <ErrorNote error={resource.error} />}
        {children(resource.data)}
      </>
    );
  }
  return resource.error ? <ErrorNote error={resource.error} /> : <Loading />;
}

export function MoreButton({list}: {list: {more?: () => void; loadingMore: boolean}}) {
  if (!list.more) return null;
  return (
    <p class="more">
      <button type="button" onClick={list.more} disabled={list.loadingMore}>
        {list.loadingMore ? 'Loading …' : 'Show more'}
      </button>
    </p>
  );
}
