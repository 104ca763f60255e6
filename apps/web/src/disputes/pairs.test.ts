import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Dispute, Statement} from '../api/types';
import {PAIR_HEADER, pairId, pairIn, pairRow, pairsOf, readPairId, sureness} from './pairs';

const said = (document: string, attribution: string, rest: Partial<Statement> = {}): Statement => ({
  document,
  attribution,
  paragraph: 1,
  source: 'she',
  cue: 'said',
  content: 'so',
  form: 'indirect',
  act: 'assert',
  negated: false,
  confidence: 0.9,
  publisher: `Outlet ${document}`,
  ...rest,
});
const against = (statement: Statement, to: Statement) => ({
  statement,
  relation: {type: 'disputes' as const, from: statement, to, detail: 'act', confidence: 0.7, why: 'no'},
});
const first = said('x/1', 'a1');
const dispute: Dispute = {
  statement: first,
  against: [
    against(said('2', 'a3', {entity: 'E1'}), first),
    against(said('3', 'a4', {entity: 'E1', carried_by: ['post-9']}), first),
    against(said('4', 'a5'), first),
  ],
};
const pairs = pairsOf([dispute]);

test('pairs, and how many speak against one', () => {
  assert.deepEqual(
    pairs.map((pair) => pair.opponents),
    [2, 2, 2],
  );
});

test('an id names both ends, whatever their documents are called', () => {
  assert.equal(pairId(pairs[0]!.relation), '2/a3~x/1/a1');
  assert.deepEqual(readPairId('2/a3~x/1/a1'), {from: '2/a3', to: 'x/1/a1'});
  assert.equal(readPairId('2/a3'), null);
});

test('a pair is found in what is said of its later statement', () => {
  const {later, relation} = pairs[0]!;
  const answer = {statement: later, others: [first], relations: [relation]};
  assert.equal(pairIn(answer, 'x/1/a1')?.earlier, first);
  assert.equal(pairIn(answer, 'x/1/a2'), null);
});

test('rows are as wide as the header; confidence in words', () => {
  assert.equal(pairRow(pairs[0]!).length, PAIR_HEADER.length);
  assert.deepEqual([0.4, 0.5, 0.6, 0.9].map(sureness), ['doubtful', 'perhaps', 'likely', 'very likely']);
});
