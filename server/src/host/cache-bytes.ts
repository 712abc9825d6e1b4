import type { CacheFile } from '../ports.ts';

/** Bytes of the text, as a number of four bytes; then the text in UTF-8, filled up to four bytes; then the numbers. */
const HEAD = 4;

/** The bytes of a file in two pieces, the second one the numbers as they lie: they may be many. */
export function cacheParts({ text, numbers }: CacheFile): [Uint8Array, Uint8Array] {
  const utf8 = new TextEncoder().encode(text);
  const head = new Uint8Array(HEAD + Math.ceil(utf8.length / 4) * 4);
  new DataView(head.buffer).setUint32(0, utf8.length, true);
  head.set(utf8, HEAD);
  return [head, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)];
}

/** What is not all there, or is none of ours, comes back as something that its reader will not take. */
export function readCacheBytes(bytes: Uint8Array): CacheFile {
  // The numbers are used where they lie, so they must begin at a multiple of their size.
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  if (whole.length < HEAD) return { text: '', numbers: new Int32Array(0) };
  const view = new DataView(whole.buffer, whole.byteOffset, whole.length);
  const length = Math.min(view.getUint32(0, true), whole.length - HEAD);
  const start = Math.min(HEAD + Math.ceil(length / 4) * 4, whole.length & ~3);
  return {
    text: new TextDecoder().decode(whole.subarray(HEAD, HEAD + length)),
    numbers: new Int32Array(whole.buffer, whole.byteOffset + start, (whole.length - start) >> 2),
  };
}
