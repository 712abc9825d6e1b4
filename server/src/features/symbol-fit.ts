import { plainWords } from '../text/plain-words.ts';

/** What somebody typed to find something by its name. */
export interface Sought {
  /** Plain words with a blank between them. */
  readonly words: string;
  /** The same without the blanks. */
  readonly letters: string;
  readonly mask: number;
}

export function soughtBy(query: string): Sought {
  const words = plainWords(query);
  return { words, letters: words.replaceAll(' ', ''), mask: letterMask(words) };
}

/** Which letters a plain text has, in 31 bits: one without a letter that is sought need not be looked at. */
export function letterMask(plain: string): number {
  let mask = 0;
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i);
    if (code >= 0x61 && code <= 0x7a) mask |= 1 << (code - 0x61);
    else if (code !== 0x20) mask |= 1 << (26 + (code % 5));
  }
  return mask;
}

/**
 * How well a plain name fits, from 7 to 0: it is what is sought; begins with it as whole words; begins with it; has a word
 * that does; beginnings of its words make it up ("wang wen", "who"); has it inside; has its letters in order; does not fit.
 * What is empty fits to all alike.
 */
export function fitOf(plain: string, { words, letters }: Sought): number {
  if (words === '') return 1;
  const at = plain.indexOf(words);
  if (at === 0) return plain.length === words.length ? 7 : plain[words.length] === ' ' ? 6 : 5;
  if (at > 0 && (plain[at - 1] === ' ' || plain.includes(` ${words}`))) return 4;
  if (isOfBeginnings(plain, letters)) return 3;
  if (at > 0) return 2;
  return hasInOrder(plain, letters) ? 1 : 0;
}

/** Whether letters are beginnings of words, in order. Of several words with the next letter the first one is taken. */
function isOfBeginnings(plain: string, letters: string): boolean {
  let at = 0;
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i];
    if (plain[at] !== letter) {
      do {
        at = plain.indexOf(' ', at) + 1;
        if (at === 0) return false;
      } while (plain[at] !== letter);
    }
    at++;
  }
  return true;
}

function hasInOrder(plain: string, letters: string): boolean {
  let at = 0;
  for (let i = 0; i < letters.length; i++) {
    at = plain.indexOf(letters[i] as string, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
