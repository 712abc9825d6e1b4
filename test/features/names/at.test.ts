import { expect, test } from 'vitest';
import { nameAt } from '../../../server/src/features/names/at.ts';
import { openSeed } from '../../support/world.ts';

const TEXT = 'A\n\nMr Zed Quux of Acme Widgets paid $5 to Bob Ghent.\n';
const FILES = {
  'facts/f.yaml': 'entities:\n  - {id: zed, type: person, name: Zed Quux}\n  - {id: bob, type: person, name: Robert}\n',
  'seeds/a.txt.annotations.yaml': `annotations:
  - {id: b, type: person, quote: Bob Ghent, entity: bob, before: "to ", after: .}
  - {id: g, type: place, quote: Ghent, before: "Bob ", after: .}
  - {id: w, type: organization, quote: Acme Widgets, before: "of ", after: " paid"}
  - {id: p, type: event, quote: paid, status: rejected, before: "Widgets ", after: " $5"}
`,
};

test.each<[string, string, string | undefined]>([
  ['an entry of the facts', 'Quux', '#zed'],
  ['what people say it is', 'Bob', '#bob'],
  ['the innermost annotation', 'hent', 'place\nGhent'],
  ['an annotation that is linked to nothing', 'Widgets', 'organization\nAcme Widgets'],
  ['what was rejected', 'aid', undefined],
  ['an amount', '5', undefined],
  ['mere words', 'f Acme', undefined],
])('%s', async (_, words, key) => {
  const { snapshot } = await openSeed(TEXT, FILES);
  expect(nameAt(snapshot, { line: 2, character: TEXT.split('\n')[2]?.indexOf(words) ?? 0 })).toBe(key);
});
