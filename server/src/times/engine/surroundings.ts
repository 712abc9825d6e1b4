import { classAt, UPPER } from '../../text/characters.ts';
import type { AnchorText, Time } from '../types.ts';
import type { Cell } from './cells.ts';
import type { Grammar } from './grammar.ts';
import type { Match } from './match.ts';
import { wordOf } from './numerals.ts';

/** The number of its sentence for each cell. Rough: what matters is which times stand together. */
export function sentencesOf(text: string, cells: readonly Cell[]): Int32Array {
  const numbers = new Int32Array(cells.length);
  let sentence = 0;
  for (let i = 0; i < cells.length; i++) {
    numbers[i] = sentence;
    const cell = cells[i] as Cell;
    if (cell.kind !== 'sign') continue;
    const code = text.charCodeAt(cell.start);
    if (code !== 0x2e && code !== 0x21 && code !== 0x3f) continue;
    const next = cells[i + 1];
    const behind = next === undefined ? 0 : classAt(text, next.start);
    if (next === undefined || behind === UPPER || next.kind !== 'word') sentence++;
  }
  return numbers;
}

/** Cells on each side that are asked for the tense. */
const NEAR = 6;

/** Whether the words near a match speak of what is to come or of what is over; the nearer word wins. */
export function tenseAt(
  grammar: Grammar,
  text: string,
  cells: readonly Cell[],
  sentences: Int32Array,
  { first, last }: Match,
): Pick<Time, 'tense'> {
  const sentence = sentences[first];
  for (let away = 1; away <= NEAR; away++) {
    for (const index of [first - away, last - 1 + away]) {
      const cell = cells[index];
      if (cell === undefined || cell.kind !== 'word' || sentences[index] !== sentence) continue;
      const word = wordOf(text, cell);
      if (grammar.future.has(word)) return { tense: 'future' };
      if (grammar.past.has(word)) return { tense: 'past' };
    }
  }
  return {};
}

/** Cells that an anchor may have. */
const LONGEST_ANCHOR = 30;

/** The words behind “after” or “before” to the end of their clause; undefined where none stand there. */
export function anchorBehind(text: string, cells: readonly Cell[], last: number, sign: number): AnchorText | undefined {
  // The word itself is the cell (or two) behind the match.
  const first = last + 1;
  let end = first;
  let depth = 0;
  while (end < cells.length && end - first < LONGEST_ANCHOR) {
    const cell = cells[end] as Cell;
    const sign_ = cell.kind === 'sign' ? text.charAt(cell.start) : '';
    if (/[.;:?!]/.test(sign_)) break;
    if (sign_ === '(') depth++;
    if (sign_ === ')' && --depth < 0) break;
    end++;
  }
  if (end <= first) return undefined;
  return {
    start: (cells[first] as Cell).start,
    end: (cells[end - 1] as Cell).end,
    relation: sign > 0 ? 'after' : 'before',
  };
}
