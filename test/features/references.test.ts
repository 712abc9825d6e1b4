import { describe, expect, test } from 'vitest';
import { keyAt, nameOf, references } from '../../server/src/features/references.ts';
import { liveMentions } from '../../server/src/workspace/index/live-mentions.ts';
import { type EntityKey, keyOfEntity, keyOfName } from '../../server/src/workspace/index/types.ts';
import { withCursor } from '../support/cursor.ts';
import { indexed } from '../support/index.ts';
import { NEVER_CANCELLED, openSeed, openYaml, ROOT } from '../support/world.ts';

const FACTS = `entities:
  - id: zed
    type: person
    name: Zed Quux
    aliases: [Old Zed, {text: Ο Ζεντ, lang: el}]
  - id: old
    type: organization
    name: Old Zed
    aliases:
      - Zed Stores
    relations:
      - {type: owns, entity: zed}
`;

describe('what stands at a position of a seed', () => {
  const SIDECAR = `annotations:
  - {id: a1, type: person, quote: the minister, at: 0, before: "", after: " met", entity: wang}
  - {id: a2, type: product, quote: the ship, before: "saw "}
  - {id: a3, type: money, quote: a lot, before: "paid "}
  - {id: a4, type: person, quote: Old Zed, before: "with ", status: rejected}
`;
  test.each<[string, EntityKey | undefined]>([
    ['Zed Qu$0ux came.', keyOfEntity('zed')],
    ['It rained in the United Kingdom. Is the U$0K wet?', keyOfName('place', 'United Kingdom')],
    ['It rained in Chi$0na.', keyOfName('place', 'China')],
    ['They met on 5 Ju$0ly 2021.', undefined],
    ['A plain w$0ord.', undefined],
    ['the min$0ister met', keyOfEntity('wang')],
    ['saw the sh$0ip', keyOfName('product', 'the ship')],
    ['paid a l$0ot', undefined],
    ['', undefined],
  ])('%s', async (cursor, expected) => {
    const { text, position } = withCursor(cursor === '' ? '$0' : cursor);
    const files = { 'facts/f.yaml': FACTS, 'seeds/a.txt.annotations.yaml': SIDECAR };
    const { snapshot } = await openSeed(text, files);
    expect(keyAt(snapshot, position)).toBe(expected);
  });
});

describe('what a facts file or sidecar stands for', () => {
  test.each<[string, string | undefined]>([
    ['id: z$0ed', 'zed'],
    ['name: Zed Q$0uux', 'zed'],
    ['Ο Ζ$0εντ', 'zed'],
    ['[Old Z$0ed', 'zed'],
    ['name: Old$0 Zed', 'old'],
    ['Zed St$0ores', 'old'],
    ['entity: ze$0d', 'zed'],
    ['type: ow$0ns', undefined],
    ['type: per$0son', undefined],
    ['lang: e$0l', undefined],
    ['al$0iases', undefined],
    ['enti$0ties', undefined],
  ])('%s', async (words, expected) => {
    const { text, position } = withCursor(FACTS.replace(words.replace('$0', ''), words));
    const { snapshot } = await openYaml('facts/f.yaml', text);
    expect(keyAt(snapshot, position)).toBe(expected === undefined ? undefined : keyOfEntity(expected));
  });

  test.each<[string, string | undefined]>([
    ['entity: z$0ed', 'zed'],
    ['entity: un$0known', 'unknown'],
    ['quote: Z$0', undefined],
  ])('%s', async (words, expected) => {
    const sidecar =
      'annotations:\n  - {id: a1, type: person, quote: Z, entity: zed}\n  - {id: a2, type: person, quote: Y, entity: unknown}\n';
    const { text, position } = withCursor(sidecar.replace(words.replace('$0', ''), words));
    const { snapshot } = await openYaml('seeds/a.txt.annotations.yaml', text, { 'facts/f.yaml': FACTS });
    expect(keyAt(snapshot, position)).toBe(expected === undefined ? undefined : keyOfEntity(expected));
  });

  test('a bare list of entities without ids', async () => {
    const { text, position } = withCursor('- name: Zed Qu$0ux\n  type: person\n');
    const { snapshot } = await openYaml('facts/f.yaml', text);
    expect(keyAt(snapshot, position)).toBe(keyOfEntity('zed-quux'));
  });
});

const ZED = 'entities:\n  - {id: zed, type: person, name: Zed Quux, aliases: [Old Zed]}\n';

describe('the places of a name', () => {
  const FILES = {
    'facts/f.yaml': ZED,
    'seeds/a.txt': 'Published: 2021-03-01\n\nZed Quux came.\n',
    'seeds/b.txt': 'Published: 2020-03-01\n\nThen Zed Quux left. Old Zed did.\n',
    'seeds/c.txt': 'Nobody came.\n',
  };
  const shown = (found: ReturnType<typeof references>) =>
    found.map(({ uri, range: { start } }) => `${uri.slice(ROOT.length)} ${start.line}:${start.character}`);

  test('in closed seeds by their publication, no more than the limit', async () => {
    const { names } = await indexed(FILES);
    const all = ['seeds/b.txt 2:5', 'seeds/b.txt 2:20', 'seeds/a.txt 2:0'];
    expect(shown(references(names, keyOfEntity('zed'), [], 10))).toEqual(all);
    expect(shown(references(names, keyOfEntity('zed'), [], 2))).toEqual(all.slice(0, 2));
    expect(references(names, keyOfEntity('none'), [], 10)).toEqual([]);
  });

  test('in open seeds where they stand now, saved or not', async () => {
    const { names, workspace } = await indexed(FILES);
    const open = async (name: string, text: string) => {
      const uri = ROOT + name;
      workspace.open(uri, text, 1);
      await workspace.settled();
      const snapshot = workspace.seed(uri);
      const named = snapshot && (await workspace.analyze(snapshot, NEVER_CANCELLED));
      return { uri, ranges: (named && liveMentions(named).get(keyOfEntity('zed'))) ?? [] };
    };
    const gone = await open('seeds/a.txt', 'Nobody came.\n');
    const moved = await open('seeds/b.txt', '\n\n\nOld Zed did.\n');
    const unsaved = await open('seeds/new.txt', 'Title: Zed Quux\n\nHe did.\n');
    expect(shown(references(names, keyOfEntity('zed'), [gone, moved, unsaved], 10))).toEqual([
      'seeds/b.txt 3:0',
      'seeds/new.txt 0:7',
    ]);
  });

  test('an open seed says of itself what the index says of the same text', async () => {
    const text = `Published: 2020-03-01
Title: Zed Quux again

For years nobody in the United Kingdom had heard of Zed
Quux, but then all at once his name was in every
paper of the UK. Old Zed stayed in Beijing.

Key Words: Beijing
`;
    const { names } = await indexed({ 'facts/f.yaml': ZED, 'seeds/a.txt': text });
    const { snapshot } = await openSeed(text, { 'facts/f.yaml': ZED });
    const live = liveMentions(snapshot);
    expect([...live.keys()].sort()).toEqual(
      names
        .totals()
        .map(({ key }) => key)
        .sort(),
    );
    expect(live.get(keyOfEntity('zed'))).toHaveLength(3);
    for (const [key, ranges] of live)
      expect(names.mentionsOf(key)[0]?.mentions.map(({ range }) => range)).toEqual(ranges);
  });
});

test('what people call it', async () => {
  const { workspace } = await indexed({ 'facts/f.yaml': FACTS });
  const { entities } = workspace.knowledge(ROOT);
  expect(nameOf(keyOfEntity('zed'), entities)).toBe('Zed Quux');
  expect(nameOf(keyOfEntity('none'), entities)).toBe('none');
  expect(nameOf(keyOfName('place', 'China'), entities)).toBe('China');
});
