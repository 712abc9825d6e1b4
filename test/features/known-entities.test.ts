import { expect, test } from 'vitest';
import { knownEntities } from '../../server/src/features/known-entities.ts';
import { indexed } from '../support/index.ts';

const FACTS = `entities:
  - {id: wang, type: person, name: Wang Wenbin, aliases: [汪文斌], description: a spokesman}
  - {id: wang-yi, type: person, name: Wang Yi}
  - {id: emily, type: person, name: Émilie du Châtelet}
  - {id: new-wang, type: organization, name: New Wang Group}
`;

test.each<[query: string, except: readonly string[], ids: readonly string[]]>([
  ['', [], ['new-wang', 'wang', 'wang-yi', 'emily']],
  ['wang', [], ['wang', 'wang-yi', 'new-wang']],
  ['WANG W', [], ['wang']],
  ['wang', ['wang'], ['wang-yi', 'new-wang']],
  ['emilie', [], ['emily']],
  ['汪', [], ['wang']],
  ['nobody', [], []],
])('“%s” without %j', async (query, except, ids) => {
  const { workspace } = await indexed({ 'facts/f.yaml': FACTS });
  expect(knownEntities(workspace.entities(), query, new Set(except)).map(({ id }) => id)).toEqual(ids);
});
