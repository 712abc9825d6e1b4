import { Workspace } from '../../server/src/workspace/workspace.ts';
import { ROOT, world } from './world.ts';

/** A workspace whose seeds have been read for the index (without a model); `files`: texts by path below the root. */
export async function indexed(files: Readonly<Record<string, string>>) {
  const made = world(files);
  const workspace = new Workspace(made);
  workspace.setFolders([ROOT], { index: 'names' });
  await workspace.settled();
  await workspace.indexedWhole();
  return { workspace, world: made, names: workspace.names };
}
