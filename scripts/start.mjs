// `npm start`: Seedmark at work on the sample seeds, in desktop VS Code if there is one, else in an embedded one in the browser.
//   --embedded  in the browser in any case
//   --port N    there, instead of 3210
import { parseArgs } from 'node:util';
import { openDesktop } from './lib/desktop.mjs';
import { ensureHost, ensureProject } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { run } from './lib/processes.mjs';

await runMain(async () => {
  const { embedded, port } = readOptions();
  await ensureProject();
  const status = await run(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
  });
  if (status !== 0) throw new Problem('Not started, because the build failed: see above.');
  if (!embedded && (await openDesktop())) return 0;
  await ensureHost();
  // What it imports is there only now.
  const { serveEmbedded } = await import('./lib/embedded.mjs');
  await serveEmbedded(port);
  return 0;
});

function readOptions() {
  const usage = 'usage: npm start [-- [--embedded] [--port N]]';
  try {
    const { values } = parseArgs({
      options: { embedded: { type: 'boolean' }, port: { type: 'string' } },
    });
    const port = Number(values.port ?? 3210);
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Problem(`"${values.port}" is no port. ${usage}`);
    return {
      embedded: values.embedded === true || values.port !== undefined,
      port,
    };
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}
