/**
 * How much two texts share, told by signatures of 256 bytes (MinHash, Broder 1997; one permutation for all places, Li, Owen and
 * Zhang 2012; empty places filled by rotation, Shrivastava and Li 2014).
 */

/** Words that stand together: what two texts share by chance is shorter. */
const SHINGLE = 4;
/** Places of a signature, a power of two. */
const PLACES = 64;
const PLACE_BITS = 6;
/** Texts with fewer runs of words than these have no signature: they would be like many. */
const LEAST = 30;

const PRIME = 0x01000193;
/** {@link PRIME} to the power of {@link SHINGLE}: what the word has grown to that leaves a run. */
const OLDEST = power(PRIME, SHINGLE);

/** The signature of a text by its words; case, signs, blanks and line ends do not count. Empty of a text that is too short. */
export function signatureOf(text: string): Int32Array {
  const least = new Int32Array(PLACES).fill(NONE);
  const recent = new Int32Array(SHINGLE);
  let words = 0;
  let run = 0;
  let word = 0;
  let length = 0;
  const add = () => {
    const slot = words % SHINGLE;
    const left = recent[slot] as number;
    recent[slot] = word;
    words++;
    run = (Math.imul(run, PRIME) + word - Math.imul(left, OLDEST)) | 0;
    if (words < SHINGLE) return;
    const mixed = mix(run);
    const place = mixed >>> (32 - PLACE_BITS);
    const value = mixed & 0x3ffffff;
    if (value < (least[place] as number)) least[place] = value;
  };
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? letterOf(text, at) : 0;
    if (code !== 0) {
      word = Math.imul(word ^ code, PRIME);
      length++;
    } else if (length > 0) {
      word = mix(word);
      add();
      word = 0;
      length = 0;
    }
  }
  return words < LEAST + SHINGLE - 1 ? new Int32Array(0) : filled(least);
}

/** The share of runs of words that two texts have in common of all that they have, as their signatures tell it: 0 to 1. */
export function similarity(a: Int32Array, b: Int32Array): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  let same = 0;
  for (let place = 0; place < a.length; place++) if (a[place] === b[place]) same++;
  return same / a.length;
}

const NONE = 0x7fffffff;

/** A place that nothing fell into takes what the next one has, and how far that was. */
function filled(least: Int32Array): Int32Array {
  const result = Int32Array.from(least);
  for (let place = 0; place < PLACES; place++) {
    for (let far = 1; result[place] === NONE && far < PLACES; far++) {
      const other = least[(place + far) % PLACES] as number;
      if (other !== NONE) result[place] = (other + Math.imul(far, 0x4000000)) | 0;
    }
  }
  return result;
}

/** A letter or digit without case; 0 for anything else. */
function letterOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) {
    if (code >= 97 && code <= 122) return code;
    if (code >= 65 && code <= 90) return code + 32;
    return code >= 48 && code <= 57 ? code : 0;
  }
  // Scripts without blanks give one long word, which is as good as any.
  if (code < 0xc0 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x3003)) return 0;
  return text.charAt(at).toLowerCase().charCodeAt(0);
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}
