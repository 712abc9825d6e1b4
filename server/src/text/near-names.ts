import { distance } from './similar.ts';

/** A name that others may be slips of. */
export interface UsualName {
  readonly text: string;
  readonly type: string;
  /** In how many places it stands. */
  readonly count: number;
}

/** Shorter names are one letter from too many others. */
const LEAST_LETTERS = 6;
/** From so many letters on two slips may be one name. */
const LONG = 11;

/**
 * Names by what two that differ by a slip have in common: the type, the first letter, and nearly the length. Looking for the
 * neighbours of one name compares it with a few hundred of a hundred thousand.
 */
export class NearNames {
  private readonly buckets = new Map<string, UsualName[]>();
  private readonly known = new Map<string, number>();

  constructor(names: Iterable<UsualName>) {
    for (const name of names) {
      this.known.set(`${name.type}\n${name.text}`, name.count);
      if (lettersOf(name.text) < LEAST_LETTERS) continue;
      const key = bucketOf(name.type, name.text, name.text.length);
      const bucket = this.buckets.get(key);
      if (bucket === undefined) this.buckets.set(key, [name]);
      else bucket.push(name);
    }
  }

  /** In how many places a name stands, as far as it is among these. */
  countOf(type: string, text: string): number {
    return this.known.get(`${type}\n${text}`) ?? 0;
  }

  /** The names that differ from one by a slip of the pen, most frequent first: not by an ending, a number or a first letter. */
  slipsOf(type: string, text: string): UsualName[] {
    if (lettersOf(text) < LEAST_LETTERS) return [];
    const limit = text.length >= LONG ? 2 : 1;
    const found: UsualName[] = [];
    for (let length = text.length - limit; length <= text.length + limit; length++)
      for (const name of this.buckets.get(bucketOf(type, text, length)) ?? [])
        if (name.text !== text && isSlip(text, name.text, limit)) found.push(name);
    return found.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  }
}

/** Whether one text may be the other one, miswritten. */
export function isSlip(written: string, meant: string, limit: number): boolean {
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()];
  if (a === b || distance(a, b, limit) > limit) return false;
  const [words, others] = [a.split(' '), b.split(' ')];
  // A word more or less is another name, or a fuller form of it.
  if (words.length !== others.length) return false;
  let wrong = 0;
  for (const [i, word] of words.entries()) {
    const other = others[i] as string;
    if (word === other) continue;
    wrong++;
    if (Math.min(word.length, other.length) < LEAST_LETTERS - 1 || word.charAt(0) !== other.charAt(0)) return false;
    if (/\d/.test(word + other) || differsAtEnd(word, other)) return false;
    // Two slips in one short word make another word of it.
    if (distance(word, other, 1) > 1 && word.length < LONG - 1) return false;
  }
  return wrong === 1;
}

/** "Austria", "Austrian", "Maria", "Marie": endings tell forms of a word, and words, apart. */
function differsAtEnd(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return Math.max(a.length, b.length) - same <= 2;
}

function bucketOf(type: string, text: string, length: number): string {
  return `${type}\n${text.charAt(0).toLowerCase()}${length}`;
}

function lettersOf(text: string): number {
  let letters = 0;
  for (const character of text) if (character.toLowerCase() !== character.toUpperCase()) letters++;
  return letters;
}
