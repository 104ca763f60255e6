// What went wrong, in words of whoever uses the page.
import {type Filter, FILTER_LABELS, FILTERS} from '../filter_names';

export interface ProblemWords {
  title: string;
  text: string;
}

const TITLES: Record<number, string> = {
  0: 'No answer',
  400: 'This was not understood',
  401: 'A token is needed',
  403: 'This is not allowed',
  404: 'There is no such thing',
  413: 'This is too large',
  415: 'This kind of file cannot be read',
  429: 'Too much at once',
  503: 'The server is busy',
};

// Of an answer with this status: `reason` is HTTP's word for it, `detail` what the server says. Errors of a filter
// begin with its name: "after: expected a date such as 2024-03-06, found 'May'".
export function problemWords(status: number, reason: string, detail: string): ProblemWords {
  const filter = status === 400 ? FILTERS.find((name) => detail.startsWith(`${name}: `)) : undefined;
  if (filter) return {title: filterTitle(filter), text: sentence(detail.slice(filter.length + 2))};
  const title = TITLES[status] ?? (status >= 500 ? 'The server failed' : reason);
  return {title: title || 'Something went wrong', text: sentence(detail)};
}

// True for what may be gone when the same is asked again.
export function isPassing(status: number): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500;
}

function filterTitle(filter: Filter): string {
  if (filter === 'q') return 'The words to look for were not understood';
  return `The filter “${FILTER_LABELS[filter]}” was not understood`;
}

function sentence(text: string): string {
  return /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
