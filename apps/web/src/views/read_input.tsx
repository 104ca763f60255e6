import type {Query} from '../api/client';

export interface Input {
  body: string | File;
  type: string;
  turn: number; // tells one reading from another
}

// What the reader knows of an article beside its text.
export type Given = Query & {title?: string; publisher?: string; published?: string; url?: string};

export function typeOf(text: string): string {
  return /^\s*<(!doctype|html|head|body|article|div|p)\b/i.test(text) ? 'text/html' : 'text/plain';
}

const FIELDS: {name: keyof Given & string; label: string; isDate?: boolean}[] = [
  {name: 'title', label: 'Title'},
  {name: 'publisher', label: 'Outlet'},
  {name: 'published', label: 'Published', isDate: true},
  {name: 'url', label: 'Address'},
];

// The fields write into `given`, which nothing on the page shows.
export function GivenFields({given}: {given: Given}) {
  return (
    <details class="filters">
      <summary>Title, outlet, date</summary>
      <div class="filter-fields">
        {FIELDS.map(({name, label, isDate}) => (
          <span key={name} class="field">
            <label for={`given-${name}`}>{label}</label>
            {isDate
              ? <input id={`given-${name}`} type="date" onInput={(event) => { given[name] = event.currentTarget.value; }} />
              : <input id={`given-${name}`} type="text" onInput={(event) => { given[name] = event.currentTarget.value.trim(); }} />}
          </span>
        ))}
      </div>
    </details>
  );
}
