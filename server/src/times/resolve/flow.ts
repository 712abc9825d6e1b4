import type { HolidayRule } from '../language.ts';
import type { Instant } from '../meaning.ts';
import type { Because, ResolvedTime, Time, TimeContext } from '../types.ts';
import { withAnchors } from './anchored.ts';
import { workOut } from './instant.ts';
import { listed } from './listed.ts';
import { type Moment, momentOf, timexOf, yearOf } from './moment.ts';
import type { Surroundings } from './worked.ts';

/**
 * What flows from block to block: the time that the text last spoke of. It is a declared input of each block's values,
 * and forgotten after {@link REACH} blocks that name no year.
 */
export interface Flow {
  readonly reference: Moment | undefined;
  /** Blocks since a whole date was named. */
  readonly age: number;
}

export const NO_FLOW: Flow = { reference: undefined, age: 0 };

export function sameFlow(a: Flow, b: Flow): boolean {
  return a === b || (a.age === b.age && sameMoment(a.reference, b.reference));
}

function sameMoment(a: Moment | undefined, b: Moment | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const names = Object.keys({ ...a, ...b }) as (keyof Moment)[];
  return names.every((name) => a[name] === b[name]);
}

/** Blocks after which a reference is forgotten: how far back anything has to be asked when a block changes. */
export const REACH = 24;

/**
 * The values of a block's times, and what flows on to the next block. Times are in order; the result has one entry for
 * each.
 */
export function resolveTimes(
  times: readonly Time[],
  context: TimeContext,
  flow: Flow,
  holidays: Readonly<Record<string, HolidayRule>>,
): { readonly times: ResolvedTime[]; readonly flow: Flow } {
  const published = momentOf(context.published);
  let { reference } = flow;
  let blockDay = (reference?.day ?? 0) > 0 ? reference : undefined;
  let quarter = reference?.quarter === undefined ? undefined : reference;
  let isQuarterOfBlock = false;
  /** The last moment of this block that follows from itself alone. */
  let told: Moment | undefined;
  let isNew = false;
  let ahead: Time | undefined;
  /** The sentence of the last moment with a year. */
  let spoken: number | undefined;
  /** A year that is no part of the story, and its sentence: only what follows in it goes on from there. */
  let aside: { moment: Moment; sentence: number } | undefined;
  const resolved: ResolvedTime[] = [];
  const moments: (Moment | undefined)[] = [];
  for (let i = 0; i < times.length; i++) {
    const time = times[i] as Time;
    const { meaning } = time;
    if (meaning === undefined || meaning.kind !== 'instant') {
      // “In the nine months sales rose from those of a year earlier” compares no quarters.
      if (meaning?.kind === 'duration' && HALF_YEARS.has(meaning.value)) quarter = undefined;
      moments.push(undefined);
      resolved.push(withValue(time, meaning?.value, undefined));
      continue;
    }
    const worked =
      listed(times, i, published, holidays) ??
      workOut(meaning, {
        published,
        narrative: context.narrative,
        reference: meaning.base !== undefined && aside?.sentence === time.sentence ? aside.moment : reference,
        isGoingOn: spoken === time.sentence,
        blockDay,
        quarter,
        isQuarterOfBlock,
        sentenceDay: dayOfSentence(times, moments, i),
        sibling: siblingOf(times, moments, i),
        tense: time.tense ?? (isLike(ahead, time) ? 'future' : undefined),
        holidays,
      });
    const { moment } = worked;
    // “It will open on Monday, or on Tuesday”: the next day of a sentence is as far ahead as the one before it.
    if (time.tense !== undefined) ahead = time.tense === 'future' ? time : undefined;
    moments.push(moment);
    resolved.push(
      withValue(time, worked.value ?? (moment === undefined ? 'XXXX-XX-XX' : timexOf(moment)), worked.because),
    );
    if (moment?.year === undefined) continue;
    if (meaning.base?.by !== 0) spoken = time.sentence;
    // What is compared with a quarter is none that the text goes on with.
    if (moment.quarter !== undefined) {
      if (meaning.base?.loose) continue;
      quarter = moment;
      isQuarterOfBlock = true;
    }
    if (isAside(moment, told, context) || isAhead(moment, reference, time, context)) {
      aside = { moment, sentence: time.sentence };
      continue;
    }
    if (isBack(meaning) || (context.narrative && isOfReader(meaning))) continue;
    reference = moment;
    if (moment.day !== undefined && moment.day > 0) blockDay = moment;
    // Whether a look ahead is one depends on what flows in, so it tells of nothing new by itself.
    if (!standsAlone(meaning, context) || (context.narrative && time.tense === 'future')) continue;
    told = moment;
    isNew = true;
  }
  const all = withAnchors(resolved, context);
  if (isNew) {
    // “The same day in 2015, and a year later”: what is handed on must not hang on what flowed in.
    if (reference !== told && flow !== NO_FLOW)
      return { times: all, flow: resolveTimes(times, context, NO_FLOW, holidays).flow };
    return { times: all, flow: { reference, age: 0 } };
  }
  const age = flow.age + 1;
  // What does not go back to a date that stands for itself is not handed on: so no more than REACH blocks are ever asked.
  const goesOn = flow.reference !== undefined && age < REACH;
  return { times: all, flow: goesOn ? { reference, age } : NO_FLOW };
}

/** What reports tell of beside quarters. */
const HALF_YEARS: ReadonlySet<string | undefined> = new Set(['P6M', 'P9M', 'P26W', 'P39W']);

/** Whether two times are days of the week, or months, of one sentence. */
function isLike(one: Time | undefined, other: Time): boolean {
  if (one?.sentence !== other.sentence || one.meaning?.kind !== 'instant' || other.meaning?.kind !== 'instant')
    return false;
  const [a, b] = [one.meaning.fields, other.meaning.fields];
  return (a.weekday === undefined) === (b.weekday === undefined) && (a.month === undefined) === (b.month === undefined);
}

/** “Two years ago” in a history: what somebody said, or what its reader is told of today. */
function isOfReader({ base }: Instant): boolean {
  return base?.basis === 'publication';
}

function isBack({ base }: Instant): boolean {
  return base?.basis === 'reference' && typeof base.by === 'number' && base.by < 0;
}

/** One shape for all, which keeps those who read them fast. */
function withValue(time: Time, value: string | undefined, because: Because | undefined): ResolvedTime {
  const { start, end, type, meaning, mod, sentence, tense, anchor, problem } = time;
  const [from, to] = [undefined, undefined];
  return { start, end, type, meaning, mod, sentence, tense, anchor, problem, value, because, from, to };
}

/** Years that a bare year of a history may lie from what its block told of; one farther off is an aside (“as in 1614”). */
const ASIDE = 15;

/** Years that a month or day may lie before it: “bound by a pact of 6 February 1873, they marched on 5 April”. */
const PACT = 3;

function isAside(moment: Moment, reference: Moment | undefined, { narrative }: TimeContext): boolean {
  const [year, then] = [yearOf(moment), reference === undefined ? undefined : yearOf(reference)];
  if (!narrative || year === undefined || then === undefined) return false;
  if (moment.month !== undefined) return year < then - PACT;
  return Math.abs(year - then) > ASIDE;
}

/**
 * “Which lasted until 1945”, “planned for 1976”: where a sentence looks ahead, the story stays behind; not where it goes on
 * to a day of the next year (“held out until 19 May 1968”).
 */
function isAhead(moment: Moment, reference: Moment | undefined, { tense }: Time, { narrative }: TimeContext): boolean {
  const [year, then] = [yearOf(moment), reference === undefined ? undefined : yearOf(reference)];
  return (
    narrative &&
    tense === 'future' &&
    year !== undefined &&
    then !== undefined &&
    year > then + (moment.day === undefined ? 0 : 1)
  );
}

/** Whether a block gives what flows out of it, whatever flows in: where a value is asked for, no block before it is. */
export function startsAnew(
  times: readonly Time[],
  context: TimeContext,
  holidays: Readonly<Record<string, HolidayRule>>,
): boolean {
  // Few blocks name a time by itself that then has no year, but what flows out is what says so.
  return (
    times.some(({ meaning }) => meaning?.kind === 'instant' && standsAlone(meaning, context)) &&
    resolveTimes(times, context, NO_FLOW, holidays).flow !== NO_FLOW
  );
}

/** Whether the value of an instant follows from it and from publication alone. */
function standsAlone({ base, select, selectFrom, fields }: Instant, { published, narrative }: TimeContext): boolean {
  const isDated = momentOf(published)?.month !== undefined;
  if (base !== undefined)
    return isDated && base.basis === 'publication' && base.loose !== true && typeof base.by === 'number';
  if (select !== undefined) return isDated && selectFrom !== 'reference' && fields.holiday === undefined;
  if (fields.year !== undefined) return true;
  if (!isDated || narrative || fields.holiday !== undefined) return false;
  return [fields.month, fields.season, fields.quarter, fields.half, fields.weekday].some(
    (field) => field !== undefined,
  );
}

/** Times on either side that may tell about one. */
const NEAR = 8;

/** The day that the sentence of a time names, the nearest one before it first. */
function dayOfSentence(
  times: readonly Time[],
  moments: readonly (Moment | undefined)[],
  index: number,
): Moment | undefined {
  const { sentence } = times[index] as Time;
  for (let i = index - 1; i >= Math.max(0, index - NEAR) && times[i]?.sentence === sentence; i--) {
    const moment = moments[i];
    if (moment?.day !== undefined && moment.day > 0 && moment.year !== undefined) return moment;
    // "In 2021, at 10:00": what stands before the year is another story.
    const meaning = times[i]?.meaning;
    if (meaning?.kind === 'instant' && meaning.base === undefined && meaning.fields.year !== undefined)
      return undefined;
  }
  return undefined;
}

/** The nearest time of the sentence that speaks of a quarter, a half year or a month, those before it first. */
function siblingOf(
  times: readonly Time[],
  moments: readonly (Moment | undefined)[],
  index: number,
): Surroundings['sibling'] {
  const { sentence } = times[index] as Time;
  const order: number[] = [];
  for (let i = index - 1; i >= Math.max(0, index - NEAR) && times[i]?.sentence === sentence; i--) order.push(i);
  for (let i = index + 1; i <= index + NEAR && times[i]?.sentence === sentence; i++) order.push(i);
  for (const i of order) {
    const meaning = times[i]?.meaning;
    if (meaning?.kind !== 'instant') continue;
    const { quarter, half, month, day } = meaning.fields;
    const unit =
      quarter !== undefined || meaning.base?.unit === 'Q'
        ? 'Q'
        : half !== undefined
          ? 'H'
          : month !== undefined && day === undefined
            ? 'M'
            : undefined;
    // What follows in “a year ago, in March” tells no month of what came before it.
    if (unit === 'M' && i > index) continue;
    if (unit !== undefined) return { unit, moment: moments[i] };
  }
  return undefined;
}
