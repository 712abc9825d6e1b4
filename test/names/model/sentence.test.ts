import { describe, expect, test } from 'vitest';
import { hashOf, KeyMap } from '../../../server/src/names/model/hash.ts';
import { type Lexicon, LISTS, phraseKey, wordKey } from '../../../server/src/names/model/lexicon.ts';
import { wordsOf } from '../../../server/src/names/model/sentence.ts';
import { isCapital, type Words } from '../../../server/src/names/model/words.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';

const COMMON = 1 << 8;
const phrases = new KeyMap(10);
phrases.set(phraseKey(['lake', 'Ontario']), 1 << LISTS.indexOf('region'));
phrases.set(phraseKey(['Rosa']), 1 << LISTS.indexOf('first'));
const known = new KeyMap(10);
for (const word of ['led', 'based']) known.set(wordKey(hashOf(word)), COMMON);
const lexicon: Lexicon = { phrases, words: known };

function read(text: string): { words: Words; written: string[] } {
  const words = wordsOf(text, tokenize(text), lexicon);
  const written = Array.from({ length: words.count }, (_, i) => text.slice(words.start[i], words.end[i]));
  return { words, written };
}

function indexes(words: Words, test: (i: number) => boolean): number[] {
  return Array.from({ length: words.count }, (_, i) => i).filter(test);
}

describe('words', () => {
  test('a name with a plain word glued on is cut, a name with a hyphen is not', () => {
    expect(read('the Oslo-led talks in Bergen-based firms').written).toEqual(
      'the Oslo - led talks in Bergen - based firms'.split(' '),
    );
    expect(read('Prayut Tan-osha and Anne-Marie').written).toEqual(['Prayut', 'Tan-osha', 'and', 'Anne-Marie']);
  });

  test('digits and apostrophes are all the same, case is not', () => {
    const { words } = read("O’Hara O'Hara 1984 1999 Hara hara");
    expect(words.word[0]).toBe(words.word[1]);
    expect(words.word[2]).toBe(words.word[3]);
    expect(words.word[4]).not.toBe(words.word[5]);
    expect(words.lower[4]).toBe(words.lower[5]);
    expect(words.lower[4]).toBe(hashOf('hara'));
  });

  test('prefixes and suffixes of short words do not reach past them', () => {
    const { words } = read('ab');
    expect([...words.prefixes.subarray(0, 4)].filter((hash) => hash !== 0)).toHaveLength(2);
    expect([...words.suffixes.subarray(0, 4)].filter((hash) => hash !== 0)).toHaveLength(2);
  });

  test('phrases of lists are marked at their words', () => {
    const { words } = read('Rosa swam in Lake Ontario.');
    expect(words.stands[0]).toBe(1 << LISTS.indexOf('first'));
    expect(indexes(words, (i) => words.begins[i] !== 0)).toEqual([3]);
    expect(indexes(words, (i) => words.goesOn[i] !== 0)).toEqual([4]);
  });

  test('runs go over small words between capitals and end at others', () => {
    const { words } = read('The Bank of Upper Egypt was founded by Omar.');
    expect([words.runFirst[2], words.runNext[2]]).toEqual([0, 5]);
    expect(indexes(words, (i) => isCapital(words, i) && words.runFirst[i] === 8)).toEqual([8]);
  });

  test.each([
    ['The Royal Society of Arts (RSA) met.', 6, 1],
    ['The Ministry of Rural Affairs (MRA) met.', 1, 1],
    ['The Ministry of Rural Affairs (XRA) met.', -1, -1],
  ])('acronyms in brackets: %s', (text, _at, first) => {
    const { words } = read(text);
    const marked = indexes(words, (i) => words.acronym[i] === 2);
    expect(marked[0] ?? -1).toBe(first);
    expect(indexes(words, (i) => words.acronym[i] === 1).length).toBe(first < 0 ? 0 : 1);
  });

  test('lines of a list are sentences, lines of wrapped text are not', () => {
    const list = read('Kofi Mensah\nAda Obi\nAbuja');
    expect([...list.words.first]).toEqual([0, 0, 2, 2, 4]);
    const wrapped = read('a long line of words that goes on and on until it is wrapped at\nthe end of it');
    expect(new Set(wrapped.words.first).size).toBe(1);
  });

  test('a sentence without an end is cut where no name stands', () => {
    const { words } = read('word and Name of '.repeat(300));
    const firsts = [...new Set(words.first)];
    expect(firsts.length).toBeGreaterThan(2);
    for (const first of firsts.slice(1)) expect(isCapital(words, first)).toBe(false);
  });

  test('lines in capitals, with capitals, without any', () => {
    expect(read('FLOODS HIT THE NORTH').words.line[0]).toBe(3);
    expect(read('Floods Hit The North').words.line[0]).toBe(2);
    expect(read('floods hit the north').words.line[0]).toBe(4);
    expect(read('Floods hit the north').words.line[0]).toBe(0);
  });
});
