import type { Mistake } from './score.ts';

/** The kind of a mistake in words, the same for mistakes that one change may cure. */
export function kindOfMistake({ found, right }: Mistake, text: string): string {
  if (found === undefined) return right === undefined ? '' : `${right.type} missed${writing(text, right)}`;
  if (right === undefined) return `${found.type} where nothing is marked${writing(text, found)}`;
  const same = found.start === right.start && found.end === right.end;
  if (same) return `${right.type} taken for ${found.type}`;
  const type = found.type === right.type ? right.type : `${right.type} taken for ${found.type},`;
  if (found.start <= right.start && found.end >= right.end) return `${type} too long`;
  if (found.start >= right.start && found.end <= right.end) return `${type} too short`;
  return `${type} shifted`;
}

function writing(text: string, { start, end }: { start: number; end: number }): string {
  const written = text.slice(start, end);
  if (written === written.toLowerCase()) return ', in small letters';
  if (written === written.toUpperCase() && written.length > 1) return ', in capitals';
  return written.includes(' ') ? ', of several words' : ', of one word';
}
