import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolvedInOrder, valuesBetween, valuesIn } from '../../server/src/workspace/time-values.ts';
import { openSeed } from '../support/world.ts';

const paragraph = fc.constantFrom(
  'It began in 1940.',
  'On 5 June 1941 they came.',
  'In June they left.',
  'On Monday they met.',
  'Three days later it rained.',
  'That year it was late.',
  'It rained.',
  'Yesterday it came at noon.',
  'As in 1614, it fell.',
  'A year ago, in the third quarter, it rose.',
  'In 1950, at 10:00, on 3 May, it rang.',
);

test('the values of some paragraphs are those that each has by itself', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(paragraph, { minLength: 1, maxLength: 40 }),
      fc.constantFrom('Published: 2021-07-05\n\n', 'Title: A\n\n', ''),
      fc.nat(40),
      fc.nat(10),
      async (paragraphs, head, from, count) => {
        const { snapshot } = await openSeed(`${head}${paragraphs.join('\n\n')}\n`);
        const first = from % snapshot.sections.length;
        for (const [i, { times }] of valuesBetween(snapshot, first, first + count).entries())
          expect(times).toEqual(valuesIn(snapshot, first + i));
        // What is read from the middle of a document is what reading it from its beginning gives.
        const all = resolvedInOrder([...snapshot.sections], snapshot.published);
        expect(valuesIn(snapshot, first)).toEqual(all[first]);
      },
    ),
    { numRuns: 150 },
  );
});
