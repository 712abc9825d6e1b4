import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { doubleQuoted, quoteYaml } from '../../server/src/yaml/quote.ts';

test.each([
  ...[
    'Kanzhun',
    'Boss Zhipin',
    "l'Oréal",
    '看准',
    'a-b',
    'AT&T',
    'x:y',
    'C#',
    '5 million',
    'k7m9qf3t',
    '9f2c01ab',
    'Yes Bank',
    'a\u200cb',
  ],
  ...['Boss, Inc', 'f(x)[1]'],
])('%j stays plain', (text) => expect(quoteYaml(text)).toBe(text));

test.each([
  ...[
    '',
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'N',
    'true',
    'null',
    '~',
    '1',
    '-1',
    '1.5',
    '1e3',
    'e9',
    '-E+12',
    '1_000',
    '1,000',
    '0x1F',
    '0o17',
    '.inf',
    '-.INF',
  ],
  ...[
    '12:30',
    '190:20:30',
    '2021-07-05',
    '2001-12-14 21:59:43.10 -5',
    '=',
    '<<',
    '---',
    '...',
    '- a',
    '-a',
    '? a',
    ': a',
    '#a',
    'a #b',
    'a: b',
    'a:',
  ],
  ...[
    ' a',
    'a ',
    'a\nb',
    'a\tb',
    '"a"',
    "'a'",
    '[a]',
    '{a}',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a',
    ',a',
    'a\u2028b',
    'a\u202eb',
    'a\u0085b',
    '\ufeffa',
  ],
])('%j is quoted', (text) => expect(quoteYaml(text)).toBe(doubleQuoted(text)));

test('in brackets commas and brackets are quoted, too', () => {
  expect(quoteYaml('Boss, Inc', true)).toBe('"Boss, Inc"');
  expect(quoteYaml('f[1]', true)).toBe('"f[1]"');
});

test('what nobody would see is escaped', () => {
  expect(doubleQuoted('a\r\n\t\u202e\u0085\ud83d😀\u{e0001}')).toBe(
    '"a\\r\\n\\t\\u202e\\u0085\\ud83d😀\\udb40\\udc01"',
  );
});

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'ae:-? ,[]{}#&*!|>\'"%@`\t\r\n\\~=<019.xX_+', 'no', '\u2028', '\ufeff', '😀', '\ud83d'),
  }),
);

test('YAML 1.1, YAML 1.2 and JSON readers read the very text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const version of ['1.1', '1.2'] as const) {
        expect(parse(`a: ${quoteYaml(text)}\n`, { version }).a).toBe(text);
        expect(parse(`- b: [${quoteYaml(text, true)}, c]`, { version })[0].b).toEqual([text, 'c']);
        expect(parse(`- ${doubleQuoted(text)}`, { version })).toEqual([text]);
      }
      expect(JSON.parse(doubleQuoted(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
