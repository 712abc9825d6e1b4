import { abbreviation, isNumeral } from './abbreviations.ts';
import { classAt, isLetterAt, isUpperAt, MARK } from './characters.ts';
import { DOT, isHyphen, LINE_FEED, NO_BREAK_SPACE, SPACE } from './signs.ts';
import { isInitialI, startsSentence } from './starters.ts';

/** From a word at its full stop: behind `U.S.`, `e.g.`, `Mr.`, `J.` where the stop belongs to it, else `at`. */
export function behindStops(text: string, word: number, at: number): number {
  // "ex-U.S.", "R-Calif.": what is glued on is a word of its own.
  const start = behindLastHyphen(text, word, at);
  const length = at - start;
  if (length > LONGEST) return at;
  if (length === 1) {
    if (isOneLetterAt(text, at + 1)) return behindLetters(text, at);
    const degree = behindDegree(text, start, at);
    if (degree > at) return degree;
    if (start === word && isInitial(text, start)) return behindInitial(text, at);
  }
  // "Ph.D.": two letters, then single ones.
  if (length === 2 && isOneLetterAt(text, at + 1)) {
    if (text.charCodeAt(at + 2) === DOT) return at + 3;
    if (abbreviation(text.slice(start, at + 2)) !== undefined) return at + 2;
  }
  return isStopOf(text, start, at) ? at + 1 : at;
}

/** No abbreviation is longer. */
const LONGEST = 6;

function behindLastHyphen(text: string, word: number, at: number): number {
  const from = Math.max(word, at - LONGEST - 2);
  for (let i = at - 1; i > from; i--) {
    const code = text.charCodeAt(i);
    if ((code < 97 || code > 122) && isHyphen(code)) return i + 1;
  }
  return word;
}

/** Behind "U.S." or "U.S", from its first full stop. */
function behindLetters(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === DOT && isOneLetterAt(text, end + 1)) end += 2;
  return text.charCodeAt(end) === DOT ? end + 1 : end;
}

/** A letter with neither another one nor an accent behind it. */
function isOneLetterAt(text: string, at: number): boolean {
  return isLetterAt(text, at) && !isLetterAt(text, at + 1) && classAt(text, at + 1) !== MARK;
}

/** Behind "M.Phil." or "B.Sc", from its first full stop; `at` for anything else. */
function behindDegree(text: string, start: number, at: number): number {
  let end = at + 1;
  while (end - start < LONGEST && isLetterAt(text, end)) end++;
  if (end === at + 1 || isLetterAt(text, end) || abbreviation(text.slice(start, end)) === undefined) return at;
  return text.charCodeAt(end) === DOT ? end + 1 : end;
}

/** "J. K. Rowling", "I. M. Pei", not "Plan B." and "Vitamin C. The". */
function isInitial(text: string, at: number): boolean {
  if (!isUpperAt(text, at)) return false;
  const next = at + 2;
  const blank = text.charCodeAt(next);
  if (isHyphen(blank)) return isDottedCapital(text, next + 1);
  const name = blank === SPACE || blank === NO_BREAK_SPACE || blank === LINE_FEED ? next + 1 : next;
  if (!isUpperAt(text, name)) return false;
  return text.charCodeAt(at) === CAPITAL_I ? isInitialI(text, at, name) : !startsSentence(text, name);
}

const CAPITAL_I = 0x49;

/** Behind "J." or, since those are one name, "J.-P.". */
function behindInitial(text: string, at: number): number {
  let end = at + 1;
  while (isHyphen(text.charCodeAt(end)) && isDottedCapital(text, end + 1)) end += 3;
  return end;
}

function isDottedCapital(text: string, at: number): boolean {
  return isUpperAt(text, at) && text.charCodeAt(at + 1) === DOT;
}

/** "no." and "sat." end sentences; "No. 5", "Vol. IV" and "Sat." do not. */
function isStopOf(text: string, start: number, at: number): boolean {
  const word = text.slice(start, at);
  const kind = abbreviation(word);
  if (kind === undefined) return false;
  if (kind === 'number') {
    const blank = text.charCodeAt(at + 1);
    return isNumeral(text, blank === SPACE || blank === NO_BREAK_SPACE ? at + 2 : at + 1, word);
  }
  return kind === 'inside' || isUpperAt(text, start) || NO_WORDS.has(word);
}

/** Abbreviations that are no words of their own when they are written small, as "min" and "co" are. */
const NO_WORDS = new Set(['etc', 'al', 'approx', 'appt', 'asst', 'dept', 'govt', 'intl', 'natl']);
