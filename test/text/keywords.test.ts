import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Keywords } from '../../server/src/text/keywords.ts';

test('finds its words in a text, whatever their case, and nothing else', () => {
  const months = new Keywords([
    ['may', 5],
    ['june', 6],
    ['a.m.', 7],
  ]);
  const text = 'In May, JUNE or maybe 10 a.m. in mäy';
  const at = (word: string) => months.get(text, text.indexOf(word), text.indexOf(word) + word.length);
  expect(['May', 'JUNE', 'maybe', 'a.m.', 'In', 'mäy', ''].map(at)).toEqual([5, 6, 0, 7, 0, 0, 0]);
});

test('agrees with a map', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.uniqueArray(word), word, (words, asked) => {
      const keywords = new Keywords(words.map((each, i) => [each, i + 1]));
      expect(keywords.get(`x${asked.toUpperCase()}x`, 1, 1 + asked.length)).toBe(words.indexOf(asked) + 1);
    }),
  );
});
