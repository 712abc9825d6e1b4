import { daysInMonth, weekday } from './calendar.ts';
import type { Meaning } from './meaning.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './names.ts';
import { type Day, dayOf, mondayOf, weekOf } from './resolve/moment.ts';

/**
 * A TIMEX3 value as people say it: `2021-07-05` is "Monday, 5 July 2021", `T22:41` is "10:41 pm". A value that has no
 * words stays as it is.
 */
export function inWords(value: string, mod?: string): string {
  return withMod(value, say(value) ?? value, mod);
}

/** The value of a time as people say it: of one that comes again, "every Monday". */
export function timeInWords(time: {
  readonly value: string;
  readonly mod?: string | undefined;
  readonly meaning: Meaning | undefined;
}): string {
  const { value, mod, meaning } = time;
  if (meaning?.kind !== 'set') return inWords(value, mod);
  return withMod(value, again(value, meaning) ?? inWords(value), mod);
}

/** "5 July 2021", without the weekday. */
export function dateInWords(value: string): string {
  return inWords(value).replace(/^\w+, (?=\d)/, '');
}

function withMod(value: string, said: string, mod: string | undefined): string {
  const before = mod === undefined ? undefined : MODS[mod];
  if (mod === undefined || before === undefined) return said;
  const isPeriod = value.startsWith('P');
  // "less than a year later" is a little before that year is over: how far is not said.
  if (COMPARES.has(mod) && !isPeriod) return `about ${said}`;
  if (!INSIDE.has(mod)) return `${before} ${said}`;
  if (mod === 'MID') return `the middle of ${said}`;
  // "the early 1990s", not "early the 1990s"; "late on Monday", not "late Monday"
  if (said.startsWith('the ')) return `the ${before} ${said.slice(4)}`;
  return DAY.test(value) ? `${before} on ${said}` : `${before} ${said}`;
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
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const COMPARES = new Set(['LESS_THAN', 'MORE_THAN', 'EQUAL_OR_LESS', 'EQUAL_OR_MORE']);

export const SEASON_NAMES: Readonly<Record<string, string>> = {
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
const ORDINALS = ['first', 'second', 'third', 'fourth'];

function say(value: string): string | undefined {
  // No value of ours is longer; a foreign one is not worth reading.
  if (value.length > 40) return undefined;
  if (value.startsWith('P') || value.includes('_')) return REFERENCES[value] ?? duration(value);
  const at = value.indexOf('T');
  if (at === 0) return PARTS_OF_DAY[value] ?? clockTime(value);
  if (at < 0) return date(value);
  return timeOfDay(value.slice(0, at), value.slice(at));
}

function timeOfDay(day: string, time: string): string | undefined {
  const part = PARTS_OF_DAY[time];
  const isOpen = /-XX$/.test(day);
  if (part !== undefined && isOpen) {
    // "a night in 1950": of a day that is not known, the day is not worth a word.
    const rest = /^XXXX/.test(day) ? ', date unknown' : ` in ${date(day.replace(/(?:-XX)+$/, '')) ?? day}`;
    return `${/^[aeiou]/.test(part) ? 'an' : 'a'} ${part}${rest}`;
  }
  const said = date(day);
  if (said === undefined) return undefined;
  if (time === 'TXX') return `an hour of ${said}`;
  if (part !== undefined) return part === 'midday' ? `midday on ${said}` : `the ${part} of ${said}`;
  const clock = clockTime(time);
  if (clock === undefined) return undefined;
  return /^XXXX-XX-XX$/.test(day) ? `${clock}, day unknown` : `${said}, ${clock}`;
}

function date(value: string): string | undefined {
  const era = value.startsWith('BC') ? ' BC' : '';
  const [head = '', ...rest] = value.slice(era === '' ? 0 : 2).split('-');
  const year = yearIn(head, era);
  if (year === undefined) return undefined;
  const isKnown = /^\d{4}$/.test(head);
  // "June, year unknown"
  const behind = (what: string) => (isKnown ? `${what} ${year}` : `${what}, year unknown`);
  const some = (what: string, unknown: string) => (isKnown ? `${what} in ${year}` : `${what}, ${unknown} unknown`);
  const [first = '', second = '', third] = rest;
  if (rest.length === 0) return year;
  if (third !== undefined) return undefined;
  if (/^W(?:\d{2}|XX)$/.test(first)) return week(head, first.slice(1), second, era, some);
  if (second === '') {
    if (first === 'XX') return some('a month', 'year');
    if (/^Q[1-4]$/.test(first)) return named(`the ${ORDINALS[Number(first[1]) - 1]} quarter`, year, isKnown);
    if (/^H[12]$/.test(first)) return named(`the ${ORDINALS[Number(first[1]) - 1]} half`, year, isKnown);
    const season = SEASON_NAMES[first];
    if (season !== undefined) return behind(season);
    const month = monthNamed(first);
    return month === undefined ? undefined : behind(month);
  }
  if (first === 'XX') return second === 'XX' ? some('a day', 'date') : dayOfSomeMonth(second, isKnown, year);
  const month = monthNamed(first);
  if (month === undefined) return undefined;
  if (second === 'XX') return `a day in ${behind(month)}`;
  return calendarDay(head, Number(first), second, era);
}

/** `2021`, `199`, `18`; `XXXX` is a year that is not known. */
function yearIn(head: string, era: string): string | undefined {
  if (head === 'XXXX') return 'an unknown year';
  if (head === 'XXX') return 'an unknown decade';
  if (head === 'XX') return 'an unknown century';
  if (!/^\d{2,4}$/.test(head)) return undefined;
  const number = Number(head);
  if (head.length === 2) return `the ${ordinal(number + 1)} century${era}`;
  if (head.length === 3) return `the ${number}0s${era}`;
  if (era !== '') return `${number}${era}`;
  return number < 1000 ? `AD ${number}` : String(number);
}

function named(what: string, year: string, isKnown: boolean): string {
  return isKnown ? `${what} of ${year}` : `${what}, year unknown`;
}

function dayOfSomeMonth(day: string, isKnown: boolean, year: string): string | undefined {
  if (!/^\d{2}$/.test(day) || Number(day) < 1 || Number(day) > 31) return undefined;
  return `the ${ordinal(Number(day))} of a month${isKnown ? ` in ${year}` : ', month unknown'}`;
}

function week(
  year: string,
  number: string,
  day: string,
  era: string,
  some: (what: string, unknown: string) => string,
): string | undefined {
  if (number === 'XX' || era !== '' || !/^\d{4}$/.test(year)) {
    if (number !== 'XX') return undefined;
    if (day === '') return some('a week', 'year');
    if (day === 'WE') return some('a weekend', 'date');
    const name = WEEKDAY_NAMES[Number(day) - 1];
    return name === undefined ? undefined : some(`a ${name}`, 'date');
  }
  const monday = mondayOf(Number(year), Number(number));
  // Not each year has a week 53: its days would be those of the next year's first.
  if (weekOf(dayOf(monday)).week !== Number(number)) return undefined;
  if (day === 'WE') return `the weekend of ${fromTo(dayOf(monday + 5), dayOf(monday + 6), ' and ', true)}`;
  if (day !== '') return undefined;
  const [from, to] = [dayOf(monday), dayOf(monday + 6)];
  return `week ${Number(number)} of ${Number(year)}, ${fromTo(from, to, '–', false)}`;
}

/** "5–11 July", "28 June to 4 July", "27 December 2021 to 2 January 2022". */
function fromTo(from: Day, to: Day, joint: ' and ' | '–', withYear: boolean): string {
  const year = (day: Day) => (withYear || from.year !== to.year ? ` ${day.year}` : '');
  const month = (day: Day) => ` ${MONTH_NAMES[day.month - 1]}`;
  if (from.month === to.month) return `${from.day}${joint}${to.day}${month(to)}${year(to)}`;
  const first = `${from.day}${month(from)}${from.year === to.year ? '' : ` ${from.year}`}`;
  return `${first}${joint === '–' ? ' to ' : joint}${to.day}${month(to)}${year(to)}`;
}

function monthNamed(digits: string): string | undefined {
  return /^\d{2}$/.test(digits) ? MONTH_NAMES[Number(digits) - 1] : undefined;
}

function calendarDay(year: string, month: number, day: string, era: string): string | undefined {
  const number = /^\d{2}$/.test(day) ? Number(day) : 0;
  const known = year === 'XXXX' || era !== '' ? undefined : Number(year);
  if (number < 1 || number > daysInMonth(month, known)) return undefined;
  const said = `${number} ${MONTH_NAMES[month - 1]}`;
  if (year === 'XXXX') return `${said}, year unknown`;
  if (known === undefined) return `${said} ${yearIn(year, era)}`;
  return `${WEEKDAY_NAMES[weekday(known, month, number) - 1]}, ${said} ${yearIn(year, era)}`;
}

function clockTime(value: string): string | undefined {
  const clock = /^T(\d{2})(?::(\d{2})(?::(\d{2}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/.exec(value);
  if (clock === null) return undefined;
  const [, hours = '', minutes, seconds, zone = ''] = clock;
  if (Number(hours) > 24) return undefined;
  return zoned(hourInWords(Number(hours), minutes, seconds), zone);
}

function hourInWords(hours: number, minutes: string | undefined, seconds: string | undefined): string {
  if (minutes === '00' && seconds === undefined) {
    if (hours === 12) return 'noon';
    if (hours === 24) return 'midnight at the end of the day';
    if (hours === 0) return 'midnight';
  }
  const hour = hours % 24;
  const isWhole = minutes === undefined || (minutes === '00' && seconds === undefined);
  const rest = isWhole ? '' : `:${minutes}${seconds === undefined ? '' : `:${seconds}`}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${rest} ${hour < 12 ? 'am' : 'pm'}`;
}

/** `Z` is UTC, `-05` five hours behind it. */
function zoned(said: string, zone: string): string {
  if (zone === '') return said;
  const [, sign = '', hours = '00', minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === '') return `${said} UTC`;
  return `${said} UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** How a value comes again: "every Monday", "every 2 weeks", "twice a week". */
function again(value: string, { quant, freq }: { quant?: string | undefined; freq?: string | undefined }) {
  const every = quant === 'EACH' ? 'each' : 'every';
  const times = /^(\d{1,3})X$/.exec(freq ?? '')?.[1];
  if (value.startsWith('P')) {
    const said = duration(value);
    if (said === undefined) return undefined;
    const one = /^1 (\w+)$/.exec(said)?.[1];
    if (times !== undefined) return `${timesInWords(times)} ${one === undefined ? `in ${said}` : `a ${one}`}`;
    return `${every} ${one ?? said}`;
  }
  const open = /^XXXX-(.+)$/.exec(value)?.[1];
  if (open === undefined) return undefined;
  const what = recurring(open, every);
  return what === undefined || times === undefined ? what : `${timesInWords(times)}, ${what}`;
}

function recurring(open: string, every: string): string | undefined {
  const weekly = /^WXX-(WE|[1-7])(T\w+)?$/.exec(open);
  if (weekly) {
    const [, day = '', time] = weekly;
    const name = day === 'WE' ? 'weekend' : WEEKDAY_NAMES[Number(day) - 1];
    return `${every} ${name}${time === undefined ? '' : ` ${PARTS_OF_DAY[time] ?? `at ${clockTime(time) ?? time}`}`}`;
  }
  const daily = /^XX-XX(T[\w:]+)$/.exec(open)?.[1];
  if (daily !== undefined) {
    const part = PARTS_OF_DAY[daily];
    return part === undefined ? `${every} day at ${clockTime(daily) ?? daily}` : `${every} ${part}`;
  }
  const [first = '', second] = open.split('-');
  const season = SEASON_NAMES[first];
  if (season !== undefined) return `${every} ${season}`;
  if (/^Q[1-4]$/.test(first)) return `the ${ORDINALS[Number(first[1]) - 1]} quarter of ${every} year`;
  const month = monthNamed(first);
  if (month === undefined) return undefined;
  return second === undefined ? `${every} ${month}` : `${Number(second.slice(0, 2))} ${month} of ${every} year`;
}

function timesInWords(count: string): string {
  return ['never', 'once', 'twice'][Number(count)] ?? `${count} times`;
}

const UNITS: Readonly<Record<string, string>> = {
  Y: 'year',
  Q: 'quarter',
  M: 'month',
  W: 'week',
  WE: 'weekend',
  SE: 'season',
  D: 'day',
  DE: 'decade',
  CE: 'century',
};
const CLOCK_UNITS: Readonly<Record<string, string>> = { H: 'hour', M: 'minute', S: 'second' };

/** `P3D` is "3 days", `PT1H30M` is "1 hour 30 minutes". */
function duration(value: string): string | undefined {
  if (
    value.length > 40 ||
    !/^P(?:(?:\d+(?:\.\d+)?|X)(?:DE|CE|WE|SE|[YQMWD]))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?$/.test(value)
  )
    return undefined;
  const [days = '', clock = ''] = value.slice(1).split('T');
  const parts: string[] = [];
  for (const [text, units] of [
    [days, UNITS],
    [clock, CLOCK_UNITS],
  ] as const)
    for (const [, count = '', unit = ''] of text.matchAll(/([\d.]+|X)([A-Z]+)/g)) {
      parts.push(countInWords(count, units[unit] ?? unit));
    }
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** "3 days", "some days", "half an hour". */
export function countInWords(count: string, unit: string): string {
  if (count === '1') return `1 ${unit}`;
  if (count === '0.5') return `half ${unit === 'hour' ? 'an' : 'a'} ${unit}`;
  const plural = unit === 'century' ? 'centuries' : `${unit}s`;
  return `${count === 'X' ? 'some' : count} ${plural}`;
}

/** "1st", "22nd", "13th". */
export function ordinal(number: number): string {
  const tens = number % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
