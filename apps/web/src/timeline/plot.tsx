// The picture of the timeline: claims above the axis, denials below it, events between.
import {useEffect, useRef} from 'preact/hooks';
import type {RefObject} from 'preact';
import type {Story} from './entries';
import {itemsOf, sentence} from './entries';
import type {Measures, Side} from './layout';
import {layOut} from './layout';
import type {View} from './scale';
import {pan, pinch, ticks, toDay, toX, zoom} from './scale';

const LANE = 20;
const TICKS = 34;
const MOST_LANES = {claimed: 14, event: 2, against: 10};

// What can be reached with the arrow keys: a mark, or several entries behind one.
interface Stop {
  key: string;
  indexes: number[];
  x: number;
  y: number;
  label: string;
  band: 'claimed' | 'event' | 'against';
}

interface Picture {
  stops: Stop[];
  height: number;
  axis: number;
  events: number;
  below: number;
}

function stopsOf(side: Side, band: Stop['band'], toY: (lane: number) => number): Stop[] {
  const marks = side.marks.map(({index, x, lane, label}) => ({
    key: `${band}${index}`,
    indexes: [index],
    x,
    y: toY(lane),
    label,
    band,
  }));
  const crowds = side.crowds.map(({indexes, x, lane, label}) => ({
    key: `${band}${indexes[0]}+`,
    indexes,
    x,
    y: toY(lane),
    label,
    band,
  }));
  return [...marks, ...crowds];
}

export function drawStory(story: Story, view: View, width: number): Picture {
  const measures: Measures = {width, mostLanes: MOST_LANES.claimed, pitch: 14, letter: 6.1};
  const claimed = layOut(itemsOf(story, 'claimed'), view, measures);
  const events = layOut(itemsOf(story, 'event'), view, {...measures, mostLanes: MOST_LANES.event});
  const against = layOut(itemsOf(story, 'against'), view, {...measures, mostLanes: MOST_LANES.against});
  const axis = 26 + Math.max(3, claimed.lanes) * LANE;
  const eventTop = axis + TICKS;
  const below = eventTop + Math.max(1, events.lanes) * LANE + 10;
  const stops = [
    ...stopsOf(claimed, 'claimed', (lane) => axis - 12 - lane * LANE),
    ...stopsOf(events, 'event', (lane) => eventTop + 10 + lane * LANE),
    ...stopsOf(against, 'against', (lane) => below + 12 + lane * LANE),
  ].sort((a, b) => a.x - b.x || a.y - b.y);
  return {stops, axis, events: eventTop, below, height: below + Math.max(3, against.lanes) * LANE + 26};
}

interface PlotProps {
  story: Story;
  view: View;
  bounds: View;
  width: number;
  selected: number[];
  active: number;
  svg: RefObject<SVGSVGElement | null>;
  onView: (view: View) => void;
  onSelect: (indexes: number[]) => void;
  onActive: (index: number) => void;
}

export function Plot(props: PlotProps) {
  const {story, view, width, svg} = props;
  const picture = drawStory(story, view, width);
  const current = Math.max(
    0,
    picture.stops.findIndex((stop) => stop.indexes.includes(props.active)),
  );
  useWheelZoom(props);
  const drag = useDragToPan(props);
  const focusStop = (place: number) => {
    const stop = picture.stops[Math.min(Math.max(place, 0), picture.stops.length - 1)];
    if (!stop) return;
    props.onActive(stop.indexes[0]!);
    svg.current?.querySelector<SVGGElement>(`[data-stop="${stop.key}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (plotKey(event, props, picture.stops, current, focusStop)) event.preventDefault();
  };
  return (
    <svg
      ref={svg}
      class="timeline-plot"
      role="group"
      width={width}
      height={picture.height}
      viewBox={`0 0 ${width} ${picture.height}`}
      onKeyDown={onKey}
      {...drag}
      aria-label="Timeline. Arrow keys go from mark to mark, plus and minus zoom, Page Up and Page Down move in time."
    >
      <Axis picture={picture} view={view} width={width} />
      {picture.stops.map((stop, place) => (
        <StopMark
          key={stop.key}
          stop={stop}
          story={story}
          focusable={place === current}
          selected={stop.indexes.some((index) => props.selected.includes(index))}
          onSelect={() => {
            props.onActive(stop.indexes[0]!);
            props.onSelect(stop.indexes);
          }}
        />
      ))}
    </svg>
  );
}

function Axis({picture, view, width}: {picture: Picture; view: View; width: number}) {
  const {axis, height} = picture;
  return (
    <g aria-hidden="true">
      {ticks(view, width).map((tick) => (
        <g key={tick.day} class="tick">
          <line x1={tick.x} x2={tick.x} y1={20} y2={height - 20} class="grid-line" />
          <text x={tick.x + 4} y={axis + 15}>
            {tick.label}
          </text>
          {tick.context && (
            <text x={tick.x + 4} y={axis + 28} class="tick-context">
              {tick.context}
            </text>
          )}
        </g>
      ))}
      <line x1={0} x2={width} y1={axis} y2={axis} class="axis-line" />
      <line x1={0} x2={width} y1={picture.below - 4} y2={picture.below - 4} class="axis-line" />
      <text x={0} y={12} class="band-name">
        Claimed
      </text>
      <text x={0} y={height - 6} class="band-name">
        Denied or disputed
      </text>
    </g>
  );
}

interface StopProps {
  stop: Stop;
  story: Story;
  focusable: boolean;
  selected: boolean;
  onSelect: () => void;
}

function StopMark({stop, story, focusable, selected, onSelect}: StopProps) {
  const isCrowd = stop.indexes.length > 1;
  const name = isCrowd
    ? `${stop.indexes.length} more, the first: ${sentence(story.placed[stop.indexes[0]!]!)}`
    : sentence(story.placed[stop.indexes[0]!]!);
  return (
    <g
      class={`mark mark-${stop.band}${isCrowd ? ' mark-crowd' : ''}`}
      role="button"
      aria-label={name}
      aria-pressed={selected}
      tabindex={focusable ? 0 : -1}
      data-stop={stop.key}
      transform={`translate(${stop.x} ${stop.y})`}
      onClick={onSelect}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onSelect();
      }}
    >
      <title>{name}</title>
      <rect
        class="mark-hit"
        x={-9}
        y={-10}
        width={stop.label ? 18 + stop.label.length * 6.1 : 18}
        height={20}
        data-screen-only
      />
      {isCrowd ? (
        <path d="M-5 0H5M0-5V5" />
      ) : stop.band === 'event' ? (
        <path d="M0-5 5 0 0 5-5 0Z" />
      ) : (
        <circle r={4.5} />
      )}
      {stop.label && (
        <text x={9} y={4}>
          {stop.label}
        </text>
      )}
    </g>
  );
}

const ZOOM = 1.5;

// Whether the key meant something.
function plotKey(
  event: KeyboardEvent,
  {view, bounds, onView}: PlotProps,
  stops: Stop[],
  current: number,
  focusStop: (place: number) => void,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const length = view.to - view.from;
  const around = toDay(view, 1, 0.5);
  const keys: Record<string, () => void> = {
    ArrowRight: () => focusStop(current + 1),
    ArrowLeft: () => focusStop(current - 1),
    ArrowUp: () => focusStop(nearest(stops, current, -1)),
    ArrowDown: () => focusStop(nearest(stops, current, 1)),
    Home: () => focusStop(0),
    End: () => focusStop(stops.length - 1),
    '+': () => onView(zoom(view, bounds, 1 / ZOOM, around)),
    '=': () => onView(zoom(view, bounds, 1 / ZOOM, around)),
    '-': () => onView(zoom(view, bounds, ZOOM, around)),
    '0': () => onView(bounds),
    PageDown: () => onView(pan(view, bounds, length / 2)),
    PageUp: () => onView(pan(view, bounds, -length / 2)),
  };
  const act = keys[event.key];
  act?.();
  return act !== undefined;
}

// The next stop above (-1) or below (1) that is least far aside.
function nearest(stops: Stop[], current: number, direction: 1 | -1): number {
  const here = stops[current];
  if (!here) return current;
  let best = current;
  let least = Infinity;
  stops.forEach((stop, place) => {
    const down = (stop.y - here.y) * direction;
    const distance = down + 3 * Math.abs(stop.x - here.x);
    if (down > 0 && distance < least) [best, least] = [place, distance];
  });
  return best;
}

// Not passive, for the page must not scroll or zoom where the timeline does.
function useWheelZoom({svg, view, bounds, width, onView}: PlotProps): void {
  const latest = useRef({view, bounds, width, onView});
  latest.current = {view, bounds, width, onView};
  useEffect(() => {
    const element = svg.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const now = latest.current;
      const x = event.clientX - element!.getBoundingClientRect().left;
      now.onView(zoom(now.view, now.bounds, Math.exp(event.deltaY / 400), toDay(now.view, now.width, x)));
    };
    element?.addEventListener('wheel', onWheel, {passive: false});
    return () => element?.removeEventListener('wheel', onWheel);
  }, []);
}

// Two fingers; one scrolls the page, or moves the timeline aside.
function usePinch({svg, view, bounds, width, onView}: PlotProps) {
  const fingers = useRef(new Map<number, number>());
  const held = useRef<{at: [number, number]; view: View} | null>(null);
  const places = () => [...fingers.current.values()] as [number, number];
  const place = (event: PointerEvent) => {
    fingers.current.set(event.pointerId, event.clientX - (svg.current?.getBoundingClientRect().left ?? 0));
  };
  return {
    down: (event: PointerEvent) => {
      place(event);
      held.current = fingers.current.size === 2 ? {at: places(), view} : null;
    },
    // Whether it was one of two fingers.
    move: (event: PointerEvent) => {
      if (!fingers.current.has(event.pointerId)) return false;
      place(event);
      if (!held.current) return false;
      onView(pinch(held.current.view, bounds, width, held.current.at, places()));
      return true;
    },
    up: (event: PointerEvent) => {
      fingers.current.delete(event.pointerId);
      held.current = null;
    },
  };
}

function useDragToPan(props: PlotProps) {
  const {view, bounds, width, onView} = props;
  const held = useRef<{x: number; view: View; moved: boolean} | null>(null);
  const fingers = usePinch(props);
  const end = (event: PointerEvent) => {
    fingers.up(event);
    held.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType === 'touch') fingers.down(event);
      if (event.button === 0) held.current = {x: event.clientX, view, moved: false};
    },
    onPointerMove: (event: PointerEvent) => {
      if (fingers.move(event)) {
        held.current = null;
        return;
      }
      const from = held.current;
      if (!from || (!from.moved && Math.abs(event.clientX - from.x) < 4)) return;
      if (!from.moved && event.pointerType !== 'touch') (event.currentTarget as Element).setPointerCapture(event.pointerId);
      from.moved = true;
      const days = ((from.x - event.clientX) / width) * (from.view.to - from.view.from);
      onView(pan(from.view, bounds, days));
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

export function xOf(view: View, width: number, day: number): number {
  return Math.min(Math.max(toX(view, width, day), 0), width);
}
