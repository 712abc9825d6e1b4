#!/usr/bin/env node
// Stands in for desktop VS Code where there is none: takes its command line as @vscode/test-electron writes it, and runs the same tests in
// the embedded one. So that call of `runTests` is tried everywhere and cannot rot.
import { markCounts } from '../../scripts/lib/marks.mjs';
import { Problem, runMain } from '../../scripts/lib/problem.mjs';
import { runSuite } from './suite.mjs';

await runMain(async () => {
  const args = process.argv.slice(2);
  const workspace = args.find((arg) => !arg.startsWith('-'));
  if (workspace === undefined) throw new Problem('code-shim: no folder to open on the command line');
  return markCounts(
    await runSuite({
      host: 'node',
      extension: option(args, 'extensionDevelopmentPath'),
      tests: option(args, 'extensionTestsPath'),
      workspace,
    }),
  );
});

/**
 * @param {string[]} args
 * @param {string} name
 */
function option(args, name) {
  const prefix = `--${name}=`;
  const found = args.find((arg) => arg.startsWith(prefix));
  if (found === undefined) throw new Problem(`code-shim: ${prefix}… is missing on the command line`);
  return found.slice(prefix.length);
}
