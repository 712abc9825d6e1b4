import type { Reading } from '../text/reading.ts';
import { textAt } from '../text/reading.ts';
import type { Range } from './capitals.ts';

/** The token of the acronym in brackets behind a name, if it is the name's: "General Data Protection Regulation (GDPR)". */
export function acronymBehind(reading: Reading, name: Range): number | undefined {
  const at = name.last + 2;
  if (textAt(reading, at - 1) !== '(' || textAt(reading, at + 1) !== ')') return undefined;
  const written = textAt(reading, at);
  if (written.length > LONGEST || !/^[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*$/.test(written)) return undefined;
  const start = reading.tokens[name.first]?.start ?? 0;
  const long = reading.text.slice(start, reading.tokens[name.last]?.end ?? start);
  return isShort(written, long) ? at : undefined;
}

/** Code units. */
const LONGEST = 10;

/** Whether the letters stand in the name in this order, the first of them at the beginning of a word. */
function isShort(acronym: string, name: string): boolean {
  const letters = acronym.toLowerCase().replace(/\d/g, '');
  const first = letters.charAt(0);
  const long = name.toLowerCase();
  if (!long.split(/[^\p{L}]/u).some((word) => word.startsWith(first))) return false;
  let at = 0;
  for (const letter of letters) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
