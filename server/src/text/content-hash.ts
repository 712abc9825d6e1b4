/**
 * Tells one text from another: 64 bits as two numbers of 32, over its code units and its length. Made for speed, not
 * against people who look for two texts with the same one. (cyrb: two multiplicative hashes that stir each other.)
 */
export function contentHash(text: string, seed = 0): [number, number] {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a | 0, (b ^ text.length) | 0];
}
