import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DocumentHighlight, DocumentLink, DocumentSymbol, FoldingRange, Range } from 'vscode-languageserver-types';
import { type RunningServer, startServer } from '../support/server.ts';

const SEED = `Source: Skylark Published: 2021-07-05
Title: Ships move

# The canal

It rained in China. See www.a.example, said China.

Please Find us: Twitter: sky YouTube: sky
Key Words: canal
`;
const FACTS =
  'entities:\n  - id: who\n    type: organization\n    name: WHO\n    facts:\n      - {what: said, value: so, source: a.seed#L3}\n    links: {wikidata: Q7817}\n';

let server: RunningServer;
beforeEach(async () => {
  server = await startServer({ 'a.seed': SEED });
  await mkdir(join(server.folder, 'facts'));
  await server.write('facts/f.yaml', FACTS);
});
afterEach(async () => {
  await server.stop();
});

const request = <R>(method: string, params: object): Promise<R> => server.connection.sendRequest(method, params);

test('outline, folds, links, selections and highlights of one seed', async () => {
  const textDocument = { uri: await server.open('a.seed', SEED) };
  const symbols = await request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  expect(symbols.map(({ name }) => name)).toEqual(['Metadata', 'The canal', 'Footer']);
  expect(symbols[1]?.children?.map(({ name }) => name)).toEqual(['It rained in China. See www.a.example…']);

  const folds = await request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
  expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
    [0, 1],
    [3, 5],
    [7, 8],
  ]);

  const links = await request<DocumentLink[]>('textDocument/documentLink', { textDocument });
  expect(links.map(({ target }) => target)).toEqual([
    'https://www.a.example',
    'https://x.com/sky',
    'https://www.youtube.com/@sky',
  ]);

  const position = { line: 5, character: 14 };
  const [selection] = await request<object[]>('textDocument/selectionRange', { textDocument, positions: [position] });
  expect(selection).toMatchObject({ range: { start: { line: 5, character: 13 }, end: { line: 5, character: 18 } } });

  const places = await request<DocumentHighlight[]>('textDocument/documentHighlight', { textDocument, position });
  expect(places.map(({ range }) => range.start.character)).toEqual([13, 44]);
});

test('from a name to its entry, from an annotation to its place and back, and all places of a name', async () => {
  const sidecar = 'annotations:\n  - {id: a1, type: place, quote: China, before: "rained in "}\n';
  await server.write('a.seed.annotations.yaml', sidecar);
  const textDocument = { uri: await server.open('a.seed', SEED) };
  const position = { line: 5, character: 14 };
  expect(await request('textDocument/definition', { textDocument, position })).toEqual([
    {
      uri: server.uri('a.seed.annotations.yaml'),
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 61 } },
    },
  ]);
  const places = await request<{ range: Range }[]>('textDocument/references', { textDocument, position, context: {} });
  expect(places.map(({ range }) => range.start.character)).toEqual([13, 44]);
  const entry = { uri: await server.open('a.seed.annotations.yaml', sidecar) };
  const place = { textDocument: entry, position: { line: 1, character: 10 } };
  expect(await request('textDocument/definition', place)).toEqual([
    { uri: textDocument.uri, range: { start: { line: 5, character: 13 }, end: { line: 5, character: 18 } } },
  ]);
  expect(await request('textDocument/references', { ...place, context: {} })).toHaveLength(1);
  expect(await request('textDocument/definition', { textDocument, position: 7 })).toBeNull();
});

test('the source of a fact is looked up when somebody follows it', async () => {
  const textDocument = { uri: await server.open('facts/f.yaml', FACTS) };
  const links = await request<DocumentLink[]>('textDocument/documentLink', { textDocument });
  expect(links.map(({ target }) => target)).toEqual([undefined, 'https://www.wikidata.org/wiki/Q7817']);
  const [source] = links;
  expect(await request<DocumentLink>('documentLink/resolve', source ?? {})).toMatchObject({
    target: `${server.uri('a.seed')}#L3`,
  });
  const astray = { ...source, data: { uri: textDocument.uri, source: '../../etc/passwd' } };
  expect(await request<DocumentLink>('documentLink/resolve', astray)).not.toHaveProperty('target');
});

test('unknown documents, senseless positions and YAML get nothing', async () => {
  const unknown = { textDocument: { uri: server.uri('unknown.seed') } };
  for (const method of ['documentSymbol', 'foldingRange', 'documentLink'])
    expect(await request(`textDocument/${method}`, unknown)).toBeNull();
  const textDocument = { uri: await server.open('a.seed', SEED) };
  expect(await request('textDocument/selectionRange', { textDocument, positions: [{}] })).toBeNull();
  expect(await request('textDocument/selectionRange', { textDocument })).toBeNull();
  expect(await request('textDocument/documentHighlight', { textDocument, position: { line: 'x' } })).toBeNull();
  expect(await request('documentLink/resolve', { range: {}, data: 7 })).toEqual({ range: {}, data: 7 });
  const facts = { textDocument: { uri: await server.open('facts/f.yaml', FACTS) } };
  for (const method of ['documentSymbol', 'foldingRange'])
    expect(await request(`textDocument/${method}`, facts)).toBeNull();
});
