import { BLANK, CJK, classBefore, classOf, DIGIT, isLetter, isWordStart, PUNCTUATION } from './characters.ts';
import { APOSTROPHE, COLON, COMMA, DOT, HYPHEN, PLUS, SLASH, UNDERSCORE } from './signs.ts';
import type { Token } from './tokens.ts';

/** From a word at what follows it: behind the web address that the word begins, or -1 where it begins none. */
export function behindUrlOf(text: string, start: number, at: number): number {
  const code = text.charCodeAt(at);
  if (code === COLON && isScheme(text, start, at)) {
    const end = behindUrl(text, at + 3);
    return end > at + 3 ? end : -1;
  }
  return code === DOT && at - start === 3 && isWww(text, start) ? behindUrl(text, at + 1) : -1;
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

/** Signs that close a sentence, a bracket, an emphasis or the cell of a table behind an address. */
function isTrailing(code: number): boolean {
  switch (code) {
    case 0x21: // !
    case APOSTROPHE:
    case 0x2a: // *
    case COMMA:
    case DOT:
    case COLON:
    case 0x3b: // ;
    case 0x3f: // ?
    case 0x5d: // ]
    case 0x7c: // |
    case 0x7d: // }
      return true;
    default:
      return false;
  }
}

/** Ends of domains that are no English words, so that they show that a stop does not end a sentence. */
const DOMAINS = new Set(
  'com org net gov edu mil int info biz io co tv fm uk de fr nl ch se pl ru ua cn jp kr hk tw sg eu au nz ca br il ir za'.split(
    ' ',
  ),
);
/** A domain has fewer and shorter parts than these. */
const MOST_PARTS = 6;
const LONGEST_PART = 63;

/** From a word at its full stop: behind the name of the site that it begins (`Amazon.com`, `bbc.co.uk`), else `at`. */
export function behindSite(text: string, at: number): number {
  let end = at;
  let stop = at;
  for (let parts = 0; parts < MOST_PARTS && text.charCodeAt(stop) === DOT; parts++) {
    let next = stop + 1;
    while (next - stop <= LONGEST_PART && isPlainWord(text.charCodeAt(next))) next++;
    if (next === stop + 1 || isWordStart(text, next)) break;
    const part = text.slice(stop + 1, next);
    // "profits.Net sales" lacks a blank; "AMAZON.COM" is shouted.
    const small = part.toLowerCase();
    if (DOMAINS.has(small) && (part === small || part === part.toUpperCase())) end = next;
    stop = next;
  }
  return end;
}

/** Behind the name after an `@`; the offset itself where none stands there. */
export function behindHandle(text: string, from: number): number {
  // An `@` behind a letter is a failed e-mail address, not a handle.
  const before = classBefore(text, from - 1);
  if (before === DIGIT || isLetter(before)) return from;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== UNDERSCORE && !isWordStart(text, at)) break;
    at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  }
  return at;
}

/** Takes back the tokens that are the local part of the e-mail address whose `@` stands at `at`; its start, or `at`. */
export function takeLocalPart(text: string, tokens: Token[], at: number): number {
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
export function behindDomain(text: string, from: number): number {
  let at = from;
  let dots = 0;
  let end = -1;
  while (at < text.length && at - from < 255) {
    const code = text.charCodeAt(at);
    if (isPlainWord(code)) {
      at++;
      if (dots > 0) end = at;
    } else if ((code === DOT || code === HYPHEN) && at > from && isWordStart(text, at + 1)) {
      if (code === DOT) dots++;
      at++;
    } else break;
  }
  return end;
}

function isPlainWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
