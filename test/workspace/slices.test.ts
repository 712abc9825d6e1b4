import { expect, test } from 'vitest';
import { Slices } from '../../server/src/workspace/slices.ts';
import { NEVER_CANCELLED, world } from '../support/world.ts';

/** Slices of one item each. */
function slices(): Slices {
  let now = 0;
  return new Slices({ ...world().clock, now: () => (now += 100) });
}

const items = (count: number) => Array.from({ length: count }, (_, i) => i);

test('of two works that somebody waits for the shorter one is done first', async () => {
  const of = slices();
  const done: string[] = [];
  await Promise.all([
    of.run(items(20), NEVER_CANCELLED, () => undefined).then(() => done.push('long')),
    of.run(items(5), NEVER_CANCELLED, () => undefined).then(() => done.push('short')),
  ]);
  expect(done).toEqual(['short', 'long']);
});

test('what nobody waits for comes last, however short it is', async () => {
  const of = slices();
  const done: string[] = [];
  const inBackground = async () => {
    for (let batch = 0; batch < 10; batch++) await of.run(items(3), NEVER_CANCELLED, () => undefined, 5);
    done.push('background');
  };
  await Promise.all([
    inBackground(),
    of.run(items(25), NEVER_CANCELLED, () => undefined).then(() => done.push('answer')),
  ]);
  expect(done).toEqual(['answer', 'background']);
});
