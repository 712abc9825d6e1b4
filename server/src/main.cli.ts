import { isMainThread } from 'node:worker_threads';
import { main } from './cli/main.ts';
import { startThread } from './main.worker.ts';

// One bundle for all that runs in Node, since each would hold the lists of names: `server.cjs` is a line that says `lsp` (see
// `scripts/build.mjs`), and the threads that read seeds are this program, too.
if (isMainThread) runCommandLine();
else startThread();

function runCommandLine(): void {
  // Whoever reads from us may have had enough ("| head"): that is no failure, and nothing is left to say.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  main(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error) => {
      process.stderr.write(`seedmark: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 70;
    },
  );
}
