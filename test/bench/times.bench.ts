import { createRequire } from 'node:module';
import { bench, describe } from 'vitest';
import { findTimes } from '../../server/src/times/find.ts';
import { makeTimesText } from './times-text.ts';

const PUBLISHED = '2021-07-07';

/** What both get to read, together or a paragraph at a time, as Seedmark reads its texts. */
const news = makeTimesText(8 * 1024);
const paragraphs = news.split('\n\n');

const find = (text: string) => findTimes({ start: 0, text, field: undefined });

// Recognizers-Text is compared where somebody put it: 28 MB for one comparison are too much for everyone's `npm ci`.
describe('times in 8 KB of news, against Recognizers-Text', () => {
  const recognize = recognizer();
  bench('Seedmark, a paragraph at a time', () => {
    for (const paragraph of paragraphs) find(paragraph);
  });
  bench('Seedmark, as one paragraph', () => {
    find(news);
  });
  const options = { time: 0, iterations: 2, warmupTime: 0, warmupIterations: 1 };
  if (recognize === undefined) {
    bench.skip(
      'Recognizers-Text is not installed: npm install --no-save @microsoft/recognizers-text-date-time',
      () => {},
    );
    return;
  }
  bench(
    'Recognizers-Text, a paragraph at a time',
    () => {
      for (const paragraph of paragraphs) recognize(paragraph);
    },
    options,
  );
});

describe.each([50, 400, 4000])('times in %i KB as one paragraph', (size) => {
  const text = makeTimesText(size * 1024);
  const options = size > 1000 ? { time: 0, iterations: 3, warmupTime: 0, warmupIterations: 1 } : {};
  bench(
    'floor: one regular expression for words',
    () => {
      for (const _ of text.matchAll(/\p{L}+/gu));
    },
    options,
  );
  bench(
    'find times',
    () => {
      find(text);
    },
    options,
  );
});

/** The worst that texts can be, see test/times/fuzz.test.ts, where they are shorter. */
describe('times in 1 MB of one piece', () => {
  const options = { time: 0, iterations: 1, warmupTime: 0, warmupIterations: 0 };
  for (const piece of ['1', ' ', '1 ', 'may ', 'two ', 'of ', '10:10 ', 'last ', '19', 'first ']) {
    const text = piece.repeat(Math.ceil((1024 * 1024) / piece.length));
    bench(
      JSON.stringify(piece),
      () => {
        find(text);
      },
      options,
    );
  }
});

function recognizer(): ((text: string) => void) | undefined {
  interface Package {
    readonly DateTimeRecognizer: new (
      culture: string,
    ) => { getDateTimeModel(): { parse(text: string, reference: Date): unknown } };
  }
  try {
    const { DateTimeRecognizer }: Package = createRequire(import.meta.url)('@microsoft/recognizers-text-date-time');
    const model = new DateTimeRecognizer('en-us').getDateTimeModel();
    return (text) => void model.parse(text, new Date(PUBLISHED));
  } catch {
    return undefined;
  }
}
