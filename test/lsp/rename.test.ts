import { expect, test } from 'vitest';
import { renameTarget } from '../../server/src/features/rename.ts';
import { mergeEntities, reidEntity, renameEntity } from '../../server/src/lsp/facts-edits.ts';
import type { EditResult } from '../../server/src/protocol.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { indexed } from '../support/index.ts';
import { NEVER_CANCELLED, ROOT } from '../support/world.ts';

const FACTS = `entities:
  - id: zed
    type: person
    name: Zed Quux
  - {id: acme, type: organization, name: Acme Widgets, relations: [{type: hired, entity: zed}]}
`;
const SIDECAR = `seedmark: 1
annotations:
  - {id: a1, type: person, quote: Zed, entity: zed}
  - {id: a2, type: organization, quote: Acme, entity: acme}
`;
const FILES = {
  'facts/f.yaml': FACTS,
  'seeds/a.txt': 'Zed and Acme.\n',
  'seeds/a.txt.annotations.yaml': SIDECAR,
  'seeds/b.txt': 'Source: A\n\nZed Quux came.\n',
};

/** The files as an edit leaves them, by path; or why there is none. */
function filesAfter(files: Readonly<Record<string, string>>, result: EditResult): Record<string, string> | string {
  if ('problem' in result) return result.problem;
  return Object.fromEntries(
    result.files.map(({ uri, edits }) => {
      const path = uri.slice(ROOT.length);
      const text = files[path] ?? '';
      const lines = TextLines.from(text);
      const offsets = edits.map(({ range, newText }) => ({
        start: lines.offsetAt(range.start),
        end: lines.offsetAt(range.end),
        newText,
      }));
      return [path, applyEdits(text, offsets)];
    }),
  );
}

test.each<[path: string, marked: string, target: object | undefined]>([
  ['seeds/b.txt', 'Source: A\n\nZed ‸Quux came.\n', { what: 'name', id: 'zed', placeholder: 'Zed Quux' }],
  ['seeds/b.txt', 'Source: A\n\nZed Quux ca‸me.\n', undefined],
  ['facts/f.yaml', FACTS.replace('id: zed', 'id: z‸ed'), { what: 'id', id: 'zed', placeholder: 'zed' }],
  ['facts/f.yaml', FACTS.replace('name: Zed', 'name: Z‸ed'), { what: 'name', id: 'zed', placeholder: 'Zed Quux' }],
  ['facts/f.yaml', FACTS.replace('entity: zed', 'entity: z‸ed'), { what: 'id', id: 'zed', placeholder: 'zed' }],
  ['facts/f.yaml', FACTS.replace('type: person', 'type: per‸son'), undefined],
  ['seeds/a.txt.annotations.yaml', SIDECAR.replace('entity: zed', 'entity: z‸ed'), { what: 'id', id: 'zed' }],
  ['seeds/a.txt.annotations.yaml', SIDECAR.replace('quote: Zed', 'quote: Z‸ed'), undefined],
])('in %s what can be renamed', async (path, marked, target) => {
  const { workspace } = await indexed(FILES);
  const at = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  workspace.open(ROOT + path, text, 1);
  await workspace.settled();
  const seed = workspace.seed(ROOT + path);
  if (seed !== undefined) await workspace.analyze(seed, NEVER_CANCELLED);
  const snapshot = workspace.snapshot(ROOT + path);
  if (snapshot === undefined) throw new Error('it did not open');
  const found = renameTarget(snapshot, snapshot.lines.positionAt(at));
  if (target === undefined) expect(found).toBeUndefined();
  else expect(found).toMatchObject(target);
});

test('an id is another one in all facts and annotations files, and in no seed', async () => {
  const { workspace } = await indexed(FILES);
  expect(filesAfter(FILES, await reidEntity(workspace, 'zed', 'zed-quux'))).toEqual({
    'facts/f.yaml': FACTS.replace('id: zed', 'id: zed-quux').replace('entity: zed', 'entity: zed-quux'),
    'seeds/a.txt.annotations.yaml': SIDECAR.replace('entity: zed', 'entity: zed-quux'),
  });
});

test.each([
  ['acme', /already/],
  ['', /cannot be an id/],
  ['a b', /cannot be an id/],
  ['x: y', /cannot be an id/],
])('“%s” cannot be the new id', async (id, problem) => {
  const { workspace } = await indexed(FILES);
  expect(filesAfter(FILES, await reidEntity(workspace, 'zed', id))).toMatch(problem);
});

test('an id stays where a file that names it is damaged, and that file is named', async () => {
  const files = { ...FILES, 'facts/g.yaml': 'entities:\n  - {id: x, relations: [{type: knows, entity: zed}\n' };
  const { workspace } = await indexed(files);
  expect(await reidEntity(workspace, 'zed', 'zed-quux')).toMatchObject({ uri: `${ROOT}facts/g.yaml` });
});

test('an open file counts as its editor has it', async () => {
  const { workspace } = await indexed(FILES);
  const edited = SIDECAR.replace('quote: Zed,', 'quote: Zed, note: seen,');
  workspace.open(`${ROOT}seeds/a.txt.annotations.yaml`, edited, 1);
  await workspace.settled();
  const files = { ...FILES, 'seeds/a.txt.annotations.yaml': edited };
  expect(filesAfter(files, await reidEntity(workspace, 'zed', 'zq'))).toMatchObject({
    'seeds/a.txt.annotations.yaml': edited.replace('entity: zed', 'entity: zq'),
  });
});

test('a name becomes an alias, and two entities become one', async () => {
  const { workspace } = await indexed(FILES);
  expect(filesAfter(FILES, await renameEntity(workspace, 'zed', 'Zed Q.'))).toEqual({
    'facts/f.yaml': FACTS.replace('name: Zed Quux\n', 'name: Zed Q.\n    aliases: [Zed Quux]\n'),
  });
  expect(await renameEntity(workspace, 'nobody', 'x')).toHaveProperty('problem');
  const merged = await mergeEntities(workspace, 'zed', ['acme']);
  if ('problem' in merged) throw new Error(merged.problem);
  expect(merged.changes.map(({ uri }) => uri.slice(ROOT.length))).toEqual([
    'facts/f.yaml',
    'seeds/a.txt.annotations.yaml',
  ]);
  expect(filesAfter(FILES, merged)).toMatchObject({
    'seeds/a.txt.annotations.yaml': SIDECAR.replace('entity: acme', 'entity: zed'),
  });
});
