import { abbreviation } from './abbreviations.ts';
import { BLANK, CJK, classOf, DIGIT, LOWER, MARK, PUNCTUATION, UPPER } from './characters.ts';
import type { Span } from './span.ts';

export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol' | 'url' | 'email' | 'handle';

export interface Token extends Span {
  readonly kind: TokenKind;
}

/**
 * The tokens of a text from left to right. Every code unit that is no blank lies in exactly one of them, and none cuts
 * a surrogate pair. One pass; each look ahead is bounded or skips what it looked at.
 *
 * Words keep what belongs to them (`O’Neill`, `Jean-Pierre`, `AT&T`, `U.S.`, `Mr.`); a possessive `’s` is a token of
 * its own. Numbers keep their separators (`1,234.5`, `2021-07-05`, `10:41`) and leave their units (`56|m`, `10|pm`);
 * a currency sign keeps the letters before it (`US$|2.8|billion`). A run of CJK letters is one token.
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
      let end = at + 1;
      let next = text.charCodeAt(end);
      while (next < 128 && PLAIN[next] !== 0) next = text.charCodeAt(++end);
      if (end >= length || next === SPACE || next === COMMA || next === LINE_FEED) {
        tokens.push({ start, end, kind: 'word' });
        at = end;
        continue;
      }
    }
    const code = text.codePointAt(at) as number;
    const kind = classOf(code);
    if (kind === BLANK) {
      at++;
      continue;
    }
    let type: TokenKind;
    if (kind === UPPER || kind === LOWER || kind === MARK) {
      at = behindWord(text, at);
      type = 'word';
      if (at < length) {
        const next = text.charCodeAt(at);
        if (next === COLON && isScheme(text, start, at)) {
          at = behindUrl(text, at + 3);
          type = 'url';
        } else if (next === DOT && at - start === 3 && isWww(text, start)) {
          at = behindUrl(text, at + 1);
          type = 'url';
        } else if (next === DOT) {
          at = behindDots(text, start, at);
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
        tokens.push({ start: local, end, kind: 'email' });
        at = end;
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
      at += code > 0xffff ? 2 : 1;
      // Skin tones, variation selectors and joiners belong to the sign before them.
      while (at < length) {
        const next = text.codePointAt(at) as number;
        if (classOf(next) !== MARK && !(next >= 0x1f3fb && next <= 0x1f3ff)) break;
        at += next > 0xffff ? 2 : 1;
      }
      type = 'symbol';
    }
    tokens.push({ start, end: at, kind: type });
  }
  return tokens;
}

/** Whether a token is what a reader calls a word: a name, a number, an address; no punctuation. */
export function isWordToken({ kind }: Token): boolean {
  return kind === 'word' || kind === 'number' || kind === 'handle' || kind === 'url' || kind === 'email';
}

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const LETTER = 1;
/** ASCII letters and digits. */
const PLAIN = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  PLAIN[code] = /[A-Za-z]/.test(character) ? LETTER : /[0-9]/.test(character) ? 2 : 0;
}

const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const PLUS = 0x2b;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const AT = 0x40;
const DOLLAR = 0x24;
const UNDERSCORE = 0x5f;

/** Behind letters and marks, with hyphens, apostrophes, ampersands and digits between them. */
function behindWord(text: string, from: number): number {
  const length = text.length;
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    // Latin letters first: they are nearly all there is.
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) {
      at++;
      continue;
    }
    if (at >= length) return at;
    if (code < 128) {
      if (code >= 48 && code <= 57) {
        at++;
        continue;
      }
      if (code === APOSTROPHE || code === HYPHEN || code === AMPERSAND || code === UNDERSCORE) {
        if (!joins(text, at, code)) return at;
        at++;
        continue;
      }
      return at;
    }
    const point = text.codePointAt(at) as number;
    const kind = classOf(point);
    if (kind === UPPER || kind === LOWER || kind === MARK || kind === DIGIT) {
      at += point > 0xffff ? 2 : 1;
      continue;
    }
    if ((isApostrophe(point) || isHyphen(point)) && joins(text, at, point)) {
      at++;
      continue;
    }
    return at;
  }
}

/** Whether a sign between two letters belongs to the word: not a possessive `’s`, not a double hyphen. */
function joins(text: string, at: number, code: number): boolean {
  if (!isWordStart(text, at + 1)) return false;
  return !isApostrophe(code) || !isPossessive(text, at);
}

function isWordStart(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  if (code === undefined) return false;
  const kind = classOf(code);
  return kind === UPPER || kind === LOWER || kind === DIGIT;
}

/** Whether an apostrophe at `at` is that of `’s` at the end of a word. */
function isPossessive(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (next !== 0x73 && next !== 0x53) return false;
  if (at === 0 || !isWordEnd(text, at)) return false;
  const behind = text.codePointAt(at + 2);
  if (behind === undefined) return true;
  const kind = classOf(behind);
  return kind !== UPPER && kind !== LOWER && kind !== DIGIT && kind !== MARK;
}

function isWordEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  if (code >= 0xdc00 && code <= 0xdfff) return true;
  const kind = classOf(code);
  return kind === UPPER || kind === LOWER || kind === MARK || kind === DIGIT || kind === CJK || code === DOT;
}

/** From a word at its full stop: behind `U.S.`, `e.g.`, `Mr.`, `J.` where the stop belongs to it, else `at`. */
function behindDots(text: string, start: number, at: number): number {
  const one = at - start === 1;
  if (one && isLetterAt(text, at + 1) && !isLetterAt(text, at + 2)) {
    let end = at;
    while (text.charCodeAt(end) === DOT && isLetterAt(text, end + 1) && !isLetterAt(text, end + 2)) end += 2;
    return text.charCodeAt(end) === DOT ? end + 1 : end;
  }
  // "Ph.D.": two letters, then single ones.
  if (at - start === 2 && isLetterAt(text, at + 1) && text.charCodeAt(at + 2) === DOT) return at + 3;
  // "J. K. Rowling", not "Plan B."
  if (one && text.charCodeAt(start) !== 0x49 && isCapitalAt(text, start) && isInitialBefore(text, at + 1))
    return at + 1;
  if (at - start > 6) return at;
  return abbreviation(text.slice(start, at)) !== undefined && stopBelongs(text, start, at) ? at + 1 : at;
}

/** Whether a capital stands behind one blank or line end: the next part of a name. */
function isInitialBefore(text: string, at: number): boolean {
  const blank = text.charCodeAt(at);
  if (isCapitalAt(text, at)) return true;
  if (blank !== 32 && blank !== 0xa0 && blank !== 10) return false;
  return isCapitalAt(text, at + 1);
}

/** "no." and "sat." end sentences; "No. 5" and "Sat." do not. */
function stopBelongs(text: string, start: number, at: number): boolean {
  const kind = abbreviation(text.slice(start, at));
  if (kind === 'number') {
    const blank = text.charCodeAt(at + 1);
    return isDigitAt(text, blank === 32 || blank === 0xa0 ? at + 2 : at + 1);
  }
  if (kind === 'inside') return true;
  return isCapitalAt(text, start) || text.slice(start, at) === 'etc' || text.slice(start, at) === 'al';
}

/**
 * Behind a number: digits with single separators between them. Two numbers side by side that a separator cannot join
 * ("1,2" is one list entry more than a number) are left to whoever reads the value.
 */
function behindNumber(text: string, from: number): number {
  let at = behindRun(text, from, DIGIT);
  for (;;) {
    const code = text.charCodeAt(at);
    const joined =
      code === DOT || code === COMMA || code === COLON || code === SLASH || code === HYPHEN || code === 0x2011;
    if (!joined || !isDigitAt(text, at + 1)) return at;
    at = behindRun(text, at + 1, DIGIT);
  }
}

function behindRun(text: string, from: number, kind: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.codePointAt(at) as number;
    const found = classOf(code);
    if (found !== kind && !(found === MARK && at > from)) return at;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** Behind the name after an `@`; the offset itself where none stands there. */
function behindHandle(text: string, from: number): number {
  // An `@` behind a letter is a failed e-mail address, not a handle.
  if (from > 1 && isWordStart(text, from - 2)) return from;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== UNDERSCORE && !isWordStart(text, at)) break;
    at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  }
  return at;
}

/** Takes back the tokens that are the local part of the e-mail address whose `@` stands at `at`; its start, or `at`. */
function takeLocalPart(text: string, tokens: Token[], at: number): number {
  let start = at;
  while (tokens.length > 0) {
    const last = tokens[tokens.length - 1] as Token;
    if (last.end !== start || at - last.start > 64 || last.kind === 'email' || last.kind === 'url') break;
    if (last.kind !== 'word' && last.kind !== 'number') {
      const code = text.charCodeAt(last.start);
      const plain = code === DOT || code === HYPHEN || code === UNDERSCORE || code === PLUS;
      // The address begins with a letter or a digit.
      const before = tokens[tokens.length - 2];
      if (!plain || last.end - last.start > 1 || before?.end !== last.start) break;
      if (before.kind !== 'word' && before.kind !== 'number') break;
    }
    start = last.start;
    tokens.pop();
  }
  return start;
}

/** Behind a domain name with a dot in it that begins at `from`, or -1. */
function behindDomain(text: string, from: number): number {
  let at = from;
  let dots = 0;
  let end = -1;
  while (at < text.length && at - from < 255) {
    const code = text.charCodeAt(at);
    const plain = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (plain) {
      at++;
      if (dots > 0) end = at;
    } else if ((code === DOT || code === HYPHEN) && at > from && isWordStart(text, at + 1)) {
      if (code === DOT) dots++;
      at++;
    } else break;
  }
  return end;
}

const SCHEMES = new Set(['http', 'https', 'ftp', 'ftps', 'file']);

function isScheme(text: string, start: number, colon: number): boolean {
  return (
    colon - start <= 5 &&
    text.charCodeAt(colon + 1) === SLASH &&
    text.charCodeAt(colon + 2) === SLASH &&
    SCHEMES.has(text.slice(start, colon).toLowerCase())
  );
}

function isWww(text: string, start: number): boolean {
  return text.slice(start, start + 3).toLowerCase() === 'www' && isWordStart(text, start + 4);
}

/** Behind an address, without the punctuation that belongs to the sentence around it. */
function behindUrl(text: string, from: number): number {
  let at = from;
  let depth = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) as number;
    if (code <= 32 || code === 0x22 || code === 0x3c || code === 0x3e || code === 0x60) break;
    if (code > 127) {
      const kind = classOf(code);
      if (kind === BLANK || kind === CJK || kind === PUNCTUATION) break;
    }
    if (code === 0x28) depth++;
    // A bracket that was opened outside of the address closes outside of it.
    if (code === 0x29 && --depth < 0) break;
    at += code > 0xffff ? 2 : 1;
  }
  while (at > from && isTrailing(text.charCodeAt(at - 1))) at--;
  return at;
}

function isTrailing(code: number): boolean {
  return (
    code === DOT ||
    code === COMMA ||
    code === COLON ||
    code === 0x3b ||
    code === 0x21 ||
    code === 0x3f ||
    code === APOSTROPHE ||
    code === 0x5d
  );
}

function isUpperRun(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isCapitalAt(text, at)) return false;
  return true;
}

function isCapitalAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : code >= 128 && classOf(code) === UPPER;
}

function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (!(code >= 128)) return false;
  const kind = classOf(code);
  return kind === UPPER || kind === LOWER || kind === MARK;
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 48 && code <= 57 : code >= 128 && classOf(code) === DIGIT;
}

function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === 0x2019 || code === 0x2bc;
}

/** Hyphens that join: plain, true, non-breaking. */
function isHyphen(code: number): boolean {
  return code === HYPHEN || code === 0x2010 || code === 0x2011;
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
