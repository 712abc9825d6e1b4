import { classAt, isLetter, UPPER } from '../text/characters.ts';
import { Keywords } from '../text/keywords.ts';
import { follows, type Reading, textAt, wordAt } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';

/** Names by their capitals, for rules that know a word of a name and look for its ends. All by token index. */

/** Tokens `first` to `last`. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Whether a word with a capital stands there. */
export function isCapital(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (token === undefined || token.kind !== 'word') return false;
  const code = reading.text.charCodeAt(token.start);
  // Most words are ASCII.
  return code < 128 ? code >= 65 && code <= 90 : classAt(reading.text, token.start) === UPPER;
}

/** Whether the token and the one behind it are neighbours: a blank or a line end between them, or nothing. */
export function adjoins(reading: Reading, index: number): boolean {
  return follows(reading, index, 2);
}

/** Whether a word with a capital goes on the name that ends with this token; a weekday does not. */
export function goesOn(reading: Reading, last: number): boolean {
  return adjoins(reading, last) && isCapital(reading, last + 1) && wordAt(reading, last + 1, LOOSE) === 0;
}

/**
 * The first token of the name that ends with this one: capitalised words, with "of", "and" and the like between two of
 * them where it may be `joined`. What only begins a sentence is no part of it.
 */
export function nameStart(reading: Reading, last: number, joined = true): number {
  let first = last;
  for (let at = last - 1; at >= 0 && last - at <= LONGEST && adjoins(reading, at); at--) {
    if (isNamePart(reading, at)) {
      first = at;
      continue;
    }
    // "Freedom of Information Act"
    if (!joined || !joins(reading, at) || !adjoins(reading, at - 1) || !isNamePart(reading, at - 1)) break;
    first = --at;
  }
  return first;
}

/**
 * The last token of the name that goes on behind this one with a preposition and capitals: "Treaty | of Versailles",
 * "Convention | on the Rights of the Child"; the token itself where none does. `joints`: what joins the
 * parts of such a name.
 */
export function titleEnd(reading: Reading, head: number, prepositions: Keywords, joints: Keywords): number {
  let last = head;
  let before = prepositions;
  while (last - head <= LONGEST) {
    let at = last + 1;
    let words = 0;
    while (words < 2 && adjoins(reading, at - 1) && wordAt(reading, at, words === 0 ? before : ARTICLE) > 0) {
      at++;
      words++;
    }
    // "the Treaty of Rome and the Bill of Rights" are two.
    if (words === 0 || !adjoins(reading, at - 1) || (words === 2 && textAt(reading, at - 2) === 'and')) break;
    const from = at;
    while (at - head <= LONGEST && isTitleWord(reading, at) && (at === from || adjoins(reading, at - 1))) at++;
    if (at === from) break;
    last = at - 1;
    before = joints;
  }
  return last;
}

/**
 * Whether a text is written as headlines are, with a capital on nearly every word: there a capital says nothing of
 * where a name begins and ends.
 */
export function isHeadline({ text, tokens }: Reading): boolean {
  let upper = 0;
  let lower = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.end - token.start < SHORTEST) continue;
    const kind = classAt(text, token.start);
    if (kind === UPPER) upper++;
    else if (isLetter(kind)) lower++;
    if (upper + lower === ENOUGH) break;
  }
  return upper > 1 && lower * 2 < upper;
}

/** Whether nothing stands before this token in its sentence or clause. */
export function beginsSentence(reading: Reading, index: number): boolean {
  const before = reading.tokens[index - 1];
  if (before === undefined) return true;
  const written = textAt(reading, index - 1);
  return before.kind === 'punctuation'
    ? written !== '-' && written !== '&'
    : /[.!?]$/.test(written) && written.length > 5;
}

/**
 * Whether a name ends where its words do even in a headline: behind an article, or alone between two signs, as in a
 * list of keywords.
 */
export function isDelimited(reading: Reading, { first, last }: Range): boolean {
  if (/^[Tt]he$/.test(textAt(reading, first - 1))) return true;
  const behind = reading.tokens[last + 1];
  return beginsSentence(reading, first) && (behind === undefined || behind.kind === 'punctuation');
}

export function isYear(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (token === undefined || token.kind !== 'number' || token.end - token.start !== 4) return false;
  return /^(?:1[2-9]|20)\d\d$/.test(textAt(reading, index));
}

export function startOf(reading: Reading, index: number): number {
  return (reading.tokens[index] as Token).start;
}

export function endOf(reading: Reading, index: number): number {
  return (reading.tokens[index] as Token).end;
}

function isNamePart(reading: Reading, index: number): boolean {
  if (!isCapital(reading, index)) return false;
  // "Good Friday Agreement"
  if (wordAt(reading, index, LOOSE) > 0)
    return textAt(reading, index) === 'Friday' && textAt(reading, index - 1) === 'Good';
  return wordAt(reading, index, OPENERS) === 0 || !beginsSentence(reading, index);
}

/** A word of a title behind its preposition; a month is when it was signed. */
function isTitleWord(reading: Reading, index: number): boolean {
  return isCapital(reading, index) && wordAt(reading, index, LOOSE) === 0;
}

function joins(reading: Reading, index: number): boolean {
  if (wordAt(reading, index, BETWEEN) > 0 || /^[&/]$/.test(textAt(reading, index))) return true;
  // "Children's Online Privacy Protection Act", but "China's Data Security Law"
  return /^['’]s$/.test(textAt(reading, index)) && wordAt(reading, index - 1, OWNERS) > 0;
}

/** Tokens; the longest titles of conventions have about as many. */
const LONGEST = 14;
/** Words of fewer letters are written small in headlines too. */
const SHORTEST = 4;
/** So many words tell how a text is written. */
const ENOUGH = 40;

/** A set of words in small letters, from a list with blanks between them. */
export function wordsOf(list: string): Keywords {
  return new Keywords(list.split(' ').map((word) => [word, 1] as const));
}

/** Capitalised, and never part of a name that a rule here looks for. */
const LOOSE = wordsOf(
  'the this that these those his her its their our my your monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december i mr mr. mrs mrs. ms ms. dr dr. sen sen. rep rep. gov gov. president senator minister congress parliament lawmakers former',
);
/** Capitalised at the beginning of a sentence only. */
const OPENERS = wordsOf(
  'a an in on at by to of from for with under over since after before during while when where if but and or nor so yet as although though because despite amid among following like unlike unless until not no both only even however meanwhile also still then thus once whether what who why how which it he she they we you there here all any some many most each every such another other new old last next recent violating defending citing invoking signing using passed passing per thanks besides between beyond without within about through throughout upon including until today yesterday',
);
const BETWEEN = wordsOf('of and for against');
const OWNERS = wordsOf('children women men workers people veterans patients consumers citizens persons');
const ARTICLE = wordsOf('the');
