/** What a code point is to the scanners of this room: one small number, so that a look-up is all they pay. */
export const BLANK = 1;
/** A letter with case that is upper or title case. */
export const UPPER = 2;
/** A letter that is lower case, or has no case. */
export const LOWER = 3;
/** What never begins a word but goes on one: combining marks, joiners, superscripts, modifier letters. */
export const MARK = 4;
export const DIGIT = 5;
/** Scripts written without blanks between words, or with particles glued on: Han, Kana, Hangul, Bopomofo. */
export const CJK = 6;
export const PUNCTUATION = 7;
/** All else: currency signs, emoji, control characters, unassigned code points, lone surrogates. */
export const SYMBOL = 8;

const LAST_PAGE = 0x10ff;
const pages: (Uint8Array | undefined)[] = new Array(LAST_PAGE + 1).fill(undefined);

const TESTS: readonly (readonly [number, RegExp])[] = [
  [BLANK, /^\s$/u],
  // Before the scripts: the tone marks of Han and Hangul are marks.
  [MARK, /^\p{M}$/u],
  [CJK, /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー々〆]$/u],
  [MARK, /^[\p{Lm}\p{Cf}\u00b2\u00b3\u00b9\u2070-\u209c]$/u],
  [UPPER, /^[\p{Lu}\p{Lt}]$/u],
  [LOWER, /^\p{L}$/u],
  [DIGIT, /^\p{N}$/u],
  [PUNCTUATION, /^\p{P}$/u],
];

/** The class of a code point. Pages of 256 are worked out when first seen. */
export function classOf(code: number): number {
  const page = pages[code >> 8] ?? makePage(code >> 8);
  return page[code & 0xff] as number;
}

function makePage(index: number): Uint8Array {
  const page = new Uint8Array(256).fill(SYMBOL);
  for (let i = 0; i < 256; i++) {
    const code = index * 256 + i;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) continue;
    const character = String.fromCodePoint(code);
    for (const [kind, test] of TESTS) {
      if (!test.test(character)) continue;
      page[i] = kind;
      break;
    }
  }
  if (index <= LAST_PAGE) pages[index] = page;
  return page;
}

/** The code point at `at`; a lone surrogate gives itself, an offset behind the text -1. */
export function codeAt(text: string, at: number): number {
  return text.codePointAt(at) ?? -1;
}

/** The class of the code point at `at`; 0 outside of the text. */
export function classAt(text: string, at: number): number {
  const code = text.codePointAt(at);
  return code === undefined ? 0 : classOf(code);
}

/** Class of the code point that ends at `end`; 0 at the beginning of the text. */
export function classBefore(text: string, end: number): number {
  if (end <= 0) return 0;
  const low = text.charCodeAt(end - 1);
  if (low >= 0xdc00 && low <= 0xdfff && end >= 2) {
    const code = text.codePointAt(end - 2) as number;
    if (code > 0xffff) return classOf(code);
  }
  return classOf(low);
}

export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && classOf(code) === BLANK);
}

export function isLetter(kind: number): boolean {
  return kind === UPPER || kind === LOWER;
}

// The next three look at one code unit: what they find can be stepped over without cutting a surrogate pair.

export function isUpperAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : code >= 128 && classOf(code) === UPPER;
}

export function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code >= 128 && isLetter(classOf(code));
}

export function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 48 && code <= 57 : code >= 128 && classOf(code) === DIGIT;
}

/** Whether a letter or a digit stands there: what a word may begin with. */
export function isWordStart(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return kind === UPPER || kind === LOWER || kind === DIGIT;
}

/** Signs that nobody sees and that join nothing: direction marks, soft hyphens, zero-width blanks. */
export function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x61c ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f)
  );
}
