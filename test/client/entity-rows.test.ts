import { describe, expect, test } from 'vitest';
import {
  type EntityFilter,
  entitiesMessage,
  entityRows,
  filterText,
  isReading,
  namingRows,
  sentenceRows,
} from '../../client/src/views/entityRows.ts';
import type { Row } from '../../client/src/views/row.ts';
import type { NameRow, Names, NamesState } from '../../server/src/protocol.ts';
import { at } from './annotations.ts';

const DONE: NamesState = { revision: 1, seeds: 3, read: 3, named: 3 };

function name(more: Partial<NameRow> = {}): NameRow {
  return {
    key: '#zed',
    name: 'Zed Quux',
    type: 'person',
    label: 'Person',
    color: 'person',
    seeds: 12,
    mentions: 1_240,
    entity: 'zed',
    ...more,
  };
}

function names(rows: readonly NameRow[], more: Partial<Names> = {}): Names {
  return { rows, total: rows.length, types: [{ id: 'person', label: 'Person', names: 340 }], state: DONE, ...more };
}

function listed(rows: readonly Row[]): string[] {
  return rows.map(({ icon, label, strong, description }) => {
    const marked = strong ? `${label.slice(0, strong[0])}[${label.slice(...strong)}]${label.slice(strong[1])}` : label;
    return `${icon.name} ${marked} | ${description}`;
  });
}

describe('the rows of entities', () => {
  test.each<[string, Partial<NameRow>, string]>([
    ['what is counted', {}, 'person Zed Quux | 12 seeds · 1,240 mentions'],
    ['of one', { seeds: 1, mentions: 1 }, 'person Zed Quux | 1 seed · 1 mention'],
    ['a type of the project', { type: 'ship', color: 'custom1' }, 'tag Zed Quux | 12 seeds · 1,240 mentions'],
    ['a name on several lines', { name: 'Zed\n Quux' }, 'person Zed Quux | 12 seeds · 1,240 mentions'],
  ])('%s', (_, more, expected) => {
    expect(listed(entityRows(names([name(more)])))).toEqual([expected]);
  });

  test('what commands are told, what is read out, and the tooltip, in which files format nothing', () => {
    const [row] = entityRows(names([name({ description: 'Master of *all* <b>' })]));
    expect(row).toMatchObject({
      id: '#zed',
      kind: 'entity',
      lazy: true,
      about: { key: '#zed', name: 'Zed Quux' },
      spoken: 'Zed Quux, Person, 12 seeds, 1,240 mentions, Master of *all* <b>',
      tooltip: '**Zed Quux** · Person\n\nMaster of \\*all\\* &lt;b&gt;\n\n12 seeds · 1,240 mentions',
    });
  });

  test('more than a list can hold: a row that leads to the filter', () => {
    const row = entityRows(names([name()], { total: 1_501 })).at(-1);
    expect(row && listed([row])).toEqual(['ellipsis 1,500 more | filter to see them']);
    expect(row).toMatchObject({ run: 'seedmark.filterEntities', kind: 'more' });
  });
});

test('the rows of seeds that name something', () => {
  const seed = { uri: 'file:///w/a%20b.txt', path: 'x/a b.txt', mentions: 3 };
  const rows = namingRows(
    { seeds: [{ ...seed, title: 'The lock', source: 'AP', published: '2021-07-05' }, seed], total: 9 },
    '#zed',
  );
  expect(listed(rows)).toEqual([
    'file 2021-07-05 The lock | 3 mentions',
    'file a b.txt | 3 mentions',
    'ellipsis 7 more | in the dossier',
  ]);
  expect(rows[0]).toMatchObject({
    id: seed.uri,
    lazy: true,
    about: { key: '#zed', uri: seed.uri },
    spoken: 'The lock, AP, published 2021-07-05, 3 mentions',
    tooltip: '*AP*\n\nx\\/a b\\.txt',
  });
});

test('the rows of sentences, with the name in them', () => {
  const sentences = [
    { text: 'He saw Zed.', start: 7, end: 10, range: at(4, 20, 23) },
    { text: '', start: 0, end: 0, range: at(9, 1, 4) },
  ];
  const rows = sentenceRows({ sentences, total: 2 }, '#zed', 'file:///a.seed');
  expect(listed(rows)).toEqual(['quote He saw [Zed]. | line 5', 'warning This sentence has changed | line 10']);
  expect(rows[0]).toMatchObject({
    kind: 'sentence',
    place: { ranges: [at(4, 20, 23)] },
    about: { uri: 'file:///a.seed', ranges: [at(4, 20, 20)] },
    spoken: 'He saw Zed., line 5',
    tooltip: 'He saw Zed\\.\n\nline 5',
  });
});

const ALL: EntityFilter = { query: '', types: undefined };

test.each<[string, Names | undefined, NamesState | undefined, EntityFilter, string]>([
  ['nobody has answered yet', undefined, undefined, ALL, 'Reading seeds…'],
  ['all is read', names([name()]), DONE, ALL, ''],
  ['there are no seeds', names([]), { ...DONE, seeds: 0, read: 0, named: 0 }, ALL, ''],
  ['seeds are read', names([name()]), { ...DONE, seeds: 10_000, read: 1_200 }, ALL, 'Reading seeds: 1,200 of 10,000'],
  [
    'the model reads',
    names([name()]),
    { ...DONE, seeds: 10_000, read: 10_000, named: 300 },
    ALL,
    'Looking for names in seeds: 300 of 10,000',
  ],
  ['nobody asks the model', names([name()]), { ...DONE, named: 0 }, ALL, ''],
  ['a filter', names([name()]), DONE, { ...ALL, query: 'z' }, '1 of 340 names'],
  [
    'a filter while seeds are read',
    names([name()]),
    { ...DONE, read: 1 },
    { ...ALL, types: ['person'] },
    '1 of 340 names · Reading seeds: 1 of 3',
  ],
  ['a filter that nothing passes leaves room for a way out', names([]), DONE, { ...ALL, query: 'z' }, ''],
])('what is said above the rows: %s', (_, known, state, filter, expected) => {
  expect(entitiesMessage(known, state, filter)).toBe(expected);
});

test.each<[EntityFilter, string]>([
  [ALL, ''],
  [{ query: 'zed', types: undefined }, '“zed”'],
  [{ query: 'zed', types: ['person', 'ship', ''] }, '“zed” · Person, ship, Without a type'],
])('what is said of the filter %j', (filter, expected) => {
  expect(filterText(filter, names([]).types)).toBe(expected);
});

test.each<[Partial<NamesState>, boolean]>([
  [{}, false],
  [{ read: 2 }, true],
  [{ named: 2 }, true],
  [{ named: 0 }, false],
])('whether seeds are being read: %j', (more, expected) => {
  expect(isReading({ ...DONE, ...more })).toBe(expected);
});
