import { CJK, classAt, DIGIT, isLetter, LOWER, UPPER } from '../text/characters.ts';
import { inkOf, lineAt } from './ink.ts';
import type { Segment } from './types.ts';

/** What opens a section of the body. */
export interface Heading {
  /** Sections nest by it: 1 is the outermost. */
  readonly level: number;
  /** What it says, without the signs that only mark it. Never blank. */
  readonly title: string;
}

/** Markdown has six levels; other headings stand below them, and separators below all. */
const CAPITALS = 7;
const SET_APART = 8;
const SEPARATOR = 9;

/** Longer lines are sentences. */
const LONGEST_HEADING = 80;
const MOST_WORDS = 12;
/** What stands below a heading that nothing but its place tells: at least so much prose. */
const SHORTEST_PROSE = 100;
/** The same in scripts that say more with fewer signs. */
const SHORTEST_CJK_PROSE = 40;

/**
 * The heading that a segment of the body is, if it is one: a Markdown heading, a line in capitals, a short line set
 * apart above prose, or a separator such as `* * *`. Only the segment and its two neighbours are looked at, so that an
 * edit changes no heading far away.
 */
export function headingOf(
  segment: Segment,
  before: Segment | undefined,
  behind: Segment | undefined,
): Heading | undefined {
  if (segment.kind !== 'paragraph') return undefined;
  const ink = inkOf(segment);
  if (ink === undefined || ink.end - ink.start > LONGEST_HEADING * 2) return undefined;
  const lastLine = lineAt(segment, ink.end - 1);
  if (lineAt(segment, ink.start) !== lastLine) return undefined;
  const line = segment.text.slice(ink.start, ink.end);
  const marked = /^(#{1,6})\s+(?=\S)/.exec(line);
  if (marked?.[1] !== undefined) {
    const title = line.slice(marked[0].length).replace(/\s#{1,6}$/, '');
    return { level: marked[1].length, title: title.trim() || line };
  }
  if (isSeparator(line)) return { level: SEPARATOR, title: line };
  if (line.length > LONGEST_HEADING) return undefined;
  if (isInCapitals(line) && isWritten(behind)) return { level: CAPITALS, title: line };
  const isApart = (before === undefined || before.kind !== 'paragraph' || endsBlank(before)) && endsBlank(segment);
  if (isApart && looksLikeHeading(line) && isProse(behind)) return { level: SET_APART, title: line };
  return undefined;
}

/** The same sign three times or more, or one that means nothing else. */
function isSeparator(line: string): boolean {
  const signs = line.length > LONGEST_HEADING ? '' : line.replace(/\s+/g, '');
  if (/^[⁂❦❧☙§]+$/u.test(signs)) return true;
  if (signs.length < 3 || !/^[*\-_=~#+.•·–—○●◆◇■□★☆※]/u.test(signs)) return false;
  return [...signs].every((sign) => sign === signs[0]) && !/^\.+$/.test(signs);
}

/** "WHAT COMES NEXT", not "BBC", "MODERATOR:" or a shouted sentence. */
function isInCapitals(line: string): boolean {
  if (/[.:;,…]["'”’)\]]*$/u.test(line) || !/^[\p{Lu}\p{N}]/u.test(line)) return false;
  let capitals = 0;
  for (let at = 0; at < line.length; at++) {
    const kind = classAt(line, at);
    if (kind === UPPER) capitals++;
    else if (kind === LOWER && isCased(line, at)) return false;
  }
  return capitals >= 4;
}

/** Begins like a headline, ends without a full stop, and is no item, speaker, byline, greeting or value. */
function looksLikeHeading(line: string): boolean {
  const first = classAt(line, 0);
  if (first !== UPPER && first !== DIGIT && first !== CJK && !(first === LOWER && !isCased(line, 0))) return false;
  if (/[.!…:;,。！：；，、।۔]["'”’»」』)\]）]*$/u.test(line) || /[:：|@<>{}=\\]|https?:|www\./u.test(line))
    return false;
  if (/^(?:By|From|Photo|Picture|Image|Dear)\s/u.test(line)) return false;
  return /\p{L}/u.test(line) && (line.match(/\S+/gu)?.length ?? 0) <= MOST_WORDS;
}

function isCased(text: string, at: number): boolean {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return letter.toUpperCase() !== letter;
}

/** Whether text follows that is not in capitals throughout: in a telegram every line is. */
function isWritten(segment: Segment | undefined): boolean {
  if (segment?.kind !== 'paragraph') return false;
  const start = segment.blocks[0]?.start ?? 0;
  const reach = Math.min(segment.text.length, start + 2 * SHORTEST_PROSE);
  for (let at = start; at < reach; at++) {
    const kind = classAt(segment.text, at);
    if (kind === CJK || (isLetter(kind) && kind !== UPPER)) return true;
  }
  return false;
}

function isProse(segment: Segment | undefined): boolean {
  const ink = segment?.kind === 'paragraph' ? inkOf(segment) : undefined;
  if (segment === undefined || ink === undefined) return false;
  const length = ink.end - ink.start;
  return length >= SHORTEST_PROSE || (length >= SHORTEST_CJK_PROSE && classAt(segment.text, ink.start) === CJK);
}

function endsBlank(segment: Segment): boolean {
  const ink = inkOf(segment);
  return ink === undefined || lineAt(segment, ink.end - 1) < segment.lineStarts.length - 1;
}
