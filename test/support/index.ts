import type { MentionData, SeedData } from '../../server/src/workspace/index/record.ts';
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

/** What is known of a seed in which each name stands in a sentence of its own, line by line, unless it is said otherwise. */
export function seedData({
  mentions = [],
  ...more
}: Partial<Omit<SeedData, 'mentions'>> & {
  readonly mentions?: readonly (Pick<MentionData, 'key'> & Partial<MentionData>)[];
}): SeedData {
  return {
    uri: `${ROOT}a.seed`,
    named: true,
    content: [1, 2],
    body: [0, 0],
    title: undefined,
    source: undefined,
    published: undefined,
    authors: [],
    keywords: [],
    sentences: mentions.map((_, i) => ({ start: i * 10, end: i * 10 + 9, line: i, date: undefined })),
    mentions: mentions.map((mention, i) => ({
      line: i,
      character: 0,
      endLine: i,
      endCharacter: 3,
      sentence: i,
      ...mention,
    })),
    statements: [],
    signature: [],
    model: [],
    ...more,
  };
}
