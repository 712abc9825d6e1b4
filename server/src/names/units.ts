import { CJK, classAt, isBlank } from '../text/characters.ts';
import { hashWord } from '../text/keywords.ts';
import type { Token } from '../text/tokens.ts';

/**
 * What names are compared by: tokens, but words cut at their hyphens (`US-led`, `Israeli-Palestinian`) and CJK runs cut
 * into letters, since there a name may begin and end anywhere. A full stop that only closes an abbreviation is off.
 */
export interface Units {
  readonly count: number;
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** Hash of the unit without regard to case, see {@link hashWord}; -1 where it is not plain ASCII. */
  readonly hash: readonly number[];
  /** How it hangs together with the unit before: 0 nothing between, 1 a blank or a line end, 2 more than that. */
  readonly gap: readonly number[];
}

const HYPHEN = 0x2d;
const DOT = 0x2e;
/** A name does not go on behind more blanks than this. */
const WIDEST_GAP = 40;

export function unitsOf(text: string, tokens: readonly Token[]): Units {
  const start: number[] = [];
  const end: number[] = [];
  const hash: number[] = [];
  const gap: number[] = [];
  const add = (from: number, to: number, between: number) => {
    start.push(from);
    end.push(to);
    hash.push(hashWord(text, from, to));
    gap.push(between);
  };
  let last = 0;
  for (const token of tokens) {
    let between = last === token.start ? 0 : last + 1 === token.start ? 1 : gapBetween(text, last, token.start);
    last = token.end;
    if (token.kind !== 'word') {
      add(token.start, token.end, between);
      continue;
    }
    let from = token.start;
    if (classAt(text, from) === CJK) {
      while (from < token.end) {
        const next = from + ((text.codePointAt(from) as number) > 0xffff ? 2 : 1);
        add(from, next, between);
        between = 0;
        from = next;
      }
      continue;
    }
    const to = withoutStop(text, token);
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code !== HYPHEN && code !== 0x2010 && code !== 0x2011) continue;
      if (at > from) add(from, at, between);
      add(at, at + 1, at > from ? 0 : between);
      between = 0;
      from = at + 1;
    }
    if (from < to) add(from, to, between);
  }
  return { count: start.length, start, end, hash, gap };
}

/** The end of a word, before its full stop when that is its only one: `Inc.`, `W.`, not `U.S.`. */
function withoutStop(text: string, token: Token): number {
  const end = token.end - 1;
  if (end <= token.start || text.charCodeAt(end) !== DOT) return token.end;
  for (let at = token.start; at < end; at++) if (text.charCodeAt(at) === DOT) return token.end;
  return end;
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

/** Letters that composing leaves alone: Latin, Cyrillic, Han, Hangul syllables. What is left out is only slower. */
function isPlain(code: number): boolean {
  if (code < 0x2b0) return true;
  if (code < 0x530) return (code >= 0x400 && code <= 0x482) || code >= 0x48a;
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);
}
