import { classAt, UPPER } from '../../text/characters.ts';
import { textAt } from '../../text/reading.ts';
import { adjoins, isPossessive, nameAt, type Scene, signAt, spanOf } from './scene.ts';
import type { Statement } from './types.ts';

/** The abbreviation in or before the bracket that opens at token `open`: "initial public offering (IPO)", "IPO (initial public offering)". */
export function abbreviationAt(scene: Scene, open: number): Statement | undefined {
  if (open < 1 || !adjoins(scene, open - 1)) return undefined;
  return behindLong(scene, open) ?? beforeLong(scene, open);
}

/** Tokens of a long form. */
const LONGEST = 12;

function behindLong(scene: Scene, open: number): Statement | undefined {
  const quoted = isQuote(scene, open + 1) ? 1 : 0;
  const at = open + 1 + quoted;
  if (signAt(scene, at + 1 + quoted) !== CLOSE) return undefined;
  const letters = lettersOf(textAt(scene, at));
  if (letters === undefined) return undefined;
  let end = isQuote(scene, open - 1) ? open - 2 : open - 1;
  // "the World Trade Organization's (WTO) summit"
  if (isPossessive(scene, end)) end--;
  const first = longBefore(scene, end, letters);
  if (first < 0) return undefined;
  const subject = spanOf(scene, first, end);
  const value = spanOf(scene, at, at);
  return { kind: 'abbreviation', subject, value, start: subject.start, end: value.end };
}

function beforeLong(scene: Scene, open: number): Statement | undefined {
  const letters = lettersOf(textAt(scene, open - 1));
  if (letters === undefined) return undefined;
  let close = open + 1;
  while (close - open <= LONGEST && signAt(scene, close) !== CLOSE) {
    if (scene.tokens[close]?.kind !== 'word') return undefined;
    close++;
  }
  if (signAt(scene, close) !== CLOSE) return undefined;
  const first = /^the$/i.test(textAt(scene, open + 1)) ? open + 2 : open + 1;
  if (!spells(scene, first, close - 1, letters)) return undefined;
  const subject = spanOf(scene, first, close - 1);
  const value = spanOf(scene, open - 1, open - 1);
  return { kind: 'abbreviation', subject, value, start: value.start, end: subject.end };
}

const CLOSE = 0x29;

function isQuote(scene: Scene, index: number): boolean {
  const sign = signAt(scene, index);
  return sign !== 0 && '"“”‘’'.includes(String.fromCharCode(sign));
}

/** Whether a short form stands for a long one: "PKK" for "Kurdistan Workers' Party" ; undefined where it looks like no short form. */
export function standsFor(scene: Scene, short: string, first: number, last: number): boolean | undefined {
  const letters = lettersOf(short);
  return letters === undefined ? undefined : spells(scene, first, last, letters);
}

/** The letters of what may be an abbreviation, small, without stops and the s of a plural; undefined for all else. */
function lettersOf(written: string): string | undefined {
  if (written.length < 2 || written.length > MOST_LETTERS) return undefined;
  const letters = written.replace(/(?<=[A-Z])s$/, '').replaceAll('.', '');
  return /^[A-Z][A-Za-z&]*[A-Z]$/.test(letters) && !/[a-z]{3}/.test(letters)
    ? letters.replaceAll('&', '').toLowerCase()
    : undefined;
}

const MOST_LETTERS = 10;

/** The first token of the long form that ends at `end`: a name's, or so many words as the letters ask for; -1 for none. */
function longBefore(scene: Scene, end: number, letters: string): number {
  const name = nameAt(scene, end);
  if (name !== undefined && spells(scene, name.first, end, letters)) return name.first;
  for (let first = end; first >= 0 && end - first < LONGEST; first--) {
    if (first < end && !adjoins(scene, first)) break;
    const { kind } = scene.tokens[first] ?? {};
    if (kind !== 'word' && !(kind === 'symbol' && textAt(scene, first) === '&')) break;
    const inner = nameAt(scene, first);
    if (inner !== undefined && inner.first !== first) continue;
    if (spells(scene, first, end, letters)) return first;
  }
  return -1;
}

/** Whether the initials of the words spell the letters; small words of grammar may be left out, the first word never. */
function spells(scene: Scene, first: number, last: number, letters: string): boolean {
  if (last - first < 1 || last - first >= LONGEST) return false;
  const initials: string[] = [];
  const optional: boolean[] = [];
  for (let at = first; at <= last; at++) {
    const written = textAt(scene, at);
    if (/^['’]s?$/.test(written)) continue;
    const parts = partsOf(written);
    for (const [index, part] of parts.entries()) {
      initials.push(part.charAt(0).toLowerCase());
      optional.push(SMALL.test(part) || index > 0);
    }
  }
  if (initials.length > 2 * LONGEST) return false;
  return optional[0] !== true && matches(initials, optional, letters);
}

const SMALL =
  /^(?:di|der|die|das|von|für|du|le|les|los|las|of|the|and|for|in|on|to|de|del|la|des|du|et|y|e|a|an|at|with|against|&)$/;

function partsOf(written: string): string[] {
  const parts = written.split(/[-–/]/).filter((part) => part !== '');
  // "ProPublica", "MicroStrategy": a capital inside is an initial too.
  return parts.flatMap((part) => (classAt(part, 0) === UPPER ? part.split(/(?<=[a-z])(?=[A-Z])/) : [part]));
}

/** Every letter an initial, in order; between them only what is optional. */
function matches(initials: readonly string[], optional: readonly boolean[], letters: string): boolean {
  // Which letters may have been read so far, by number.
  let reached = new Set([0]);
  for (const [index, initial] of initials.entries()) {
    const next = new Set<number>();
    for (const at of reached) {
      if (letters.charAt(at) === initial) next.add(at + 1);
      if (optional[index] === true) next.add(at);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(letters.length);
}
