import type { Span } from '../text/span.ts';
import { type Base, type Instant, UNIT_NAMES } from './meaning.ts';
import { WEEKDAY_NAMES } from './names.ts';
import type { Because, ResolvedTime, TimeContext } from './types.ts';
import { countInWords, dateInWords, inWords, ordinal, SEASON_NAMES } from './words.ts';

/**
 * Why a time has its value, in sentences of plain text: what it was counted from, where it begins and ends, and what is not
 * certain. Nothing for a time that says all itself.
 *
 * @param wordsAt the words of the text at a span that the time names.
 */
export function explain(time: ResolvedTime, context: TimeContext, wordsAt: (span: Span) => string): string[] {
  const doubtful = doubts(time, context);
  // Of what cannot be told there is no reason to give.
  const reason = isOpen(time) && doubtful.length > 0 ? undefined : why(time, context);
  return [reason, anchored(time, wordsAt), ...doubtful].filter((said) => said !== undefined);
}

/** The remedy for all that hangs on a day of publication. */
const FILL_IN = 'Fill in “Published”, and it is counted from there.';

function why(time: ResolvedTime, context: TimeContext): string | undefined {
  const { because, meaning } = time;
  if (because === undefined || meaning?.kind !== 'instant' || because.rule === 'unknown') return undefined;
  const from = origin(because, context);
  return from === undefined ? undefined : sentence(told(time, meaning, because, from));
}

/** What a value was counted from, as it is said: "the day of publication, 5 July 2021". */
interface Origin {
  readonly isPublication: boolean;
  /** What it is, with its date: "the day of publication, 5 July 2021", or the date alone. */
  readonly full: string;
  /** "5 July 2021, the day of publication" */
  readonly dateFirst: string;
  readonly date: string;
}

function origin({ from, base }: Because, { published }: TimeContext): Origin | undefined {
  if (base === undefined) return undefined;
  const date = dateInWords(base);
  const isPublication = from === 'publication' && (published === undefined || published.startsWith(base));
  const unit = ['year', 'month', 'day'][base.split('-').length - 1];
  const what = `the ${unit} of publication`;
  return isPublication
    ? { isPublication, date, full: `${what}, ${date}`, dateFirst: `${date}, ${what}` }
    : { isPublication, date, full: date, dateFirst: date };
}

function told({ value, tense }: ResolvedTime, meaning: Instant, because: Because, from: Origin): string | undefined {
  const name = nameOf(meaning);
  const coming = tense === 'future' ? ': its sentence speaks of what is to come' : '';
  const over = ': its sentence speaks of what is over';
  const { full, dateFirst, date, isPublication } = from;
  const isBase = value?.slice(0, 10) === because.base;
  switch (because.rule) {
    case 'latest-weekday':
      return isBase ? `${name} was ${full.replace(',', ' itself,')}` : `the ${name} before ${full}`;
    case 'next-weekday':
      if (isPublication) return `the ${name} after ${full}${coming}`;
      return isBase
        ? 'the text last told of this day'
        : `the first ${name} after ${date}, of which the text told before it`;
    case 'nearest-day':
      if (name === undefined) return undefined;
      if (meaning.fields.month === undefined && meaning.fields.weekday === undefined && isInMonthOf(because, value))
        return isPublication ? `the ${name} of the month of publication` : `the ${name} of the month of ${date}`;
      return `the ${name} nearest to ${full}`;
    case 'day-by-tense':
      return name && `the ${name} ${tense === 'past' ? 'before' : 'after'} ${full}${tense === 'past' ? over : coming}`;
    case 'latest-month':
      return name && `the latest ${name} that had begun by ${dateFirst}`;
    case 'nearest-month':
      return name && `the ${name} that fits best to ${full}${coming}`;
    case 'latest-begun':
      return name && `the latest ${name} that had begun by ${dateFirst}`;
    case 'next-begun':
      return name && `the next ${name} after ${full}${coming}`;
    case 'same-year':
      if (meaning.fields.month === undefined && meaning.fields.day !== undefined && !isInMonthOf(because, value))
        return `the first ${name} after ${date}, of which the text told before it`;
      return lastTold(name, meaning, date);
    case 'same-day':
      return isPublication
        ? `no day is named beside it, so it is that of publication, ${date}`
        : `on the day that the text has just named, ${date}`;
    case 'nearest-holiday':
      if (meaning.select !== undefined && meaning.select !== 0)
        return `of the days of this name, the ${meaning.select < 0 ? 'last one before' : 'next one after'} ${full}`;
      return `of the days of this name, the one nearest to ${isPublication ? full : `${date}, of which the text told before it`}`;
    case 'shifted':
      return meaning.base === undefined ? chosen(name, meaning, from) : away(meaning.base, meaning, from);
    case 'unknown':
      return undefined;
  }
}

/** Whether a value lies in the month that it was counted from: “the 31st” does not always. */
function isInMonthOf({ base }: Because, value: string | undefined): boolean {
  return base === undefined || value === undefined || value.startsWith(base.slice(0, base.startsWith('BC') ? 9 : 7));
}

function lastTold(name: string | undefined, { fields }: Instant, date: string): string | undefined {
  if (name === undefined) return undefined;
  return fields.month === undefined && fields.day !== undefined
    ? `the ${name} of the month of which the text told last: ${date}`
    : `${name} as told last: the text speaks of ${date}`;
}

/** “last June”, “next Monday”, “this winter”. */
function chosen(name: string | undefined, { select = 0 }: Instant, { full, date, isPublication }: Origin) {
  if (name === undefined) return undefined;
  const start = isPublication ? full : `${date}, of which the text told before it`;
  if (select < 0) return `the last ${name} before ${start}`;
  if (select > 0) return `the next ${name} after ${start}`;
  return `this ${name}, seen from ${start}`;
}

/** “last week”, “three days later”. */
function away({ unit, by }: Base, { fields }: Instant, { full, date, isPublication }: Origin) {
  if (typeof by === 'string') return undefined;
  const start = isPublication ? full : `${date}, of which the text told before it`;
  const name = UNIT_NAMES[unit];
  const count = Math.abs(by);
  const isSpan = unit !== 'D' && !unit.startsWith('T');
  const inside = nameOf({ kind: 'instant', fields });
  if (by === 0) {
    if (unit === 'D') return isPublication ? full : `the day that the text told of before it, ${date}`;
    const week = unit === 'WE' ? 'weekend in the week' : name;
    const whole = isPublication ? `the ${week} of publication (${date})` : `the ${week} of ${date}`;
    return inside === undefined ? whole : `the ${inside} in ${whole}`;
  }
  const side = by < 0 ? 'before' : 'after';
  if (isSpan && count === 1) {
    const whole = isPublication
      ? `the ${name} ${side} that of publication (${date})`
      : `the ${name} ${side} ${date}, of which the text told before it`;
    return inside === undefined ? whole : `the ${inside} in ${whole}`;
  }
  if (unit === 'D' && count === 1) return `the day ${side} ${start}`;
  return `${countInWords(String(count), name)} ${side} ${start}`;
}

/** What an instant calls itself without its year: "Monday", "11 June", "third quarter". */
function nameOf({ fields }: Instant): string | undefined {
  const { month, day, weekday, quarter, half, season, weekend } = fields;
  const monthName = month === undefined ? undefined : inWords(`XXXX-${String(month).padStart(2, '0')}`).split(',')[0];
  if (monthName !== undefined) return day === undefined ? monthName : `${day} ${monthName}`;
  const weekdayName = weekday === undefined ? undefined : WEEKDAY_NAMES[weekday - 1];
  if (day !== undefined) return weekdayName === undefined ? ordinal(day) : `${weekdayName} the ${ordinal(day)}`;
  if (weekdayName !== undefined) return weekdayName;
  if (quarter !== undefined) return `${['first', 'second', 'third', 'fourth'][quarter - 1]} quarter`;
  if (half !== undefined) return `${half === 1 ? 'first' : 'second'} half of a year`;
  if (season !== undefined) return SEASON_NAMES[season];
  return weekend ? 'weekend' : undefined;
}

/** Where a duration with an event beside it begins and ends. */
function anchored({ anchor, from: begin, to: end }: ResolvedTime, wordsAt: (span: Span) => string): string | undefined {
  if (anchor === undefined) return undefined;
  const event = `“${wordsAt(anchor).replace(/\s+/g, ' ').trim()}”`;
  if (begin === undefined && end === undefined) return `Counted from ${event}; the text does not say when that was.`;
  const isAfter = anchor.relation === 'after';
  const first = begin === undefined ? undefined : `from ${dateInWords(begin)}${isAfter ? ` (${event})` : ''}`;
  const last = end === undefined ? undefined : `to ${dateInWords(end)}${isAfter ? '' : ` (${event})`}`;
  return sentence([first, last].filter((part) => part !== undefined).join(' '));
}

/** What is not certain about a value, and what helps. */
function doubts(time: ResolvedTime, context: TimeContext): string[] {
  const { because, meaning } = time;
  const { published, narrative } = context;
  if (meaning?.kind !== 'instant') return [];
  const said: string[] = [];
  // “two days later” and “that year” go on from the text in every kind of it.
  if (meaning.base?.basis === 'reference' || meaning.selectFrom === 'reference') return [];
  if (because?.from === 'text' && narrative) {
    said.push(
      published === undefined
        ? 'This text tells of years, and no day of publication is known, so each date goes on from the one before it.'
        : `This text tells of years long before publication (${dateInWords(published)}), so each date goes on from the one before it.`,
    );
  } else if (because?.from === 'text' && published === undefined)
    said.push(`No day of publication is known, so a date named before it decides. ${FILL_IN}`);
  if (isOpen(time) && hangsOnPublication(time)) {
    if (published === undefined)
      said.push(`Which one it is cannot be told: no day of publication is known. ${FILL_IN}`);
    else if (!/^\d{4}-\d{2}-\d{2}/.test(published))
      said.push(
        `Which one it is cannot be told: of publication only ${dateInWords(published)} is known. Give “Published” its day, and it is counted from there.`,
      );
  }
  return said;
}

/** Whether a value leaves something open, or there is none. */
export function isOpen({ value }: Pick<ResolvedTime, 'value'>): boolean {
  return value === undefined || (value.includes('X') && !value.startsWith('P'));
}

/** Whether a time says of itself no more than the day of publication tells: “on Monday”, “last week”, “June 11”. */
export function hangsOnPublication({ meaning }: Pick<ResolvedTime, 'meaning'>): boolean {
  if (meaning?.kind !== 'instant') return false;
  const { base, select, selectFrom, fields } = meaning;
  if (base !== undefined) return base.basis === 'publication' && typeof base.by === 'number';
  if (select !== undefined) return selectFrom !== 'reference';
  return fields.year === undefined && fields.century === undefined && fields.decade === undefined;
}

/**
 * What the value of a time hangs on: `publication` always; `report` on publication, unless the text is a history; `year` on
 * publication, unless the text names a year before it. `nothing` where it names its own year; undefined where it tells nothing.
 */
export function dependence(
  time: Pick<ResolvedTime, 'meaning'>,
): 'publication' | 'report' | 'year' | 'nothing' | undefined {
  const { meaning } = time;
  if (meaning?.kind !== 'instant') return undefined;
  const { base, select, fields } = meaning;
  if (!hangsOnPublication(time)) return base === undefined && fields.year !== undefined ? 'nothing' : undefined;
  // “today” and “this year” are words of histories as well.
  if (base !== undefined) return base.by === 0 ? 'report' : 'publication';
  if (select !== undefined || fields.weekday !== undefined) return 'report';
  const { month, day, quarter, half, season, holiday, weekend } = fields;
  return [month, day, quarter, half, season, holiday, weekend].some((field) => field !== undefined)
    ? 'year'
    : undefined;
}

function sentence(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
