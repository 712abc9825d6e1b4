import { expect, test } from 'vitest';
import { isRecord, packSeed, renumber, type SeedData, unpackSeed } from '../../../server/src/workspace/index/record.ts';
import { IndexStore } from '../../../server/src/workspace/index/store.ts';
import { Strings } from '../../../server/src/workspace/index/strings.ts';
import { keyOfEntity, keyOfName } from '../../../server/src/workspace/index/types.ts';
import { Workspace } from '../../../server/src/workspace/workspace.ts';
import { indexed } from '../../support/index.ts';
import { ROOT, world } from '../../support/world.ts';

const FACTS = `entities:
  - id: zed
    type: person
    name: Zed Quux
    aliases: [Old Zed]
  - {id: acme, type: organization, name: Acme Widgets}
`;

test('mentions of an entity, by whatever alias, are found by the seeds in order of their publication', async () => {
  const { names, workspace } = await indexed({
    'facts/f.yaml': FACTS,
    'seeds/b.txt': 'Published: 2021-07-06\nTitle: Zed Quux again\n\nHe came. Then Old Zed left\nAcme Widgets.\n',
    'seeds/a.txt': 'Published: 2020-01-02\n\nAcme Widgets hired Zed Quux in May.\n',
    'seeds/c.txt':
      'Source: A\n\nFor years nobody had heard anything of old Zed\nQuux, but then all at once his name was in every\npaper of the town.\n',
  });
  const found = names.mentionsOf(keyOfEntity('zed'));
  expect(found.map(({ seed, mentions }) => [seed.uri.slice(ROOT.length), mentions.length])).toEqual([
    ['seeds/a.txt', 1],
    ['seeds/b.txt', 2],
    ['seeds/c.txt', 1],
  ]);
  expect(found[2]?.mentions[0]?.range).toEqual({ start: { line: 2, character: 43 }, end: { line: 3, character: 4 } });
  const places = found.flatMap(({ seed, mentions }) => mentions.map(({ sentence }) => ({ uri: seed.uri, sentence })));
  expect(await workspace.sentenceTexts(places)).toEqual([
    'Acme Widgets hired Zed Quux in May.',
    'Zed Quux again',
    'Then Old Zed left',
    'For years nobody had heard anything of old Zed Quux, but then all at once his name was in every paper of the town.',
  ]);
  expect(names.total(keyOfEntity('zed'))).toMatchObject({ seeds: 3, mentions: 4 });
  expect(names.companyOf(keyOfEntity('zed'), 5)).toMatchObject([{ name: { entity: 'acme' }, sentences: 1 }]);
  expect(names.namesIn(`${ROOT}seeds/a.txt`).map(({ key }) => key)).toEqual(['#acme', '#zed']);
});

test('what goes is counted no more', async () => {
  const { names, workspace, world } = await indexed({ 'facts/f.yaml': FACTS, 'seeds/a.txt': 'Zed Quux came.\n' });
  expect(names.total(keyOfEntity('zed'))).toMatchObject({ seeds: 1 });
  world.disk.delete(`${ROOT}seeds/a.txt`);
  workspace.filesChanged([`${ROOT}seeds/a.txt`]);
  await workspace.indexedWhole();
  expect(names.total(keyOfEntity('zed'))).toBeUndefined();
  expect(names.totals()).toEqual([]);
});

const DATA: SeedData = {
  uri: 'file:///w/a.seed',
  named: true,
  content: [-5, 7],
  body: [1, -2],
  title: 'A',
  source: undefined,
  published: '2021-07',
  authors: ['B', 'C'],
  keywords: ['D'],
  sentences: [
    { start: 3, end: 9, line: 1, date: undefined },
    { start: 9, end: 20, line: 2, date: '2020' },
  ],
  mentions: [
    { key: keyOfName('person', 'B'), line: 1, character: 2, endLine: 1, endCharacter: 3, sentence: 0 },
    { key: keyOfEntity('x'), line: 2, character: 0, endLine: 3, endCharacter: 1, sentence: 1 },
  ],
  statements: [{ kind: 'role', key: keyOfName('person', 'B'), sentence: 1, value: 'chief', employer: undefined }],
  signature: Int32Array.of(1, 2, 3),
  model: Int32Array.of(9),
};

test('a record says what it was made of, with any table of strings', () => {
  const strings = new Strings();
  const record = packSeed(DATA, strings);
  expect(unpackSeed(record, strings)).toEqual(DATA);
  const others = new Strings();
  others.numberOf('something else');
  const moved = renumber(record, (number) => others.numberOf(strings.maybe(number)));
  expect(unpackSeed(moved, others)).toEqual(DATA);
});

test('what is no record is told', () => {
  const strings = new Strings();
  const record = packSeed(DATA, strings);
  expect(isRecord(record)).toBe(true);
  expect(isRecord(record.subarray(1))).toBe(false);
  expect(isRecord(record.subarray(0, -1))).toBe(false);
  expect(isRecord(new Int32Array(3))).toBe(false);
});

test('an index counts the same after any exchange', () => {
  const store = new IndexStore();
  const record = packSeed(DATA, store.strings);
  store.set(DATA.uri, record);
  store.set(DATA.uri, packSeed({ ...DATA, mentions: [], statements: [] }, store.strings));
  expect(store.totals()).toEqual([]);
  store.set(DATA.uri, record);
  expect(store.statementsOf(keyOfName('person', 'B'))).toMatchObject([{ kind: 'role', value: 'chief' }]);
  expect(store.totals()).toHaveLength(2);
});

test('of several folders all seeds are known, and those of a folder that leaves are forgotten', async () => {
  const made = world({ 'one/seeds/a.txt': 'Zed Quux.\n', 'two/seeds/b.txt': 'Zed Quux.\n', 'two/facts/f.yaml': FACTS });
  const workspace = new Workspace(made);
  workspace.setFolders([`${ROOT}one`, `${ROOT}two`], { index: 'names' });
  await workspace.settled();
  await workspace.indexedWhole();
  expect(workspace.names.total(keyOfEntity('zed'))).toMatchObject({ seeds: 2 });
  workspace.setFolders([`${ROOT}two`], { index: 'names' });
  await workspace.settled();
  await workspace.indexedWhole();
  expect(workspace.names.mentionsOf(keyOfEntity('zed')).map(({ seed }) => seed.uri)).toEqual([
    `${ROOT}two/seeds/b.txt`,
  ]);
  expect(workspace.names.state).toEqual({ seeds: 1, read: 1, named: 1 });
});
