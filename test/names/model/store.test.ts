import { expect, test } from 'vitest';
import { SentenceStore, type Stored } from '../../../server/src/names/model/store.ts';
import { randomFrom } from '../../../server/train/names/random.ts';

test('what is found by its text stands where it was put, whatever came since', () => {
  const random = randomFrom(4);
  const store = new SentenceStore<Stored>(50);
  let found = 0;
  for (let round = 0; round < 20_000; round++) {
    const text = `sentence ${Math.floor(random() * 30)}`;
    const known = store.get(text);
    const length = Number(text.split(' ')[1]) % 13;
    if (known === undefined) {
      const base = store.take(length);
      // Each word says whose it is.
      for (let i = base; i < base + length; i++) store.labels[i] = Number(text.split(' ')[1]);
      store.add({ text, base, count: length });
      continue;
    }
    found++;
    expect(known.count).toBe(length);
    const words = store.labels.subarray(known.base, known.base + length);
    expect([...words].every((label) => label === Number(text.split(' ')[1]))).toBe(true);
  }
  expect(found).toBeGreaterThan(1000);
});

test('a sentence longer than all that is kept makes room', () => {
  const store = new SentenceStore<Stored>(8);
  store.add({ text: 'short', base: store.take(4), count: 4 });
  const base = store.take(100);
  expect(store.labels.length).toBeGreaterThanOrEqual(base + 100);
  expect(store.get('short')).toBeUndefined();
});
