import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';

/** TIMEX3 classes, as type ids of Seedmark. */
export type TimeType = 'date' | 'time' | 'duration' | 'set';

/** A time expression (TIMEX3, ISO 24617-1). The span is relative to the block's text, in code units. */
export interface Time extends Span {
  readonly type: TimeType;
  /** TIMEX3 value, e.g. `2021-07-05`, `2021-07`, `2021`, `XXXX-06-11`; undefined where the date cannot be. */
  readonly value: string | undefined;
  /** TIMEX3 mod: START, MID, END, APPROX … */
  readonly mod?: string | undefined;
  /** What is wrong or doubtful about it: "31 June", "Tuesday 5 July 2021" (a Monday). Span relative to the block. */
  readonly problem?: Problem | undefined;
}

/** What the resolution of a time may depend on. */
export interface TimeContext {
  /** The day of publication as ISO `YYYY-MM-DD`, if the seed says so. */
  readonly published: string | undefined;
}
