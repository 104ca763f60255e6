// Disagreements one by one: a statement and one that speaks against it.
import type {Dispute, Relation, Statement, StatementAnswer, StatementPlace} from '../api/types';

export interface Pair {
  earlier: Statement;
  later: Statement;
  relation: Relation;
  // Sources that speak against the earlier one, this one included, as far as they are known here.
  opponents: number;
}

function key(place: StatementPlace): string {
  return `${place.document}/${place.attribution}`;
}

// "later~earlier", as in addresses.
export function pairId(relation: Pick<Relation, 'from' | 'to'>): string {
  return `${key(relation.from)}~${key(relation.to)}`;
}

export function readPairId(id: string): {from: string; to: string} | null {
  const found = /^(.+\/a\d+)~(.+\/a\d+)$/.exec(id);
  return found ? {from: found[1]!, to: found[2]!} : null;
}

export function pairsOf(disputes: Dispute[]): Pair[] {
  return disputes.flatMap(({statement, against}) => {
    const opponents = new Set(against.map(({statement: other}) => other.entity ?? key(other))).size;
    return against.map(({statement: later, relation}) => ({earlier: statement, later, relation, opponents}));
  });
}

// One pair, out of what the server says of its later statement.
export function pairIn(answer: StatementAnswer, to: string): Pair | null {
  const from = key(answer.statement);
  const relation = answer.relations.find((each) => key(each.to) === to && key(each.from) === from);
  const earlier = [answer.statement, ...answer.others].find((statement) => key(statement) === to);
  return relation && earlier ? {earlier, later: answer.statement, relation, opponents: 1} : null;
}

export function sureness(confidence: number): string {
  if (confidence >= 0.8) return 'very likely';
  if (confidence >= 0.6) return 'likely';
  return confidence >= 0.5 ? 'perhaps' : 'doubtful';
}

export const PAIR_HEADER = [
  'type',
  'detail',
  'confidence',
  'why',
  'earlier_published',
  'earlier_publisher',
  'earlier_source',
  'earlier_cue',
  'earlier_words',
  'earlier_place',
  'later_published',
  'later_publisher',
  'later_source',
  'later_cue',
  'later_words',
  'later_place',
  'told',
];

export function pairRow({earlier, later, relation}: Pair) {
  const side = (s: Statement) => [s.published, s.publisher, s.entity_name ?? s.source, s.cue, s.content, key(s)];
  const {type, detail, confidence, why, told} = relation;
  return [type, detail, confidence, why, ...side(earlier), ...side(later), told ? 'true' : 'false'];
}
