import { describe, expect, test } from 'vitest';
import { Decoder } from '../../../server/src/names/model/decode.ts';
import { KINDS, LABELS, labelOf, OUTSIDE } from '../../../server/src/names/model/labels.ts';
import { type Sample, type Settings, train, type Weights } from '../../../server/train/names/crf.ts';
import { LabelSets } from '../../../server/train/names/lattice.ts';

const settings: Settings = { epochs: 30, rate: 0.2, lasso: 0.01, drop: 0, seed: 3 };
const sets = new LabelSets();

/** A sentence with one feature a word. */
function sample(features: readonly number[], allowed: readonly (readonly number[])[]): Sample {
  return {
    count: features.length,
    offsets: Int32Array.from([...features, 0], (_, i) => i),
    features: Int32Array.from(features),
    more: undefined,
    allowed: Int32Array.from(allowed, (labels) => sets.of(labels)),
    weight: 1,
  };
}

function labelsOf(weights: Weights, features: readonly number[]): number[] {
  const emissions = Float32Array.from({ length: features.length * LABELS }, (_, at) => {
    const feature = features[Math.floor(at / LABELS)] as number;
    return weights.features[feature * LABELS + (at % LABELS)] as number;
  });
  const labels = new Uint8Array(features.length);
  new Decoder(weights.transitions).best(emissions, 0, features.length, labels);
  return [...labels];
}

const PERSON = KINDS.indexOf('person');
const GROUP = KINDS.indexOf('group');
const [BEGIN, END, SINGLE] = [1, 3, 4].map((part) => labelOf(PERSON, part)) as [number, number, number];

describe('training', () => {
  test('learns labels and what follows what', () => {
    // Feature 1 is the beginning of a name before feature 2, and no name before feature 0.
    const samples = [
      sample([0, 1, 2], [[OUTSIDE], [BEGIN], [END]]),
      sample([1, 0, 3], [[OUTSIDE], [OUTSIDE], [SINGLE]]),
    ];
    const weights = train(samples, 4, sets.rows, settings);
    expect(labelsOf(weights, [0, 1, 2])).toEqual([OUTSIDE, BEGIN, END]);
    expect(labelsOf(weights, [1, 0, 3])).toEqual([OUTSIDE, OUTSIDE, SINGLE]);
  });

  test('is the same for the same seed, and another for another', () => {
    const samples = Array.from({ length: 5 }, (_, i) => sample([i % 3, 1], [[OUTSIDE], [i % 2 ? SINGLE : OUTSIDE]]));
    const once = train(samples, 4, sets.rows, settings);
    expect(train(samples, 4, sets.rows, settings)).toEqual(once);
    expect(train(samples, 4, sets.rows, { ...settings, seed: 4 })).not.toEqual(once);
  });

  test('what a corpus does not mark is no counterexample', () => {
    const group = labelOf(GROUP, 4);
    const marked = sample([1], [[group]]);
    const bare = Array.from({ length: 9 }, () => sample([1], [[OUTSIDE, group]]));
    const strict = Array.from({ length: 9 }, () => sample([1], [[OUTSIDE]]));
    expect(labelsOf(train([marked, ...bare], 2, sets.rows, settings), [1])).toEqual([group]);
    expect(labelsOf(train([marked, ...strict], 2, sets.rows, settings), [1])).toEqual([OUTSIDE]);
  });

  test('weights that hardly help go to nothing', () => {
    const samples = Array.from({ length: 20 }, (_, i) => sample([0, 1 + (i % 3)], [[OUTSIDE], [SINGLE]]));
    const kept = (lasso: number) =>
      train(samples, 4, sets.rows, { ...settings, lasso }).features.filter((weight) => weight !== 0).length;
    expect(kept(5)).toBeLessThan(kept(0));
  });
});
