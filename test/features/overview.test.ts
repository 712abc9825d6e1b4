import { describe, expect, test } from 'vitest';
import { overview } from '../../server/src/features/overview.ts';
import { openSeed } from '../support/world.ts';

describe('the overview of a seed', () => {
  test.each([
    ['', 0],
    ['Five words in this body.', 5],
    ['Source: Skylark\nTitle: Ships move on\n\nThree words here.\n\nTwo more.\n\nKey Words: a; b; c\n', 5],
    ['Title: 屠呦呦\n\n屠呦呦 said.\n', 4],
  ])('%j has so many words in its body: %i', async (text, words) => {
    expect(overview((await openSeed(text)).snapshot).words).toBe(words);
  });

  test('counts names, times and findings', async () => {
    const { snapshot } = await openSeed('It rained in China on 5 July 2021 and on 31 June 2021.');
    expect(overview(snapshot)).toMatchObject({ version: 1, mentions: 1, times: 2, findings: 6, annotations: [] });
  });
});
