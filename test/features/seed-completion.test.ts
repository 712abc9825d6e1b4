import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedCompletion } from '../../server/src/features/seed-completion.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { withCursor } from '../support/cursor.ts';
import { openSeed } from '../support/world.ts';

const FILES = {
  'seedmark.yaml': 'sources: [Harbour Times]\n',
  'facts/f.yaml': `entities:
  - id: kanzhun
    type: organization
    name: Kanzhun Limited
    aliases: [Kanzhun]
    description: A recruiting company.
  - id: wang
    type: person
    name: Wang Wenbin
`,
  'seeds/b.txt': 'Source: Skylark News\nAuthor: Jane Doe and John Roe\nKeywords: shipping; canal\n\nText.\n',
  'seeds/c.txt': 'Source: Skylark News\nAuthor: Jane Doe\n\nText.\n',
};

interface Options {
  readonly invoked?: boolean;
  readonly name?: string;
}

async function complete(marked: string, { invoked = true, name = 'seeds/a.txt' }: Options = {}) {
  const { text, position } = withCursor(marked);
  const { snapshot, workspace, uri } = await openSeed(text, FILES, name);
  await workspace.indexed();
  const items = seedCompletion(workspace.seed(uri) ?? snapshot, position, { invoked }) ?? [];
  return { text, items };
}

const labels = async (marked: string, options?: Options) =>
  (await complete(marked, options)).items.map(({ label }) => label);

/** The text after taking the item with a label. */
async function taken(marked: string, label: string, options?: Options): Promise<string | undefined> {
  const { text, items } = await complete(marked, options);
  const item = items.find((one) => one.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) return undefined;
  const { range, newText } = item.textEdit;
  const lines = TextLines.from(text);
  return applyEdits(text, [{ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }]);
}

describe('names of fields', () => {
  test('in an empty seed all of them, those that are asked for first', async () => {
    const { items } = await complete('$0');
    expect(items.map(({ label }) => label).slice(0, 4)).toEqual(['Source', 'Published', 'Retrieved', 'Title']);
    expect(items[0]).toMatchObject({ detail: 'required', documentation: expect.stringContaining('dcterms:publisher') });
  });

  test.each([
    ['Sour$0', 'Source', 'Source: '],
    ['Source: A\nPub$0\n\nText.\n', 'Published', 'Source: A\nPublished: \n\nText.\n'],
    ['source: A\npub$0\n\nText.\n', 'published', 'source: A\npublished: \n\nText.\n'],
    ['---\ntit$0\n', 'title', '---\ntitle: \n'],
    ['---\nsource: A\nk$0\n---\nText.\n', 'keywords', '---\nsource: A\nkeywords: \n---\nText.\n'],
    ['Source: A\nTi$0: My text\n\nText.\n', 'Title', 'Source: A\nTitle: My text\n\nText.\n'],
    ['Source: A\n\nText.\n\nKey Words: a\nCopy$0', 'Rights', 'Source: A\n\nText.\n\nKey Words: a\nRights: '],
  ])('%j', async (marked, label, expected) => expect(await taken(marked, label)).toBe(expected));

  test('what stands there already comes last and says so', async () => {
    const { items } = await complete('Source: A\nP$0\n\nText.\n');
    expect(items.at(-1)).toMatchObject({ label: 'Source', detail: 'stands in the metadata already' });
  });
});

describe('values', () => {
  test.each([
    ['Source: $0\n\nText.\n', ['Harbour Times', 'Skylark News', 'Kanzhun Limited']],
    ['Source: Sky$0 Published: 2021-07-05\n\nText.\n', ['Harbour Times', 'Skylark News', 'Kanzhun Limited']],
    ['Source: A\nAuthor: $0\n\nText.\n', ['Jane Doe', 'John Roe', 'Kanzhun Limited', 'Wang Wenbin']],
    ['Source: A\nURL: $0\n\nText.\n', []],
    ['Source: A\nURL: $0\n\nSee https://a.example/x.\n', ['https://a.example/x']],
    ['Source: A\nTitle: $0\n\nThree more platforms\n\nText.\n', ['Three more platforms']],
    [
      'Source: A\nAuthor: $0\n\nBy Max Moe\n\nText.\n',
      ['Max Moe', 'Jane Doe', 'John Roe', 'Kanzhun Limited', 'Wang Wenbin'],
    ],
  ])('%j', async (marked, expected) => expect(await labels(marked)).toEqual(expected));

  test('dates around today, the one in the file’s name first', async () => {
    const { items } = await complete('Source: A Published: $0\n\nText.\n', { name: 'seeds/2021-06-30-a.txt' });
    expect(items.slice(0, 3).map(({ label, detail }) => `${label} ${detail}`)).toEqual([
      '2021-06-30 Wednesday, 30 June 2021, from the file’s name',
      '2021-07-06 Tuesday, 6 July 2021, today',
      '2021-07-05 Monday, 5 July 2021, yesterday',
    ]);
    expect(items[1]?.filterText).toContain('Tuesday, 6 July');
  });

  test.each([
    ['Source: A\nAuthor:$0\n\nText.\n', ' Jane Doe'],
    ['Source: A\nAuthor: Jane Roe;$0\n\nText.\n', ' Jane Doe'],
    ['Source: A\nAuthor: $0\n\nText.\n', 'Jane Doe'],
  ])('%j: typing on, with the blank or without, finds the same names in the same order', async (marked, expected) => {
    const { items } = await complete(marked);
    expect(items[0]?.filterText).toBe(expected);
  });

  test('keywords: the names of the text, then those of other seeds, none twice', async () => {
    const text = 'Source: A\nKeywords: China; $0\n\nWang Wenbin of China met Kanzhun. Kanzhun said no.\n';
    expect(await labels(text)).toEqual(['Kanzhun Limited', 'Wang Wenbin', 'shipping', 'canal']);
  });

  test.each([
    ['Source: Sky$0\n\nText.\n', 'Skylark News', 'Source: Skylark News\n\nText.\n'],
    ['Source:$0\n\nText.\n', 'Skylark News', 'Source: Skylark News\n\nText.\n'],
    ['Source: A Author: Ja$0\n\nText.\n', 'Jane Doe', 'Source: A Author: Jane Doe\n\nText.\n'],
    [
      'Source: Sky$0 Published: 2021-07-05\n\nT.\n',
      'Skylark News',
      'Source: Skylark News Published: 2021-07-05\n\nT.\n',
    ],
    [
      'Source: A URL: https:$0\n\nSee https://a.example/x.\n',
      'https://a.example/x',
      'Source: A URL: https://a.example/x\n\nSee https://a.example/x.\n',
    ],
    ['Source: A\nKeywords: a;$0\n\nText.\n', 'shipping', 'Source: A\nKeywords: a; shipping\n\nText.\n'],
    ['Source: A\nKeywords: a; shi$0\n\nText.\n', 'shipping', 'Source: A\nKeywords: a; shipping\n\nText.\n'],
    ['Source: A\nAuthor: Jane Doe; Jo$0\n\nText.\n', 'John Roe', 'Source: A\nAuthor: Jane Doe; John Roe\n\nText.\n'],
    ['---\nkeywords: [a, shi$0]\n---\nText.\n', 'shipping', '---\nkeywords: [a, shipping]\n---\nText.\n'],
    ['---\nkeywords:\n  - a\n  - shi$0\n---\nText.\n', 'shipping', '---\nkeywords:\n  - a\n  - shipping\n---\nText.\n'],
    ['Source: A\n\nText.\n\nKey Words: a; ca$0', 'canal', 'Source: A\n\nText.\n\nKey Words: a; canal'],
    ['Source: A\nLanguage: $0\n\nText.\n', 'zh-Hans', 'Source: A\nLanguage: zh-Hans\n\nText.\n'],
  ])('taking one: %j', async (marked, label, expected) => expect(await taken(marked, label)).toBe(expected));
});

describe('running prose', () => {
  const PROSE = 'Source: A\n\nKanzhun met Wang Wenbin in China. Ka$0 said no.\n';
  test('is left in peace', async () => {
    expect(await labels(PROSE, { invoked: false })).toEqual([]);
    expect(await labels('Source: A\n\nHe said: $0', { invoked: false })).toEqual([]);
    expect(await labels('Source: A\n\nThe Source: Sky$0 is none.\n', { invoked: false })).toEqual([]);
  });
  // Looking for the word's beginning from each letter of such a line would take minutes.
  test('behind a word of a million letters', async () =>
    expect(await labels(`Source: A\n\n${'a'.repeat(1_000_000)}, Ka$0\n\nKanzhun.\n`)).toEqual(['Kanzhun Limited']));
  test('names, when asked', async () => expect(await labels(PROSE)).toEqual(['Kanzhun Limited']));
});

test('never throws, and edits stand before the cursor', async () => {
  const piece = fc.constantFrom(
    'Source: A',
    ' Published: ',
    '\n',
    '---\n',
    'title: [a, ',
    '- b',
    'Kanzhun ',
    '; ',
    '\r\n',
    ':',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.nat(), fc.boolean(), async (pieces, at, invoked) => {
      const text = pieces.join('');
      const { snapshot } = await openSeed(text, FILES);
      const position = TextLines.from(text).positionAt(at % (text.length + 1));
      for (const { textEdit } of seedCompletion(snapshot, position, { invoked }) ?? []) {
        if (!textEdit || !('range' in textEdit)) throw new Error('no edit');
        expect(textEdit.range.end).toEqual(position);
        expect(textEdit.range.start.line).toBe(position.line);
        expect(textEdit.range.start.character).toBeLessThanOrEqual(position.character);
        expect(textEdit.range.start.character).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 150 },
  );
});
