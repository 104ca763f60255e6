// The axis of time: what part of it is in sight, how it is zoomed, where its ticks are.
import {dateOf, dayOf, shortDate, shortMonth} from './when';

// Days since 1970.
export interface View {
  from: number;
  to: number;
}

export interface Tick {
  day: number;
  x: number;
  label: string;
  // A year or month begins: written under the label, so that each label need not repeat it.
  context: string;
}

const NARROWEST = 1;

export function toX(view: View, width: number, day: number): number {
  return ((day - view.from) / (view.to - view.from)) * width;
}

export function toDay(view: View, width: number, x: number): number {
  return view.from + (x / width) * (view.to - view.from);
}

// Keeps the view within the bounds, moving it before shrinking it.
export function clampView(view: View, bounds: View): View {
  const length = Math.min(Math.max(view.to - view.from, NARROWEST), bounds.to - bounds.from);
  const from = Math.min(Math.max(view.from, bounds.from), bounds.to - length);
  return {from, to: from + length};
}

// `factor` below 1 zooms in; the day `around` keeps its place.
export function zoom(view: View, bounds: View, factor: number, around: number): View {
  const length = Math.min(Math.max((view.to - view.from) * factor, NARROWEST), bounds.to - bounds.from);
  const share = (around - view.from) / (view.to - view.from);
  const from = around - share * length;
  return clampView({from, to: from + length}, bounds);
}

// What was under two fingers is under them when they have moved.
export function pinch(view: View, bounds: View, width: number, from: [number, number], to: [number, number]): View {
  const [a, b] = [toDay(view, width, Math.min(...from)), toDay(view, width, Math.max(...from))];
  const [left, right] = [Math.min(...to), Math.max(...to)];
  const length = ((b - a) / Math.max(right - left, 8)) * width;
  return zoom(pan(view, bounds, a - toDay(view, width, left)), bounds, length / (view.to - view.from), a);
}

export function pan(view: View, bounds: View, days: number): View {
  return clampView({from: view.from + days, to: view.to + days}, bounds);
}

type Unit = {unit: 'hour' | 'day' | 'month' | 'year'; step: number; days: number};

const UNITS: Unit[] = [
  {unit: 'hour', step: 3, days: 0.125},
  {unit: 'hour', step: 6, days: 0.25},
  {unit: 'hour', step: 12, days: 0.5},
  {unit: 'day', step: 1, days: 1},
  {unit: 'day', step: 2, days: 2},
  {unit: 'day', step: 7, days: 7},
  {unit: 'day', step: 14, days: 14},
  {unit: 'month', step: 1, days: 30.4},
  {unit: 'month', step: 3, days: 91},
  {unit: 'month', step: 6, days: 182},
  {unit: 'year', step: 1, days: 365},
  {unit: 'year', step: 2, days: 730},
  {unit: 'year', step: 5, days: 1826},
  {unit: 'year', step: 10, days: 3652},
  {unit: 'year', step: 25, days: 9131},
  {unit: 'year', step: 50, days: 18262},
  {unit: 'year', step: 100, days: 36524},
];

function nextTick(unit: Unit, day: number): number {
  if (unit.unit === 'hour' || unit.unit === 'day') return day + unit.days;
  const {year, month} = dateOf(day + 0.5);
  return unit.unit === 'month' ? dayOf(year, month + unit.step) : dayOf(year + unit.step, 0);
}

function firstTick(unit: Unit, from: number): number {
  if (unit.unit === 'hour' || unit.unit === 'day') {
    // Weeks begin on Mondays; 1970-01-05 was one.
    const origin = unit.step >= 7 ? 4 : 0;
    return Math.ceil((from - origin) / unit.days) * unit.days + origin;
  }
  const {year, month} = dateOf(from);
  const floor = (n: number) => Math.floor(n / unit.step) * unit.step;
  const first = unit.unit === 'month' ? dayOf(year, floor(month)) : dayOf(floor(year), 0);
  return first < from ? nextTick(unit, first) : first;
}

function labelOf(unit: Unit, day: number): string {
  if (unit.unit === 'year') return String(dateOf(day).year);
  if (unit.unit === 'month') return shortMonth(day);
  const hour = Math.round((day - Math.floor(day)) * 24);
  return hour === 0 ? shortDate(day) : `${String(hour).padStart(2, '0')}:00`;
}

// As close together as `least` pixels allow.
export function ticks(view: View, width: number, least = 64): Tick[] {
  const perDay = width / (view.to - view.from);
  const unit = UNITS.find((u) => u.days * perDay >= least) ?? UNITS[UNITS.length - 1]!;
  const found: Tick[] = [];
  let lastYear = NaN;
  for (let day = firstTick(unit, view.from); day <= view.to && found.length < 200; day = nextTick(unit, day)) {
    const {year} = dateOf(day);
    const context = unit.unit !== 'year' && year !== lastYear ? String(year) : '';
    lastYear = year;
    found.push({day, x: toX(view, width, day), label: labelOf(unit, day), context});
  }
  return found;
}

// The part of the axis where most is said: single statements far away leave it as it is.
export function usualView(days: number[], bounds: View): View {
  if (days.length === 0) return bounds;
  const sorted = [...days].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  const [from, to] = [Math.floor(at(0.05)), Math.floor(at(0.95)) + 1];
  const margin = (to - from) * 0.04;
  return clampView({from: from - margin, to: to + margin}, bounds);
}
