import {
  CJK,
  classAt,
  classBefore,
  classOf,
  DIGIT,
  isInvisible,
  isWordStart,
  LOWER,
  MARK,
  UPPER,
} from './characters.ts';
import { AMPERSAND, APOSTROPHE, DOT, HYPHEN, isApostrophe, isHyphen, UNDERSCORE } from './signs.ts';

/** From anywhere in a word: behind its letters and marks, with hyphens, apostrophes, ampersands and digits between them. */
export function behindWord(text: string, from: number): number {
  const length = text.length;
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    // Latin letters first: they are nearly all there is.
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) {
      at++;
      continue;
    }
    if (at >= length) break;
    if (code < 128) {
      if (code >= 48 && code <= 57) {
        at++;
        continue;
      }
      if (code === APOSTROPHE || code === HYPHEN || code === AMPERSAND || code === UNDERSCORE) {
        if (!joins(text, at, code)) break;
        at++;
        continue;
      }
      break;
    }
    const point = text.codePointAt(at) as number;
    const kind = classOf(point);
    if (kind === UPPER || kind === LOWER || kind === MARK || kind === DIGIT) {
      at += point > 0xffff ? 2 : 1;
      continue;
    }
    if (!joins(text, at, point)) break;
    at++;
  }
  // What nobody sees closes no word: a name is marked up to its last letter.
  while (at > from && isInvisible(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Whether a sign between two letters belongs to the word: not a possessive `’s`, not a double hyphen. */
function joins(text: string, at: number, code: number): boolean {
  if (!isWordStart(text, at + 1)) return false;
  if (isApostrophe(code)) return !isPossessive(text, at);
  if (isHyphen(code) || code === AMPERSAND || code === UNDERSCORE) return true;
  // Hebrew writes acronyms and foreign sounds with marks of its own (צה״ל), Catalan its long l with a dot (col·lecció).
  if (code === 0x5f3 || code === 0x5f4) return true;
  return code === 0xb7 && (text.charCodeAt(at - 1) | 32) === SMALL_L && (text.charCodeAt(at + 1) | 32) === SMALL_L;
}

const SMALL_L = 0x6c;

/** Whether an apostrophe at `at` is that of `’s` at the end of a word. */
export function isPossessive(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (next !== 0x73 && next !== 0x53) return false;
  if (!isWordEnd(text, at)) return false;
  return !isWordStart(text, at + 2) && classAt(text, at + 2) !== MARK;
}

function isWordEnd(text: string, at: number): boolean {
  const kind = classBefore(text, at);
  return (
    kind === UPPER ||
    kind === LOWER ||
    kind === MARK ||
    kind === DIGIT ||
    kind === CJK ||
    text.charCodeAt(at - 1) === DOT
  );
}
