import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Workers } from '../../../server/src/ports.ts';
import { unpackSeed } from '../../../server/src/workspace/index/record.ts';
import type { IndexStore } from '../../../server/src/workspace/index/store.ts';
import { serveReader } from '../../../server/src/workspace/index/thread.ts';
import type { ToThread } from '../../../server/src/workspace/index/thread-messages.ts';
import { Workspace } from '../../../server/src/workspace/workspace.ts';
import { ROOT, type World, world } from '../../support/world.ts';

const SEEDS = ['seeds/a.txt', 'seeds/b.txt', 'deep/c.seed'];
const PIECES = [
  'Zed Quux came to Berlin.',
  'Published: 2020-03-04\nTitle: Acme Widgets sold\n\n',
  '\n\nMr Quux of Acme Widgets said so in May 2021.',
  ' The European Commission fined ACME on 3 June.',
  'Old Zed\nleft. ',
  '\n\n',
];
const FACTS = [
  'entities:\n  - {id: zed, type: person, name: Zed Quux, aliases: [Old Zed]}\n',
  'entities:\n  - {id: zed, type: person, name: Zed Quux}\n  - {id: acme, type: organization, name: Acme Widgets, aliases: [ACME]}\n',
  'entities:\n  - {id: other, type: organization, name: Acme Widgets}\n',
  'entities: []\n',
];
const PROJECTS = ['never: [Berlin]\n', 'types:\n  - {id: person}\n', ''];
const SIDECARS = [
  'seedmark: 1\nannotations:\n  - {id: k1, type: person, quote: Zed, entity: zed}\n',
  'seedmark: 1\nannotations:\n  - {id: k2, type: place, quote: Berlin, status: rejected}\n',
  '',
];

type Step = (workspace: Workspace, disk: World) => Promise<void> | void;

const path = fc.constantFrom(...SEEDS);
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(''));

function writes(uri: string, content: string): Step {
  return (workspace, { disk }) => {
    disk.set(ROOT + uri, content);
    workspace.filesChanged([ROOT + uri]);
  };
}

function removes(uri: string): Step {
  return (workspace, { disk }) => {
    disk.delete(ROOT + uri);
    workspace.filesChanged([ROOT + uri]);
  };
}

const steps = fc.oneof(
  fc
    .record({ uri: path, content: text })
    .map(({ uri, content }) => ({ say: `write ${uri}`, run: writes(uri, content) })),
  path.map((uri) => ({ say: `remove ${uri}`, run: removes(uri) })),
  fc
    .record({ uri: path, content: fc.constantFrom(...SIDECARS) })
    .map(({ uri, content }) => ({ say: `annotate ${uri}`, run: writes(`${uri}.annotations.yaml`, content) })),
  path.map((uri) => ({ say: `remove notes of ${uri}`, run: removes(`${uri}.annotations.yaml`) })),
  fc.constantFrom(...FACTS).map((content) => ({ say: 'facts', run: writes('facts/f.yaml', content) })),
  fc.constant({ say: 'no facts', run: removes('facts/f.yaml') }),
  fc.constantFrom(...PROJECTS).map((content) => ({ say: 'project', run: writes('seedmark.yaml', content) })),
  fc.record({ uri: path, content: text }).map(({ uri, content }) => ({
    say: `edit ${uri}`,
    run: async (workspace: Workspace) => {
      if (workspace.seed(ROOT + uri) === undefined) workspace.open(ROOT + uri, content, 1);
      else workspace.change(ROOT + uri, [{ text: content }], 2);
      await workspace.settled();
      const snapshot = workspace.seed(ROOT + uri);
      if (snapshot) await workspace.analyze(snapshot, { isCancellationRequested: false });
      void workspace.names.revision;
    },
  })),
  path.map((uri) => ({ say: `close ${uri}`, run: (workspace: Workspace) => workspace.close(ROOT + uri) })),
  fc.constant({ say: 'wait', run: (workspace: Workspace) => workspace.indexedWhole() }),
  fc.constant({ say: 'look', run: () => new Promise<void>((resolve) => setImmediate(resolve)) }),
);

/** Threads that are none, but hear and answer as late as threads do, and are given copies. */
function threads(world: World): Workers {
  return {
    most: 2,
    start(heard) {
      const stamps = (uris: readonly string[]) => uris.map(() => undefined);
      const answer = serveReader({ ...world, stamps }, (message) => {
        const copy = structuredClone(message);
        setImmediate(() => heard(copy));
      });
      return {
        post(message) {
          const copy = structuredClone(message) as ToThread;
          setImmediate(() => answer(copy));
        },
        stop: () => undefined,
      };
    },
  };
}

/** All that an index holds, by plain data. */
function contents(workspace: Workspace) {
  const names = workspace.names as IndexStore;
  const seeds = [...names.uris()].sort().map((uri) => {
    const record = names.record(uri);
    // Of an open seed nobody needs to know by what bytes it is told from others.
    return record && { ...unpackSeed(record, names.strings), content: undefined, model: [], signature: [] };
  });
  const totals = [...names.totals()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { seeds, totals, state: names.state };
}

async function quiet(workspace: Workspace): Promise<void> {
  // A change of facts is told when it has been quiet for some time.
  for (let i = 0; i < 5; i++) await new Promise<void>((resolve) => setImmediate(resolve));
  await workspace.settled();
  await workspace.indexedWhole();
}

test.each([
  ['in the server’s own thread', false, 300],
  ['in threads', true, 100],
])(
  'after any changes the index is the one that would be made from scratch: read %s',
  async (_where, threaded, numRuns) => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 12 }), async (sequence) => {
        const disk = world({ 'seeds/a.txt': PIECES[0] ?? '' });
        const workspace = new Workspace(threaded ? { ...disk, workers: threads(disk) } : disk);
        workspace.setFolders([ROOT], { index: 'names' });
        for (const { run } of sequence) await run(workspace, disk);
        const open = SEEDS.flatMap((uri) => workspace.seed(ROOT + uri) ?? []);
        for (const { uri } of open) workspace.close(uri);
        await quiet(workspace);
        const fresh = new Workspace({ ...disk, cache: { read: async () => undefined, write: async () => undefined } });
        const kept = new Workspace(disk);
        kept.setFolders([ROOT], { index: 'names' });
        await quiet(kept);
        fresh.setFolders([ROOT], { index: 'names' });
        await quiet(fresh);
        expect(contents(workspace)).toEqual(contents(fresh));
        expect(contents(kept)).toEqual(contents(fresh));
      }),
      { numRuns },
    );
  },
);

test('what a thread fails at is read in the server’s own thread, and no other one is started', async () => {
  const disk = world({ 'seeds/a.txt': 'Zed Quux met Old Zed.\n', 'facts/f.yaml': FACTS[0] ?? '' });
  let started = 0;
  const workers: Workers = {
    most: 1,
    start(_heard, ended) {
      started++;
      return { post: () => queueMicrotask(() => ended('it fell')), stop: () => undefined };
    },
  };
  const workspace = new Workspace({ ...disk, workers });
  workspace.setFolders([ROOT], { index: 'names' });
  await quiet(workspace);
  expect(workspace.names.total('#zed')?.mentions).toBe(2);
  expect(started).toBe(1);
  expect(disk.logged).toContainEqual(expect.stringContaining('it fell'));
});

test('what open editors say counts until they are closed', async () => {
  const disk = world({ 'seeds/a.txt': 'Source: A\n\nZed Quux came.\n', 'facts/f.yaml': FACTS[0] ?? '' });
  const workspace = new Workspace(disk);
  workspace.setFolders([ROOT], { index: 'names' });
  await quiet(workspace);
  expect(workspace.names.total('#zed')?.mentions).toBe(1);
  const uri = `${ROOT}seeds/a.txt`;
  workspace.open(uri, 'Source: A\n\nZed Quux came. Old Zed went.\n', 1);
  await workspace.settled();
  await workspace.modelRead();
  const snapshot = workspace.seed(uri);
  if (snapshot) await workspace.analyze(snapshot, { isCancellationRequested: false });
  expect(workspace.names.total('#zed')?.mentions).toBe(2);
  workspace.close(uri);
  expect(workspace.names.total('#zed')?.mentions).toBe(1);
});

test('what was kept is taken over as if it had been read, and read again where facts changed meanwhile', async () => {
  const disk = world({
    'seeds/a.txt': 'Zed Quux met Old Zed.\n',
    'seeds/b.txt': 'Acme Widgets.\n',
    'facts/f.yaml': FACTS[0] ?? '',
  });
  const first = new Workspace(disk);
  first.setFolders([ROOT], { index: 'names' });
  await quiet(first);
  await first.keepIndex();
  expect([...disk.kept.keys()]).toHaveLength(1);
  const second = new Workspace(disk);
  second.setFolders([ROOT], { index: 'names' });
  await quiet(second);
  expect(contents(second)).toEqual(contents(first));
  disk.disk.set(`${ROOT}facts/f.yaml`, FACTS[1] ?? '');
  const third = new Workspace(disk);
  third.setFolders([ROOT], { index: 'names' });
  await quiet(third);
  const scratch = new Workspace({ ...disk, cache: { read: async () => undefined, write: async () => undefined } });
  scratch.setFolders([ROOT], { index: 'names' });
  await quiet(scratch);
  expect(contents(third)).toEqual(contents(scratch));
});

test.each([
  ['a number', (numbers: Int32Array) => numbers.with(40, 77), (text: string) => text],
  ['the text', (numbers: Int32Array) => numbers, (text: string) => text.replace('zed', 'zod')],
  ['its end', (numbers: Int32Array) => numbers.subarray(0, -3), (text: string) => text],
  ['all', () => new Int32Array(0), () => ''],
])('what was kept and damaged (%s) is not trusted', async (_what, spoil, spoilText) => {
  const disk = world({ 'seeds/a.txt': 'Zed Quux met Old Zed.\n', 'facts/f.yaml': FACTS[0] ?? '' });
  const first = new Workspace(disk);
  first.setFolders([ROOT], { index: 'names' });
  await quiet(first);
  await first.keepIndex();
  for (const [name, { text, numbers }] of disk.kept)
    disk.kept.set(name, { text: spoilText(text), numbers: spoil(numbers) });
  const second = new Workspace(disk);
  second.setFolders([ROOT], { index: 'names' });
  await quiet(second);
  expect(contents(second)).toEqual(contents(first));
  expect(disk.logged).toContainEqual(expect.stringContaining('is not used'));
});

test('where only metadata are read nothing is put off: a command line ends when it is done', async () => {
  const disk = world({
    'seeds/a.txt': 'Zed Quux.\n',
    'facts/f.yaml': FACTS[0] ?? '',
    'seedmark.yaml': PROJECTS[0] ?? '',
  });
  let later = 0;
  const clock = { ...disk.clock, later: () => void later++ };
  const workspace = new Workspace({ ...disk, clock });
  workspace.setFolders([ROOT], { index: 'metadata' });
  await workspace.settled();
  await workspace.indexed();
  expect(workspace.names.state.read).toBe(1);
  expect(later).toBe(0);
});
