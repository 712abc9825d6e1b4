import { expect, test } from 'vitest';
import { keyOfName } from '../../../server/src/workspace/index/types.ts';
import { indexed } from '../../support/index.ts';

test('the first mention of each name is the first of all its mentions', async () => {
  const { names } = await indexed({
    'seeds/a.txt': 'Published: 2021-01-02\n\nIt rained in China, then in Beijing, then in China.\n',
    'seeds/b.txt': 'Published: 2020-01-02\n\nIt rained in Shanghai and in Beijing.\n',
    'seeds/c.txt': 'It rained in Paris and in China.\n',
  });
  const keys = names.totals().map(({ key }) => key);
  expect(keys).toHaveLength(4);
  const unknown = keyOfName('place', 'Atlantis');
  const found = names.firstMentionsOf([...keys, ...keys, unknown]);
  expect([...found.keys()].sort()).toEqual(keys.sort());
  for (const key of keys) {
    const [first] = names.mentionsOf(key);
    expect(found.get(key)).toEqual({ uri: first?.seed.uri, range: first?.mentions[0]?.range });
  }
  expect(names.firstMentionsOf([]).size).toBe(0);
});
