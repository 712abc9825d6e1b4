import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { blobId, bytesOf } from '../../server/src/host/node/blob-id.ts';
import { type FolderLimits, textFolder } from '../../server/src/host/node/text-folder.ts';
import { blobsWith, type TextStore } from '../../server/src/host/texts.ts';

const idOf = async (text: string, bom: boolean) => blobId(bytesOf(text, bom));
const id = (text: string, bom = false) => blobId(bytesOf(text, bom));
const URI = 'file:///w/a.txt';
const NOWHERE = '0123456789012345678901234567890123456789';

const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

describe('texts in memory', () => {
  const known = async (blobs: ReturnType<typeof blobsWith>, ...ids: readonly string[]) =>
    Object.fromEntries(await blobs.textsOf(ids, URI));

  test.each<[string, string, boolean, readonly [string, string][]]>([
    ['under its id', 'A\n', false, [[id('A\n'), 'A\n']]],
    ['with a byte order mark', 'A\n', true, [[id('A\n', true), 'A\n']]],
    [
      'with CRLF, also under the id of its LF form',
      'A\r\nB\rC\n',
      false,
      [
        [id('A\r\nB\rC\n'), 'A\r\nB\rC\n'],
        [id('A\nB\rC\n'), 'A\nB\rC\n'],
      ],
    ],
    [
      'with both',
      'A\r\n',
      true,
      [
        [id('A\r\n', true), 'A\r\n'],
        [id('A\n', true), 'A\n'],
      ],
    ],
  ])('a kept text is at hand %s', async (_, text, bom, expected) => {
    const blobs = blobsWith(idOf);
    blobs.keep(id(text, bom), text);
    expect(await known(blobs, ...expected.map(([id]) => id), NOWHERE)).toEqual(Object.fromEntries(expected));
  });

  test('a text is not kept under the id of another one', async () => {
    const blobs = blobsWith(idOf);
    blobs.keep(NOWHERE, 'A\n');
    expect(await known(blobs, NOWHERE, id('A\n'))).toEqual({});
  });

  test('what was not asked for the longest goes first, and what is too large is not taken in', async () => {
    const blobs = blobsWith(idOf, [], 9);
    for (const text of ['aaa', 'bbb', 'ccc']) blobs.keep(id(text), text);
    await known(blobs, id('aaa'));
    blobs.keep(id('ddd'), 'ddd');
    blobs.keep(id('too large!'), 'too large!');
    expect(await known(blobs, ...['aaa', 'bbb', 'ccc', 'ddd', 'too large!'].map((text) => id(text)))).toEqual({
      [id('aaa')]: 'aaa',
      [id('ccc')]: 'ccc',
      [id('ddd')]: 'ddd',
    });
  });

  test('stores are asked in order, for what is still missing, once', async () => {
    const asked: string[] = [];
    const store = (name: string, ...texts: readonly string[]): TextStore => ({
      async read(ids) {
        asked.push(`${name} ${ids.length}`);
        return new Map(texts.map((text) => [id(text), text] as const).filter(([id]) => ids.includes(id)));
      },
    });
    const blobs = blobsWith(idOf, [store('disk', 'b'), store('git', 'b', 'c')]);
    blobs.keep(id('a'), 'a');
    const all = ['a', 'b', 'c'].map((text) => id(text));
    expect(await known(blobs, ...all, ...all)).toEqual({ [id('a')]: 'a', [id('b')]: 'b', [id('c')]: 'c' });
    expect(asked).toEqual(['disk 2', 'git 1']);
    await known(blobs, ...all);
    expect(asked).toEqual(['disk 2', 'git 1']);
    // What is no id is asked of nobody.
    await known(blobs, '../../etc/passwd', 'HEAD', '');
    expect(asked).toEqual(['disk 2', 'git 1']);
  });
});

describe('texts in a folder', () => {
  async function folder(): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), 'seedmark-texts-'));
    made.push(path);
    return path;
  }

  function storeIn(path: string | undefined, limits?: FolderLimits) {
    const logged: string[] = [];
    const log = { info: (message: string) => void logged.push(message), warn: () => undefined, error: () => undefined };
    const store = textFolder(() => (path === undefined ? undefined : pathToFileURL(path).href), log, limits);
    return {
      logged,
      keep: (text: string, bom = false) => store.keep?.(id(text, bom), text, bom),
      read: async (...ids: readonly string[]) => Object.fromEntries(await store.read(ids, URI)),
    };
  }

  test('one process keeps, the next one reads: the very bytes, named by their id', async () => {
    const path = await folder();
    const first = storeIn(path);
    first.keep('A\n');
    first.keep('A\n', true);
    expect(await first.read(id('A\n'))).toEqual({ [id('A\n')]: 'A\n' });
    expect((await readdir(join(path, 'texts'))).sort()).toEqual([id('A\n'), id('A\n', true)].sort());
    expect(await readFile(join(path, 'texts', id('A\n', true)))).toEqual(Buffer.from('\ufeffA\n'));
    const next = storeIn(path);
    expect(await next.read(id('A\n', true), NOWHERE)).toEqual({ [id('A\n', true)]: 'A\n' });
  });

  test('a file whose content has another id is not believed, and goes', async () => {
    const path = await folder();
    await mkdir(join(path, 'texts'));
    await writeFile(join(path, 'texts', id('A\n')), 'forged');
    expect(await storeIn(path).read(id('A\n'))).toEqual({});
    expect(await readdir(join(path, 'texts'))).toEqual([]);
  });

  test.each<[string, FolderLimits, number]>([
    ['files', { mostFiles: 10, mostBytes: 1e9 }, 10],
    ['bytes', { mostFiles: 1e9, mostBytes: 1000 }, 10],
  ])('no more %s than there may be; the oldest go, those used lately stay', async (_, limits, most) => {
    const path = await folder();
    const store = storeIn(path, limits);
    const texts = Array.from({ length: 40 }, (_, i) => String(i).padStart(100, '.'));
    for (const [i, text] of texts.entries()) {
      store.keep(text);
      // Kept again and again: in use.
      if (i > 0) store.keep(texts[0] as string);
      await store.read();
      const at = new Date(2020, 0, 1, 0, i);
      await utimes(join(path, 'texts', id(text)), at, at);
      expect((await readdir(join(path, 'texts'))).length).toBeLessThanOrEqual(most);
    }
    const last = texts.at(-1) as string;
    expect(Object.values(await store.read(...texts.map((text) => id(text))))).toEqual(
      expect.arrayContaining([texts[0], last]),
    );
  });

  test('unnamed files of a run that ended long ago go', async () => {
    const path = await folder();
    await mkdir(join(path, 'texts'));
    const long = new Date(2020, 0, 1);
    for (const name of ['.old.tmp', '.new.tmp']) await writeFile(join(path, 'texts', name), '');
    await utimes(join(path, 'texts/.old.tmp'), long, long);
    const store = storeIn(path);
    store.keep('A\n');
    await store.read();
    expect((await readdir(join(path, 'texts'))).sort()).toEqual(['.new.tmp', id('A\n')].sort());
  });

  test('a folder that cannot be written to is told once, and nothing fails', async () => {
    const path = await folder();
    await writeFile(join(path, 'texts'), 'a file in the way');
    const store = storeIn(path);
    store.keep('A\n');
    store.keep('B\n');
    expect(await store.read(id('A\n'))).toEqual({});
    expect(store.logged).toEqual([expect.stringContaining('Texts are not kept in')]);
  });

  test('no folder, and an address that is no file’s', async () => {
    const nowhere = storeIn(undefined);
    nowhere.keep('A\n');
    expect(await nowhere.read(id('A\n'))).toEqual({});
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const remote = textFolder(() => 'vscode-userdata:/x', log);
    remote.keep?.(id('A\n'), 'A\n', false);
    expect((await remote.read([id('A\n')], URI)).size).toBe(0);
  });
});
