import { isBlank } from '../text/characters.ts';
import { sentenceEnds } from '../text/sentences.ts';
import type { Block, Field, FieldKey } from './types.ts';

/** A text longer than this is cut at a sentence end behind it, */
const LONG = 2_000;
/** or, where there is none up to here, at a sentence end before, or at a blank behind it, */
const VERY_LONG = 3_000;
/** or, where there is none, here. */
const LONGEST = 4_000;
/** A cut leaves no smaller piece than this. */
const SHORTEST = 500;

/** The blocks of a piece of a segment's text: one, or several when it is long. None for blanks. */
export function makeBlocks(text: string, start: number, end: number, field: FieldKey | undefined): Block[] {
  const from = skipBlanks(text, start, end);
  const to = trimBlanks(text, from, end);
  if (from >= to) return [];
  if (to - from <= LONG) return [{ start: from, text: text.slice(from, to), field }];
  const piece = text.slice(from, to);
  const ends = sentenceEnds(piece);
  const blocks: Block[] = [];
  let at = 0;
  let next = 0;
  while (piece.length - at > LONG) {
    let last = -1;
    while (next < ends.length && (ends[next] as number) <= at + LONG) last = ends[next++] as number;
    const behind = ends[next] ?? piece.length;
    const cut = behind <= at + VERY_LONG ? behind : last >= at + SHORTEST ? last : cutInside(piece, at);
    add(cut);
  }
  add(piece.length);
  return blocks;

  function add(cut: number): void {
    const last = trimBlanks(piece, at, cut);
    if (last > at) blocks.push({ start: from + at, text: piece.slice(at, last), field });
    at = skipBlanks(piece, cut, piece.length);
  }
}

/** The blocks of a field: its value, or each of its values where they are the entries of a YAML list. */
export function fieldBlocks(text: string, field: Field): Block[] {
  // Nothing is named in an address or a language tag.
  if (field.key === 'url' || field.key === 'language' || field.value === '') return [];
  const spans = field.style === 'yaml' && field.items ? field.items : [field.valueSpan];
  return spans.flatMap((span) => makeBlocks(text, span.start, span.end, field.key));
}

/** Where a text without sentences is cut: at a blank, or else anywhere but inside a character. */
function cutInside(text: string, at: number): number {
  const to = Math.min(text.length, at + LONGEST);
  if (to === text.length && to - at <= VERY_LONG) return to;
  for (let i = at + VERY_LONG; i < to; i++) if (isBlank(text.charCodeAt(i))) return i;
  if (to === text.length) return to;
  const high = text.charCodeAt(to - 1);
  const low = text.charCodeAt(to);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff ? to - 1 : to;
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function trimBlanks(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}
