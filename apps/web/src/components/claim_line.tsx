import type {ComponentChildren} from 'preact';
import {statementAddress} from '../addresses';
import type {Origin, Statement} from '../api/types';
import {dateLabel} from '../words';
import {ActBadge} from './act_badge';
import {CarrierLinks} from './carriers';
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
        {statement.carried_by && ' · also in '}
        <CarrierLinks of={statement} />
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
