import { describe, expect, test } from 'vitest';
import { Decoder, eachMention } from '../../../server/src/names/model/decode.ts';
import { LABELS, labelOf, mayBegin, mayEnd, mayFollow } from '../../../server/src/names/model/labels.ts';
import { randomFrom } from '../../../server/train/names/random.ts';

const random = randomFrom(5);

function tables(count: number) {
  const emissions = Float32Array.from({ length: count * LABELS }, () => random() * 4 - 2);
  const transitions = Float32Array.from({ length: LABELS * LABELS }, (_, at) =>
    mayFollow(Math.floor(at / LABELS), at % LABELS) ? random() * 4 - 2 : -1e30,
  );
  return { emissions, transitions };
}

/** All paths that are possible, with their scores. */
function* paths(count: number, emissions: Float32Array, transitions: Float32Array): Generator<[number[], number]> {
  const stack: [number[], number][] = [];
  for (let label = 0; label < LABELS; label++) if (mayBegin(label)) stack.push([[label], emissions[label] as number]);
  while (stack.length > 0) {
    const [path, score] = stack.pop() as [number[], number];
    const last = path[path.length - 1] as number;
    if (path.length === count) {
      if (mayEnd(last)) yield [path, score];
      continue;
    }
    for (let label = 0; label < LABELS; label++) {
      if (!mayFollow(last, label)) continue;
      const more = (transitions[last * LABELS + label] as number) + (emissions[path.length * LABELS + label] as number);
      stack.push([[...path, label], score + more]);
    }
  }
}

describe('the decoder', () => {
  test.each([1, 2, 3, 4])('finds the best of all paths of %i words', (count) => {
    for (let round = 0; round < 5; round++) {
      const { emissions, transitions } = tables(count);
      let best: number[] = [];
      let most = Number.NEGATIVE_INFINITY;
      for (const [path, score] of paths(count, emissions, transitions)) {
        if (score <= most) continue;
        most = score;
        best = path;
      }
      const labels = new Uint8Array(count);
      new Decoder(transitions).best(emissions, 0, count, labels);
      expect([...labels]).toEqual(best);
    }
  });

  test.each([1, 2, 3])('gives a mention the share of the paths of %i words that have it', (count) => {
    const { emissions, transitions } = tables(count);
    const decoder = new Decoder(transitions);
    decoder.weigh(emissions, 0, count);
    const shares = new Map<string, number>();
    let all = 0;
    for (const [path, score] of paths(count, emissions, transitions)) {
      const weight = Math.exp(score);
      all += weight;
      eachMention(Uint8Array.from(path), 0, count, (kind, from, to) => {
        const name = `${kind} ${from} ${to}`;
        shares.set(name, (shares.get(name) ?? 0) + weight);
      });
    }
    expect(shares.size).toBeGreaterThan(7);
    for (const [name, share] of shares) {
      const [kind, from, to] = name.split(' ').map(Number) as [number, number, number];
      expect(decoder.probability(kind, from, to), name).toBeCloseTo(share / all, 6);
    }
  });

  test('reads any part of a block, and what lies before it does not count', () => {
    const { emissions, transitions } = tables(6);
    const whole = new Uint8Array(6);
    const alone = new Uint8Array(3);
    const decoder = new Decoder(transitions);
    decoder.best(emissions, 3, 6, whole);
    decoder.best(emissions.slice(3 * LABELS), 0, 3, alone);
    expect([...whole.subarray(3)]).toEqual([...alone]);
    expect([...whole.subarray(0, 3)]).toEqual([0, 0, 0]);
  });

  test('mentions are what labels begin and end', () => {
    const found: string[] = [];
    const labels = Uint8Array.from([labelOf(0, 1), labelOf(0, 3), 0, labelOf(2, 4), labelOf(1, 4)]);
    eachMention(labels, 0, 5, (kind, from, to) => found.push(`${kind}:${from}-${to}`));
    expect(found).toEqual(['0:0-2', '2:3-4', '1:4-5']);
  });
});
