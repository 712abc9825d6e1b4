import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classOf } from '../../server/src/text/characters.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { cutsPair, hardText, longRunOf } from '../support/unicode.ts';

/** Tokens between bars, as the expectation writes them; blanks between tokens do not show. */
function check(expected: string, text: string): void {
  expect(
    tokenize(text)
      .map(({ start, end }) => text.slice(start, end))
      .join(' '),
  ).toBe(expected);
}

test.each([
  // expected, text
  ['He left .', 'He left.'],
  ['China ’s US ’s', 'China’s US’s'],
  ["O'Neill O’Neill ’s don't rock'n'roll", "O'Neill O’Neill’s don't rock'n'roll"],
  ['companies ’ data', 'companies’ data'],
  ["Jean-Pierre 's AT&T R&D well-known", "Jean-Pierre's AT&T R&D well-known"],
  ['the U.S. ’s U.N. , e.g. Ph.D. p.m.', 'the U.S.’s U.N., e.g. Ph.D. p.m.'],
  ['Mr. Smith , J. K. Rowling vs. Acme Inc.', 'Mr. Smith, J. K. Rowling vs. Acme Inc.'],
  ['He sat . No. 5 . He said no .', 'He sat. No. 5. He said no.'],
  ['US$ 2.8 billion £ 56 m HK$ 5 A$ 7.5 bn', 'US$2.8billion £56m HK$5 A$7.5bn'],
  ['10 pm 5 km 1,234.5 2021-07-05 10:41 05/07/2021', '10pm 5km 1,234.5 2021-07-05 10:41 05/07/2021'],
  ['11 th 1990 s 3 , 4', '11th 1990s 3, 4'],
  ['F-16 COVID-19 G7', 'F-16 COVID-19 G7'],
  ['LinkedIn : 人大重阳 RDCY 5 月', 'LinkedIn: 人大重阳RDCY 5月'],
  ['see https://example.org/a_(b)?c=d#e , ok', 'see https://example.org/a_(b)?c=d#e, ok'],
  ['( www.example.org/x ) .', '(www.example.org/x).'],
  ['mail jane.doe+x@mail.example.org . Or @jane_doe !', 'mail jane.doe+x@mail.example.org. Or @jane_doe!'],
  ['“ Wait ... ” — yes – no -- 1 – 2', '“Wait...” — yes–no -- 1–2'],
  ['‘ back doors ’ and ‘ experts ’', '‘back doors’ and ‘experts’'],
  ['👍🏽 C + + 50 % 38 ° C', '👍🏽 C++ 50% 38°C'],
  ['café cafe\u0301 naïve Ελλάδα Путин', 'café cafe\u0301 naïve Ελλάδα Путин'],
])('%s', check);

test('tokens say what they are', () => {
  const text = 'Ada paid €5 — see www.x.org, a@b.org or @ada.';
  expect(tokenize(text).map(({ kind }) => kind)).toEqual([
    ...[
      'word',
      'word',
      'symbol',
      'number',
      'punctuation',
      'word',
      'url',
      'punctuation',
      'email',
      'word',
      'handle',
      'punctuation',
    ],
  ]);
});

test('every code unit that is no blank lies in exactly one token, and no surrogate pair is cut', () => {
  fc.assert(
    fc.property(hardText, (text) => {
      let at = 0;
      for (const { start, end } of tokenize(text)) {
        if (end <= start || text.slice(at, start).trim() !== '') return false;
        if (cutsPair(text, start) || cutsPair(text, end)) return false;
        at = end;
      }
      return text.slice(at).trim() === '';
    }),
    { numRuns: 2000 },
  );
});

test.each([
  'a',
  '.',
  '-',
  "'",
  '1,',
  '1-',
  'a@',
  'a.b',
  'a.b@',
  '@',
  '$',
  'http://a',
  '(http://a)',
  'www.',
  '人',
  '👍',
  '\u0301',
  '\ud83d',
  'Mr. ',
  'a-',
])('a long run of %j', (piece) => {
  const text = longRunOf(piece);
  const tokens = tokenize(text);
  expect(tokens.at(-1)?.end ?? 0).toBe(text.trimEnd().length);
});

test('every code point has a class', () => {
  for (const code of [0, 0x41, 0x7f, 0xd800, 0xdfff, 0xffff, 0x10000, 0x10ffff])
    expect(classOf(code)).toBeGreaterThan(0);
});
