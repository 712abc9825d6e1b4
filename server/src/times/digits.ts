/** Years that a text may speak of without BC or AD. */
export const FIRST_YEAR = 1000;
export const LAST_YEAR = 2100;

/** Whole numbers of `least` to `most` ASCII digits; -1 for anything else. */
export function digits(text: string, start: number, end: number, least: number, most: number): number {
  if (end - start < least || end - start > most) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}
