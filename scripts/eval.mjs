// `npm run eval -- NAME [FOLDER …]`: how well a part of Seedmark does on texts that are too large for the repository.
// The measurements are in `test/eval/`, one file each; its `evaluate` gets the arguments behind its name.
import fs from 'node:fs';
import path from 'node:path';
import { loadBundled } from './lib/bundled.mjs';
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
  const { evaluate } = await loadBundled(path.join(folder, `${name}.ts`), `eval/${name}.cjs`);
  await evaluate(args);
  return 0;
});
