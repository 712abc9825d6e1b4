import { expect, test, vi } from 'vitest';
import { readModel } from '../../server/src/names/model/format.ts';
import { NameRecognizer } from '../../server/src/names/model/recognizer.ts';
import * as recognizing from '../../server/src/names/recognize.ts';
import type { DocumentNames } from '../../server/src/workspace/document-names.ts';
import { KnowledgeBase } from '../../server/src/workspace/knowledge.ts';
import { SeedDocument } from '../../server/src/workspace/seed-document.ts';
import { projectModelBytes } from '../names/model/support.ts';
import { openSeed, ROOT, TODAY } from '../support/world.ts';

vi.mock(import('../../server/src/names/recognize.ts'), async (original) => {
  const actual = await original();
  return { ...actual, recognize: vi.fn(actual.recognize) };
});

const PARAGRAPHS = Array.from(
  { length: 40 },
  (_, i) => `Tamsin Orleigh of Corvane Systems spoke in paragraph ${i}${i === 7 ? ' with Kanzhun' : ''}.\n\n`,
);
const facts = (...names: string[]) =>
  names.map((name, i) => `- {id: e${i}, type: organization, name: "${name}", description: ${name}}\n`).join('');

test('another facts file re-links an open seed: the model reads nothing again, and only paragraphs with the names are looked through', async () => {
  const { snapshot } = await openSeed('');
  const base = new KnowledgeBase();
  base.setFacts(`${ROOT}facts/f.yaml`, facts('Nobody'));
  const uri = `${ROOT}seeds/a.txt`;
  const document = new SeedDocument(uri, '', PARAGRAPHS.join(''), 1, base.for(uri), snapshot.corpus, () => TODAY);
  document.setRecognizer(new NameRecognizer(readModel(projectModelBytes())));
  const names = document.names as DocumentNames;
  const read = () => {
    for (const block of names.waiting(document.sections, 'first')) names.read(block);
    document.settleNames();
    for (const block of names.waiting(document.sections, 'second')) names.find(block);
    document.applyNames();
    return [...document.sections].flatMap(({ analysis }) => analysis.mentions);
  };
  const before = read();
  expect(names.passes).toBeGreaterThanOrEqual(PARAGRAPHS.length);
  const change = (text: string | undefined) => {
    const passes = names.passes;
    const calls = vi.mocked(recognizing.recognize).mock.calls.length;
    base.setFacts(`${ROOT}facts/f.yaml`, text);
    document.setKnowledge(base.for(uri));
    const mentions = read();
    return {
      mentions,
      passes: names.passes - passes,
      blocks: vi.mocked(recognizing.recognize).mock.calls.length - calls,
      linked: mentions.filter(({ entity }) => entity !== undefined).length,
    };
  };
  expect(change(facts('Nobody').replace('description: Nobody', 'description: Somebody'))).toEqual({
    mentions: before,
    ...{ passes: 0, blocks: 0, linked: 0 },
  });
  expect(change(facts('Nobody', 'Kanzhun'))).toMatchObject({ passes: 0, blocks: 1, linked: 1 });
  expect(change(facts('Nobody', 'Corvane Systems'))).toMatchObject({ passes: 0, blocks: 40, linked: 40 });
  expect(change(facts('Nobody'))).toMatchObject({ mentions: before, passes: 0, blocks: 40, linked: 0 });
  expect(change(undefined)).toMatchObject({ mentions: before, passes: 0, blocks: 0 });
});
