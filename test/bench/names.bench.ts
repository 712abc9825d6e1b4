import { createRequire } from 'node:module';
import { bench, describe } from 'vitest';
import { compileMatcher } from '../../server/src/names/matcher.ts';
import { readModel } from '../../server/src/names/model/format.ts';
import { NameRecognizer } from '../../server/src/names/model/recognizer.ts';
import type { DocumentNames } from '../../server/src/workspace/document-names.ts';
import { recognizeText } from '../../server/src/workspace/recognize.ts';
import { SeedDocument } from '../../server/src/workspace/seed-document.ts';
import { projectModelBytes } from '../names/model/support.ts';
import { openSeed } from '../support/world.ts';
import { makeSeed } from './seed.ts';

const bytes = projectModelBytes();
const model = readModel(bytes);
const PLAIN = { matcher: compileMatcher([]), never: new Set<string>() };
const { snapshot: empty } = await openSeed('');

bench('reading the model', () => {
  readModel(bytes);
});

// compromise is compared where somebody put it: the package is for one comparison only.
describe('names in 100 KB', () => {
  const text = makeSeed(100 * 1024);
  const paragraphs = text.split('\n').filter((line) => line !== '');
  const few = { time: 0, iterations: 3, warmupTime: 0, warmupIterations: 1 };
  bench('Seedmark, all that is shown: facts, rules, lists, times', () => {
    const recognizer = new NameRecognizer(model);
    recognizeText(text, PLAIN, { seed: false, recognizer });
  });
  const compromise = optional('compromise');
  if (compromise === undefined) bench.skip('compromise is not installed: npm install --no-save compromise', () => {});
  else
    bench(
      'compromise: people, organizations, places',
      () => {
        for (const paragraph of paragraphs) {
          const read = compromise(paragraph);
          read.people().json({ offset: true });
          read.organizations().json({ offset: true });
          read.places().json({ offset: true });
        }
      },
      few,
    );
});

describe('one key: what the model reads again', () => {
  for (const kilobytes of [4, 400, 4096]) {
    const { knowledge, corpus, today } = empty;
    const document = new SeedDocument(
      'file:///a.seed',
      '',
      makeSeed(kilobytes * 1024),
      1,
      knowledge,
      corpus,
      () => today,
    );
    document.setRecognizer(new NameRecognizer(model));
    const names = document.names as DocumentNames;
    const read = () => {
      for (const block of names.waiting(document.sections, 'first')) names.read(block);
      document.settleNames();
      for (const block of names.waiting(document.sections, 'second')) names.find(block);
      document.applyNames();
    };
    read();
    let version = 1;
    bench(`${kilobytes} KB`, () => {
      const line = 3 + ((version * 7919) % (document.text.count - 6));
      const at = { line, character: Math.min(10, document.text.line(line).length - 1) };
      document.change([{ range: { start: at, end: at }, text: 'x' }], ++version);
      read();
    });
  }
});

interface Read {
  json(options: object): unknown;
}

/** A package that is no dependency of ours. */
function optional(
  name: string,
): ((text: string) => Record<'people' | 'organizations' | 'places', () => Read>) | undefined {
  try {
    const found = createRequire(import.meta.url)(name);
    return found.default ?? found;
  } catch {
    return undefined;
  }
}
