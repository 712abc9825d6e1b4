// usage: node test/host/run-tests.mjs node|web [--verbose]
// The suites of test/vscode in the embedded VS Code, on a copy of seeds/. `npm run build -- --tests` first.
import path from 'node:path';
import { markCounts } from '../../scripts/lib/marks.mjs';
import { root, seedsFolder } from '../../scripts/lib/paths.mjs';
import { Problem, runMain } from '../../scripts/lib/problem.mjs';
import { runSuite } from './suite.mjs';

await runMain(async () => {
  const [host, ...options] = process.argv.slice(2);
  if (host !== 'node' && host !== 'web') throw new Problem('usage: node test/host/run-tests.mjs node|web [--verbose]');
  const tests = path.join(root, 'dist', 'test', `${host}.cjs`);
  const verbose = options.includes('--verbose');
  return markCounts(
    await runSuite({
      host,
      extension: root,
      tests,
      workspace: seedsFolder,
      verbose,
    }),
  );
});
