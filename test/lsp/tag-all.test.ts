import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Occurrences, TagAllResult } from '../../server/src/protocol.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const SEED = 'Title: Kanzhun falls\n\nKanzhun fell. The Kanzhun Limited rose.\n';
const OTHERS: Readonly<Record<string, string>> = {
  'b.seed': '\ufeffAbout Kanzhun.\n',
  'c.seed': 'Source: X\r\n\r\nIt is Kanzhun.\r\nKanzhun it is.\r\n',
  'd.seed': 'Of Kanzhun.\n',
  'd.seed.annotations.yaml': 'seedmark: 1\nannotations:\n<<<<<<< ours\n  - id: a1\n=======\n',
  'e.seed': 'For Kanzhun 😀 and Kanzhun.\n',
  'e.seed.annotations.yaml':
    '# by hand\nseedmark: 1\nannotations:\n    - {id: k1, type: organization, quote: Kanzhun, at: 4, after: " 😀 and"}\n',
  'f.seed': 'No one.\n',
};

let server: RunningServer;
let uri: string;
beforeEach(async () => {
  server = await startServer(OTHERS);
  uri = await server.open('a.seed', SEED);
});
afterEach(async () => {
  await server.stop();
});

const request = <R>(method: string, params: object): Promise<R> => server.connection.sendRequest(method, params);
const CURSOR = [{ start: { line: 2, character: 2 }, end: { line: 2, character: 2 } }];

async function find(scope: string): Promise<Occurrences> {
  return request<Occurrences>('seedmark/occurrences', { uri, ranges: CURSOR, scope, type: 'organization' });
}

function targetsOf({ seeds }: Occurrences) {
  return seeds.map(({ uri, version, mark, occurrences }) => ({
    uri,
    ...(version === undefined ? {} : { version }),
    ...(mark === undefined ? {} : { mark }),
    ranges: occurrences.map(({ range }) => range),
  }));
}

async function apply(result: TagAllResult): Promise<Record<string, string>> {
  if ('problem' in result) throw new Error(result.problem);
  const after: Record<string, string> = {};
  for (const file of result.files) {
    const name = file.uri.slice(file.uri.lastIndexOf('/') + 1);
    const before = file.create ? '' : await readFile(join(server.folder, name), 'utf8');
    const lines = TextLines.from(before);
    const edits = file.edits.map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      newText,
    }));
    after[name] = applyEdits(before, edits);
  }
  return after;
}

describe('tagging all occurrences over stdio', () => {
  test('in the document', async () => {
    const found = await find('document');
    expect(found.seeds.map(({ occurrences }) => occurrences.map(({ sentence }) => sentence))).toEqual([
      ['Kanzhun falls', 'Kanzhun fell.', 'The Kanzhun Limited rose.'],
    ]);
    const result = await request<TagAllResult>('seedmark/tagAll', {
      uri,
      type: 'organization',
      entity: 'kanzhun',
      by: 'Ada',
      targets: targetsOf(found),
    });
    expect(result).toMatchObject({ tagged: 3, seeds: 1, problems: [] });
    const { 'a.seed.annotations.yaml': sidecar = '' } = await apply(result);
    expect(sidecar.match(/entity: kanzhun\n {4}by: \[Ada\]\n/g)?.length ?? sidecar).toBe(3);
    expect([...sidecar.matchAll(/at: (\d+)/g)].map(([, at]) => Number(at))).toEqual([7, 22, 40]);
  });

  test('in all seeds: with a mark, of CRLF lines, beside entries of hand; damaged ones are left out and told', async () => {
    const progress: object[] = [];
    server.connection.onNotification('$/progress', ({ value }: { value: object }) => {
      progress.push(value);
    });
    const found = await request<Occurrences>('seedmark/occurrences', {
      uri,
      ranges: CURSOR,
      scope: 'workspace',
      type: 'organization',
      workDoneToken: 't',
    });
    expect(progress.map((value) => (value as { kind: string }).kind)).toEqual(['begin', 'report', 'end']);
    expect(found.searched).toBe(6);
    expect(
      found.seeds.map(({ uri, occurrences, annotated }) => [uri.slice(-6), occurrences.length, annotated]),
    ).toEqual([
      ['a.seed', 3, 0],
      ['b.seed', 1, 0],
      ['c.seed', 2, 0],
      ['d.seed', 1, 0],
      ['e.seed', 1, 1],
    ]);
    const params = { uri, type: 'organization', by: '', targets: targetsOf(found) };
    const result = await request<TagAllResult>('seedmark/tagAll', params);
    expect(result).toMatchObject({ tagged: 7, seeds: 4 });
    expect('problems' in result && result.problems).toEqual([
      expect.objectContaining({
        problem: expect.stringMatching(/^d\.seed: The annotations file is damaged in line 3, so nothing was written/),
        uri: server.uri('d.seed.annotations.yaml'),
      }),
    ]);
    const after = await apply(result);
    // Blob ids of the bytes, the mark and the line ends among them: `git hash-object`.
    expect(after['b.seed.annotations.yaml']).toMatch(
      /^seedmark: 1\ntext: ['"]?[0-9a-f]{40}['"]?\nannotations:\n {2}- id: \w+\n {4}type: organization\n {4}quote: Kanzhun\n {4}at: 6\n/,
    );
    expect([...(after['c.seed.annotations.yaml'] ?? '').matchAll(/at: (\d+)/g)].map(([, at]) => at)).toEqual([
      '17',
      '26',
    ]);
    expect(after['e.seed.annotations.yaml']).toMatch(
      /^# by hand\nseedmark: 1\n(?:text: .*\n)?annotations:\n {4}- \{id: k1, .*at: 4.*\}\n {4}- \{.*at: 18.*\}\n/,
    );
    // Read back as the command line reads them, everything stands where it was found.
    for (const [name, text] of Object.entries(after)) await server.write(name, text);
    const again = await find('workspace');
    expect(
      again.seeds.map(({ uri, occurrences, annotated }) => [uri.slice(-6), occurrences.length, annotated]),
    ).toEqual([
      ['a.seed', 3, 0],
      ['b.seed', 0, 1],
      ['c.seed', 0, 2],
      ['d.seed', 1, 0],
      ['e.seed', 0, 2],
    ]);
  });

  test('an edit of another text is refused, and the rest is done', async () => {
    const found = await find('workspace');
    await server.write('b.seed', '\ufeffAll about Kanzhun.\n');
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: CURSOR[0]?.start, end: CURSOR[0]?.end }, text: 'x' }],
    });
    // The same text, opened meanwhile.
    await server.open('c.seed', OTHERS['c.seed'] ?? '');
    const params = { uri, type: 'organization', by: '', targets: targetsOf(found) };
    const result = await request<TagAllResult>('seedmark/tagAll', params);
    expect('problems' in result && result.problems.map(({ problem }) => problem.replace(/ in line.*/s, ''))).toEqual([
      'a.seed changed meanwhile, so it was left out. Try again.',
      'b.seed changed meanwhile, so it was left out. Try again.',
      'd.seed: The annotations file is damaged',
    ]);
    expect(result).toMatchObject({ tagged: 3, seeds: 2 });
  });

  test('what makes no sense is answered, and changes nothing', async () => {
    const refused = { problem: expect.any(String) };
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
    for (const params of [
      { uri, type: 'planet', by: '', targets: [] },
      { uri, type: 'place', by: '', targets: [] },
      { uri, type: 'place', by: '', targets: 'x' },
      {
        uri,
        type: 'place',
        by: '',
        targets: [null, { uri: 7 }, { uri: server.uri('zz.seed'), mark: 'x', ranges: [range] }],
      },
      { uri, type: 'place', by: '', targets: [{ uri, ranges: [range] }] },
      { uri: server.uri('nowhere.seed'), type: 'place', by: '', targets: [] },
    ])
      expect(await request('seedmark/tagAll', params)).toEqual(expect.objectContaining(refused));
    for (const params of [
      { uri, ranges: 'x', scope: 'document' },
      { uri, ranges: [], scope: 'document' },
      { uri, ranges: [null], scope: 'planet' },
      { uri: server.uri('nowhere.seed'), ranges: CURSOR, scope: 'document' },
    ])
      expect(await request('seedmark/occurrences', params)).toEqual(refused);
  });
});
