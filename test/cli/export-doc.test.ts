import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { csv } from '../../server/src/formats/csv.ts';
import { FORMATS } from '../../server/src/formats/formats.ts';
import { QUOTATION_FORMATS } from '../../server/src/formats/quotations/quotations.ts';
import { REPOSITORY } from '../support/server.ts';
import { runSeedmark } from './run.ts';

const doc = readFileSync(new URL('../../docs/export.md', import.meta.url), 'utf8');

/** The first cells of the rows of a section's tables. */
function firstCells(heading: string): string[] {
  const [section = ''] = doc.split(`\n## ${heading}\n`)[1]?.split('\n## ') ?? [];
  return [...section.matchAll(/^\| ([^|]*?) +\|/gm)].map(([, cell = '']) => cell);
}

test('docs/export.md and the help name the options and the formats that there are', async () => {
  const help = (await runSeedmark(REPOSITORY, ['--help'])).out;
  const options = [...new Set(doc.match(/(?<![\w-])--[a-z][a-z-]*/g))];
  expect(options.length).toBeGreaterThan(3);
  for (const option of options) expect(help).toContain(`${option} `);
  for (const { id, label } of FORMATS) {
    expect(doc).toContain(`\n## ${label}\n`);
    expect(doc).toContain(`| \`${id}\``);
    expect(help).toMatch(new RegExp(`--to FORMAT .*\\b${id}\\b`));
  }
  for (const { label } of QUOTATION_FORMATS) expect(firstCells('Quotations')).toContain(label);
});

test('docs/export.md has the columns of the table, in their order', async () => {
  const columns = firstCells('CSV').flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  const { value } = await csv.write([], { rejected: false, mark: false }).next();
  expect(`${columns.join(',')}\r\n`).toBe(value);
});
