import { expect, test } from 'vitest';
import { findName } from '../../server/src/exchange/dossier-name.ts';
import { packSeed } from '../../server/src/workspace/index/record.ts';
import { IndexStore } from '../../server/src/workspace/index/store.ts';
import { keyOfEntity, keyOfName } from '../../server/src/workspace/index/types.ts';
import { indexed, seedData } from '../support/index.ts';

const FACTS = `entities:
  - {id: zed, type: person, name: Zéd Quux, aliases: [Old Zed]}
  - {id: zed2, type: person, name: Zed Corge, aliases: [Old Zed]}
  - {id: never, type: person, name: Ghent}
`;

test.each<[string, string, string | readonly string[]]>([
  ['an id', 'zed2', '#zed2'],
  ['a name without its accents', 'zed quux', '#zed'],
  ['an alias of two: the one that is named most', 'Old Zed', '#zed'],
  ['an entry that no seed names, before a name that seeds have', 'ghent', '#never'],
  ['a name that seeds have, most often as a place', 'waldo', 'place\nWaldo'],
  ['a part of names: none of them', 'zed waldo', ['Zéd Quux', 'Waldo']],
  ['nothing', 'xyzzy', []],
])('%s', async (_, wanted, expected) => {
  const { workspace } = await indexed({ 'facts/f.yaml': FACTS });
  const store = new IndexStore();
  const keys = [
    ...Array(5).fill(keyOfEntity('zed')),
    keyOfName('person', 'Waldo'),
    ...Array(2).fill(keyOfName('place', 'Waldo')),
    keyOfName('place', 'Ghent'),
  ];
  const data = seedData({ mentions: keys.map((key) => ({ key })) });
  store.set(data.uri, packSeed(data, store.strings));
  const found = findName(wanted, workspace.ownKnowledge, store);
  expect('key' in found ? found.key : found.similar).toEqual(expected);
});
