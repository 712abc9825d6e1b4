import { sentenceEnds } from '../../text/sentences.ts';
import { isCapital, MIXED, NO_CAPITALS, PLAIN, SHOUTED, type Writable } from './words.ts';

/** Longer ones are cut, so that the memory that decoding takes has a bound. */
const LONGEST_SENTENCE = 300;

/** Lines of wrapped text are about this long: there a line end is only a blank. */
const SHORTEST_WRAPPED = 45;
const LONGEST_WRAPPED = 110;

/**
 * Where the pieces of a block end that are read for themselves: sentences, and lines where they are no wrapped text. No
 * word's features reach beyond its piece.
 */
export function pieceEnds(text: string): number[] {
  const sentences = sentenceEnds(text);
  if (!text.includes('\n') || isWrapped(text)) return sentences;
  const ends: number[] = [];
  let line = text.indexOf('\n') + 1;
  for (const end of sentences) {
    for (; line > 0 && line < end; line = text.indexOf('\n', line) + 1) ends.push(line);
    if (line === end) line = text.indexOf('\n', line) + 1;
    ends.push(end);
  }
  return ends;
}

/** Says of each word where its sentence begins and ends, and how that is written. */
export function markSentences(text: string, words: Writable, ends: readonly number[]): void {
  let piece = 0;
  let first = 0;
  for (let i = 0; i <= words.count; i++) {
    const start = i < words.count ? (words.start[i] as number) : text.length + 1;
    let breaks = i === words.count;
    while (piece < ends.length && (ends[piece] as number) <= start) {
      breaks = true;
      piece++;
    }
    if (i - first >= LONGEST_SENTENCE && (!isCapital(words, i) || i - first >= 2 * LONGEST_SENTENCE)) breaks = true;
    if (!breaks || i === 0) continue;
    closeSentence(words, first, i);
    first = i;
  }
}

function closeSentence(words: Writable, first: number, next: number): void {
  let shouted = 0;
  let capital = 0;
  let letters = 0;
  for (let i = first; i < next; i++) {
    const style = words.style[i] as number;
    if (style > MIXED) continue;
    letters++;
    if (style === SHOUTED) shouted++;
    if (style !== PLAIN) capital++;
  }
  const all = letters >= 3 && shouted * 10 >= letters * 8;
  const most = letters >= 4 && capital * 10 >= letters * 7;
  const none = letters >= 4 && capital === 0;
  const line = (all ? 1 : 0) | (most ? 2 : 0) | (none ? NO_CAPITALS : 0);
  for (let i = first; i < next; i++) {
    words.first[i] = first;
    words.next[i] = next;
    words.line[i] = line;
  }
}

function isWrapped(text: string): boolean {
  let begin = 0;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (at - begin < SHORTEST_WRAPPED || at - begin > LONGEST_WRAPPED) return false;
    begin = at + 1;
    lines++;
  }
  return lines > 0 && text.length - begin <= LONGEST_WRAPPED;
}
