import {articleAddress} from '../addresses';
import type {Statement} from '../api/types';
import {counted} from '../words';

const MOST_CARRIERS = 4;

interface Carrier {
  document: string;
  name: string;
}

// Each outlet once, by its first article; an article whose outlet is not known by its id.
export function carriersOf({carriers, carried_by: ids}: Pick<Statement, 'carriers' | 'carried_by'>): Carrier[] {
  const all = carriers ?? (ids ?? []).map((document) => ({document, publisher: undefined}));
  const named = all.map(({document, publisher}) => ({document, name: publisher || document}));
  return named.filter(({name}, i) => named.findIndex((other) => other.name === name) === i);
}

// Links to the articles that carry the same words, by their outlets.
export function CarrierLinks({of}: {of: Statement}) {
  const carriers = carriersOf(of);
  const rest = carriers.length - MOST_CARRIERS;
  return (
    <>
      {carriers.slice(0, MOST_CARRIERS).map(({document, name}, i) => (
        <>
          {i > 0 && ', '}
          <a key={document} href={articleAddress(document)}>
            {name}
          </a>
        </>
      ))}
      {rest > 0 && ` and ${counted(rest, 'other')}`}
    </>
  );
}
