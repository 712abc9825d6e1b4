import type { Language } from '../language.ts';
import { type Accept, type Automaton, automaton } from './automaton.ts';
import { Lexicon, NUMBER_CLASSES, NUMERAL_CLASSES, type NumberClass } from './lexicon.ts';
import { Numerals } from './numerals.ts';
import type { Part } from './parts.ts';
import { readPattern, wordsOf } from './patterns.ts';

/** A language, compiled: its words, its number words, and all patterns in one automaton over classes. */
export interface Grammar {
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly numerals: Numerals;
  readonly automaton: Automaton;
  /** By place in the lexicon: whether a pattern may begin with the word. */
  readonly begins: readonly boolean[];
  /** By place in the lexicon: whether none of these patterns ends with the word, nor goes on behind it without a word or number of the language. */
  readonly needsMore: readonly boolean[];
  /** Where a search was, see `match.ts`: one for all, since no search begins before another ended. */
  readonly visited: Int32Array;
  /** The parts of the cells of a text that were asked for; one for all as well. */
  readonly known: (readonly Part[] | undefined)[];
  /** Numbers of the classes that digits and number words make. */
  readonly numbers: Readonly<Record<NumberClass, number>>;
  readonly future: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
}

/** Cells that a match may have. */
export const FARTHEST = 30;

const compiled = new WeakMap<Language, Grammar>();

/** The compiled form of a language, made when first asked for. Throws where a pattern names a class that is not there. */
export function grammarOf(language: Language): Grammar {
  let grammar = compiled.get(language);
  if (grammar === undefined) {
    grammar = compile(language);
    compiled.set(language, grammar);
  }
  return grammar;
}

function compile(language: Language): Grammar {
  const patterns = language.rules.flatMap((rule, order) =>
    rule.patterns
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({ pattern: readPattern(line, language.parts), accept: { rule, order } satisfies Accept })),
  );
  const lexicon = new Lexicon(
    language,
    patterns.flatMap(({ pattern }) => wordsOf(pattern)),
  );
  const classNumber = (name: string) => {
    if (!lexicon.has(name))
      throw new Error(`A pattern of “${language.id}” names the class “${name}”, which it does not have.`);
    return lexicon.number(name);
  };
  const made = automaton(patterns, classNumber);
  const places = Array.from({ length: lexicon.size }, (_, place) => place);
  const numbers = Object.fromEntries(NUMBER_CLASSES.map((name) => [name, lexicon.number(name)])) as Grammar['numbers'];
  const numerals = NUMERAL_CLASSES.map((name) => numbers[name]);
  const classesAt = (place: number) => [
    ...lexicon.at(place).map((entry) => entry.class),
    ...(lexicon.beginsNumber(place) ? numerals : []),
  ];
  return {
    language,
    lexicon,
    numerals: new Numerals(language, lexicon),
    automaton: made,
    begins: places.map((place) => classesAt(place).some((id) => made.starts[id] !== undefined)),
    needsMore: places.map(
      (place) =>
        !lexicon.hasPhrases(place) &&
        classesAt(place).every((id) => (made.starts[id] ?? []).every(({ to }) => to.accepts.length === 0)),
    ),
    visited: new Int32Array(made.size * FARTHEST * 2),
    known: [],
    numbers,
    future: new Set(language.future),
    past: new Set(language.past),
  };
}
