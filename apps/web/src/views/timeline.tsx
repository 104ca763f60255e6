// What was said and what happened, on one axis of time.
import '../timeline/timeline.css';
import {useMemo, useRef, useState} from 'preact/hooks';
import {apiUrl} from '../api/client';
import {usePagedList} from '../api/resource';
import type {TimelineEntry} from '../api/types';
import {FilterBar} from '../components/filter_bar';
import {SaveAs} from '../components/save_as';
import {EmptyList, Loaded, MoreButton} from '../components/states';
import {useWidth} from '../components/use_width';
import {type Filter, useFilters} from '../filters';
import {setQuery, usePlace} from '../place';
import {Detail, EntryList} from '../timeline/detail';
import type {Placed, Story} from '../timeline/entries';
import {bandOf, boundsOf, isInSight, placeEntries} from '../timeline/entries';
import {DateFields, Overview} from '../timeline/overview';
import {Plot} from '../timeline/plot';
import type {View} from '../timeline/scale';
import {clampView, pan, toDay, usualView, zoom} from '../timeline/scale';
import {isoDate, readWhen} from '../timeline/when';
import {counted} from '../words';

const OWN_FILTERS: Filter[] = ['q', 'who', 'act', 'outlet', 'after', 'before'];
const ASKED = 500; // statements

export function TimelineView() {
  const filters = useFilters(OWN_FILTERS);
  const list = usePagedList<TimelineEntry>(apiUrl('/v1/timeline', undefined, {...filters, limit: ASKED}));
  return (
    <>
      <h1>Timeline</h1>
      <FilterBar filters={OWN_FILTERS} />
      <Loaded resource={list}>
        {(entries) => <Timeline entries={entries} />}
      </Loaded>
      {list.more && <p class="origin">These are the newest statements; there are earlier ones.</p>}
      <MoreButton list={list} />
    </>
  );
}

// The part in sight stands in the address, too: "from" and "to".
function useView(story: Story): {view: View; bounds: View; usual: View; setView: (view: View) => void} {
  const {query} = usePlace();
  const bounds = useMemo(() => boundsOf(story), [story]);
  const usual = useMemo(() => {
    const said = story.placed.filter(({entry}) => bandOf(entry) !== 'event');
    return usualView(
      (said.length > 0 ? said : story.placed).map((placed) => placed.day),
      bounds,
    );
  }, [story]);
  const [held, setHeld] = useState<View | null>(null);
  const from = readWhen(query.get('from'));
  const to = readWhen(query.get('to'));
  const asked = from && to && to.start > from.start ? {from: from.start, to: to.start} : null;
  const timer = useRef(0);
  const setView = (view: View) => {
    setHeld(view);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(
      () => setQuery({from: isoDate(view.from), to: isoDate(Math.ceil(view.to))}, true),
      400,
    );
  };
  return {view: clampView(held ?? asked ?? usual, bounds), bounds, usual, setView};
}

function Timeline({entries}: {entries: TimelineEntry[]}) {
  // The list is put together anew each time, of the same entries.
  const story = useMemo(() => placeEntries(entries), [entries.length, entries[0], entries[entries.length - 1]]);
  if (story.placed.length === 0) {
    return (
      <EmptyList title="Nothing on the timeline">
        <p>Nothing fits the filters, or the ledger is still empty.</p>
      </EmptyList>
    );
  }
  return <PlacedTimeline story={story} />;
}

function PlacedTimeline({story}: {story: Story}) {
  const {view, bounds, usual, setView} = useView(story);
  // Places in the story: those of a story that has grown are others.
  const [chosen, setChosen] = useState<{story: Story; places: number[]} | null>(null);
  const selected = chosen?.story === story ? chosen.places : [];
  const setSelected = (places: number[]) => setChosen({story, places});
  const [active, setActive] = useState(-1);
  const {ref, width} = useWidth<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const shown = story.placed.filter((placed) => isInSight(placed, view));
  return (
    <>
      <div class="timeline-bar">
        <ZoomButtons view={view} bounds={bounds} usual={usual} onView={setView} />
        <DateFields view={view} bounds={bounds} onView={setView} />
        <SaveAs
          name="timeline"
          picture={() => svg.current}
          table={() => tableOf(shown)}
          records={() => shown.map((placed) => placed.entry)}
        />
      </div>
      <div ref={ref} class="timeline">
        {width > 0 && (
          <>
            <Plot
              story={story}
              view={view}
              bounds={bounds}
              width={width}
              svg={svg}
              selected={selected}
              active={active}
              onView={setView}
              onSelect={setSelected}
              onActive={setActive}
            />
            <Overview story={story} range={rangeOf(view, usual, bounds)} view={view} width={width} onView={setView} />
          </>
        )}
      </div>
      <p class="timeline-help">
        Drag to move, Ctrl and the wheel to zoom, or two fingers; on the picture, arrow keys go from mark to mark, + and − zoom.
      </p>
      <Detail chosen={selected.flatMap((index) => story.placed[index] ?? [])} onClose={() => setSelected([])} />
      <InSight shown={shown} story={story} />
    </>
  );
}

// The story and as much again around it, unless more is in sight.
function rangeOf(view: View, usual: View, bounds: View): View {
  const length = usual.to - usual.from;
  const around = clampView({from: usual.from - length / 2, to: usual.to + length / 2}, bounds);
  return view.from >= around.from && view.to <= around.to ? around : bounds;
}

interface ZoomProps {
  view: View;
  bounds: View;
  usual: View;
  onView: (view: View) => void;
}

function ZoomButtons({view, bounds, usual, onView}: ZoomProps) {
  const middle = toDay(view, 1, 0.5);
  const quarter = (view.to - view.from) / 4;
  return (
    <span class="zoom-buttons" role="group" aria-label="What is in sight">
      <button type="button" aria-label="Earlier" onClick={() => onView(pan(view, bounds, -quarter))}>
        ←
      </button>
      <button type="button" aria-label="Later" onClick={() => onView(pan(view, bounds, quarter))}>
        →
      </button>
      <button type="button" aria-label="Zoom in" onClick={() => onView(zoom(view, bounds, 0.6, middle))}>
        +
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => onView(zoom(view, bounds, 1 / 0.6, middle))}>
        −
      </button>
      <button type="button" onClick={() => onView(usual)}>
        Story
      </button>
      <button type="button" onClick={() => onView(bounds)}>
        Everything
      </button>
    </span>
  );
}

function InSight({shown, story}: {shown: Placed[]; story: Story}) {
  const [open, setOpen] = useState(false);
  const events = shown.filter(({entry}) => bandOf(entry) === 'event').length;
  return (
    <details class="as-list" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        As a list: {counted(shown.length - events, 'statement')}, {counted(events, 'event')} in sight
        {story.unplaced > 0 && `, ${counted(story.unplaced, 'entry has', 'entries have')} no date`}
      </summary>
      {open && <EntryList shown={shown} />}
    </details>
  );
}

function tableOf(shown: Placed[]) {
  return {
    header: [
      'when',
      'kind',
      'side',
      'source',
      'cue',
      'act',
      'negated',
      'words',
      'publisher',
      'published',
      'title',
      'document',
      'id',
      'paragraph',
    ],
    rows: shown.map(({entry}) => [
      entry.when,
      entry.record,
      entry.record === 'event' ? '' : entry.against ? 'denied or disputed' : 'claimed',
      entry.source,
      entry.cue,
      entry.act,
      entry.negated,
      entry.words ?? entry.content,
      entry.publisher,
      entry.published,
      entry.title,
      entry.document,
      entry.attribution ?? entry.event,
      entry.paragraph,
    ]),
  };
}
