import { abbreviation, isNumeral } from './abbreviations.ts';
import {
  classAt,
  classBefore,
  DIGIT,
  isBlank,
  isInvisible,
  isLetter,
  isUpperAt,
  isWordStart,
  LOWER,
  MARK,
  UPPER,
} from './characters.ts';
import { isCloser, isEmphasis, isNarrowBlank, isQuote, isRaised, isTerminator, isWide } from './sentence-signs.ts';
import { CARRIAGE_RETURN, DOT, LINE_FEED, SPACE } from './signs.ts';
import { isInitialI, startsSentence } from './starters.ts';

/**
 * Where the sentences of a paragraph end: the offset behind each with its closing quotation marks and the blanks that
 * follow, which is where the next one begins. The last one is the length of the text; an empty text has none.
 */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  let begin = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      const behind = skipBlanks(text, at);
      if (behind < text.length && hasEmptyLine(text, at, behind) && !onlyBlanks(text, begin, at)) {
        ends.push(behind);
        begin = behind;
      }
      at = behind;
      continue;
    }
    if (!isTerminator(code)) {
      at++;
      continue;
    }
    const stop = readStop(text, at);
    at = stop.behind;
    if (stop.next >= text.length) break;
    if (!endsHere(text, begin, stop)) continue;
    ends.push(stop.next);
    begin = stop.next;
    at = stop.next;
  }
  if (text.length > 0) ends.push(text.length);
  return ends;
}

/** Whether a hard-wrapped line closes a sentence at its end. Blanks and the line end behind it do not count. */
export function endsSentence(line: string): boolean {
  let end = line.length;
  while (end > 0 && isBlank(line.charCodeAt(end - 1))) end--;
  let dot = end;
  while (dot > 0 && closesLine(line.charCodeAt(dot - 1))) dot--;
  if (dot === 0 || !isTerminator(line.charCodeAt(dot - 1))) return false;
  // A single full stop with nothing closed behind it may belong to an abbreviation.
  if (line.charCodeAt(dot - 1) !== DOT || dot < end || line.charCodeAt(dot - 2) === DOT) return true;
  const word = wordBefore(line, dot - 1);
  if (isInitial(word)) return word === 'I';
  const kind = abbreviation(word);
  return kind === undefined || kind === 'either';
}

/** A run of full stops, question or exclamation marks, with what closes behind it and the blanks behind that. */
interface Stop {
  readonly start: number;
  /** Only one full stop. */
  readonly single: boolean;
  /** The first sign that closes behind the marks: a quotation mark, a bracket, a note; 0 for none. */
  readonly closer: number;
  /** Behind the closing signs. */
  readonly behind: number;
  /** Behind the blanks. */
  readonly next: number;
  /** Whether a mark of those that need no blank behind them is among them. */
  readonly wide: boolean;
}

/** Longest word that is looked at before a full stop. */
const LONGEST_WORD = 24;

function readStop(text: string, start: number): Stop {
  let marks = start;
  let wide = false;
  for (;;) {
    while (marks < text.length && isTerminator(text.charCodeAt(marks))) {
      if (isWide(text.charCodeAt(marks))) wide = true;
      marks++;
    }
    if (!goesOnSpaced(text, marks)) break;
    marks += 2;
  }
  const single = marks - start === 1 && text.charCodeAt(start) === DOT;
  let behind = marks;
  let closer = 0;
  for (;;) {
    const end = behindCloser(text, behind, wide);
    if (end > behind) {
      if (closer === 0) closer = text.charCodeAt(behind);
      behind = end;
    } else if (isInvisible(text.charCodeAt(behind))) behind++;
    else break;
  }
  return { start, single, closer, behind, next: skipBlanks(text, behind), wide };
}

/** Whether an ellipsis goes on behind `at` that has blanks in it: ". . .", not ". .NET" and ". ...And". */
function goesOnSpaced(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== DOT || text.charCodeAt(at + 1) !== DOT) return false;
  const blank = text.charCodeAt(at);
  return (blank === SPACE || isNarrowBlank(blank)) && text.charCodeAt(at + 2) !== DOT && !isWordStart(text, at + 2);
}

/** Behind the closing sign at `at`; `at` where there is none. */
function behindCloser(text: string, at: number, wide: boolean): number {
  const code = text.charCodeAt(at);
  if (isCloser(code) || isRaised(code)) return at + 1;
  // Behind marks that need no blank these may as well open what follows.
  if (!wide && (isEmphasis(code) || (isQuote(code) && isBlankOrEnd(text, at + 1)))) return at + 1;
  if (text.charCodeAt(at + 1) === 0xbb) {
    if (isNarrowBlank(code) || (code === SPACE && isBlankOrEnd(text, at + 2))) return at + 2;
  }
  return code === 0x5b ? behindNote(text, at) : at;
}

function endsHere(text: string, begin: number, stop: Stop): boolean {
  if (stop.wide) return stop.closer === 0 || !isQuotative(text.charCodeAt(stop.behind));
  if (stop.next === stop.behind) return false;
  if (startsLower(text, stop.next)) return false;
  if (!stop.single) return true;
  const isBracket = stop.closer === 0x29 || stop.closer === 0x5d;
  if (stop.closer !== 0 && !isBracket) return true;
  const word = wordBefore(text, stop.start);
  // "1. The first point": the number of an item is no sentence.
  if (isItemNumber(text, begin, stop.start)) return false;
  if (word === 'I') return !isInitialI(text, stop.start - 1, stop.next);
  const kind = abbreviation(word);
  if (kind !== 'inside' && (isInitial(word) || isDotted(word))) return opensSentence(text, stop.next);
  switch (kind) {
    case undefined:
      return true;
    case 'leading':
      // "at 5 Main St. The" and "5 ft. The" end, "Mr. The" does not occur.
      return (word.toLowerCase() === 'st' || !isUpperAt(word, 0)) && opensSentence(text, stop.next);
    case 'number':
      // "No. 5", "Vol. IV" and "p. 7" go on; "He said no. Then …" ends.
      return !isNumeral(text, stop.next, word);
    case 'calendar':
      return classAt(text, stop.next) !== DIGIT && (opensSentence(text, stop.next) || word.charCodeAt(0) > 96);
    case 'either':
      return opensSentence(text, stop.next);
    case 'inside':
      return false;
  }
}

/** "「はい。」と言った": と and って say that somebody said what is quoted. */
function isQuotative(code: number): boolean {
  return code === 0x3068 || code === 0x3063;
}

/** Whether the word at `at`, behind the quotation mark or bracket that opens there, begins a sentence for sure. */
function opensSentence(text: string, at: number): boolean {
  let start = at;
  while (start < at + 3 && (isQuote(text.charCodeAt(start)) || text.charCodeAt(start) === 0x28)) start++;
  return startsSentence(text, start);
}

/** A lower-case letter, unless a capital follows it at once ("iPhone", "eBay"). */
function startsLower(text: string, at: number): boolean {
  return classAt(text, at) === LOWER && isCased(text, at) && classAt(text, at + 1) !== UPPER;
}

function isCased(text: string, at: number): boolean {
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  return character.toUpperCase() !== character;
}

/** The word that ends at `end`, with stops and hyphens inside it; '' when it is longer than any abbreviation. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start <= LONGEST_WORD) {
    const code = text.charCodeAt(start - 1);
    const kind = classBefore(text, start);
    if (code !== DOT && !isLetter(kind) && kind !== DIGIT && kind !== MARK) break;
    start--;
  }
  return end - start > LONGEST_WORD ? '' : text.slice(start, end);
}

/** One capital: "J." of "J. K. Rowling". */
function isInitial(word: string): boolean {
  return word.length === 1 && classAt(word, 0) === UPPER;
}

/** "U.S", "Ph.D", "p.m": one or two letters between full stops. */
function isDotted(word: string): boolean {
  return word.includes('.') && word.split('.').every((part) => part.length <= 2 && isLetter(classAt(part, 0)));
}

function isItemNumber(text: string, begin: number, dot: number): boolean {
  if (dot - begin > 8) return false;
  let at = skipBlanks(text, begin);
  const first = at;
  while (at < dot && classAt(text, at) === DIGIT) at++;
  return at === dot && at > first && at - first <= 3;
}

/** Behind a reference note such as `[12]` that begins at `at`; `at` where there is none. */
function behindNote(text: string, at: number): number {
  let end = at + 1;
  while (end - at <= 4 && classAt(text, end) === DIGIT) end++;
  return end > at + 1 && text.charCodeAt(end) === 0x5d ? end + 1 : at;
}

function closesLine(code: number): boolean {
  return isCloser(code) || isEmphasis(code) || isBlank(code);
}

function isBlankOrEnd(text: string, at: number): boolean {
  return at >= text.length || isBlank(text.charCodeAt(at));
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function onlyBlanks(text: string, from: number, to: number): boolean {
  return skipBlanks(text, from) >= to;
}

/** Whether an empty line stands in the blanks: a heading or a paragraph ends there without a mark. */
function hasEmptyLine(text: string, from: number, to: number): boolean {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) lines++;
  }
  return lines > 1;
}
