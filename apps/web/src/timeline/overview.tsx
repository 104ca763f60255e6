// The whole story in one line, with a window on the part that the timeline shows. The window is drawn,
// moved and resized with the pointer; its two edges are sliders for the keyboard.
import {useRef} from 'preact/hooks';
import type {Story} from './entries';
import {bandOf} from './entries';
import {xOf} from './plot';
import type {View} from './scale';
import {clampView, ticks, toDay} from './scale';
import {isoDate, longDate} from './when';

const HEIGHT = 46;
const COLUMN = 6;
const LABEL = 72;

// How many statements stand in each column of the picture.
export function countColumns(story: Story, range: View, columns: number): number[] {
  const counts = new Array<number>(columns).fill(0);
  for (const {entry, day} of story.placed) {
    if (bandOf(entry) === 'event') continue;
    const column = Math.floor(((day - range.from) / (range.to - range.from)) * columns);
    if (column >= 0 && column < columns) counts[column]! += 1;
  }
  return counts;
}

interface OverviewProps {
  story: Story;
  range: View;
  view: View;
  width: number;
  onView: (view: View) => void;
}

export function Overview({story, range, view, width, onView}: OverviewProps) {
  const counts = countColumns(story, range, Math.max(1, Math.floor(width / COLUMN)));
  const most = Math.max(1, ...counts);
  const [left, right] = [xOf(range, width, view.from), xOf(range, width, view.to)];
  const brush = useBrush(range, view, width, onView);
  return (
    <svg
      class="timeline-overview"
      width={width}
      height={HEIGHT + 18}
      role="group"
      aria-label="Dates in sight"
      {...brush}
    >
      <g aria-hidden="true">
        {counts.map(
          (count, i) =>
            count > 0 && (
              <rect
                key={i}
                class="overview-bar"
                x={i * COLUMN}
                width={COLUMN - 1}
                y={HEIGHT - 4 - (count / most) * (HEIGHT - 12)}
                height={(count / most) * (HEIGHT - 12)}
              />
            ),
        )}
        <line x1={0} x2={width} y1={HEIGHT - 4} y2={HEIGHT - 4} class="axis-line" />
        {ticks(range, width, 90)
          .filter((tick) => tick.x < width - LABEL)
          .map((tick) => (
            <text key={tick.day} x={tick.x + 2} y={HEIGHT + 12} class="tick-label">
              {tick.context ? `${tick.label} ${tick.context}` : tick.label}
            </text>
          ))}
        <rect class="overview-window" x={left} width={Math.max(2, right - left)} y={1} height={HEIGHT - 5} />
      </g>
      <Edge
        name="First day in sight"
        x={left}
        day={view.from}
        range={range}
        onMove={(day) => onView(clampView({from: Math.min(day, view.to - 1), to: view.to}, range))}
      />
      <Edge
        name="Last day in sight"
        x={right}
        day={view.to}
        range={range}
        onMove={(day) => onView(clampView({from: view.from, to: Math.max(day, view.from + 1)}, range))}
      />
    </svg>
  );
}

interface EdgeProps {
  name: string;
  x: number;
  day: number;
  range: View;
  onMove: (day: number) => void;
}

function Edge({name, x, day, range, onMove}: EdgeProps) {
  const step = Math.max(1, Math.round((range.to - range.from) / 100));
  const onKey = (event: KeyboardEvent) => {
    const days = {
      ArrowLeft: -step,
      ArrowDown: -step,
      ArrowRight: step,
      ArrowUp: step,
      PageUp: 10 * step,
      PageDown: -10 * step,
    }[event.key];
    if (days === undefined) return;
    event.preventDefault();
    onMove(day + days);
  };
  return (
    <g
      class="overview-edge"
      role="slider"
      tabindex={0}
      aria-label={name}
      aria-valuemin={Math.floor(range.from)}
      aria-valuemax={Math.ceil(range.to)}
      aria-valuenow={Math.round(day)}
      aria-valuetext={longDate(day)}
      onKeyDown={onKey}
      data-screen-only
    >
      <rect x={x - 4} y={8} width={8} height={HEIGHT - 20} rx={2} />
    </g>
  );
}

type Held = {kind: 'edge'; other: number} | {kind: 'window'; x: number; view: View} | {kind: 'new'; day: number};

const GRIP = 8;

function useBrush(range: View, view: View, width: number, onView: (view: View) => void) {
  const held = useRef<Held | null>(null);
  const at = (event: PointerEvent) => event.clientX - (event.currentTarget as Element).getBoundingClientRect().left;
  const show = (a: number, b: number) =>
    onView(clampView({from: Math.min(a, b), to: Math.max(a, b, Math.min(a, b) + 1)}, range));
  return {
    onPointerDown: (event: PointerEvent) => {
      const x = at(event);
      const [left, right] = [xOf(range, width, view.from), xOf(range, width, view.to)];
      if (Math.abs(x - left) <= GRIP) held.current = {kind: 'edge', other: view.to};
      else if (Math.abs(x - right) <= GRIP) held.current = {kind: 'edge', other: view.from};
      else if (x > left && x < right) held.current = {kind: 'window', x, view};
      else held.current = {kind: 'new', day: toDay(range, width, x)};
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const now = held.current;
      if (!now) return;
      const x = at(event);
      const day = toDay(range, width, x);
      if (now.kind === 'edge') show(now.other, day);
      else if (now.kind === 'new') show(now.day, day);
      else {
        const days = ((x - now.x) / width) * (range.to - range.from);
        onView(clampView({from: now.view.from + days, to: now.view.to + days}, range));
      }
    },
    onPointerUp: () => (held.current = null),
    onPointerCancel: () => (held.current = null),
  };
}

interface DatesProps {
  view: View;
  bounds: View;
  onView: (view: View) => void;
}

// The same in numbers.
export function DateFields({view, bounds, onView}: DatesProps) {
  const read = (event: Event) => {
    const time = Date.parse((event.currentTarget as HTMLInputElement).value);
    return Number.isNaN(time) ? null : time / 86_400_000;
  };
  return (
    <span class="timeline-dates">
      <label>
        <span>In sight from</span>
        <input
          type="date"
          value={isoDate(view.from)}
          onChange={(event) => {
            const day = read(event);
            if (day !== null) onView(clampView({from: day, to: Math.max(view.to, day + 1)}, bounds));
          }}
        />
      </label>
      <label>
        <span>to</span>
        <input
          type="date"
          value={isoDate(view.to)}
          onChange={(event) => {
            const day = read(event);
            if (day !== null) onView(clampView({from: Math.min(view.from, day), to: day + 1}, bounds));
          }}
        />
      </label>
    </span>
  );
}
