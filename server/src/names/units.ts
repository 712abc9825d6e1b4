import { CJK, classAt, isBlank } from '../text/characters.ts';
import type { Token } from '../text/tokens.ts';

/**
 * What names are compared by: tokens, but words cut at their hyphens (`US-led`, `Israeli-Palestinian`) and CJK runs cut
 * into letters, since there a name may begin and end anywhere. A full stop that only closes an abbreviation is off.
 */
export interface Units {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** How it hangs together with the unit before: 0 nothing between, 1 a blank or a line end, 2 more than that. */
  readonly gap: Uint8Array;
}

const HYPHENS = ['-', '\u2010', '\u2011'] as const;
const DOT = 0x2e;
/** A name does not go on behind more blanks than this. */
const WIDEST_GAP = 40;

export function unitsOf(text: string, tokens: readonly Token[]): Units {
  const units = new UnitList(tokens.length);
  const hyphens = new Hyphens(text);
  let last = 0;
  for (const { kind, start, end } of tokens) {
    const between = last === start ? 0 : last + 1 === start ? 1 : gapBetween(text, last, start);
    last = end;
    if (kind !== 'word') units.add(start, end, between);
    else if (text.charCodeAt(start) > 0x2ff && classAt(text, start) === CJK)
      addLetters(units, text, start, end, between);
    else {
      const to = text.charCodeAt(end - 1) === DOT ? withoutStop(text, start, end) : end;
      hyphens.goTo(start);
      if (hyphens.next >= to) units.add(start, to, between);
      else addParts(units, hyphens, start, to, between);
    }
  }
  return units;
}

function addLetters(units: UnitList, text: string, start: number, end: number, between: number): void {
  for (let from = start; from < end; ) {
    const next = from + ((text.codePointAt(from) as number) > 0xffff ? 2 : 1);
    units.add(from, next, from === start ? between : 0);
    from = next;
  }
}

/** A word with hyphens, which are units too. */
function addParts(units: UnitList, hyphens: Hyphens, start: number, end: number, between: number): void {
  for (let from = start; from < end; ) {
    hyphens.goTo(from);
    const at = Math.min(hyphens.next, end);
    if (at > from) units.add(from, at, from === start ? between : 0);
    if (at < end) units.add(at, at + 1, at === start ? between : 0);
    from = at + 1;
  }
}

/** The hyphens of a text from left to right: most texts have few, and the engine finds them fastest. */
class Hyphens {
  /** The first one where it was gone to, or behind. */
  next = -1;
  private readonly text: string;
  /** The next one of each sign. */
  private readonly each = [-1, -1, -1];

  constructor(text: string) {
    this.text = text;
  }

  goTo(at: number): void {
    if (this.next >= at) return;
    for (const [i, sign] of HYPHENS.entries()) {
      if ((this.each[i] as number) >= at) continue;
      const found = this.text.indexOf(sign, at);
      this.each[i] = found < 0 ? Infinity : found;
    }
    this.next = Math.min(...this.each);
  }
}

/** Units while they are collected: three numbers each, in arrays that hold nothing else. */
class UnitList implements Units {
  count = 0;
  start: Int32Array;
  end: Int32Array;
  gap: Uint8Array;

  /** @param tokens how many there are; of each there is a unit at least. */
  constructor(tokens: number) {
    const size = tokens + (tokens >> 3) + 4;
    this.start = new Int32Array(size);
    this.end = new Int32Array(size);
    this.gap = new Uint8Array(size);
  }

  add(start: number, end: number, gap: number): void {
    if (this.count === this.start.length) this.grow();
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.gap[this.count] = gap;
    this.count++;
  }

  private grow(): void {
    const { start, end, gap } = this;
    this.start = new Int32Array(start.length * 2);
    this.start.set(start);
    this.end = new Int32Array(this.start.length);
    this.end.set(end);
    this.gap = new Uint8Array(this.start.length);
    this.gap.set(gap);
  }
}

/** The end of a word that ends in a full stop, before it when that is the only one: `Inc.`, `W.`, not `U.S.`. */
function withoutStop(text: string, start: number, end: number): number {
  const last = end - 1;
  if (last <= start) return end;
  for (let at = start; at < last; at++) if (text.charCodeAt(at) === DOT) return end;
  return last;
}

function gapBetween(text: string, from: number, to: number): number {
  if (to - from > WIDEST_GAP) return 2;
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!isBlank(code)) return 2;
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines > 1 ? 2 : 1;
}

/** A unit with its typographic variants made equal: composed letters, plain apostrophe and hyphen. */
export function plain(unit: string): string {
  for (let i = 0; i < unit.length; i++) {
    if (isPlain(unit.charCodeAt(i))) continue;
    return unit
      .normalize('NFC')
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/[\u2010\u2011]/g, '-')
      .replace(/[\u201c\u201d]/g, '"');
  }
  return unit;
}

/** A hash of a unit that is the same for all that is equal without regard to case and typographic variants. */
export function hashUnit(text: string, start: number, end: number): number {
  let hash = SEED;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 && !isCaseless(code)) return hashCodes(plain(text.slice(start, end)).toLowerCase());
    hash = mixed(hash, code >= 65 && code <= 90 ? code + 32 : code);
  }
  return hash;
}

function hashCodes(folded: string): number {
  let hash = SEED;
  for (let at = 0; at < folded.length; at++) hash = mixed(hash, folded.charCodeAt(at));
  return hash;
}

function mixed(hash: number, code: number): number {
  const product = Math.imul(hash ^ code, 0x01000193);
  return product ^ (product >>> 15);
}

/** Another one in each process, as for the maps of the engine: no file can be made of words that fall together. */
const SEED = Math.floor(Math.random() * 0x7fffffff) | 1;

/** Letters that composing leaves alone: Latin, Cyrillic, Han, Hangul syllables. What is left out is only slower. */
function isPlain(code: number): boolean {
  if (code < 0x2b0) return true;
  if (code < 0x530) return (code >= 0x400 && code <= 0x482) || code >= 0x48a;
  return isCaseless(code);
}

/** Of the plain letters those that have no case: Han and Hangul. */
function isCaseless(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);
}
