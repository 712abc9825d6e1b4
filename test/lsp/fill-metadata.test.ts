import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const SEED = 'Published: 05/07/2021\nTitle:\n\nKanzhun floated in the US. More at https://x.org/k.\n';

let server: RunningServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
});

const request = <R>(method: string, params: object): Promise<R> => server.connection.sendRequest(method, params);

interface Filled {
  readonly files: readonly {
    readonly uri: string;
    readonly edits: readonly {
      readonly range: { readonly start: Place; readonly end: Place };
      readonly newText: string;
    }[];
  }[];
}
interface Place {
  readonly line: number;
  readonly character: number;
}

describe('the form over stdio', () => {
  test('what is missing is asked, looked at and filled in', async () => {
    const uri = await server.open('2021-07-05-a.seed', SEED);
    const missing = await request<{ version: number; steps: { key: string; suggestions: { value: string }[] }[] }>(
      'seedmark/missingMetadata',
      { uri },
    );
    expect(missing.version).toBe(1);
    expect(missing.steps.map(({ key }) => key)).toEqual(['source', 'published', 'title', 'author', 'url']);
    expect(missing.steps[1]?.suggestions.map(({ value }) => value)).toEqual(['2021-07-05', '2021-05-07']);
    expect(missing.steps[4]?.suggestions).toEqual([{ value: 'https://x.org/k', why: 'from the text' }]);

    const check = (key: string, value: string) => request('seedmark/checkValue', { key, value });
    expect(await check('url', 'x.org')).toMatchObject({ problem: expect.stringContaining('https://x.org') });
    expect(await check('url', 'https://x.org/k')).toEqual({ written: 'https://x.org/k', doubtful: false });
    expect(await check('planet', 'Mars')).toBeNull();

    const values = { published: '2021-07-05', title: 'Kanzhun', url: 'https://x.org/k', planet: 'Mars' };
    const filled = await request<Filled>('seedmark/fillMetadata', { uri, version: 1, values });
    const lines = TextLines.from(SEED);
    const edits = filled.files.flatMap((file) =>
      file.edits.map(({ range, newText }) => ({
        start: lines.offsetAt(range.start),
        end: lines.offsetAt(range.end),
        newText,
      })),
    );
    expect(applyEdits(SEED, edits)).toBe(
      'Published: 2021-07-05\nTitle: Kanzhun\nURL: https://x.org/k\n\nKanzhun floated in the US. More at https://x.org/k.\n',
    );
  });

  test('a version that is not the text’s, and senseless values, change nothing', async () => {
    const uri = await server.open('b.seed', SEED);
    expect(await request('seedmark/fillMetadata', { uri, version: 7, values: { title: 'T' } })).toMatchObject({
      problem: expect.stringContaining('changed meanwhile'),
    });
    for (const values of [null, 'text', [1], { title: 7 }])
      expect(await request('seedmark/fillMetadata', { uri, version: 1, values })).toEqual({ files: [], left: [] });
    expect(await request('seedmark/missingMetadata', { uri: 'file:///nowhere.seed' })).toBeNull();
  });

  test('refactorings are announced, and answered by their kind', async () => {
    const uri = await server.open('c.seed', 'Title: T\nSource: X\n\nText.\n');
    const kinds = async (only?: string[]) => {
      const position = { line: 0, character: 0 };
      const actions = await request<{ kind: string }[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: position, end: position },
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });
      return [...new Set((actions ?? []).map(({ kind }) => kind))].sort();
    };
    expect(await kinds()).toEqual(['quickfix', 'refactor.rewrite']);
    expect(await kinds(['refactor'])).toEqual(['refactor.rewrite']);
    expect(await kinds(['quickfix'])).toEqual(['quickfix']);
    expect(await kinds(['source'])).toEqual([]);
  });

  test('an edit of the seed says of which version it is', async () => {
    const uri = await server.open('d.seed', 'Title: T\nSource: X\nPublished: 05/07/2021\n\nText.\n');
    const [start, end] = [
      { line: 0, character: 0 },
      { line: 2, character: 21 },
    ];
    interface Action {
      readonly title: string;
      readonly edit?: { readonly changes?: object; readonly documentChanges?: { readonly textDocument: object }[] };
    }
    const actions = await request<Action[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end },
      context: { diagnostics: [] },
    });
    const edits = actions.flatMap(({ edit }) => edit ?? []);
    expect(edits.length).toBeGreaterThan(3);
    for (const { changes, documentChanges } of edits) {
      expect(changes).toBeUndefined();
      expect(documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    }
  });
});
