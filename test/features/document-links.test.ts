import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentLinkOptions, documentLinks } from '../../server/src/features/document-links.ts';
import { sourcePlaces } from '../../server/src/workspace/source-places.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { hostileText } from '../seed/hostile.ts';
import { marked, unmarked } from '../support/marks.ts';
import { longRunOf } from '../support/unicode.ts';
import { openSeed, ROOT, world } from '../support/world.ts';

const OPTIONS: DocumentLinkOptions = {
  trusted: true,
  findsAddresses: false,
  limit: 1000,
  folder: ROOT,
  projectUri: undefined,
};

/** The text with its links marked by where they lead. */
async function links(text: string, options: Partial<DocumentLinkOptions> = {}): Promise<string> {
  const { snapshot } = await openSeed(text);
  const { lines } = snapshot;
  const found = documentLinks(snapshot, { ...OPTIONS, ...options });
  const spans = found.map(({ range, target }) => ({
    start: lines.offsetAt(range.start),
    end: lines.offsetAt(range.end),
    target: target ?? '?',
  }));
  return marked(text, spans, ({ target }) => target);
}

describe('links of a seed', () => {
  test.each([
    ['URL: <<https://a.example/b?c=d#e|https://a.example/b?c=d#e>>\n\nText.'],
    ['See <<https://a.example/b_(c)|https://a.example/b_(c)>> (or <<www.b.example/c|https://www.b.example/c>>).'],
    ['见<<https://a.example/b|https://a.example/b>>。'],
    ['Write to <<jane.doe@news.example|mailto:jane.doe@news.example>>, not to @jane or x@y.'],
    ['Read doi:<<10.1000/182|https://doi.org/10.1000/182>>.'],
    ['Read <<10.1038/s41586-020-2649-2|https://doi.org/10.1038/s41586-020-2649-2>>, please.'],
    ['(DOI <<10.1016/S0140-6736(20)30183-5|https://doi.org/10.1016/S0140-6736(20)30183-5>>)'],
    ['Title: Ships\nDOI: <<10.1000/182|https://doi.org/10.1000/182>>\n\nText.'],
    ['<<https://doi.org/10.1000/abc|https://doi.org/10.1000/abc>>'],
    ['Text.\n\nFind us: Twitter: <<@sky|https://x.com/sky>> E-mail: <<a@b.example|mailto:a@b.example>>\n'],
    ['Twitter: @sky YouTube: sky stood in the middle of a text.\n\nText.'],
    ['It fell by 10.2021/22 or by 110.1038/abc or 3.10.1038/abc.'],
    ['Nothing http://plain.example ftp://a.example file:///etc/passwd javascript:alert(1) https://'],
  ])('%s', async (text) => {
    expect(await links(unmarked(text))).toBe(text);
  });

  test('an editor that finds addresses by itself gets only what it does not find', async () => {
    const text = 'See https://a.example and <<www.b.example|https://www.b.example>>.';
    expect(await links(unmarked(text), { findsAddresses: true })).toBe(text);
  });

  test('no more than the limit', async () => {
    const text = '<<www.a.example|https://www.a.example>>\n\n<<www.b.example|https://www.b.example>>\n\nwww.c.example';
    expect(await links(unmarked(text), { limit: 2 })).toBe(text);
  });

  test('a long address is not cut to another one', async () => {
    expect(await links(`https://a.example/${'b'.repeat(3000)}`)).not.toContain('<<');
  });

  test.each(['@', 'www.', 'https://', '10.1000/', 'a@b.c', '10.1000/ ', 'a@b.example '])(
    'a long run of %j is read in a moment',
    async (piece) => {
      await links(longRunOf(piece));
    },
  );

  test('nothing leads anywhere but to https: and mailto:, in any text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const { snapshot } = await openSeed(text);
        for (const { target } of documentLinks(snapshot, OPTIONS)) expect(target).toMatch(/^(?:https:\/\/|mailto:)/i);
      }),
      { numRuns: 200 },
    );
  });
});

/** The links of a facts file as `text of the range -> target`. */
async function factsLinks(text: string, options: Partial<DocumentLinkOptions> = {}, uri = `${ROOT}facts/f.yaml`) {
  const workspace = new Workspace(world());
  workspace.setFolders([ROOT]);
  await workspace.settled();
  workspace.open(uri, text, 1);
  const snapshot = workspace.snapshot(uri);
  if (!snapshot) throw new Error('the file did not open');
  const { lines } = snapshot;
  return documentLinks(snapshot, { ...OPTIONS, folder: workspace.folderOf(uri), ...options }).map(
    ({ range, target, data }) =>
      `${lines.toString().slice(lines.offsetAt(range.start), lines.offsetAt(range.end))} -> ${target ?? JSON.stringify(data)}`,
  );
}

const FACTS = `entities:
  - id: tu
    type: person
    name: Tu Youyou
    facts:
      - what: won
        value: the Nobel Prize
        source: ../seeds/a b.txt
      - {what: born, value: Ningbo, source: "https://a.example/tu"}
      - {what: x, value: y, source: ./b.txt#L12}
      - {what: x, value: y, source: seeds/b.txt#L3}
      - {what: x, value: y, source: ../../etc/passwd}
      - {what: x, value: y, source: /etc/passwd}
      - {what: x, value: y, source: 'C:\\Windows'}
      - {what: x, value: y, source: 'javascript:alert(1)'}
      - {what: x, value: y, source: 'http://a.example/'}
    links:
      wikidata: [Q546079, Q1]
      viaf: '123'
      homepage: https://b.example/
      evil: command:x
`;

describe('links of a facts file', () => {
  test('sources and links, to https: and to files of the workspace', async () => {
    expect(await factsLinks(FACTS)).toEqual([
      '../seeds/a b.txt -> file:///w/seeds/a%20b.txt',
      'https://a.example/tu -> https://a.example/tu',
      './b.txt#L12 -> file:///w/facts/b.txt#L12',
      'seeds/b.txt#L3 -> {"uri":"file:///w/facts/f.yaml","source":"seeds/b.txt#L3"}',
      'Q546079 -> https://www.wikidata.org/wiki/Q546079',
      'Q1 -> https://www.wikidata.org/wiki/Q1',
      '123 -> https://viaf.org/viaf/123',
      'https://b.example/ -> https://b.example/',
    ]);
  });

  test('an editor that finds addresses by itself gets the others', async () => {
    expect(await factsLinks(FACTS, { findsAddresses: true })).toHaveLength(6);
  });

  test('in a workspace that is not trusted there are none', async () => {
    expect(await factsLinks(FACTS, { trusted: false })).toEqual([]);
  });

  test('nor in a file outside of all folders, in a sidecar, or in a project file', async () => {
    expect(await factsLinks(FACTS, {}, 'file:///elsewhere/facts/f.yaml')).toEqual([]);
    expect(await factsLinks(FACTS, {}, `${ROOT}seeds/a.txt.annotations.yaml`)).toEqual([]);
    expect(await factsLinks(FACTS, {}, `${ROOT}seedmark.yaml`)).toEqual([]);
  });

  test('an entry that is broken takes none of the others away', async () => {
    expect(await factsLinks('entities:\n  - id: [a\n  - id: b\n    name: B\n    links: {wikidata: Q5}\n')).toEqual([
      'Q5 -> https://www.wikidata.org/wiki/Q5',
    ]);
  });
});

describe('where a source may be', () => {
  const where = { folder: ROOT, projectUri: `${ROOT}news/seedmark.yaml` };
  test.each([
    ['a.txt', ['news/a.txt', 'a.txt', 'news/facts/a.txt']],
    ['./a.txt', ['news/facts/a.txt']],
    ['./a.txt#L12', ['news/facts/a.txt']],
    ['./a.txt:12', ['news/facts/a.txt%3A12']],
    ['../a.txt', ['news/a.txt']],
    ['x\\a.txt', ['news/x/a.txt', 'x/a.txt', 'news/facts/x/a.txt']],
    ['x/../a.txt', ['news/a.txt', 'a.txt', 'news/facts/a.txt']],
    ['../../../a.txt', []],
    ['x/../../../../a.txt', []],
    [
      '%2e%2e/%2e%2e/%2e%2e/a.txt',
      [
        'news/%252e%252e/%252e%252e/%252e%252e/a.txt',
        '%252e%252e/%252e%252e/%252e%252e/a.txt',
        'news/facts/%252e%252e/%252e%252e/%252e%252e/a.txt',
      ],
    ],
    ['a#b?c.txt', ['news/a%23b%3Fc.txt', 'a%23b%3Fc.txt', 'news/facts/a%23b%3Fc.txt']],
    ['\ud800.txt', ['news/%EF%BF%BD.txt', '%EF%BF%BD.txt', 'news/facts/%EF%BF%BD.txt']],
    ['/a.txt', []],
    ['\\\\server\\a.txt', []],
    ['d:/a.txt', []],
    ['', []],
    ['.', []],
    ['x/..', []],
    ['x/', []],
  ])('%j', (source, expected) => {
    expect(sourcePlaces(`${ROOT}news/facts/f.yaml`, source, where)).toEqual(expected.map((path) => ROOT + path));
  });

  test('no path leaves the workspace folder', () => {
    const path = fc
      .array(fc.constantFrom('..', '.', 'a', '/', '\\', '%2e', 'C:', '', ' ', '#'))
      .map((x) => x.join('/'));
    fc.assert(
      fc.property(path, (source) => {
        for (const place of sourcePlaces(`${ROOT}news/facts/f.yaml`, source, where)) {
          expect(place.startsWith(ROOT)).toBe(true);
          expect(new URL(place).href.startsWith(ROOT)).toBe(true);
        }
      }),
    );
  });
});
