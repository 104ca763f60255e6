// Words that the page has for what the records hold.
import type {Act, RelationType, Statement} from './api/types';

export type Tone = 'for' | 'against' | 'moved' | 'plain';

const ACTS: Record<Act, {label: string; not: string; tone: Tone}> = {
  assert: {label: 'says', not: 'does not say', tone: 'plain'},
  confirm: {label: 'confirms', not: 'does not confirm', tone: 'for'},
  deny: {label: 'denies', not: 'does not deny', tone: 'against'},
  retract: {label: 'retracts', not: 'does not retract', tone: 'moved'},
  accuse: {label: 'accuses', not: 'does not accuse', tone: 'against'},
  claim_responsibility: {label: 'claims responsibility', not: 'does not claim responsibility', tone: 'plain'},
  promise: {label: 'promises', not: 'does not promise', tone: 'plain'},
  threaten: {label: 'threatens', not: 'does not threaten', tone: 'against'},
  demand: {label: 'demands', not: 'does not demand', tone: 'plain'},
  criticize: {label: 'criticizes', not: 'does not criticize', tone: 'against'},
  praise: {label: 'praises', not: 'does not praise', tone: 'for'},
  predict: {label: 'predicts', not: 'does not predict', tone: 'plain'},
  ask: {label: 'asks', not: 'does not ask', tone: 'plain'},
  decline: {label: 'declines', not: 'declines', tone: 'plain'}, // who declines is said not to say it,
  opine: {label: 'thinks', not: 'does not think', tone: 'plain'},
};

export const ACT_NAMES = Object.keys(ACTS) as Act[];

export function actLabel(act: Act, negated = false): string {
  const words = ACTS[act] as (typeof ACTS)[Act] | undefined;
  if (!words) return act; // of a newer server
  return negated ? words.not : words.label;
}

export function actTone(act: Act, negated = false): Tone {
  return negated ? 'plain' : (ACTS[act]?.tone ?? 'plain');
}

// How a statement stands to an earlier one, and the earlier one to it.
const RELATIONS: Record<RelationType, {active: string; passive: string; tone: Tone}> = {
  disputes: {active: 'disputes', passive: 'disputed by', tone: 'against'},
  retracts: {active: 'takes back', passive: 'taken back by', tone: 'moved'},
  supports: {active: 'supports', passive: 'supported by', tone: 'for'},
  repeats: {active: 'repeats', passive: 'repeated by', tone: 'plain'},
  conflicts: {active: 'conflicts with', passive: 'in conflict with', tone: 'against'},
};

export const RELATION_NAMES = Object.keys(RELATIONS) as RelationType[];

// How sure a relation is.
export function sureLabel({told, confidence}: {told?: true; confidence: number}): string {
  return told ? 'confirmed by hand' : `${percent(confidence)} sure`;
}

export function relationLabel(type: RelationType, passive: boolean): string {
  return RELATIONS[type]?.[passive ? 'passive' : 'active'] ?? type;
}

export function relationTone(type: RelationType): Tone {
  return RELATIONS[type]?.tone ?? 'plain';
}

const POSITIONS: Record<string, Tone> = {
  asserted: 'for', confirmed: 'for', supported: 'for', denied: 'against', disputed: 'against', retracted: 'moved',
};

export function positionTone(position: string): Tone {
  return POSITIONS[position] ?? 'plain';
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];

// "16 June 2025", "June 2025", "2025"; what is no date as it is.
export function dateLabel(date: string | undefined): string {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? '');
  if (!found) return date ?? '';
  const [, year, month, day] = found;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return year ?? '';
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

// "16 June to 20 June 2025", one date where both are the same.
export function spanLabel(first: string | undefined, last: string | undefined): string {
  const from = dateLabel(first);
  const to = dateLabel(last);
  if (from === to || to === '') return from;
  const year = / \d{4}$/;
  const sameYear = year.exec(from)?.[0] === year.exec(to)?.[0];
  return `${sameYear ? from.replace(year, '') : from} to ${to}`;
}

export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

// What heads an article; ids that are hashes tell a reader nothing.
export function articleTitle({title, id}: {title?: string; id: string}): string {
  return title || (/^[0-9a-f]{32}$/.test(id) ? '' : id) || 'Without a title';
}

// Of a claim: only named sources are counted.
export function sourcesLabel(independent: number): string {
  return independent === 0 ? 'no named source' : counted(independent, 'independent source');
}

export function sourceLabel(statement: Pick<Statement, 'source' | 'entity_name'>): string {
  return statement.entity_name || statement.source || 'Nobody named';
}

export function disagreementLabel(confidence: number): string {
  return confidence > 0 ? `in dispute, ${percent(confidence)} sure` : '';
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
