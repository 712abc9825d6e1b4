// `npm run eval -- NAME [FOLDER …]`: how well a part of Seedmark does on texts that are too large for the repository.
// The measurements are in `test/eval/`, one file each; its `evaluate` gets the arguments behind its name.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';

await runMain(async () => {
  const folder = path.join(root, 'test/eval');
  const names = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3));
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || !names.includes(name)) {
    throw new Problem(
      `Say what to measure: npm run eval -- NAME [FOLDER …], where NAME is one of: ${names.join(', ')}.`,
    );
  }
  const outfile = path.join(root, '.cache/eval', `${name}.cjs`);
  await esbuild.build({
    entryPoints: [path.join(folder, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  const { evaluate } = createRequire(import.meta.url)(outfile);
  await evaluate(args);
  return 0;
});
