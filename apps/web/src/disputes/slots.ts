// Where in the words the two sides of a disagreement differ. The ledger says in `detail` what
// kind of slot it is and quotes its fillers in `why`; here they are found in the contents.
import {fold, isCommon, wordsOf} from './compare';

export interface SlotQuery {
  detail: string | null;
  why: string;
}

// Half open, in UTF-16 units of the content.
export interface Range {
  start: number;
  end: number;
}

export interface Slots {
  name: string;
  // Of the later statement, which is the relation's `from`, and of the earlier one.
  later: Range[];
  earlier: Range[];
}

const NAMES: Record<string, string> = {
  number: 'number',
  cause: 'cause',
  actor: 'who did it',
  role: 'who is who',
  place: 'place',
  time: 'time',
  act: 'yes or no',
};
const SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen twenty'
).split(' ');
const TENS: Record<string, number> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const LARGE: Record<string, number> = {hundred: 1e2, dozen: 12, thousand: 1e3, million: 1e6, billion: 1e9};
const NEGATIONS = new Set(
  'no not never none nobody nothing neither nor without cannot false untrue wrong mistaken'.split(' '),
);

export function slotName(detail: string | null): string {
  return NAMES[detail ?? ''] ?? 'yes or no';
}

function rangesOf(text: string, matches: (word: string) => boolean): Range[] {
  const ranges: Range[] = [];
  let end = 0;
  for (const word of wordsOf(text)) {
    const start = end + word.before.length;
    end = start + word.text.length;
    if (matches(word.text)) ranges.push({start, end});
  }
  return ranges;
}

// "1,400" and "eleven"; nothing for a word that is no number.
export function numberOf(word: string): number | null {
  const lower = word.toLowerCase();
  const small = SMALL.indexOf(lower);
  if (small >= 0) return small;
  if (lower in TENS) return TENS[lower]!;
  const [tens, unit] = lower.split('-');
  if (tens !== undefined && unit !== undefined && tens in TENS && SMALL.indexOf(unit) > 0)
    return TENS[tens]! + SMALL.indexOf(unit);
  return /^\d[\d,]*(\.\d+)?$/.test(lower) ? Number(lower.replace(/,/g, '')) : null;
}

// The number that `why` names, also as "two million" or "74-millimetre"; else every number.
function numberRanges(content: string, value: number | null): Range[] {
  const isNumber = (word: string) => numberOf(word) ?? numberOf(/^\d[\d,.]*\d|\d/.exec(word)?.[0] ?? '');
  const all = rangesOf(content, (word) => isNumber(word) !== null);
  if (value === null) return all;
  const scaled = (range: Range) => {
    const own = isNumber(content.slice(range.start, range.end))!;
    const next = /^\s+(\p{L}+)/u.exec(content.slice(range.end));
    const factor = LARGE[next?.[1]?.toLowerCase() ?? ''];
    return factor && own * factor === value
      ? {...range, end: range.end + next![0].length}
      : own === value
        ? range
        : null;
  };
  return all.flatMap((range) => scaled(range) ?? []);
}

// Where the phrase stands, whatever the case and quotation marks.
function phraseRanges(content: string, phrase: string): Range[] {
  const plain = (text: string) => text.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
  const at = plain(content).indexOf(plain(phrase));
  return phrase !== '' && at >= 0 ? [{start: at, end: at + phrase.length}] : [];
}

// What the two are about, as `why` quotes it: the word, wherever it stands.
function topicRanges(content: string, why: string): Range[] {
  const topic = /about "([^"]+)"|accounts of "([^"]+)"/.exec(why);
  const word = topic?.[1] ?? topic?.[2];
  return word ? rangesOf(content, (other) => fold(other) === fold(word)) : [];
}

function polarityRanges(content: string): Range[] {
  return rangesOf(content, (word) => NEGATIONS.has(word.toLowerCase()) || /n['’]t$/i.test(word));
}

export function topicOf(why: string): string {
  return /about "([^"]+)"|accounts of "([^"]+)"/.exec(why)?.slice(1).find(Boolean) ?? '';
}

export function findSlots({detail, why}: SlotQuery, later: string, earlier: string): Slots {
  const name = slotName(detail);
  if (detail === 'number') {
    const given = /: ([\d.]+) here, ([\d.]+) there/.exec(why);
    return {
      name,
      later: numberRanges(later, given ? Number(given[1]) : null),
      earlier: numberRanges(earlier, given ? Number(given[2]) : null),
    };
  }
  const phrases = /: "([^"]*)" here, "([^"]*)" there/.exec(why);
  const found = {later: phraseRanges(later, phrases?.[1] ?? ''), earlier: phraseRanges(earlier, phrases?.[2] ?? '')};
  if (found.later.length > 0 || found.earlier.length > 0) return {name, ...found};
  const act = (content: string) =>
    [...polarityRanges(content), ...topicRanges(content, why)].sort((a, b) => a.start - b.start);
  return {name, later: act(later), earlier: act(earlier)};
}

export type PieceKind = 'plain' | 'shared' | 'slot';

export interface Piece {
  text: string;
  kind: PieceKind;
}

// The content in pieces to draw: slots first, then what the other side says, too.
export function pieces(content: string, ranges: Range[], shared: Range[]): Piece[] {
  const kinds: PieceKind[] = Array.from({length: content.length}, () => 'plain');
  for (const range of shared) kinds.fill('shared', range.start, range.end);
  for (const range of ranges) kinds.fill('slot', range.start, range.end);
  const result: Piece[] = [];
  for (let i = 0; i < content.length; ++i) {
    const last = result[result.length - 1];
    if (last && last.kind === kinds[i]) last.text += content[i];
    else result.push({text: content[i]!, kind: kinds[i]!});
  }
  return result;
}

// Runs of shared words as ranges, for `pieces`; runs of common words alone are left out.
export function sharedRanges(content: string, words: {text: string; before: string; shared: boolean}[]): Range[] {
  const runs: (Range & {telling: boolean})[] = [];
  let end = 0;
  let open = false;
  for (const word of words) {
    const start = end + word.before.length;
    end = start + word.text.length;
    const telling = !isCommon(word.text);
    const last = runs[runs.length - 1];
    if (word.shared && open && last) {
      last.end = end;
      last.telling ||= telling;
    } else if (word.shared) runs.push({start, end, telling});
    open = word.shared;
  }
  return runs
    .filter((run) => run.telling && run.end <= content.length)
    .map(({start, end: stop}) => ({start, end: stop}));
}
