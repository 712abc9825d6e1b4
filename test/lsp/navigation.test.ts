import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { CodeLens, Location, WorkspaceSymbol } from 'vscode-languageserver-types';
import type { MentionsResult } from '../../server/src/protocol.ts';
import { type RunningServer, type ServerOptions, startServer } from '../support/server.ts';

const FACTS = `entities:
  - id: zed
    type: person
    name: Zed Quux
    aliases: [Old Zed]
    facts:
      - {what: came, value: so, source: a.seed#L3}
      - {what: came, value: so, source: none.seed}
`;
const FILES = {
  'a.seed': 'Published: 2021-07-05\n\nZed Quux came. It rained in China on 5 July 2021.\n',
  'b.seed': 'Published: 2020-07-05\nTitle: Rain in China\n\nOld Zed left. Zed Quux, too.\n',
};

let server: RunningServer;
afterEach(async () => {
  await server.stop();
});

async function start(options: ServerOptions = {}): Promise<void> {
  server = await startServer(FILES, options);
  await mkdir(join(server.folder, 'facts'));
  await server.write('facts/f.yaml', FACTS);
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: server.uri('facts/f.yaml'), type: 1 }],
  });
}

const request = <R>(method: string, params: object): Promise<R> => server.connection.sendRequest(method, params);

/** Asks until the seeds have been read: nothing tells an editor when. */
async function until<R>(ask: () => Promise<R>, isThere: (answer: R) => boolean): Promise<R> {
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
  }
}

const places = (found: readonly Location[]) =>
  found.map(({ uri, range: { start } }) => `${uri.slice(uri.lastIndexOf('/') + 1)} ${start.line}:${start.character}`);

test('references: of a mention, of an entry, of what an annotation names, with what is not saved yet', async () => {
  await start();
  const textDocument = { uri: await server.open('a.seed', FILES['a.seed']) };
  const ask = (params: object) => request<Location[]>('textDocument/references', { context: {}, ...params });
  const inSeed = { textDocument, position: { line: 2, character: 2 } };
  const found = await until(
    () => ask(inSeed),
    ({ length }) => length === 3,
  );
  expect(places(found)).toEqual(['a.seed 2:0', 'b.seed 3:0', 'b.seed 3:14']);
  expect(places(await ask({ ...inSeed, context: { includeDeclaration: true } }))).toEqual([
    'f.yaml 1:8',
    ...places(found),
  ]);
  // A date is known to this document only.
  expect(places(await ask({ textDocument, position: { line: 2, character: 40 } }))).toEqual(['a.seed 2:37']);

  const facts = { textDocument: { uri: await server.open('facts/f.yaml', FACTS) } };
  for (const position of [
    { line: 1, character: 9 },
    { line: 3, character: 12 },
    { line: 4, character: 18 },
  ])
    expect(places(await ask({ ...facts, position }))).toEqual(places(found));
  expect(await ask({ ...facts, position: { line: 2, character: 14 } })).toEqual([]);

  const sidecar = 'annotations:\n  - {id: a1, type: person, quote: nobody, entity: zed}\n';
  const entry = { textDocument: { uri: await server.open('c.seed.annotations.yaml', sidecar) } };
  expect(places(await ask({ ...entry, position: { line: 1, character: 50 } }))).toEqual(places(found));

  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { ...textDocument, version: 2 },
    contentChanges: [{ text: `\n\n${FILES['a.seed']}\nOld Zed.\n` }],
  });
  expect(places(await ask({ ...facts, position: { line: 1, character: 9 } }))).toEqual([
    'a.seed 4:0',
    'a.seed 6:0',
    'b.seed 3:0',
    'b.seed 3:14',
  ]);
});

test('definition: from the source of a fact to its line, unless the workspace is not trusted', async () => {
  await start();
  const ask = async (line: number, character: number) => {
    const textDocument = { uri: await server.open('facts/f.yaml', FACTS) };
    return request<Location[]>('textDocument/definition', { textDocument, position: { line, character } });
  };
  expect(places(await ask(6, 44))).toEqual(['a.seed 2:0']);
  expect(await ask(7, 44)).toEqual([]);
  expect(places(await ask(3, 12))).toEqual(['f.yaml 1:8']);
  await server.stop();
  await start({ options: { trusted: false } });
  expect(await ask(6, 44)).toEqual([]);
});

test('symbols of the workspace', async () => {
  await start();
  const ask = (query: unknown) => request<WorkspaceSymbol[]>('workspace/symbol', { query });
  const [first] = await until(
    () => ask('old zed'),
    ([one]) => one?.containerName?.includes('2 seeds') === true,
  );
  expect(first).toEqual({
    name: 'Old Zed',
    kind: 12,
    containerName: 'Person · Zed Quux · 2 seeds',
    location: {
      uri: server.uri('facts/f.yaml'),
      range: { start: { line: 1, character: 8 }, end: { line: 1, character: 11 } },
    },
  });
  expect((await ask('rain in')).map(({ name }) => name)).toEqual(['Rain in China']);
  expect((await ask(7)).map(({ name }) => name)).toEqual(['Zed Quux', 'China', 'Rain in China']);
  expect(await ask('nothing like it')).toEqual([]);
});

test('all mentions, of a place or of a key; nothing senseless', async () => {
  await start();
  const uri = await server.open('a.seed', FILES['a.seed']);
  const ask = (params: object) => request<MentionsResult>('seedmark/mentions', params);
  const found = await until(
    () => ask({ uri, position: { line: 2, character: 2 } }),
    ({ seeds }) => seeds === 2,
  );
  expect(found).toMatchObject({ name: 'Zed Quux', seeds: 2, more: false });
  expect(places(found.locations)).toEqual(['a.seed 2:0', 'b.seed 3:0', 'b.seed 3:14']);
  expect(await ask({ key: '#zed' })).toEqual(found);
  expect(await ask({ key: 'person\nNobody' })).toEqual({ name: 'Nobody', locations: [], seeds: 0, more: false });
  for (const params of [
    {},
    { uri },
    { uri, position: 7 },
    { uri: 'file:///none', position: { line: 0, character: 0 } },
  ])
    expect(await ask(params)).toMatchObject({ problem: expect.stringContaining('Nothing is named here') });
});

test('lenses above a seed: none unless somebody wants them, counted when they are looked at', async () => {
  let refreshed = 0;
  await start({
    options: { commands: ['seedmark.review'] },
    capabilities: { codeLens: { refreshSupport: true } },
    prepare: (connection) =>
      connection.onRequest('workspace/codeLens/refresh', () => {
        refreshed++;
        return null;
      }),
  });
  const textDocument = { uri: await server.open('a.seed', FILES['a.seed']) };
  const ask = () => request<CodeLens[]>('textDocument/codeLens', { textDocument });
  expect(await ask()).toEqual([]);
  const configure = (settings: unknown) =>
    server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  await configure({ seedmark: { codeLens: true } });
  const lenses = await ask();
  expect(refreshed).toBe(1);
  const resolved = await Promise.all(lenses.map((lens) => request<CodeLens>('codeLens/resolve', lens)));
  expect(resolved.map(({ command }) => command)).toEqual([
    { title: '2 entities', command: '' },
    { title: '1 date', command: '' },
    { title: '3 to review', command: 'seedmark.review', arguments: [{ uri: textDocument.uri }] },
  ]);
  // Facts that change what is named are a reason to look again.
  await server.write('facts/f.yaml', 'entities: []\n');
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: server.uri('facts/f.yaml'), type: 2 }],
  });
  await until(ask, () => refreshed > 1);
  for (const data of [undefined, 7, { uri: textDocument.uri }, { uri: 'file:///none', part: 'names' }])
    expect(await request('codeLens/resolve', { ...lenses[0], data })).not.toHaveProperty('command');
  for (const settings of [null, { seedmark: { codeLens: 'yes' } }]) {
    await configure(settings);
    expect(await ask()).toEqual([]);
  }
  const facts = { textDocument: { uri: await server.open('facts/f.yaml', FACTS) } };
  await configure({ seedmark: { codeLens: true } });
  expect(await request('textDocument/codeLens', facts)).toBeNull();
});
