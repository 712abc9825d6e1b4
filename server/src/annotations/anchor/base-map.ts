import { diffArrays } from 'diff';
import type { Span } from '../../text/span.ts';
import { align, type Box, commonShingles, compare, type Range } from './align.ts';
import type { FoldedText } from './folded.ts';
import { type Words, wordsOf } from './words.ts';

/** Changed lines beyond which lines are not compared but words at once: a text broken anew has no line in common. */
const MOST_LINES = 400;
/** Signs of a changed word on each side that are compared one by one. */
const MOST_SIGNS = 48;
/** The share of its signs that a changed word must have kept. */
const KEPT = 0.5;
/** Items in a row by which a passage that moved is known: two words with what stands between and behind them. */
const MOVED = 4;
/** What lies between two passages that moved together, in items. */
const MOST_BETWEEN = 40;
/** Where nothing of the base stands in the text. */
const NOWHERE = -1;

/**
 * Where the signs of a base text stand in the text that became of it, both folded: lines are compared first, then words
 * between the lines that changed, then the signs of words that changed; what left one place and stands in another has
 * moved. A map is not yet an answer: in a passage that was written anew single words stand as they stood by chance.
 */
export class BaseMap {
  /** For each sign of the base where it stands in the text. */
  private readonly to: Int32Array;
  /** For each sign of the text where it stood in the base. */
  private readonly from: Int32Array;

  constructor(base: FoldedText, text: FoldedText) {
    this.to = new Int32Array(base.text.length).fill(NOWHERE);
    this.from = new Int32Array(text.text.length).fill(NOWHERE);
    const table = new Map<string, number>();
    const a = wordsOf(base.text, table);
    const b = wordsOf(text.text, table);
    const keep = (from: number, to: number, count: number) => this.keep(a, b, from, to, count);
    const left = changedBoxes(base, a, text, b, keep).flatMap((box) => align(a.ids, b.ids, box, keep));
    left.push(...this.findMoved(a, b, keep));
    const inA = (at: number) => (this.to[a.starts[at] ?? 0] ?? NOWHERE) === NOWHERE;
    const inB = (at: number) => (this.from[b.starts[at] ?? 0] ?? NOWHERE) === NOWHERE;
    for (const box of left) compare(a.ids, b.ids, box, { inA, inB, keep });
    this.compareSigns(base.text, text.text);
  }

  /** Where a span of the base stands in the text, and how many of its signs; undefined where its edges are gone. */
  spanOf({ start, end }: Span): (Span & { readonly kept: number }) | undefined {
    const first = this.to[start] ?? NOWHERE;
    const last = this.to[end - 1] ?? NOWHERE;
    if (first === NOWHERE || last < first) return undefined;
    let kept = 0;
    for (let at = start; at < end; at++) {
      const place = this.to[at] ?? NOWHERE;
      if (place >= first && place <= last) kept++;
    }
    return { start: first, end: last + 1, kept };
  }

  /** Whether a span and so many signs in front of and behind it stand together in the text as they stood. */
  isKept({ start, end }: Span, before: number, after: number): boolean {
    const by = (this.to[start] ?? NOWHERE) - start;
    if ((this.to[start] ?? NOWHERE) === NOWHERE) return false;
    const first = Math.max(0, start - before);
    const behind = Math.min(this.to.length, end + after);
    for (let at = first; at < behind; at++) if ((this.to[at] ?? NOWHERE) - at !== by) return false;
    return true;
  }

  /** Where most signs of a span of the text stood in the base. */
  originOf({ start, end }: Span): (Span & { readonly kept: number }) | undefined {
    let first = NOWHERE;
    let last = NOWHERE;
    let kept = 0;
    for (let at = start; at < end; at++) {
      const origin = this.from[at] ?? NOWHERE;
      if (origin === NOWHERE || origin < last) continue;
      if (first === NOWHERE) first = origin;
      last = origin;
      kept++;
    }
    return first === NOWHERE ? undefined : { start: first, end: last + 1, kept };
  }

  private keep(a: Words, b: Words, from: number, to: number, count: number): void {
    const start = a.starts[from] ?? 0;
    const by = (b.starts[to] ?? 0) - start;
    const end = a.starts[from + count] ?? start;
    for (let at = start; at < end; at++) {
      this.to[at] = at + by;
      this.from[at + by] = at;
    }
  }

  /** Keeps what moved; the answer is what lies between two passages that moved together. */
  private findMoved(a: Words, b: Words, keep: (from: number, to: number, count: number) => void): Box[] {
    const left: Box[] = [];
    const gone = openRanges(a, this.to);
    const come = openRanges(b, this.from);
    let last: { a: number; b: number } | undefined;
    for (const passage of commonShingles(a.ids, b.ids, gone, come, MOVED)) {
      if (this.isTaken(a, b, passage.a, passage.b)) continue;
      let from = passage.a;
      let to = passage.b;
      while (from > 0 && to > 0 && a.ids[from - 1] === b.ids[to - 1] && !this.isTaken(a, b, from - 1, to - 1)) {
        from--;
        to--;
      }
      let count = passage.a - from;
      while (
        from + count < a.ids.length &&
        to + count < b.ids.length &&
        a.ids[from + count] === b.ids[to + count] &&
        !this.isTaken(a, b, from + count, to + count)
      )
        count++;
      if (last && from > last.a && to > last.b && from - last.a <= MOST_BETWEEN && to - last.b <= MOST_BETWEEN)
        left.push({ a0: last.a, a1: from, b0: last.b, b1: to });
      keep(from, to, count);
      last = { a: from + count, b: to + count };
    }
    return left;
  }

  private isTaken(a: Words, b: Words, from: number, to: number): boolean {
    return (
      (this.to[a.starts[from] ?? 0] ?? NOWHERE) !== NOWHERE || (this.from[b.starts[to] ?? 0] ?? NOWHERE) !== NOWHERE
    );
  }

  /** Compares the signs of words that changed, between two that stand next to each other on both sides. */
  private compareSigns(base: string, text: string): void {
    for (let at = 0; at < base.length; ) {
      if ((this.to[at] ?? NOWHERE) !== NOWHERE) {
        at++;
        continue;
      }
      let end = at;
      while (end < base.length && (this.to[end] ?? NOWHERE) === NOWHERE) end++;
      const start = at === 0 ? 0 : (this.to[at - 1] ?? NOWHERE) + 1;
      const behind = end === base.length ? text.length : (this.to[end] ?? NOWHERE);
      if (end - at <= MOST_SIGNS && behind - start <= MOST_SIGNS && behind > start && this.isFree(start, behind))
        this.keepSigns(base, text, { a0: at, a1: end, b0: start, b1: behind });
      at = end;
    }
  }

  private isFree(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if ((this.from[at] ?? NOWHERE) !== NOWHERE) return false;
    return true;
  }

  private keepSigns(base: string, text: string, { a0, a1, b0, b1 }: Box): void {
    const changes = diffArrays(base.slice(a0, a1).split(''), text.slice(b0, b1).split(''));
    const kept = changes.reduce((sum, { added, removed, count }) => sum + (added || removed ? 0 : count), 0);
    if (kept < KEPT * Math.max(a1 - a0, b1 - b0)) return;
    let from = a0;
    let to = b0;
    for (const { added, removed, count } of changes) {
      if (!added && !removed)
        for (let k = 0; k < count; k++) {
          this.to[from + k] = to + k;
          this.from[to + k] = from + k;
        }
      if (!added) from += count;
      if (!removed) to += count;
    }
  }
}

/** Compares lines: keeps those that did not change, and gives what lies between them, in words. */
function changedBoxes(
  base: FoldedText,
  a: Words,
  text: FoldedText,
  b: Words,
  keep: (from: number, to: number, count: number) => void,
): Box[] {
  const whole = { a0: 0, a1: a.ids.length, b0: 0, b1: b.ids.length };
  const before = linesOf(base, a);
  const after = linesOf(text, b);
  const changes = diffArrays(before.lines, after.lines, { maxEditLength: MOST_LINES });
  if (changes === undefined) return [whole];
  const boxes: Box[] = [];
  let from = 0;
  let to = 0;
  let box = { a0: 0, b0: 0 };
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      const a0 = before.starts[from] ?? 0;
      const b0 = after.starts[to] ?? 0;
      boxes.push({ ...box, a1: a0, b1: b0 });
      const a1 = before.starts[from + count] ?? a0;
      keep(a0, b0, a1 - a0);
      box = { a0: a1, b0: after.starts[to + count] ?? b0 };
    }
    if (!added) from += count;
    if (!removed) to += count;
  }
  boxes.push({ ...box, a1: whole.a1, b1: whole.b1 });
  return boxes;
}

/** The lines of a text, folded, and the word with which each begins. */
function linesOf(text: FoldedText, { starts: words }: Words): { lines: string[]; starts: number[] } {
  const lines: string[] = [];
  const starts: number[] = [];
  let word = 0;
  let begin = 0;
  const add = (end: number) => {
    if (end <= begin) return;
    lines.push(text.text.slice(begin, end));
    starts.push(word);
    while ((words[word] ?? end) < end) word++;
    begin = end;
  };
  for (const found of text.original.matchAll(/\r\n?|\n/g)) {
    // The blank of a line end belongs to the line in front of it.
    const at = text.fromOriginal(found.index);
    if (text.text[at] === ' ') add(at + 1);
  }
  add(text.text.length);
  starts.push(words.length - 1);
  return { lines, starts };
}

/** Runs of words of which nothing was found in the other text. */
function openRanges({ starts }: Words, found: Int32Array): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (let word = 0; word < starts.length; word++) {
    const isOpen = word + 1 < starts.length && (found[starts[word] ?? 0] ?? NOWHERE) === NOWHERE;
    if (isOpen) continue;
    if (word - from >= MOVED) ranges.push({ from, to: word });
    from = word + 1;
  }
  return ranges;
}
