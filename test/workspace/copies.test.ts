import { expect, test } from 'vitest';
import { findingsOf } from '../../server/src/workspace/findings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { ROOT, world } from '../support/world.ts';

const SENTENCES = Array.from(
  { length: 20 },
  (_, i) => `Sentence number ${i} of the report tells what ${'abcdefghijklmnopqrst'[i]}${i} did by the river that day.`,
);
const seed = (title: string, sentences: readonly string[]) =>
  `Source: A\nPublished: 2021-07-05\nTitle: ${title}\n\n${sentences.join(' ')}\n`;

async function copies(files: Readonly<Record<string, string>>, index: 'metadata' | 'names') {
  const workspace = new Workspace(world(files));
  workspace.setFolders([ROOT], { index });
  const uri = `${ROOT}seeds/a.txt`;
  workspace.open(uri, files['seeds/a.txt'] ?? '', 1);
  await workspace.settled();
  await workspace.indexedWhole();
  const snapshot = workspace.seed(uri);
  return snapshot === undefined ? [] : findingsOf(snapshot).filter(({ code }) => code.endsWith('duplicate-seed'));
}

test.each(['metadata', 'names'] as const)(
  'with an index of %s the same text and nearly the same text are found',
  async (index) => {
    const found = await copies(
      {
        'seeds/a.txt': seed('One', SENTENCES),
        'seeds/b.txt': seed('Two', SENTENCES).replaceAll('Source: A', 'Source: B'),
        'seeds/c.txt': seed('Three', [
          ...SENTENCES.slice(0, 17),
          'And then something quite different happened to all of them.',
        ]),
        'seeds/d.txt': seed(
          'Four',
          SENTENCES.map((text) => text.split(' ').reverse().join(' ')),
        ),
        'seeds/e.txt': 'Source: A\n\n',
      },
      index,
    );
    expect(found.map(({ code, others }) => [code, others?.map(({ uri }) => uri.slice(ROOT.length))])).toEqual([
      ['duplicate-seed', ['seeds/b.txt']],
      ['near-duplicate-seed', ['seeds/c.txt']],
    ]);
    expect(found[0]?.message).toContain('that of “Two”, published 2021-07-05');
    expect(found[0]?.start).toEqual({ line: 2, character: 7 });
  },
);

test('empty texts are no copies of each other, and many copies are named by some', async () => {
  expect(await copies({ 'seeds/a.txt': 'Title: x\n', 'seeds/b.txt': 'Title: y\n' }, 'names')).toEqual([]);
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`seeds/c${i}.txt`, seed(`C${i}`, SENTENCES)]));
  const [found] = await copies({ ...files, 'seeds/a.txt': seed('A', SENTENCES) }, 'names');
  expect(found?.others).toHaveLength(5);
  expect(found?.message).toContain('and 8 more');
});
