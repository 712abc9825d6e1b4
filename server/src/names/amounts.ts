import { Keywords } from '../text/keywords.ts';
import { follows, type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import { readDecimal, timesTen } from './decimal.ts';
import { MAGNITUDES, SHORT_MAGNITUDES, SMALL } from './number-words.ts';

/** A number in a text: tokens `first` to `last`. */
export interface Amount {
  readonly first: number;
  readonly last: number;
  /** The number, or the lower end of a range. */
  readonly low: string;
  /** The upper end of a range. */
  readonly high: string | undefined;
  /** Power of ten that a word or letter behind the number multiplies it with; 0 for none. */
  readonly power: number;
  /** The multiplier is a short form, which money has, and a measure with a unit behind: "£56m", "1.2m tonnes". */
  readonly short: boolean;
}

/** The number that begins with this token, with what multiplies it; `range`: and with a second number behind it. */
export function readAmount(reading: Reading, first: number, range: boolean): Amount | undefined {
  const number = readNumber(reading, first);
  if (number === undefined) return undefined;
  if (!range || number.high !== undefined) return withMagnitude(reading, first, number.last, number.low, number.high);
  const dash = number.last + 1;
  if (!isRangeSign(reading, dash)) return undefined;
  const upper = readNumber(reading, dash + 1);
  if (upper === undefined || upper.high !== undefined) return undefined;
  return withMagnitude(reading, first, upper.last, number.low, upper.low);
}

/** The amount as a value: `2800000000`, a range as `5000000-10000000`. */
export function amountText(amount: Amount, power = amount.power): string {
  const low = timesTen(amount.low, power);
  return amount.high === undefined ? low : `${low}-${timesTen(amount.high, power)}`;
}

/** Whether a token may begin an amount. Cheap: asked for every token of a text. */
export function beginsAmount(reading: Reading, index: number): boolean {
  const token = reading.tokens[index] as Token;
  if (token.kind === 'number') return true;
  if (token.kind !== 'word' || token.end - token.start > 13) return false;
  const code = reading.text.charCodeAt(token.start) | 32;
  // a, e(ight), f(our), h(alf), n(ine), o(ne), s(ix), t(wo)
  return BEGINNINGS[code - 97] === 1 && (smallAt(reading, index) !== undefined || isHalf(reading, index));
}

/** The sign or word that makes an amount negative: "-5", "−5", "minus 5"; not the dash of a range. */
export function minusBefore(reading: Reading, amount: Amount): Token | undefined {
  const index = amount.first - 1;
  const token = reading.tokens[index];
  if (token === undefined) return undefined;
  if (wordAt(reading, index, MINUS) === 1) return follows(reading, index, 1) ? token : undefined;
  if (!/^[-\u2212\u2013]$/.test(textAt(reading, index)) || !follows(reading, index, 0)) return undefined;
  const before = reading.tokens[index - 1];
  return before === undefined || (before.end < token.start && before.kind !== 'number') ? token : undefined;
}

const MINUS = new Keywords([['minus', 1]]);

/** "a hundred thousand million" is as far as numbers go. */
const MOST_MAGNITUDES = 3;
const HYPHEN = 0x2d;
const BEGINNINGS = new Uint8Array(26);
for (const letter of 'aefhnost') BEGINNINGS[letter.charCodeAt(0) - 97] = 1;

const SMALL_WORDS = new Keywords(SMALL);
const MAGNITUDE_WORDS = new Keywords(MAGNITUDES);
const SHORT_WORDS = new Keywords(SHORT_MAGNITUDES);

const HALF = 1;
const A = 2;
const AND = 3;
const HALF_WORDS = new Keywords([
  ['half', HALF],
  ['a', A],
  ['an', A],
  ['and', AND],
]);
const RANGE_WORDS = new Keywords([
  ['to', 1],
  ['and', 2],
  ['or', 1],
]);

interface Number {
  readonly last: number;
  readonly low: string;
  readonly high: string | undefined;
}

function readNumber(reading: Reading, first: number): Number | undefined {
  const token = reading.tokens[first];
  if (token === undefined) return undefined;
  if (token.kind === 'word') return readWords(reading, first);
  if (token.kind !== 'number') return undefined;
  const written = textAt(reading, first);
  const dash = written.search(/[-\u2011]/);
  if (dash < 0) {
    const low = readDecimal(written);
    return low === undefined ? undefined : { last: first, low, high: undefined };
  }
  const low = readDecimal(written.slice(0, dash));
  const high = readDecimal(written.slice(dash + 1));
  return low === undefined || high === undefined ? undefined : { last: first, low, high };
}

/** "five", "twenty-five", "two hundred and ten", "two and a half", "half a", "a" before a magnitude. */
function readWords(reading: Reading, first: number): Number | undefined {
  if (isHalf(reading, first)) return { last: first + 1, low: '0.5', high: undefined };
  let value = smallAt(reading, first);
  if (value === undefined) return undefined;
  let last = first;
  if (value % 10 === 0 && value >= 20 && follows(reading, last, 1)) {
    const ones = wordAt(reading, last + 1, SMALL_WORDS);
    if (ones > 0 && ones < 10) {
      value += ones;
      last++;
    }
  }
  if (follows(reading, last, 1) && wordAt(reading, last + 1, MAGNITUDE_WORDS) === 2) {
    value *= 100;
    last++;
    const and = follows(reading, last, 1) && wordAt(reading, last + 1, RANGE_WORDS) === 2 ? 1 : 0;
    const rest = follows(reading, last + and, 1) ? wordAt(reading, last + and + 1, SMALL_WORDS) : 0;
    if (rest > 0) {
      value += rest;
      last += and + 1;
    }
  }
  if (isAndAHalf(reading, last + 1) && follows(reading, last, 1))
    return { last: last + 3, low: `${value}.5`, high: undefined };
  return { last, low: String(value), high: undefined };
}

/** "half a", before what is halved: a magnitude or a unit. */
function isHalf(reading: Reading, index: number): boolean {
  return (
    wordAt(reading, index, HALF_WORDS) === HALF &&
    follows(reading, index, 1) &&
    wordAt(reading, index + 1, HALF_WORDS) === A
  );
}

/** "and a half". */
function isAndAHalf(reading: Reading, index: number): boolean {
  return (
    wordAt(reading, index, HALF_WORDS) === AND &&
    wordAt(reading, index + 1, HALF_WORDS) === A &&
    wordAt(reading, index + 2, HALF_WORDS) === HALF &&
    follows(reading, index, 1) &&
    follows(reading, index + 1, 1)
  );
}

function smallAt(reading: Reading, index: number): number | undefined {
  const token = reading.tokens[index];
  if (token === undefined || token.kind !== 'word') return undefined;
  const value = SMALL_WORDS.get(reading.text, token.start, token.end);
  if (value > 0) return value;
  const length = token.end - token.start;
  if (length === 1 && (reading.text.charCodeAt(token.start) | 32) === 0x61)
    return follows(reading, index, 1) && wordAt(reading, index + 1, MAGNITUDE_WORDS) > 0 ? 1 : undefined;
  // "forty-one" to "seventy-seven"
  if (length < 9 || length > 13) return undefined;
  let hyphen = token.start + 5;
  while (hyphen < token.end && reading.text.charCodeAt(hyphen) !== HYPHEN) hyphen++;
  if (hyphen === token.end) return undefined;
  const tens = SMALL_WORDS.get(reading.text, token.start, hyphen);
  const ones = SMALL_WORDS.get(reading.text, hyphen + 1, token.end);
  return tens >= 20 && ones > 0 && ones < 10 ? tens + ones : undefined;
}

function withMagnitude(reading: Reading, first: number, number: number, low: string, high: string | undefined): Amount {
  let last = number;
  let power = 0;
  // "2.8 billion", "2.8-billion", "2.8billion", "5 hundred thousand"
  for (let words = 0; words < MOST_MAGNITUDES; words++) {
    const hyphen =
      power === 0 && follows(reading, last, 0) && textAt(reading, last + 1) === '-' && follows(reading, last + 1, 0)
        ? 1
        : 0;
    const found = follows(reading, last + hyphen, hyphen === 1 ? 0 : 1)
      ? wordAt(reading, last + hyphen + 1, MAGNITUDE_WORDS)
      : 0;
    if (found === 0) break;
    power += found;
    last += hyphen + 1;
  }
  if (power > 0) return { first, last, low, high, power, short: false };
  const next = reading.tokens[last + 1];
  const short = next !== undefined && follows(reading, last, 1) ? wordAt(reading, last + 1, SHORT_WORDS) : 0;
  // A single letter only where it is glued to its number.
  const glued = follows(reading, last, 0);
  if (short > 0 && next !== undefined && (glued || next.end - next.start > 1))
    return { first, last: last + 1, low, high, power: short, short: true };
  return { first, last, low, high, power: 0, short: false };
}

function isRangeSign(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (token === undefined) return false;
  if (token.kind === 'word') return wordAt(reading, index, RANGE_WORDS) === 1;
  return (
    token.kind === 'punctuation' && /^[-\u2010-\u2014]$/.test(textAt(reading, index)) && follows(reading, index, 0)
  );
}
