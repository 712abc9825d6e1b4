import type { FileContent } from '../ports.ts';

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/** The text of a file's bytes; what is not UTF-8 is replaced and said so. Works in Node and in a worker. */
export function decode(bytes: Uint8Array): FileContent {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: strict.decode(bytes), bom, utf8: true };
  } catch {
    return { text: lenient.decode(bytes), bom, utf8: false };
  }
}
