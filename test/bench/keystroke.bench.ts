import { bench, describe } from 'vitest';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { semanticTokens, semanticTokensDelta } from '../../server/src/features/semantic-tokens.ts';
import { SeedDocument } from '../../server/src/workspace/seed-document.ts';
import { openSeed } from '../support/world.ts';
import { makeSeed } from './seed.ts';

// One key in documents of four sizes: the ratios show whether work follows the edit or the document.
const { snapshot: empty } = await openSeed('');

describe('one key: change, tokens as a delta, diagnostics', () => {
  for (const kilobytes of [4, 40, 400, 4096]) {
    const document = new SeedDocument(
      'file:///a.seed',
      'file:///a.seed.annotations.yaml',
      makeSeed(kilobytes * 1024),
      1,
      empty.knowledge,
      empty.corpus,
      () => empty.today,
    );
    let before = document.snapshot();
    semanticTokens(before);
    let version = 1;
    bench(`${kilobytes} KB`, () => {
      const line = 3 + ((version * 7919) % (before.lines.count - 6));
      const at = { line, character: Math.min(10, before.lines.line(line).length - 1) };
      document.change([{ range: { start: at, end: at }, text: 'x' }], ++version);
      const after = document.snapshot();
      semanticTokensDelta(before.sections, after);
      diagnostics(after);
      before = after;
    });
  }
});
