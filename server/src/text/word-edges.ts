import { CJK, classAt, classBefore, isBlank } from './characters.ts';
import { DOT, isHyphen } from './signs.ts';
import { type Token, tokenize } from './tokens.ts';

/** So far is looked round a place, and so far ahead, for where what stands between blanks begins and ends. */
const AROUND = 200;
const AHEAD = 600;

/**
 * Whether words begin and end at places of a text: at the edges of tokens, at hyphens inside of them, and between any two
 * Chinese, Japanese or Korean signs but those of one run of Katakana. What stands between blanks is read once for places that are
 * asked for in order.
 */
export class WordEdges {
  /** Code units read so far. */
  units = 0;
  private from = 0;
  private to = -1;
  private tokens: readonly Token[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  begins(at: number): boolean {
    const { text } = this;
    if (at <= 0) return true;
    if (isBlank(text.charCodeAt(at - 1)))
      return !REST.test(text.slice(at, at + 2)) || !CUT_BEFORE.test(text.slice(Math.max(0, at - FAR), at));
    const between = betweenSigns(text, at);
    if (between !== undefined) return between;
    const token = this.tokenAt(at);
    if (token === undefined || token.start >= at) return true;
    return token.kind === 'word' && isHyphen(text.charCodeAt(at - 1));
  }

  ends(at: number): boolean {
    const { text } = this;
    if (at >= text.length || isBlank(text.charCodeAt(at))) return true;
    if (CUT_HERE.test(text.slice(at, at + FAR))) return false;
    const between = betweenSigns(text, at);
    if (between !== undefined) return between;
    const token = this.tokenAt(at);
    if (token === undefined || token.start >= at) return true;
    if (token.kind !== 'word') return false;
    return isHyphen(text.charCodeAt(at)) || (token.end === at + 1 && isOnlyStop(text, token));
  }

  /** The token that holds a place or begins there. */
  private tokenAt(at: number): Token | undefined {
    this.read(at);
    let [low, high] = [0, this.tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.tokens[middle] as Token).end <= at) low = middle + 1;
      else high = middle;
    }
    return this.tokens[low];
  }

  private read(at: number): void {
    const { text } = this;
    if (this.from <= at && at <= this.to) {
      const begins = at - this.from >= AROUND || this.from === 0 || isBlank(text.charCodeAt(this.from - 1));
      const ends = this.to - at >= AROUND || this.to === text.length || isBlank(text.charCodeAt(this.to));
      if (begins && ends) return;
    }
    let from = at;
    while (from > 0 && at - from < AROUND && !isBlank(text.charCodeAt(from - 1))) from--;
    let to = at;
    while (to < text.length && to - at < AHEAD && !isBlank(text.charCodeAt(to))) to++;
    this.units += to - from;
    this.from = from;
    this.to = to;
    this.tokens = tokenize(text.slice(from, to)).map(({ kind, start, end }) => ({
      kind,
      start: start + from,
      end: end + from,
    }));
  }
}

/** A word that is cut at a line end goes on in small letters, behind no more blanks than this. */
const FAR = 80;
const CUT_HERE = /^[-\u00ad\u2010][ \t]*(?:\r\n|\r|\n)[ \t]*\p{Ll}/u;
const CUT_BEFORE = /\p{L}[-\u00ad\u2010][ \t]*(?:\r\n|\r|\n)[ \t]*$/u;
const REST = /^\p{Ll}/u;

const KATAKANA = /^[\p{Script=Katakana}ー]$/u;

/** Whether words may meet at a place beside signs that are written without blanks; undefined where there are none. */
function betweenSigns(text: string, at: number): boolean | undefined {
  if (classBefore(text, at) !== CJK && classAt(text, at) !== CJK) return undefined;
  return !(KATAKANA.test(text.charAt(at - 1)) && KATAKANA.test(text.charAt(at)));
}

/** "Inc." ends in a stop, "U.S." has one in it that is part of the word. */
function isOnlyStop(text: string, { start, end }: Token): boolean {
  return text.charCodeAt(end - 1) === DOT && text.indexOf('.', start) === end - 1;
}
