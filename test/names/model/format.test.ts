import { describe, expect, test } from 'vitest';
import { byteOf, readModel, STEPS, valuesOf } from '../../../server/src/names/model/format.ts';
import { KINDS, LABELS, mayFollow } from '../../../server/src/names/model/labels.ts';
import { packModel, type Unpacked } from '../../../server/train/names/pack.ts';
import { randomFrom } from '../../../server/train/names/random.ts';

function example(count = 200): Unpacked {
  const random = randomFrom(9);
  const keys = Int32Array.from(new Set(Array.from({ length: count }, () => Math.floor(random() * 2 ** 28)))).sort();
  return {
    keys,
    weights: Float32Array.from({ length: keys.length * LABELS }, () => (random() < 0.7 ? 0 : (random() - 0.5) * 6)),
    transitions: Float32Array.from({ length: LABELS * LABELS }, () => random() - 0.5),
    calibration: Float32Array.from({ length: KINDS.length * (STEPS + 1) }, () => random()),
    phrases: new Map(Array.from({ length: 50 }, (_, i) => [i * 977, 1 + (i % 3)])),
    words: new Map(Array.from({ length: 40 }, (_, i) => [i * 1013, (i + 1) | (3 << 8)])),
  };
}

describe('the model file', () => {
  test('gives back what was packed', () => {
    const given = example();
    const model = readModel(packModel(given));
    const most = given.weights.reduce((sum, weight) => Math.max(sum, Math.abs(weight)), 0);
    given.keys.forEach((key, i) => {
      const row = model.rows.get(key, -1);
      const weights = new Float32Array(LABELS);
      if (row >= 0)
        for (let at = model.offsets[row] as number; at < (model.offsets[row + 1] as number); at++)
          weights[model.weights[2 * at] as number] = model.values[model.weights[2 * at + 1] as number] as number;
      for (let label = 0; label < LABELS; label++) {
        const weight = given.weights[i * LABELS + label] as number;
        const slack = 0.5 * (2 * Math.sqrt(Math.abs(weight) * most) + most / 127) * (1 / 127) + 1e-4;
        expect(Math.abs((weights[label] as number) - weight)).toBeLessThan(slack + most / 127 ** 2);
      }
    });
    for (let before = 0; before < LABELS; before++)
      for (let label = 0; label < LABELS; label++)
        if (mayFollow(before, label))
          expect(model.transitions[before * LABELS + label]).toBe(given.transitions[before * LABELS + label]);
        else expect(model.transitions[before * LABELS + label]).toBeLessThan(-1e20);
    for (const [key, lists] of given.phrases) expect(model.lexicon.phrases.get(key, 0)).toBe(lists);
    for (const [key, entry] of given.words) expect(model.lexicon.words.get(key, 0)).toBe(entry);
    expect(model.lexicon.phrases.get(5, 0)).toBe(0);
    given.calibration.forEach((point, i) => {
      expect(model.calibration[i]).toBeCloseTo(point, 2);
    });
  });

  test('the same model gives the same bytes', () => {
    expect(packModel(example())).toEqual(packModel(example()));
  });

  test('may stand anywhere in a larger array', () => {
    const bytes = packModel(example());
    const larger = new Uint8Array(bytes.length + 30);
    larger.set(bytes, 7);
    expect(readModel(larger.subarray(7, 7 + bytes.length)).offsets).toEqual(readModel(bytes).offsets);
  });

  test('weights keep their sign and about their size, small ones too', () => {
    const values = valuesOf(8);
    for (const weight of [-8, -1.3, -0.01, 0, 0.004, 0.5, 7.9]) {
      const back = values[byteOf(weight, 8)] as number;
      expect(Math.sign(back)).toBe(Math.sign(weight));
      expect(Math.abs(back - weight)).toBeLessThanOrEqual(Math.sqrt(Math.abs(weight) * 8) / 100 + 8 / 127 ** 2);
    }
  });

  test('bytes that are damaged, cut off or something else are refused', () => {
    const bytes = packModel(example());
    for (let at = 0; at < bytes.length; at += 37) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] as number) ^ 0x40;
      expect(() => readModel(damaged), `byte ${at}`).toThrow(/model of names/);
    }
    for (const length of [0, 1, 11, 12, 100, bytes.length - 1])
      expect(() => readModel(bytes.subarray(0, length)), `length ${length}`).toThrow(/model of names/);
    expect(() => readModel(new TextEncoder().encode('<!doctype html><p>Not found'))).toThrow(/no model of names/);
  });
});
