import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clampView, pan, pinch, ticks, toDay, toX, usualView, zoom} from './scale';
import {dayOf, isoDate} from './when';

const bounds = {from: dayOf(2011, 0), to: dayOf(2026, 0)};

test('what is under two fingers stays there', () => {
  const view = {from: 100, to: 200};
  const bounds = {from: 0, to: 1000};
  const wider = pinch(view, bounds, 1000, [400, 600], [300, 700]);
  assert.deepEqual([toX(wider, 1000, 140), toX(wider, 1000, 160)].map(Math.round), [300, 700]);
  const moved = pinch(view, bounds, 1000, [600, 400], [500, 300]);
  assert.deepEqual([Math.round(moved.from), Math.round(moved.to)], [110, 210]);
  assert.ok(pinch(view, bounds, 1000, [400, 600], [500, 500]).to <= 1000);
});

test('a place and its day lead back to each other', () => {
  const view = {from: 100, to: 110};
  assert.equal(toX(view, 500, 105), 250);
  assert.equal(toDay(view, 500, 250), 105);
});

test('zooming keeps the day under the pointer', () => {
  const view = {from: dayOf(2020, 0), to: dayOf(2022, 0)};
  const around = dayOf(2020, 3);
  const closer = zoom(view, bounds, 0.5, around);
  assert.ok(Math.abs(toX(view, 800, around) - toX(closer, 800, around)) < 1e-6);
  assert.ok(Math.abs(closer.to - closer.from - (view.to - view.from) / 2) < 1e-6);
});

test('the view stays in its bounds and wide enough', () => {
  assert.deepEqual(zoom(bounds, bounds, 10, bounds.from), bounds);
  const narrow = zoom({from: 20000, to: 20002}, bounds, 0.001, 20001);
  assert.ok(narrow.to - narrow.from >= 1);
  assert.equal(pan({from: bounds.to - 10, to: bounds.to}, bounds, 50).to, bounds.to);
  assert.deepEqual(clampView({from: -1e9, to: 1e9}, bounds), bounds);
});

test('ticks change with the zoom and never crowd', () => {
  const cases: [number, string][] = [
    [2, 'hours'],
    [9, 'days'],
    [60, 'weeks'],
    [700, 'months'],
    [5000, 'years'],
    [90000, 'centuries'],
  ];
  for (const [length, name] of cases) {
    const view = {from: dayOf(2025, 5, 10), to: dayOf(2025, 5, 10) + length};
    const found = ticks(view, 900);
    assert.ok(found.length >= 3, name);
    for (let i = 1; i < found.length; ++i) assert.ok(found[i]!.x - found[i - 1]!.x >= 56, `${name} ${i}`);
    for (const tick of found) assert.ok(tick.x >= 0 && tick.x <= 900);
  }
});

test('ticks name the year once', () => {
  const found = ticks({from: dayOf(2024, 9), to: dayOf(2025, 4)}, 600);
  assert.deepEqual(
    found.filter((t) => t.context).map((t) => t.context),
    ['2024', '2025'],
  );
});

test('a few statements far away do not widen what is shown', () => {
  const week = Array.from({length: 60}, (_, i) => dayOf(2025, 5, 14 + (i % 7)));
  const view = usualView([dayOf(2012, 1), ...week], bounds);
  assert.equal(isoDate(view.from + 1), '2025-06-14');
  assert.ok(view.to - view.from < 9);
  assert.deepEqual(usualView([], bounds), bounds);
});
