// Where the marks of the timeline and their labels go. Statements of one day stand in columns
// that grow away from the axis; nothing overlaps, and the same input gives the same picture.
import type {View} from './scale';
import {toX} from './scale';

export interface Item {
  // Names the item for whoever draws it; order among items of one time is that of the input.
  index: number;
  day: number;
  label: string;
}

export interface Mark {
  index: number;
  x: number;
  lane: number;
  // As much of the label as there is room for; empty: none.
  label: string;
}

// Items that found no place, behind one mark.
export interface Crowd {
  x: number;
  lane: number;
  indexes: number[];
  label: string; // how many, where there is room
}

export interface Side {
  marks: Mark[];
  crowds: Crowd[];
  lanes: number;
}

export interface Measures {
  width: number;
  mostLanes: number;
  // Between two marks of one lane, from middle to middle.
  pitch: number;
  letter: number;
}

const BIN_DAYS = [1, 2, 7, 14, 28, 91, 182, 365, 730, 1826, 3652, 9131, 18262, 36524];
const LEAST_LABEL = 4; // letters

// Days that are drawn as one column: one, unless a day is too narrow for a mark.
export function binDays(view: View, measures: Measures): number {
  const perDay = measures.width / (view.to - view.from);
  return BIN_DAYS.find((days) => days * perDay >= measures.pitch) ?? BIN_DAYS[BIN_DAYS.length - 1]!;
}

function intoBins(items: Item[], days: number): Map<number, Item[]> {
  const bins = new Map<number, Item[]>();
  for (const item of items) {
    const bin = Math.floor(item.day / days);
    const own = bins.get(bin);
    if (own) own.push(item);
    else bins.set(bin, [item]);
  }
  return bins;
}

// Cuts after a word, for half a word is none to who has a page read out; nothing where none fits.
export function shortened(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const space = text.lastIndexOf(' ', letters - 1);
  return space < LEAST_LABEL - 1 ? '' : text.slice(0, space).trimEnd() + '…';
}

function placeBin(items: Item[], left: number, width: number, measures: Measures, side: Side): void {
  const fits = Math.max(1, Math.floor(width / measures.pitch));
  const columns = Math.min(fits, Math.ceil(items.length / measures.mostLanes));
  const room = columns * measures.mostLanes;
  const shown = items.length > room ? room - 1 : items.length;
  const place = (i: number) => ({
    x: left + (Math.floor(i / measures.mostLanes) * width) / columns + measures.pitch / 2,
    lane: i % measures.mostLanes,
  });
  for (let i = 0; i < shown; ++i) side.marks.push({index: items[i]!.index, ...place(i), label: ''});
  if (shown < items.length)
    side.crowds.push({...place(shown), indexes: items.slice(shown).map((item) => item.index), label: ''});
}

// A label reaches to the next mark of its lane, at most.
function addLabels(side: Side, labels: Map<number, string>, measures: Measures): void {
  const lanes = new Map<number, {place: Mark | Crowd; text: string}[]>();
  const add = (place: Mark | Crowd, text: string) =>
    lanes.set(place.lane, [...(lanes.get(place.lane) ?? []), {place, text}]);
  for (const mark of side.marks) add(mark, labels.get(mark.index) ?? '');
  for (const crowd of side.crowds) add(crowd, `+${crowd.indexes.length}`);
  for (const lane of lanes.values()) {
    lane.sort((a, b) => a.place.x - b.place.x);
    lane.forEach(({place, text}, i) => {
      const end = lane[i + 1]?.place.x ?? measures.width + measures.pitch / 2;
      place.label = shortened(text, Math.floor((end - place.x - 1.6 * measures.pitch) / measures.letter));
    });
  }
}

// One side of the axis. Items out of sight are left out.
export function layOut(items: Item[], view: View, measures: Measures): Side {
  const side: Side = {marks: [], crowds: [], lanes: 0};
  const days = binDays(view, measures);
  const bins = intoBins(items, days);
  for (const bin of [...bins.keys()].sort((a, b) => a - b)) {
    const left = toX(view, measures.width, bin * days);
    const width = toX(view, measures.width, (bin + 1) * days) - left;
    const right = Math.min(left + width, measures.width);
    if (left + width <= 0 || left > measures.width - measures.pitch / 2) continue;
    // Of a column that the edge cuts, what is in sight is used, but never less than a mark needs.
    const inside = Math.min(Math.max(left, 0), left + width - measures.pitch);
    placeBin(bins.get(bin)!, inside, Math.max(right - inside, measures.pitch), measures, side);
  }
  addLabels(side, new Map(items.map((item) => [item.index, item.label])), measures);
  const used = [...side.marks, ...side.crowds].map((place) => place.lane + 1);
  side.lanes = Math.max(0, ...used);
  return side;
}
