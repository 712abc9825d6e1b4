import { abbreviation } from './abbreviations.ts';
import { classAt, classBefore, DIGIT, isBlank, isLetter, LOWER, MARK, UPPER } from './characters.ts';

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
    if (code === LF || code === CR) {
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
  while (dot > 0 && (isCloser(line.charCodeAt(dot - 1)) || isBlank(line.charCodeAt(dot - 1)))) dot--;
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
  /** Behind the marks. */
  readonly marks: number;
  /** Behind the closing quotation marks and brackets. */
  readonly behind: number;
  /** Behind the blanks. */
  readonly next: number;
  /** Whether a mark of those that need no blank behind them is among them. */
  readonly wide: boolean;
}

const LF = 10;
const CR = 13;
const DOT = 0x2e;
const ELLIPSIS = 0x2026;
/** Longest word that is looked at before a full stop. */
const LONGEST_WORD = 24;

function readStop(text: string, start: number): Stop {
  let marks = start;
  let wide = false;
  while (marks < text.length && isTerminator(text.charCodeAt(marks))) {
    if (isWide(text.charCodeAt(marks))) wide = true;
    marks++;
  }
  let behind = marks;
  for (;;) {
    const code = text.charCodeAt(behind);
    if (isCloser(code) || (!wide && isQuote(code) && isBlankOrEnd(text, behind + 1))) behind++;
    else if (isNarrowBlank(code) && text.charCodeAt(behind + 1) === 0xbb) behind += 2;
    else if (code === 0x5b) {
      const note = behindNote(text, behind);
      if (note === behind) break;
      behind = note;
    } else break;
  }
  return { start, marks, behind, next: skipBlanks(text, behind), wide };
}

function endsHere(text: string, begin: number, stop: Stop): boolean {
  if (stop.wide) return true;
  if (stop.next === stop.behind) return false;
  if (startsLower(text, stop.next)) return false;
  const single = stop.marks - stop.start === 1 && text.charCodeAt(stop.start) === DOT;
  if (!single || stop.behind > stop.marks) return true;
  const word = wordBefore(text, stop.start);
  const first = classAt(text, stop.next);
  // "1. The first point": the number of an item is no sentence.
  if (isItemNumber(text, begin, stop.start)) return false;
  if (isInitial(word) || isDotted(word)) return word === 'I' || startsSentence(text, stop.next);
  switch (abbreviation(word)) {
    case undefined:
      return true;
    case 'leading':
      // "at 5 Main St. The" ends, "Mr. The" does not occur.
      return word.toLowerCase() === 'st' && startsSentence(text, stop.next);
    case 'number':
      // "No. 5" goes on and so does "p. 7"; "He said no. Then …" ends.
      return first !== DIGIT;
    case 'calendar':
      return first !== DIGIT && (startsSentence(text, stop.next) || word.charCodeAt(0) > 96);
    case 'either':
      return startsSentence(text, stop.next);
    case 'inside':
      return false;
  }
}

/** Words that begin sentences far more often than they go on a name. */
const STARTERS = new Set(
  'The This That These Those He She It We They I You His Her Its Our Their My Your There Here But And Or So Yet If When While As In On At By For From After Before Since Until With Without However Meanwhile Then Now Today Yesterday Also Although Though Because Both Each Some Many Most All Another Other Such What Who Why How Where Not No Yes A An According Earlier Later Last During Under Over Despite Nor'.split(
    ' ',
  ),
);

/** Whether what stands at `at` begins a new sentence for sure, and is not the next part of a name. */
function startsSentence(text: string, at: number): boolean {
  let start = at;
  while (start < at + 3 && (isQuote(text.charCodeAt(start)) || text.charCodeAt(start) === 0x28)) start++;
  let end = start;
  while (end < start + 12 && isLetter(classAt(text, end))) end++;
  return STARTERS.has(text.slice(start, end));
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

function isTerminator(code: number): boolean {
  return code === DOT || code === 0x21 || code === 0x3f || code === ELLIPSIS || isWide(code) || isOtherScript(code);
}

/** CJK full stops, question and exclamation marks: no blank follows them. */
function isWide(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff61;
}

/** Danda, Arabic question mark and full stop, Armenian and Ethiopic full stops, double marks. */
function isOtherScript(code: number): boolean {
  return (
    code > 0x580 &&
    (code === 0x964 ||
      code === 0x965 ||
      code === 0x61f ||
      code === 0x6d4 ||
      code === 0x589 ||
      code === 0x1362 ||
      code === 0x203c ||
      (code >= 0x2047 && code <= 0x2049))
  );
}

/** Signs that only close. */
function isCloser(code: number): boolean {
  switch (code) {
    case 0x22: // "
    case 0x27: // '
    case 0x29: // )
    case 0x5d: // ]
    case 0x7d: // }
    case 0xbb: // »
    case 0x2019: // ’
    case 0x201d: // ”
    case 0x203a: // ›
    case 0x300d: // 」
    case 0x300f: // 』
    case 0x300b: // 》
    case 0x3009: // 〉
    case 0x3011: // 】
    case 0xff09: // ）
      return true;
    default:
      return false;
  }
}

/** Quotation marks of any kind: in one language or another each of them closes. */
function isQuote(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0x2039 ||
    code === 0x203a
  );
}

/** No-break and thin blanks, which French sets before its closing marks. */
function isNarrowBlank(code: number): boolean {
  return code === 0xa0 || code === 0x202f || code === 0x2009;
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
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines++;
  }
  return lines > 1;
}
