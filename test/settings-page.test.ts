import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../scripts/settings.mjs', import.meta.url));
const page = execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' });

test('docs/settings.md is what `npm run docs` writes', () => {
  expect(fs.readFileSync(new URL('../docs/settings.md', import.meta.url), 'utf8')).toBe(page);
});

test('it has every setting, every command of the palette with its keys, every colour', () => {
  for (const text of [
    '### `seedmark.annotator`',
    '| Seedmark: Tag Selection As…',
    '`ctrl+k t` (Mac: `cmd+k t`), `shift+alt+t`',
    '`seedmark.person`',
    '`#0F5FB5`',
  ])
    expect(page).toContain(text);
  expect(page).not.toContain('seedmark.applyFix');
  expect(page).not.toContain('undefined');
});
