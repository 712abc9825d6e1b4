import path from 'node:path';
import readline from 'node:readline';
import { readMarked } from '../marks.mjs';
import { hostFolder, root } from '../paths.mjs';
import { Problem } from '../problem.mjs';
import { exitOf, start } from '../processes.mjs';

/**
 * Runs a script of `test/host`, shows what it prints and takes its count.
 * @param {string} script
 * @param {string[]} args
 */
export async function runInVsCode(script, ...args) {
  const child = start(process.execPath, [path.join(hostFolder, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = exitOf(child);
  /** @type {import('../marks.mjs').Counts | undefined} */
  let counts;
  // Always piped, see above; the type does not know.
  for await (const line of readline.createInterface({
    input: /** @type {import('node:stream').Readable} */ (child.stdout),
  })) {
    const marked = readMarked(line);
    counts = marked?.counts ?? counts;
    if (marked === undefined) console.log(line);
    else if (marked.counts === undefined && marked.running === undefined) console.log(marked.text);
  }
  const status = await ended;
  if (counts === undefined) throw new Problem(`${script} ended with status ${status} and no count of its tests.`);
  if (counts.passed + counts.failed === 0) throw new Problem(`${script} ran no test at all.`);
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
