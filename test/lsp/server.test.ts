import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const SEED = `Source: Harbour Times Published: 2021-07-05

Kanzhun floated on 11 June 2021 in the US. Kanzhun is Chinese.
`;
const FACTS =
  'entities:\n  - id: kanzhun\n    type: organization\n    name: Kanzhun\n    description: A recruiting company.\n';

let server: RunningServer;
beforeEach(async () => {
  server = await startServer({ 'a.facts.yaml': FACTS });
});
afterEach(async () => {
  await server.stop();
});

const at = (line: number, character: number) => ({ line, character });
const request = <R>(method: string, params: object): Promise<R> => server.connection.sendRequest(method, params);

function applied(
  text: string,
  edits: {
    range: { start: { line: number; character: number }; end: { line: number; character: number } };
    newText: string;
  }[],
): string {
  const lines = TextLines.from(text);
  return applyEdits(
    text,
    edits.map(
      ({ range, newText }): TextEdit => ({
        start: lines.offsetAt(range.start),
        end: lines.offsetAt(range.end),
        newText,
      }),
    ),
  );
}

describe('the server over stdio', () => {
  test('hover, tokens, diagnostics and a quick fix of one seed', async () => {
    const uri = await server.open('a.seed', SEED);
    const textDocument = { uri };
    const hover = await request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument,
      position: at(2, 3),
    });
    expect(hover.contents.value).toContain('**Kanzhun** · Organisation');
    expect(hover.contents.value).toContain('A recruiting company');
    expect(hover.contents.value).toContain('Once more in this document');

    const date = await request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument,
      position: at(2, 21),
    });
    expect(date.contents.value).toContain('Friday, 11 June 2021');
    expect(date.contents.value).toContain('2021-06-11');

    const field = await request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument,
      position: at(0, 24),
    });
    expect(field.contents.value).toContain('dcterms:issued');

    const tokens = await request<{ data: number[]; resultId: string }>('textDocument/semanticTokens/full', {
      textDocument,
    });
    expect(tokens.data.length % 5).toBe(0);
    expect(tokens.data.length).toBeGreaterThanOrEqual(25);

    const report = await request<{ items: { code: string; range: object }[]; resultId: string }>(
      'textDocument/diagnostic',
      { textDocument },
    );
    expect(report.items.map(({ code }) => code)).toEqual([
      'missing-metadata',
      'missing-recommended-metadata',
      'missing-recommended-metadata',
    ]);
    const again = await request('textDocument/diagnostic', { textDocument, previousResultId: report.resultId });
    expect(again).toEqual({ kind: 'unchanged', resultId: report.resultId });

    const actions = await request<
      { title: string; edit: { documentChanges: { edits: { snippet: { value: string } }[] }[] } }[]
    >('textDocument/codeAction', {
      textDocument,
      range: { start: at(0, 0), end: at(0, 0) },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toContain('Insert the missing field “Title”');
    expect(actions[0]?.edit.documentChanges[0]?.edits[0]?.snippet.value).toMatch(/Title: \$0/);
  });

  test('tagging computes the sidecar, which is then read back from disk', async () => {
    const uri = await server.open('b.seed', SEED);
    const target = { uri, selections: [{ start: at(2, 2), end: at(2, 2) }] };
    const prepared = await request<{ targets: { text: string; type: string }[]; types: { id: string }[] }>(
      'seedmark/prepareTag',
      target,
    );
    expect(prepared.targets).toMatchObject([{ text: 'Kanzhun', type: 'organization' }]);

    const ranges = [{ start: at(2, 0), end: at(2, 7) }];
    const result = await request<{ files: { uri: string; create: boolean; edits: never[] }[] }>('seedmark/tag', {
      uri,
      ranges,
      type: 'organization',
      by: 'ann',
    });
    const [file] = result.files;
    expect(file).toMatchObject({ uri: `${uri}.annotations.yaml`, create: true });
    const sidecar = applied('', file?.edits ?? []);
    expect(sidecar).toContain('quote: Kanzhun');
    await server.write('b.seed.annotations.yaml', sidecar);
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: file?.uri, type: 1 }],
    });
    const overview = await request<{ annotations: { quote: string; ranges: object[] }[] }>('seedmark/overview', {
      uri,
    });
    expect(overview.annotations).toMatchObject([{ quote: 'Kanzhun', ranges }]);

    const there = await request<{ id: string }[]>('seedmark/annotationsAt', {
      uri,
      range: { start: at(2, 1), end: at(2, 1) },
    });
    const removed = await request<{ files: { edits: never[] }[] }>('seedmark/remove', {
      uri,
      ids: there.map(({ id }) => id),
    });
    expect(
      applied(await readFile(join(server.folder, 'b.seed.annotations.yaml'), 'utf8'), removed.files[0]?.edits ?? []),
    ).not.toContain('quote');
  });

  test('an unknown type and an untitled document are refused with a reason', async () => {
    const uri = await server.open('c.seed', SEED);
    const ranges = [{ start: at(2, 0), end: at(2, 7) }];
    expect(await request('seedmark/tag', { uri, ranges, type: 'planet', by: '' })).toMatchObject({
      problem: expect.stringContaining('planet'),
    });
    await server.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'untitled:Untitled-1', languageId: 'seed', version: 1, text: SEED },
    });
    expect(await request('seedmark/tag', { uri: 'untitled:Untitled-1', ranges, type: 'person', by: '' })).toMatchObject(
      {
        problem: expect.stringContaining('Save this text'),
      },
    );
  });

  test('a delta from an older answer leads to the present tokens', async () => {
    const uri = await server.open('d.seed', SEED);
    const textDocument = { uri };
    type Answer = {
      data?: number[];
      edits?: { start: number; deleteCount: number; data?: number[] }[];
      resultId: string;
    };
    const first = await request<Answer>('textDocument/semanticTokens/full', { textDocument });
    for (let version = 2; version < 5; version++) {
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: at(2, 0), end: at(2, 0) }, text: 'In France on 1 May 2020.\n' }],
      });
      await request<Answer>('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: 'unheard-of' });
    }
    const delta = await request<Answer>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: first.resultId,
    });
    const full = await request<Answer>('textDocument/semanticTokens/full', { textDocument });
    const data = [...(first.data ?? [])];
    for (const { start, deleteCount, data: added } of delta.edits ?? [])
      data.splice(start, deleteCount, ...(added ?? []));
    expect(data).toEqual(full.data);
  });

  test('a pasted text is drafted, with what the project of the folder asks for, and its dates are checked', async () => {
    await server.write('seedmark.yaml', 'metadata:\n  required: [title, retrieved]\n');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: server.uri('seedmark.yaml'), type: 1 }],
    });
    const folder = server.uri('').replace(/\/$/, '');
    const text = 'Canal open again\r\nBy Jane Doe\r\n5 July 2021\r\n\r\nShips pass.\r\n';
    const draft = await request<{ missing: object[]; head: string; rest: number; path: string; fields: object[] }>(
      'seedmark/draftSeed',
      { text, folder },
    );
    expect(draft).toMatchObject({
      missing: [{ key: 'retrieved', label: 'Retrieved', proposal: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }],
      head: 'Published: 2021-07-05\r\nTitle: Canal open again\r\nAuthor: Jane Doe\r\n\r\n',
      rest: 0,
      path: 'seeds/2021-07-05-canal-open-again.txt',
    });
    expect(draft.fields).toContainEqual({
      key: 'author',
      value: 'Jane Doe',
      sure: 0.9,
      state: 'written',
      from: { start: 21, end: 29 },
    });
    const answered = await request<{ missing: object[]; head: string }>('seedmark/draftSeed', {
      text,
      folder,
      answers: { source: 'Harbour Times', retrieved: '' },
    });
    expect(answered).toMatchObject({ missing: [], head: expect.stringMatching(/^Source: Harbour Times\r\nPublished/) });
    expect(await request('seedmark/draftSeed', { text, folder: `${folder}/seeds` })).toMatchObject({
      path: '2021-07-05-canal-open-again.txt',
    });
    expect(await request('seedmark/draftSeed', { text: 5 })).toBeNull();

    const check = (key: string, value: string) => request('seedmark/checkValue', { key, value });
    expect(await check('published', '5 July 2021')).toEqual({ written: '2021-07-05', doubtful: false });
    expect(await check('published', '05/07/2021')).toMatchObject({ problem: expect.stringContaining('2021-05-07') });
    expect(await check('published', '5 July 2090')).toMatchObject({ written: '2090-07-05', doubtful: true });
    expect(await check('published', ' ')).toEqual({ written: '', doubtful: false });
    expect(await check('title', ' 05/07/2021 ')).toEqual({ written: '05/07/2021', doubtful: false });
  });

  test('files that seedmark.yaml names are seeds, and a glob is added to it', async () => {
    const uri = server.uri('letters/a%20b.md');
    const isSeed = () => request('seedmark/isSeed', { uri });
    expect(await isSeed()).toBe(false);
    expect(await request('seedmark/seedGlobs', { uri })).toEqual({
      file: 'letters/a b.md',
      like: ['letters/*.md', 'letters/**/*.md'],
    });
    const add = (of: string) =>
      request<{ files: { uri: string; create: boolean; edits: never[] }[] }>('seedmark/addSeedGlob', {
        uri: of,
        glob: 'letters/*.md',
      });
    const { files } = await add(uri);
    expect(files).toMatchObject([{ uri: server.uri('seedmark.yaml'), create: true }]);
    await server.write('seedmark.yaml', applied('', files[0]?.edits ?? []));
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: server.uri('seedmark.yaml'), type: 1 }],
    });
    expect(await isSeed()).toBe(true);
    expect(await request('seedmark/seedGlobs', { uri })).toEqual({ like: [] });
    expect(await add(uri)).toEqual({ files: [] });
    expect(await request('seedmark/isSeed', { uri: server.uri('letters/a.md.annotations.yaml') })).toBe(false);
    expect(await request('seedmark/isSeed', { uri: 'file:///elsewhere/letters/a.md' })).toBe(false);
    expect(await add('file:///elsewhere/a.md')).toMatchObject({ problem: expect.stringContaining('no folder') });
  });

  test('a sidecar that does not parse is a finding in the sidecar, and the seed still answers', async () => {
    await server.write('e.seed.annotations.yaml', 'annotations:\n  - id: [a\n');
    const uri = await server.open('e.seed', SEED);
    const sidecar = await server.open('e.seed.annotations.yaml', 'annotations:\n  - id: [a\n');
    const report = await request<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri: sidecar },
    });
    expect(report.items.length).toBeGreaterThan(0);
    const tagged = await request('seedmark/tag', {
      uri,
      ranges: [{ start: at(2, 0), end: at(2, 7) }],
      type: 'person',
      by: '',
    });
    expect(tagged).toMatchObject({ problem: expect.any(String), uri: sidecar });
    expect(await request('textDocument/hover', { textDocument: { uri }, position: at(2, 3) })).not.toBeNull();
  });

  test('completion and hover in a sidecar that is being written, and in seedmark.yaml', async () => {
    const sidecar = await server.open('f.seed.annotations.yaml', 'annotations:\n  - id: x\n    entity: kan\n');
    const textDocument = { uri: sidecar };
    const { items } = await request<{ items: object[] }>('textDocument/completion', {
      textDocument,
      position: at(2, 15),
    });
    expect(items).toEqual([
      {
        label: 'kanzhun',
        kind: 18,
        detail: 'Kanzhun',
        documentation: 'organization: A recruiting company.',
        sortText: '0000',
        filterText: 'kanzhun Kanzhun',
        insertTextMode: 1,
        textEdit: { range: { start: at(2, 12), end: at(2, 15) }, newText: 'kanzhun' },
      },
    ]);
    const hover = await request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument,
      position: at(2, 5),
    });
    expect(hover.contents.value).toMatch(/^\*\*entity\*\*/);

    const project = await server.open('seedmark.yaml', 'seeds: [a]\n\n');
    const keys = await request<{ items: { label: string; insertTextFormat?: number; command?: object }[] }>(
      'textDocument/completion',
      { textDocument: { uri: project }, position: at(1, 0) },
    );
    expect(keys.items.map(({ label }) => label)).toEqual([
      ...['types', 'relations', 'metadata', 'severities', 'sources', 'never', 'thresholds'],
    ]);
    // Only our own client has VS Code's command.
    expect(keys.items.every(({ command }) => command === undefined)).toBe(true);

    const seed = await server.open('g.seed', SEED);
    const byColon = { triggerKind: 2, triggerCharacter: ':' };
    for (const position of [at(2, 3), at(1e9, -1)])
      expect(
        await request('textDocument/completion', { textDocument: { uri: seed }, position, context: byColon }),
      ).toBeNull();
    const fields = await request<{ label: string }[]>('textDocument/completion', {
      textDocument: { uri: seed },
      position: at(0, 0),
    });
    expect(fields.map(({ label }) => label)).toContain('Title');
    expect(await request('textDocument/completion', { textDocument: { uri: sidecar }, position: null })).toBeNull();
  });
});
