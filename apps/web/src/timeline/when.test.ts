import assert from 'node:assert/strict';
import {test} from 'node:test';
import {dayOf, isoDate, readWhen, whenText} from './when';

test('days are counted from 1970 and written back', () => {
  assert.equal(dayOf(1970, 0, 1), 0);
  assert.equal(isoDate(dayOf(2024, 1, 29)), '2024-02-29');
  assert.equal(isoDate(dayOf(99, 0, 1)), '0099-01-01');
});

test('a day, its parts and its clock', () => {
  const day = dayOf(2025, 5, 14);
  assert.deepEqual(readWhen('2025-06-14'), {start: day, end: day + 1, exact: true});
  const night = readWhen('2025-06-14TNI')!;
  assert.ok(night.start > day + 0.8 && night.end <= day + 1);
  assert.ok(Math.abs(readWhen('2025-06-14T12:00')!.start - day - 0.5) < 1e-9);
  assert.equal(readWhen('2025-06-14T99:00')!.start, day);
});

test('vague times are spans', () => {
  const cases: [string, string, string][] = [
    ['2011', '2011-01-01', '2012-01-01'],
    ['201', '2010-01-01', '2020-01-01'],
    ['2023-08', '2023-08-01', '2023-09-01'],
    ['2025-12', '2025-12-01', '2026-01-01'],
    ['2025-SP', '2025-03-01', '2025-06-01'],
    ['2025-WI', '2025-12-01', '2026-03-01'],
    ['2025-Q2', '2025-04-01', '2025-07-01'],
    ['2025-H2', '2025-07-01', '2026-01-01'],
    ['2025-W24', '2025-06-09', '2025-06-16'],
    ['2025-W24-WE', '2025-06-14', '2025-06-16'],
    ['2021-W01', '2021-01-04', '2021-01-11'],
  ];
  for (const [value, start, end] of cases) {
    const when = readWhen(value)!;
    assert.deepEqual([isoDate(when.start), isoDate(when.end), when.exact], [start, end, false], value);
  }
});

test('what is no time is nothing', () => {
  for (const value of ['', null, undefined, 'PRESENT_REF', 'P3D', '2025-13', '2025-02-30', '2025-W60', 'x'])
    assert.equal(readWhen(value), null, String(value));
});

test('times as a reader writes them', () => {
  const cases: [string, string][] = [
    ['2025-06-16', '16 June 2025'],
    ['2025-06-14TNI', '14 June 2025, night'],
    ['2025-06-15T22:40', '15 June 2025, 22:40'],
    ['2023-08', 'August 2023'],
    ['2025-SP', 'Spring 2025'],
    ['2025-W24-WE', 'weekend of 14 June 2025'],
    ['2011', '2011'],
    ['201', '2010s'],
    ['PAST_REF', 'PAST_REF'],
  ];
  for (const [value, text] of cases) assert.equal(whenText(value), text);
});
