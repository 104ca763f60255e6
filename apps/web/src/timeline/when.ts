// Where on the axis a date lies. The ledger tells times as TIMEX3 values, which may be vague
// ("2023-08", "2025-SP"): each is a span of days since 1970, half open.

export interface When {
  start: number;
  end: number;
  // True where the day is known.
  exact: boolean;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FULL_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SEASONS: Record<string, [number, string]> = {
  SP: [2, 'Spring'],
  SU: [5, 'Summer'],
  FA: [8, 'Autumn'],
  WI: [11, 'Winter'],
};
const PARTS: Record<string, string> = {
  MO: 'morning',
  MI: 'midday',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
  DT: 'daytime',
};
const PART_HOURS: Record<string, [number, number]> = {
  MO: [6, 12],
  MI: [11, 14],
  AF: [12, 18],
  EV: [18, 22],
  NI: [20, 24],
  DT: [8, 18],
};

// Months beyond 11 run into the next year.
export function dayOf(year: number, month: number, day = 1): number {
  const time = new Date(0);
  time.setUTCFullYear(year, month, day);
  return Math.round(time.getTime() / 86_400_000);
}

export function dateOf(day: number): {year: number; month: number; day: number} {
  const time = new Date(Math.floor(day) * 86_400_000);
  return {year: time.getUTCFullYear(), month: time.getUTCMonth(), day: time.getUTCDate()};
}

// "2025-06-16"
export function isoDate(day: number): string {
  const {year, month, day: date} = dateOf(day);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(date)}`;
}

function span(start: number, end: number, exact = false): When {
  return {start, end, exact};
}

function isDate(year: number, month: number, day: number): boolean {
  return (
    isoDate(dayOf(year, month - 1, day)) ===
    [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
  );
}

// "2025-06-14", "2025-06-14TNI", "2025-06-15T22:40"
function readDay(value: string): When | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(.*))?$/.exec(value);
  if (!found) return null;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (!isDate(year, month, date)) return null;
  const day = dayOf(year, month - 1, date);
  const hours = PART_HOURS[found[4] ?? ''];
  if (hours) return span(day + hours[0] / 24, day + hours[1] / 24, true);
  const clock = /^(\d{2}):(\d{2})/.exec(found[4] ?? '');
  if (!clock || Number(clock[1]) > 24) return span(day, day + 1, true);
  const time = day + Math.min(Number(clock[1]) + Number(clock[2]) / 60, 23.9) / 24;
  return span(time, time + 1 / 24, true);
}

// ISO weeks: the first is the one with 4 January.
function readWeek(value: string): When | null {
  const found = /^(\d{4})-W(\d{2})(-WE|-[1-7])?$/.exec(value);
  if (!found || Number(found[2]) < 1 || Number(found[2]) > 53) return null;
  const fourth = dayOf(Number(found[1]), 0, 4);
  const monday = fourth - ((fourth + 3) % 7) + 7 * (Number(found[2]) - 1);
  if (found[3] === '-WE') return span(monday + 5, monday + 7);
  if (!found[3]) return span(monday, monday + 7);
  const day = monday + Number(found[3].slice(1)) - 1;
  return span(day, day + 1, true);
}

// "2025-06", "2025-SP", "2025-Q2", "2025-H1"
function readPartOfYear(value: string): When | null {
  const found = /^(\d{4})-(\d{2}|SP|SU|FA|WI|Q[1-4]|H[12])$/.exec(value);
  if (!found) return null;
  const [year, part] = [Number(found[1]), found[2]!];
  const season = SEASONS[part];
  const months = (first: number, count: number) => span(dayOf(year, first), dayOf(year, first + count));
  if (season) return months(season[0], 3);
  if (part[0] === 'Q') return months(3 * (Number(part[1]) - 1), 3);
  if (part[0] === 'H') return months(6 * (Number(part[1]) - 1), 6);
  const month = Number(part);
  return month >= 1 && month <= 12 ? months(month - 1, 1) : null;
}

// "2011", "201" (a decade), "20" (a century)
function readYears(value: string): When | null {
  if (!/^\d{2,4}$/.test(value)) return null;
  const years = 10 ** (4 - value.length);
  const first = Number(value) * years;
  return span(dayOf(first, 0), dayOf(first + years, 0));
}

// Null for what has no place on an axis ("PRESENT_REF", a duration).
export function readWhen(value: string | null | undefined): When | null {
  if (!value) return null;
  return readDay(value) ?? readWeek(value) ?? readPartOfYear(value) ?? readYears(value);
}

export function shortDate(day: number): string {
  const {month, day: date} = dateOf(day);
  return `${date} ${MONTHS[month]}`;
}

export function shortMonth(day: number): string {
  return MONTHS[dateOf(day).month]!;
}

export function longDate(day: number): string {
  const {year, month, day: date} = dateOf(day);
  return `${date} ${FULL_MONTHS[month]} ${year}`;
}

// As a reader would write it: "16 June 2025", "August 2023", "Spring 2025".
export function whenText(value: string): string {
  const when = readWhen(value);
  if (!when) return value;
  const {year, month} = dateOf(when.start);
  if (when.exact) {
    const part = /T([A-Z]{2})$/.exec(value)?.[1];
    const clock = /T(\d{2}:\d{2})/.exec(value)?.[1];
    const rest = part && PARTS[part] ? `, ${PARTS[part]}` : clock ? `, ${clock}` : '';
    return longDate(when.start) + rest;
  }
  const season = SEASONS[value.slice(5)];
  if (season) return `${season[1]} ${year}`;
  if (value.endsWith('-WE')) return `weekend of ${longDate(when.start)}`;
  if (value.includes('-W')) return `week of ${longDate(when.start)}`;
  if (/^\d{4}-\d{2}$/.test(value)) return `${FULL_MONTHS[month]} ${year}`;
  if (/^\d{3}$/.test(value)) return `${value}0s`;
  return value.replace('-', ' ');
}
