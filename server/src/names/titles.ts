import { abbreviation } from '../text/abbreviations.ts';
import { classAt, isBlank, isLetter, UPPER } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { BESIDE_TITLES, OFFICES, PARTICLES, RANKS, TITLES, WITH_ARTICLE, WITH_POSSESSIVE } from './title-words.ts';

/**
 * The part of a mention that is the name: no article but a name's own ("The Hague"), no titles before a person or
 * behind an organisation ("Microsoft | Vice President"), no possessive, no comma or full stop of the sentence. Never
 * empty. Offsets are those of the text.
 */
export function trimName(text: string, span: Span, type: string): Span {
  const ended = withoutEnd(text, span, type);
  const name = type === 'work' ? ended : withoutArticle(text, ended);
  if (type === 'person') return withoutTitles(text, name);
  return type === 'organization' || type === 'place' ? withoutOffice(text, name) : name;
}

/** Whether a title stands directly before the span, as "Mr" does before "Wang": then it is a person. */
export function beginsWithTitle(text: string, { start }: Span): boolean {
  let end = start;
  while (end > 0 && start - end < MOST_BLANKS && isBlank(text.charCodeAt(end - 1))) end--;
  if (end === start) return false;
  const begin = lastWord(text, Math.max(0, end - LONGEST), end);
  // "in general Paris", but "spokesman Doe"
  if (!isCapital(text, begin)) return OFFICE_WORDS.has(text.slice(begin, end));
  return titleKind(text.slice(begin, end)) === TITLE;
}

/** Code units between a title and its name. */
const MOST_BLANKS = 3;
/** Code units of the longest title. */
const LONGEST = 24;

const BESIDE = 1;
const TITLE = 2;
const TITLE_WORDS = set(TITLES);
const BESIDE_WORDS = set(BESIDE_TITLES);
const OFFICE_WORDS = set(OFFICES);
const RANK_WORDS = set(RANKS);
const PARTICLE_WORDS = set(PARTICLES);
const OWN_ARTICLE = set(WITH_ARTICLE);
const OWN_POSSESSIVE = set(WITH_POSSESSIVE);

function set(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Whether a word is a title ("Mr.", "Vice-President", "Secretary-General"), or stands beside one, or neither (0). */
function titleKind(written: string): number {
  if (written.length > LONGEST) return 0;
  let word = written.toLowerCase();
  if (word.endsWith('.')) {
    word = word.slice(0, -1);
    // "said the President. Wang left": the stop is the sentence's.
    if (abbreviation(word) === undefined) return 0;
  }
  let kind = 0;
  for (const part of word.split('-')) {
    const title = TITLE_WORDS.has(part);
    if (!title && !BESIDE_WORDS.has(part)) return 0;
    kind = title || kind === TITLE ? TITLE : BESIDE;
  }
  return kind;
}

/** From the right: signs of the sentence, then a possessive. */
function withoutEnd(text: string, span: Span, type: string): Span {
  let { end } = span;
  while (end > span.start && isLoose(text, span.start, end)) end--;
  if (end === span.start) return span;
  end = beforeBlanks(text, end - possessive(text, span.start, end, type), span.start);
  return end > span.start ? { start: span.start, end } : span;
}

/** Whether the character before `end` is a blank or a sign of the sentence. */
function isLoose(text: string, from: number, end: number): boolean {
  const code = text.charCodeAt(end - 1);
  if (isBlank(code) || code === 0x2c || code === 0x3b || code === 0x3a) return true;
  if (code !== 0x2e) return false;
  // "Inc.", "U.S.", "J."
  const word = text.slice(lastWord(text, from, end), end - 1);
  return word.length !== 1 && !word.includes('.') && abbreviation(word) === undefined;
}

/** The code units of the possessive at the end; 0 for none, or one that is the name's own: "McDonald's". */
function possessive(text: string, from: number, end: number, type: string): number {
  const last = text.charCodeAt(end - 1);
  if (isApostrophe(last)) return isS(text.charCodeAt(end - 2)) ? 1 : 0;
  if (!isS(last) || !isApostrophe(text.charCodeAt(end - 2))) return 0;
  if (type === 'person') return 2;
  const start = lastWord(text, from, end);
  const word = text.slice(start, end).toLowerCase().replaceAll('’', "'");
  // "St. John’s", "Saint John’s"
  const saint = /(?:^|\s)(?:St\.?|Saint)\s$/.test(text.slice(Math.max(from, start - 7), start));
  return saint || OWN_POSSESSIVE.has(word) ? 0 : 2;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2bc;
}

function isS(code: number): boolean {
  return code === 0x73 || code === 0x53;
}

function withoutArticle(text: string, span: Span): Span {
  const behind = span.start + 3;
  const start = behindBlanks(text, behind, span.end);
  if (text.slice(span.start, behind).toLowerCase() !== 'the' || start === behind || start === span.end) return span;
  const name = text.slice(start, span.end).toLowerCase();
  if (name === 'hague') return span;
  // A capital in the middle of a sentence says that the article belongs to the name: "with The Beatles".
  const own = isCapital(text, span.start) && (OWN_ARTICLE.has(name) || !beginsSentence(text, span.start));
  return own ? span : { start, end: span.end };
}

/** Whether the text or a sentence begins here, quotation marks and the like aside. */
function beginsSentence(text: string, start: number): boolean {
  let at = start;
  while (at > 0 && (isBlank(text.charCodeAt(at - 1)) || OPENING.includes(text.charAt(at - 1)))) at--;
  return at === 0 || ENDING.includes(text.charAt(at - 1));
}

const OPENING = '"\'“‘«„([*-–—';
const ENDING = '.!?:;…”';

/** Without the titles and offices before a person; what is left begins as names do. */
function withoutTitles(text: string, span: Span): Span {
  let { start } = span;
  for (let at = span.start; at < span.end; ) {
    const end = wordEnd(text, at, span.end);
    const kind = titleKind(text.slice(at, end));
    const next = behindBlanks(text, end, span.end);
    if (kind === 0 || next === span.end) break;
    if (kind === TITLE && beginsName(text, next, span.end)) start = next;
    at = next;
  }
  return { start, end: span.end };
}

function beginsName(text: string, start: number, end: number): boolean {
  const kind = classAt(text, start);
  if (kind === UPPER) return true;
  if (!isLetter(kind)) return false;
  const word = text.slice(start, wordEnd(text, start, end));
  return PARTICLE_WORDS.has(word.split(/[-’']/)[0] as string);
}

/** "Microsoft | Vice President", "Foreign Ministry | spokesman", but "Office of the President". */
function withoutOffice(text: string, span: Span): Span {
  let start = lastWord(text, span.start, span.end);
  if (!OFFICE_WORDS.has(text.slice(start, span.end).toLowerCase())) return span;
  for (;;) {
    const end = beforeBlanks(text, start, span.start);
    if (end === span.start) return span;
    start = lastWord(text, span.start, end);
    if (RANK_WORDS.has(text.slice(start, end).toLowerCase())) continue;
    return isCapital(text, start) ? { start: span.start, end } : span;
  }
}

function isCapital(text: string, at: number): boolean {
  return classAt(text, at) === UPPER;
}

/** Where the last word of the part from `from` to `end` begins. */
function lastWord(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && !isBlank(text.charCodeAt(start - 1))) start--;
  return start;
}

function wordEnd(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && !isBlank(text.charCodeAt(end))) end++;
  return end;
}

function behindBlanks(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function beforeBlanks(text: string, end: number, from: number): number {
  let at = end;
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}
