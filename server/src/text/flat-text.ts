import type { Span } from './span.ts';

/**
 * A text as words are looked for in it: runs of blanks and line ends are one blank, empty lines a line feed, apostrophes and
 * hyphens the plain ones, letters composed, and what nobody sees is left out. Places are turned back into those of the text as it is.
 */
export class FlatText {
  readonly text: string;
  /** Where what was replaced by something of another length stands: here, and its end in the original. */
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly originals: number[] = [];

  /** @param hyphens what a hyphen at a line end is: one that cuts a word, or one that belongs to it. */
  constructor(original: string, hyphens: 'cut' | 'kept') {
    const same = VARIANTS.test(original) ? original.replace(EACH_VARIANT, variant) : original;
    const pattern = same.normalize('NFC') === same ? UNEVEN : UNCOMPOSED;
    const parts: string[] = [];
    let length = 0;
    let last = 0;
    for (const { index, 0: found, groups } of same.matchAll(pattern)) {
      const between = same.slice(last, index);
      const replacement = groups?.wrapped === undefined ? flatten(found, hyphens) : '';
      length += between.length;
      last = index + found.length;
      parts.push(between, replacement);
      if (replacement.length !== found.length) {
        this.starts.push(length);
        this.ends.push(length + replacement.length);
        this.originals.push(last);
      }
      length += replacement.length;
    }
    this.text = last === 0 ? same : parts.join('') + same.slice(last);
  }

  /**
   * What was left out at the edges of a span does not belong to it. Undefined where it begins or ends inside of what was replaced:
   * between a letter and its marks, say.
   */
  toOriginal({ start, end }: Span): Span | undefined {
    if (this.isInside(start) || this.isInside(end)) return undefined;
    let index = this.lastAt(end);
    while (index >= 0 && this.starts[index] === end && this.ends[index] === end) index--;
    return { start: this.behind(this.lastAt(start), start), end: this.behind(index, end) };
  }

  private isInside(at: number): boolean {
    const next = this.lastAt(at) + 1;
    return (this.starts[next] ?? at) < at;
  }

  private behind(index: number, at: number): number {
    return index < 0 ? at : (this.originals[index] as number) + at - (this.ends[index] as number);
  }

  /** The last replacement that ends at a place or before it; -1 for none. */
  private lastAt(at: number): number {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Whether some word may be cut at a line end, or have something in it that nobody sees: such a text is looked at twice. */
export function mayBeCut(text: string): boolean {
  return CUT.test(text);
}

/** Words as they are looked for, without blanks at the edges. */
export function flatWords(words: string): string {
  return new FlatText(words, 'cut').text.trim();
}

const LINE_END = String.raw`(?:\r\n|\r|\n)`;
const INVISIBLE = String.raw`\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f`;
const CJK = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]`;
/** A word that goes on in the next line. */
const HYPHENATION = String.raw`(?<=\p{L})[-\u00ad][ \t]*${LINE_END}[ \t]*(?=\p{L})`;
/** Chinese and Japanese lines end anywhere. */
const WRAPPED = String.raw`(?<wrapped>(?<=${CJK})[ \t]*${LINE_END}[ \t\u3000]*(?=${CJK}))`;
const RUNS = String.raw`${HYPHENATION}|${WRAPPED}|\s{2,}|[^\S ]|[${INVISIBLE}]+`;

const UNEVEN = new RegExp(RUNS, 'gu');
/** The same where letters and their marks, or the parts of Hangul syllables, stand one by one. */
const UNCOMPOSED = new RegExp(String.raw`${RUNS}|[^\p{M}\s]\p{M}+|[\u1100-\u11ff]+`, 'gu');
const CUT = new RegExp(String.raw`[-\u2010\u2011\u00ad][ \t]*[\r\n]|[${INVISIBLE}]`, 'u');

const VARIANTS = /[\u00b4\u02bc\u2010\u2011\u2018\u2019\u201c\u201d\uff07]/;
const EACH_VARIANT = new RegExp(VARIANTS, 'g');

function variant(sign: string): string {
  if (sign === '\u2010' || sign === '\u2011') return '-';
  return sign === '\u201c' || sign === '\u201d' ? '"' : "'";
}

function flatten(found: string, hyphens: 'cut' | 'kept'): string {
  const code = found.codePointAt(0) as number;
  const breaks = found.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (code === 0x2d || (code === 0xad && breaks > 0)) return hyphens === 'kept' && code === 0x2d ? '-' : '';
  if (breaks > 1) return '\n';
  if (/^\s+$/u.test(found)) return ' ';
  return /^[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f]+$/u.test(found) ? '' : found.normalize('NFC');
}
