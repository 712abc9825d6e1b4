import { exists } from '../calendar.ts';
import type { Base, CalendarFields, Instant, Unit } from '../meaning.ts';
import type { Because } from '../types.ts';
import { dayIn, dayOf, isKnown, type Moment, middleOf, mondayOf, moved, OPEN, yearOf } from './moment.ts';
import { because, isRecent, type Surroundings, timeIn, type Worked } from './worked.ts';

/** What a time is counted from: publication, or what the text last spoke of. Undefined where neither is known. */
export function origin(
  basis: 'publication' | 'reference',
  around: Surroundings,
  unit?: Unit,
  by = 0,
): { from: Because['from']; moment: Moment } | undefined {
  const { published, narrative, blockDay } = around;
  let { reference } = around;
  // "The day" and "two days later" go on from a day; in a report a year that was named in between is another story.
  if (
    basis === 'reference' &&
    (unit === 'D' || unit === 'W' || unit === 'WE') &&
    reference?.day === undefined &&
    reference?.week === undefined
  ) {
    const isInside =
      reference === undefined ||
      (blockDay?.year === reference.year && (reference.month === undefined || reference.month === blockDay?.month));
    if (blockDay !== undefined && (isInside || (!narrative && isRecent(blockDay, published, SAME_STORY))))
      reference = blockDay;
    else if (!narrative) reference = published;
  }
  // "The quarter" of a report is the one it told of, or the last one that is over.
  if (basis === 'reference' && unit === 'Q' && !narrative) {
    if (around.quarter !== undefined) return { from: 'text', moment: around.quarter };
    const over = published === undefined || by > 0 ? undefined : moved(published, 'Q', -1);
    if (over !== undefined) return { from: 'publication', moment: over };
  }
  if (basis === 'reference' && reference !== undefined) return { from: 'text', moment: reference };
  if (published !== undefined) return { from: 'publication', moment: published };
  return reference === undefined || basis === 'publication' ? undefined : { from: 'text', moment: reference };
}

/** “last week”, “two days later”: so many units from an origin. */
export function fromBase({ base, fields }: Instant, around: Surroundings): Worked {
  if (base === undefined) return { moment: fields };
  if (base.by === 'X') return { moment: undefined, value: 'FUTURE_REF' };
  if (base.by === '-X') return { moment: undefined, value: 'PAST_REF' };
  // A history speaks of its reader's day: "today a stone marks the spot".
  if (around.narrative && base.basis === 'publication' && base.unit === 'D' && base.by === 0 && fieldsAreEmpty(fields))
    return { moment: undefined, value: 'PRESENT_REF' };
  const start = origin(
    isOwnTime(base, around) || isBackFromAhead(base, around) ? 'publication' : base.basis,
    around,
    base.unit,
    base.by,
  );
  if (start === undefined) return { moment: openOf(base.unit, fields) };
  const { unit, by } = base;
  // “100 million years ago” is beyond what a value can write.
  const years = by * (YEARS[unit] ?? 0);
  if (Math.abs(years) > LONGEST) return { moment: undefined, value: years < 0 ? 'PAST_REF' : 'FUTURE_REF' };
  // "A year ago" of a quarter is a quarter.
  const beside =
    base.loose && unit === 'Y' && by !== 0 && fieldsAreEmpty(fields) ? comparedWith(base, around) : undefined;
  if (beside !== undefined) {
    const { unit: finer, moment: sibling = start.moment } = beside;
    const exact = moved(sibling, finer, by * (finer === 'Q' ? 4 : finer === 'H' ? 2 : 12));
    if (exact !== undefined) return { moment: exact, because: because(start, 'shifted') };
  }
  // "A decade earlier" is a year, "the previous decade" ten of them.
  if (base.loose && by !== 0 && (unit === 'DE' || unit === 'CE')) {
    const year = moved(start.moment, 'Y', by * (unit === 'DE' ? 10 : 100));
    if (year !== undefined) return { moment: year, because: because(start, 'shifted') };
  }
  const moment = moved(start.moment, unit, by) ?? coarser(start.moment, unit, by);
  if (moment === undefined) return { moment: openOf(unit, fields) };
  return { moment: refined(moment, fields, unit), because: because(start, 'shifted') };
}

/** “By the end of the year” is of the year of a report, unless its sentence speaks of another one. */
function isOwnTime({ unit, by, loose }: Base, { narrative, published, isGoingOn }: Surroundings): boolean {
  return loose === true && by === 0 && OWN.has(unit) && !narrative && !isGoingOn && published !== undefined;
}

/** “It opens on Friday. The previous night …” is the night before publication: no report looks back on what is to come. */
function isBackFromAhead(
  { by, unit }: Base,
  { narrative, published, blockDay, reference, tense }: Surroundings,
): boolean {
  if (narrative || tense !== 'past' || typeof by !== 'number' || by >= 0) return false;
  const [told, now] = [unit === 'D' ? (blockDay ?? reference) : reference, published];
  const [then, today] = [told && middleOf(told), now && middleOf(now)];
  return then !== undefined && today !== undefined && then > today;
}

const OWN: ReadonlySet<Unit> = new Set(['Y', 'M', 'W']);

/** What “a year ago” is compared with: in a report only a single year is as exact as a month. */
function comparedWith(
  { by, basis }: Base,
  { sibling, quarter, isQuarterOfBlock, narrative }: Surroundings,
): Surroundings['sibling'] {
  if (sibling !== undefined) return sibling.unit !== 'M' || narrative || by === 1 || by === -1 ? sibling : undefined;
  if (by !== -1 || quarter === undefined || narrative) return undefined;
  return basis === 'reference' || isQuarterOfBlock ? { unit: 'Q', moment: quarter } : undefined;
}

const YEARS: Readonly<Partial<Record<Unit, number>>> = { Y: 1, DE: 10, CE: 100 };

/** Years that may lie between a moment and where it is counted from: values have four digits. */
const LONGEST = 7000;

function fieldsAreEmpty(fields: CalendarFields): boolean {
  return Object.values(fields).every((value) => value === undefined);
}

/** Where the start is less exact than the unit: “three days later” than in 1915 is some day of 1915. */
function coarser(from: Moment, unit: Unit, by: number): Moment | undefined {
  if (yearOf(from) === undefined) return undefined;
  const { year, era, month } = from;
  if (unit === 'TH' || unit === 'TM' || unit === 'TS') {
    const day = dayIn(from);
    return day === undefined ? undefined : { ...day, part: 'XX' };
  }
  if (unit === 'D')
    return month !== undefined && Math.abs(by) < 20
      ? { year, era, month, day: OPEN }
      : { year, era, month: OPEN, day: OPEN };
  if (unit === 'W') return { year, era, week: OPEN };
  if (unit === 'WE') return { year, era, week: OPEN, weekend: true };
  if (unit === 'M') return { year, era, month: OPEN };
  return undefined;
}

function openOf(unit: Unit, fields: CalendarFields): Moment {
  if (unit === 'D') return { ...fields, month: OPEN, day: OPEN };
  if (unit === 'W') return { ...fields, week: OPEN };
  if (unit === 'M') return { ...fields, month: fields.month ?? OPEN };
  return fields;
}

/** The finer fields of an expression inside the moment that its base is: “June” of “last year”. */
function refined(moment: Moment, fields: CalendarFields, unit: Unit): Moment {
  const { year, era } = moment;
  if (unit === 'CE') {
    return moment;
  }
  const time = timeIn(fields);
  if (unit === 'M' && fields.day !== undefined) return existing({ ...moment, day: fields.day, ...time });
  if (
    unit === 'W' &&
    fields.weekday !== undefined &&
    year !== undefined &&
    moment.week !== undefined &&
    moment.week !== OPEN
  )
    return { ...dayOf(mondayOf(year, moment.week) + fields.weekday - 1), ...time };
  if (unit === 'Y') {
    const inside: Moment = {
      year,
      era,
      half: fields.half,
      quarter: fields.quarter,
      season: fields.season,
      month: fields.month,
      week: fields.week,
      day: fields.day,
    };
    return fields.half === undefined &&
      fields.week === undefined &&
      fields.quarter === undefined &&
      fields.season === undefined &&
      fields.month === undefined
      ? { ...moment, ...time }
      : existing({ ...inside, ...time });
  }
  return { ...moment, ...time };
}

/** “The 31st of this month” is no day in June. */
function existing(moment: Moment): Moment {
  const { month, day } = moment;
  return isKnown(month) && isKnown(day) && !exists({ year: yearOf(moment), month, day })
    ? { ...moment, day: OPEN }
    : moment;
}

/** Days before publication that “the previous day” may be counted from although a year was named in between. */
const SAME_STORY = 31;
