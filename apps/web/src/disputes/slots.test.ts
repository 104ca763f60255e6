import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compare} from './compare';
import type {Range} from './slots';
import {findSlots, numberOf, pieces, sharedRanges, slotName} from './slots';

const texts = (content: string, ranges: Range[]) => ranges.map((r) => content.slice(r.start, r.end));

test('numbers as figures and words', () => {
  for (const [word, value] of [
    ['eleven', 11],
    ['1,400', 1400],
    ['74.5', 74.5],
    ['thirty-two', 32],
  ] as const)
    assert.equal(numberOf(word), value);
  for (const word of ['people', 'twenty-foot', '']) assert.equal(numberOf(word), null);
});

test('the figures that differ, and no others', () => {
  const later = 'that it had treated 14 people, not 17; three patients had been counted twice';
  const earlier = 'six people had come in by themselves, most with cuts';
  const slots = findSlots({detail: 'number', why: 'both count people: 14 here, 6 there'}, later, earlier);
  assert.equal(slots.name, 'number');
  assert.deepEqual(texts(later, slots.later), ['14']);
  assert.deepEqual(texts(earlier, slots.earlier), ['six']);
});

test('a sum in words of size; without figures in why, every number', () => {
  const why = 'both count crowns: 2000000 here, 38000000 there';
  const [later, earlier] = ['it cost two million crowns and 3 years', 'The 38 million crown bridge'];
  const slots = findSlots({detail: 'number', why}, later, earlier);
  assert.deepEqual(texts(later, slots.later), ['two million']);
  assert.deepEqual(texts(earlier, slots.earlier), ['38 million']);
  const any = findSlots({detail: 'number', why: 'Dahl takes back a figure that it gave'}, later, earlier);
  assert.deepEqual(texts(later, any.later), ['two', '3']);
});

test('phrases that why quotes', () => {
  const [later, earlier] = ['he died of a heart attack', 'He died of “a blow to the head”'];
  const why =
    'Lind contradicts what Moe said about "died"; the cause: "a heart attack" here, "a blow to the head" there';
  const slots = findSlots({detail: 'cause', why}, later, earlier);
  assert.deepEqual(texts(later, slots.later), ['a heart attack']);
  assert.deepEqual(texts(earlier, slots.earlier), ['a blow to the head']);
});

test('a denial: the negation and what it is about', () => {
  const later = "that it hadn't moved beyond its limit, and nobody had asked";
  const earlier = 'The bridge moved beyond its limits';
  const slots = findSlots({detail: 'act', why: 'Paula Holm denies what Moe said about "limits"'}, later, earlier);
  assert.deepEqual(texts(later, slots.later), ["hadn't", 'limit', 'nobody']);
  assert.deepEqual(texts(earlier, slots.earlier), ['limits']);
  assert.equal(slotName(null), 'yes or no');
});

test('pieces cover the content once', () => {
  const [left, right] = ['no limit on numbers was ever agreed for the bridge', 'that a limit of 600 had been agreed'];
  const shared = sharedRanges(left, compare(left, right).left);
  assert.deepEqual(texts(left, shared), ['limit', 'agreed']);
  const parts = pieces(left, [{start: 0, end: 2}], shared);
  assert.equal(parts.map((p) => p.text).join(''), left);
  assert.deepEqual(
    parts.filter((p) => p.kind !== 'plain').map((p) => p.kind),
    ['slot', 'shared', 'shared'],
  );
});
