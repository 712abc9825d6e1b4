import { expect, test } from 'vitest';
import { firstWords } from '../../server/src/text/first-words.ts';

test.each([
  ['', ''],
  ['  \n ', ''],
  ['one two', 'one two'],
  ['one\r\n  two\tthree', 'one two three'],
  ['one two three, four', 'one two three…'],
  ['one two threefourfive', 'one two…'],
  ['onetwothreefourfive', 'onetwothreefour…'],
  ['a onetwothreefourfive', 'a onetwothreefo…'],
  [`one${' '.repeat(100)}two`, 'one…'],
  [`${' '.repeat(100)}two`, ''],
  ['12345678901234😀', '12345678901234…'],
])('%j', (text, expected) => {
  expect(firstWords(text, 15)).toBe(expected);
});
