/** A text for comparing: without case and accents. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  // Most names are plain, and there may be very many.
  return PLAIN.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
}

const PLAIN = /^[\u0000-\u007f]*$/;

/** The words that somebody types into a filter. */
export function foldedWords(query: string): readonly string[] {
  return folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}
