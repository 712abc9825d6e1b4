import search from 'approx-string-match';
import type { Span } from '../../text/span.ts';
import type { Context } from './extend.ts';
import type { Grams } from './grams.ts';
import type { Sought } from './sought.ts';

/*
 * The search is Myers' bit-parallel one (A fast bit-vector algorithm for approximate string matching, JACM 1999) as the library
 * `approx-string-match` has it: no longer worked on, but small, without dependencies and what Hypothes.is relies on. It
 * is asked for regions of a few hundred signs only.
 */

/** The share of a quote that may have changed. */
const MOST_CHANGED = 0.45;
/** How far an edge of changed words may be off, and how much of the context tells where it is. */
const MOST_OFF = 8;
const EDGE = 4;
/** Longer parts of quotes are compared by their beginning and end only. */
const MOST_SEARCHED = 1200;

export interface Match extends Span {
  readonly errors: number;
}

/** Finds quotes whose words changed a little. */
export class ChangedWords {
  private readonly text: string;
  private readonly grams: Grams;

  constructor(text: string, grams: Grams) {
    this.text = text;
    this.grams = grams;
  }

  /** Where the first part of a quote may stand, with its edges set right: each place once. */
  of(item: Sought): Match[] {
    const [before, after] = item.contextText;
    const near = before.slice(-40);
    const far = item.parts.length === 1 ? after.slice(0, 40) : '';
    const { first } = item;
    if (first.length < 3) return [];
    const head = first.length > MOST_SEARCHED ? first.slice(0, MOST_SEARCHED / 2) : first;
    const pattern = near + head + (head === first ? far : '');
    const found = new Map<number, Match>();
    for (const start of this.grams.starts(pattern)) {
      for (const match of this.search(head, start + near.length)) {
        if (found.has(match.start)) continue;
        const full = head === first ? match : this.toEnd(first, match);
        if (full === undefined) continue;
        found.set(match.start, { ...this.toEdges(item, full), errors: full.errors });
      }
    }
    return [...found.values()].filter(({ errors }) => errors > 0);
  }

  /** Where words stand, changed a little, near a place. */
  private search(words: string, near: number): Match[] {
    const { text } = this;
    const slack = 48 + Math.floor(words.length / 3);
    const start = Math.max(0, near - slack);
    const region = text.slice(start, near + words.length + slack);
    return search(region, words, Math.floor(words.length * MOST_CHANGED))
      .slice(0, 8)
      .map((match) => ({ start: start + match.start, end: start + match.end, errors: match.errors }));
  }

  /** A long quote is known by its beginning and its end: where the end stands behind the beginning that was found. */
  private toEnd(quote: string, head: Match): Match | undefined {
    const length = MOST_SEARCHED / 2;
    const [tail] = this.search(quote.slice(-length), head.start + quote.length - length);
    if (tail === undefined || tail.end <= head.end) return undefined;
    const errors = Math.round(((head.errors + tail.errors) * quote.length) / MOST_SEARCHED);
    return { start: head.start, end: tail.end, errors };
  }

  /** Where words changed, their edges are where the context begins, if that stands close by; and no word is cut. */
  private toEdges({ first, before, after }: Sought, { start, end }: Match): Span {
    const { text } = this;
    const most = Math.min(MOST_OFF, first.length >> 1);
    let begin = nearest(start, most, (at) => agreesAt(before, text, at, -1)) ?? start;
    let behind = nearest(end, most, (at) => agreesAt(after, text, at, 1)) ?? end;
    if (behind <= begin) [begin, behind] = [start, end];
    for (let k = 0; k < most && begin > 0 && insideWord(text, begin) && isWord(first, 0); k++) begin--;
    for (let k = 0; k < most && insideWord(text, behind) && isWord(first, first.length - 1); k++) behind++;
    return { start: begin, end: behind };
  }
}

/** The offset nearest to one for which something holds. */
function nearest(at: number, most: number, holdsAt: (at: number) => boolean): number | undefined {
  for (let k = 0; k <= most; k++) {
    if (holdsAt(at + k)) return at + k;
    if (k > 0 && holdsAt(at - k)) return at - k;
  }
  return undefined;
}

/** Whether the signs of a context that are next to the quote stand next to an offset. */
function agreesAt({ signs }: Context, text: string, at: number, step: 1 | -1): boolean {
  if (signs.length < EDGE || at < 0 || at > text.length) return false;
  const from = step === 1 ? at : at - 1;
  for (let k = 0; k < EDGE; k++) if (text.charCodeAt(from + step * k) !== signs[k]) return false;
  return true;
}

function insideWord(text: string, at: number): boolean {
  return isWord(text, at - 1) && isWord(text, at);
}

function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at] ?? '');
}
