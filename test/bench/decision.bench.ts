import { bench, describe } from 'vitest';
import { projectModelBytes } from '../names/model/support.ts';
import { openEditor } from './decision.ts';
import { makeSeed } from './seed.ts';

// All that the server does between two decisions, over a connection: the ratio of a thousand annotations to ten says whether
// its work follows the decision or the file.
const model = projectModelBytes();
const SIZES = [
  { kilobytes: 100, counts: [10, 1000] },
  { kilobytes: 10, counts: [10, 1000] },
] as const;

for (const { kilobytes, counts } of SIZES) {
  const text = makeSeed(kilobytes * 1024);
  const editors = await Promise.all(counts.map((count) => openEditor(text, count, { model })));
  describe(`annotating a passage and taking it back, in ${kilobytes} KB`, () => {
    for (const [index, editor] of editors.entries())
      bench(
        `${counts[index]} annotations`,
        async () => {
          await editor.decide();
        },
        { time: 3000, warmupTime: 1000 },
      );
  });
}
