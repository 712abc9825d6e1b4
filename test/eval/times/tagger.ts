import { recognizeText } from '../../../server/src/workspace/recognize.ts';
import { openSeed } from '../../support/world.ts';
import type { Expression } from './score.ts';

/** Finds the times of a text that was published on a day. */
export type Tagger = (text: string, published: string | undefined) => Expression[];

/** Seedmark's own, its types written as TIMEX3 does. */
export async function seedmark(): Promise<Tagger> {
  const { snapshot } = await openSeed('');
  const { names } = snapshot.knowledge;
  return (text, published) =>
    recognizeText(text, names, { seed: false, published }).times.map((time) => ({
      ...time,
      type: time.type.toUpperCase(),
    }));
}
