import { daysInMonth, weekday } from './calendar.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './names.ts';

/**
 * A TIMEX3 value as people say it: `2021-07-05` is "Monday, 5 July 2021", `T22:41` is "10:41 pm". A value that has no
 * words stays as it is.
 */
export function inWords(value: string, mod?: string): string {
  const said = say(value);
  if (mod === undefined) return said;
  const before = MODS[mod];
  // "the early 1990s", not "early the 1990s"
  if (before === undefined) return said;
  return said.startsWith('the ') && INSIDE.has(mod) ? `the ${before} ${said.slice(4)}` : `${before} ${said}`;
}

const MODS: Readonly<Record<string, string>> = {
  START: 'early',
  MID: 'mid',
  END: 'late',
  APPROX: 'about',
  BEFORE: 'before',
  AFTER: 'after',
  ON_OR_BEFORE: 'on or before',
  ON_OR_AFTER: 'on or after',
  LESS_THAN: 'less than',
  MORE_THAN: 'more than',
  EQUAL_OR_LESS: 'at most',
  EQUAL_OR_MORE: 'at least',
};
const INSIDE = new Set(['START', 'MID', 'END']);

const SEASONS: Readonly<Record<string, string>> = {
  SP: 'spring',
  SU: 'summer',
  FA: 'autumn',
  AU: 'autumn',
  WI: 'winter',
};
const REFERENCES: Readonly<Record<string, string>> = {
  PRESENT_REF: 'now',
  PAST_REF: 'in the past',
  FUTURE_REF: 'in the future',
};
const PARTS_OF_DAY: Readonly<Record<string, string>> = {
  TMO: 'morning',
  TAF: 'afternoon',
  TEV: 'evening',
  TNI: 'night',
  TMI: 'midday',
  TDT: 'daytime',
};

function say(value: string): string {
  const at = value.indexOf('T');
  if (value.startsWith('P') || value.includes('_')) return REFERENCES[value] ?? duration(value) ?? value;
  if (at === 0) return time(value) ?? value;
  if (at < 0) return date(value) ?? value;
  const day = date(value.slice(0, at));
  const clock = time(value.slice(at));
  return day === undefined || clock === undefined ? value : `${day}, ${clock}`;
}

function date(value: string): string | undefined {
  const day = /^(\d{4}|XXXX)-(\d{2})-(\d{2})$/.exec(value);
  if (day) return calendarDay(day[1] as string, Number(day[2]), Number(day[3]));
  const month = /^(\d{4}|XXXX)-(\d{2})$/.exec(value);
  if (month) {
    const name = MONTH_NAMES[Number(month[2]) - 1];
    if (name === undefined) return undefined;
    return month[1] === 'XXXX' ? `${name}, year unknown` : `${name} ${Number(month[1])}`;
  }
  if (/^\d{4}$/.test(value)) return String(Number(value));
  if (/^\d{3}$/.test(value)) return `the ${value}0s`;
  if (/^\d{2}$/.test(value)) return `the ${value}00s`;
  const part = /^(\d{4})-(W\d{2}|Q\d|H\d|[A-Z]{2})$/.exec(value);
  if (part === null) return undefined;
  const [, year, what = ''] = part;
  if (what.startsWith('W'))
    return /^W\d/.test(what) ? `week ${Number(what.slice(1))} of ${year}` : `${SEASONS[what] ?? what} ${year}`;
  if (what.startsWith('Q')) return `quarter ${what.slice(1)} of ${year}`;
  if (what.startsWith('H')) return `half ${what.slice(1)} of ${year}`;
  const season = SEASONS[what];
  return season === undefined ? undefined : `${season} ${year}`;
}

function calendarDay(year: string, month: number, day: number): string | undefined {
  const name = MONTH_NAMES[month - 1];
  const known = year === 'XXXX' ? undefined : Number(year);
  if (name === undefined || day < 1 || day > daysInMonth(month, known)) return undefined;
  if (known === undefined) return `${day} ${name}, year unknown`;
  return `${WEEKDAY_NAMES[weekday(known, month, day) - 1]}, ${day} ${name} ${known}`;
}

function time(value: string): string | undefined {
  const part = PARTS_OF_DAY[value];
  if (part !== undefined) return part;
  const clock = /^T(\d{2})(?::(\d{2})(?::(\d{2}))?)?Z?$/.exec(value);
  if (clock === null || Number(clock[1]) > 24) return undefined;
  const hour = Number(clock[1]) % 24;
  const rest = clock[2] === undefined ? '' : `:${clock[2]}${clock[3] === undefined ? '' : `:${clock[3]}`}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${rest} ${hour < 12 ? 'am' : 'pm'}`;
}

const UNITS: Readonly<Record<string, string>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  DE: 'decade',
  CE: 'century',
};
const CLOCK_UNITS: Readonly<Record<string, string>> = { H: 'hour', M: 'minute', S: 'second' };

/** `P3D` is "3 days", `PT1H30M` is "1 hour 30 minutes". */
function duration(value: string): string | undefined {
  if (
    value.length > 40 ||
    !/^P(?:(?:\d+(?:\.\d+)?|X)(?:DE|CE|[YMWD]))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?$/.test(value)
  )
    return undefined;
  const [days = '', clock = ''] = value.slice(1).split('T');
  const parts: string[] = [];
  for (const [text, units] of [
    [days, UNITS],
    [clock, CLOCK_UNITS],
  ] as const)
    for (const [, count = '', unit = ''] of text.matchAll(/([\d.]+|X)([A-Z]+)/g)) {
      const name = units[unit] ?? unit;
      const plural = name === 'century' ? 'centuries' : `${name}s`;
      parts.push(count === 'X' ? `some ${plural}` : `${count} ${count === '1' ? name : plural}`);
    }
  return parts.length === 0 ? undefined : parts.join(' ');
}
