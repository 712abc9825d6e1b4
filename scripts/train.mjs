// `npm run train -- names DATA [OPTIONS]`: makes a file of `server/data/` from data that is too large for the repository.
// What is trained is in `server/train/`, a folder each; the card beside the file says from what.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';

await runMain(async () => {
  const folder = path.join(root, 'server/train');
  const names = fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, 'main.ts')));
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || !names.includes(name)) {
    throw new Problem(`Say what to train: npm run train -- NAME DATA, where NAME is one of: ${names.join(', ')}.`);
  }
  const outfile = path.join(root, '.cache/train', `${name}.cjs`);
  await esbuild.build({
    entryPoints: [path.join(folder, name, 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  const { run } = createRequire(import.meta.url)(outfile);
  run(args, path.join(root, 'server/data', `${name}.model`));
  return 0;
});
