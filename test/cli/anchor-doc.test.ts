import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../support/server.ts';
import { folderOf, runSeedmark } from './run.ts';

const doc = readFileSync(new URL('../../docs/anchor.md', import.meta.url), 'utf8');
const fences = [...doc.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)];

test('the example of docs/anchor.md is what the program makes of it', async () => {
  const files = Object.fromEntries(fences.flatMap(([, , name, text = '']) => (name ? [[name, text]] : [])));
  expect(Object.keys(files)).toHaveLength(2);
  const folder = await folderOf(files);
  const { status, out, err } = await runSeedmark(folder, ['anchor', 'seeds']);
  await rm(folder, { recursive: true, force: true });
  expect({ status, err }).toEqual({ status: 1, err: '' });
  // How sure it is may be reckoned better one day.
  const withoutScores = (text: string | undefined) => text?.replace(/ [01]\.\d\d /g, ' S ');
  const outputs = fences.flatMap(([, language, , text]) => (language === 'output' ? [withoutScores(text)] : []));
  expect(outputs).toEqual([withoutScores(out)]);
});

test('every option that docs/anchor.md names is one of the help', async () => {
  const options = (text: string) => [...new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g))].sort();
  const help = options((await runSeedmark(REPOSITORY, ['--help'])).out);
  expect(options(doc).length).toBeGreaterThan(2);
  expect(help).toEqual(expect.arrayContaining(options(doc)));
});
