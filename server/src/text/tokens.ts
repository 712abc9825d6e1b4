import {
  BLANK,
  CJK,
  classOf,
  DIGIT,
  isDigitAt,
  isInvisible,
  isUpperAt,
  LOWER,
  MARK,
  PUNCTUATION,
  SYMBOL,
  UPPER,
} from './characters.ts';
import { AT, COLON, COMMA, DOLLAR, DOT, HYPHEN, isApostrophe, LINE_FEED, SLASH, SPACE, UNDERSCORE } from './signs.ts';
import type { Span } from './span.ts';
import { behindDomain, behindHandle, behindSite, behindUrlOf, takeLocalPart } from './token-addresses.ts';
import { behindStops } from './token-stops.ts';
import { behindWord, isPossessive } from './token-words.ts';

export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol' | 'url' | 'email' | 'handle';

export interface Token extends Span {
  readonly kind: TokenKind;
}

/**
 * The tokens of a text from left to right. Every code unit that is no blank lies in exactly one of them, and none cuts
 * a surrogate pair or parts a letter or sign from its marks. One pass; each look ahead is bounded or skips what it
 * looked at.
 *
 * Words keep what belongs to them (`O’Neill`, `Jean-Pierre`, `AT&T`, `U.S.`, `Mr.`, `Amazon.com`); a possessive `’s` is
 * a token of its own. Numbers keep their separators (`1,234.5`, `2021-07-05`, `10:41`) and leave their units (`56|m`,
 * `10|pm`); a currency sign keeps the letters before it (`US$|2.8|billion`). A run of CJK letters is one token.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE) {
      at++;
      continue;
    }
    const start = at;
    if (unit < 128 && PLAIN[unit] === LETTER) {
      // Most words are ASCII letters between blanks: nothing else need be asked about them.
      let next = text.charCodeAt(++at);
      while (next < 128 && PLAIN[next] !== 0) next = text.charCodeAt(++at);
      if (at >= length || next === SPACE || next === COMMA || next === LINE_FEED) {
        tokens.push({ start, end: at, kind: 'word' });
        continue;
      }
    }
    const code = text.codePointAt(start) as number;
    const kind = classOf(code);
    if (kind === BLANK) {
      at++;
      continue;
    }
    let type: TokenKind;
    if (kind === UPPER || kind === LOWER || (kind === MARK && !isInvisible(code))) {
      at = behindWord(text, at);
      type = 'word';
      if (at < length) {
        const next = text.charCodeAt(at);
        if (next === COLON || next === DOT) {
          const end = behindUrlOf(text, start, at);
          if (end > 0) {
            at = end;
            type = 'url';
          } else if (next === DOT) {
            const stop = behindStops(text, start, at);
            at = stop > at ? stop : behindSite(text, at);
          }
        } else if (next === DOLLAR && at - start <= 3 && isUpperRun(text, start, at)) {
          at++;
          type = 'symbol';
        }
      }
    } else if (kind === DIGIT) {
      at = behindNumber(text, at);
      type = 'number';
    } else if (kind === CJK) {
      at = behindRun(text, at, CJK);
      type = 'word';
    } else if (code === AT) {
      const end = behindDomain(text, at + 1);
      const local = end > 0 ? takeLocalPart(text, tokens, at) : at;
      if (local < at) {
        at = behindMarks(text, end);
        tokens.push({ start: local, end: at, kind: 'email' });
        continue;
      }
      at = behindHandle(text, at + 1);
      type = at > start + 1 ? 'handle' : 'punctuation';
    } else if (isApostrophe(code) && isPossessive(text, start)) {
      at += 2;
      type = 'word';
    } else if (kind === PUNCTUATION) {
      at += code > 0xffff ? 2 : 1;
      // Dots, dashes and the like stand in runs: "...", "--", "****".
      if (isRunning(code)) while (at < length && text.charCodeAt(at) === code) at++;
      type = 'punctuation';
    } else {
      at = behindSign(text, at, code);
      type = 'symbol';
    }
    at = behindMarks(text, at);
    tokens.push({ start, end: at, kind: type });
  }
  return tokens;
}

/** Whether a token is what a reader calls a word: a name, a number, an address; no punctuation. */
export function isWordToken({ kind }: Token): boolean {
  return kind === 'word' || kind === 'number' || kind === 'handle' || kind === 'url' || kind === 'email';
}

const LETTER = 1;
/** ASCII letters and digits. */
const PLAIN = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  PLAIN[code] = /[A-Za-z]/.test(character) ? LETTER : /[0-9]/.test(character) ? 2 : 0;
}

/**
 * Behind a number: digits with single separators between them. Two numbers side by side that a separator cannot join
 * ("1,2" is one list entry more than a number) are left to whoever reads the value.
 */
function behindNumber(text: string, from: number): number {
  let at = behindRun(text, from, DIGIT);
  while (isSeparator(text.charCodeAt(at)) && isDigitAt(text, at + 1)) at = behindRun(text, at + 1, DIGIT);
  return at;
}

/** Signs between the digits of one number, those of Arabic among them. */
function isSeparator(code: number): boolean {
  return (
    code === DOT ||
    code === COMMA ||
    code === COLON ||
    code === SLASH ||
    code === HYPHEN ||
    code === 0x2011 ||
    code === 0x66b ||
    code === 0x66c
  );
}

function behindRun(text: string, from: number, kind: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.codePointAt(at) as number;
    const found = classOf(code);
    if (found !== kind && !(found === MARK && at > from && !isInvisible(code))) return at;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** Behind a symbol that begins at `at`: an emoji that several code points make is one sign. */
function behindSign(text: string, from: number, sign: number): number {
  let at = from + (sign > 0xffff ? 2 : 1);
  // Two regional indicators are a flag.
  if (isRegional(sign) && isRegional(text.codePointAt(at))) at += 2;
  for (;;) {
    at = behindMarks(text, at);
    const code = text.codePointAt(at);
    if (code === undefined) return at;
    const isTone = code >= 0x1f3fb && code <= 0x1f3ff;
    const isJoined = text.charCodeAt(at - 1) === JOINER && code > 0xff && classOf(code) === SYMBOL;
    if (!isTone && !isJoined) return at;
    at += code > 0xffff ? 2 : 1;
  }
}

const JOINER = 0x200d;

function isRegional(code: number | undefined): boolean {
  return code !== undefined && code >= 0x1f1e6 && code <= 0x1f1ff;
}

/** Behind the marks that are set on the sign before `from`: accents, variation selectors, joiners, tags of flags. */
function behindMarks(text: string, from: number): number {
  let at = from;
  // Nothing of the sort stands before.
  while (text.charCodeAt(at) >= 0x300) {
    const code = text.codePointAt(at) as number;
    if (classOf(code) !== MARK || !COMBINING.test(String.fromCodePoint(code))) return at;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

const COMBINING = /^(?:\p{M}|\u200d|[\u{e0020}-\u{e007f}])$/u;

function isUpperRun(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isUpperAt(text, at)) return false;
  return true;
}

/** Signs that make one token in a run. */
function isRunning(code: number): boolean {
  return (
    code === DOT ||
    code === HYPHEN ||
    code === 0x2a ||
    code === UNDERSCORE ||
    code === 0x21 ||
    code === 0x3f ||
    (code >= 0x2010 && code <= 0x2026)
  );
}
