import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { folderOf, runSeedmark } from './run.ts';

/** `seedmark check` tells what points at something that is not there. */

const SEED = 'Source: A\nPublished: 2021-07-05\nTitle: T\nAuthor: B\nURL: https://example.org/\n\nJane Doe.\n';
const ANNOTATED = 'annotations:\n  - { id: a1, type: person, quote: Jane Doe, entity: jane-doe }\n';
const facts = (source: string) =>
  `entities:\n  - id: jane-doe\n    type: person\n    name: Jane Doe\n    facts: [{ what: met, value: John, source: ${source} }]\n`;

async function check(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string[]> {
  const folder = await folderOf(files);
  const { out, err } = await runSeedmark(folder, ['check', ...(args.length > 0 ? args : ['.'])]);
  await rm(folder, { recursive: true, force: true });
  expect(err).toBe('');
  return out
    .trim()
    .split('\n')
    .slice(0, -1)
    .map((line) => line.replace(/ (?:error|warning|info) .*\[(.*)\]$/, ' $1'));
}

test('all is there', async () => {
  const files = {
    'seeds/a.txt': SEED,
    'seeds/a.txt.annotations.yaml': ANNOTATED,
    'facts/f.yaml': facts('../seeds/a.txt'),
  };
  expect(await check({ ...files, 'seedmark.yaml': '' })).toEqual([]);
  expect(await check({ ...files, 'seedmark.yaml': '' }, 'seeds/a.txt')).toEqual([]);
});

test('an entity, a seed and a source that are not', async () => {
  const files = {
    'seedmark.yaml': '',
    'seeds/a.txt': SEED,
    'seeds/a.txt.annotations.yaml': ANNOTATED.replace('jane-doe', 'jane-roe'),
    'seeds/gone é.txt.annotations.yaml': 'annotations: []\n',
    'facts/f.yaml': facts('seeds/b.txt'),
  };
  expect(await check(files)).toEqual([
    'facts/f.yaml:5:47 missing-seed',
    'seeds/a.txt.annotations.yaml:2:54 unknown-entity',
    'seeds/gone é.txt.annotations.yaml:1:1 missing-seed',
  ]);
  expect(await check(files, 'seeds/gone é.txt.annotations.yaml')).toEqual([
    'facts/f.yaml:5:47 missing-seed',
    'seeds/gone é.txt.annotations.yaml:1:1 missing-seed',
  ]);
});

test('a folder that holds nothing but an annotations file', async () => {
  expect(await check({ 'seeds/a.txt.annotations.yaml': ANNOTATED })).toEqual([
    'seeds/a.txt.annotations.yaml:1:1 missing-seed',
    'seeds/a.txt.annotations.yaml:2:54 unknown-entity',
  ]);
});
