import { caseOf } from './lexicon.ts';

/** How the letters of a token are written. */
export const PLAIN = 0;
export const CAPITAL = 1;
export const SHOUTED = 2;
export const MIXED = 3;
export const NUMERAL = 4;
export const SIGN = 5;
/** Web and mail addresses, handles: never names. */
export const ADDRESS = 6;

/** The words of a block, as far as the document asks about them. The arrays may be longer than `count`. */
export interface WordList {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Hash in lower case. */
  readonly lower: Int32Array;
  /** {@link PLAIN} … {@link ADDRESS}. */
  readonly style: Uint8Array;
  /** Of the sentence that a word stands in: its first word and the one behind its last. */
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/** Copies words to where they are kept, from `base` on. */
export function copyWords({ count, start, end, lower, style, first, next }: Words, to: WordList, base: number): void {
  for (let i = 0; i < count; i++) {
    to.start[base + i] = start[i] as number;
    to.end[base + i] = end[i] as number;
    to.lower[base + i] = lower[i] as number;
    to.style[base + i] = style[i] as number;
    to.first[base + i] = base + (first[i] as number);
    to.next[base + i] = base + (next[i] as number);
  }
}

/**
 * The words of a block with all that features are made of, an array for each: one entry a word, sentence after
 * sentence. Nothing here depends on another block.
 */
export interface Words extends WordList {
  /** Hashes: as written, of the shape (Xx, X.X., dd). */
  readonly word: Int32Array;
  readonly shape: Int32Array;
  /** Four a word: of its first and of its last 1 to 4 letters in lower case. */
  readonly prefixes: Int32Array;
  readonly suffixes: Int32Array;
  readonly length: Uint8Array;
  /** Lists on which a phrase that begins with the word stands, goes on with it, or is it. */
  readonly begins: Int32Array;
  readonly goesOn: Int32Array;
  readonly stands: Int32Array;
  /** Entry of the word in the lexicon. */
  readonly entry: Int32Array;
  /** First code unit of a sign, else 0. */
  readonly sign: Uint16Array;
  /** Of the run of capitalised words that a word stands in; empty (both 0) for other words. */
  readonly runFirst: Int32Array;
  readonly runNext: Int32Array;
  /** Bits: 1 all words of the sentence are shouted, 2 most words are capitalised, 4 none is. */
  readonly line: Uint8Array;
  /** An acronym in brackets behind its long form, or the long form before it (see `acronyms.ts`): 1 and 2. */
  readonly acronym: Uint8Array;
}

/** Arrays for words, used again for each sentence: new ones would cost more than what is written into them. */
export class WordBuffer {
  private words = newWords(64);

  /** Room for so many words; what was in it is gone. */
  cleared(count: number): Writable {
    if (this.words.start.length < count) this.words = newWords(count * 2);
    const { words } = this;
    words.count = count;
    for (const array of [words.begins, words.goesOn, words.stands, words.runFirst, words.runNext])
      array.fill(0, 0, count);
    words.sign.fill(0, 0, count);
    words.acronym.fill(0, 0, count);
    return words;
  }
}

export function newWords(size: number): Writable {
  const ints = () => new Int32Array(size);
  return {
    count: size,
    start: ints(),
    end: ints(),
    word: ints(),
    lower: ints(),
    shape: ints(),
    prefixes: new Int32Array(size * 4),
    suffixes: new Int32Array(size * 4),
    style: new Uint8Array(size),
    length: new Uint8Array(size),
    begins: ints(),
    goesOn: ints(),
    stands: ints(),
    entry: ints(),
    sign: new Uint16Array(size),
    first: ints(),
    next: ints(),
    runFirst: ints(),
    runNext: ints(),
    line: new Uint8Array(size),
    acronym: new Uint8Array(size),
  };
}

export type Writable = { -readonly [K in keyof Words]: Words[K] };

/** Bit of `line`: whoever wrote the sentence cares for no capitals, so that their lack says nothing. */
export const NO_CAPITALS = 4;

export function isCapital(words: Pick<WordList, 'style'>, i: number): boolean {
  const style = words.style[i] as number;
  return style >= CAPITAL && style <= MIXED;
}

/** Whether a word opens its sentence, quotation marks and brackets before it aside. */
export function opensSentence(words: Pick<WordList, 'first' | 'style'>, i: number): boolean {
  const first = words.first[i] as number;
  let at = i - 1;
  while (at >= first && words.style[at] === SIGN) at--;
  return at < first;
}

/** Whether unlabelled text writes the word in small letters. */
export function isCommon(words: Words, i: number): boolean {
  const kind = caseOf(words.entry[i] as number);
  return kind === 1 || kind === 2;
}
