import { momentOf } from './resolve/moment.ts';
import type { Time } from './types.ts';

/** What a stretch of text says for or against its being a history. */
export interface Tally {
  /** Each year, as often as it is named. */
  readonly years: readonly number[];
  /** “today”, “last week”, “on Tuesday”: what a report says of its own days. */
  readonly deictic: number;
  /** Days and months without a year of which the text speaks as of the future, less the other ones. */
  readonly ahead: number;
}

export function tallyOf(times: readonly Time[]): Tally {
  const years: number[] = [];
  let [deictic, ahead] = [0, 0];
  for (const { meaning, tense } of times) {
    if (meaning?.kind !== 'instant') continue;
    const { base, select, selectFrom, fields } = meaning;
    if (base !== undefined) {
      // "two days later" and "that year" are as much at home in a history.
      if (base.basis === 'publication') deictic++;
    } else if (select !== undefined) {
      if (selectFrom !== 'reference') deictic++;
    } else if (fields.year !== undefined) {
      years.push(fields.era === 'BC' ? -fields.year : fields.year);
    } else if (fields.weekday !== undefined) deictic++;
    else ahead += tense === 'future' ? 1 : -1;
  }
  return { years, deictic, ahead };
}

/** Dates with a year that make a history, if there is nothing of a report. */
const ENOUGH = 4;
/** Where they are all that it names, and what has no year does not lie ahead. */
const ENOUGH_ALONE = 2;
/** Years before publication that a report hardly speaks of all the time. */
const WELL_BEFORE = 2;

/**
 * Whether a text of stretches with these tallies tells a history: its dates take their year from the text, not from publication. It names
 * years all the time, well before publication or many of them, and hardly ever its own days.
 */
export function isNarrative(tallies: readonly Tally[], published: string | undefined): boolean {
  const now = momentOf(published)?.year ?? Number.POSITIVE_INFINITY;
  let [far, all, deictic, ahead] = [0, 0, 0, 0];
  const named = new Set<number>();
  for (const tally of tallies) {
    deictic += tally.deictic;
    ahead += tally.ahead;
    all += tally.years.length;
    for (const year of tally.years) {
      named.add(year);
      if (year < now - WELL_BEFORE) far++;
    }
  }
  if (far >= ENOUGH_ALONE && deictic + all === far && ahead <= 0) return true;
  if (far >= ENOUGH && far > 2 * (deictic + all - far)) return true;
  return all >= 2 * ENOUGH && named.size >= ENOUGH && all > 3 * deictic && far * 3 > all;
}
