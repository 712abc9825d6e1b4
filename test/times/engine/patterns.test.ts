import { describe, expect, test } from 'vitest';
import { grammarOf } from '../../../server/src/times/engine/grammar.ts';
import { classesOf, type Pattern, readPattern } from '../../../server/src/times/engine/patterns.ts';
import { languageWith } from './small.ts';

const PARTS = { year: '{year}|{number} {era}', inYear: '[,] <year>', round: 'a [<round>]', nowhere: '<gone>' };

/** All ways of reading a pattern; words around the expression stand in round brackets. */
function readings(pattern: Pattern): string[] {
  return pattern.reduce<string[]>(
    (all, node) => {
      const ways =
        node.kind === 'choice'
          ? node.options.flatMap(readings)
          : [node.inside ? shown(node.name) : `(${shown(node.name)})`];
      return all.flatMap((before) => ways.map((way) => [before, way].filter((part) => part !== '').join(' ')));
    },
    [''],
  );
}

function shown(name: string): string {
  return name.startsWith('=') ? name.slice(1) : `{${name}}`;
}

describe('the ways of reading a pattern', () => {
  test.each([
    ['{month} {day}', ['{month} {day}']],
    ['the day', ['the day']],
    ['[the] {month}', ['{month}', 'the {month}']],
    ['(last|next) week', ['last week', 'next week']],
    ['[early|late] {month}', ['{month}', 'early {month}', 'late {month}']],
    ['{a}|{b} {c}', ['{a}', '{b} {c}']],
    ['[the [very]] day', ['day', 'the day', 'the very day']],
    ['{month}, {year}', ['{month} , {year}']],
    ['{day} [-] {month}', ['{day} {month}', '{day} - {month}']],
    ["year 's end", ["year 's end"]],
    ['in <year>', ['in {year}', 'in {number} {era}']],
    [
      '{month} [<inYear>]',
      ['{month}', '{month} {year}', '{month} {number} {era}', '{month} , {year}', '{month} , {number} {era}'],
    ],
    ['on «the {ordinal}»', ['(on) the {ordinal}']],
    ['«{units}» {anchor}', ['{units} ({anchor})']],
    [
      '(in|at) «[the] night» [long]',
      [
        '(in) night',
        '(in) night (long)',
        '(in) the night',
        '(in) the night (long)',
        '(at) night',
        '(at) night (long)',
        '(at) the night',
        '(at) the night (long)',
      ],
    ],
    ['im «März»', ['(im) März']],
    ['', ['']],
  ])('%s', (pattern, expected) => {
    expect(readings(readPattern(pattern, PARTS)).sort()).toEqual([...expected].sort());
  });
});

describe('what is written wrong is named', () => {
  test.each([
    ['{month} (a|b', 'The pattern “{month} (a|b”: “)” is missing.'],
    ['[the {day}', 'The pattern “[the {day}”: “]” is missing.'],
    ['the) day', 'The pattern “the) day”: “)” closes nothing.'],
    ['[the) day]', 'The pattern “[the) day]”: “)” closes nothing.'],
    ['<year> <gone>', 'The pattern “<year> <gone>”: there is no sub-pattern <gone>.'],
    ['<nowhere>', 'The pattern “<nowhere>”: there is no sub-pattern <gone>.'],
    ['<round>', 'The pattern “<round>”: its sub-patterns go round in a circle.'],
  ])('%s', (pattern, message) => expect(() => readPattern(pattern, PARTS)).toThrow(new Error(message)));

  test('a class that the language does not have', () => {
    const language = languageWith({ rules: [{ kind: 'instant', patterns: '{day} {mnoth}' }] });
    expect(() => grammarOf(language)).toThrow('A pattern of “xx” names the class “mnoth”, which it does not have.');
  });
});

test('the classes and words of a pattern are those that it asks for, of its sub-patterns, too', () => {
  const pattern = readPattern('[the] {early} part of (<year>|that year) , -', PARTS);
  expect([...classesOf([pattern])].filter((name) => name.startsWith('='))).toEqual(
    ['the', 'part', 'of', 'that', 'year', ',', '-'].map((word) => `=${word}`),
  );
  expect(classesOf([pattern])).toContain('early');
});
