import { describe, expect, test } from 'vitest';
import { openSeed, ROOT } from '../support/world.ts';

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

  test('an editor’s text goes before the file on disk, and the file holds again when it is closed', async () => {
    const { workspace, uri } = await openSeed(TEXT, { 'facts/f.yaml': FACTS });
    workspace.open(`${ROOT}facts/f.yaml`, 'entities: []\n', 1);
    expect(names(workspace.seed(uri))).not.toContain('zed');
    workspace.close(`${ROOT}facts/f.yaml`);
    await workspace.settled();
    expect(names(workspace.seed(uri))).toContain('zed');
  });
});
