import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findStatements } from '../../../server/src/names/statements/find.ts';
import { quotedSpan } from '../../../server/src/names/statements/types.ts';
import type { Mention } from '../../../server/src/names/types.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';
import { anyText, hardText } from '../../support/unicode.ts';
import { check, readingOf, statementsOf } from './check.ts';

describe('a paragraph', () => {
  test('what is said of several names stands in the order of the text', () =>
    check(
      '[Kanzhun]o, the owner of [Boss Zhipin]r, met [Foreign Ministry]o spokesman [Wang]p in the city of [Rome]l.\n[IPO]o (initial public offering).',
      'description Kanzhun: the owner of Boss Zhipin',
      'role Wang: spokesman | Foreign Ministry',
      'class Rome: city',
      'abbreviation initial public offering: IPO',
    ));

  test('nothing goes over the end of a sentence', () =>
    check('He wrote to the company. [Didi]o said so to the [U.S.]l\n\nPresident [Bush]p', 'role Bush: President'));

  test('a title behind the end of a sentence has no employer', () =>
    check('He left the [U.S.]l However President [Bush]p stayed.', 'role Bush: President'));

  test('a text without names holds abbreviations only', () => {
    check('the owner of a firm, a lawyer, said');
    check('an initial public offering (IPO)', 'abbreviation initial public offering: IPO');
  });
});

describe('a role is quoted with the one for whom it is held', () => {
  test.each([
    ['[Microsoft]o Vice President [Tom Burt]p', 'Microsoft Vice President'],
    ["[Tom Burt]p, [Microsoft]o's vice president for security, said", "Microsoft's vice president for security"],
    ['[Tom Burt]p, chief executive of [Microsoft]o, said', 'chief executive of Microsoft'],
    ['former [Microsoft]o Vice President [Tom Burt]p', 'former Microsoft Vice President'],
    ['[Kanzhun]o, the owner of [Boss Zhipin]r, said', 'the owner of Boss Zhipin'],
  ])('%s', (marked, expected) => {
    const { text, found } = statementsOf(marked);
    expect(found.map((statement) => quotedSpan(statement)).map(({ start, end }) => text.slice(start, end))).toEqual([
      expected,
    ]);
  });
});

const PIECES = [
  '[Kanzhun]o',
  '[Tom Burt]p',
  '[Rome]l',
  '[German]g',
  '[Titanic]w',
  '[$5]m',
  ', ',
  ', the owner of ',
  ' the ',
  ' a ',
  ' of ',
  ' and ',
  "'s ",
  '(',
  ')',
  ' (IPO) ',
  ' President ',
  ' chief executive ',
  ' spokesman ',
  ' former ',
  ' lawyer ',
  ' company ',
  'cities ',
  ' city of ',
  ' formerly ',
  ' also known as ',
  ', known as ',
  ' said ',
  ' who ',
  '. ',
  '.\n\n',
  '\n',
  ' "',
  '”',
  '-',
  ' initial public offering ',
  ' IPO ',
  'U.S. ',
];

/** What is wrong with what is found in a text; undefined for nothing. */
function faultIn(text: string, mentions: readonly Mention[]): string | undefined {
  const tokens = tokenize(text);
  const found = findStatements({ text, tokens, mentions });
  let before = 0;
  for (const { kind, subject, value, employer, start, end } of found) {
    const spans = employer === undefined ? [subject, value] : [subject, value, employer];
    if (start < before || end > text.length) return `${kind} out of order or of the text`;
    before = start;
    for (const span of spans) {
      if (span.start >= span.end || span.start < start || span.end > end) return `${kind} with a span outside`;
      if (!tokens.some((token) => token.start === span.start) || !tokens.some((token) => token.end === span.end))
        return `${kind} cuts a word`;
    }
    const isMention = (span: { start: number; end: number }) =>
      mentions.some((mention) => mention.start === span.start && mention.end === span.end);
    if (kind !== 'abbreviation' && !isMention(subject)) return `${kind} of what is no mention`;
    if (employer !== undefined && !isMention(employer)) return `${kind} for what is no mention`;
    if (value.start < subject.end && subject.start < value.end) return `${kind} says a name of itself`;
  }
  return undefined;
}

describe('any text', () => {
  test('of names and the words round them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), (pieces) => {
        const { text, mentions } = readingOf(pieces.join(''));
        expect(faultIn(text, mentions)).toBeUndefined();
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['any', anyText],
    ['hard', hardText],
  ])('of %s signs, with mentions anywhere', (_name, texts) => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.nat(40), { maxLength: 8 }),
        fc.array(fc.constantFrom('person', 'place', 'organization', 'x'), { minLength: 1 }),
        (text, cuts, types) => {
          const mentions: Mention[] = [];
          let at = 0;
          for (const [index, cut] of cuts.entries()) {
            const end = Math.min(text.length, at + cut);
            if (index % 2 === 1 && end > at)
              mentions.push({ start: at, end, type: types[index % types.length] ?? 'x', evidence: 'model', score: 1 });
            at = end;
          }
          expect(faultIn(text, mentions)).toBeUndefined();
        },
      ),
      { numRuns: 2000 },
    );
  });
});
