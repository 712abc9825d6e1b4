import { expect, test } from 'vitest';
import { countWords } from '../../server/src/text/word-count.ts';

test.each([
  ['', 0],
  [' \n\t', 0],
  ['one', 1],
  ['one two\nthree\r\nfour', 4],
  ['Jean-Pierre’s and/or US$2.8billion at 10:41', 5],
  ['“Well,” he said — no.', 4],
  ['word—word', 2],
  ['* * *', 0],
  ['5 July 2021', 3],
  ['naïve Ōmura', 2],
  ['e\u0301tat', 1],
  ['屠呦呦', 3],
  ['人大重阳RDCY', 5],
  ['カタカナとひらがな', 9],
  ['대한민국 서울', 2],
  ['بيت كبير', 2],
  ['𝒜𝒷 𠀀𠀁', 3],
  ['😀 👍🏽', 0],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});
