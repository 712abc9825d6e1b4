import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { describe as describeSpan } from '../../server/src/annotations/describe.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { GIT_ENV, git, gitIsThere } from '../support/git.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const TEXT = 'Source: Skylark\n\nKanzhun, the owner of a job platform, fell on Monday.\n';
const ROW = 'The minister met Li Wei in the capital.\n\n';

interface Action {
  readonly title: string;
  readonly data?: { readonly method: string; readonly params: object };
  readonly edit?: { readonly documentChanges: readonly { readonly edits: readonly Edit[] }[] };
}
interface Edit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly newText: string;
}
interface Place {
  readonly line: number;
  readonly character: number;
}

async function withServer(work: (server: RunningServer) => Promise<void>): Promise<void> {
  const server = await startServer();
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

function applied(text: string, edits: readonly Edit[]): string {
  const lines = TextLines.from(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      newText,
    })),
  );
}

function sidecarOf(text: string, words: string, textId: string, at = text.indexOf(words)): string {
  const place = describeSpan(text, [{ start: at, end: at + words.length }]);
  return `seedmark: 1\ntext: ${textId}\nannotations:\n  - id: a1\n    type: organization\n    quote: ${words}\n    at: ${place.at}\n    before: ${JSON.stringify(place.before)}\n    after: ${JSON.stringify(place.after)}\n`;
}

describe('annotations that lost their place, over stdio', () => {
  test('of a passage that was written anew only the beginning is marked', () =>
    withServer(async (server) => {
      await server.write(
        'a.seed.annotations.yaml',
        sidecarOf(TEXT, 'Kanzhun', '0000000000000000000000000000000000000000'),
      );
      const uri = await server.open('a.seed', TEXT);
      const lost = async () => {
        const { items } = await server.connection.sendRequest<{ items: { code: string; range: object }[] }>(
          'textDocument/diagnostic',
          { textDocument: { uri } },
        );
        return items.filter(({ code }) => code === 'orphaned-annotation').map(({ range }) => range);
      };
      expect(await lost()).toEqual([]);
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [
          {
            range: { start: { line: 2, character: 0 }, end: { line: 2, character: 51 } },
            text: 'Shares were sold by many.\n\nNobody could say what would become of them',
          },
        ],
      });
      const start = { line: 2, character: 0 };
      expect(await lost()).toEqual([{ start, end: start }]);
    }));

  test('an editor without our client gets the edit when the action is resolved', () =>
    withServer(async (server) => {
      const sidecar = sidecarOf(TEXT, 'Kanzhun', '0000000000000000000000000000000000000000');
      await server.write('a.seed.annotations.yaml', sidecar);
      const uri = await server.open('a.seed', TEXT);
      const request = <R>(method: string, params: object): Promise<R> => server.connection.sendRequest(method, params);
      const words = { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } };
      const diagnostics = async () =>
        (
          await request<{ items: { code: string; range: object }[] }>('textDocument/diagnostic', {
            textDocument: { uri },
          })
        ).items.filter(({ code }) => code.endsWith('-annotation'));
      expect(await diagnostics()).toEqual([]);
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range: words, text: 'The firm' }],
      });
      const range = { start: words.start, end: { line: 2, character: 8 } };
      expect(await diagnostics()).toMatchObject([{ code: 'orphaned-annotation', range }]);
      const actions = await request<Action[]>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [] },
      });
      const titles = actions.map(({ title }) => title);
      expect(titles).toEqual([
        'Place “Kanzhun” in line 3: “The firm, the owner of a job…”',
        'Remove the annotation of “Kanzhun”',
        'Place the annotation of “Kanzhun” (Organisation) on “The firm”',
      ]);
      const { edit } = await request<Action>('codeAction/resolve', actions[0] as object);
      const after = applied(sidecar, edit?.documentChanges[0]?.edits ?? []);
      expect(after).toMatch(
        /^seedmark: 1\ntext: [0-9a-f]{40}\nannotations:\n {2}- id: a1\n {4}type: organization\n {4}quote: The firm\n {4}at: 17\n/,
      );
      // Of another version it would be another place.
      const late = { uri, id: 'a1', ranges: [range], version: 1 };
      expect(await request('seedmark/place', late)).toMatchObject({ problem: expect.stringContaining('changed') });
      expect(await request('seedmark/place', { uri, id: 'zz', ranges: [range] })).toMatchObject({
        problem: expect.stringContaining('no annotation with the id "zz"'),
      });
      expect(await request('seedmark/place', { uri, id: 'a1', ranges: 'x' })).toMatchObject({
        problem: expect.any(String),
      });
    }));

  test('with a sentence its annotations went: one action removes them all', () =>
    withServer(async (server) => {
      const two = sidecarOf(TEXT, 'Kanzhun', '0000000000000000000000000000000000000000');
      const second = sidecarOf(TEXT, 'Monday', '').split('annotations:\n')[1]?.replace('id: a1', 'id: b2') ?? '';
      await server.write('a.seed.annotations.yaml', two + second);
      const uri = await server.open('a.seed', TEXT);
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, text: '' }],
      });
      const at = { line: 2, character: 0 };
      const actions = await server.connection.sendRequest<Action[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
      expect(actions.map(({ title }) => title)).toEqual([
        'Remove the annotation of “Kanzhun”',
        'Remove the annotation of “Monday”',
        'Remove all 2 annotations that stood here',
      ]);
      const { edit } = await server.connection.sendRequest<Action>('codeAction/resolve', actions[2] as object);
      expect(applied(two + second, edit?.documentChanges[0]?.edits ?? [])).toMatch(/annotations: \[\]\n$/);
    }));

  test.skipIf(!gitIsThere)('the text as it was committed tells which of two places is meant', () =>
    withServer(async (server) => {
      const was = `Source: Skylark\n\n${ROW}Nobody knew why they had met, or for how long.\n\n${ROW}The end.\n`;
      const at = was.lastIndexOf('Li Wei');
      git(server.folder, 'init', '-q');
      await server.write('a.seed', was);
      git(server.folder, 'add', '.');
      git(server.folder, 'commit', '-q', '-m', 'as it was');
      const id = execFileSync('git', ['rev-parse', 'HEAD:a.seed'], {
        cwd: server.folder,
        env: GIT_ENV,
        encoding: 'utf8',
      }).trim();
      await server.write('a.seed.annotations.yaml', sidecarOf(was, 'Li Wei', id, at));
      const now = was.replace('Skylark', 'The Skylark News').replace('The end.', 'The end of it.');
      const uri = await server.open('a.seed', now);
      const overview = await server.connection.sendRequest<{ annotations: { ranges: { start: Place }[] }[] }>(
        'seedmark/overview',
        { uri },
      );
      expect(overview.annotations[0]?.ranges[0]?.start).toEqual({ line: 6, character: 17 });
    }),
  );
});
