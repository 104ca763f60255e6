import type {ComponentChildren} from 'preact';
import {articleAddress, statementAddress} from '../addresses';
import type {Origin, Statement} from '../api/types';
import {counted, dateLabel} from '../words';
import {ActBadge} from './act_badge';
import {SourceName} from './source_name';

// A statement: who, the words of saying, what; below it where that stands.
export function ClaimLine({statement, children}: {statement: Statement; children?: ComponentChildren}) {
  return (
    <article class="claim">
      <p class="claim-head">
        <SourceName of={statement} /> {statement.cue !== '' && <span class="cue-words">{statement.cue}</span>}{' '}
        <ActBadge act={statement.act} negated={statement.negated} />
      </p>
      <ClaimWords statement={statement} />
      <p class="origin">
        <OriginLine of={statement} />
        <Carriers of={statement} />
      </p>
      {children}
    </article>
  );
}

// The words themselves lead to where they stand.
export function ClaimWords({statement}: {statement: Statement}) {
  return (
    <p class="claim-words">
      <a href={statementAddress(statement)}>{statement.content || '(nothing is quoted)'}</a>
    </p>
  );
}

export function OriginLine({of, title = true}: {of: Origin; title?: boolean}) {
  const parts = [of.publisher, dateLabel(of.published), title ? of.title : undefined, `¶${of.paragraph}`];
  return <>{parts.filter((part) => part !== undefined && part !== '').join(' · ')}</>;
}

const MOST_CARRIERS = 4;

// A wire report counts once, whoever prints it.
function Carriers({of}: {of: Statement}) {
  const articles = of.carried_by ?? [];
  if (articles.length === 0) return null;
  const rest = articles.length - MOST_CARRIERS;
  return (
    <>
      {' · also in '}
      {articles.slice(0, MOST_CARRIERS).map((id, i) => <>{i > 0 && ', '}<a key={id} href={articleAddress(id)}>{id}</a></>)}
      {rest > 0 && ` and ${counted(rest, 'other')}`}
    </>
  );
}
