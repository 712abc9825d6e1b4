import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endsSentence, sentenceEnds } from '../../server/src/text/sentences.ts';
import { hardText, longRunOf } from '../support/unicode.ts';

/** Bars in the text mark where sentences end; the last one is not marked. */
function check(marked: string): void {
  const text = marked.replaceAll('¦', '');
  let from = 0;
  const parts = sentenceEnds(text).map((end) => {
    const part = text.slice(from, end);
    from = end;
    return part;
  });
  expect(parts.join('¦')).toBe(marked);
}

test.each([
  'It rained. ¦He left! ¦Did she? ¦Yes.',
  'Mr. Wang met Dr. J. K. Rowling in St. Petersburg. ¦They spoke.',
  'The U.S. President came to the U.S. ¦The visit was short.',
  'Acme Inc. Chairman Ada Byron left Acme Inc. ¦She was 36.',
  'On Jan. 5 it cost $3.5 million. ¦See No. 7, e.g. Fig. 3 vs. p. 12.',
  'He said no. ¦Then he sat. ¦Nobody came.',
  'She asked: “Why?” ¦“Because,” he said, “I can.” ¦He smiled.',
  '“Stop!” he cried. ¦(It was late.) ¦Then silence.',
  'Well... maybe not. ¦Or… ¦Perhaps. ¦So it ends...',
  'One line\nand the next. ¦A third\r\nline.',
  'A heading\n\n¦The text of it.',
  '他来了。¦“她呢？”¦没有人。',
  'It grew.[12] ¦It shrank. ¦iPhone sales fell.',
  '1. The first point. ¦2. The second.',
  'At 10 p.m. police came. ¦At 11 p.m. ¦They left.',
  '"Mount attacks against departments." ¦The crackdown went on.',
  'Yahoo! is a company. ¦See example.org. ¦Version 1.2.3 is out.',
])('%s', check);

test('a text without sentences is one; an empty one has none', () => {
  expect(sentenceEnds('')).toEqual([]);
  expect(sentenceEnds('  \n ')).toEqual([4]);
  expect(sentenceEnds('no end')).toEqual([6]);
});

describe('a line ends a sentence', () => {
  test.each([
    'It rained.',
    'Did she?  \r\n',
    'He said “no.”',
    '“No!” (he said)!',
    '他来了。',
    'They met in the U.S.',
    'He left Acme Inc.',
    'It was I.',
    'So it ended …',
    'the end.)',
  ])('%j', (line) => expect(endsSentence(line)).toBe(true));
});

describe('a line goes on', () => {
  test.each([
    '',
    '   ',
    'It rained and',
    'spoke to Mr.',
    'a book by J.',
    'a comma,',
    'in Jan.',
    'see No.',
    'as in e.g.',
    'a colon:',
    'quoted “so”',
    ')',
  ])('%j', (line) => expect(endsSentence(line)).toBe(false));
});

test('ends rise to the end of the text, and each piece but blank texts says something', () => {
  fc.assert(
    fc.property(hardText, (text) => {
      const ends = sentenceEnds(text);
      let from = 0;
      for (const end of ends) {
        expect(end).toBeGreaterThan(from);
        if (text.trim() !== '') expect(text.slice(from, end).trim()).not.toBe('');
        from = end;
      }
      expect(from).toBe(text.length);
      endsSentence(text);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  'a',
  '.',
  'a.',
  'a. ',
  'A. ',
  '"',
  '.”',
  ' ',
  '\n',
  '. \n',
  '[1]',
  '.[1]',
  '!?',
  '。',
  'Mr. ',
  '1. ',
  'U.S. ',
])('a long run of %j', (piece) => {
  const text = longRunOf(piece);
  expect(sentenceEnds(text).at(-1)).toBe(text.length);
  endsSentence(text);
});
