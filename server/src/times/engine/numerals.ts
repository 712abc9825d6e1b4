import { classAt, classBefore, DIGIT, isLetter, MARK } from '../../text/characters.ts';
import { FIRST_YEAR, LAST_YEAR } from '../digits.ts';
import type { Language } from '../language.ts';
import { readDigits } from '../numeric.ts';
import { type Cell, isSign, type Passage } from './cells.ts';
import type { Lexicon } from './lexicon.ts';

/** A number in words or digits: its value and the cell behind it. */
export interface Numeral {
  readonly value: number;
  readonly end: number;
  readonly ordinal: boolean;
}

/** Number words of a language, by their places in its lexicon. */
export class Numerals {
  private readonly numbers: readonly (number | undefined)[];
  private readonly multipliers: readonly (number | undefined)[];
  private readonly ordinals: readonly (number | undefined)[];
  private readonly endings: readonly string[];
  private readonly joints: readonly string[];
  private readonly halves: readonly (readonly string[])[];

  constructor(language: Language, lexicon: Lexicon) {
    const byPlace = (words: Readonly<Record<string, number>>) => {
      const values: (number | undefined)[] = new Array(lexicon.size).fill(undefined);
      for (const [word, value] of Object.entries(words)) values[lexicon.index(word, 0, word.length)] = value;
      // The place of all that the language does not know.
      values[0] = undefined;
      return values;
    };
    this.numbers = byPlace(language.numbers);
    this.multipliers = byPlace(language.multipliers);
    this.ordinals = byPlace(language.ordinals);
    this.endings = language.ordinalEndings;
    this.joints = language.numberJoints;
    this.halves = language.halves.map((half) => half.split(' '));
  }

  /** The number that begins at a cell: “twenty-five”, “one hundred and fifty”, “2½”, “two and a half”, “21st”. */
  at(passage: Passage, index: number): Numeral | undefined {
    const kind = passage.cells[index]?.kind;
    if (kind === 'number') return this.inDigits(passage, index);
    return kind === 'word' ? this.inWords(passage, index) : undefined;
  }

  /**
   * The year in words that a number in words begins: “nineteen eighty-six”, “two thousand and five”, “seventeen hundred”.
   */
  yearOf(passage: Passage, first: Numeral): { value: number; end: number } | undefined {
    if (first.ordinal) return undefined;
    if (first.value >= FIRST_YEAR && first.value <= LAST_YEAR) return first;
    if (passage.cells[first.end]?.kind !== 'word') return undefined;
    const rest = this.inWords(passage, first.end);
    if (rest === undefined || rest.ordinal || rest.value < 10 || rest.value > 99) return undefined;
    if (first.value >= 1700 && first.value % 100 === 0) return { value: first.value + rest.value, end: rest.end };
    if (first.value < 15 || first.value > 20) return undefined;
    return { value: first.value * 100 + rest.value, end: rest.end };
  }

  private inDigits(passage: Passage, index: number): Numeral | undefined {
    const { text, cells, places } = passage;
    const cell = cells[index] as Cell;
    if (!isFree(text, cell, true)) return undefined;
    const value = digitsOf(text, cell.start, cell.end);
    if (value === undefined) return undefined;
    const next = cells[index + 1];
    if (next?.start === cell.end && this.endings.some((ending) => isWordAt(text, next, ending)))
      return Number.isInteger(value) ? { value, end: index + 2, ordinal: true } : undefined;
    const scale = next === undefined ? undefined : this.multipliers[places[index + 1] as number];
    if (scale !== undefined && scale >= 1000) return { value: value * scale, end: index + 2, ordinal: false };
    return this.withHalf(passage, { value, end: index + 1, ordinal: false });
  }

  private inWords(passage: Passage, index: number): Numeral | undefined {
    const { text, cells, places } = passage;
    let total = 0;
    let part = 0;
    let last = 0;
    let end = index;
    for (let at = index; at < Math.min(cells.length, index + LONGEST); ) {
      const place = places[at] as number;
      const number = this.numbers[place];
      const ordinal = this.ordinals[place];
      const multiplier = this.multipliers[place];
      if (number !== undefined && fits(last, number)) {
        part += number;
        last = number;
      } else if (ordinal !== undefined && (end === index || fits(last, ordinal))) {
        return { value: total + part + ordinal, end: at + 1, ordinal: true };
      } else if (multiplier !== undefined && (part > 0 || multiplier === 100 || multiplier === 1000)) {
        // "hundred years" alone is one hundred; "nineteen hundred" is as good as "nine hundred".
        if (end === index && multiplier > 1000) break;
        if (multiplier === 100) part = Math.max(part, 1) * 100;
        else {
          total += Math.max(part, 1) * multiplier;
          part = 0;
        }
        last = multiplier;
      } else break;
      end = ++at;
      const joint = cells[at];
      if (joint === undefined) break;
      const isHyphen = joint.glued === true && isSign(joint);
      // "two thousand and fifteen", but "five and twenty" are two numbers.
      if (isHyphen || (last >= 100 && this.joints.some((word) => isWordAt(text, joint, word)))) {
        const behind = at + 1 < cells.length ? (places[at + 1] as number) : 0;
        const goesOn = isHyphen && this.multipliers[behind] !== undefined;
        if (goesOn || this.numbers[behind] !== undefined || this.ordinals[behind] !== undefined) at++;
      }
    }
    if (end === index) return undefined;
    return this.withHalf(passage, { value: total + part, end, ordinal: false });
  }

  private withHalf({ text, cells }: Passage, numeral: Numeral): Numeral {
    for (const half of this.halves) {
      if (!half.every((word, i) => isWordAt(text, cells[numeral.end + i], word))) continue;
      return { ...numeral, value: numeral.value + 0.5, end: numeral.end + half.length };
    }
    return numeral;
  }
}

/** Cells that a number may have. */
const LONGEST = 12;

/** Whether a number word goes on the one before: “twenty” + “five”, “hundred” + “fifty”, not “five” + “twenty”. */
function fits(last: number, next: number): boolean {
  if (last === 0) return true;
  if (last >= 100) return next < last;
  return last >= 20 && last % 10 === 0 && next < 10;
}

/** Whether a cell is a word, given in lower case; nothing is cut out of the text to tell. */
export function isWordAt(text: string, cell: Cell | undefined, word: string): boolean {
  if (cell === undefined || cell.end - cell.start !== word.length) return false;
  for (let i = 0; i < word.length; i++) {
    let code = text.charCodeAt(cell.start + i);
    if (code >= 65 && code <= 90) code += 32;
    else if (code === 0x2019) code = 0x27;
    if (code === word.charCodeAt(i)) continue;
    return code > 127 && wordOf(text, cell) === word;
  }
  return true;
}

export function wordOf(text: string, cell: Cell | undefined): string {
  if (cell === undefined) return '';
  const word = text.slice(cell.start, cell.end).toLowerCase();
  return word.includes('’') ? word.replaceAll('’', "'") : word;
}

const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** The value of `12`, `1,200`, `2.5`, `2½`; undefined for dates, clock times, codes and what is too long. */
export function digitsOf(text: string, start: number, end: number): number | undefined {
  if (end - start > 12) return undefined;
  const written = text.slice(start, end);
  const fraction = FRACTIONS[written.charAt(written.length - 1)];
  if (fraction !== undefined) {
    if (written.length === 1) return fraction;
    const whole = digitsOf(text, start, end - 1);
    return whole === undefined ? undefined : whole + fraction;
  }
  if (/^\d{1,9}$/.test(written)) return Number(written);
  if (/^\d{1,3}(?:,\d{3}){1,2}$/.test(written)) return Number(written.replaceAll(',', ''));
  return /^\d{1,4}\.\d{1,2}$/.test(written) ? Number(written) : undefined;
}

/**
 * Whether a number is not part of something longer: an amount, a code, a path, a version. `loose`: letters may go on
 * behind a hyphen or at once (“27-year”, “10pm”, “1990s”).
 */
export function isFree(text: string, { start, end, glued = false }: Omit<Cell, 'kind'>, loose: boolean): boolean {
  const next = classAt(text, end);
  if (next === DIGIT) return false;
  if (next !== 0) {
    if (!loose && (isLetter(next) || next === MARK)) return false;
    const sign = text.charAt(end);
    if ('%°$€£¥_\\=@#&+'.includes(sign)) return false;
    if (sign === '/' && !glued) return false;
    const isCut = glued && sign === ',';
    if ((sign === '.' || sign === ':' || sign === ',') && !isCut && classAt(text, end + 1) === DIGIT) return false;
    if ((sign === '-' || sign === '\u2011') && !glued && !loose) {
      const behind = classAt(text, end + 1);
      if (behind === DIGIT || isLetter(behind)) {
        // “July 2019-June 2020”, “2 October 1950-the day after …”
        return behind !== DIGIT && (isUpperAt(text, end + 1) || end - start === 4);
      }
    }
    if ((sign === '.' || sign === ':') && !loose && isLetter(classAt(text, end + 1))) return false;
  }
  const before = classBefore(text, start);
  if (before === 0) return true;
  // A word of the language may be glued to it: “Dec31”.
  if (isLetter(before)) return glued === true;
  if (before === DIGIT || before === MARK) return false;
  const sign = text.charAt(start - 1);
  if (sign === ':' && isLetter(classBefore(text, start - 1))) return true;
  if (glued && (sign === '-' || sign === '\u2011' || sign === '\u2010' || sign === '/')) return true;
  return !'$€£¥#+=@_/\\.-:&%'.includes(sign);
}

function isUpperAt(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** A date in digits: `2021-07-05`, `2021-07`, `05/07/2021`, `5.7.2021`, `7/8/07`. */
export function dateOf(text: string, cell: Cell): string | undefined {
  const { start, end } = cell;
  if (end - start < 6 || end - start > 10) return undefined;
  const written = text.slice(start, end);
  return readDigits(written) === undefined && !SHORT.test(written) ? undefined : written;
}

/** With two digits for the year. */
export const SHORT = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2})$/;
