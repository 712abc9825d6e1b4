import { classAt, UPPER } from '../../text/characters.ts';
import type { AnchorText, Time } from '../types.ts';
import { type Cell, isSign } from './cells.ts';
import type { Grammar } from './grammar.ts';
import { wordOf } from './numerals.ts';

/** Numbers the sentences of a text. Rough: what matters is which times stand together. */
export class Sentences {
  private readonly text: string;
  private readonly cells: readonly Cell[];
  private at = 0;
  private sentence = 0;

  constructor(text: string, cells: readonly Cell[]) {
    this.text = text;
    this.cells = cells;
  }

  /** The number of the sentence that a cell stands in; cells are asked from left to right. */
  of(index: number): number {
    for (; this.at < index; this.at++) if (this.endsAt(this.at)) this.sentence++;
    return this.sentence;
  }

  private endsAt(index: number): boolean {
    const cell = this.cells[index] as Cell;
    if (!isSign(cell) || !endsSentence(this.text.charCodeAt(cell.start))) return false;
    const next = this.cells[index + 1];
    return next === undefined || next.kind !== 'word' || classAt(this.text, next.start) === UPPER;
  }
}

/** Full stop, exclamation mark, question mark. */
function endsSentence(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f;
}

/** Cells on each side that are asked for the tense. */
const NEAR = 6;

/** Whether the words near some cells speak of what is to come or of what is over; the nearer word wins. */
export function tenseAround(
  grammar: Grammar,
  text: string,
  cells: readonly Cell[],
  first: number,
  last: number,
  /** Whether what stands behind is asked as well. */
  both = true,
): Time['tense'] {
  let [before, behind] = [true, both];
  for (let away = 1; away <= NEAR; away++) {
    for (const [index, isOpen] of [
      [first - away, before],
      [last - 1 + away, behind],
    ] as const) {
      const cell = cells[index];
      if (!isOpen || cell === undefined) continue;
      if (isSign(cell) && endsSentence(text.charCodeAt(cell.start))) {
        // Another sentence begins.
        if (index < first) before = false;
        else behind = false;
      }
      if (cell.kind !== 'word') continue;
      const word = wordOf(text, cell);
      if (grammar.future.has(word)) return 'future';
      if (grammar.futurePairs.get(word)?.has(wordOf(text, cells[index - 1]))) return 'future';
      if (!grammar.past.has(word) && !isPastForm(word, grammar.language.pastEndings)) continue;
      // “Were to follow”: read from behind, the form of the past comes first.
      if (grammar.futurePairs.get(wordOf(text, cells[index + 1]))?.has(word)) return 'future';
      // “Will be elected”: a form of the past that goes with the word before it.
      const helper = cells[index - 1];
      if (helper?.kind === 'word' && grammar.language.helpers?.includes(wordOf(text, helper))) continue;
      return 'past';
    }
  }
  return undefined;
}

function isPastForm(word: string, endings: readonly string[]): boolean {
  return word.length > 4 && endings.some((ending) => word.endsWith(ending));
}

/** Cells that an anchor may have. */
const LONGEST_ANCHOR = 30;

/** The words behind “after” or “before” to the end of their clause; undefined where none stand there. */
export function anchorBehind(
  text: string,
  cells: readonly Cell[],
  first: number,
  sign: number,
  leads: boolean,
): AnchorText | undefined {
  let end = first;
  let depth = 0;
  while (end < cells.length && end - first < LONGEST_ANCHOR) {
    const cell = cells[end] as Cell;
    const written = isSign(cell) ? text.charAt(cell.start) : '';
    if (/[.;:?!]/.test(written)) break;
    if (written === '(') depth++;
    if (written === ')' && --depth < 0) break;
    end++;
  }
  if (end <= first) return undefined;
  return {
    start: (cells[first] as Cell).start,
    end: (cells[end - 1] as Cell).end,
    relation: sign > 0 ? 'after' : 'before',
    leads,
  };
}
