import { bench, describe } from 'vitest';
import { parseSeed } from '../../server/src/seed/seed.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { recognizeText } from '../../server/src/workspace/recognize.ts';
import { openSeed } from '../support/world.ts';
import { makeSeed } from './seed.ts';

// Reading 400 KB, against a floor: one regular expression for words over the same text.
const text = makeSeed(400 * 1024);
const { snapshot } = await openSeed('');
const { names } = snapshot.knowledge;

describe('reading 400 KB', () => {
  bench('floor: one regular expression for words', () => {
    for (const _ of text.matchAll(/\p{L}+/gu));
  });
  bench('tokenize', () => {
    tokenize(text);
  });
  bench('parse the seed', () => {
    parseSeed(text);
  });
  bench('recognize names and times', () => {
    recognizeText(text, names, { seed: true });
  });
});
