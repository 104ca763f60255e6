// The courses of a source as a picture: a row a claim, up where it is held true, down where not.
import type {RefObject} from 'preact';
import {statementAddress} from '../addresses';
import {go} from '../place';
import {ticks} from '../timeline/scale';
import {shortened} from '../timeline/layout';
import {longDate, whenText} from '../timeline/when';
import {positionTone} from '../words';
import type {Course, Step} from './steps';
import {extentOf, pathOf, stance} from './steps';

// Of a claim on which the source changed, and of one on which it did not.
const ROW = 104;
const LOW_ROW = 66;
const TOP = 30;
const GUTTER = 62;
const LEVELS = ['does not', 'neither', 'holds it'];
const LEVEL = 17;
const LETTER = 6.4;
const TITLE_LETTER = 7.4;

interface ChartProps {
  courses: Course[];
  width: number;
  svg: RefObject<SVGSVGElement | null>;
}

export function StepChart({courses, width, svg}: ChartProps) {
  const extent = extentOf(courses);
  if (!extent) return null;
  const margin = Math.max(0.5, (extent.to - extent.from) * 0.06);
  const view = {from: extent.from - margin, to: extent.to + margin + (extent.to - extent.from) * 0.1};
  const inner = width - 2;
  const toX = (day: number) => GUTTER + ((day + 0.5 - view.from) / (view.to - view.from + 1)) * (inner - GUTTER);
  const tops = topsOf(courses);
  const height = TOP + courses.reduce((sum, course) => sum + heightOf(course), 0);
  return (
    <svg
      ref={svg}
      class="step-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label="Positions over time; the table below says the same"
    >
      <g aria-hidden="true">
        {ticks({from: view.from, to: view.to + 1}, inner - GUTTER, 80).map((tick) => (
          <g key={tick.day}>
            <line class="grid-line" x1={GUTTER + tick.x} x2={GUTTER + tick.x} y1={TOP - 6} y2={height} />
            <text class="chart-tick" x={GUTTER + tick.x + 3} y={14}>
              {tick.context ? `${tick.label} ${tick.context}` : tick.label}
            </text>
          </g>
        ))}
      </g>
      {courses.map((course, row) => (
        <CourseRow key={course.thread} course={course} y={tops[row]!} toX={toX} width={inner} />
      ))}
    </svg>
  );
}

function heightOf(course: Course): number {
  return course.changed ? ROW : LOW_ROW;
}

function topsOf(courses: Course[]): number[] {
  let y = TOP;
  return courses.map((course) => (y += heightOf(course)) - heightOf(course));
}

interface RowProps {
  course: Course;
  y: number;
  toX: (day: number) => number;
  width: number;
}

function CourseRow({course, y, toX, width}: RowProps) {
  // Where nothing changed, its one level is enough.
  const level = course.changed ? 0 : stance(course.steps[0]!.position);
  const middle = y + (course.changed ? 64 : 46);
  const toY = (of: number) => middle - (of - level) * LEVEL;
  return (
    <g>
      <g aria-hidden="true">
        <line class="grid-line" x1={0} x2={width} y1={y} y2={y} />
        <text class="course-title" x={0} y={y + 18}>
          {shortened(course.title, Math.floor(width / TITLE_LETTER))}
        </text>
        {(course.changed ? [1, -1] : [level]).map((shown) => (
          <text key={shown} class="level-name" x={0} y={toY(shown) + 4}>
            {LEVELS[shown + 1]}
          </text>
        ))}
        <path class="course-path" d={pathOf(course.steps, toX, toY, width)} />
      </g>
      {course.steps.map(
        (step, i) =>
          step.day !== null && (
            <StepMark
              key={i}
              step={step}
              x={toX(step.day)}
              y={toY(stance(step.position))}
              title={course.title}
              room={roomAround(course.steps, i, toX, width)}
            />
          ),
      )}
    </g>
  );
}

function roomAround(steps: Step[], i: number, toX: (day: number) => number, width: number) {
  const day = steps[i]!.day!;
  const days = steps.flatMap((step) => step.day ?? []);
  const after = days.filter((other) => other > day).map(toX);
  const before = days.filter((other) => other < day).map(toX);
  return {after: Math.min(width, ...after) - toX(day), before: toX(day) - Math.max(GUTTER, ...before)};
}

interface MarkProps {
  step: Step;
  x: number;
  y: number;
  title: string;
  // To the next and to the last mark.
  room: {after: number; before: number};
}

function StepMark({step, x, y, title, room}: MarkProps) {
  const name = `${whenText(step.since)}: ${step.source} ${step.position}: ${title}`;
  const href = statementAddress(step);
  const needed = step.position.length * LETTER + 12;
  const onRight = needed <= room.after;
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={href} class={`course-step tone-${positionTone(step.position)}`} aria-label={name} onClick={follow}>
      <title>{name}</title>
      <StepShape position={step.position} x={x} y={y} />
      {(onRight || needed <= room.before) && (
        <text x={onRight ? x + 9 : x - 9} y={y - 6} text-anchor={onRight ? 'start' : 'end'}>
          {step.position}
        </text>
      )}
    </a>
  );
}

// A shape for each position: they are told apart without colours.
function StepShape({position, x, y}: {position: string; x: number; y: number}) {
  if (position === 'retracted') {
    return (
      <g class="shape-open">
        <rect x={x - 6} y={y - 6} width={12} height={12} />
        <path d={`M${x - 4} ${y - 4}l8 8m0-8l-8 8`} />
      </g>
    );
  }
  if (position === 'denied') return <circle class="shape-open" cx={x} cy={y} r={5.5} />;
  if (stance(position) === 0) return <rect class="shape-full" x={x - 6} y={y - 2.5} width={12} height={5} />;
  return (
    <g>
      {position === 'confirmed' && <circle class="shape-open" cx={x} cy={y} r={8} />}
      <circle class="shape-full" cx={x} cy={y} r={5} />
    </g>
  );
}

export function StepTable({courses}: {courses: Course[]}) {
  return (
    <table class="plain-table">
      <caption>Positions over time</caption>
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Since</th>
          <th scope="col">Who</th>
          <th scope="col">Position</th>
        </tr>
      </thead>
      <tbody>
        {courses.flatMap((course) =>
          course.steps.map((step, i) => (
            <tr key={`${course.thread}${i}`}>
              {i === 0 && (
                <th scope="rowgroup" rowSpan={course.steps.length}>
                  {course.title}
                </th>
              )}
              <td>{step.day === null ? 'no date' : longDate(step.day)}</td>
              <td>{step.source}</td>
              <td class={`tone-${positionTone(step.position)}`}>
                <a href={statementAddress(step)}>{step.position}</a>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
