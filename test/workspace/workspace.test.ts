import { describe, expect, test } from 'vitest';
import { SeedDocument } from '../../server/src/workspace/seed-document.ts';
import type { SeedSnapshot } from '../../server/src/workspace/snapshot.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { openSeed, ROOT, world } from '../support/world.ts';

const FACTS = 'entities:\n  - {id: zed, type: person, name: Zed Quux}\n';
const TEXT = 'Source: A\n\nZed Quux came.\n';

function names(
  snapshot: { sections: Iterable<{ analysis: { mentions: readonly { entity?: string | undefined }[] } }> } | undefined,
) {
  return [...(snapshot?.sections ?? [])].flatMap(({ analysis }) => analysis.mentions.map(({ entity }) => entity));
}

describe('facts belong to the workspace', () => {
  test('a facts file below a folder of it is heard of: created, changed, deleted', async () => {
    const { workspace, uri, world } = await openSeed(TEXT);
    expect(names(workspace.seed(uri))).not.toContain('zed');
    world.disk.set(`${ROOT}facts/f.yaml`, FACTS);
    workspace.filesChanged([`${ROOT}facts/f.yaml`]);
    await workspace.settled();
    expect(names(workspace.seed(uri))).toContain('zed');
    world.disk.delete(`${ROOT}facts/f.yaml`);
    workspace.filesChanged([`${ROOT}facts/f.yaml`]);
    await workspace.settled();
    expect(names(workspace.seed(uri))).not.toContain('zed');
  });

  test.each([
    'file:///elsewhere/facts/f.yaml',
    `git:/w/facts/f.yaml?ref`,
    `${ROOT}node_modules/p/facts/f.yaml`,
    `${ROOT}.hidden/facts/f.yaml`,
    `${ROOT}other/docker-compose.yaml`,
  ])('%s is not taken in, open or changed', async (stranger) => {
    const { workspace, uri, world } = await openSeed(TEXT);
    world.disk.set(stranger, FACTS);
    workspace.open(stranger, FACTS, 1);
    workspace.filesChanged([stranger]);
    await workspace.settled();
    expect(names(workspace.seed(uri))).not.toContain('zed');
    workspace.close(stranger);
    await workspace.settled();
    expect(names(workspace.seed(uri))).not.toContain('zed');
  });

  test('with its folder a facts file goes', async () => {
    const { workspace, uri } = await openSeed(TEXT, { 'facts/f.yaml': FACTS });
    expect(names(workspace.seed(uri))).toContain('zed');
    workspace.setFolders([]);
    await workspace.settled();
    expect(names(workspace.seed(uri))).not.toContain('zed');
  });

  test('a facts file that is open comes with its folder', async () => {
    const { workspace, uri } = await openSeed(TEXT);
    workspace.open('file:///later/facts/f.yaml', FACTS, 1);
    expect(names(workspace.seed(uri))).not.toContain('zed');
    workspace.setFolders([ROOT, 'file:///later']);
    await workspace.settled();
    // It was never saved: what the editor holds is all there is.
    expect(names(workspace.seed(uri))).toContain('zed');
  });

  test('an editor’s text goes before the file on disk, and the file holds again when it is closed', async () => {
    const { workspace, uri } = await openSeed(TEXT, { 'facts/f.yaml': FACTS });
    workspace.open(`${ROOT}facts/f.yaml`, 'entities: []\n', 1);
    expect(names(workspace.seed(uri))).not.toContain('zed');
    workspace.close(`${ROOT}facts/f.yaml`);
    await workspace.settled();
    expect(names(workspace.seed(uri))).toContain('zed');
  });
});

describe('the seeds of the workspace', () => {
  const FILES = {
    'seeds/b.txt': 'Source: Skylark News\n\nText.\n',
    'notes/c.txt': 'Source: Harbour Times\n\nText.\n',
    'seedmark.yaml': 'seeds: []\n',
  };

  async function opened(files: Readonly<Record<string, string>>) {
    const { workspace, uri, world } = await openSeed(TEXT, files);
    const sources = async () => {
      await workspace.settled();
      await workspace.indexed();
      return workspace
        .seed(uri)
        ?.corpus.sources.all()
        .map(({ spelling }) => spelling);
    };
    return {
      workspace,
      sources,
      async write(path: string, text: string) {
        world.disk.set(ROOT + path, text);
        workspace.filesChanged([ROOT + path]);
        return sources();
      },
    };
  }

  test('those that a project comes to name are read, and those that it no longer names forgotten', async () => {
    const { sources, write } = await opened(FILES);
    expect(await sources()).toEqual(['Skylark News']);
    expect(await write('seedmark.yaml', 'seeds: ["notes/*.txt"]\n')).toEqual(['Harbour Times', 'Skylark News']);
    expect(await write('notes/c.txt', 'Source: Canal Weekly\n\nText.\n')).toEqual(['Canal Weekly', 'Skylark News']);
    expect(await write('seedmark.yaml', 'seeds: []\n')).toEqual(['Skylark News']);
  });

  test('with its folder a seed goes', async () => {
    const { workspace, sources } = await opened(FILES);
    expect(await sources()).toEqual(['Skylark News']);
    workspace.setFolders(['file:///elsewhere']);
    expect(await sources()).toEqual([]);
    workspace.setFolders([ROOT]);
    expect(await sources()).toEqual(['Skylark News']);
  });
});

test('at midnight tomorrow’s date is no longer in the future', () => {
  const { knowledge, corpus } = emptyWorld();
  let today = '2021-07-06';
  const text = 'Source: A\nPublished: 2021-07-08\nTitle: T\n\nText.\n';
  const document = new SeedDocument(`${ROOT}a.seed`, '', text, 1, knowledge, corpus, () => today);
  const codes = () => document.snapshot().metadataProblems.map(({ code }) => code);
  expect(codes()).toContain('future-date');
  today = '2021-07-08';
  expect(codes()).not.toContain('future-date');
});

function emptyWorld() {
  const workspace = new Workspace(world());
  workspace.open(`${ROOT}a.seed`, '', 1);
  return workspace.seed(`${ROOT}a.seed`) as SeedSnapshot;
}
