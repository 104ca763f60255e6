import assert from 'node:assert/strict';
import {test} from 'node:test';
import {coursesOf, extentOf, pathOf, stance} from './steps';

const at = (source: string, position: string, since: string) => ({
  source,
  entity: `E${source}`,
  position,
  since,
  document: 'd',
  attribution: 'a1',
});
const threads = [
  {id: 'T1', title: 'same', positions: [at('Holm', 'asserted', '2025-06-15'), at('Moe', 'denied', '2025-06-16')]},
  {id: 'T2', title: 'moved', positions: [at('Holm', 'retracted', '2025-06-20'), at('Holm', 'asserted', '2025-06-16')]},
  {id: 'T3', title: 'other', positions: [at('Moe', 'asserted', '')]},
];
const holm = coursesOf(threads, (p) => p.source === 'Holm');

test('courses of one source, changed ones first, steps in order', () => {
  assert.deepEqual(
    holm.map((c) => [c.thread, c.changed]),
    [
      ['T2', true],
      ['T1', false],
    ],
  );
  assert.deepEqual(
    holm[0]!.steps.map((s) => s.position),
    ['asserted', 'retracted'],
  );
});

test('stances', () => {
  assert.deepEqual(
    ['asserted', 'confirmed', 'declined', 'none', 'denied', 'retracted'].map(stance),
    [1, 1, 0, 0, -1, -1],
  );
});

test('extent and path; what has no date is left out', () => {
  assert.deepEqual(extentOf(holm), {from: holm[1]!.steps[0]!.day, to: holm[0]!.steps[1]!.day});
  const undated = coursesOf(threads, (p) => p.source === 'Moe');
  assert.equal(extentOf(undated.filter((c) => c.thread === 'T3')), null);
  const first = holm[0]!.steps[0]!.day!;
  assert.equal(
    pathOf(
      holm[0]!.steps,
      (day) => (day - first) * 10,
      (s) => 20 - s * 10,
      60,
    ),
    'M0 10H40V30H60',
  );
  assert.equal(
    pathOf(
      undated.find((c) => c.thread === 'T3')!.steps,
      (d) => d,
      (s) => s,
      9,
    ),
    '',
  );
});
