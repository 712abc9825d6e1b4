import { expect, test } from 'vitest';
import { findingsOf } from '../../server/src/workspace/findings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { ROOT, world } from '../support/world.ts';

const SIDECAR = 'annotations:\n  - { id: a1, type: person, quote: Jane Doe, entity: jane-doe }\n';
const FACTS =
  'entities:\n  - id: jane-doe\n    type: person\n    name: Jane Doe\n    facts:\n      - { what: met, value: John, source: seeds/a.txt }\n';

/** A workspace with one file of ours open, and what is said of it after each change of the files. */
async function opened(name: string, files: Readonly<Record<string, string>>) {
  const files_ = world(files);
  let asked = 0;
  const workspace = new Workspace(files_, () => asked++);
  workspace.setFolders([ROOT]);
  workspace.open(ROOT + name, files[name] ?? '', 1);
  const settled = async () => {
    await workspace.settled();
    await workspace.indexed();
    await workspace.settled();
  };
  await settled();
  return {
    workspace,
    disk: files_.disk,
    codes() {
      const snapshot = workspace.snapshot(ROOT + name);
      return snapshot && findingsOf(snapshot).map(({ code }) => code);
    },
    asked: () => asked,
    async write(path: string, text: string | undefined) {
      if (text === undefined) files_.disk.delete(ROOT + path);
      else files_.disk.set(ROOT + path, text);
      workspace.filesChanged([ROOT + path]);
      await settled();
    },
  };
}

test('a sidecar whose seed goes, comes back, and is written in the editor only', async () => {
  const name = 'seeds/a.txt.annotations.yaml';
  const { codes, write, workspace, asked } = await opened(name, {
    [name]: SIDECAR,
    'facts/f.yaml': FACTS,
    'seeds/a.txt': 'Jane Doe.\n',
  });
  expect(codes()).toEqual([]);
  await write('seeds/a.txt', undefined);
  expect(codes()).toEqual(['missing-seed']);
  const before = asked();
  await write('seeds/a.txt', 'Jane Doe.\n');
  expect(codes()).toEqual([]);
  // The editor hears that it has to ask again.
  expect(asked()).toBeGreaterThan(before);
  await write('seeds/a.txt', undefined);
  workspace.open(`${ROOT}seeds/a.txt`, 'Jane Doe.\n', 1);
  expect(codes()).toEqual([]);
  workspace.close(`${ROOT}seeds/a.txt`);
  await workspace.settled();
  expect(codes()).toEqual(['missing-seed']);
});

test('a sidecar whose entity goes with its facts file and comes back in another', async () => {
  const name = 'seeds/a.txt.annotations.yaml';
  const { codes, write } = await opened(name, { [name]: SIDECAR, 'facts/f.yaml': FACTS, 'seeds/a.txt': 'Jane Doe.\n' });
  await write('facts/f.yaml', undefined);
  expect(codes()).toEqual(['unknown-entity']);
  await write('people.facts.yaml', FACTS);
  expect(codes()).toEqual([]);
});

test('a fact whose source goes and comes back, and one that is being typed', async () => {
  const name = 'facts/f.yaml';
  const { codes, write, workspace } = await opened(name, { [name]: FACTS, 'seeds/a.txt': 'Jane Doe.\n' });
  expect(codes()).toEqual([]);
  await write('seeds/a.txt', undefined);
  expect(codes()).toEqual(['missing-seed']);
  workspace.change(ROOT + name, [{ text: FACTS.replace('seeds/a.txt', 'seeds/b.txt') }], 2);
  // Nobody has looked yet: nothing is said before it is known.
  expect(codes()).toEqual([]);
  await workspace.settled();
  expect(codes()).toEqual(['missing-seed']);
  await write('seeds/b.txt', 'Jane Doe.\n');
  expect(codes()).toEqual([]);
});

test('a source of which no change is reported is looked for again when the facts are opened', async () => {
  const name = 'facts/f.yaml';
  const facts = FACTS.replace('seeds/a.txt', 'notes/report.pdf');
  const { codes, workspace, disk } = await opened(name, { [name]: facts });
  expect(codes()).toEqual(['missing-seed']);
  disk.set(`${ROOT}notes/report.pdf`, 'PDF');
  workspace.close(ROOT + name);
  workspace.open(ROOT + name, facts, 2);
  await workspace.settled();
  expect(codes()).toEqual([]);
});

test('a facts file that is open and not saved yet stays known when folders are listed again', async () => {
  const w = world({ 'seeds/a.txt.annotations.yaml': SIDECAR, 'seeds/a.txt': 'Jane Doe.\n' });
  const workspace = new Workspace(w);
  workspace.setFolders([ROOT]);
  workspace.open(`${ROOT}facts/new.yaml`, FACTS, 1);
  workspace.setFolders([ROOT]);
  await workspace.settled();
  expect(workspace.knowledgeUris()).toEqual([`${ROOT}facts/new.yaml`]);
});
