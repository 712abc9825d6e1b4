import { describe, expect, test } from 'vitest';
import { nameRows } from '../../../server/src/features/names/rows.ts';
import type { NamesParams } from '../../../server/src/protocol.ts';
import { packSeed } from '../../../server/src/workspace/index/record.ts';
import { IndexStore } from '../../../server/src/workspace/index/store.ts';
import { keyOfName } from '../../../server/src/workspace/index/types.ts';
import { indexed, seedData } from '../../support/index.ts';

const FILES = {
  'seedmark.yaml': 'types:\n  - id: ship\n    label: Ship\n',
  'facts/f.yaml': `entities:
  - id: zed
    type: person
    name: Zéd Quux
    aliases: [Old Zed]
    description: Master of the Ever Given
  - {id: acme, type: organization, name: Acme Widgets}
  - {id: boat, type: ship, name: Ever Given}
  - {id: never, type: person, name: Nobody Nowhere}
`,
  'seeds/a.txt': 'Published: 2020-01-02\n\nAcme Widgets hired Zéd Quux for the Ever Given. Acme Widgets paid.\n',
  'seeds/b.txt': 'Published: 2021-07-06\n\nThe Ever Given sank. Old Zed lived.\n',
  'seeds/c.txt': 'Source: A\n\nZéd Quux came home.\n',
};

async function listed(params: NamesParams): Promise<string[]> {
  const { workspace, names } = await indexed(FILES);
  const { rows } = nameRows({ names, knowledge: workspace.ownKnowledge }, params);
  return rows.map(({ name, label, seeds, mentions }) => `${name} | ${label} | ${seeds} ${mentions}`);
}

describe('what seeds name', () => {
  const zed = 'Zéd Quux | Person | 3 3';
  const acme = 'Acme Widgets | Organisation | 1 2';
  const boat = 'Ever Given | Ship | 2 2';
  test.each<[string, NamesParams, readonly string[]]>([
    ['all, the most frequent first', {}, [zed, boat, acme]],
    ['by name', { sort: 'name' }, [acme, boat, zed]],
    [
      'what was named last first; what no dated seed names counts as its other seeds',
      { sort: 'date' },
      [zed, boat, acme],
    ],
    ['by a part of the name, whatever the case', { query: 'WIDG' }, [acme]],
    ['by a name without its accents', { query: 'zed quux' }, [zed]],
    ['by an alias', { query: 'old' }, [zed]],
    ['by the description', { query: 'master given' }, [zed]],
    ['by the type', { query: 'ship' }, [boat]],
    ['nothing', { query: 'zed widgets' }, []],
    ['of some types', { types: ['ship', 'organization'] }, [boat, acme]],
    ['of no type', { types: [] }, []],
    ['one of them', { limit: 1, offset: 1 }, [boat]],
    ['nothing that no seed names', { query: 'nowhere' }, []],
    [
      'what no seed names, if that is asked for',
      { unnamed: true, query: 'nowhere' },
      ['Nobody Nowhere | Person | 0 0'],
    ],
    [
      'senseless wishes are none',
      { query: 5, types: 'x', sort: 'y', limit: -1, offset: 'z' } as never,
      [zed, boat, acme],
    ],
  ])('%s', async (_, params, expected) => {
    expect(await listed(params)).toEqual(expected);
  });

  test('the types of all, whatever is sought', async () => {
    const { workspace, names } = await indexed(FILES);
    const { types, total, state } = nameRows({ names, knowledge: workspace.ownKnowledge }, { query: 'widgets' });
    expect(types.map(({ label, names: count }) => `${label} ${count}`).sort()).toEqual([
      'Organisation 1',
      'Person 1',
      'Ship 1',
    ]);
    expect(total).toBe(1);
    expect(state).toMatchObject({ seeds: 3, read: 3, revision: names.revision });
  });

  test('no more rows than anybody reads', () => {
    const store = new IndexStore();
    const mentions = Array.from({ length: 700 }, (_, i) => ({ key: keyOfName('person', `P ${i}`) }));
    store.set('file:///w/a.seed', packSeed(seedData({ mentions }), store.strings));
    const knowledge = { entities: new Map(), project: { types: [] } as never };
    const { rows, total } = nameRows({ names: store, knowledge }, { limit: 10_000 });
    expect([rows.length, total]).toEqual([500, 700]);
  });
});
