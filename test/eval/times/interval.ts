import { type Counts, scoresOf, sum } from './score.ts';

const SAMPLES = 1000;

/**
 * The 95 % interval of the value's F1: documents are drawn again and again, with the same dice in every run. Documents,
 * since the expressions of one document share its date, its subject and so its mistakes.
 */
export function valueInterval(perDocument: readonly Counts[]): readonly [number, number] {
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
  const draw = () => perDocument[Math.floor(next() * perDocument.length)];
  const values = Array.from(
    { length: SAMPLES },
    () => scoresOf(sum(perDocument.flatMap(() => draw() ?? []))).value.f1,
  ).sort((a, b) => a - b);
  return [values[SAMPLES * 0.025] ?? 0, values[SAMPLES * 0.975 - 1] ?? 0];
}
