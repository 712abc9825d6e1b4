import { expect, test, vi } from 'vitest';
import { compileMatcher } from '../../server/src/names/matcher.ts';
import { NameRecognizer } from '../../server/src/names/model/recognizer.ts';
import type { DocumentNames } from '../../server/src/workspace/document-names.ts';
import { recognizeText } from '../../server/src/workspace/recognize.ts';
import { SeedDocument } from '../../server/src/workspace/seed-document.ts';
import { projectModel } from '../names/model/support.ts';
import { openSeed, ROOT, TODAY } from '../support/world.ts';

const recognizer = new NameRecognizer(projectModel());
const KNOWLEDGE = { matcher: compileMatcher([]), never: new Set<string>() };

/** Sentences of different lengths, so that blocks end at different places. */
function prose(count: number): string {
  const sentences = Array.from(
    { length: count },
    (_, i) => `In year ${i} Tamsin Orleigh of Corvane Systems was ${'very '.repeat(i % 7)}glad to be in Graz. `,
  );
  return sentences.join('');
}

async function opened(text: string): Promise<{ document: SeedDocument; names: DocumentNames }> {
  const { knowledge, corpus } = (await openSeed('x')).snapshot;
  const document = new SeedDocument(`${ROOT}a.seed`, '', text, 1, knowledge, corpus, () => TODAY);
  document.setRecognizer(recognizer);
  const { names } = document;
  if (names === undefined) throw new Error('no names');
  readAll(document, names);
  return { document, names };
}

function readAll(document: SeedDocument, names: DocumentNames): void {
  for (const block of names.leaving(document.sections)) names.readAgain(block);
  for (const block of names.waiting(document.sections, 'first')) names.read(block);
  document.settleNames();
  for (const block of names.waiting(document.sections, 'second')) names.find(block);
  document.applyNames();
}

function namesOf(document: SeedDocument): string[] {
  return [...document.sections].flatMap(({ segment, analysis }) =>
    analysis.mentions.map(({ start, end, type, score }) => `${segment.text.slice(start, end)} ${type} ${score}`),
  );
}

function fromScratch(text: string): string[] {
  return recognizeText(text, KNOWLEDGE, { seed: true, recognizer }).entities.map(
    ({ start, end, type, score }) => `${text.slice(start, end)} ${type} ${score}`,
  );
}

test('of an edited paragraph of many blocks only those are read again whose words are others', async () => {
  const { document, names } = await opened(prose(1500));
  const before = [...document.sections].flatMap(({ segment }) => segment.blocks);
  expect(before.length).toBeGreaterThan(40);
  const start = { line: 0, character: 0 };
  document.change([{ range: { start, end: start }, text: 'Orleigh left. ' }], 2);
  expect(names.waiting(document.sections, 'first').length).toBeLessThan(20);
  readAll(document, names);
  expect(namesOf(document)).toEqual(fromScratch(document.text.toString()));
});

test('what left a document is not read again at once, however much it is, and then taken out of the evidence', async () => {
  const { document, names } = await opened(`${prose(20)}\n\n`.repeat(10));
  const read = vi.spyOn(recognizer, 'read');
  document.change([{ text: 'Orleigh was bought by Graz.' }], 2);
  document.settleNames();
  expect(read).not.toHaveBeenCalled();
  read.mockRestore();
  expect(names.isFew(document.sections, 5000)).toBe(false);
  readAll(document, names);
  expect(names.isFew(document.sections, 0)).toBe(true);
  expect(namesOf(document)).toEqual(fromScratch(document.text.toString()));
});

test('a passage that comes back before what it said was taken out is heard again', async () => {
  const text = `${prose(5)}\n\nOrleigh met Corvane.\n\nIn Graz they met.\n\n`;
  const { document, names } = await opened(text);
  const range = { start: { line: 2, character: 0 }, end: { line: 4, character: 0 } };
  document.change([{ range, text: 'GRAZ AND CORVANE LEFT ORLEIGH\n\n' }], 2);
  // A look that read what came, and was broken off before what left was read.
  for (const block of names.waiting(document.sections, 'first')) names.read(block);
  document.settleNames();
  document.change([{ text }], 3);
  readAll(document, names);
  expect(namesOf(document)).toEqual(fromScratch(text));
});
