import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { yamlCodeActions } from '../../server/src/features/yaml-code-actions.ts';
import { NEVER_CANCELLED, openYaml, ROOT } from '../support/world.ts';

const TEXT = 'Source: Sky\n\nJane Doe met John Roe in Freedonia.\n';
const LONGER = `Source: Sky\n\nIt rained. ${TEXT.slice(13)}`;
const OTHER = 'Source: Sky\n\nJane Doe slept.\n';
const ID = createHash('sha1').update(`blob ${TEXT.length}\0${TEXT}`).digest('hex');
const ENTRIES = `annotations:
  - {id: a1, type: person, quote: Jane Doe, at: 13, after: " met"}
  - {id: b2, type: person, quote: John Roe, before: "met "}
  - {id: c3, type: place, quote: Freedonia, before: "in "}
`;
const SIDECAR = 'seeds/a.txt.annotations.yaml';

/** The quick fix of a sidecar without its seed: its title, and the file's new name. */
async function offered(
  files: Readonly<Record<string, string>>,
  sidecar = `text: ${ID}\n${ENTRIES}`,
): Promise<string[]> {
  const { workspace } = await openYaml(SIDECAR, sidecar, { ...files, [SIDECAR]: sidecar });
  await workspace.indexed();
  await workspace.settled();
  const snapshot = workspace.snapshot(ROOT + SIDECAR);
  if (snapshot?.kind !== 'yaml') throw new Error('the sidecar did not open');
  const likelySeed = await workspace.likelySeed(snapshot, NEVER_CANCELLED);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return yamlCodeActions(snapshot, range, { freshId: () => 'x', likelySeed }).map(({ title, edit }) => {
    const [rename] = edit?.documentChanges ?? [];
    if (rename === undefined || !('newUri' in rename)) throw new Error('no rename');
    expect(rename.oldUri).toBe(ROOT + SIDECAR);
    return `${title}: ${rename.newUri.slice(ROOT.length)}`;
  });
}

test.each<[string, Readonly<Record<string, string>>, string[]]>([
  ['the seed is there', { 'seeds/a.txt': TEXT, 'seeds/b.txt': TEXT }, []],
  [
    'the very text, elsewhere',
    { 'seeds/b.txt': LONGER, 'seeds/deep/c%20d.txt': TEXT },
    ['Rename this file after “c d.txt”, which is the text of these annotations: seeds/deep/c%20d.txt.annotations.yaml'],
  ],
  [
    'a text in which they have their places',
    { 'seeds/b.txt': OTHER, 'seeds/c.txt': LONGER },
    ['Rename this file after “c.txt”, in which 3 of 3 annotations have their places: seeds/c.txt.annotations.yaml'],
  ],
  ['one name is not enough', { 'seeds/b.txt': OTHER }, []],
  ['two that fit as well', { 'seeds/b.txt': LONGER, 'seeds/c.txt': LONGER }, []],
  ['one with annotations of its own', { 'seeds/b.txt': TEXT, 'seeds/b.txt.annotations.yaml': 'annotations: []\n' }, []],
  ['no seed at all', {}, []],
])('%s', async (_, files, expected) => {
  expect(await offered(files)).toEqual(expected);
});

test('a sidecar that says nothing belongs to no text', async () => {
  expect(await offered({ 'seeds/b.txt': TEXT }, 'annotations: []\n')).toEqual([]);
});
