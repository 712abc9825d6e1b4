/** A part of an address, percent-encoded. Half of a surrogate pair, which cannot be, becomes U+FFFD. */
export function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}
