import { classAt, PUNCTUATION } from '../../text/characters.ts';
import { digits, FIRST_YEAR, LAST_YEAR } from '../digits.ts';
import type { FieldName } from '../language.ts';
import { readDayMonth } from '../numeric.ts';
import { type Cell, isSign, type Passage } from './cells.ts';
import type { Grammar } from './grammar.ts';
import { type Entry, isCapital } from './lexicon.ts';
import { mayQuoteYear } from './lookahead.ts';
import { dateOf, isFree, isWordAt } from './numerals.ts';

/** What the cells from one on may be: a class, what it says, and how many cells it has. */
export interface Part {
  readonly class: number;
  readonly field: FieldName | undefined;
  readonly value: string | number;
  readonly length: number;
}

/** A part where it was found: `end` is the cell behind it. */
export interface PlacedPart extends Part {
  readonly end: number;
}

/** All parts that begin at a cell, from the words and numbers of the language. */
export function partsAt(grammar: Grammar, passage: Passage, index: number): readonly Part[] {
  const { text, cells } = passage;
  const cell = cells[index];
  if (cell === undefined) return NONE;
  const { lexicon } = grammar;
  const place = passage.places[index] as number;
  const isNumber = cell.kind === 'number';
  const quotes = isSign(cell) && mayQuoteYear(text, cell.start, cell.end);
  if (!isNumber && !quotes) {
    // Nearly all words of a text are none of the language's.
    if (place === 0) return NONE;
  }
  const entries = lexicon.at(place);
  const plain = lexicon.plainAt(place);
  const stands = (entry: Entry) => standsAt(passage, index, entry);
  const found =
    entries === plain || !entries.some((entry) => isAsking(entry) && stands(entry)) ? plain : entries.filter(stands);
  const isNumeral = lexicon.beginsNumber(place);
  // Most words need no list of their own.
  if (!isNumber && !quotes && !isNumeral) return found;
  const parts: Part[] = [...found];
  if (isNumber) addDigits(grammar, text, cells, index, parts);
  else if (quotes) addQuotedYear(grammar, text, cells, index, parts);
  if (isNumber || isNumeral) addNumeral(grammar, passage, index, parts);
  return parts;
}

function isAsking({ capital, length }: Entry): boolean {
  return capital || length > 1;
}

function standsAt({ text, cells }: Passage, index: number, { capital, rest }: Entry): boolean {
  if (capital && !isCapital(text, cells[index] as Cell)) return false;
  for (let i = 0; i < rest.length; i++) if (!isWordAt(text, cells[index + 1 + i], rest[i] as string)) return false;
  return true;
}

const NONE: readonly Part[] = [];

function addNumeral(grammar: Grammar, passage: Passage, index: number, parts: Part[]): void {
  const { numbers } = grammar;
  const numeral = grammar.numerals.at(passage, index);
  if (numeral === undefined) return;
  const inWords = (passage.cells[index] as Cell).kind === 'word';
  const year = inWords ? grammar.numerals.yearOf(passage, numeral) : undefined;
  if (year !== undefined)
    parts.push({ class: numbers.yearWords, field: 'year', value: year.value, length: year.end - index });
  const { value, ordinal } = numeral;
  const length = numeral.end - index;
  if (ordinal) {
    parts.push({ class: numbers.ordinal, field: 'ordinal', value, length });
    if (value <= 31 && value >= 1) parts.push({ class: numbers.day, field: 'day', value, length });
    return;
  }
  parts.push({ class: numbers.count, field: 'count', value, length });
  if (Number.isInteger(value) && value >= 1 && value <= 53)
    parts.push({ class: numbers.week, field: 'week', value, length });
  if (inWords && Number.isInteger(value) && value >= 1 && value <= 31)
    parts.push({ class: numbers.dayWords, field: 'day', value, length });
  if (inWords && value >= 1 && value <= 31 && Number.isInteger(value))
    parts.push({ class: numbers.hour, field: 'hour', value, length });
}

function addDigits(grammar: Grammar, text: string, cells: readonly Cell[], index: number, parts: Part[]): void {
  const cell = cells[index] as Cell;
  const { numbers } = grammar;
  const { start, end } = cell;
  const length = end - start;
  const alone = isFree(text, cell, false) || isBesideMonth(grammar, text, cells, index);
  const plain = digits(text, start, end, 1, 4);
  if (plain >= 0) {
    if (alone && length <= 2 && plain >= 1 && plain <= 31)
      parts.push({ class: numbers.day, field: 'day', value: plain, length: 1 });
    if (alone && length === 4 && plain >= FIRST_YEAR && plain <= LAST_YEAR)
      parts.push({ class: numbers.year, field: 'year', value: plain, length: 1 });
    if (alone && length === 2) parts.push({ class: numbers.yearDigits, field: 'shortYear', value: plain, length: 1 });
    if (alone && plain >= 1) parts.push({ class: numbers.number, field: 'year', value: plain, length: 1 });
    if (length <= 2 && plain <= 24 && isFree(text, cell, true))
      parts.push({ class: numbers.hour, field: 'hour', value: plain, length: 1 });
    if (length === 4 && plain % 100 < 60 && plain <= 2400 && isFree(text, cell, true))
      parts.push({
        class: numbers.militaryClock,
        field: 'clock',
        value: `${text.slice(start, start + 2)}:${text.slice(start + 2, end)}`,
        length: 1,
      });
    addDecade(grammar, text, cells, index, plain, length, parts);
    return;
  }
  const clock = length <= 8 && isFree(text, cell, true) ? CLOCK.exec(text.slice(start, end)) : null;
  if (clock !== null) parts.push({ class: numbers.clock, field: 'clock', value: text.slice(start, end), length: 1 });
  if (alone && length <= 5 && readDayMonth(text.slice(start, end)) !== undefined)
    parts.push({ class: numbers.dayMonth, field: 'digits', value: text.slice(start, end), length: 1 });
  const date = dateOf(text, cell);
  // "2021-07-05T10:00" goes on with a letter; the time of day behind it is read with it.
  if (date !== undefined && (alone || (text.charAt(end) === 'T' && length === 10 && isFree(text, cell, true))))
    parts.push({ class: numbers.date, field: 'digits', value: date, length: 1 });
}

/** “Oct/2”, “23/Sep/2020”: a slash on either side of a number parts a date where a month stands behind it. */
function isBesideMonth(grammar: Grammar, text: string, cells: readonly Cell[], index: number): boolean {
  const { start, end } = cells[index] as Cell;
  return (
    (text.charAt(start - 1) === '/' && isMonth(grammar, text, cells[index - 2], start - 1)) ||
    (text.charAt(end) === '/' && isMonth(grammar, text, cells[index + 2], end + 1))
  );
}

function isMonth({ lexicon }: Grammar, text: string, cell: Cell | undefined, edge: number): boolean {
  if (cell === undefined || cell.kind !== 'word' || (cell.start !== edge && cell.end !== edge)) return false;
  return lexicon.at(lexicon.index(text, cell.start, cell.end)).some(({ field }) => field === 'month');
}

const CLOCK = /^(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?$/;

/** “1990s”, “1990’s”, “90s”. */
function addDecade(
  grammar: Grammar,
  text: string,
  cells: readonly Cell[],
  index: number,
  value: number,
  length: number,
  parts: Part[],
): void {
  const cell = cells[index] as Cell;
  const ending = cells[index + 1];
  if (ending === undefined || ending.start !== cell.end || value % 10 !== 0) return;
  if (!isDecadeEnding(grammar, text, ending)) return;
  if (!isFree(text, { ...cell, end: ending.end }, false)) return;
  const decade = decadeOf(value, length);
  if (decade !== undefined)
    parts.push({ class: grammar.numbers.decade, field: decade.field, value: decade.value, length: 2 });
}

function isDecadeEnding({ language }: Grammar, text: string, cell: Cell): boolean {
  return language.decadeEndings.some((ending) => isWordAt(text, cell, ending));
}

function decadeOf(value: number, length: number): { field: FieldName; value: number } | undefined {
  if (length === 4 && value >= FIRST_YEAR && value <= LAST_YEAR)
    return value % 100 === 0 && value < 2000
      ? { field: 'century', value: value / 100 }
      : { field: 'decade', value: value / 10 };
  if (length === 3 && value >= 100) return { field: 'decade', value: value / 10 };
  return length === 2 && value >= 20 ? { field: 'decade', value: 190 + value / 10 } : undefined;
}

/** An apostrophe with two digits glued to it: “’82”, “’90s”. */
function addQuotedYear(grammar: Grammar, text: string, cells: readonly Cell[], index: number, parts: Part[]): void {
  const sign = cells[index] as Cell;
  const cell = cells[index + 1];
  if (cell === undefined || cell.kind !== 'number' || cell.start !== sign.end || cell.end - cell.start !== 2) return;
  const before = classAt(text, sign.start - 1);
  if (sign.start > 0 && before !== 1 && before !== PUNCTUATION) return;
  const value = digits(text, cell.start, cell.end, 2, 2);
  if (value < 0) return;
  if (isFree(text, cell, false)) parts.push({ class: grammar.numbers.shortYear, field: 'shortYear', value, length: 2 });
  const ending = cells[index + 2];
  if (ending?.start !== cell.end || value % 10 !== 0 || value < 10) return;
  if (isDecadeEnding(grammar, text, ending))
    parts.push({ class: grammar.numbers.decade, field: 'decade', value: 190 + value / 10, length: 3 });
}
