import { Keywords } from '../text/keywords.ts';
import { follows, type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Amount } from './amounts.ts';

/** Feet and inches together: `6ft 2in`, `6 feet 2 inches`, `6-foot-2`, `5'11"`. `last`: their last token. */
export function heightAt(reading: Reading, amount: Amount): { inches: number; last: number } | undefined {
  if (amount.power !== 0 || amount.high !== undefined || !/^\d{1,2}$/.test(amount.low)) return undefined;
  const feet = Number(amount.low);
  return inMarks(reading, amount.last, feet) ?? inWords(reading, amount.last, feet);
}

/** `5'11"`: nothing may stand between, so that a quotation is none. */
function inMarks(reading: Reading, at: number, feet: number): { inches: number; last: number } | undefined {
  if (!/^['’′]$/.test(textAt(reading, at + 1)) || !/^["”″]$/.test(textAt(reading, at + 3))) return undefined;
  if (!follows(reading, at, 0) || !follows(reading, at + 1, 0) || !follows(reading, at + 2, 0)) return undefined;
  const inches = inchesAt(reading, at + 2);
  return inches === undefined ? undefined : { inches: feet * 12 + inches, last: at + 3 };
}

function inWords(reading: Reading, at: number, feet: number): { inches: number; last: number } | undefined {
  if (textAt(reading, at + 1) === '-' && follows(reading, at, 0) && follows(reading, at + 1, 0))
    return withHyphens(reading, at + 2, feet);
  if (!follows(reading, at, 1) || !follows(reading, at + 1, 1) || wordAt(reading, at + 1, WORDS) !== FEET)
    return undefined;
  const inches = inchesAt(reading, at + 2);
  const unit = wordAt(reading, at + 3, WORDS);
  // "in" is an inch only where it is glued to its number.
  if (inches === undefined || unit < IN || !follows(reading, at + 2, unit === IN ? 0 : 1)) return undefined;
  return { inches: feet * 12 + inches, last: at + 3 };
}

/** `6-foot-2`, where the tokens are `6`, `-` and `foot-2`. */
function withHyphens(reading: Reading, at: number, feet: number): { inches: number; last: number } | undefined {
  const match = /^foot-(\d{1,2})$/i.exec(textAt(reading, at));
  const inches = match === null ? 12 : Number(match[1]);
  return inches < 12 ? { inches: feet * 12 + inches, last: at } : undefined;
}

function inchesAt(reading: Reading, index: number): number | undefined {
  const written = textAt(reading, index);
  return /^\d{1,2}$/.test(written) && Number(written) < 12 ? Number(written) : undefined;
}

const FEET = 1;
const IN = 2;
const INCHES = 3;
const WORDS = new Keywords([
  ['ft', FEET],
  ['foot', FEET],
  ['feet', FEET],
  ['in', IN],
  ['ins', IN],
  ['inch', INCHES],
  ['inches', INCHES],
]);
