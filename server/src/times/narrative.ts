import { momentOf } from './resolve/moment.ts';
import type { Time } from './types.ts';

/** What a stretch of text says for or against its being a history. Sums of stretches are those of their texts. */
export interface Tally {
  /** How often each year is named. */
  readonly years: ReadonlyMap<number, number>;
  /** “today”, “last week”, “on Tuesday”: what a report says of its own days. */
  readonly deictic: number;
  /** Days and months without a year of which the text speaks as of the future, less the other ones. */
  readonly ahead: number;
}

export const NO_TALLY: Tally = { years: new Map(), deictic: 0, ahead: 0 };

export function tallyOf(times: readonly Time[]): Tally {
  const years = new Map<number, number>();
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
      const year = fields.era === 'BC' ? -fields.year : fields.year;
      years.set(year, (years.get(year) ?? 0) + 1);
    } else if (fields.weekday !== undefined) deictic++;
    else ahead += tense === 'future' ? 1 : -1;
  }
  return { years, deictic, ahead };
}

export function sumOf(a: Tally, b: Tally): Tally {
  const rest = { deictic: a.deictic + b.deictic, ahead: a.ahead + b.ahead };
  if (b.years.size === 0) return { years: a.years, ...rest };
  const years = new Map(a.years);
  for (const [year, count] of b.years) years.set(year, (years.get(year) ?? 0) + count);
  return { years, ...rest };
}

/** Dates with a year that make a history, if there is nothing of a report. */
const ENOUGH = 4;
/** Where they are all that it names, and what has no year does not lie ahead. */
const ENOUGH_ALONE = 2;
/** Years before publication that a report hardly speaks of all the time. */
const WELL_BEFORE = 2;

/**
 * Whether a text with this tally tells a history: its dates take their year from the text, not from publication. It names
 * years all the time, well before publication or many of them, and hardly ever its own days.
 */
export function isNarrative({ years, deictic, ahead }: Tally, published: string | undefined): boolean {
  const now = momentOf(published)?.year ?? Number.POSITIVE_INFINITY;
  let [far, all] = [0, 0];
  for (const [year, count] of years) {
    all += count;
    if (year < now - WELL_BEFORE) far += count;
  }
  if (far >= ENOUGH_ALONE && deictic + all === far && ahead <= 0) return true;
  if (far >= ENOUGH && far > 2 * (deictic + all - far)) return true;
  return all >= 2 * ENOUGH && years.size >= ENOUGH && all > 3 * deictic && far * 3 > all;
}
