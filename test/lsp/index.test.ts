import { mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IndexState } from '../../server/src/protocol.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const COUNT = 250;

let folder: string;
let storage: string;
let running: RunningServer | undefined;
/** What the server said. */
let logged: string[];
let progress: { readonly value: { readonly kind: string; readonly message?: string } }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seedmark-seeds-'));
  storage = await mkdtemp(join(tmpdir(), 'seedmark-storage-'));
  await writeFile(join(folder, 'f.facts.yaml'), 'entities:\n  - {id: zed, type: person, name: Zed Quux}\n');
  for (let i = 0; i < COUNT; i++)
    await writeFile(join(folder, `s${i}.seed`), `Source: A\nTitle: Number ${i}\n\nMaria Kowalska met Zed Quux.\n`);
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  for (const path of [folder, storage]) await rm(path, { recursive: true, force: true });
});

async function start(): Promise<RunningServer> {
  await running?.stop();
  logged = [];
  progress = [];
  running = await startServer(
    {},
    {
      folder,
      options: { storage: pathToFileURL(storage).href },
      windowCapabilities: { workDoneProgress: true },
      prepare: (connection) => {
        connection.onRequest('window/workDoneProgress/create', () => null);
        connection.onNotification('$/progress', (params) => void progress.push(params));
        connection.onNotification('window/logMessage', ({ message }) => void logged.push(message));
      },
    },
  );
  return running;
}

/** The state as soon as `count` seeds have been read whole. */
async function whole({ connection }: RunningServer, count: number): Promise<IndexState> {
  for (;;) {
    const state = await connection.sendRequest<IndexState>('seedmark/indexState', {});
    if (!state.busy && state.seeds === count && state.named === count) return state;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('seeds are read in a thread, and again when they change; what was kept is taken over without reading', async () => {
  const first = await start();
  expect(await whole(first, COUNT)).toMatchObject({ seeds: COUNT, read: COUNT, named: COUNT });
  await unlink(join(folder, 's0.seed'));
  await writeFile(join(folder, 's1.seed'), 'Nobody is here.\n');
  const changes = ['s0.seed', 's1.seed'].map((name) => ({ uri: first.uri(name), type: 2 }));
  await first.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await whole(first, COUNT - 1);
  expect(logged).toEqual([expect.stringContaining('workspace folder')]);

  const second = await start();
  // Each seed once, from what was kept: reading one would make it two.
  expect((await whole(second, COUNT - 1)).revision).toBeLessThan(COUNT + 5);
  expect(logged).toEqual([expect.stringContaining('workspace folder')]);
});

test('how far it is is told as progress that ends', async () => {
  // What is read in half a second needs no progress.
  const long = 'Maria Kowalska met Zed Quux and the mayor of Warsaw in a house by the river.\n\n'.repeat(100);
  for (let i = 0; i < COUNT; i++) await writeFile(join(folder, `s${i}.seed`), `Title: ${i}\n\n${i} ${long}`);
  const server = await start();
  await whole(server, COUNT);
  await expect.poll(() => progress.at(-1)?.value.kind, { timeout: 5_000 }).toBe('end');
  expect(progress[0]?.value).toMatchObject({ kind: 'begin' });
  expect(progress.map(({ value }) => value.message ?? '').join()).toMatch(/seeds/i);
});

test('what was kept and is damaged is dropped with a line in the log', async () => {
  await whole(await start(), COUNT);
  await running?.stop();
  running = undefined;
  const [name = ''] = (await readdir(storage)).filter((file) => file.endsWith('.index'));
  const bytes = await readFile(join(storage, name));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 0x10;
  await writeFile(join(storage, name), bytes);
  await whole(await start(), COUNT);
  expect(logged).toContainEqual(expect.stringMatching(/not used.*read anew/));
});
