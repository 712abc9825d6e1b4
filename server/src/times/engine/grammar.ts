import type { Language } from '../language.ts';
import { type Accept, type Automaton, automaton } from './automaton.ts';
import { Lexicon, NUMBER_CLASSES, NUMERAL_CLASSES, type NumberClass } from './lexicon.ts';
import { Lookahead } from './lookahead.ts';
import { Numerals } from './numerals.ts';
import { classesOf, type PatternNode, readPattern } from './patterns.ts';
import { Known, Visited } from './scratch.ts';

/** A language, compiled: its words, its number words, and all patterns in one automaton over classes. */
export interface Grammar {
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly numerals: Numerals;
  readonly automaton: Automaton;
  readonly lookahead: Lookahead;
  /** Where a search was, see `match.ts`: one for all, since no search begins before another ended. */
  readonly visited: Visited;
  /** The parts of the cells of a text that were asked for; one for all as well. */
  readonly known: Known;
  /** Numbers of the classes that digits and number words make. */
  readonly numbers: Readonly<Record<NumberClass, number>>;
  readonly future: ReadonlySet<string>;
  /** The words before the last one of a pair, by that one. */
  readonly futurePairs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly past: ReadonlySet<string>;
}

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
  const subPatterns = new Map<string, PatternNode>();
  const patterns = language.rules.flatMap((rule, order) =>
    rule.patterns
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({
        pattern: readPattern(line, language.parts, subPatterns),
        accept: { rule, order } satisfies Accept,
      })),
  );
  const classes = classesOf(patterns.map(({ pattern }) => pattern));
  const words = [...classes].filter((name) => name.startsWith('='));
  const lexicon = new Lexicon(
    language,
    words.map((name) => name.slice(1)),
  );
  for (const name of classes)
    if (!lexicon.has(name))
      throw new Error(`A pattern of “${language.id}” names the class “${name}”, which it does not have.`);
  const made = automaton(patterns, (name) => lexicon.number(name));
  const numbers = Object.fromEntries(NUMBER_CLASSES.map((name) => [name, lexicon.number(name)])) as Grammar['numbers'];
  const numerals = NUMERAL_CLASSES.map((name) => numbers[name]);
  return {
    language,
    lexicon,
    numerals: new Numerals(language, lexicon),
    automaton: made,
    lookahead: new Lookahead(lexicon, made, numerals),
    visited: new Visited(),
    known: new Known(),
    numbers,
    future: new Set(language.future),
    futurePairs: pairsOf(language.futurePairs ?? []),
    past: new Set(language.past),
  };
}

function pairsOf(pairs: readonly string[]): Map<string, Set<string>> {
  const byLast = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const [first = '', last = ''] = pair.split(' ');
    byLast.set(last, (byLast.get(last) ?? new Set()).add(first));
  }
  return byLast;
}
