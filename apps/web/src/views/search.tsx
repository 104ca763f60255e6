import './search.css';
import {useRef} from 'preact/hooks';
import {statementKey} from '../addresses';
import {apiUrl} from '../api/client';
import {usePagedList} from '../api/resource';
import type {Statement} from '../api/types';
import {ClaimLine} from '../components/claim_line';
import {FilterBar} from '../components/filter_bar';
import {EmptyList, Loaded, MoreButton} from '../components/states';
import {FILTERS, useFilters} from '../filters';
import {setQuery} from '../place';

const EXAMPLES = ['act:deny', 'by:"coast guard"', '"unusual movement"', 'bridge after:2025-06-16'];

const BESIDE_WORDS = FILTERS.filter((name) => name !== 'q');

// Statements, by the words and filters that `hearsay search` takes.
export function SearchView() {
  const filters = useFilters(FILTERS);
  const list = usePagedList<Statement>(apiUrl('/v1/search', undefined, filters));
  return (
    <>
      <h1>Search</h1>
      <SearchForm text={String(filters.q ?? '')} />
      <FilterBar filters={BESIDE_WORDS} />
      <Loaded resource={list}>{(statements) => <Results statements={statements} />}</Loaded>
      <MoreButton list={list} />
    </>
  );
}

function SearchForm({text}: {text: string}) {
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    setQuery({q: field.current?.value.trim()});
  };
  return (
    <form class="search" role="search" onSubmit={submit}>
      <label for="search" class="visually-hidden">Words and filters</label>
      <input id="search" key={text} ref={field} type="search" defaultValue={text} autocomplete="off" />
      <button type="submit">Search</button>
      <p class="origin search-help">
        Words, "phrases", and filters:{' '}
        {EXAMPLES.map((example) => (
          <a key={example} href={`/search?q=${encodeURIComponent(example)}`}><code>{example}</code></a>
        ))}
      </p>
    </form>
  );
}

function Results({statements}: {statements: Statement[]}) {
  if (statements.length === 0) {
    return <EmptyList title="No statement fits"><p>Every word has to stand in what is said. Try fewer words.</p></EmptyList>;
  }
  return (
    <ol class="rows">
      {statements.map((statement) => (
        <li class="row" key={statementKey(statement)}><ClaimLine statement={statement} /></li>
      ))}
    </ol>
  );
}
