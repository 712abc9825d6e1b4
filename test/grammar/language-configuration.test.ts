import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly brackets: readonly (readonly [string, string])[];
  readonly colorizedBracketPairs: readonly unknown[];
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly surroundingPairs: readonly (readonly [string, string])[];
  readonly comments?: unknown;
}

const file = new URL('../../syntaxes/language-configuration.json', import.meta.url);
const configuration = JSON.parse(readFileSync(file, 'utf8')) as Configuration;
const { pattern, flags } = configuration.wordPattern;

function words(text: string): string[] {
  return text.match(new RegExp(pattern, `${flags}g`)) ?? [];
}

describe('words', () => {
  test.each([
    "O'Neill",
    'O’Neill',
    'U.S.',
    'U.S.A.',
    '人大重阳',
    '云雀Skylark',
    'Jean-Pierre',
    'Ōmura',
    'Cafe\u0301',
    'don’t',
    'AT&T',
    '2,400',
    '3.5',
    '2021-07-05',
    'Saint-Exupéry',
    'Владимир',
    'المغرب',
    'हिन्दी',
    'tit-for-tat',
    '100th',
  ])('%s is one word', (word) => {
    expect(words(`a ${word}, b`)).toEqual(['a', word, 'b']);
  });

  test.each([
    ['China’s', ['China', 's']],
    ["the US's economy", ['the', 'US', 's', 'economy']],
    ['O’Neill’s', ['O’Neill', 's']],
    ['U.S.’s', ['U.S.', 's']],
    ['users’ data', ['users', 'data']],
    ['(Reuters).', ['Reuters']],
    ['“secret”,', ['secret']],
    ['Didi.', ['Didi']],
    ['end.Begin', ['end', 'Begin']],
    ['a--b — c', ['a', 'b', 'c']],
    ['US$2.8billion', ['US', '2.8billion']],
    ['user@x.org', ['user', 'x', 'org']],
    ['5,', ['5']],
    ['O’Sullivan', ['O’Sullivan']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('no match is empty, so that VS Code takes the pattern', () => {
    expect(''.match(new RegExp(pattern, flags))).toBeNull();
  });

  test('connectors lie outside the word class, so that a line can be read one way only', () => {
    const wordClass = /^[\p{L}\p{M}\p{N}_]$/u;
    for (const connector of "'’‘·&‐‑-.,") expect(wordClass.test(connector)).toBe(false);
  });
});

describe('brackets and quotation marks', () => {
  test('an apostrophe never brings a second one', () => {
    for (const pair of configuration.autoClosingPairs) expect(["'", '’', '‘']).not.toContain(pair.open);
  });

  test('a selection can be put between quotation marks of any kind', () => {
    const opening = configuration.surroundingPairs.map(([open]) => open);
    expect(opening).toEqual(expect.arrayContaining(['"', "'", '“', '‘', '«', '(', '[']));
  });

  test('whatever closes by itself also surrounds a selection', () => {
    const surrounding = configuration.surroundingPairs.map(([open, close]) => open + close);
    for (const { open, close } of configuration.autoClosingPairs) expect(surrounding).toContain(open + close);
  });

  test('prose has no comments, and its brackets stay black', () => {
    expect(configuration.comments).toBeUndefined();
    expect(configuration.colorizedBracketPairs).toEqual([]);
  });
});
