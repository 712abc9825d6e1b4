import { expect, test } from 'vitest';
import { codeLenses, type LensOptions, lensCommand } from '../../server/src/features/code-lenses.ts';
import { suggestions } from '../../server/src/features/suggestions.ts';
import type { SeedSnapshot } from '../../server/src/workspace/snapshot.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { openSeed, ROOT, world } from '../support/world.ts';

const OURS: LensOptions = { commands: ['seedmark.review'], showAnnotations: 'list.focus' };
const FACTS = 'entities:\n  - {id: who, type: organization, name: World Health Organization, aliases: [WHO]}\n';
const SIDECAR = `annotations:
  - {id: a1, type: organization, quote: the agency, before: "then ", entity: who}
  - {id: a2, type: place, quote: Beijing, before: "rained in "}
  - {id: a3, type: place, quote: Mars, before: "not ", status: rejected}
  - {id: a4, type: product, quote: the ship, before: "saw ", status: suggested}
`;

const titles = (snapshot: SeedSnapshot, options = OURS) =>
  (['names', 'dates', 'review'] as const).map((part) => lensCommand(snapshot, part, options).title);

test.each<[string, string, string | undefined, string[]]>([
  ['nothing', 'A plain text.', undefined, ['no entities', 'no dates', 'nothing to review']],
  ['one of each', 'It rained in China on 5 July 2021.', undefined, ['1 entity', '1 date', '2 to review']],
  [
    'an entity by several names, and a name by a short form',
    'The WHO is the World Health Organization. It rained in the United Kingdom. The UK is wet.',
    undefined,
    ['2 entities', 'no dates', '4 to review'],
  ],
  [
    'what people said',
    'It rained in Beijing, then the agency of the WHO saw the ship, and not Mars.',
    SIDECAR,
    ['3 entities', 'no dates', '2 to review'],
  ],
])('%s', async (_name, text, sidecar, expected) => {
  const { snapshot } = await openSeed(text, {
    'facts/f.yaml': FACTS,
    ...(sidecar === undefined ? {} : { 'seeds/a.txt.annotations.yaml': sidecar }),
  });
  expect(titles(snapshot)).toEqual(expected);
  const { length } = suggestions(snapshot).suggestions;
  expect(titles(snapshot)[2]).toBe(length === 0 ? 'nothing to review' : `${length} to review`);
});

test('each part runs what the editor has, and is plain text elsewhere', async () => {
  const { snapshot } = await openSeed('It rained in China on 5 July 2021.');
  expect(lensCommand(snapshot, 'names', OURS)).toEqual({ title: '1 entity', command: 'list.focus' });
  expect(lensCommand(snapshot, 'dates', OURS)).toEqual({ title: '1 date', command: '' });
  expect(lensCommand(snapshot, 'review', OURS)).toEqual({
    title: '2 to review',
    command: 'seedmark.review',
    arguments: [{ uri: `${ROOT}seeds/a.txt` }],
  });
  const other = { commands: [], showAnnotations: undefined };
  for (const part of ['names', 'dates', 'review'] as const)
    expect(lensCommand(snapshot, part, other)).toMatchObject({ command: '' });
});

test('nothing is worked out for it: what is not known yet is not counted', async () => {
  const workspace = new Workspace(world());
  const uri = `${ROOT}seeds/a.txt`;
  workspace.open(uri, 'It rained in China.\n\nIt rained in Beijing.', 1);
  const snapshot = workspace.seed(uri) as SeedSnapshot;
  expect(titles(snapshot)).toEqual(['no entities so far', 'no dates so far', 'nothing to review so far']);
  const first = snapshot.sections.at(0);
  first.workOut('names');
  expect(titles(snapshot)).toEqual(['1 entity so far', 'no dates so far', '1 to review so far']);
  snapshot.sections.each((section) => section.workOut('names'));
  expect(titles(snapshot)).toEqual(['2 entities', 'no dates', '2 to review']);
});

test('lenses stand in front of the first line, above a text only', async () => {
  const { snapshot } = await openSeed('A.');
  const start = { line: 0, character: 0 };
  expect(codeLenses(snapshot)).toEqual(
    ['names', 'dates', 'review'].map((part) => ({ range: { start, end: start }, data: { uri: snapshot.uri, part } })),
  );
  expect(codeLenses((await openSeed('')).snapshot)).toEqual([]);
});
