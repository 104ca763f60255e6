// Asks the server. What was asked before is kept with its ETag, so that it is shown at once and is sent again
// only where the ledger has changed.
import {tokenHeaders, tokenWanted} from './token';

const MOST_KEPT = 60; // answers

interface Kept {
  tag: string | null;
  value: unknown;
}

const kept = new Map<string, Kept>();

// An answer that says what went wrong (RFC 9457), or status 0 where there was none.
export class ApiError extends Error {
  constructor(readonly status: number, readonly title: string, detail: string) {
    super(detail);
  }
}

export type Query = Record<string, string | number | undefined>;

// "/v1/articles/{id}" with what stands in its place, and the query's parameters that are not empty.
export function apiUrl(path: string, id?: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const filled = id === undefined ? path : path.replace('{id}', encodeURIComponent(id));
  const text = parameters.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

// What was last answered, for showing while it is asked for again.
export function lastAnswer<T>(url: string): T | undefined {
  return kept.get(url)?.value as T | undefined;
}

export async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  const known = kept.get(url);
  const headers: Record<string, string> = known?.tag ? {'If-None-Match': known.tag} : {};
  const response = await send(url, {headers, signal, cache: 'no-store'});
  if (response.status === 304 && known) return known.value as T;
  const value = (await response.json()) as T;
  keep(url, {tag: response.headers.get('ETag'), value});
  return value;
}

// What a request that changes or reads something answers; undefined where that is nothing.
export async function submit<T>(method: 'POST' | 'DELETE', url: string, body?: string | File, type?: string): Promise<T> {
  const headers: Record<string, string> = type === undefined ? {} : {'Content-Type': type};
  const response = await send(url, {method, headers, body});
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, {...init, headers: {...init.headers, ...tokenHeaders()}});
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError(0, 'No answer', 'The server cannot be reached. Is hearsay serve still running?');
  }
  if (response.ok || response.status === 304) return response;
  if (response.status === 401) tokenWanted.set(true);
  throw await problemOf(response);
}

async function problemOf(response: Response): Promise<ApiError> {
  const text = await response.text().catch(() => '');
  try {
    const {title, detail} = JSON.parse(text) as {title?: string; detail?: string};
    return new ApiError(response.status, title ?? response.statusText, detail ?? text);
  } catch {
    return new ApiError(response.status, response.statusText, text.slice(0, 300));
  }
}

function keep(url: string, answer: Kept): void {
  kept.delete(url); // to the end: the first is the one that was asked for longest ago
  kept.set(url, answer);
  const oldest = kept.keys().next();
  if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
}
