import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../support/server.ts';

test('the settings of V8 that the server makes are such as this Node knows', () => {
  const source = readFileSync(join(REPOSITORY, 'server/src/host/node/engine.ts'), 'utf8');
  const named = [...source.matchAll(/setFlagsFromString\('--([a-z-]+)=/g)].map(([, flag]) => flag);
  expect(named).toHaveLength(2);
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  for (const flag of named) expect(known).toContain(`--${flag}`);
});
