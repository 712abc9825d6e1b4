import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUILT_IN_TYPES, COLORS } from '../../server/src/project/defaults.ts';
import { readProject } from '../../server/src/project/read.ts';
import { FINDINGS } from '../../server/src/project/severities.ts';
import { TOKEN_TYPES } from '../../server/src/protocol.ts';

function problems(text: string): string[] {
  return readProject(text).problems.map(
    ({ code, span, message }) => `${code} ${JSON.stringify(text.slice(span.start, span.end))}: ${message}`,
  );
}

/** The types of a project that differ from the built-in ones: `id label key color`. */
function types(text: string): string[] {
  const known = new Set(BUILT_IN_TYPES.map((type) => JSON.stringify(type)));
  return readProject(text)
    .project.types.filter((type) => !known.has(JSON.stringify(type)))
    .map(({ id, label, key, color }) => `${id} ${label} ${key} ${color}`);
}

test('without a file all is as built in', () => {
  const { project, problems } = readProject(undefined);
  expect(problems).toEqual([]);
  expect(project.types).toEqual(BUILT_IN_TYPES);
  expect(project).toMatchObject({
    seeds: [],
    never: [],
    thresholds: new Map(),
    required: ['source', 'published', 'title'],
    recommended: ['author', 'url'],
  });
  expect(Object.keys(project.severities)).toEqual(Object.keys(FINDINGS));
  for (const text of [
    '',
    '# nothing\n',
    'types:\nmetadata:\nseverities:\nnever:\nthresholds:\n',
    'sources: []\nrelations: []\nattributes: []\n',
  ])
    expect(readProject(text)).toEqual({ project, problems: [] });
});

test('the built-in types have letters and colours of their own', () => {
  expect(new Set(BUILT_IN_TYPES.map(({ key }) => key)).size).toBe(BUILT_IN_TYPES.length);
  expect(COLORS).toEqual(TOKEN_TYPES);
  expect(BUILT_IN_TYPES.map(({ color }) => color)).toEqual(BUILT_IN_TYPES.map(({ id }) => id));
});

test('all keys', () => {
  const { project, problems } = readProject(`
seeds: ["notes/*.md", letters/**]
metadata:
  required: [Source, title, title]
  recommended: [source, url]
severities: {empty-field: off, ambiguous-date: Warning}
never: [Monday, no]
`);
  expect(problems).toEqual([]);
  expect(project.seeds).toEqual(['notes/*.md', 'letters/**']);
  expect(project.required).toEqual(['source', 'title']);
  expect(project.recommended).toEqual(['url']);
  expect(project.never).toEqual(['Monday', 'no']);
  expect(project.severities).toMatchObject({
    'empty-field': 'off',
    'ambiguous-date': 'warning',
    'yaml-syntax': 'error',
  });
  expect(readProject('metadata: {required: }').project.required).toEqual([]);
  expect(readProject('seeds: "*.md"').project.seeds).toEqual(['*.md']);
});

test('types are added and changed, by list or mapping', () => {
  expect(
    types(
      'types:\n  - id: vessel\n    label: Ship\n    key: v\n    color: custom3\n  - id: weapon\n  - id: person\n    label: Human\n',
    ),
  ).toEqual(['person Human p person', 'vessel Ship v custom3', 'weapon Weapon n custom1']);
  expect(types('types:\n  vessel: {label: Ship, key: V}\n  air-base: Air base\n  treaty:\n')).toEqual([
    'vessel Ship v custom1',
    'air-base Air base i custom2',
    'treaty Treaty y custom3',
  ]);
  expect(types('types: [vessel]')).toEqual(['vessel Vessel v custom1']);
  expect(
    types(`types: [${[...'ABCDEFGH'].map((letter) => `x${letter}`).join(', ')}]`).map((type) => type.split(' ').at(-1)),
  ).toEqual([...['custom1', 'custom2', 'custom3', 'custom4', 'custom5', 'custom6', 'custom1', 'custom2']]);
});

test('a letter belongs to one type', () => {
  const text = 'types:\n  - {id: vessel, key: p}\n  - {id: weapon, key: p}\n';
  expect(problems(text)).toMatchInlineSnapshot(`
    [
      "yaml-shape "p": The key "p" is that of the built-in type "person", which gets another letter. Write another one here, or give "person" a key of its own under "types".",
      "yaml-shape "p": The key "p" belongs to the type "vessel" already. Write another letter.",
    ]
  `);
  expect(types(text)).toMatchInlineSnapshot(`
    [
      "person Person n person",
      "vessel Vessel p custom1",
      "weapon Weapon b custom2",
    ]
  `);
  // Given another one on purpose, the letter is free.
  expect(problems('types:\n  - {id: vessel, key: p}\n  - {id: person, key: x}\n')).toEqual([]);
});

test('what cannot be used is reported and leaves the default', () => {
  expect(problems('types: 5')).toMatchInlineSnapshot(`
    [
      "yaml-shape "5": Here stands the number 5, but the key "types" should be a list. Write one type a line, each after "- ".",
    ]
  `);
  expect(
    problems(
      'types:\n  - {label: Ship}\n  - {id: "two words"}\n  - {id: a, key: ab, color: red}\n  - {id: a}\n  - [x]\n',
    ),
  ).toMatchInlineSnapshot(`
    [
      "yaml-shape "{label: Ship}": A type needs an "id" that begins with a letter and has letters, digits and hyphens only. Correct it.",
      "yaml-shape "\\"two words\\"": A type needs an "id" that begins with a letter and has letters, digits and hyphens only; "two words" has not. Correct it.",
      "yaml-shape "ab": A type's key is one letter from a to z; "ab" is not. Write one letter.",
      "yaml-shape "red": There is no colour "red". Write custom1 to custom6 or the id of a built-in type; what it looks like is set in the editor's settings.",
      "yaml-shape "a": The type "a" stands above, too; that one counts. Remove one.",
      "yaml-shape "[x]": A type needs an "id" that begins with a letter and has letters, digits and hyphens only. Correct it.",
    ]
  `);
  expect(problems('severities: {empty-fields: off, empty-field: none, constructor: off}')).toMatchInlineSnapshot(`
    [
      "yaml-shape "empty-fields": There is no finding "empty-fields"; did you mean "empty-field"? Correct or remove this line.",
      "yaml-shape "none": "none" is no severity. Write one of error, warning, info, hint, off.",
      "yaml-shape "constructor": There is no finding "constructor"; docs/findings lists them all. Correct or remove this line.",
    ]
  `);
  expect(problems('- seeds')).toMatchInlineSnapshot(`
    [
      "yaml-shape "- seeds": Here stands a list, but the whole of seedmark.yaml should be a mapping. Write "key: value" lines here.",
    ]
  `);
  expect(problems('metadata: [title]\nnever: {a: b}\n')).toMatchInlineSnapshot(`
    [
      "yaml-shape "[title]": Here stands a list, but the key "metadata" should be a mapping. Write "key: value" lines here.",
      "yaml-shape "{a: b}": Here stands a mapping, but the key "never" should be a list of texts. Write one text a line, each after "- ".",
    ]
  `);
  expect(problems('never: "x\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "\\"": A quotation mark is opened here and never closed. Close it.",
    ]
  `);
});

test.each<[text: string, thresholds: Readonly<Record<string, number>>]>([
  ['thresholds: 0.6', { default: 0.6 }],
  ['thresholds: 1', { default: 1 }],
  ['thresholds: never', { default: 2 }],
  ['thresholds: {}', {}],
  ['thresholds: {default: .5, product: 0.8, work: Never}', { default: 0.5, product: 0.8, work: 2 }],
  ['types: [vessel]\nthresholds:\n  vessel: 0', { vessel: 0 }],
])('%s', (text, thresholds) => {
  const { project, problems } = readProject(text);
  expect(problems).toEqual([]);
  expect(Object.fromEntries(project.thresholds)).toEqual(thresholds);
});

test('thresholds that are none', () => {
  expect(
    problems('thresholds: {place: 60, person: high, event: -1, work: [1], ship: 0.5, group: 0x1}'),
  ).toMatchInlineSnapshot(`
    [
      "yaml-shape "60": "60" is no threshold. Write a number from 0 (show all) to 1 (only what is certain), or "never".",
      "yaml-shape "high": "high" is no threshold. Write a number from 0 (show all) to 1 (only what is certain), or "never".",
      "yaml-shape "-1": "-1" is no threshold. Write a number from 0 (show all) to 1 (only what is certain), or "never".",
      "yaml-shape "[1]": Here stands a list, but the threshold of "work" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
      "yaml-shape "ship": There is no type "ship" to have a threshold. Write the id of a type, or "default" for all others.",
      "yaml-shape "0x1": "0x1" is no threshold. Write a number from 0 (show all) to 1 (only what is certain), or "never".",
    ]
  `);
  expect(problems('thresholds: [0.5]')).toMatchInlineSnapshot(`
    [
      "yaml-shape "[0.5]": Here stands a list, but the key "thresholds" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
    ]
  `);
});

test('never throws, and types stay usable', () => {
  const unit = fc.constantFrom(
    'types:',
    '\n',
    '- ',
    '  ',
    'id: a',
    'key: p',
    'label: ',
    'severities: {',
    'metadata:',
    'required: [',
    ']',
    '}',
    '"',
    ', ',
    '__proto__: ',
    '\r',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 30 }), fc.string({ unit: 'binary' })), (text) => {
      const { project } = readProject(text);
      const keys = project.types.map(({ key }) => key).filter((key) => key !== '');
      expect(new Set(keys).size).toBe(keys.length);
      expect(project.types.length).toBeGreaterThanOrEqual(BUILT_IN_TYPES.length);
      for (const { color } of project.types) expect(COLORS).toContain(color);
    }),
  );
});

test.each<[string, string[], string[]]>([
  ['', [], []],
  [
    'relations:\n  - {id: owns, label: is the owner of, from: [organization, person], to: product}\n  - works-for\n',
    ['owns is the owner of organization,person product', 'works-for works for any any'],
    [],
  ],
  ['types: [vessel]\nrelations: [{id: sails, from: vessel, to: }]\n', ['sails sails vessel any'], []],
  [
    'relations: [{id: sails, from: vesel}]\n',
    ['sails sails vesel any'],
    [
      'yaml-shape "vesel": There is no type "vesel" that could stand at the end "from" of a relation. Use a built-in type, or define it under "types".',
    ],
  ],
  [
    'relations: [owns, {id: owns}, {label: x}, [y], "a b"]\n',
    ['owns owns any any'],
    [
      'yaml-shape "{id: owns}": The relation "owns" stands above, too; that one counts. Remove one.',
      'yaml-shape "{label: x}": A relation needs an "id" that begins with a letter and has letters, digits and hyphens only. Correct it.',
      'yaml-shape "[y]": Here stands a list, but an entry of "relations" should be a mapping. Write "key: value" lines here.',
      'yaml-shape "\\"a b\\"": A relation needs an "id" that begins with a letter and has letters, digits and hyphens only; "a b" has not. Correct it.',
    ],
  ],
])('relations: %j', (text, expected, told) => {
  const { relations } = readProject(text).project;
  const ends = (types: readonly string[] | undefined) => types?.join() ?? 'any';
  expect(relations.map(({ id, label, from, to }) => `${id} ${label} ${ends(from)} ${ends(to)}`)).toEqual(expected);
  expect(problems(text)).toEqual(told);
});

/** The attributes of a type: `id Label: description (its values)`, and whether there are others. */
function attributes(text: string, type: string): string {
  const { attributes: all = [], closed } = readProject(text).project.types.find(({ id }) => id === type) ?? {};
  const shown = all.map(
    ({ id, label, description, values }) =>
      `${id} ${label}${description && `: ${description}`}${values === undefined ? '' : ` (${values.join(' ')})`}`,
  );
  return `${shown.join(', ')}${closed === true ? '' : ' …'}`;
}

test.each<[string, string, string]>([
  ['', 'person', ' …'],
  ['types: {person: Human}', 'person', ' …'],
  ['types: {person: {attributes: }}', 'person', ' …'],
  ['types: {person: {attributes: []}}', 'person', ''],
  ['types: {person: {attributes: role}}', 'person', 'role Role'],
  ['types: {person: {attributes: [role, term-of-office]}}', 'person', 'role Role, term-of-office Term of office'],
  [
    'types:\n  - id: vessel\n    attributes:\n      - {id: flag, description: Where it is registered}\n      - {id: fate, label: What became of it, values: [afloat, 1912]}\n',
    'vessel',
    'flag Flag: Where it is registered, fate What became of it (afloat 1912)',
  ],
  [
    'types: {vessel: {attributes: {flag: Under which flag, fate: [afloat, sunk], crew: , size: {values: large}}}}',
    'vessel',
    'flag Under which flag, fate Fate (afloat sunk), crew Crew, size Size (large)',
  ],
  // Those that are built in stay, and may be changed.
  [
    'types: {money: {attributes: {unit: [USD, EUR], year: }}}',
    'money',
    'value Value: The amount in digits, such as 2800000000, unit Unit: What is counted: a currency such as USD, or a unit such as km (USD EUR), year Year',
  ],
  ['types: {person: {attributes: {role: {values: []}}}}', 'person', 'role Role'],
])('attributes: %j of %s', (text, type, expected) => {
  expect(attributes(text, type)).toBe(expected);
  expect(problems(text)).toEqual([]);
});

test('attributes that are built in', () => {
  const built = BUILT_IN_TYPES.map(({ id, attributes: own }) => `${id}: ${own.map((one) => one.id).join(' ')}`);
  expect(built.filter((line) => !line.endsWith(' '))).toEqual([
    'money: value unit',
    'percent: value unit',
    'quantity: value unit',
    'date: value mod anchor',
    'time: value mod anchor',
    'duration: value mod anchor',
    'set: value mod anchor quant freq',
  ]);
});

test('attributes that cannot be used', () => {
  expect(
    problems(
      'types:\n  - id: vessel\n    attributes: [flag, {id: flag}, {label: x}, [y], "a b", {id: fate, valeus: [a], note: b}]\n',
    ),
  ).toMatchInlineSnapshot(`
    [
      "yaml-shape "flag": The type "vessel" has the attribute "flag" above, too; that one counts. Remove one.",
      "yaml-shape "{label: x}": An attribute needs an "id" that begins with a letter and has letters, digits and hyphens only. Correct it.",
      "yaml-shape "[y]": Here stands a list, but an attribute of the type "vessel" is an id, or has an "id". Correct it.",
      "yaml-shape "\\"a b\\"": An attribute needs an "id" that begins with a letter and has letters, digits and hyphens only; "a b" has not. Correct it.",
      "yaml-shape "valeus": "valeus" is no key of the attribute "fate" of the type "vessel"; did you mean "values"? Correct or remove this line.",
    ]
  `);
  expect(
    problems(
      'types: {vessel: {attributes: {flag: [a, a, [b], ""], 5: x, crew: {values: {a: b}}, size: {label: [a]}}}}',
    ),
  ).toMatchInlineSnapshot(`
    [
      "yaml-shape "a": The value "a" of the attribute "flag" of the type "vessel" stands in front, too. Remove one.",
      "yaml-shape "[b]": Here stands a list, but a value of the attribute "flag" of the type "vessel" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
      "yaml-shape "5": An attribute needs an "id" that begins with a letter and has letters, digits and hyphens only; "5" has not. Correct it.",
      "yaml-shape "{a: b}": Here stands a mapping, but a value of the attribute "crew" of the type "vessel" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
      "yaml-shape "[a]": Here stands a list, but the key "label" of the attribute "size" of the type "vessel" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
    ]
  `);
});
