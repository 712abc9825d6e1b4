import { CJK, classAt, isBlank, LOWER, UPPER } from '../text/characters.ts';
import { contentLength } from '../text/lines.ts';
import { endsSentence } from '../text/sentences.ts';
import { makeBlocks } from './blocks.ts';
import { isBlankLine } from './line-source.ts';
import type { LineSource, Segment } from './types.ts';

/** Lines shorter than this are headings, verses or items rather than lines of wrapped prose; longer ones are paragraphs. */
const SHORTEST_WRAPPED = 30;
const LONGEST_WRAPPED = 200;
/** Most wrapped texts are narrower. */
const LONG_LINE = 100;
/** A segment that is longer takes no more lines. */
const LONG_SEGMENT = 2_000;

/**
 * The paragraph that begins at line `from` and ends before `to`, with all blank lines behind it. Blank lines at `from`
 * are a segment of their own. Where it ends depends on its own lines and the line behind it only, so that a text can
 * be cut from any boundary on.
 */
export function readParagraph(lines: LineSource, from: number, to: number): Segment {
  const pieces: string[] = [];
  const lineStarts: number[] = [];
  let length = 0;
  let end = from;
  const take = (line: string) => {
    lineStarts.push(length);
    pieces.push(line);
    length += line.length;
    end++;
  };
  const first = lines.line(from);
  take(first);
  let inkEnd = 0;
  if (!isBlankLine(first)) {
    const isList = isItem(first);
    let line = first;
    inkEnd = contentLength(line);
    while (end < to && length <= LONG_SEGMENT) {
      const next = lines.line(end);
      if (isBlankLine(next) || !joins(line, next, isList)) break;
      inkEnd = length + contentLength(next);
      take(next);
      line = next;
    }
  }
  while (end < to) {
    const next = lines.line(end);
    if (!isBlankLine(next)) break;
    take(next);
  }
  const text = pieces.join('');
  return {
    kind: 'paragraph',
    text,
    lineStarts,
    fields: [],
    blocks: makeBlocks(text, 0, inkEnd, undefined),
    problems: [],
  };
}

/** Whether a line of prose goes on in the next one, so that its line end is a hard wrap. */
function joins(line: string, next: string, isList: boolean): boolean {
  if (isOrnament(line) || isOrnament(next) || isHeading(line) || endsSentence(line)) return false;
  const start = skipBlanks(next);
  const length = contentLength(line);
  // Were it wrapped here, the first word of the next line did not fit, and no line is longer than the width.
  const couldBeWrapped =
    length >= SHORTEST_WRAPPED &&
    length <= LONGEST_WRAPPED &&
    contentLength(next) - start <= length + 1 + firstWord(next, start);
  if (isItem(next)) return couldBeWrapped && !isList && DASH_OR_DAY.test(next) && !/[:：]\s*$/u.test(line);
  if (classAt(next, start) === LOWER && isLowerCase(next, start)) return true;
  if (!couldBeWrapped || SPEAKER.test(next)) return false;
  // A full stop behind an abbreviation closes a sentence as often as not: lines so long are paragraphs.
  return length <= LONG_LINE || !/\.["'”’)\]]*\s*$/u.test(line);
}

/** What reads like an item but may be prose: a dash with words behind it, or the day of "on May / 29. The". */
const DASH_OR_DAY = /^\s*(?:-\s+[\p{Ll}\p{N}]|(?!1[.)])\p{N}{1,3}[.)]\s)/u;

/** "MODERATOR: …": a speaker in a transcript begins anew. */
const SPEAKER = /^\s*\p{Lu}[\p{L}\p{M}.'’ -]{0,30}[:：](?:\s|$)/u;

/** An item of a list: a bullet, or a number of up to three digits with a full stop or a bracket. */
function isItem(line: string): boolean {
  return /^\s*(?:[-*+•‣▪◦●·]\s|\(?\p{N}{1,3}[.)]\s|\(?[a-z]\)\s|[（(]?[一二三四五六七八九十]{1,3}[）)、])/u.test(line);
}

/** A line without a letter or digit ("* * *", "-----") parts what stands around it. */
function isOrnament(line: string): boolean {
  // The look is bounded: what is longer is hostile, not an ornament.
  return line.length <= LONGEST_WRAPPED && !/[\p{L}\p{N}]/u.test(line);
}

/** A Markdown heading. */
function isHeading(line: string): boolean {
  return /^\s{0,3}#{1,6}\s/.test(line);
}

/** A lower-case letter of a script that has capitals, unless a capital follows it ("iPhone"). */
function isLowerCase(text: string, at: number): boolean {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return letter.toUpperCase() !== letter && classAt(text, at + letter.length) !== UPPER;
}

function skipBlanks(text: string): number {
  let at = 0;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Length of the word at `start`; a character of a script without blanks is a word. */
function firstWord(text: string, start: number): number {
  if (classAt(text, start) === CJK) return 1;
  let end = start;
  const reach = Math.min(text.length, start + LONGEST_WRAPPED);
  while (end < reach && !isBlank(text.charCodeAt(end))) end++;
  return end - start;
}
