import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { isoDate } from './calendar.ts';
import type { Meaning } from './meaning.ts';

/** TIMEX3 classes, as type ids of Seedmark. */
export type TimeType = 'date' | 'time' | 'duration' | 'set';

/** Whether a type, as an annotation names it, is one of those of times. */
export function isTimeType(type: string | undefined): type is TimeType {
  return type === 'date' || type === 'time' || type === 'duration' || type === 'set';
}

/**
 * A time expression (TIMEX3, ISO 24617-1) as its block alone tells it. The span is relative to the block's text, in code
 * units. Its value follows from what surrounds the block: `resolve/` works it out.
 */
export interface Time extends Span {
  readonly type: TimeType;
  readonly meaning: Meaning | undefined;
  /** TIMEX3 mod: START, MID, END, APPROX … */
  readonly mod?: string | undefined;
  /** Which sentence of the block it stands in, counted from 0. */
  readonly sentence: number;
  /** Whether the words near it speak of what is to come, or of what is over. */
  readonly tense?: 'future' | 'past' | undefined;
  /** For “three days after Didi was put under review”: what it hangs on. */
  readonly anchor?: AnchorText | undefined;
  /** What is wrong or doubtful about it: "31 June", "Tuesday 5 July 2021" (a Monday). Span relative to the block. */
  readonly problem?: Problem | undefined;
}

/** What a duration is counted from: the words of its event, relative to the block. */
export interface AnchorText extends Span {
  /** Whether the time lies after or before its anchor. */
  readonly relation: 'after' | 'before';
  /** Whether the time begins its sentence: the verb that it belongs to is still to come. */
  readonly leads: boolean;
}

/** A time with its value. */
export interface ResolvedTime extends Time {
  /** TIMEX3 value, e.g. `2021-07-05`, `2021-W27`, `P3D`, `XXXX-06-11`; undefined where the text can be read in several ways or as nothing that can be. */
  readonly value: string | undefined;
  readonly because?: Because | undefined;
  /**
   * Where its anchor leads: the two ends of the stretch as values (TIMEX3 beginPoint and endPoint), earlier one first;
   * undefined where they cannot be told.
   */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Why a value is what it is: what the explanation in a hover is made of. */
export interface Because {
  /** What was asked: the day of publication, or the time that the text last spoke of. */
  readonly from: 'publication' | 'text';
  /** Its value. */
  readonly base: string | undefined;
  readonly rule:
    | 'latest-weekday'
    | 'next-weekday'
    | 'nearest-day'
    | 'day-by-tense'
    | 'latest-month'
    | 'nearest-month'
    | 'latest-begun'
    | 'next-begun'
    | 'same-year'
    | 'shifted'
    | 'same-day'
    | 'nearest-holiday'
    | 'unknown';
}

/** What the values of a whole document depend on besides its words. */
export interface TimeContext {
  /** The day of publication as ISO `YYYY-MM-DD`, or as much of it as is known. */
  readonly published: string | undefined;
  /** Whether the document tells a history: its dates take their year from the text, not from publication. */
  readonly narrative: boolean;
}

/** The day that an expression names in full, as `YYYY-MM-DD`; undefined for all else. */
export function wholeDayOf({ type, meaning }: Time): string | undefined {
  if (type !== 'date' || meaning?.kind !== 'instant' || meaning.base !== undefined) return undefined;
  const { year, month, day, era } = meaning.fields;
  if (year === undefined || month === undefined || day === undefined || era === 'BC') return undefined;
  return isoDate({ year, month, day });
}
