import { keyOf, mix } from './hash.ts';
import { caseOf, clusterOf, LISTS, rankOf } from './lexicon.ts';
import { CAPITAL, isCapital, opensSentence, PLAIN, SIGN, type Words } from './words.ts';

/** No word has more features than this. */
export const MOST_FEATURES = 192;

/** Families of features, so that what each brings can be measured: bits of a mask. */
export const FAMILIES = ['words', 'lists', 'clusters', 'runs', 'acronyms', 'document'] as const;
export type Family = (typeof FAMILIES)[number];
export const ALL_FAMILIES = 63;
const LIST_BIT = 2;
const CLUSTER_BIT = 4;
const RUN_BIT = 8;
const ACRONYM_BIT = 16;
export const DOCUMENT_BIT = 32;

/** Keys of the features of a word, the same for the trainer and for the recognizer. Not thread safe: one at a time. */
export class FeatureReader {
  readonly keys = new Int32Array(MOST_FEATURES);
  count = 0;
  private readonly families: number;

  constructor(families = ALL_FAMILIES) {
    this.families = families;
  }

  /** Reads the features of word `i`; they stand in `keys` until the next call. */
  read(words: Words, i: number): void {
    this.count = 0;
    this.readWords(words, i);
    if (this.families & LIST_BIT) this.readLists(words, i);
    if (this.families & CLUSTER_BIT) this.readClusters(words, i);
    if (this.families & RUN_BIT && isCapital(words, i)) this.readRun(words, i);
    if (this.families & ACRONYM_BIT && words.acronym[i] !== 0) this.add(100, words.acronym[i] as number);
  }

  add(template: number, value: number): void {
    this.keys[this.count++] = keyOf(mix(template, value));
  }

  private readWords(words: Words, i: number): void {
    const { lower, shape, style, first, next } = words;
    const begin = first[i] as number;
    const end = next[i] as number;
    const w = lower[i] as number;
    const before = at(lower, i - 1, begin, end);
    const after = at(lower, i + 1, begin, end);
    const s = shape[i] as number;
    const opens = opensSentence(words, i) ? 1 : 0;
    const line = words.line[i] as number;
    const kind = style[i] as number;
    this.add(1, 0);
    this.add(2, words.word[i] as number);
    this.add(3, w);
    this.add(4, before);
    this.add(5, after);
    this.add(6, at(lower, i - 2, begin, end));
    this.add(7, at(lower, i + 2, begin, end));
    this.add(8, mix(before, w));
    this.add(9, mix(w, after));
    this.add(10, s);
    this.add(11, at(shape, i - 1, begin, end));
    this.add(12, at(shape, i + 1, begin, end));
    this.add(13, mix(at(shape, i - 1, begin, end), s));
    this.add(14, mix(s, at(shape, i + 1, begin, end)));
    let styles = 0;
    for (let k = i - 2; k <= i + 2; k++) styles = styles * 8 + (k >= begin && k < end ? (style[k] as number) : 7);
    this.add(15, styles);
    this.add(16, (styles >> 3) & 511);
    this.add(17, mix(opens + 2 * line, kind));
    if (kind === SIGN) return;
    const size = Math.min(4, words.length[i] as number);
    for (let k = 0; k < size; k++) {
      this.add(20 + k, words.prefixes[4 * i + k] as number);
      this.add(24 + k, words.suffixes[4 * i + k] as number);
    }
    if (kind === PLAIN) return;
    this.add(28, mix(before, s));
    this.add(29, mix(s, after));
    this.add(30, mix(before, at(lower, i - 2, begin, end)));
    this.add(31, mix(after, at(lower, i + 2, begin, end)));
    this.add(32, mix(before, mix(after, kind)));
    if (size >= 4) this.add(33, mix(words.suffixes[4 * i + 2] as number, kind + 8 * opens));
  }

  private readLists(words: Words, i: number): void {
    const { begins, goesOn, stands, style, first, next } = words;
    const begin = begins[i] as number;
    const on = goesOn[i] as number;
    const alone = stands[i] as number;
    const line = words.line[i] as number;
    const kind = style[i] as number;
    if (begin | on | alone)
      for (let list = 0; list < LISTS.length; list++) {
        const bit = 1 << list;
        if (alone & bit) this.add(40, list * 8 + kind);
        if (begin & bit) this.add(41, list);
        if (on & bit) this.add(42, list);
      }
    if (line !== 0) this.add(50, mix(alone | (begin << 13), line));
    if (kind === PLAIN || kind >= SIGN) {
      // Words around names: titles, occupations, heads.
      if (i > (first[i] as number)) this.add(47, stands[i - 1] as number);
      return;
    }
    const own = alone | (begin << 13);
    const previous = i > (first[i] as number) ? (stands[i - 1] as number) : -1;
    const following = i + 1 < (next[i] as number) ? (stands[i + 1] as number) : -1;
    this.add(43, own);
    this.add(44, mix(own, previous));
    this.add(45, mix(own, following));
    this.add(46, previous);
    this.add(48, following);
    // "Lyon, France": what stands behind the comma.
    if (i + 2 < (next[i] as number) && words.sign[i + 1] === COMMA) this.add(51, mix(stands[i + 2] as number, own));
    if (i - 2 >= (first[i] as number) && words.sign[i - 1] === COMMA) this.add(52, mix(stands[i - 2] as number, own));
    this.add(53, mix(own, i > (first[i] as number) ? clusterOf(words.entry[i - 1] as number) : 256));
    this.add(54, mix(own, i + 1 < (next[i] as number) ? clusterOf(words.entry[i + 1] as number) : 256));
    this.add(49, mix(own, caseOf(words.entry[i] as number) + 8 * (opensSentence(words, i) ? 1 : 0)));
  }

  private readClusters(words: Words, i: number): void {
    const { entry, first, next, style } = words;
    const begin = first[i] as number;
    const end = next[i] as number;
    const own = clusterOf(entry[i] as number);
    const before = i > begin ? clusterOf(entry[i - 1] as number) : 256;
    const after = i + 1 < end ? clusterOf(entry[i + 1] as number) : 256;
    this.add(60, own);
    this.add(61, before);
    this.add(62, after);
    const kind = style[i] as number;
    const use = caseOf(entry[i] as number) * 4 + rankOf(entry[i] as number);
    this.add(63, use * 8 + kind);
    this.add(64, mix(use * 8 + kind, opensSentence(words, i) ? 1 : 0));
    if (kind === PLAIN || kind >= SIGN) return;
    this.add(65, mix(before, own));
    this.add(66, mix(own, after));
    this.add(67, mix(before, after));
    this.add(68, i - 1 > begin ? clusterOf(entry[i - 2] as number) : 256);
    this.add(69, i + 2 < end ? clusterOf(entry[i + 2] as number) : 256);
    this.add(70, mix(use, i + 1 < end ? (style[i + 1] as number) : 7));
  }

  /** Of the capitalised words that stand together, the first and the last, their neighbours, and what is in them. */
  private readRun(words: Words, i: number): void {
    const { lower, runFirst, runNext, first, next, stands, entry } = words;
    const head = runFirst[i] as number;
    const tail = (runNext[i] as number) - 1;
    const begin = first[i] as number;
    const end = next[i] as number;
    const where = i === head ? (i === tail ? 0 : 1) : i === tail ? 2 : 3;
    const before = at(lower, head - 1, begin, end);
    const after = at(lower, tail + 1, begin, end);
    this.add(80, mix(where, Math.min(tail - head, 7)));
    this.add(81, mix(lower[head] as number, where));
    this.add(82, mix(lower[tail] as number, where));
    this.add(83, mix(before, where === 0 || where === 1 ? 1 : 0));
    this.add(84, mix(after, where === 0 || where === 2 ? 1 : 0));
    this.add(85, mix(before, after));
    this.add(86, mix(head > begin ? clusterOf(entry[head - 1] as number) : 256, where));
    this.add(87, mix(tail + 1 < end ? clusterOf(entry[tail + 1] as number) : 256, where));
    let all = 0;
    let common = 0;
    let joined = 0;
    let hash = 0;
    for (let k = head; k <= tail; k++) {
      if (words.style[k] === PLAIN || words.style[k] === SIGN) {
        joined = lower[k] as number;
        continue;
      }
      all |= stands[k] as number;
      const use = caseOf(entry[k] as number);
      if (use === 1 || use === 2) common++;
      if (tail - head < 4) hash = mix(hash, lower[k] as number);
    }
    this.add(88, mix(all & HEADS, where));
    this.add(89, mix((stands[head] as number) & TELLING, (stands[tail] as number) & TELLING) + where);
    this.add(90, mix(Math.min(common, 3) * 4 + Math.min(tail - head + 1 - common, 3), where));
    if (joined !== 0) this.add(91, mix(joined, mix(where, all & HEADS)));
    if (tail > head && tail - head < 4) this.add(92, hash);
    if (tail > head) this.add(93, mix(lower[head + 1] as number, where));
    this.add(95, mix(lower[i] as number, where));
    // The name before, when only a sign or two small words stand between: names of a kind stand together.
    for (let k = head - 1; k >= begin && k >= head - 3; k--) {
      if (!isCapital(words, k)) continue;
      this.add(96, mix(stands[k] as number, mix(head - k, words.sign[head - 1] as number)));
      this.add(97, mix(clusterOf(entry[k] as number), mix(stands[i] as number, words.sign[head - 1] as number)));
      break;
    }
    for (let k = tail + 1; k < end && k <= tail + 3; k++) {
      if (!isCapital(words, k)) continue;
      this.add(98, mix(stands[k] as number, mix(k - tail, words.sign[tail + 1] as number)));
      this.add(99, mix(clusterOf(entry[k] as number), mix(stands[i] as number, words.sign[tail + 1] as number)));
      break;
    }
    const opened = head > begin ? (words.sign[head - 1] as number) : 0;
    const closed = tail + 1 < end ? (words.sign[tail + 1] as number) : 0;
    if (opened !== 0 || closed !== 0) this.add(101, mix(opened * 65536 + closed, where));
    if (words.style[head] !== CAPITAL) this.add(94, mix(words.style[head] as number, where));
    this.readAround(words, head, tail, where);
  }

  /** What stands further away from a run: what describes it behind a comma, and the runs beside it. */
  private readAround(words: Words, head: number, tail: number, where: number): void {
    const { lower, first, next, sign, runFirst, runNext } = words;
    const begin = first[head] as number;
    const end = next[head] as number;
    const closes = where % 2 === 0 ? 1 : 0;
    // "Kestrel, the owner of …", "Kestrel, which runs …"
    if (tail + 1 < end && sign[tail + 1] === COMMA)
      for (let k = tail + 2; k < end && k <= tail + 6 && words.style[k] !== SIGN; k++)
        if (words.style[k] === PLAIN) this.add(102, lower[k] as number);
    // What the name before or behind is made of: "Workers' Party, X and Y", "Workers' Party (WP)".
    const before = head - 1 > begin && isCapital(words, head - 2) ? head - 2 : -1;
    if (before >= 0)
      this.add(103, mix(listsOf(words, runFirst[before] as number, before), mix(lower[head - 1] as number, closes)));
    const after = tail + 2 < end && isCapital(words, tail + 2) ? tail + 2 : -1;
    if (after >= 0)
      this.add(104, mix(listsOf(words, after, (runNext[after] as number) - 1), mix(lower[tail + 1] as number, closes)));
  }
}

/** The lists on which words of a run stand. */
function listsOf(words: Words, from: number, to: number): number {
  let lists = 0;
  for (let k = from; k <= to; k++) lists |= words.stands[k] as number;
  return lists & TELLING_OF_RUN;
}

function at(hashes: Int32Array, i: number, begin: number, end: number): number {
  if (i < begin) return i === begin - 1 ? 11 : 12;
  if (i >= end) return i === end ? 13 : 14;
  return hashes[i] as number;
}

const COMMA = 0x2c;

const HEADS = (1 << LISTS.indexOf('head')) | (1 << LISTS.indexOf('landmark')) | (1 << LISTS.indexOf('title'));
const TELLING = 0x1fff;
const TELLING_OF_RUN =
  HEADS |
  (1 << LISTS.indexOf('first')) |
  (1 << LISTS.indexOf('organization')) |
  (1 << LISTS.indexOf('place')) |
  (1 << LISTS.indexOf('city'));
