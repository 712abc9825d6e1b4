import { momentOf } from './resolve/moment.ts';
import type { Time } from './types.ts';

/** What a stretch of text says for or against its being a history. Sums of stretches are those of their texts. */
export interface Tally {
  /** Years and dates with a year that lie well before publication. */
  readonly far: number;
  /** Those about the time of publication. */
  readonly near: number;
  /** “today”, “last week”, “on Tuesday”: what a report says of its own days. */
  readonly deictic: number;
}

export const NO_TALLY: Tally = { far: 0, near: 0, deictic: 0 };

/** Years before publication that a report hardly speaks of all the time. */
const WELL_BEFORE = 2;

export function tallyOf(times: readonly Time[], published: string | undefined): Tally {
  const year = momentOf(published)?.year;
  let [far, near, deictic] = [0, 0, 0];
  for (const { meaning } of times) {
    if (meaning?.kind !== 'instant') continue;
    const { base, select, fields } = meaning;
    if (base !== undefined) {
      // "two days later" and "that year" are as much at home in a history.
      if (base.basis === 'publication') deictic++;
    } else if (select !== undefined) deictic++;
    else if (fields.year !== undefined) {
      if (fields.era === 'BC' || year === undefined || fields.year < year - WELL_BEFORE) far++;
      else near++;
    } else if (fields.weekday !== undefined) deictic++;
  }
  return { far, near, deictic };
}

export function sumOf(a: Tally, b: Tally): Tally {
  return { far: a.far + b.far, near: a.near + b.near, deictic: a.deictic + b.deictic };
}

/** Dates of the past that make a history, if there is nothing of a report. */
const ENOUGH = 4;

/** Whether a text with this tally tells a history: its dates take their year from the text, not from publication. */
export function isNarrative({ far, near, deictic }: Tally): boolean {
  return far >= ENOUGH && far > 2 * (deictic + near);
}
