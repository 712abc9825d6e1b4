// `npm test`: sets up what is missing, then runs every suite, going on after a failure. The last line counts: `N passed, N failed`.
// `npm test -- unit node` runs some: check unit node web electron package editors.

import { ensureChromium } from './lib/chromium.mjs';
import { ensureHost, ensureProject } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { explain, Problem, runMain } from './lib/problem.mjs';
import { endAll, run } from './lib/processes.mjs';
import { ensureProgram } from './lib/programs.mjs';
import { runCheck } from './lib/suites/check.mjs';
import { runEditors } from './lib/suites/editors.mjs';
import { runUnit } from './lib/suites/unit.mjs';
import { runInVsCode } from './lib/suites/vscode.mjs';

/** A guard against a suite that hangs, no measure of anything. */
const minutesToEnd = 40;

/**
 * @typedef {import('./lib/marks.mjs').Counts} Counts
 * @typedef {object} Suite
 * @property {string} title
 * @property {(() => Promise<unknown>)[]} needs
 * @property {() => Promise<Counts>} run
 */

const project = once(ensureProject);
const build = once(buildAll);
const host = once(ensureHost);
const browser = once(ensureChromium);
// Without it the tests that ask git are skipped.
const git = once(() => ensureProgram('git', 'tests that ask git'));

/** @type {Record<string, Suite>} */
const suites = {
  check: { title: 'Types and lint', needs: [project], run: runCheck },
  unit: { title: 'Unit', needs: [project, build, git], run: runUnit },
  node: {
    title: 'VS Code, Node extension host',
    needs: [project, build, host, browser],
    run: () => runInVsCode('run-tests.mjs', 'node'),
  },
  web: {
    title: 'VS Code, web worker extension host',
    needs: [project, build, host, browser],
    run: () => runInVsCode('run-tests.mjs', 'web'),
  },
  electron: {
    title: 'VS Code, @vscode/test-electron',
    needs: [project, build, host, browser],
    run: () => runInVsCode('electron.mjs'),
  },
  package: {
    title: 'The package, installed',
    needs: [project, host, browser],
    run: () => runInVsCode('package.mjs'),
  },
  editors: { title: 'Other editors', needs: [project, build], run: runEditors },
};

await runMain(async () => {
  const chosen = choose(process.argv.slice(2));
  let outOfTime = false;
  const guard = setTimeout(() => {
    outOfTime = true;
    console.error(`\nNo end in ${minutesToEnd} minutes: ending what runs now and leaving out the rest.`);
    endAll();
  }, minutesToEnd * 60_000);

  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of chosen) {
    console.log(`\n=== ${suite.title} ===`);
    const started = performance.now();
    const counts = outOfTime ? crashed('there was no time left') : await runSuite(suite);
    console.log(`${suite.title}: ${inWords(counts)}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped ?? 0;
  }
  clearTimeout(guard);
  console.log(`\n${inWords(total)}`);
  return total.failed > 0 ? 1 : 0;
});

/** @param {Counts} counts */
function inWords({ passed, failed, skipped = 0 }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {string[]} names */
function choose(names) {
  return (names.length > 0 ? names : Object.keys(suites)).map((name) => {
    const suite = suites[name];
    if (suite === undefined)
      throw new Problem(`There is no suite "${name}". There are: ${Object.keys(suites).join(' ')}.`);
    return suite;
  });
}

/** @param {Suite} suite */
async function runSuite(suite) {
  try {
    for (const need of suite.needs) await need();
    return await suite.run();
  } catch (error) {
    return crashed(explain(error));
  }
}

/**
 * What did not run counts as one failure.
 * @param {string} reason
 * @returns {Counts}
 */
function crashed(reason) {
  console.error(reason);
  return { passed: 0, failed: 1 };
}

async function buildAll() {
  const status = await run(process.execPath, ['scripts/build.mjs', '--tests'], {
    cwd: root,
  });
  if (status !== 0)
    throw new Problem('Not run, because the build failed: see above, or run `npm run build -- --tests`.');
}

/**
 * @template T
 * @param {() => Promise<T>} action
 * @returns {() => Promise<T>} Does it at the first call; every call gets the same outcome.
 */
function once(action) {
  /** @type {Promise<T> | undefined} */
  let outcome;
  return () => {
    outcome ??= action();
    return outcome;
  };
}
