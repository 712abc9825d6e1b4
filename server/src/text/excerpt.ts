/** Words in the sentence that they stand in, on one line. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly behind: string;
}

/** A cut moves by at most so much to where a word begins or ends. */
const NEAR = 16;

/** An excerpt cut on either side to about `most` code units, at words where there are any, with an ellipsis for what is gone. */
export function cutExcerpt({ before, words, behind }: Excerpt, most: number): Excerpt {
  const room = Math.max(0, most - words.length);
  // Readers need some words in front of a name, and more of what is said of it.
  const front = Math.max(Math.floor(room * 0.4), room - behind.length);
  const shownBefore = cutFront(before, front);
  return { before: shownBefore, words, behind: cutEnd(behind, room - Math.min(front, shownBefore.length)) };
}

function cutFront(text: string, most: number): string {
  if (text.length <= most) return text;
  let start = text.length - most;
  const blank = text.slice(start, start + NEAR).search(/\s/u);
  if (blank !== -1) return `…${text.slice(start + blank).trimStart()}`;
  while (start < text.length && isInside(text, start)) start++;
  return `…${text.slice(start)}`;
}

function cutEnd(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = most;
  const blank = text.slice(Math.max(0, end - NEAR), end + 1).search(/\s\S*$/u);
  if (blank !== -1) return `${text.slice(0, Math.max(0, end - NEAR) + blank)}…`;
  while (end > 0 && isInside(text, end)) end--;
  return `${text.slice(0, end)}…`;
}

/** Whether a place divides a character: a surrogate pair, or a letter and its marks. */
function isInside(text: string, at: number): boolean {
  return /^[\udc00-\udfff\p{M}\u200d]/u.test(text.slice(at, at + 2)) || text.charCodeAt(at - 1) === 0x200d;
}
