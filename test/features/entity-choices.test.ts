import { describe, expect, test } from 'vitest';
import { entityChoices } from '../../server/src/features/entity-choices.ts';
import { openSeed } from '../support/world.ts';

const FACTS = `entities:
  - { id: wang-wenbin, type: person, name: Wang Wenbin }
  - { id: wang-yi, type: person, name: Wang Yi, description: Foreign minister }
  - { id: who, type: organization, name: World Health Organization, aliases: [WHO] }
  - { id: wenbin-group, type: organization, name: Wenbin Group }
  - { id: alibaba, type: organization, name: Alibaba Group }
  - { id: bjorn, type: person, name: Bjørn Dæhlie, aliases: [Björn Müller] }
`;

async function offered(texts: readonly string[], type?: string, query?: string, text = 'Nobody.'): Promise<string[]> {
  const { snapshot } = await openSeed(text, { 'facts/f.yaml': FACTS });
  return entityChoices(snapshot, { texts, type, query }).map(({ id, why }) => (why === '' ? id : `${id}: ${why}`));
}

describe('what words may mean', () => {
  test.each<[string, readonly string[], string | undefined, readonly string[]]>([
    [
      'the same name first, then others of its type',
      ['Wang Wenbin'],
      'person',
      ['wang-wenbin: the same name', 'bjorn', 'wang-yi'],
    ],
    ['parts of it', ['Mr Wang'], undefined, []],
    ['the last word', ['Minister Yi'], undefined, []],
    ['a part of the name', ['Wang'], undefined, ['wang-wenbin: a part of the name', 'wang-yi: a part of the name']],
    ['an alias', ['WHO'], undefined, ['who: an alias of it']],
    ['first letters', ['AG'], undefined, ['alibaba: its first letters']],
    ['a slip', ['Allibaba Group'], undefined, ['alibaba: nearly the same name', 'wenbin-group: the same last word']],
    ['accents', ['Bjorn Muller'], undefined, ['bjorn: an alias of it']],
  ])('%s', async (_, texts, type, expected) => {
    expect(await offered(texts, type)).toEqual(expected);
  });

  test('what the document names goes before what it does not', async () => {
    expect(await offered(['Wang'], 'person', '', 'Then Wang Yi spoke.')).toEqual([
      'wang-yi: a part of the name, named in this document',
      'wang-wenbin: a part of the name',
      'bjorn',
    ]);
  });

  test('what is typed is looked for in names, aliases and ids', async () => {
    expect(await offered(['Nobody'], 'person', 'health')).toEqual(['who']);
    expect(await offered(['Nobody'], undefined, 'orld he')).toEqual(['who']);
    expect(await offered(['Nobody'], undefined, 'zzz')).toEqual([]);
  });
});
