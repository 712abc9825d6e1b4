import { hashOf, keyOf, mix, SEED } from './hash.ts';
import { type Lexicon, LONGEST_PHRASE } from './lexicon.ts';
import { isCapital, MIXED, NO_CAPITALS, PLAIN, SHOUTED, type Words, type Writable } from './words.ts';

/** Says of each word on which lists it stands, alone and as part of a phrase. */
export function markPhrases(words: Writable, lexicon: Lexicon): void {
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

/** Says of each capitalised word in which run of such words it stands. */
export function markRuns(words: Writable): void {
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
export function markAcronyms(text: string, words: Writable): void {
  for (let i = 2; i + 1 < words.count; i++) {
    if (words.style[i] !== SHOUTED || words.sign[i - 1] !== OPEN || words.sign[i + 1] !== CLOSE) continue;
    const first = longForm(text, words, i);
    if (first < 0) continue;
    words.acronym[i] = 1;
    for (let k = first; k < i - 1; k++) words.acronym[k] = 2;
  }
}

/** The first word of the name before a bracket whose initials are the letters of word `i`; -1 for none. */
function longForm(text: string, words: Words, i: number): number {
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
