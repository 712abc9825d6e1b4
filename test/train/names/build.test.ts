import { expect, test } from 'vitest';
import { ALL_FAMILIES } from '../../../server/src/names/model/features.ts';
import { readModel } from '../../../server/src/names/model/format.ts';
import { NameRecognizer } from '../../../server/src/names/model/recognizer.ts';
import { type BuildOptions, buildModel } from '../../../server/train/names/build.ts';
import { fitCalibration } from '../../../server/train/names/calibrate.ts';
import type { Document } from '../../../server/train/names/documents.ts';
import { readWords } from '../../../server/train/names/words.ts';
import { NAMES } from './support.ts';

const PEOPLE = ['Nadia', 'Tariq', 'Ingrid', 'Paulo', 'Wen', 'Kwame', 'Yuki', 'Bruno'];
const TOWNS = ['Arvika', 'Tampa', 'Cusco', 'Malmö', 'Oruro', 'Gdynia', 'Pune', 'Kisumu'];
const documents: Document[] = PEOPLE.flatMap((person, i) =>
  TOWNS.map((town) => {
    const text = `Yesterday ${person} went to ${town} by train. It rained.`;
    const mark = (written: string, type: string) => {
      const start = text.indexOf(written);
      return { start, end: start + written.length, type, raw: type };
    };
    return { id: `${i}${town}`, text, entities: [mark(person, 'PER'), mark(town, 'LOC')] };
  }),
);
const words = readWords(
  documents.map(({ text }) => text),
  2,
  () => {},
);
const options: BuildOptions = {
  seed: 1,
  epochs: 4,
  rate: 0.1,
  lasso: 0.05,
  drop: 0.1,
  least: 1,
  prune: 0.01,
  families: ALL_FAMILIES,
  weights: { silver: 0.5, made: 0 },
  names: NAMES,
  unlabelled: ['Later Tomas went to Leuven by train.\nIt rained.'],
  calibrate: false,
  log: () => {},
};

test('a model is made of texts and finds names that it has not seen; the same bytes twice', () => {
  const corpora = [{ name: 'redocred', documents }];
  const bytes = buildModel(corpora, new Map(), words, options);
  const text = 'Yesterday Oksana went to Liège by train.';
  const [mentions] = new NameRecognizer(readModel(bytes)).document([text]);
  expect(mentions?.map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`)).toEqual([
    'person Oksana',
    'place Liège',
  ]);
  expect(buildModel(corpora, new Map(), words, options)).toEqual(bytes);
  expect(buildModel(corpora, new Map(), words, { ...options, seed: 2 })).not.toEqual(bytes);
});

test('words of unlabelled text: clusters of like neighbours, and whether they are written with a capital', () => {
  const text = ['the cat sat on the mat', 'the dog sat on the mat', 'the hen sat on the rug', 'we saw Oslo'].join('. ');
  const known = readWords([`${text}. `.repeat(20)], 5, () => {});
  const values = [...known.values()];
  expect(known.size).toBeGreaterThan(8);
  expect(values.filter((entry) => ((entry >> 8) & 7) === 4)).toHaveLength(1);
});

test('a curve of scores never falls, and is near to how often such mentions are right', () => {
  const judged = Array.from({ length: 4000 }, (_, i) => {
    const probability = (i % 100) / 100;
    return { kind: 0, probability, right: (i * 7919) % 1000 < probability * 800 };
  });
  const curve = [...fitCalibration(judged).subarray(0, 21)];
  curve.forEach((point, i) => {
    if (i > 0) expect(point).toBeGreaterThanOrEqual(curve[i - 1] as number);
  });
  expect(curve[10]).toBeGreaterThan(0.33);
  expect(curve[10]).toBeLessThan(0.47);
});
