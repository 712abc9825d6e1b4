import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitOf, soughtBy } from '../../server/src/features/symbol-fit.ts';
import { SymbolTable } from '../../server/src/features/symbol-table.ts';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols.ts';
import { plainWords } from '../../server/src/text/plain-words.ts';
import { liveMentions } from '../../server/src/workspace/index/live-mentions.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { indexed } from '../support/index.ts';
import { NEVER_CANCELLED, ROOT } from '../support/world.ts';

describe('how well a name fits', () => {
  test.each([
    ['World Health Organization', 'world health organization', 7],
    ['World Health Organization', 'World', 6],
    ['World Health Organization', 'worl', 5],
    ['World Health Organization', 'health', 4],
    ['World Health Organization', 'who', 3],
    ['World Health Organization', 'wor org', 3],
    ['World Health Organization', 'ganiz', 2],
    ['World Health Organization', 'wrldorg', 1],
    ['World Health Organization', 'hw', 0],
    ['Wang Wenbin', 'wangwen', 3],
    ['São Paulo', 'sao', 6],
    ['Sao Paulo', 'são', 6],
    ['Łódź', 'łodz', 7],
    ['O’Neill', "o'nei", 5],
    ['中国银行', '银行', 2],
    ['anything', '', 1],
    ['anything', '!?', 1],
  ])('%s, %s', (name, query, expected) => {
    expect(fitOf(plainWords(name), soughtBy(query))).toBe(expected);
  });

  test('whatever is typed of a name in order finds it', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => plainWords(text) !== '');
    fc.assert(
      fc.property(name, fc.array(fc.nat()), (text, left) => {
        const plain = plainWords(text);
        const typed = plain.split('').filter((_, i) => !left.includes(i));
        expect(fitOf(plain, soughtBy(typed.join('')))).toBeGreaterThan(0);
      }),
    );
  });
});

const FACTS = `entities:
  - id: who
    type: organization
    name: World Health Organization
    aliases: [WHO, Weltgesundheitsorganisation]
    description: Agency of the *United* Nations
  - {id: tu, type: person, name: Tu Youyou}
`;
const FILES = {
  'facts/f.yaml': FACTS,
  'seeds/a.txt':
    'Source: Sky\nPublished: 2021-03-01\nTitle: Health in China\n\nThe WHO went to China, then left China.\n',
  'seeds/b.txt': 'Published: 2020-03-01\n\nIt rained in Beijing and in China.\n',
};

const openPlacesIn = (workspace: Workspace) => (uri: string) => {
  const snapshot = workspace.seed(uri);
  return snapshot && liveMentions(snapshot);
};

function shown(workspace: Workspace, query: string, { table = new SymbolTable(), limit = 10 } = {}): string[] {
  const { entities } = workspace.knowledge(ROOT);
  const options = {
    limit,
    names: workspace.names,
    entities,
    projectOf: (uri: string) => workspace.knowledge(uri).project,
    linesOf: (uri: string) => workspace.linesOf(uri),
    openPlacesOf: openPlacesIn(workspace),
  };
  return workspaceSymbols(table, query, options).map(
    ({ name, kind, containerName, location }) =>
      `${name} (${kind}: ${containerName}) ${location.uri.slice(ROOT.length)} ${'range' in location ? `${location.range.start.line}:${location.range.start.character}` : ''}`,
  );
}

describe('symbols of a workspace', () => {
  test('without a query the most frequent, then what is only known', async () => {
    const { workspace } = await indexed(FILES);
    expect(shown(workspace, '')).toEqual([
      'China (3: Place · 2 seeds) seeds/b.txt 2:28',
      'Beijing (3: Place · 1 seed) seeds/b.txt 2:13',
      'World Health Organization (5: Organisation · Agency of the *United* Nations) facts/f.yaml 1:8',
      'Tu Youyou (12: Person · in no seed) facts/f.yaml 6:9',
      'Health in China (1: Sky, 2021-03-01) seeds/a.txt 0:0',
    ]);
    expect(shown(workspace, '', { limit: 1 })).toHaveLength(1);
  });

  test('an entry by the name that fits best, a seed by its title', async () => {
    const { workspace } = await indexed(FILES);
    expect(shown(workspace, 'who')).toEqual([
      'WHO (5: Organisation · World Health Organization · Agency of the *United* Nations) facts/f.yaml 1:8',
    ]);
    expect(shown(workspace, 'weltg')[0]).toMatch(/^Weltgesundheitsorganisation /);
    expect(shown(workspace, 'health').map((line) => line.split(' (')[0])).toEqual([
      'Health in China',
      'World Health Organization',
    ]);
    expect(shown(workspace, 'xyz')).toEqual([]);
  });

  test('in an open seed where a name stands now', async () => {
    const { workspace } = await indexed(FILES);
    const uri = `${ROOT}seeds/b.txt`;
    workspace.open(uri, 'Nothing.\n\nNow it rained in Beijing.\n', 1);
    await workspace.settled();
    const snapshot = workspace.seed(uri);
    if (snapshot) await workspace.analyze(snapshot, NEVER_CANCELLED);
    expect(shown(workspace, 'beijing')).toEqual(['Beijing (3: Place · 1 seed) seeds/b.txt 2:17']);
  });

  test('what changes is found at once, by a table that knew what was before', async () => {
    const { workspace, world } = await indexed(FILES);
    const table = new SymbolTable();
    expect(shown(workspace, 'beij', { table })).toHaveLength(1);
    world.disk.set(`${ROOT}seeds/b.txt`, 'It rained in Shanghai.\n');
    workspace.filesChanged([`${ROOT}seeds/b.txt`]);
    await workspace.indexed();
    expect(shown(workspace, 'beij', { table })).toEqual([]);
    expect(shown(workspace, 'shang', { table })).toEqual(['Shanghai (3: Place · 1 seed) seeds/b.txt 0:13']);
    for (const query of ['', 'a', 'china']) expect(shown(workspace, query, { table })).toEqual(shown(workspace, query));
  });

  test('an entry that no file has any more is what its annotations call it', async () => {
    const { workspace, names } = await indexed({ 'facts/f.yaml': FACTS, 'seeds/a.txt': 'The WHO came.\n' });
    const options = {
      limit: 9,
      names,
      entities: new Map(),
      projectOf: (uri: string) => workspace.knowledge(uri).project,
      linesOf: () => undefined,
      openPlacesOf: () => undefined,
    };
    expect(workspaceSymbols(new SymbolTable(), 'who', options)).toMatchObject([
      { name: 'who', kind: 13, containerName: '1 seed', location: { uri: `${ROOT}seeds/a.txt` } },
    ]);
  });

  test('the best of very many are those that come first when all are put in order', async () => {
    const seeds = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `seeds/${i}.txt`,
        `Title: Report ${i % 7} of ${'x'.repeat(i % 5)} ${i}\n\nText.\n`,
      ]),
    );
    const { workspace } = await indexed(seeds);
    const all = shown(workspace, 'report', { limit: 1000 });
    expect(all).toHaveLength(60);
    for (const limit of [1, 5, 14, 59]) expect(shown(workspace, 'report', { limit })).toEqual(all.slice(0, limit));
  });
});
