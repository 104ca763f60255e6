// Where a source, or all who speak for a side, stand on each thread over time, as steps.
import {readWhen} from '../timeline/when';

export interface Position {
  source: string;
  entity: string | null;
  position: string;
  since: string;
  document: string;
  attribution: string;
}

export interface ThreadOf {
  id: string;
  title: string;
  positions: Position[];
}

export interface Step extends Position {
  // Null where the article has no date.
  day: number | null;
}

export interface Course {
  thread: string;
  title: string;
  steps: Step[];
  // Its stance was not always the same.
  changed: boolean;
}

// 1: holds the claim true, -1: holds it false, 0: neither.
export function stance(position: string): 1 | 0 | -1 {
  if (position === 'asserted' || position === 'confirmed') return 1;
  return position === 'denied' || position === 'retracted' ? -1 : 0;
}

function inOrder(a: Step, b: Step): number {
  return (a.day ?? -Infinity) - (b.day ?? -Infinity) || 0;
}

// Courses that changed come first, then those with the newest step.
export function coursesOf(threads: ThreadOf[], speaks: (position: Position) => boolean): Course[] {
  const courses: Course[] = [];
  for (const thread of threads) {
    const steps = thread.positions
      .filter(speaks)
      .map((position) => ({...position, day: readWhen(position.since)?.start ?? null}))
      .sort(inOrder);
    if (steps.length === 0) continue;
    const changed = new Set(steps.map((step) => stance(step.position))).size > 1;
    courses.push({thread: thread.id, title: thread.title, steps, changed});
  }
  const newest = (course: Course) => course.steps[course.steps.length - 1]!.day ?? -Infinity;
  return courses.sort((a, b) => Number(b.changed) - Number(a.changed) || newest(b) - newest(a) || 0);
}

// From the first step to the last; null where no step has a date.
export function extentOf(courses: Course[]): {from: number; to: number} | null {
  const days = courses.flatMap((course) => course.steps.flatMap((step) => step.day ?? []));
  return days.length === 0 ? null : {from: Math.min(...days), to: Math.max(...days)};
}

// The line of a course: level until the next step, then up or down. Undated steps are left out.
export function pathOf(
  steps: Step[],
  toX: (day: number) => number,
  toY: (stance: 1 | 0 | -1) => number,
  end: number,
): string {
  const dated = steps.filter((step) => step.day !== null);
  if (dated.length === 0) return '';
  const round = (n: number) => Math.round(n * 10) / 10;
  const parts = dated.map((step, i) => {
    const [x, y] = [round(toX(step.day!)), round(toY(stance(step.position)))];
    return i === 0 ? `M${x} ${y}` : `H${x}V${y}`;
  });
  return `${parts.join('')}H${round(end)}`;
}
