import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Item, Measures, Side} from './layout';
import {binDays, layOut, shortened} from './layout';

const measures: Measures = {width: 900, mostLanes: 6, pitch: 14, letter: 6};

function crowd(count: number, day: (i: number) => number): Item[] {
  return Array.from({length: count}, (_, index) => ({index, day: day(index), label: `Speaker number ${index}`}));
}

function assertApart(side: Side) {
  const places = [
    ...side.marks.map((m) => ({...m, end: m.x + 7 + m.label.length * measures.letter})),
    ...side.crowds.map((c) => ({...c, end: c.x + 7 + c.label.length * measures.letter})),
  ];
  for (const a of places)
    for (const b of places)
      if (a !== b && a.lane === b.lane && a.x <= b.x)
        assert.ok(b.x - a.x >= measures.pitch - 1e-6 && a.end <= b.x, `${a.x} ${a.end} ${b.x}`);
}

test('nothing overlaps, at any zoom, and nothing is lost', () => {
  const items = crowd(300, (i) => 20000 + ((i * i) % 37) + (i % 5) * 60);
  for (const length of [2, 10, 45, 400, 9000]) {
    const side = layOut(items, {from: 20000, to: 20000 + length}, measures);
    assertApart(side);
    const shown = side.marks.length + side.crowds.reduce((sum, c) => sum + c.indexes.length, 0);
    const inSight = items.filter((i) => i.day < 20000 + 0.9 * length).length;
    assert.ok(shown >= inSight, String(length));
    assert.ok(side.lanes <= measures.mostLanes);
  }
});

test('a wide day spreads what is said on it', () => {
  const side = layOut(
    crowd(12, () => 20000),
    {from: 20000, to: 20001},
    measures,
  );
  assert.equal(side.crowds.length, 0);
  assert.equal(new Set(side.marks.map((m) => m.x)).size, 2);
  assert.ok(side.marks.every((m) => m.label !== ''));
});

test('a narrow day hides the rest behind one mark', () => {
  const side = layOut(
    crowd(40, () => 20030),
    {from: 20000, to: 20060},
    measures,
  );
  assert.equal(side.crowds.length, 1);
  assert.equal(side.marks.length + side.crowds[0]!.indexes.length, 40);
});

test('the same input gives the same picture, and no item gives none', () => {
  const items = crowd(50, (i) => 20000 + (i % 9));
  const view = {from: 20000, to: 20010};
  assert.deepEqual(layOut(items, view, measures), layOut(items, view, measures));
  assert.deepEqual(layOut([], view, measures), {marks: [], crowds: [], lanes: 0});
});

test('days are joined where one is too narrow', () => {
  assert.equal(binDays({from: 0, to: 10}, measures), 1);
  assert.ok(binDays({from: 0, to: 4000}, measures) >= 60);
});

test('labels are cut at words', () => {
  assert.equal(shortened('Paula Holm', 20), 'Paula Holm');
  assert.equal(shortened('Two officials briefed on the matter', 16), 'Two officials…');
  assert.equal(shortened('Brightwater Structures', 12), 'Brightwater…');
  assert.equal(shortened('Brightwater', 7), '');
  assert.equal(shortened('an engineer', 7), '');
  assert.equal(shortened('Brightwater', 3), '');
});
