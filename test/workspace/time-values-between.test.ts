import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolvedInOrder, valuesBetween, valuesIn } from '../../server/src/workspace/time-values.ts';
import { openSeed } from '../support/world.ts';

const sentence = fc.constantFrom(
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
  'Last Monday it fell.',
  'The same day it rose.',
  'A week later it rained.',
  'The following week he left.',
  'The previous month was dry.',
  'Two hours later he ate.',
  'Next June it opens.',
  'Last Christmas it snowed.',
  'In 44 BC he died.',
  'In the 1990s it rose.',
  'In the summer it was hot.',
  'Come last week on Tuesday or Thursday.',
  'At noon he ate.',
);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '));

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
    {
      numRuns: 300,
      examples: [
        // A look ahead in a history, which is one only where something came before.
        [
          [
            'It began in 1940.',
            'It began in 1940.',
            'Next June it opens.',
            'In the summer it was hot. It began in 1940.',
            'It began in 1940.',
          ],
          'Published: 2021-07-05\n\n',
          0,
          5,
        ],
        // Days that a day of publication would give are none where only its month is known.
        [['It began in 1940.', 'On Monday they met.', 'The previous month was dry.'], 'Published: 2021-07\n\n', 3, 1],
        // What is said behind a year may still hang on a day before it.
        [
          [
            'On 5 June 1941 they came.',
            'On Monday they met. It began in 1940. A week later it rained.',
            'At noon he ate.',
          ],
          '',
          2,
          1,
        ],
      ],
    },
  );
});
