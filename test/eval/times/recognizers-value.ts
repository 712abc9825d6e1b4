import { decadeOf, isoWeek, nearestDays, nearestMonths } from './calendar.ts';

/** What a case of Recognizers-Text expects at a place; `values` are the readings it leaves open. */
export interface Expectation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind?: string;
  readonly values: readonly Reading[];
}

export interface Reading {
  /** Their notation: near TIMEX3, with `XXXX` kept where the year is open, and `(from,to,length)` for ranges. */
  readonly timex?: string;
  readonly mod?: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

/** The TIMEX3 values that are right for an expectation, or why TIMEX3 has none. */
export type Accepted = { readonly values: readonly string[] } | { readonly out: string };

/**
 * What the value of an expectation is in TIMEX3. The rules, with reasons:
 *
 * - Left out is only what TIMEX3 cannot say in one expression. A range between two ends that are named ("from 2 to 4 pm",
 *   "2014-2018", "a week starting tomorrow") is two expressions there. There is no notation for business days, school
 *   years, meals and time zones alone, nor a value for a day that does not exist. A bare number or "this" that stands
 *   for a time by what was said before is none to TIMEX3, either.
 * - A range with one name keeps it: decades, centuries, halves and quarters of years, weeks, weekends. A number of units
 *   counted from now ("the next three days") is a duration in TIMEX3, whatever its ends.
 * - What the notation leaves open (`XXXX-04-22`, `XXXX-WXX-1`) is resolved in TIMEX3: right are the resolved readings of
 *   the case, and the nearest ones before and after its day. The open value stays right where the case, too, says "not
 *   resolved" (seasons, sets), or that it depends on what is referred to ("the same week").
 * - "Before", "since", "end of" and the like are the `mod` or a signal beside the expression, not its value; the end of a
 *   day, 23:59:59 there, is the day.
 * - "A few" and "several" are three to Recognizers-Text and `X` to TIMEX3.
 * - Sets are compared by their length (`P1D`) or by the pattern of the calendar (`XXXX-XX-XX`), since guidelines differ.
 * - Days are all that is known of when a text was written, so that "in five minutes" may be valued by its length, too, or as
 *   some time of that day.
 * - "Two weeks ago" is a day there and as exact as its unit in TIMEX3, a week: both are right. Not so "two weeks from
 *   Friday", which is a day in both.
 * - A word is valued by itself: "Tuesday or Wednesday morning" has a Tuesday, though the case says its morning is meant.
 */
export function acceptedFor(expectation: Expectation, dct: string): Accepted {
  const { kind, values: readings } = expectation;
  const words = expectation.text.toLowerCase().replace(/\s+/g, ' ').trim();
  if (kind === 'timezone') return { out: 'a time zone alone' };
  if (ELLIPTIC.test(words) && readings.every(({ timex = '' }) => !/^XXXX-XX|^\d{4}-\d{2}-\d{2}$|^XXXX-\d/.test(timex)))
    return { out: 'a bare number or "this", a time by what was said before only' };
  const each = readings.map((reading) => acceptedReading(words, kind ?? '', reading, dct));
  const values = each.flatMap((accepted) => ('values' in accepted ? accepted.values : []));
  const [why] = each.flatMap((accepted) => ('out' in accepted ? [accepted.out] : []));
  if (values.length > 0) return { values: [...new Set(values)] };
  return { out: why ?? 'without a value' };
}

const ELLIPTIC =
  /^(?:(?:at|by|before|after|until|no later than|around|about) )?(?:this|next|\d{1,2}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))$/;

function acceptedReading(words: string, kind: string, reading: Reading, dct: string): Accepted {
  const timex = reading.timex ?? '';
  if (/\dBD\b/.test(timex)) return { out: 'business days' };
  if (/^SY/.test(timex)) return { out: 'a school year' };
  if (/TME[BLD]/.test(timex)) return { out: 'a meal' };
  if (reading.value === 'not resolved' && /^[\dX]{4}-\d{2}-\d{2}$/.test(timex))
    return { out: 'a day that does not exist' };
  if (timex.startsWith('(')) return acceptedRange(words, kind, reading);
  if (kind === 'set') return { values: patternsOf(timex) };
  return { values: valuesOf(words, kind, reading, dct) };
}

/** A range `(from,to,length)`, of which the reading says the resolved ends. */
function acceptedRange(words: string, kind: string, reading: Reading): Accepted {
  const length = /,([^,]*)\)$/.exec(reading.timex ?? '')?.[1] ?? '';
  const from = reading.start?.slice(0, 10) ?? '';
  const to = reading.end?.slice(0, 10) ?? '';
  const isNamedByOthers = kind === 'datetimealt' && !/\d/.test(words);
  if (isNamedByOthers && !/\bweeks?\b/.test(words)) return { values: [from] };
  if (/\b(?:starting|for .* from|from .* for)\b/.test(words)) return { out: 'a length and its start' };
  if (TWO_ENDS.test(words)) return { out: 'two ends' };
  if (/\b(?:remaining|rest) of the week\b/.test(words)) return { values: [isoWeek(from)] };
  if (/\bless than .* (?:after|before)\b/.test(words)) return { values: [/\bafter\b/.test(words) ? to : from] };
  if (COUNTED.test(words)) return { values: lengthsOf(words, length) };
  const year = from.slice(0, 4);
  if (/\bcentury\b/.test(words)) return { values: [year.slice(0, 2)] };
  if (/\bdecade\b|\d0 ?['’]?s\b|ties\b/.test(words)) return { values: [decadeOf(from)] };
  if (/\bquarter\b|q[1-4]\b/.test(words)) return { values: [`${year}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`] };
  if (/\bhalf\b|\bh[12]\b/.test(words)) return { values: [`${year}-H${from.slice(5, 7) === '01' ? 1 : 2}`] };
  if (/\b(?:hour|minute|fortnight|week|weeks)$/.test(words)) return { values: lengthsOf(words, length) };
  return { out: 'two ends' };
}

const TWO_ENDS = /\b(?:from|between)\b.*(?:\b(?:to|and|till|until|through)\b| - )/;

const COUNTED =
  /\b(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|couple|and)(?: (?:of|last|next|past|previous|upcoming|coming|following))* ?(?:seconds?|minutes?|mins?|hours?|h|days?|weeks?|months?|quarters?|years?|decades?)$|\bwithin\b|\b(?:first|last|next|past) \w+ (?:days|weeks|months|years) of\b/;

/** A value that is no range. */
function valuesOf(words: string, kind: string, reading: Reading, dct: string): string[] {
  const { timex = '', value } = reading;
  if (/^P[T\d.]/.test(timex)) return lengthsOf(words, timex);
  if (/^(?:SU|WI|SP|FA)$/.test(timex))
    return [0, -1, 1].map((by) => `${Number(dct.slice(0, 4)) + by}-${timex}`).concat(`XXXX-${timex}`);
  if (timex === 'FYXXXX') return [timex, `FY${dct.slice(0, 4)}`];
  const clock = clockOf(timex);
  const start = reading.start?.slice(0, 10);
  if (clock === 'T23:59:59' && /\bend\b|\beo[dt]\b/.test(words)) {
    const day = (value ?? '').slice(0, 10);
    return [day, day + clock];
  }
  const minutes = FROM_NOW.exec(words)?.[1];
  // The taggers are given the day only, from which five minutes are no time of day but a length.
  if (clock !== '' && minutes !== undefined) return [timex, `PT${Number(minutes) || 30}M`, `${dct}TXX`];
  if (clock !== '') {
    const day = timex.slice(0, timex.indexOf('T'));
    const days = day.includes('X') ? [(value ?? reading.start ?? reading.end ?? '').slice(0, 10)] : [day];
    // A word that says no time of day has it from its neighbours.
    const isNamedByOthers = kind === 'datetimealt' && /^[a-z]+day$/.test(words);
    return days.map((at) => (isNamedByOthers ? at : at + clock));
  }
  if (
    /-W\d{2}$|WXX$/.test(timex) ||
    (/^XXXX-(?:\d{2}|XX)-\d{2}$/.test(timex) && kind === 'daterange' && WEEK.test(words))
  ) {
    const weeks = start === undefined ? [] : [isoWeek(start)];
    if (/^\d{4}-W\d{2}$/.test(timex)) return [timex];
    return reading.mod === 'ref_undef' ? [...weeks, timex] : weeks;
  }
  if (/-WE$/.test(timex)) return /^\d/.test(timex) ? [timex] : [`${isoWeek(start ?? dct)}-WE`, timex];
  const unit = FROM_TODAY.exec(words)?.[1];
  if (unit !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(timex)) return [timex, unitOf(unit, timex)];
  if (!timex.includes('X')) return [timex];
  if (reading.mod === 'ref_undef' && start !== undefined) return [start.slice(0, timex.length), timex];
  const resolved = value === undefined || value === 'not resolved' ? [] : [value];
  if (/^XXXX-\d{2}$/.test(timex)) return nearestMonths(timex, dct);
  // "Monday 21" is the Monday that is a 21st, which the notation does not say.
  return timex.includes('WXX') && /\d/.test(words) ? resolved : [...resolved, ...nearestDays(timex, dct)];
}

const FROM_NOW = /^(?:in )?(\d+|half an) (?:min|minutes|hour)(?: from now| later)?$/;

/** So many units before or after the day of the document. */
const FROM_TODAY =
  /^(?:in )?[a-z\d]+ (weeks?|fortnights?|months?|years?)(?: (?:ago|back|later|hence|from now|from today))?$/;

function unitOf(unit: string, day: string): string {
  if (unit.startsWith('year')) return day.slice(0, 4);
  return unit.startsWith('month') ? day.slice(0, 7) : isoWeek(day);
}

const WEEK = /\bweek\b|\bw\/c\b/;

/** The time of day of a value in their notation, in TIMEX3; the small hours are night in both. */
function clockOf(timex: string): string {
  const at = timex.search(/T(?=\d|MO|AF|EV|NI|NT|DT)/);
  return at === -1 ? '' : timex.slice(at).replace(/^TNT$/, 'TNI');
}

/** A length in TIMEX3: `PXD` for "a few days", both readings for "a couple of days". */
function lengthsOf(words: string, length: string): string[] {
  const unknown = length.replace(/\d+(?:\.\d+)?/g, 'X');
  if (/\bcouple\b/.test(words)) return [length, unknown];
  return /\b(?:few|several|some)\b|^coming \w+s$/.test(words) ? [unknown] : [length];
}

/** How sets may be written: every day is `P1D` or `XXXX-XX-XX`. */
function patternsOf(timex: string): string[] {
  const pattern = {
    P1D: 'XXXX-XX-XX',
    P1W: 'XXXX-WXX',
    P1M: 'XXXX-XX',
    P1Y: 'XXXX',
    P3M: 'XXXX-QX',
    P1WE: 'XXXX-WXX-WE',
  }[timex];
  if (pattern !== undefined) return [timex, pattern];
  return timex === 'XXXX-WXX-WE' ? [timex, 'P1WE'] : [timex];
}
