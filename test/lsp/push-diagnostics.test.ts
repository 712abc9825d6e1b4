import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  ProposedFeatures,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.ts';
import { ROOT, world } from '../support/world.ts';

const SEED = 'Source: Harbour Times Published: 2021-07-05\n\nKanzhun floated in the US.\n';
const MISSING = ['missing-metadata', 'missing-recommended-metadata', 'missing-recommended-metadata'];
const PULLS = { textDocument: { diagnostic: {} } };

/** The server over a pair of streams, with a clock that only the test moves. */
interface Session {
  readonly client: MessageConnection;
  readonly uri: string;
  /** What is to run later; `elapse` runs it. */
  readonly timers: (() => void)[];
  readonly published: PublishDiagnosticsParams[];
  /** Sends a notification; afterwards the server has taken it in. */
  tell(method: string, params: object): Promise<void>;
  /** Runs what waits for the clock; afterwards what came of it has been sent. */
  elapse(): Promise<void>;
}

let open: Session[] = [];
afterEach(() => {
  for (const { client } of open) client.dispose();
  open = [];
});

async function start(capabilities: object = {}, files: Readonly<Record<string, string>> = {}): Promise<Session> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const timers: (() => void)[] = [];
  const memory = world(files);
  const ports = {
    ...memory,
    clock: { ...memory.clock, later: (_: number, work: () => void) => void timers.push(work) },
  };
  startServer(
    createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down)),
    () => ports,
    { version: 'test', build: 'test' },
  );
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const published: PublishDiagnosticsParams[] = [];
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: ROOT, capabilities });
  await client.sendNotification('initialized', {});
  const uri = `${ROOT}a.seed`;
  // Messages keep their order, and a request about a document waits for all files under way.
  const settled = async () => {
    await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  };
  const session: Session = {
    client,
    uri,
    timers,
    published,
    async tell(method, params) {
      await client.sendNotification(method, params);
      await settled();
    },
    async elapse() {
      while (timers.length > 0) {
        timers.shift()?.();
        await settled();
      }
    },
  };
  open.push(session);
  return session;
}

const opened = (uri: string, text = SEED) => ({ textDocument: { uri, languageId: 'seed', version: 1, text } });
const changed = (uri: string, version: number, text: string) => ({
  textDocument: { uri, version },
  contentChanges: [{ text }],
});
const codes = ({ published }: Session) => published.map(({ diagnostics }) => diagnostics.map(({ code }) => code));

describe('an editor that does not ask for findings', () => {
  test('gets them after it has opened a document', async () => {
    const session = await start();
    await session.tell('textDocument/didOpen', opened(session.uri));
    expect(session.published).toEqual([]);
    await session.elapse();
    expect(codes(session)).toEqual([MISSING]);
    expect(session.published[0]).toMatchObject({ uri: session.uri, version: 1 });
    expect(session.published[0]?.diagnostics[0]).toMatchObject({ severity: 2, source: 'seedmark' });
  });

  test('gets one report for many changes in a row, of the last text', async () => {
    const session = await start();
    await session.tell('textDocument/didOpen', opened(session.uri));
    for (let version = 2; version < 6; version++)
      await session.tell('textDocument/didChange', changed(session.uri, version, `Title: ${version}\n${SEED}`));
    await session.elapse();
    expect(codes(session)).toEqual([MISSING.slice(1)]);
    expect(session.published[0]?.version).toBe(5);
  });

  test('gets another report when the facts or the project change', async () => {
    const session = await start();
    await session.tell('textDocument/didOpen', opened(session.uri));
    await session.elapse();
    await session.tell('textDocument/didOpen', {
      textDocument: {
        uri: `${ROOT}seedmark.yaml`,
        languageId: 'yaml',
        version: 1,
        text: 'metadata:\n  required: [source]\n  recommended: []\n',
      },
    });
    await session.elapse();
    const reports = session.published.filter(({ uri }) => uri === session.uri);
    expect(reports.at(-1)?.diagnostics).toEqual([]);
  });

  test('gets the findings of annotation files, too', async () => {
    const session = await start();
    const uri = `${session.uri}.annotations.yaml`;
    await session.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: 'annotations:\n  - id: [a\n' },
    });
    await session.elapse();
    expect(session.published.at(-1)?.uri).toBe(uri);
    expect(session.published.at(-1)?.diagnostics.length).toBeGreaterThan(0);
  });

  test('loses them when it closes the document, and nothing comes afterwards', async () => {
    const session = await start();
    await session.tell('textDocument/didOpen', opened(session.uri));
    await session.elapse();
    await session.tell('textDocument/didChange', changed(session.uri, 2, `${SEED}\n`));
    await session.tell('textDocument/didClose', { textDocument: { uri: session.uri } });
    await session.elapse();
    expect(codes(session)).toEqual([MISSING, []]);
  });

  test('gets nothing for documents it never opened', async () => {
    const session = await start();
    await session.tell('textDocument/didChange', changed(session.uri, 2, SEED));
    await session.tell('textDocument/didClose', { textDocument: { uri: `${ROOT}other.seed` } });
    await session.tell('textDocument/didOpen', { textDocument: { uri: 7 } });
    await session.elapse();
    expect(session.published.filter(({ diagnostics }) => diagnostics.length > 0)).toEqual([]);
  });
});

test('an editor that asks for findings is sent none', async () => {
  const session = await start(PULLS);
  await session.tell('textDocument/didOpen', opened(session.uri));
  await session.tell('textDocument/didChange', changed(session.uri, 2, `${SEED}\n`));
  await session.elapse();
  await session.tell('textDocument/didClose', { textDocument: { uri: session.uri } });
  expect(session.published).toEqual([]);
});
