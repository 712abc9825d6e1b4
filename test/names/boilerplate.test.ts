import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boilerplate } from '../../server/src/names/boilerplate.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { marked, unmarked } from '../support/marks.ts';
import { hardText, longRunOf } from '../support/unicode.ts';

const find = (text: string) => boilerplate({ text, tokens: tokenize(text) });

function check(expected: string): void {
  const text = unmarked(expected);
  expect(marked(text, find(text), () => '')).toBe(expected);
}

describe('phrases', () => {
  test.each([
    '<<Read More>>: Berlin votes again',
    '<<Click Here>> to buy Apple shares. <<Share this>> with Jane Doe.',
    '© 2021 Skylark News. <<All Rights Reserved>>. <<Terms of Use>> and <<Privacy Policy>>',
    '<<Follow Us On Facebook>>!',
    '<<Follow us on Facebook, Twitter and Instagram>> or write to Reuters',
    '<<Sign Up>> for Skylark Daily',
    '<<Key Words>>: China; Skylark',
    '<<READ MORE>>: <<CLICK HERE>>',
  ])('%s', check);
});

describe('labels', () => {
  test.each([
    'The square on Monday (<<Photo>>: Reuters/John Smith)',
    '<<Image credit>>: Jane Doe, <<Photo by>> John Smith',
    '[<<Picture>>: AFP]',
    '<<Tags>>: China, Berlin',
    '<<Media Contact>>: Jane Doe',
    '<<Published>>: 2021-07-05 in Paris',
    'In the end the author spoke. The Source: a novel by Jane Doe',
  ])('%s', check);
});

describe('lines of contacts', () => {
  test.each([
    '<<Please Find us>>: <<Twitter: SKYLARK>> <<YouTube: RealSkylark>> <<LinkedIn: 云雀Skylark>>',
    '<<Facebook: SkylarkNews>> <<Instagram: skylark>>',
    '<<Follow us>>: <<Twitter: @skylark>>',
    'He wrote on Twitter: China will win',
  ])('%s', check);
});

test.each([
  ['Home | News | Sport', ['Home | News | Sport']],
  ['World » Politics » Asia\nBerlin votes again.', ['World » Politics » Asia']],
  ['Berlin | Paris | Rome', []],
  ['Home | Jane Doe', []],
  ['Sport | Berlin. He said so | News of the World', []],
])('lines of navigation: %j', (text, expected) => {
  expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test.each([
  'He read more books than Jane Doe, and she could share this.',
  'The Home Office and the News of the World met in Watch Hill.',
  'Facebook and Twitter follow us all.',
  'Photo Finish won the race; the Image Awards went to Berlin.',
])('a text: %s', check);

test('spans lie in the text, in order, and do not overlap', () => {
  fc.assert(
    fc.property(hardText, (text) => {
      marked(text, find(text), () => '');
    }),
    { numRuns: 1000 },
  );
});

test.each([
  'Read ',
  'Follow us on Facebook, ',
  'Twitter: ',
  'Twitter: a',
  'Home | ',
  'Photo: ',
  '\n',
  'Please find ',
  'A,',
])('a megabyte of %j', (piece) => {
  find(longRunOf(piece));
});
