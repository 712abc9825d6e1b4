import { bench, describe } from 'vitest';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { hover } from '../../server/src/features/hover.ts';
import { semanticTokens, semanticTokensDelta } from '../../server/src/features/semantic-tokens.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { ROOT, world } from '../support/world.ts';
import { makeSeed } from './seed.ts';

// One key in a seed of 4 KB among few seeds and among many: what it costs must not grow with them.
describe('one key: change, tokens as a delta, diagnostics', () => {
  for (const count of [100, 10_000]) {
    const text = makeSeed(4 * 1024);
    // Each has words of its own, so that they are no copies.
    const files = Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `seeds/${i}.txt`,
        `Title: Number ${i}\n\nJohn Smith ${i} met Angela Merkel in Paris on day ${i} of the year.\n`,
      ]),
    );
    const workspace = new Workspace(world({ ...files, 'seeds/open.txt': text }));
    const uri = `${ROOT}seeds/open.txt`;
    let version = 1;
    let isReady = false;
    bench(
      `among ${count} seeds`,
      async () => {
        const before = workspace.seed(uri);
        if (before === undefined) return;
        const line = 3 + ((version * 7919) % (before.lines.count - 6));
        const at = { line, character: Math.min(10, before.lines.line(line).length - 1) };
        workspace.change(uri, [{ range: { start: at, end: at }, text: 'x' }], ++version);
        const after = await workspace.analyze(workspace.seed(uri) ?? before, { isCancellationRequested: false });
        if (after === undefined) return;
        semanticTokensDelta(before.sections, after);
        diagnostics(after);
        hover(after, at, { trusted: true, commands: [], linesOf: () => undefined });
      },
      {
        async setup() {
          if (isReady) return;
          isReady = true;
          workspace.setFolders([ROOT], { index: 'names' });
          workspace.open(uri, text, version);
          await workspace.settled();
          await workspace.indexedWhole();
          const snapshot = workspace.seed(uri);
          if (snapshot) semanticTokens(snapshot);
        },
      },
    );
  }
});
