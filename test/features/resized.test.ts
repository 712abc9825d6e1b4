import { describe, expect, test } from 'vitest';
import { resized } from '../../server/src/features/resized.ts';
import type { Range } from '../../server/src/protocol.ts';
import { openSeed } from '../support/world.ts';

/** The words with one more or less at either end, for what stands between bars. */
async function words(marked: string): Promise<Record<string, string>> {
  const text = marked.replaceAll('|', '');
  const { snapshot } = await openSeed(text);
  const [start, end] = [marked.indexOf('|'), marked.lastIndexOf('|') - 1];
  const { lines } = snapshot;
  const { version: _, ...ranges } = resized(snapshot, { start: lines.positionAt(start), end: lines.positionAt(end) });
  const cut = ([name, range]: [string, Range]) => [
    name,
    text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)),
  ];
  return Object.fromEntries(Object.entries(ranges).map(cut));
}

describe('a word more or less', () => {
  test.each<[string, Record<string, string>]>([
    [
      'The |Full Truck| Alliance fell.',
      { wider: 'Full Truck Alliance', widerInFront: 'The Full Truck', narrower: 'Full', narrowerInFront: 'Truck' },
    ],
    ['|The| end', { wider: 'The end' }],
    ['all |of, it|', { widerInFront: 'all of, it', narrower: 'of', narrowerInFront: 'it' }],
    ['in |Par|is now', { wider: 'Paris now', widerInFront: 'in Par' }],
    ['One.\n\n|Two|\n\nThree.', {}],
    ['a |名前| b', { wider: '名前 b', widerInFront: 'a 名前' }],
    ['…|!|…', {}],
  ])('%s', async (marked, expected) => {
    expect(await words(marked)).toEqual(expected);
  });
});
