import type { HolidayRule } from '../language.ts';
import type { CalendarFields } from '../meaning.ts';
import type { Because } from '../types.ts';
import { dayIn, isKnown, type Moment, numberOf, timexOf } from './moment.ts';

/** What an instant is worked out against. */
export interface Surroundings {
  readonly published: Moment | undefined;
  readonly narrative: boolean;
  /** The time that the text last spoke of. */
  readonly reference: Moment | undefined;
  /** Whether its sentence has named a time before. */
  readonly isGoingOn: boolean;
  /** The day that the block last spoke of. */
  readonly blockDay: Moment | undefined;
  /** The quarter that the block, or the one before it, last spoke of. */
  readonly quarter: Moment | undefined;
  readonly isQuarterOfBlock: boolean;
  /** A day that the same sentence names, for a time of day without one. */
  readonly sentenceDay: Moment | undefined;
  /** A quarter, half year or month that its sentence speaks of: how exact “a year ago” is. */
  readonly sibling: { readonly unit: 'Q' | 'H' | 'M'; readonly moment: Moment | undefined } | undefined;
  readonly tense: 'future' | 'past' | undefined;
  readonly holidays: Readonly<Record<string, HolidayRule>>;
}

export interface Worked {
  readonly moment: Moment | undefined;
  /** A value that is no moment: PAST_REF, FUTURE_REF. */
  readonly value?: string;
  readonly because?: Because;
}

/** The reason of a value: what it was counted from, and by which rule. */
export function because(start: { from: Because['from']; moment: Moment }, rule: Because['rule']): Because {
  return { from: start.from, base: baseOf(start.moment), rule };
}

/** As much as is known of the day, the month and the year. */
function baseOf({ era, year, month, day }: Moment): string | undefined {
  if (year === undefined) return undefined;
  if (!isKnown(month)) return timexOf({ era, year });
  return timexOf(isKnown(day) ? { era, year, month, day } : { era, year, month });
}

/** The time of day that fields say, and nothing where they say none. */
export function timeIn({ part, clock, zone }: CalendarFields): Pick<Moment, 'part' | 'clock' | 'zone'> {
  return {
    ...(part === undefined ? {} : { part }),
    ...(clock === undefined ? {} : { clock }),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** The months with which the seasons of the north begin. */
export const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** Fields as a moment, without what only chose it. */
export function plain(fields: CalendarFields): Moment {
  const { weekday: _weekday, holiday: _holiday, ...rest } = fields;
  return rest;
}

/** Whether a day lies at most so many before publication: “The bomb went off on Monday. By 9 p.m. …”. */
export function isRecent(told: Moment | undefined, published: Moment | undefined, days: number): boolean {
  const [day, last] = [told && dayIn(told), published && dayIn(published)];
  if (day === undefined || last === undefined) return false;
  const away = numberOf(last) - numberOf(day);
  return away >= 0 && away <= days;
}
