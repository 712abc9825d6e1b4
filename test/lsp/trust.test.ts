import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { sessionPorts } from '../../server/src/cli/lsp.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import type { Ports } from '../../server/src/ports.ts';

const ID = 'f70f10e4db19068f79bc43844b49f3eece45c4e8'; // of "A\n"

let root: string;
let work: string;
let client: MessageConnection | undefined;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'seedmark-trust-'));
  work = join(root, 'work');
  await mkdir(join(work, '.git'), { recursive: true });
  await fakeGit(join(root, 'bin'));
  await fakeGit(join(work, 'bin'));
  vi.stubEnv('PATH', [join(work, 'bin'), join(root, 'bin'), process.env.PATH].join(delimiter));
});
afterEach(async () => {
  client?.dispose();
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

/** A git that says "A" to everything, and notes that it was run. */
async function fakeGit(folder: string): Promise<void> {
  await mkdir(folder);
  const script = `#!/bin/sh\necho "$0" >> ${join(root, 'started')}\nwhile read id; do printf '%s blob 2\\nA\\n\\n' $id; done\n`;
  await writeFile(join(folder, 'git'), script, { mode: 0o755 });
}

/** The world of a session that the editor began with these options. */
async function portsOf(initializationOptions: object | undefined): Promise<Ports> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
  let ports: Ports | undefined;
  startServer(
    connection,
    (session) => {
      ports = sessionPorts(connection, session);
      return ports;
    },
    { version: 'test', build: 'test' },
  );
  client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  if (ports === undefined) throw new Error('no ports were made');
  // Before the editor has spoken nothing is allowed.
  expect((await ports.blobs.textsOf([ID], pathToFileURL(join(work, 'a.txt')).href)).size).toBe(0);
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: pathToFileURL(work).href,
    capabilities: {},
    ...(initializationOptions ? { initializationOptions } : {}),
  });
  return ports;
}

const asked = (ports: Ports) => ports.blobs.textsOf([ID], pathToFileURL(join(work, 'a.txt')).href);
const started = async () => (await readFile(join(root, 'started'), 'utf8').catch(() => '')).split('\n').filter(Boolean);

describe.skipIf(process.platform === 'win32')('git in a session', () => {
  test('is never started in a workspace that is not trusted', async () => {
    const ports = await portsOf({ trusted: false });
    expect((await asked(ports)).size).toBe(0);
    expect(await started()).toEqual([]);
  });

  test.each([[{ trusted: true }], [{}], [undefined]])(
    'is asked in one that is: %j; by its absolute path, not one out of the workspace',
    async (options) => {
      const ports = await portsOf(options);
      expect([...(await asked(ports))]).toEqual([[ID, 'A\n']]);
      expect(await started()).toEqual([join(root, 'bin/git')]);
    },
  );
});

describe('texts that a session keeps', () => {
  test.each<[string, object, readonly string[]]>([
    ['in the folder that the editor names', { trusted: true }, [ID]],
    ['not on disk where the workspace is not trusted', { trusted: false }, []],
  ])('%s', async (_, options, names) => {
    const storage = join(root, 'storage');
    const ports = await portsOf({ ...options, storage: pathToFileURL(storage).href });
    ports.blobs.keep(ID, 'A\n');
    // In memory they are at hand either way.
    expect([...(await asked(ports))]).toEqual([[ID, 'A\n']]);
    // What is not in memory is looked for on disk, behind everything that is still being written there.
    await ports.blobs.textsOf([ID.replace('f', 'e')], pathToFileURL(join(work, 'a.txt')).href);
    expect(await readdir(join(storage, 'texts')).catch(() => [])).toEqual(names);
  });
});
