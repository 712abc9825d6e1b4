import { runBin } from '../bins.mjs';

/** The type check and the lint: one test each. */
export async function runCheck() {
  const counts = { passed: 0, failed: 0 };
  for (const [name, args] of /** @type {const} */ ([
    ['tsc', ['-b']],
    ['biome', ['check', '--error-on-warnings', '.']],
  ])) {
    const passed = (await runBin(name, [...args])) === 0;
    console.log(`${passed ? '✔' : '✘'} ${name} ${args.join(' ')}`);
    counts[passed ? 'passed' : 'failed']++;
  }
  return counts;
}
