import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Workers } from '../../ports.ts';

/** More gain little, and each holds a model of its own. */
const MOST = 3;
/** Megabytes that the young objects of such a thread may take: they die with the seed that is read. */
const YOUNG = 16;

/** Threads that run the bundle of all that runs in Node, which knows that it is in one; none where that is not there. */
export function bundledWorkers(): Workers {
  const file = join(__dirname, 'cli.cjs');
  const most = existsSync(file) ? Math.max(1, Math.min(MOST, Math.floor(availableParallelism() / 2))) : 0;
  return {
    most,
    start(heard, ended) {
      const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
      worker.on('message', heard);
      worker.on('error', (error) => ended(error.stack ?? String(error)));
      worker.on('exit', (code) => ended(`exit code ${code}`));
      // Whoever serves an editor ends when that goes, and waits for no thread.
      worker.unref();
      return {
        post: (message) => worker.postMessage(message),
        stop: () => void worker.terminate(),
      };
    },
  };
}
