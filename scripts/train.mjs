// `npm run train -- names DATA [OPTIONS]`: makes a file of `server/data/` from data that is too large for the repository.
// What is trained is in `server/train/`, a folder each; the card beside the file says from what.
import fs from 'node:fs';
import path from 'node:path';
import { loadBundled } from './lib/bundled.mjs';
import { root } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';

await runMain(async () => {
  const folder = path.join(root, 'server/train');
  const names = fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, 'main.ts')));
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || !names.includes(name)) {
    throw new Problem(`Say what to train: npm run train -- NAME DATA, where NAME is one of: ${names.join(', ')}.`);
  }
  const { run } = await loadBundled(path.join(folder, name, 'main.ts'), `train/${name}.cjs`);
  run(args, path.join(root, 'server/data', `${name}.model`));
  return 0;
});
