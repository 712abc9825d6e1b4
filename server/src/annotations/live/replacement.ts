import type { Replacement } from './tracked.ts';

/** A replacement without the text that it leaves as it is at its beginning and end. */
export function narrowed(start: number, removed: string, inserted: string): Replacement {
  const most = Math.min(removed.length, inserted.length);
  let head = 0;
  while (head < most && removed.charCodeAt(head) === inserted.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    removed.charCodeAt(removed.length - 1 - tail) === inserted.charCodeAt(inserted.length - 1 - tail)
  )
    tail++;
  // A half of a character is none.
  if (head > 0 && isHigh(removed.charCodeAt(head - 1))) head--;
  if (tail > 0 && isLow(removed.charCodeAt(removed.length - tail))) tail--;
  return { start: start + head, end: start + removed.length - tail, length: inserted.length - head - tail };
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
