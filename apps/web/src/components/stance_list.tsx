import {statementAddress} from '../addresses';
import type {Position} from '../api/types';
import type {Stance} from '../stances';
import {dateLabel, positionTone} from '../words';
import {SourceName} from './source_name';

export function StanceList({stances, most = Infinity}: {stances: Stance[]; most?: number}) {
  const rest = stances.length - most;
  return (
    <ul class="stances">
      {stances.slice(0, most).map((stance, i) => <StanceLine key={i} stance={stance} />)}
      {rest > 0 && <li class="origin">and {rest} more</li>}
    </ul>
  );
}

function StanceLine({stance}: {stance: Stance}) {
  return (
    <li class="stance">
      <SourceName of={{source: stance.source, entity: stance.entity, named: stance.named}} />
      <span class="steps">
        {stance.steps.map((step, i) => <Step key={i} step={step} isLater={i > 0} />)}
      </span>
    </li>
  );
}

function Step({step, isLater}: {step: Position; isLater: boolean}) {
  return (
    <span class="step">
      {isLater && <span class="then">then </span>}
      <a class={`position-word tone-${positionTone(step.position)}`} href={statementAddress(step)}>{step.position}</a>
      {step.since && <span class="since"> {isLater ? 'on' : 'since'} {dateLabel(step.since)}</span>}
    </span>
  );
}
