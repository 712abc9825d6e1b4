import type { Span } from '../../../server/src/text/span.ts';
import type { Expression } from './score.ts';

/**
 * Recognizers-Text and TIMEX3 cut in different places. What is found is cut as the case has it, by two rules:
 *
 * - "Monday after 3 pm" is one there and two in TIMEX3, a day and a time of day with a preposition between them; the second
 *   has the value of both. So is "the first ten days of last year", a length and what it is a part of.
 * - "Christmas Eve at 6 pm" is two in some cases and one in TIMEX3. The first is its day, the second its time of day.
 *
 * Only what fills the whole place is put together or cut; else it stays as it was found.
 */
export function cutAsExpected(
  text: string,
  expected: readonly (Span & { readonly kind?: string; readonly values: readonly string[] })[],
  found: readonly Expression[],
): Expression[] {
  let all = [...found];
  for (const { start, end, kind = '', values } of expected) {
    const [first, second, ...more] = all.filter((time) => time.start < end && start < time.end);
    if (first === undefined || second === undefined || more.length > 0) continue;
    if (first.start !== start || second.end !== end) continue;
    const between = text.slice(first.end, second.start);
    const isPartOf =
      values.every((value) => value.startsWith('P')) && first.type === 'DURATION' && /^ of $/.test(between);
    const isDayAndTime =
      kind.startsWith('datetime') && first.type === 'DATE' && second.type === 'TIME' && LINK.test(between);
    if (!isPartOf && !isDayAndTime) continue;
    const { type, value } = isPartOf ? first : second;
    all = all.map((time) => (time === first ? { start, end, type, value } : time)).filter((time) => time !== second);
  }
  for (const [at, day] of expected.entries()) {
    const time = expected[at + 1];
    if (day.kind !== 'date' || time === undefined || !time.kind?.startsWith('time')) continue;
    const whole = all.find(({ type, start, end }) => type === 'TIME' && start === day.start && end === time.end);
    if (whole === undefined) continue;
    const date = { start: day.start, end: day.end, type: 'DATE', value: whole.value?.replace(/T.*/, '') };
    const clock = { start: time.start, end: time.end, type: 'TIME', value: whole.value };
    all = all.flatMap((one) => (one === whole ? [date, clock] : [one]));
  }
  return all;
}

/** Between a day and a time of day: where the time of day begins, after the prepositions that are trimmed off it. */
const LINK =
  /^[ ,]*(?:(?:at|on|in|the|for|by|from|since|before|after|until|till|around|about|any ?time|later than|earlier than|no later than) )*$/i;
