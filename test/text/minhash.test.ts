import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signatureOf, similarity } from '../../server/src/text/minhash.ts';

const word = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'abcdefghij') });
const words = fc.array(word, { minLength: 60, maxLength: 300 });

test('case, signs, blanks and line ends do not count', () => {
  const text = `${'The harbour of Elsmere was closed, and nobody knew why. '.repeat(6)}It opened again on 5 May at noon.`;
  const other = text.toUpperCase().replaceAll(' ', '\n').replaceAll(',', ' –').replaceAll('.', '!');
  expect(signatureOf(text)).toHaveLength(64);
  expect(signatureOf(other)).toEqual(signatureOf(text));
});

test('what is short has none, and is like nothing', () => {
  const short = signatureOf('Only a few words stand here.');
  expect(short).toHaveLength(0);
  expect(similarity(short, short)).toBe(0);
});

/** The share that two texts have in common of all runs of four words. */
function jaccard(a: readonly string[], b: readonly string[]): number {
  const runs = (all: readonly string[]) => new Set(all.slice(3).map((_, i) => all.slice(i, i + 4).join(' ')));
  const [x, y] = [runs(a), runs(b)];
  const both = [...x].filter((run) => y.has(run)).length;
  return both / (x.size + y.size - both);
}

test('it tells nearly what is shared', () => {
  let sum = 0;
  let count = 0;
  fc.assert(
    fc.property(words, words, fc.integer({ min: 0, max: 100 }), (a, b, share) => {
      const cut = Math.floor((a.length * share) / 100);
      const other = [...a.slice(0, cut), ...b];
      const truth = jaccard(a, other);
      const told = similarity(signatureOf(a.join(' ')), signatureOf(other.join(' ')));
      // Four standard deviations of 64 throws.
      expect(Math.abs(told - truth)).toBeLessThan(0.3);
      sum += told - truth;
      count++;
    }),
    { numRuns: 300 },
  );
  expect(Math.abs(sum / count)).toBeLessThan(0.03);
});

test('never throws, whatever the text is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      expect([0, 64]).toContain(signatureOf(text).length);
    }),
  );
});
