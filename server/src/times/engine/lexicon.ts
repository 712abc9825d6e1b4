import { classAt, UPPER } from '../../text/characters.ts';
import { Keywords } from '../../text/keywords.ts';
import type { FieldName, Language } from '../language.ts';
import type { Cell } from './cells.ts';

/** A word of the language in one of its classes. */
export interface Entry {
  /** Number of the class, see {@link Lexicon.classOf}. */
  readonly class: number;
  readonly field: FieldName | undefined;
  readonly value: string | number;
  /** Cells that it has. */
  readonly length: number;
  /** Whether the text must write it with a capital. */
  readonly capital: boolean;
  /** The words behind the first one, in lower case. */
  readonly rest: readonly string[];
}

/** Classes that numbers make; the engine fills them, see `numerals.ts`. */
export const NUMBER_CLASSES = [
  'count',
  'ordinal',
  'day',
  'year',
  'shortYear',
  'number',
  'decade',
  'clock',
  'hour',
  'militaryClock',
  'date',
  'dayMonth',
  'yearDigits',
  'week',
  'dayWords',
  'yearWords',
] as const;

export type NumberClass = (typeof NUMBER_CLASSES)[number];

/** Those of them that number words make. */
export const NUMERAL_CLASSES = ['count', 'ordinal', 'day', 'week', 'dayWords', 'hour', 'yearWords'] as const;

const NO_ENTRIES: readonly Entry[] = [];

/** The words of a language, compiled: what classes the word that stands somewhere belongs to. */
export class Lexicon {
  private readonly ascii: Keywords;
  private readonly others = new Map<string, number>();
  private readonly entries: Entry[][] = [[]];
  private readonly names = new Map<string, number>();
  /** By position in `entries`: whether a number may begin with the word. */
  private readonly numberWords: boolean[] = [];
  /** By position in `entries`: those that hold wherever the word stands. */
  private readonly plain: (readonly Entry[])[] = [NO_ENTRIES];
  /** By class number: whether it is a word of a pattern and no class of the language. */
  private readonly isLiteral: boolean[] = [];
  /** Room for the places of a text. */
  private found = new Int32Array(256);

  constructor(language: Language, literals: Iterable<string>) {
    const words = new Map<string, Entry[]>();
    const add = (phrase: string, entry: Omit<Entry, 'capital' | 'rest' | 'length'>) => {
      const [first = '', ...rest] = plain(phrase).split(' ');
      const key = first.toLowerCase();
      const capital = first !== key;
      const list = words.get(key) ?? [];
      list.push({ ...entry, length: rest.length + 1, capital, rest: rest.map((word) => word.toLowerCase()) });
      words.set(key, list);
    };
    for (const name of NUMBER_CLASSES) this.number(name);
    for (const [name, { field, words: meanings }] of Object.entries(language.classes))
      for (const [meaning, phrases] of Object.entries(meanings))
        for (const phrase of phrases.split(','))
          for (const written of spellings(phrase.trim()))
            add(written, {
              class: this.number(name),
              field,
              value: /^-?(?:0|[1-9]\d*)$/.test(meaning) ? Number(meaning) : meaning,
            });
    for (const word of literals) {
      const id = this.number(`=${word}`);
      this.isLiteral[id] = true;
      add(word, { class: id, field: undefined, value: 0 });
    }
    const numbers = new Set([
      ...Object.keys(language.numbers),
      ...Object.keys(language.multipliers),
      ...Object.keys(language.ordinals),
    ]);
    for (const word of numbers) if (!words.has(word)) words.set(word, []);
    // Words inside phrases have places of their own, so that they are told from others.
    for (const { rest } of [...words.values()].flat())
      for (const word of rest) if (!words.has(word)) words.set(word, []);
    const keys: [string, number][] = [];
    for (const [word, list] of words) {
      // Longer phrases first: the matcher tries all, and reads as people do.
      list.sort((a, b) => b.rest.length - a.rest.length);
      const index = this.entries.push(list) - 1;
      this.numberWords[index] = numbers.has(word);
      const alone = list.filter(({ capital, length }) => !capital && length === 1);
      this.plain[index] = alone.length === list.length ? list : alone;
      if (!NO_ASCII.test(word)) keys.push([word, index]);
      else this.others.set(word, index);
    }
    this.ascii = new Keywords(keys);
  }

  /** The number of a class, a new one for a new name. */
  number(name: string): number {
    let id = this.names.get(name);
    if (id === undefined) {
      id = this.names.size + 1;
      this.names.set(name, id);
    }
    return id;
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  /** The place of the word or sign that stands there, 0 for one that the language does not know. */
  index(text: string, start: number, end: number): number {
    if (end - start > LONGEST_WORD) return 0;
    const found = this.ascii.get(text, start, end);
    if (found > 0) return found;
    for (let at = start; at < end; at++)
      if (text.charCodeAt(at) > 127) {
        const word = plain(text.slice(start, end)).toLowerCase();
        const other = this.others.get(word);
        return other ?? this.ascii.get(word, 0, word.length);
      }
    return 0;
  }

  /** The places of all cells of a text; what it gives holds until it is called again. */
  places(text: string, cells: readonly Cell[]): Int32Array {
    if (this.found.length < cells.length) this.found = new Int32Array(cells.length * 2);
    const { found, ascii } = this;
    let other = otherFrom(text, 0);
    for (let i = 0; i < cells.length; i++) {
      const { start, end } = cells[i] as Cell;
      if (other < start) other = otherFrom(text, start);
      if (other < end) found[i] = this.index(text, start, end);
      else found[i] = end - start > LONGEST_WORD ? 0 : ascii.get(text, start, end);
    }
    return found;
  }

  /** All that the word or sign at a place may be. */
  at(index: number): readonly Entry[] {
    return this.entries[index] as readonly Entry[];
  }

  /** Places are below it. */
  get size(): number {
    return this.entries.length;
  }

  /** What the word at a place may be wherever it stands: no capital and no words behind it are asked for. */
  plainAt(place: number): readonly Entry[] {
    return this.plain[place] as readonly Entry[];
  }

  /** Whether a number may begin with the word at a place. */
  beginsNumber(index: number): boolean {
    return this.numberWords[index] === true;
  }

  /** Whether the language knows the word, other than as a plain word of its patterns. */
  isKnown(text: string, start: number, end: number): boolean {
    const index = this.index(text, start, end);
    if (index === 0) return false;
    const entries = this.entries[index] as readonly Entry[];
    return this.beginsNumber(index) || entries.some((entry) => this.isLiteral[entry.class] !== true);
  }
}

/** A phrase as tokens cut it: possessives stand alone, and hyphenated words are cut where a piece of them is known. */
function spellings(written: string): string[] {
  if (written === '') return [];
  const phrase = written.replace(/'s(?= |$)/g, " 's").replace(/s'(?= |$)/g, "s '");
  return phrase.length > 1 && phrase.includes('-') ? [phrase, phrase.replaceAll('-', ' - ')] : [phrase];
}

/** Where the first character stands that is not ASCII, from a place on; behind all where there is none. */
function otherFrom(text: string, at: number): number {
  OTHERS.lastIndex = at;
  return OTHERS.exec(text)?.index ?? text.length;
}

const OTHERS = /[^\u0000-\u007f]/g;

const LONGEST_WORD = 24;

const NO_ASCII = /[^\u0000-\u007f]/;

/** Apostrophes and hyphens in one form. */
function plain(word: string): string {
  return !NO_ASCII.test(word)
    ? word
    : word.replaceAll('’', "'").replaceAll('‘', "'").replaceAll('\u2011', '-').replaceAll('\u2010', '-');
}

export function isCapital(text: string, { start }: Pick<Cell, 'start'>): boolean {
  return classAt(text, start) === UPPER;
}
