import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { COLORS } from '../../server/src/project/defaults.ts';
import { FINDINGS, SEVERITIES } from '../../server/src/project/severities.ts';
import { TOKEN_TYPES } from '../../server/src/protocol.ts';
import { FIELDS } from '../../server/src/seed/fields.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

type Name = 'schemas/annotations' | 'schemas/facts' | 'schemas/seedmark' | 'jsonl';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
const schema = (name: Name) => JSON.parse(read(`docs/${name}.schema.json`));

/** What is wrong with a value; [] when nothing. */
function errors(name: Name, value: unknown, definition = ''): string[] {
  const { $id } = schema(name);
  if (ajv.getSchema($id) === undefined) ajv.addSchema(schema(name));
  const validate = ajv.getSchema(`${$id}${definition}`);
  if (validate === undefined) throw new Error(`${name}${definition} is no schema`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const samples = readdirSync(new URL('seeds/', root), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.yaml'));

function schemaOf(file: string): Name {
  if (file.endsWith('.annotations.yaml')) return 'schemas/annotations';
  return /(?:^|\/)seedmark\.yaml$/.test(file) ? 'schemas/seedmark' : 'schemas/facts';
}

describe('samples', () => {
  test.each(samples)('%s', (file) => {
    expect(errors(schemaOf(file), parse(read(`seeds/${file}`)))).toEqual([]);
  });
});

describe('examples in the documents', () => {
  const documents: readonly (readonly [string, Name])[] = [
    ['docs/annotation-format.md', 'schemas/annotations'],
    ['docs/facts-format.md', 'schemas/facts'],
    ['docs/project-format.md', 'schemas/seedmark'],
  ];

  test.each(documents)('%s', (file, name) => {
    const examples = [...read(file).matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, yaml]) => parse(yaml ?? ''));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(errors(name, example)).toEqual([]);
  });
});

describe('what is wrong is found', () => {
  test.each<[Name, string]>([
    ['schemas/annotations', '{ annotations: [] }'],
    ['schemas/annotations', '{ seedmark: 2 }'],
    ['schemas/annotations', '{ seedmark: 1, text: abc }'],
    ['schemas/annotations', '{ seedmark: 1, annotations: [{ id: a, type: person }] }'],
    ['schemas/annotations', '{ seedmark: 1, annotations: [{ id: 1a, type: person, quote: x }] }'],
    ['schemas/annotations', '{ seedmark: 1, annotations: [{ id: a, type: person, quote: x, at: -1 }] }'],
    ['schemas/annotations', '{ seedmark: 1, annotations: [{ id: a, type: person, quote: x, status: maybe }] }'],
    ['schemas/annotations', '{ seedmark: 1, relations: [{ id: a, type: owns, from: b }] }'],
    ['schemas/facts', '{ people: [] }'],
    ['schemas/facts', '[{ id: a, type: person }]'],
    ['schemas/facts', '[{ id: a, type: person, name: A, facts: [{ what: born }] }]'],
    ['schemas/facts', '[{ id: a, type: person, name: A, facts: [{ what: born, value: x, on: yesterday }] }]'],
    ['schemas/facts', '[{ id: a, type: person, name: A, links: { wikidata: 76 } }]'],
    ['schemas/seedmark', '{ metadata: { required: [publised] } }'],
    ['schemas/seedmark', '{ severities: { missing-metadata: fatal } }'],
    ['schemas/seedmark', '{ severities: { no-such-code: off } }'],
    ['schemas/seedmark', '{ types: [{ id: ship, key: sh }] }'],
    ['schemas/seedmark', '{ types: { ship: { color: red } } }'],
  ])('%s: %s', (name, yaml) => {
    expect(errors(name, parse(yaml))).not.toEqual([]);
  });
});

describe('every key of the schemas has a sentence for people, which the editor shows', () => {
  type Node = Record<string, unknown> & { description?: string; $ref?: string };

  /** Path and description of each property; a reference without a description has that of what it refers to. */
  function properties(root: Node): [string, string][] {
    const found: [string, string][] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties')
          for (const [name, property] of Object.entries(value as Record<string, Node>)) {
            const target = (root.$defs as Record<string, Node>)[property.$ref?.split('/').at(-1) ?? ''];
            found.push([`${path}/${name}`, property.description ?? target?.description ?? '']);
          }
        // What is under "properties" is named by people, "properties" among it.
        const under = key === 'properties' || key === '$defs' ? Object.entries(value as object) : [['', value]];
        for (const [name, child] of under) visit(child, `${path}/${name === '' ? key : name}`);
      }
    };
    visit(root, '');
    return found;
  }

  test.each(['schemas/annotations', 'schemas/facts', 'schemas/seedmark'] as const)('%s', (name) => {
    const all = properties(schema(name));
    expect(all.length).toBeGreaterThan(10);
    for (const [path, description] of all) expect(`${path}: ${description}`).toMatch(/: (?=.{15,200}$)[A-Z].*[.…]$/);
  });

  test('so has each of several values that are not explained elsewhere', () => {
    for (const name of ['schemas/annotations', 'schemas/seedmark'] as const)
      for (const [, list] of JSON.stringify(schema(name)).matchAll(/"oneOf":(\[.*?\])/g))
        for (const { const: value, description = '' } of JSON.parse(list ?? ''))
          expect(`${value}: ${description}`).toMatch(/: [A-Z].*\.$/);
  });
});

describe('the schemas say what the code says', () => {
  const { $defs } = schema('schemas/seedmark');

  test('colours', () => {
    expect($defs.color.enum).toEqual([...COLORS]);
    expect($defs.color.enum).toEqual([...TOKEN_TYPES]);
  });
  test('fields', () => expect($defs.field.enum).toEqual(FIELDS.map(({ key }) => key)));
  test('findings', () => expect($defs.code.enum).toEqual(Object.keys(FINDINGS)));
  test('severities', () => {
    expect($defs.severity.oneOf.map(({ const: name }: { const: string }) => name)).toEqual([...SEVERITIES]);
  });
});

describe('the table in docs/seed-format.md says what the code says', () => {
  const rows = [...read('docs/seed-format.md').matchAll(/^\| `(\w+)` +\| (.*?) +\| `(dcterms:\w+)` +\|/gm)];

  test('keys and terms', () => {
    expect(rows.map(([, key, , term]) => [key, term])).toEqual(FIELDS.map(({ key, term }) => [key, term]));
  });

  test.each(FIELDS.map((field) => [field.key, field] as const))('names of %s', (_key, field) => {
    const names = rows.find(([, key]) => key === field.key)?.[2]?.split(', ');
    expect(names).toEqual([field.label, ...field.synonyms]);
  });
});

test('the findings in docs/seed-format.md are those of the code', () => {
  const rows = [
    ...read('docs/seed-format.md').matchAll(/^\| `([\w-]+)` +\| (error|warning|info|hint|off) +\| (.*?) +\|$/gm),
  ];
  expect(rows.map(([, code, severity, title]) => [code, severity, title])).toEqual(
    Object.entries(FINDINGS).map(([code, { severity, title }]) => [code, severity, title]),
  );
});

describe('recognize --jsonl', () => {
  test.each([
    ['document', { id: 1, text: 'On Monday', published: '2021-07-05' }],
    ['document', { text: '', seed: true }],
    ['answer', { id: 'a', entities: [], times: [] }],
    ['answer', { entities: [{ start: 0, end: 5, type: 'person', score: 0.9, evidence: 'model' }], times: [] }],
    [
      'answer',
      {
        entities: [],
        times: [
          { start: 3, end: 9, type: 'date', value: '2021-07-05' },
          {
            start: 12,
            end: 29,
            type: 'date',
            value: '2021-07-02',
            anchor: { start: 29, end: 40, relation: 'after', from: '2021-07-02', to: '2021-07-05' },
          },
        ],
      },
    ],
    ['failure', { error: 'not JSON' }],
  ])('%s %j', (definition, value) => {
    expect(errors('jsonl', value)).toEqual([]);
    expect(errors('jsonl', value, `#/$defs/${definition}`)).toEqual([]);
  });

  test.each([
    ['document', { id: 1 }],
    ['document', { text: 'a', published: '5 July' }],
    ['answer', { entities: [] }],
    ['answer', { entities: [{ start: -1, end: 5, type: 'person', score: 2, evidence: 'guess' }], times: [] }],
    ['answer', { entities: [], times: [{ start: 0, end: 1, type: 'year', value: '2021' }] }],
    ['failure', { error: '' }],
  ])('no %s: %j', (definition, value) => {
    expect(errors('jsonl', value, `#/$defs/${definition}`)).not.toEqual([]);
  });
});
