/** So many times the wanted length is looked at: blanks may be many. */
const REACH = 4;

/** The first words of a text on one line, cut between two of them (or characters) where it is longer than `limit`. */
export function firstWords(text: string, limit: number): string {
  const isLonger = text.length > limit * REACH;
  const line = text
    .slice(0, limit * REACH)
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
  if (line.length <= limit) return isLonger && line !== '' ? `${line}…` : line;
  const blank = line.lastIndexOf(' ', limit);
  // A very long word is cut, as are scripts without blanks.
  if (blank > limit / 3) return `${line.slice(0, blank).replace(/[,;:–—-]+$/, '')}…`;
  const code = line.charCodeAt(limit - 1);
  return `${line.slice(0, code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit)}…`;
}
