import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFacts, slug } from '../../server/src/facts/read.ts';
import type { Span } from '../../server/src/text/span.ts';

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
    relations:
      - type: owns
        entity: "007"
        to: 2020-02
        source: seeds/a.txt#L12
      - {type: rivals, entity: x, on: 1998}
    links:
      wikidata: Q1
      url: [https://a.example, https://b.example]
  - {id: 007, type: person, name: on}
`;

/** Entities with the texts that stand at their spans in place of these. */
function shown(text: string): unknown[] {
  const isSpan = (value: unknown): value is Span =>
    typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
  return readFacts(text).entities.map((entity) =>
    JSON.parse(JSON.stringify(entity, (_key, value) => (isSpan(value) ? text.slice(value.start, value.end) : value))),
  );
}

test('all that an entry can say', () => {
  expect(readFacts(FULL).problems).toEqual([]);
  const founded = '- what: founded\n        value: 2014\n        source: https://example.org/a';
  const owns = '- type: owns\n        entity: "007"\n        to: 2020-02\n        source: seeds/a.txt#L12';
  expect(shown(FULL)).toEqual([
    {
      ...{ id: 'kanzhun', type: 'organization', name: 'Kanzhun', aliases: ['看准', 'Kan Zhun'] },
      ...{ span: 'kanzhun', idSpan: 'kanzhun', typeSpan: 'organization', nameSpan: 'Kanzhun' },
      entry: FULL.slice(FULL.indexOf('id: kanzhun'), FULL.indexOf('\n  - {id: 007')),
      aliasEntries: [
        { text: '看准', span: '看准' },
        { text: 'Kan Zhun', lang: 'zh-Latn', span: 'Kan Zhun' },
      ],
      description: 'Owner of Boss Zhipin',
      facts: [
        {
          ...{ what: 'founded', value: '2014', source: 'https://example.org/a', span: founded.slice(2) },
          spans: { what: 'founded', value: '2014', source: 'https://example.org/a' },
        },
        {
          ...{ what: 'CEO', value: 'Zhao Peng', from: '2014', to: '2021' },
          span: '{what: CEO, value: Zhao Peng, from: 2014, to: "2021"}',
          spans: { what: 'CEO', value: 'Zhao Peng', from: '2014', to: '"2021"' },
        },
      ],
      relations: [
        {
          ...{ type: 'owns', entity: '007', to: '2020-02', source: 'seeds/a.txt#L12', span: owns.slice(2) },
          spans: { type: 'owns', entity: '"007"', to: '2020-02', source: 'seeds/a.txt#L12' },
        },
        {
          ...{ type: 'rivals', entity: 'x', on: '1998', span: '{type: rivals, entity: x, on: 1998}' },
          spans: { type: 'rivals', entity: 'x', on: '1998' },
        },
      ],
      links: [
        ['wikidata', 'Q1'],
        ['url', 'https://a.example'],
        ['url', 'https://b.example'],
      ],
    },
    {
      ...{ id: '007', type: 'person', name: 'on', aliases: [], aliasEntries: [], facts: [], relations: [], links: [] },
      ...{ span: '007', idSpan: '007', typeSpan: 'person', nameSpan: 'on', entry: '{id: 007, type: person, name: on}' },
    },
  ]);
});

test('a single alias needs no list, and nothing is said of what is still to be typed', () => {
  const text =
    'entities:\n  - {id: a, type: person, name: A, aliases: "B C", relations: }\n  - {id: d, type: x, name: D, aliases: [~, {text: E}], relations: [~]}\n';
  expect(problems(text)).toEqual([]);
  expect(readFacts(text).entities.map(({ aliases }) => aliases)).toEqual([['B C'], ['E']]);
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
  - {id: d, type: [person], name: D, facts: 5, aliases: ["", {lang: zh}, {text: " ", lang: [a]}]}
  - {id: e, type: person, name: " ", relations: [x, {entity: d}, {type: owns}, {type: owns, to: d}, {type: [a], entity: {}}]}
`;
  expect(problems(text)).toMatchInlineSnapshot(`
    [
      "facts-entry "\\"Émile  Zola!\\"": This entity has no "id". Add one, such as "id: emile-zola", which is used until then.",
      "facts-entry "b": This entity has no "name". Add one; until then it is called "Bo".",
      "facts-entry "c": This entity has no "type". Add one, such as "type: person".",
      "facts-entry "{type: person}": This entity has neither "id" nor "name" and is left out. Add both.",
      "facts-entry "only words": This entry is the text "only words"; an entity has at least "id", "type" and "name". Complete or remove it.",
      "facts-entry "x": This fact is the text "x". Write "what:" and "value:", for example "- what: founded" and "value: 1998" below it.",
      "facts-entry "what": This fact has no "value" and is left out. Add it.",
      "facts-entry "value": This fact has no "what" and is left out. Add it.",
      "facts-entry "[q]": Here stands a list, but the key "links" should be a mapping. Write "key: value" lines here.",
      "facts-entry "{a: b}": Here stands a mapping, but the key "aliases" should be a list of texts. Write one text a line, each after "- ".",
      "facts-entry "[person]": Here stands a list, but the key "type" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
      "facts-entry "5": Here stands the number 5, but the key "facts" should be a list. Write one entry a line, each after "- ".",
      "facts-entry "\\"\\"": This alias is empty. Write the name, or remove it.",
      "facts-entry "{lang: zh}": This alias has no "text". Write the name after "text:", or remove the alias.",
      "facts-entry "\\" \\"": This alias is empty. Write the name, or remove it.",
      "facts-entry "[a]": Here stands a list, but the key "lang" of an alias should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
      "facts-entry "\\" \\"": This entity has no "name". Add one; until then it is called "e".",
      "facts-entry "x": This relation is the text "x". Write "type:" and "entity:", for example "- type: owns" and "entity: " with the id of the other entity below it.",
      "facts-entry "entity": This relation has no "type" and is left out. Add it, such as "type: owns".",
      "facts-entry "type": This relation has no "entity", the id of the one that it leads to, and is left out. Add it.",
      "facts-entry "type": This relation has no "entity", the id of the one that it leads to, and is left out; "to" is the date until which it holds. Write "entity" instead.",
      "facts-entry "type": This relation has no "type" and is left out. Add it, such as "type: owns".",
      "facts-entry "[a]": Here stands a list, but the key "type" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
      "facts-entry "{}": Here stands a mapping, but the key "entity" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
    ]
  `);
  expect(readFacts(text).entities.map(({ id, name, type }) => [id, name, type].join(' '))).toMatchInlineSnapshot(`
    [
      "emile-zola Émile  Zola! person",
      "b Bo person",
      "c C ",
      "b B place",
      "d D ",
      "e e person",
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
    relations: [{type: x, entity: b, source: c.txt}, x]
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
    ['source', 'source', 'c.txt', 'c.txt'],
    ['link', 'wikidata', 'Q1', 'Q1'],
    ['link', 'wikidata', 'Q2', "'Q2'"],
    ['link', 'url', 'https://a.example/', 'https://a.example/'],
  ]);
});
