import { bench, describe } from 'vitest';
import { unmatchedQuotes } from '../../server/src/text/quotations.ts';
import { makeSeed } from './seed.ts';

// Looking for quotation marks in 1 MB, against a floor: a plain search for one of them.
const size = 1024 * 1024;
const seed = makeSeed(size).split('\n\n');
const plain = repeated('The office said on Monday that it would look into three platforms. ').split('. ');
const apostrophes = repeated("The office's chief said that it doesn't know of the firms' plans. ").split('. ');
const quoting = repeated('“It is ‘late’,” she said, "and we don’t know why." ').split('. ');
const hostile = repeated('“It\'s ‘late" and „so ').match(/.{1,2000}/g) ?? [];

function repeated(sentence: string): string {
  return sentence.repeat(size / sentence.length);
}

describe('unmatched quotation marks in 1 MB', () => {
  bench('floor: indexOf', () => {
    // An answer that nobody uses would not be computed at all.
    let found = 0;
    for (const text of plain) found += text.indexOf('“');
    if (found > 0) throw new Error('there is none');
  });
  for (const [name, paragraphs] of Object.entries({ plain, apostrophes, seed, quoting, hostile })) {
    bench(name, () => {
      for (const text of paragraphs) unmatchedQuotes(text, { continues: false });
    });
  }
});
