import { describe, expect, test } from 'vitest';
import { foldingRanges } from '../../server/src/features/folding-ranges.ts';
import { openSeed } from '../support/world.ts';

const WRAPPED = `Ships are moving through the Suez Canal again, six days after the
container ship Ever Given had run aground in it and had shut one of
the busiest waterways of the world.`;

/** Folds as `first-last`, lines counted from 1, with their kind. */
async function folds(text: string, limit = 100): Promise<string[]> {
  const { snapshot } = await openSeed(text);
  return foldingRanges(snapshot, { limit }).map(
    ({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ''}`,
  );
}

describe('what can be folded', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['one line', 'Source: Skylark\n\nText.\n', []],
    ['the header without the blank lines behind it', 'Source: Skylark\nTitle: Ships\n\n\nText.\n', ['1-2 region']],
    ['front matter', '---\ntitle: Ships\nsource: Skylark\n---\n\nText.\n', ['1-4 region']],
    [
      'front matter and the fields below it, each by itself',
      '---\ntitle: Ships\n---\n\nSource: Skylark\nAuthor: Jane\n\nText.\n',
      ['1-3 region', '5-6 region'],
    ],
    ['the footer', 'Text.\n\nFind us: Twitter: sky YouTube: sky\nKey Words: canal\n\n', ['3-4 region']],
    ['a hard-wrapped paragraph', `${WRAPPED}\n\nText.\n`, ['1-3']],
    ['not one of two lines', 'Ships are moving through the canal\nagain.\n\nText.\n', []],
    [
      'sections to the last line before the next of their level',
      `# One\n\nText.\n\n## One, first\n\n${WRAPPED}\n\n# Two\n\nText.\n`,
      ['1-9', '5-9', '7-9', '11-13'],
    ],
    ['CRLF', 'Source: Skylark\r\nTitle: Ships\r\n\r\nText.\r\n', ['1-2 region']],
  ])('%s', async (_name, text, expected) => {
    expect(await folds(text)).toEqual(expected);
  });

  test('where the editor takes only so many, paragraphs go last', async () => {
    const text = `Source: Skylark\nTitle: Ships\n\n${WRAPPED}\n\n# One\n\n${WRAPPED}\n`;
    expect(await folds(text)).toEqual(['1-2 region', '4-6', '8-12', '10-12']);
    expect(await folds(text, 2)).toEqual(['1-2 region', '8-12']);
  });
});
