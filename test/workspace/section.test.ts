import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesIn } from '../../server/src/workspace/time-values.ts';
import { openSeed } from '../support/world.ts';

/** Times of a text with what each says and what it points to, as they stand in the text. */
async function timesIn(text: string, index: number) {
  const { snapshot } = await openSeed(text);
  const { segment } = snapshot.sections.at(index);
  const words = (span: { start: number; end: number } | undefined) => span && segment.text.slice(span.start, span.end);
  return {
    blocks: segment.blocks.length,
    times: valuesIn(snapshot, index).map((time) => ({
      words: words(time),
      value: time.value,
      anchor: words(time.anchor),
      problem: words(time.problem?.span),
    })),
    problems: snapshot.sections.at(index).timeAnalysis.problems.map(({ span }) => words(span)),
  };
}

const HEAD = 'Published: 2021-07-05\n\n';
const LONG = `${'the water went on and on '.repeat(85)}until the end.`;

test('times of a second block lie, point and complain where they stand in the paragraph', async () => {
  const text = `${HEAD}It rained and ${LONG} They came back two days after the flood of 2 May 2020, not on 31 June 2020.\n`;
  expect(await timesIn(text, 1)).toEqual({
    blocks: 2,
    times: [
      { words: 'two days', value: 'P2D', anchor: 'the flood of 2 May 2020, not on 31 June 2020', problem: undefined },
      { words: '2 May 2020', value: '2020-05-02', anchor: undefined, problem: undefined },
      { words: '31 June 2020', value: undefined, anchor: undefined, problem: '31 June 2020' },
    ],
    problems: ['31 June 2020'],
  });
});

test('the first sentence of a block is not the first one of the block before it', async () => {
  // A time of day is of the day that its own sentence names.
  const text = `${HEAD}On 3 May 2019 it rained and ${LONG} At noon the bell rang.\n`;
  expect(await timesIn(text, 1)).toMatchObject({
    blocks: 2,
    times: [{ value: '2019-05-03' }, { words: 'noon', value: '2021-07-05T12:00' }],
  });
});

test('fields of the metadata are no sentence together', async () => {
  const text = 'Published: 2021-07-05\nTitle: Ships of 3 May 2019\nKey Words: harbour at noon\n\nIt rained.\n';
  expect((await timesIn(text, 0)).times.map(({ words, value }) => [words, value])).toEqual([
    ['2021-07-05', '2021-07-05'],
    ['3 May 2019', '2019-05-03'],
    ['noon', '2021-07-05T12:00'],
  ]);
});

const piece = fc.constantFrom(
  'Source: Skynews Published: 2021-07-05\n',
  'Title: Ships of Wang Wenbin on 3 May 2019\n',
  '---\n',
  'keywords: [Monday, China, noon]\n',
  'Key Words: China; 5 July 2021\n',
  'In May 2021 the US$2.8billion fine of China was paid. ',
  '\n',
  'Didi was put under review on 30 June 2021 in Beijing. ',
);

test('times and names of a section are in order and without overlaps, as those who look among them take for granted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const { snapshot } = await openSeed(pieces.join(''));
      for (const { analysis } of snapshot.sections)
        for (const spans of [analysis.times, analysis.mentions]) {
          const edges = spans.flatMap(({ start, end }) => [start, end]);
          expect(edges).toEqual([...edges].sort((a, b) => a - b));
        }
    }),
    { numRuns: 100 },
  );
});

test('what is annotated is painted as that, and what was rejected not at all', async () => {
  const text = `${HEAD}On Monday and Tuesday they came in May 2021.\n`;
  const one = (id: string, quote: string, status: string) =>
    `  - {id: ${id}, type: date, quote: ${quote}, at: ${text.indexOf(quote)}, status: ${status}}\n`;
  const sidecar = `seedmark: 1\nannotations:\n${one('a1', 'Monday', 'confirmed')}${one('a2', 'Tuesday', 'rejected')}${one('a3', 'in May', 'suggested')}`;
  const { snapshot } = await openSeed(text, { 'seeds/a.txt.annotations.yaml': sidecar });
  const section = snapshot.sections.at(1);
  expect(
    section.painted.map(({ start, end, annotated, suggested }) => [
      section.segment.text.slice(start, end),
      annotated,
      suggested,
    ]),
  ).toEqual([
    ['Monday', true, false],
    ['in May', true, true],
  ]);
});
