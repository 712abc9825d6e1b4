import type { Problem } from '../../text/problem.ts';
import type { Token } from '../../text/tokens.ts';
import { ambiguity, bothReadings, wrongWeekday } from '../doubtful.ts';
import { impossible } from '../impossible.ts';
import type { Fields, Language } from '../language.ts';
import type { CalendarFields, Instant, Meaning } from '../meaning.ts';
import { readDayMonth, readDigits } from '../numeric.ts';
import type { AnchorText, Time, TimeType } from '../types.ts';
import { readingOn, weekdayOf } from '../weekdays.ts';
import type { Cell } from './cells.ts';
import { fullYear, instantOf, meaningOf, periodsOf } from './compose.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { fieldsOf, type Match, matches } from './match.ts';
import { digitsOf, SHORT } from './numerals.ts';
import type { PlacedPart } from './parts.ts';
import { anchorBehind, Sentences, tenseAround } from './surroundings.ts';

/** All time expressions of a text in a language. */
export function timesIn(language: Language, text: string, tokens: readonly Token[]): Time[] {
  const grammar = grammarOf(language);
  const { cells, found } = matches(grammar, text, tokens);
  if (found.length === 0) return [];
  const sentences = new Sentences(text, cells);
  const times: Time[] = [];
  for (const match of found) {
    if (match.rule.kind === 'nothing') continue;
    const before = match.first === 0 ? -1 : sentences.of(match.first - 1);
    const sentence = sentences.of(match.first);
    // What hangs on an event: the verb of the event is none of its own.
    const hangs = match.parts.some(({ field }) => field === 'anchor');
    const tense = tenseAround(grammar, text, cells, match.first, match.last, !hangs);
    const surroundings = { sentence, tense };
    if (match.rule.kind === 'pair') times.push(...pairOf(grammar, text, cells, match, surroundings));
    else {
      const time = timeOf(text, cells, match, surroundings, before !== sentence);
      if (time !== undefined) times.push(time);
    }
  }
  return times;
}

interface Surroundings {
  readonly sentence: number;
  readonly tense: Time['tense'];
}

function spanOf(cells: readonly Cell[], first: number, last: number) {
  return { start: (cells[first] as Cell).start, end: (cells[last - 1] as Cell).end };
}

function timeOf(
  text: string,
  cells: readonly Cell[],
  match: Match,
  surroundings: Surroundings,
  leads: boolean,
): Time | undefined {
  const { rule, first, last, parts } = match;
  const kind = rule.kind as 'instant' | 'shifted' | 'duration' | 'set' | 'reference';
  const fields = withOrdinal(fieldsOf(parts, rule.fields));
  const span = withGluedClock(text, spanOf(cells, first, last), fields);
  if (kind === 'instant' && (fields.digits !== undefined || (fields.day !== undefined && fields.month !== undefined)))
    return dayOf(text, span, fields, surroundings, dateSpan(cells, match));
  const meaning = kind === 'duration' ? periodsOf(parts, fields) : meaningOf(kind, fields);
  if (meaning === undefined) return undefined;
  const anchor =
    fields.anchor === undefined || kind === 'shifted'
      ? undefined
      : anchorBehind(text, cells, (parts.at(-1) as PlacedPart).end, fields.anchor, leads);
  return made(span, meaning, fields.mod, surroundings, anchor);
}

/** The cells that name the day, without a time of day beside it. */
function dateSpan(cells: readonly Cell[], { first, parts }: Match): { start: number; end: number } | undefined {
  let [from, to] = [-1, -1];
  let at = first;
  for (const { field, end } of parts) {
    if (field !== undefined && DATE_FIELDS.has(field)) {
      if (from < 0) from = at;
      to = end;
    }
    at = end;
  }
  return from < 0 ? undefined : spanOf(cells, from, to);
}

const DATE_FIELDS: ReadonlySet<string> = new Set(['weekday', 'day', 'ordinal', 'month', 'year', 'shortYear', 'digits']);

function made(
  span: { start: number; end: number },
  meaning: Meaning,
  mod: string | undefined,
  surroundings: Surroundings,
  anchor?: AnchorText,
): Time {
  return timeWith(span, typeOf(meaning), meaning, mod, surroundings, anchor);
}

/** All times are objects of one shape, which keeps those who read them fast. */
function timeWith(
  { start, end }: { start: number; end: number },
  type: TimeType,
  meaning: Meaning | undefined,
  mod: string | undefined,
  { sentence, tense }: Surroundings,
  anchor?: AnchorText,
  problem?: Problem,
): Time {
  return { start, end, type, meaning, mod, sentence, tense, anchor, problem };
}

export function typeOf(meaning: Meaning): TimeType {
  if (meaning.kind === 'duration') return 'duration';
  if (meaning.kind === 'set') return 'set';
  if (meaning.kind === 'reference') return 'date';
  const { fields, base } = meaning;
  if (fields.clock !== undefined || fields.part !== undefined) return 'time';
  return base?.unit.startsWith('T') && typeof base.by === 'number' ? 'time' : 'date';
}

/**
 * What an ordinal counts: “the 19th century” is 18 as ISO 8601 counts, “the third quarter” a quarter, “the first week” a
 * week, “the 20th” a day. A rule says which by the field that it leaves 0.
 */
function withOrdinal(fields: Fields): Fields {
  const { ordinal, ...rest } = fields;
  if (ordinal === undefined) return fields;
  if (rest.century === 0) return { ...rest, century: ordinal - 1 };
  if (rest.quarter === 0) return { ...rest, quarter: ordinal };
  if (rest.nthWeek === 0) return { ...rest, nthWeek: ordinal };
  return { ...rest, day: fields.day ?? ordinal };
}

/** The time of day that ISO 8601 glues to a date is part of it. */
const GLUED =
  /T(?<clock>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|24:00(?::00)?)(?:[.,]\d{1,9})?(?:(?<zone>Z)|(?<hours>[+-](?:0\d|1[0-4])):?(?<minutes>[0-5]\d))?(?!\d)/y;

function withGluedClock(
  text: string,
  span: { start: number; end: number },
  fields: Fields,
): { start: number; end: number; clock?: string; zone?: string | undefined } {
  if (fields.digits === undefined || text.charAt(span.end) !== 'T') return span;
  GLUED.lastIndex = span.end;
  const match = GLUED.exec(text);
  const { clock, hours, minutes, zone = hours && `${hours}:${minutes}` } = match?.groups ?? {};
  return match === null || clock === undefined
    ? span
    : { start: span.start, end: span.end + match[0].length, clock, zone };
}

const READER = 'The text stays as it is; annotate which day is meant.';

/** A day of the calendar, checked: one that cannot be, or may be two, has a problem and no value. */
function dayOf(
  text: string,
  span: { start: number; end: number; clock?: string; zone?: string | undefined },
  fields: Fields,
  surroundings: Surroundings,
  /** The part of it that names the day. */
  dated: { start: number; end: number } = span,
): Time | undefined {
  const { end } = span;
  const written = fields.digits;
  const instant = instantOf(
    span.clock === undefined ? fields : { ...fields, clock: span.clock, ...(span.zone && { zone: span.zone }) },
  );
  if (instant === undefined) return undefined;
  const without = (problem: Problem | undefined) =>
    timeWith(span, typeOf(instant), undefined, fields.mod, surroundings, undefined, problem);
  const bracket = fields.weekday !== undefined && text.charAt(dated.end) === ')' && end > dated.end ? 1 : 0;
  const named = weekdayOf(text, { start: dated.start, end: dated.end + bracket, weekday: fields.weekday });
  let { year, month, day } = instant.fields;
  if (written !== undefined) {
    const read = SHORT.test(written) ? shortDate(written) : (readDayMonth(written) ?? readDigits(written));
    if (read === undefined) return undefined;
    const known = read === 'ambiguous' ? readingOn(named?.weekday, bothReadings(full(written)) ?? []) : read;
    if (known === undefined) {
      const at = text.indexOf(written, span.start);
      return without(ambiguity(written, { start: at, end: at + written.length }, READER));
    }
    ({ year, month, day } = known);
  }
  const date = { year, month, day };
  const problem = fields.era === 'BC' ? undefined : impossible(date, dated);
  if (problem !== undefined) return countsThings(text, end, year) ? undefined : without(problem);
  const doubt =
    named && instant.fields.era !== 'BC'
      ? wrongWeekday(date, named.weekday, { start: named.start, end: named.end })
      : undefined;
  const meaning: Instant = { ...instant, fields: withDay(instant.fields, year, month, day) };
  return timeWith(span, typeOf(meaning), meaning, fields.mod, surroundings, undefined, doubt);
}

/** The fields of a calendar with this day, whose weekday has been asked. */
function withDay(
  { weekday: _, ...fields }: CalendarFields,
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
): CalendarFields {
  return year === undefined ? { ...fields, month, day } : { ...fields, year, month, day };
}

/** `7/8/07`: as `7/8/2007`. */
function full(written: string): string {
  const match = SHORT.exec(written);
  if (match === null) return written;
  const [, a, sign, b, year = ''] = match;
  return `${a}${sign}${b}${sign}${fullYear(Number(year))}`;
}

function shortDate(written: string): ReturnType<typeof readDigits> {
  return readDigits(full(written));
}

/** "In June 31 ships sank": no day, for there is none, and the number of what follows. */
function countsThings(text: string, end: number, year: number | undefined): boolean {
  if (year !== undefined || !/\d/.test(text.charAt(end - 1))) return false;
  const next = /^\s(\p{Ll}[\p{Ll}-]{0,30})(?!\p{L})/u.exec(text.slice(end, end + 34))?.[1];
  return next !== undefined && /[^s]s$/.test(next) && !NO_THINGS.has(next);
}

/** Words that end as a plural does. */
const NO_THINGS = new Set('is was has does as his its this thus plus besides always perhaps towards unless'.split(' '));

/** Fields that the first of two instants has from the second, and the second from the first. */
const SHARED: readonly (keyof Fields)[] = ['century', 'era', 'year', 'shortYear', 'quarter', 'month'];

/** Two instants with a joint between them: each as long as it is written, each with what the other says for both. */
function pairOf(
  grammar: Grammar,
  text: string,
  cells: readonly Cell[],
  match: Match,
  surroundings: Surroundings,
): Time[] {
  const { first, last, parts, rule } = match;
  const joint = grammar.lexicon.number('joint');
  const ends = endsOf(parts);
  const at = parts.findIndex(({ class: id }) => id === joint);
  if (at <= 0) return [];
  const before = parts.slice(0, at);
  const behind = parts.slice(at + 1);
  const split = ends[at - 1] as number;
  const one = withOrdinal(fieldsOf(before, rule.fields));
  const other = withOrdinal(fieldsOf(behind, rule.fields));
  const shortened = yearEnding(one, other, text, cells, ends[at] as number, last);
  const [left, right] = saysClock(shortened)
    ? clocksOf(one, shortened)
    : [fromBefore(inherited(one, shortened), one, shortened, parts[at]?.value === 1), inherited(shortened, one)];
  const spans = [spanOf(cells, first, split), spanOf(cells, ends[at] as number, last)] as const;
  const times: Time[] = [];
  for (const [fields, span] of [
    [left, spans[0]],
    [right, spans[1]],
  ] as const) {
    if (fields.digits !== undefined || (fields.day !== undefined && fields.month !== undefined)) {
      const time = dayOf(text, span, fields, surroundings);
      if (time !== undefined) times.push(time);
      continue;
    }
    const meaning = instantOf(fields);
    if (meaning !== undefined) times.push(made(span, meaning, fields.mod, surroundings));
  }
  return times;
}

/** “November to February 2017”: what begins later in the year begins the year before. */
function fromBefore(left: Fields, one: Fields, other: Fields, isRange: boolean): Fields {
  const { month, year } = left;
  if (!isRange || year === undefined || year < 2 || one.year !== undefined || one.era !== undefined) return left;
  return month !== undefined && month > (other.month ?? 12) ? { ...left, year: year - 1 } : left;
}

function saysClock({ hour, clock }: Fields): boolean {
  return hour !== undefined || clock !== undefined;
}

/** “2 to 4 p.m. on Friday”: both have the day, and both are after noon unless the first would then be the later one. */
function clocksOf(one: Fields, other: Fields): [Fields, Fields] {
  const { hour: _hour, clock: _clock, minute: _minute, second: _second, meridiem, part, ...shared } = other;
  const half = meridiem ?? one.meridiem;
  const isOver = hourOf(one) > hourOf(other);
  const flipped = isOver ? FLIPPED[half ?? ''] : half;
  const first = { ...shared, ...one, ...said('meridiem', one.meridiem ?? flipped), ...said('part', one.part ?? part) };
  return [first, { ...other, ...said('meridiem', meridiem ?? flipped) }];
}

function said<Name extends 'meridiem' | 'part'>(name: Name, value: Fields[Name]): Pick<Fields, Name> | undefined {
  return value === undefined ? undefined : ({ [name]: value } as Pick<Fields, Name>);
}

const FLIPPED: Readonly<Record<string, string>> = { AM: 'PM', PM: 'AM' };

/** On a face of twelve hours, with minutes as a fraction. */
function hourOf({ hour, clock, minute = 0 }: Fields): number {
  const [hours = 0, minutes = minute] = clock?.split(/[:.]/).map(Number) ?? [hour];
  return (hours % 12) + minutes / 60;
}

/** “1914-18”: the second year has the century of the first. */
function yearEnding(
  one: Fields,
  other: Fields,
  text: string,
  cells: readonly Cell[],
  first: number,
  last: number,
): Fields {
  if (one.year === undefined || one.era !== undefined || other.month !== undefined || other.era !== undefined)
    return other;
  const cell = cells[first];
  if (cell === undefined || last !== first + 1 || cell.end - cell.start !== 2) return other;
  const value = digitsOf(text, cell.start, cell.end);
  return value === undefined ? other : { ...other, year: one.year - (one.year % 100) + value };
}

function inherited(fields: Fields, from: Fields): Fields {
  const all: Record<string, unknown> = { ...fields };
  for (const name of SHARED) {
    if (all[name] !== undefined || from[name] === undefined) continue;
    // A month without a day of its own goes with the day of the other only where it has a day itself.
    if (name === 'month' && fields.day === undefined) continue;
    if (name === 'quarter' || name === 'century') continue;
    all[name] = from[name];
  }
  return all as Fields;
}

function endsOf(parts: readonly PlacedPart[]): number[] {
  return parts.map(({ end }) => end);
}
