import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFacts, slug } from '../../server/src/facts/read.ts';

/** The problems of a facts file: the text they stand at and what they say. */
function problems(text: string): string[] {
  return readFacts(text).problems.map(
    ({ code, span, message }) => `${code} ${JSON.stringify(text.slice(span.start, span.end))}: ${message}`,
  );
}

const FULL = `entities:
  - id: kanzhun
    type: organization
    name: Kanzhun
    aliases:
      - 看准
      - {text: Kan Zhun, lang: zh-Latn}
    description: Owner of Boss Zhipin
    facts:
      - what: founded
        value: 2014
        source: https://example.org/a
      - {what: CEO, value: Zhao Peng, from: 2014, to: "2021"}
    links:
      wikidata: Q1
      url: [https://a.example, https://b.example]
  - {id: 007, type: person, name: on}
`;

test('all that an entry can say', () => {
  const { entities, problems } = readFacts(FULL);
  expect(problems).toEqual([]);
  expect(entities.map(({ span, ...rest }) => ({ ...rest, at: FULL.slice(span.start, span.end) }))).toEqual([
    {
      ...{ id: 'kanzhun', type: 'organization', name: 'Kanzhun', at: 'kanzhun', aliases: ['看准', 'Kan Zhun'] },
      description: 'Owner of Boss Zhipin',
      facts: [
        {
          what: 'founded',
          value: '2014',
          on: undefined,
          from: undefined,
          to: undefined,
          source: 'https://example.org/a',
        },
        { what: 'CEO', value: 'Zhao Peng', on: undefined, from: '2014', to: '2021', source: undefined },
      ],
      links: [
        ['wikidata', 'Q1'],
        ['url', 'https://a.example'],
        ['url', 'https://b.example'],
      ],
    },
    {
      ...{ id: '007', type: 'person', name: 'on', at: '007', aliases: [] },
      description: undefined,
      facts: [],
      links: [],
    },
  ]);
});

test('a bare list, CRLF, a byte order mark, nothing', () => {
  expect(readFacts('\ufeff- id: a\r\n  type: person\r\n  name: A\r\n').entities.map(({ id }) => id)).toEqual(['a']);
  for (const empty of ['', '# later\n', 'entities:\n', 'entities: []\n', '[]'])
    expect(readFacts(empty)).toEqual({ entities: [], problems: [], references: [] });
});

test('what is missing or wrong is reported, and the entry used as far as it goes', () => {
  const text = `entities:
  - {type: person, name: "Émile  Zola!"}
  - {id: b, type: person, aliases: [Bo]}
  - {id: c, name: C}
  - {type: person}
  - only words
  - {id: b, type: place, name: B, facts: [x, {what: y}, {value: z}], links: [q], aliases: {a: b}}
  - {id: d, type: [person], name: D, facts: 5}
`;
  expect(problems(text)).toMatchInlineSnapshot(`
    [
      "facts-entry "\\"Émile  Zola!\\"": This entity has no "id". Add one, such as "id: emile-zola", which is used until then.",
      "facts-entry "b": This entity has no "name". Add one; until then it is called "Bo".",
      "facts-entry "c": This entity has no "type". Add one, such as "type: person".",
      "facts-entry "{type: person}": This entity has neither "id" nor "name" and is left out. Add both.",
      "facts-entry "only words": This entry is the text "only words"; an entity has at least "id", "type" and "name". Complete or remove it.",
      "facts-entry "b": The id "b" stands at an entry above, too. Give this one another id, or merge the two.",
      "facts-entry "x": This fact is the text "x". Write "what:" and "value:", for example "- what: founded" and "value: 1998" below it.",
      "facts-entry "what": This fact has no "value" and is left out. Add it.",
      "facts-entry "value": This fact has no "what" and is left out. Add it.",
      "facts-entry "[q]": Here stands a list, but the key "links" should be a mapping. Write "key: value" lines here.",
      "facts-entry "{a: b}": Here stands a mapping, but the key "aliases" should be a list of texts. Write one text a line, each after "- ".",
      "facts-entry "[person]": Here stands a list, but the key "type" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
      "facts-entry "5": Here stands the number 5, but the key "facts" should be a list. Write one entry a line, each after "- ".",
    ]
  `);
  expect(readFacts(text).entities.map(({ id, name, type }) => [id, name, type].join(' '))).toMatchInlineSnapshot(`
    [
      "emile-zola Émile  Zola! person",
      "b Bo person",
      "c C ",
      "b B place",
      "d D ",
    ]
  `);
});

test('another shape', () => {
  expect(problems('people:\n  - id: a\n')).toMatchInlineSnapshot(`
    [
      "yaml-shape "people": A facts file has its entries under "entities:"; here stands a mapping without it. Put "entities:" on a line of its own and each entry below after "- ".",
    ]
  `);
  expect(problems('entities: 5\n')).toMatchInlineSnapshot(`
    [
      "yaml-shape "5": Here stands the number 5, but the key "entities" should be a list. Write one entry a line, each after "- ".",
    ]
  `);
  expect(problems('words')).toMatchInlineSnapshot(`
    [
      "yaml-shape "words": A facts file has its entries under "entities:"; here stands the text "words" without it. Put "entities:" on a line of its own and each entry below after "- ".",
    ]
  `);
});

test('damage stays in its entry', () => {
  const { entities, problems } = readFacts(FULL.replace('name: Kanzhun', 'name: "Kanzhun'));
  expect(entities.map(({ id }) => id)).toEqual(['007']);
  expect(problems.map(({ code }) => code)).toEqual(['yaml-syntax']);
});

test('what the last entry never closes is told once', () => {
  expect(problems('entities:\n  - id: a\n    name: A\n    type: person\n  - id: [\n')).toEqual([
    'yaml-syntax "\\n": A bracket is opened above and not closed before this place. Add "]", and indent what is inside.',
  ]);
});

test('ids made of names', () => {
  expect(['Émile  Zola!', 'Łódź', '看准', 'Al-Jazīra', '  ', 'İstanbul'].map(slug)).toEqual([
    'emile-zola',
    'łodz',
    '看准',
    'al-jazira',
    '',
    'istanbul',
  ]);
});

test('never throws', () => {
  const unit = fc.constantFrom(
    'entities:',
    '\n',
    '- ',
    '  ',
    'id: a',
    'name: ',
    'facts: [',
    'links: {',
    ']',
    '}',
    '"',
    ', ',
    '&a ',
    '*a',
    '__proto__: ',
    '\r',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 30 }), fc.string({ unit: 'binary' })), (text) => {
      for (const { span } of readFacts(text).problems)
        expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
    }),
  );
});

test('what entries refer to stands where it is written, quotes included', () => {
  const text = `entities:
  - id: a
    facts:
      - {what: x, value: y, source: &s "a b.txt"}
      - {what: x, value: y, source: *s}
      - {what: x, value: y, source: ''}
      - not a fact
    links: {wikidata: [Q1, 'Q2'], url: https://a.example/, odd: {a: b}}
  - id: b
    facts: none
    links: none
`;
  expect(
    readFacts(text).references.map(({ kind, name, value, span }) => [
      kind,
      name,
      value,
      text.slice(span.start, span.end),
    ]),
  ).toEqual([
    ['source', 'source', 'a b.txt', '"a b.txt"'],
    ['link', 'wikidata', 'Q1', 'Q1'],
    ['link', 'wikidata', 'Q2', "'Q2'"],
    ['link', 'url', 'https://a.example/', 'https://a.example/'],
  ]);
});
