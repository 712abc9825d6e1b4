import { expect, test } from 'vitest';
import { NEVER_CANCELLED, openSeed, ROOT } from '../support/world.ts';

const SEED = 'seeds/a.txt';
const TEXT = 'Didi was put under review.\n\nThe fine for Didi came on Monday in China.\n\nDidi said no.\n';

function facts(...names: readonly string[]): string {
  const entries = names.map((name) => `  - id: ${name.toLowerCase()}\n    type: organization\n    name: ${name}\n`);
  return `entities:\n${entries.join('')}`;
}

function sidecar(...rejected: readonly string[]): string {
  const entries = rejected.map(
    (quote, index) =>
      `  - id: a${index}\n    type: organization\n    quote: ${quote}\n    status: rejected\n    everywhere: true\n`,
  );
  return `annotations:${entries.length === 0 ? ' []\n' : `\n${entries.join('')}`}`;
}

test.each([
  ['a name', ['Didi']],
  ['so many that nobody looks for each', ['Didi', ...Array.from({ length: 200 }, (_, index) => `Nobody ${index}`)]],
  ['none again', []],
])('after edits and other facts a rejection reads as in a workspace built anew: %s', async (_, rejected) => {
  const files = { 'facts/f.yaml': facts('China'), [`${SEED}.annotations.yaml`]: sidecar('China') };
  const { workspace, uri, world } = await openSeed(TEXT, files);
  const typed = { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } }, text: 'Didi, the' };
  workspace.change(uri, [typed], 2);
  const after = { 'facts/f.yaml': facts('Didi', 'China'), [`${SEED}.annotations.yaml`]: sidecar(...rejected) };
  for (const [name, text] of Object.entries(after)) {
    world.disk.set(ROOT + name, text);
    workspace.filesChanged([ROOT + name]);
    await workspace.settled();
  }
  const opened = workspace.seed(uri);
  const now = opened && (await workspace.analyze(opened, NEVER_CANCELLED));
  const fresh = (await openSeed(now?.lines.toString() ?? '', after)).snapshot;
  const mentions = (snapshot: typeof fresh | undefined) =>
    [...(snapshot?.sections ?? [])].map(({ analysis }) => analysis.mentions);
  expect(mentions(now)).toEqual(mentions(fresh));
  expect(mentions(now).flat().length).toBe(rejected.length === 0 ? 5 : 1);
});
