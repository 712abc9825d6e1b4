import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { atPosition, readCollection } from '../support/web-annotations.ts';
import { folderOf, runSeedmark } from './run.ts';

const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

async function folder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const path = await folderOf(files);
  made.push(path);
  return path;
}

const SEED = 'Source: A\nPublished: 2021-07-05\nTitle: T\n\nThe mayor of Ghent spoke to 😀 Ann.\n';
const SIDECAR = `seedmark: 1
annotations:
  - id: m
    type: person
    quote: mayor
    before: "The "
    after: " of Ghent spoke"
  - id: a
    type: person
    quote: Ann
    before: "spoke to 😀 "
    after: "."
    entity: ann
  - id: r
    type: place
    quote: Ghent
    before: "mayor of "
    after: " spoke to"
    status: rejected
  - id: o
    type: person
    quote: spokesman
    before: "said his "
    after: ", who would not be named."
`;
const FACTS = 'entities:\n  - id: ann\n    type: person\n    name: Ann Poe\n    links: {wikidata: Q1}\n';
const FILES = {
  'seeds/b.txt': SEED,
  'seeds/b.txt.annotations.yaml': SIDECAR,
  'seeds/a.txt': SEED,
  'facts/p.yaml': FACTS,
};

const rows = (content: string): Record<string, string>[] =>
  parse(content, { columns: true, bom: true, record_delimiter: '\r\n' });

describe('seedmark export', () => {
  test('W3C Web Annotation on standard output', async () => {
    const { status, out, err } = await runSeedmark(await folder(FILES), ['export', 'seeds', '--to', 'web-annotation']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const annotations = readCollection(out);
    expect(annotations.map(({ id }) => id)).toEqual(['m', 'a', 'o'].map((id) => `seeds/b.txt.annotations.yaml#${id}`));
    const [mayor, ann, orphan] = annotations.flatMap(({ targets }) => targets);
    expect(atPosition(SEED, mayor ?? { source: '' })).toBe('mayor');
    expect(atPosition(SEED, ann ?? { source: '' })).toBe('Ann');
    expect(orphan).not.toHaveProperty('start');
    expect(annotations[1]?.bodies).toContainEqual({
      type: 'SpecificResource',
      purpose: 'identifying',
      source: 'https://www.wikidata.org/wiki/Q1',
    });
  });

  test('CSV with a byte order mark and what was rejected, in a file', async () => {
    const path = await folder(FILES);
    const { status, out, err } = await runSeedmark(path, [
      ...['export', '.', '--to', 'csv', '--all', '--bom', '--output', 'all.csv'],
    ]);
    expect({ status, out, err }).toEqual({
      status: 0,
      out: '4 annotations (1 without a place) of 1 seed written to all.csv\n',
      err: '',
    });
    const content = await readFile(join(path, 'all.csv'), 'utf8');
    expect(content.startsWith('\ufeffseed,line,')).toBe(true);
    expect(rows(content).map(({ id, status, line, column }) => [id, status, line, column].join(' '))).toEqual([
      'm confirmed 5 5',
      'a confirmed 5 32',
      'r rejected 5 14',
      'o confirmed  ',
    ]);
    expect(await readdir(path)).toEqual(['all.csv', 'facts', 'seeds']);
  });

  test('one seed from standard input, with the annotations of the file that it stands for', async () => {
    const { status, out } = await runSeedmark(
      await folder(FILES),
      ['export', '-', '--stdin-filename', 'seeds/b.txt', '--to', 'csv'],
      SEED.replace('The mayor', 'Today the mayor').replace('The ', 'the '),
    );
    expect(status).toBe(0);
    expect(rows(out).map(({ seed, column }) => `${seed} ${column}`)).toContain('seeds/b.txt 38');
  });

  test('a file that is there is replaced in one step: its mode stays, and a link to it', async () => {
    const path = await folder({ ...FILES, 'out/real.csv': 'old' });
    await chmod(join(path, 'out/real.csv'), 0o640);
    await symlink('out/real.csv', join(path, 'link.csv'));
    expect((await runSeedmark(path, ['export', 'seeds', '--to', 'csv', '-o', 'link.csv'])).status).toBe(0);
    expect((await stat(join(path, 'out/real.csv'))).mode & 0o777).toBe(0o640);
    expect(rows(await readFile(join(path, 'out/real.csv'), 'utf8'))).toHaveLength(3);
    expect(await readdir(join(path, 'out'))).toEqual(['real.csv']);
  });

  test.each<[string, Readonly<Record<string, string | Uint8Array>>, string]>([
    ['a seed that is not UTF-8', { 'seeds/c.txt': Uint8Array.of(0xe9) }, 'seeds/c.txt: it is not UTF-8'],
    [
      'a damaged annotations file',
      { 'seeds/a.txt.annotations.yaml': '<<<<<<< ours\nannotations:\n' },
      'seeds/a.txt.annotations.yaml:1:1: it is damaged',
    ],
    [
      'an annotations file without its seed',
      { 'seeds/gone.txt.annotations.yaml': SIDECAR },
      'seeds/gone.txt.annotations.yaml: its seed, seeds/gone.txt, is not there',
    ],
  ])('%s is told, the rest is written, and the status is 2', async (_, files, message) => {
    const path = await folder({ ...FILES, ...files });
    const { status, err } = await runSeedmark(path, ['export', '.', '--to', 'csv', '-o', 'x.csv']);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(rows(await readFile(join(path, 'x.csv'), 'utf8'))).toHaveLength(3);
  });

  test.each<[string, readonly string[], string]>([
    ['no format', ['seeds'], '--to in which format: web-annotation or csv'],
    ['a format that is none', ['seeds', '--to', 'brat'], '“brat” is none of them'],
    ['no path', ['--to', 'csv'], 'No path was given'],
    ['a mark where none may be', ['seeds', '--to', 'web-annotation', '--bom'], '--bom goes with csv'],
    ['over a seed', ['seeds', '--to', 'csv', '-o', 'seeds/a.txt'], 'a file of the project itself'],
    ['into a new seed', ['seeds', '--to', 'csv', '-o', 'seeds/new.txt'], 'a file of the project itself'],
    [
      'over annotations',
      ['seeds', '--to', 'csv', '-o', 'seeds/b.txt.annotations.yaml'],
      'a file of the project itself',
    ],
    ['over facts', ['seeds', '--to', 'csv', '-o', 'facts/p.yaml'], 'a file of the project itself'],
    ['over what is read', ['notes.md', '--to', 'csv', '-o', 'notes.md'], 'is read here'],
    ['over what a link leads to', ['notes.md', '--to', 'csv', '-o', 'link.csv'], 'is read here'],
    ['over a seed behind a link', ['notes.md', '--to', 'csv', '-o', 'seed.csv'], 'a file of the project itself'],
    ['over a folder', ['seeds', '--to', 'csv', '-o', 'facts'], 'it is a folder'],
    ['into a folder that is not there', ['seeds', '--to', 'csv', '-o', 'no/x.csv'], 'it cannot be written'],
    ['over a device', ['seeds', '--to', 'csv', '-o', '/dev/null'], 'it is no ordinary file'],
  ])('%s is wrong usage, and nothing is written', async (_, args, message) => {
    const path = await folder({ ...FILES, 'notes.md': SEED });
    await symlink('notes.md', join(path, 'link.csv'));
    await symlink('seeds/a.txt', join(path, 'seed.csv'));
    const { status, out, err } = await runSeedmark(path, ['export', ...args]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
    for (const [name, content] of Object.entries({ ...FILES, 'notes.md': SEED }))
      expect(await readFile(join(path, name), 'utf8')).toBe(content);
    expect((await readdir(path)).sort()).toEqual(['facts', 'link.csv', 'notes.md', 'seed.csv', 'seeds']);
    expect((await readdir(join(path, 'seeds'))).sort()).toEqual(['a.txt', 'b.txt', 'b.txt.annotations.yaml']);
  });

  test('a file that is read-only stays as it is', async () => {
    const path = await folder({ ...FILES, 'x.csv': 'old' });
    await chmod(join(path, 'x.csv'), 0o444);
    const { status, err } = await runSeedmark(path, ['export', 'seeds', '--to', 'csv', '-o', 'x.csv']);
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining('it is read-only') });
    expect(await readFile(join(path, 'x.csv'), 'utf8')).toBe('old');
  });

  test('many seeds into a slow reader', async () => {
    const path = await folder({});
    await mkdir(join(path, 'seeds'));
    for (let number = 0; number < 150; number++) {
      await writeFile(join(path, 'seeds', `${number}.txt`), SEED);
      await writeFile(join(path, 'seeds', `${number}.txt.annotations.yaml`), SIDECAR);
    }
    const { status, out } = await runSeedmark(path, ['export', 'seeds', '--to', 'web-annotation']);
    expect(status).toBe(0);
    expect(readCollection(out)).toHaveLength(450);
  });
});
