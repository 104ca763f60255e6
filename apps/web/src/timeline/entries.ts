// What the timeline shows, of what the server answers.
import type {TimelineEntry} from '../api/types';
import type {Item} from './layout';
import type {View} from './scale';
import {readWhen, whenText} from './when';

export interface Placed {
  entry: TimelineEntry;
  start: number;
  end: number;
  // Where its mark stands: vague times in the middle of their span.
  day: number;
  exact: boolean;
}

export interface Story {
  placed: Placed[];
  // Entries whose time has no place on an axis.
  unplaced: number;
}

export function placeEntries(entries: TimelineEntry[]): Story {
  const placed: Placed[] = [];
  for (const entry of entries) {
    const when = readWhen(entry.when);
    if (!when) continue;
    const day = when.exact ? when.start : (when.start + when.end) / 2;
    placed.push({entry, start: when.start, end: when.end, day, exact: when.exact});
  }
  // A part of a day leaves no room for a column of its own: it stands with its day.
  placed.forEach((p) => (p.day = p.exact ? Math.floor(p.day) : p.day));
  placed.sort((a, b) => a.day - b.day || 0);
  return {placed, unplaced: entries.length - placed.length};
}

export function boundsOf(story: Story): View {
  if (story.placed.length === 0) return {from: 0, to: 1};
  const from = Math.min(...story.placed.map((p) => p.start));
  const to = Math.max(...story.placed.map((p) => p.end));
  const margin = Math.max(1, (to - from) * 0.02);
  return {from: from - margin, to: to + margin};
}

export function speaker(entry: TimelineEntry): string {
  return entry.source || 'Somebody';
}

export type Band = 'claimed' | 'against' | 'event';

export function bandOf(entry: TimelineEntry): Band {
  if (entry.record === 'event') return 'event';
  return entry.against ? 'against' : 'claimed';
}

export function itemsOf(story: Story, band: Band): Item[] {
  return story.placed.flatMap(({entry, day}, index) => {
    if (bandOf(entry) !== band) return [];
    const label = band === 'event' ? (entry.words ?? '') : `${speaker(entry)} ${entry.cue ?? ''}`.trim();
    return [{index, day, label}];
  });
}

// A mark in words, for those who do not see it.
export function sentence({entry}: Placed): string {
  if (entry.record === 'event') return `${whenText(entry.when)}, event: ${entry.words ?? ''}`;
  const side = entry.against ? 'denied or disputed' : 'claimed';
  const cue = entry.cue ? ` ${entry.cue}` : '';
  return `${whenText(entry.when)}, ${side}: ${speaker(entry)}${cue}: ${entry.content ?? ''}`;
}

export function isInSight(placed: Placed, view: View): boolean {
  return placed.end > view.from && placed.start < view.to;
}
