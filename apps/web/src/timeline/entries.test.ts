import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TimelineEntry} from '../api/types';
import {bandOf, boundsOf, isInSight, itemsOf, placeEntries, sentence} from './entries';

const entry = (record: 'statement' | 'event', when: string, rest: Partial<TimelineEntry> = {}): TimelineEntry => ({
  record,
  when,
  document: 'd',
  attribution: 'a1',
  paragraph: 1,
  ...rest,
});
const entries = [
  entry('statement', '2025-06-16T22:10', {source: 'Paula Holm', cue: 'denied', content: 'that', against: true}),
  entry('event', '2011', {words: 'a walkway was taken down'}),
  entry('statement', '2025-06-15', {source: '', cue: 'said', content: 'so'}),
  entry('statement', 'PAST_REF'),
];
const story = placeEntries(entries);

test('entries in the order of time; what has no place is counted', () => {
  assert.deepEqual(
    story.placed.map((p) => p.entry.when),
    ['2011', '2025-06-15', '2025-06-16T22:10'],
  );
  assert.equal(story.unplaced, 1);
});

test('bands and their items', () => {
  assert.deepEqual(
    story.placed.map((p) => bandOf(p.entry)),
    ['event', 'claimed', 'against'],
  );
  assert.deepEqual(
    itemsOf(story, 'against').map((i) => [i.index, i.label]),
    [[2, 'Paula Holm denied']],
  );
  assert.deepEqual(
    itemsOf(story, 'event').map((i) => i.label),
    ['a walkway was taken down'],
  );
});

test('bounds hold everything, and an empty story has some', () => {
  const bounds = boundsOf(story);
  assert.ok(story.placed.every((p) => p.start >= bounds.from && p.end <= bounds.to && isInSight(p, bounds)));
  assert.ok(!isInSight(story.placed[0]!, {from: story.placed[1]!.start, to: bounds.to}));
  assert.deepEqual(boundsOf({placed: [], unplaced: 0}), {from: 0, to: 1});
});

test('marks in words', () => {
  assert.equal(sentence(story.placed[2]!), '16 June 2025, 22:10, denied or disputed: Paula Holm denied: that');
  assert.equal(sentence(story.placed[1]!), '15 June 2025, claimed: Somebody said: so');
  assert.equal(sentence(story.placed[0]!), '2011, event: a walkway was taken down');
});
