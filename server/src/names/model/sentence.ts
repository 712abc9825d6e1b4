import { CJK, classAt, classOf, DIGIT, LOWER, MARK, UPPER } from '../../text/characters.ts';
import { sentenceEnds } from '../../text/sentences.ts';
import type { Token } from '../../text/tokens.ts';
import { hashOf, keyOf, mix, SEED, unitOf } from './hash.ts';
import { caseOf, type Lexicon, LONGEST_PHRASE, wordKey } from './lexicon.ts';

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

function newWords(size: number): Writable {
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

/**
 * @param ends where sentences end, ascending; see {@link pieceEnds}.
 * @param buffer where the words are written; they hold until it is used again. Without one they are new.
 */
export function wordsOf(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  ends: readonly number[] = pieceEnds(text),
  buffer?: WordBuffer,
): Words {
  const parts = split(text, tokens, lexicon);
  const count = parts.length / 2;
  const words = buffer?.cleared(count) ?? newWords(count);
  let token = 0;
  for (let i = 0; i < count; i++) {
    words.start[i] = parts[2 * i] as number;
    words.end[i] = parts[2 * i + 1] as number;
    while ((tokens[token] as Token).end < (words.end[i] as number)) token++;
    readWord(text, words, i);
    const { kind } = tokens[token] as Token;
    if (kind === 'url' || kind === 'email' || kind === 'handle') words.style[i] = ADDRESS;
    words.entry[i] = lexicon.words.get(wordKey(words.lower[i] as number), 0);
  }
  markSentences(text, words, ends);
  markPhrases(words, lexicon);
  markRuns(words);
  markAcronyms(text, words);
  return words;
}

const HYPHEN = 0x2d;

/** Starts and ends of words: tokens, but `US-led` is three, since only its first part is a name. */
function split(text: string, tokens: readonly Token[], lexicon: Lexicon): number[] {
  const parts: number[] = [];
  for (const token of tokens) {
    const hyphen = token.kind === 'word' ? hyphenOf(text, token, lexicon) : -1;
    if (hyphen < 0) parts.push(token.start, token.end);
    else parts.push(token.start, hyphen, hyphen, hyphen + 1, hyphen + 1, token.end);
  }
  return parts;
}

/** The last hyphen of a word that begins with a capital and whose last part is a plain English word; -1 for others. */
function hyphenOf(text: string, token: Token, lexicon: Lexicon): number {
  if (token.end - token.start < 5 || classAt(text, token.start) !== UPPER) return -1;
  for (let at = token.end - 3; at > token.start + 1; at--) {
    const code = text.charCodeAt(at);
    if (code !== HYPHEN && code !== 0x2010 && code !== 0x2011) continue;
    // "Chan-ocha" and "Jean-luc" are names: what is glued on must be known.
    if (classAt(text, at + 1) !== LOWER || token.end - at > 16) return -1;
    const use = caseOf(lexicon.words.get(wordKey(hashOf(text.slice(at + 1, token.end))), 0));
    return use === 1 || use === 2 ? at : -1;
  }
  return -1;
}

type Writable = { -readonly [K in keyof Words]: Words[K] };

const SHAPES = { upper: 1, lower: 2, digit: 3, mark: 4, other: 5 };

function readWord(text: string, words: Writable, i: number): void {
  const start = words.start[i] as number;
  const end = words.end[i] as number;
  let word = SEED;
  let lower = SEED;
  let shape = SEED;
  let last = 0;
  let uppers = 0;
  let lowers = 0;
  let digits = 0;
  let firstUpper = false;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const unit = unitOf(code);
    let small = unit;
    let mark: number;
    if (code >= 0x61 && code <= 0x7a) {
      mark = SHAPES.lower;
      lowers++;
    } else if (code >= 0x41 && code <= 0x5a) {
      small = code + 32;
      mark = SHAPES.upper;
      uppers++;
      if (letters === 0) firstUpper = true;
    } else if (unit === 0x30) {
      mark = SHAPES.digit;
      digits++;
    } else if (code < 128) {
      mark = SHAPES.other + code;
    } else {
      const kind = classOf(code);
      if (kind === UPPER) {
        small = lowerUnit(code);
        mark = SHAPES.upper;
        uppers++;
        if (letters === 0) firstUpper = true;
      } else if (kind === LOWER || kind === CJK) {
        mark = SHAPES.lower;
        lowers++;
      } else if (kind === DIGIT) {
        mark = SHAPES.digit;
        digits++;
      } else mark = kind === MARK ? SHAPES.mark : SHAPES.other + 0x27;
    }
    if (mark <= SHAPES.lower) letters++;
    word = mix(word, unit);
    lower = mix(lower, small);
    if (mark !== last) shape = mix(shape, mark);
    last = mark;
    const size = at - start;
    if (size < 4) words.prefixes[4 * i + size] = lower;
  }
  words.word[i] = word;
  words.lower[i] = lower;
  const length = end - start;
  words.length[i] = Math.min(255, length);
  let suffix = SEED;
  for (let size = 0; size < 4 && size < length; size++) {
    suffix = mix(suffix, smallUnit(text.charCodeAt(end - 1 - size)));
    words.suffixes[4 * i + size] = suffix;
  }
  let style = SIGN;
  if (letters > 0) {
    if (uppers === 0) style = PLAIN;
    else if (lowers === 0 && (uppers > 1 || digits > 0)) style = SHOUTED;
    else if (firstUpper && uppers === 1 && digits === 0) style = CAPITAL;
    else style = MIXED;
  } else if (digits > 0) style = NUMERAL;
  words.style[i] = style;
  words.shape[i] = mix(shape, style === SHOUTED ? Math.min(letters, 6) : 0);
  if (style === SIGN) words.sign[i] = text.charCodeAt(start);
}

function smallUnit(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 32;
  return code < 128 ? unitOf(code) : lowerUnit(unitOf(code));
}

/** The small letter of a code unit; letters that become several units, and halves of pairs, stay as they are. */
function lowerUnit(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const small = String.fromCharCode(code).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : code;
}

/** Bit of `line`: whoever wrote the sentence cares for no capitals, so that their lack says nothing. */
export const NO_CAPITALS = 4;

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

function markSentences(text: string, words: Writable, ends: readonly number[]): void {
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

export function isCapital(words: Pick<WordList, 'style'>, i: number): boolean {
  const style = words.style[i] as number;
  return style >= CAPITAL && style <= MIXED;
}

function markPhrases(words: Writable, lexicon: Lexicon): void {
  for (let i = 0; i < words.count; i++) {
    const style = words.style[i] as number;
    if (style > MIXED) continue;
    const next = words.next[i] as number;
    let hash = SEED;
    const most = style === PLAIN && ((words.line[i] as number) & NO_CAPITALS) === 0 ? 1 : LONGEST_PHRASE;
    for (let j = i; j < next && j - i < most; j++) {
      hash = mix(hash, words.lower[j] as number);
      const lists = lexicon.phrases.get(keyOf(hash), 0);
      if (lists === 0) continue;
      if (j === i) {
        words.stands[i] = (words.stands[i] as number) | lists;
        continue;
      }
      words.begins[i] = (words.begins[i] as number) | lists;
      for (let k = i + 1; k <= j; k++) words.goesOn[k] = (words.goesOn[k] as number) | lists;
    }
  }
}

/** Words in small letters that stand inside of names. */
const LINKS = new Set(
  'of for the and de la du von van der den bin al el di da dos del le y on & -'.split(' ').map(hashOf),
);

function markRuns(words: Writable): void {
  for (let i = 0; i < words.count; i++) {
    if (!isCapital(words, i)) continue;
    const sentence = words.next[i] as number;
    let next = i + 1;
    for (;;) {
      let behind = next;
      while (
        behind < sentence &&
        behind - next < 2 &&
        !isCapital(words, behind) &&
        LINKS.has(words.lower[behind] as number)
      )
        behind++;
      if (behind >= sentence || !isCapital(words, behind)) break;
      next = behind + 1;
    }
    for (let k = i; k < next; k++) {
      words.runFirst[k] = i;
      words.runNext[k] = next;
    }
    i = next - 1;
  }
}

const OPEN = 0x28;
const CLOSE = 0x29;

/** "World Health Organization (WHO)": the initials before the bracket are its letters. */
function markAcronyms(text: string, words: Writable): void {
  for (let i = 2; i + 1 < words.count; i++) {
    if (words.style[i] !== SHOUTED || words.sign[i - 1] !== OPEN || words.sign[i + 1] !== CLOSE) continue;
    const first = longForm(text, words, i);
    if (first < 0) continue;
    words.acronym[i] = 1;
    for (let k = first; k < i - 1; k++) words.acronym[k] = 2;
  }
}

/** The first word of the name before a bracket whose initials are the letters of word `i`; -1 for none. */
export function longForm(text: string, words: Words, i: number): number {
  let at = (words.end[i] as number) - 1;
  const start = words.start[i] as number;
  const sentence = words.first[i] as number;
  let word = i - 2;
  for (; word >= sentence && at >= start; word--) {
    if (text.charCodeAt(at) === 0x2e) at--;
    const initial = text.charCodeAt(words.start[word] as number);
    if (initial === text.charCodeAt(at)) {
      at--;
      if (at < start) return word;
    } else if (isCapital(words, word) || !LINKS.has(words.lower[word] as number)) return -1;
  }
  return -1;
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
