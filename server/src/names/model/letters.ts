import { CJK, classOf, DIGIT, LOWER, MARK, UPPER } from '../../text/characters.ts';
import { mix, SEED, unitOf } from './hash.ts';
import { CAPITAL, MIXED, NUMERAL, PLAIN, SHOUTED, SIGN, type Writable } from './words.ts';

const SHAPES = { upper: 1, lower: 2, digit: 3, mark: 4, other: 5 };

/** Reads what the letters of a word say: hashes, shape, style. Where it begins and ends is known. */
export function readWord(text: string, words: Writable, i: number): void {
  const start = words.start[i] as number;
  const end = words.end[i] as number;
  let word = SEED;
  let lower = SEED;
  let shape = SEED;
  let last = 0;
  let uppers = 0;
  let lowers = 0;
  let digits = 0;
  let firstUpper = false;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const unit = unitOf(code);
    let small = unit;
    let mark: number;
    if (code >= 0x61 && code <= 0x7a) {
      mark = SHAPES.lower;
      lowers++;
    } else if (code >= 0x41 && code <= 0x5a) {
      small = code + 32;
      mark = SHAPES.upper;
      uppers++;
      if (letters === 0) firstUpper = true;
    } else if (unit === 0x30) {
      mark = SHAPES.digit;
      digits++;
    } else if (code < 128) {
      mark = SHAPES.other + code;
    } else {
      const kind = classOf(code);
      if (kind === UPPER) {
        small = lowerUnit(code);
        mark = SHAPES.upper;
        uppers++;
        if (letters === 0) firstUpper = true;
      } else if (kind === LOWER || kind === CJK) {
        mark = SHAPES.lower;
        lowers++;
      } else if (kind === DIGIT) {
        mark = SHAPES.digit;
        digits++;
      } else mark = kind === MARK ? SHAPES.mark : SHAPES.other + 0x27;
    }
    if (mark <= SHAPES.lower) letters++;
    word = mix(word, unit);
    lower = mix(lower, small);
    if (mark !== last) shape = mix(shape, mark);
    last = mark;
    const size = at - start;
    if (size < 4) words.prefixes[4 * i + size] = lower;
  }
  words.word[i] = word;
  words.lower[i] = lower;
  const length = end - start;
  words.length[i] = Math.min(255, length);
  let suffix = SEED;
  for (let size = 0; size < 4 && size < length; size++) {
    suffix = mix(suffix, smallUnit(text.charCodeAt(end - 1 - size)));
    words.suffixes[4 * i + size] = suffix;
  }
  let style = SIGN;
  if (letters > 0) {
    if (uppers === 0) style = PLAIN;
    else if (lowers === 0 && (uppers > 1 || digits > 0)) style = SHOUTED;
    else if (firstUpper && uppers === 1 && digits === 0) style = CAPITAL;
    else style = MIXED;
  } else if (digits > 0) style = NUMERAL;
  words.style[i] = style;
  words.shape[i] = mix(shape, style === SHOUTED ? Math.min(letters, 6) : 0);
  if (style === SIGN) words.sign[i] = text.charCodeAt(start);
}

function smallUnit(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 32;
  return code < 128 ? unitOf(code) : lowerUnit(unitOf(code));
}

/** The small letter of a code unit; letters that become several units, and halves of pairs, stay as they are. */
function lowerUnit(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const small = String.fromCharCode(code).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : code;
}
