import { afterEach, expect, test } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-types';
import { type RunningServer, startServer } from '../support/server.ts';

const SEED = 'Source: Skylark Published: 2021-07-05\n\nThey met on Monday, and on 2 July 2021.\n';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

let server: RunningServer;
afterEach(async () => {
  await server.stop();
});

async function labels(): Promise<unknown> {
  const textDocument = { uri: server.uri('a.seed') };
  const hints = await server.connection.sendRequest<InlayHint[] | null>('textDocument/inlayHint', {
    textDocument,
    range: WHOLE,
  });
  return hints?.map(({ label }) => label) ?? null;
}

const times = (choice: string) => ({ inlayHints: { times: choice } });

test('an editor without settings has those behind relative times; what it says changes that', async () => {
  server = await startServer({});
  await server.open('a.seed', SEED);
  expect(await labels()).toEqual(['2021-07-05']);
  await server.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { seedmark: times('all') },
  });
  expect(await labels()).toEqual(['2021-07-05', '2021-07-02']);
  // What makes no sense is as if nothing was said.
  for (const settings of [null, { seedmark: { inlayHints: { times: 7 } } }, { seedmark: { inlayHints: null } }]) {
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    expect(await labels()).toEqual(['2021-07-05']);
  }
});

test('what an editor says when it starts counts', async () => {
  server = await startServer({}, { options: { settings: times('off') } });
  await server.open('a.seed', SEED);
  expect(await labels()).toEqual([]);
});

test('an editor that can be asked is asked, hears that hints changed, and what it does not set is as it said first', async () => {
  let choice: object | null = times('all');
  let refreshed: () => void = () => undefined;
  server = await startServer(
    {},
    {
      options: { settings: times('off') },
      capabilities: { configuration: true, inlayHint: { refreshSupport: true } },
      prepare(connection) {
        connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) => {
          expect(items).toEqual([{ section: 'seedmark' }]);
          return [choice];
        });
        connection.onRequest('workspace/inlayHint/refresh', () => {
          refreshed();
          return null;
        });
      },
    },
  );
  await server.open('a.seed', SEED);
  expect(await labels()).toEqual(['2021-07-05', '2021-07-02']);
  choice = null;
  const told = new Promise<void>((resolve) => {
    refreshed = resolve;
  });
  await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await told;
  expect(await labels()).toEqual([]);
});

test('an editor that asks for tooltips gets them when it does, those of the text that it has', async () => {
  const inlayHint = { resolveSupport: { properties: ['tooltip'] } };
  server = await startServer({}, { documentCapabilities: { inlayHint } });
  const textDocument = { uri: await server.open('a.seed', SEED) };
  const ask = () =>
    server.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument, range: WHOLE });
  const [hint] = await ask();
  expect(hint).toMatchObject({ label: '2021-07-05' });
  expect(hint).not.toHaveProperty('tooltip');
  const resolved = await server.connection.sendRequest<InlayHint>('inlayHint/resolve', hint);
  expect(resolved).toMatchObject({ ...hint, tooltip: { value: expect.stringContaining('Monday, 5 July 2021') } });
  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { ...textDocument, version: 2 },
    contentChanges: [{ text: SEED.replace('Monday', 'Friday') }],
  });
  expect(await server.connection.sendRequest('inlayHint/resolve', hint)).toEqual(hint);
  for (const data of [undefined, null, 7, { uri: 7 }, { uri: 'file:///none', version: 1 }])
    expect(await server.connection.sendRequest('inlayHint/resolve', { ...hint, data })).not.toHaveProperty('tooltip');
});

test('unknown documents and senseless ranges get nothing', async () => {
  server = await startServer({});
  expect(await labels()).toBeNull();
  const textDocument = { uri: await server.open('a.seed', SEED) };
  expect(await server.connection.sendRequest('textDocument/inlayHint', { textDocument, range: 7 })).toBeNull();
});
