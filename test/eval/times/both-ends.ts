import type { Span } from '../../../server/src/text/span.ts';
import type { Reading } from './recognizers-value.ts';
import type { Expression } from './score.ts';

/**
 * Whether a range that Recognizers-Text has as one is found as TIMEX3 has it: as expressions that begin and end where the
 * range does, with nothing but prepositions and joints between them; and whether its two ends have the right values. The
 * day of two times of day may be an expression of its own ("Monday from 2 to 4 pm").
 *
 * The end is that of the case as it stands: "to 2018" ends on the first day of 2018. So "the end of 2018", which is the
 * first day of 2019 there, is never right.
 */
export function bothEnds(
  text: string,
  { start, end, values }: Span & { readonly values: readonly Reading[] },
  found: readonly Expression[],
  dct: string,
): { readonly isFound: boolean; readonly isRight: boolean } {
  const inside = found.filter((time) => time.start < end && start < time.end);
  const [first, last] = [inside[0], inside.at(-1)];
  const isFound =
    first !== undefined &&
    last !== undefined &&
    inside.length > 1 &&
    first.start === start &&
    last.end === end &&
    inside.every((time, at) => LINK.test(text.slice(inside[at - 1]?.end ?? time.start, time.start)));
  if (!isFound) return { isFound, isRight: false };
  const clocks = inside.filter(({ value }) => value !== undefined && CLOCK.test(value));
  const [from, to] = clocks.length > 1 ? [clocks[0], clocks.at(-1)] : [first, last];
  const isRight = values.some(
    (reading) => isAt(from?.value ?? '', reading.start, dct) && isAt(to?.value ?? '', reading.end, dct),
  );
  return { isFound, isRight };
}

const LINK = /^(?:[\s,~()–—-]|\b(?:and|to|till|until|through|between|from|at|on|in|of|the|next)\b)*$/i;

const CLOCK = /T(\d{2})(?::(\d{2}))?(?::(\d{2}))?/;

/** Whether a value says a moment of a case: a year or a month says its first day, a quarter, too. */
function isAt(value: string, moment: string | undefined, dct: string): boolean {
  if (value === '' || moment === undefined) return false;
  if (value === 'PRESENT_REF') return moment.startsWith(dct);
  const clock = CLOCK.exec(value);
  if (clock !== null) {
    const [, hour, minute = '00', second = '00'] = clock;
    const time = `${hour}:${minute}:${second}`;
    return moment === time || moment === `${value.slice(0, value.indexOf('T'))} ${time}`;
  }
  const quarter = /^(\d{4})-Q(\d)$/.exec(value);
  if (quarter !== null) return moment === `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
  return moment.startsWith(value) && (value.length > 9 || moment.endsWith('-01'));
}
