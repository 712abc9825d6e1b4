import { bench, describe } from 'vitest';
import { sentenceEnds } from '../../server/src/text/sentences.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { makeSeed } from './seed.ts';

// Against the standard library's own way. Both go through the same paragraphs.
const SIZE = 400 * 1024;
const paragraphs = makeSeed(SIZE).split('\n\n');
const words = new Intl.Segmenter('en', { granularity: 'word' });
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

describe('words of 400 KB', () => {
  bench('tokenize', () => {
    for (const paragraph of paragraphs) tokenize(paragraph);
  });
  bench('Intl.Segmenter', () => {
    for (const paragraph of paragraphs) for (const _ of words.segment(paragraph));
  });
});

describe('sentences of 400 KB', () => {
  bench('sentenceEnds', () => {
    for (const paragraph of paragraphs) sentenceEnds(paragraph);
  });
  bench('Intl.Segmenter', () => {
    for (const paragraph of paragraphs) for (const _ of sentences.segment(paragraph));
  });
});

describe.each(['a', 'A ', '(', '1,', '中', 'U.S. ', '@', 'http://', '👩\u200d'])('a long run of %j', (piece) => {
  for (const size of [64, 1024]) {
    const text = piece.repeat((size * 1024) / piece.length);
    bench(`tokens and sentences of ${size} KB`, () => {
      tokenize(text);
      sentenceEnds(text);
    });
  }
});
