import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { Export, Formats, QuotationResult, Refusal } from '../../server/src/protocol.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { readCollection } from '../support/web-annotations.ts';

const SEED = 'Source: Harbour Times\nPublished: 2021-07-05\nTitle: The lock\n\nAnn came. Bob saw 😀 Ann.\n';
const sidecar = (quote: string, more = '') =>
  `annotations:\n  - id: ${quote.toLowerCase()}\n    type: person\n    quote: ${quote}\n    before: " "\n    after: " came. Bob"\n${more}`;

let server: RunningServer;
beforeEach(async () => {
  server = await startServer({
    'a.seed': SEED,
    'a.seed.annotations.yaml': sidecar('Ann'),
    'b.seed': SEED,
    'b.seed.annotations.yaml': sidecar('Ann', '    status: rejected\n'),
    'c.seed': SEED,
    'gone.seed.annotations.yaml': sidecar('Ann'),
  });
});
afterEach(async () => {
  await server.stop();
});

const request = <R>(method: string, params: object): Promise<R> => server.connection.sendRequest(method, params);

test('the formats that there are', async () => {
  const { exports, quotations } = await request<Formats>('seedmark/formats', {});
  expect(exports.map(({ id, extension }) => `${id}.${extension}`)).toEqual(['web-annotation.jsonld', 'csv.csv']);
  expect(quotations.map(({ id }) => id)).toEqual(['plain', 'markdown', 'bibtex', 'csl-json']);
});

describe('a quotation', () => {
  const at = (line: number, character: number) => ({ line, character });
  const quote = async (ranges: readonly object[], format = 'plain') =>
    request<QuotationResult>('seedmark/quotation', { uri: await server.open('a.seed', SEED), ranges, format });

  test('of the sentence at the cursor', async () => {
    expect(await quote([{ start: at(4, 12), end: at(4, 12) }])).toEqual({
      text: '“Bob saw 😀 Ann.”\n— “The lock”, Harbour Times, 5 July 2021 (a.seed, line 5)',
      passages: ['Bob saw 😀 Ann.'],
    });
  });

  test('of several selections, in another form', async () => {
    const ranges = [
      { start: at(4, 10), end: at(4, 13) },
      { start: at(4, 0), end: at(4, 3) },
    ];
    const result = await quote(ranges, 'csl-json');
    expect(result).toMatchObject({ passages: ['Ann', 'Bob'] });
    expect('text' in result && JSON.parse(result.text)).toMatchObject([{ id: 'harbourtimes2021lock' }]);
  });

  test.each<[string, readonly object[], string, string]>([
    ['nothing', [{ start: at(3, 0), end: at(3, 0) }], 'plain', 'There is no sentence at the cursor'],
    ['no ranges', [], 'plain', 'There is no sentence at the cursor'],
    ['senseless ranges', [{ start: 'x' }], 'plain', 'There is no sentence at the cursor'],
    ['an unknown form', [], 'haiku', 'There is no format “haiku”. There are plain, markdown, bibtex, csl-json.'],
  ])('of %s is refused, with what to do', async (_, ranges, format, problem) => {
    expect(await quote(ranges, format)).toEqual({ problem: expect.stringContaining(problem) });
  });
});

describe('an export', () => {
  const exported = (params: object) => request<Export>('seedmark/export', params);
  const rows = (content: string): Record<string, string>[] => parse(content, { columns: true, bom: true });

  test('of one seed, as its editor has it', async () => {
    const uri = await server.open('a.seed', `Title: New\n${SEED}`);
    const { content, ...counts } = await exported({ format: 'csv', uri, mark: true });
    expect(counts).toEqual({ seeds: 1, annotations: 1, unplaced: 0, failures: [] });
    expect(content.startsWith('\ufeff')).toBe(true);
    expect(rows(content)).toMatchObject([{ seed: 'a.seed', title: 'New', line: '6', column: '1' }]);
  });

  test('of a seed that is not open', async () => {
    const { content } = await exported({ format: 'web-annotation', uri: server.uri('a.seed') });
    expect(readCollection(content)).toMatchObject([{ targets: [{ source: 'a.seed', exact: 'Ann' }] }]);
  });

  test('of the workspace: seeds that are open and those that are not, and what cannot be read is told', async () => {
    await server.open('b.seed', SEED);
    const { content, ...counts } = await exported({ format: 'csv', rejected: true });
    expect(rows(content).map(({ seed, status }) => `${seed} ${status}`)).toEqual([
      'a.seed confirmed',
      'b.seed rejected',
    ]);
    expect(counts).toEqual({
      seeds: 2,
      annotations: 2,
      unplaced: 0,
      failures: [{ uri: server.uri('gone.seed'), problem: 'gone.seed: it cannot be read.' }],
    });
  });

  test('takes what an editor has not saved of an annotations file', async () => {
    await server.connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: server.uri('a.seed.annotations.yaml'),
        languageId: 'yaml',
        version: 1,
        text: sidecar('Bob'),
      },
    });
    const { content } = await exported({ format: 'csv', uri: server.uri('a.seed') });
    expect(rows(content).map(({ quote }) => quote)).toEqual(['Bob']);
  });

  test('tells how far it is to whoever asks, and can be stopped', async () => {
    await mkdir(join(server.folder, 'many'));
    for (let number = 0; number < 60; number++) {
      await server.write(`many/${number}.seed`, SEED);
      await server.write(`many/${number}.seed.annotations.yaml`, sidecar('Ann'));
    }
    const source = new CancellationTokenSource();
    const kinds: string[] = [];
    server.connection.onNotification('$/progress', ({ token, value }: { token: string; value: { kind: string } }) => {
      if (token === 'p1') kinds.push(value.kind);
      // What has begun is stopped.
      if (token === 'p2') source.cancel();
    });
    const done = await exported({ format: 'csv', workDoneToken: 'p1' });
    expect(done.annotations).toBe(61);
    expect([kinds[0], kinds.at(-1)]).toEqual(['begin', 'end']);
    const stopped = server.connection.sendRequest(
      'seedmark/export',
      { format: 'csv', workDoneToken: 'p2' },
      source.token,
    );
    await expect(stopped).rejects.toMatchObject({ message: 'cancelled' });
  });

  test('in a format that is none is refused', async () => {
    expect(await request<Refusal>('seedmark/export', { format: 'brat' })).toEqual({
      problem: 'There is no format “brat”. There are web-annotation, csv.',
    });
  });
});
