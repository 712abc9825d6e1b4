import { createHash } from 'node:crypto';
import type { Table } from './check.ts';
import { seed } from './seeds.ts';

const SIDECAR = 'seeds/a.txt.annotations.yaml';
const SEED = { 'seeds/a.txt': seed({}, 'Jane Doe met John Roe.') };

/** A sidecar of a seed that is there, with annotations in flow style. */
function sidecar(annotations: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const lines = annotations.map((annotation) => `  - { ${annotation} }\n`).join('');
  return { name: SIDECAR, text: `seedmark: 1\nannotations:\n${lines}`, files: { ...SEED, ...files } };
}

function facts(text: string, files: Readonly<Record<string, string>> = {}) {
  return { name: 'facts/people.yaml', text, files };
}

function project(text: string) {
  return { name: 'seedmark.yaml', text };
}

/** A sidecar of two annotations, a1 and b2, and relations in flow style. */
function related(relations: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const lines = relations.map((relation) => `  - { ${relation} }\n`).join('');
  const { text, ...rest } = sidecar(
    ['id: a1, type: person, quote: Jane Doe', 'id: b2, type: person, quote: John Roe'],
    files,
  );
  return { ...rest, text: `${text}relations:\n${lines}` };
}

const KNOWS = {
  'seedmark.yaml': 'relations:\n  - { id: knows, from: person, to: [person, group] }\n  - { id: owns, to: product }\n',
};

const ROLES = {
  'seedmark.yaml':
    'types:\n  person: { attributes: { role: [speaker, witness], office: } }\n  place: { attributes: [] }\n  date: { attributes: [era] }\n',
};

/** A sidecar with one annotation whose positions were taken from the seed as it is. */
function placed(annotation: string) {
  const text = SEED['seeds/a.txt'];
  const id = createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex');
  return {
    name: SIDECAR,
    text: `text: ${id}\nannotations:\n  - { id: a1, type: person, ${annotation} }\n`,
    files: SEED,
  };
}

const JANE_AT = SEED['seeds/a.txt'].indexOf('Jane Doe met');

/** One entity with one fact from a source. */
function sourced(source: string, files: Readonly<Record<string, string>> = {}) {
  return facts(
    `entities:\n  - id: jane-doe\n    type: person\n    name: Jane Doe\n    facts:\n      - what: met\n        value: John Roe\n        source: ${source}\n`,
    files,
  );
}

const PEOPLE = { 'facts/people.yaml': 'entities:\n  - { id: jane-doe, type: person, name: Jane Doe }\n' };

const PEOPLE_ALIKE = {
  'facts/b.yaml': '- { id: b, type: person, name: Jane }\n- { id: c, type: person, name: jane doe }\n',
};

/** One entity with one fact that has these dates. */
function stated(dates: string) {
  return facts(
    `entities:\n  - { id: jane-doe, type: person, name: Jane Doe, facts: [{ what: mayor, value: Bonn, ${dates} }] }\n`,
  );
}

/** One entity with these links. */
function linked(links: string) {
  return facts(`entities:\n  - { id: jane-doe, type: person, name: Jane Doe, links: { ${links} } }\n`);
}

/** Jane Doe, a person, with these relations. */
function withRelations(relations: string, files: Readonly<Record<string, string>> = {}) {
  return facts(`entities:\n  - { id: jane-doe, type: person, name: Jane Doe, relations: [${relations}] }\n`, files);
}

/** Rows of the findings that are about Seedmark's own files. */
export const files: Table = {
  'orphaned-annotation': {
    fires: [
      {
        text: `⟦⟧${seed({}, 'Jane Doe met John Roe.')}`,
        files: { [SIDECAR]: 'annotations:\n  - { id: a1, type: person, quote: Mary Poe, at: 0 }\n' },
        says: 'The annotation of “Mary Poe” (Person) has lost its place',
        fixes: { 'Remove the annotation of “Mary Poe”': 'annotations: []\n' },
      },
      {
        // The words stand there, but the context speaks of others.
        text: seed({ Author: 'Ann Poe' }, '⟦⟧Jane Doe met John Roe.'),
        files: {
          [SIDECAR]: `annotations:\n  - { id: a1, type: person, quote: Jane Doe, at: ${JANE_AT - 1}, before: "the daughter of ", after: " said so" }\n`,
        },
        says: 'It may belong to line 7.',
        fixes: {
          'Place “Jane Doe” in line 7: “Jane Doe met John Roe.”': `annotations:\n  - { id: a1, type: person, quote: Jane Doe, at: ${JANE_AT - 1}, before: "Title: Ministers meet\\n\\n", after: " met John Roe." }\n`,
          'Remove the annotation of “Jane Doe”': 'annotations: []\n',
        },
      },
    ],
    silent: [
      {
        text: seed({}, 'Mary Poe met John Roe.'),
        files: { [SIDECAR]: 'annotations:\n  - { id: a1, type: person, quote: Mary Poe, at: 0 }\n' },
      },
      {
        text: seed({ Author: 'Ann Poe' }, 'Jane Doe met Jane Doe.'),
        files: { [SIDECAR]: 'annotations:\n  - { id: a1, type: person, quote: Jane Doe, before: "met " }\n' },
      },
      { text: seed(), files: { [SIDECAR]: '' } },
    ],
  },

  'ambiguous-annotation': {
    fires: [
      {
        // In two places, and nothing says in which.
        text: seed({ Author: 'Ann Poe' }, '⟦Jane Doe⟧ met Jane Doe.'),
        files: { [SIDECAR]: 'annotations:\n  - { id: a1, type: person, quote: Jane Doe, at: 3 }\n' },
        says: 'The annotation of “Jane Doe” (Person) fits several places of this text: line',
      },
      {
        // Its passage stands there twice.
        text: seed(
          { Author: 'Ann Poe' },
          `⟦Jane Doe⟧ met the ministers again.\n\n${'Nobody said why they had met. '.repeat(30)}\n\nBut Jane Doe met the ministers again.`,
        ),
        files: {
          [SIDECAR]:
            'annotations:\n  - { id: a1, type: person, quote: Jane Doe, at: 3, after: " met the ministers" }\n',
        },
        fixes: {},
      },
    ],
    silent: [
      {
        text: seed({ Author: 'Ann Poe' }, 'Jane Doe met Jane Doe.'),
        files: { [SIDECAR]: 'annotations:\n  - { id: a1, type: person, quote: Jane Doe, after: " met" }\n' },
      },
      {
        text: seed({ Author: 'Ann Poe' }, 'Jane Doe met John Roe.'),
        files: { [SIDECAR]: 'annotations:\n  - { id: a1, type: person, quote: Jane Doe }\n' },
      },
      {
        text: seed({}, 'Jane Doe met Jane Doe.'),
        files: { [SIDECAR]: `annotations:\n  - { id: a1, type: person, quote: Jane Doe, at: ${JANE_AT} }\n` },
      },
    ],
  },

  'changed-annotation': {
    fires: [
      {
        text: seed({}, 'The ministers met ⟦Catherine Doe⟧, who owns the harbour.'),
        files: {
          [SIDECAR]:
            'annotations:\n  - { id: a1, type: person, quote: Katherine Doe, before: "The ministers met ", after: ", who owns the" }\n',
        },
        says: 'stands on changed words: “Catherine Doe”',
        fixes: {
          'Take over the changed words “Catherine Doe”':
            'annotations:\n  - { id: a1, type: person, quote: Catherine Doe, at: 90, before: "The ministers met ", after: ", who owns the" }\n',
        },
      },
      {
        text: seed({}, '“We are ⟦under reveiw⟧ since Monday”, the owner of the harbour said.'),
        files: {
          [SIDECAR]:
            'annotations:\n  - { id: a1, type: event, quote: under review, before: "“We are ", after: " since Monday”, the" }\n',
        },
      },
    ],
    silent: [
      { text: seed({}, 'The ministers met nobody.'), files: { [SIDECAR]: 'annotations: []\n' } },
      {
        text: seed({ Author: 'Ann Poe' }, 'Jane Doe met John Roe.'),
        files: { [SIDECAR]: 'annotations:\n  - { id: a1, type: person, quote: Jane Doe, at: 3 }\n' },
      },
      {
        text: seed({}, 'The ministers met Catherine Doe, who owns the harbour.'),
        files: {
          [SIDECAR]:
            'annotations:\n  - { id: a1, type: person, quote: Catherine Doe, before: "The ministers met ", after: ", who owns the" }\n',
        },
      },
    ],
  },

  'yaml-syntax': {
    fires: [
      { ...project('sources: [Skylark News\n⟦⟧') },
      { ...project('seeds: []\n⟦seeds⟧: []\n') },
      { ...sidecar([]), text: 'annotations:\n  - { id: a1, type: person, quote: "Jane "⟦Doe"⟧ }\n' },
      { ...facts('entities:\n⟦\t⟧- id: jane-doe\n') },
    ],
    silent: [
      project('sources: [Skylark News]\n'),
      project('# nothing yet\n'),
      sidecar(['id: a1, type: person, quote: "Jane: Doe"']),
      facts('entities: []\n'),
    ],
  },

  'yaml-shape': {
    fires: [
      { ...project('severities:\n  ⟦ambigous-date⟧: off\n'), says: 'did you mean "ambiguous-date"?' },
      { ...project('severities:\n  ambiguous-date: ⟦loud⟧\n'), says: 'is no severity' },
      { ...facts('⟦people⟧: []\n'), says: 'A facts file has its entries under "entities:"' },
      { ...sidecar([]), text: 'seedmark: 1\nannotations: ⟦none⟧\n' },
      { ...sidecar([]), text: 'seedmark: ⟦2⟧\nannotations: []\n' },
    ],
    silent: [
      project('severities:\n  ambiguous-date: OFF\n'),
      project('metadata:\n  required:\n'),
      project('someday: [1, 2]\n'),
      facts('- { id: jane-doe, type: person, name: Jane Doe }\n'),
      sidecar(['id: a1, type: person, quote: Jane Doe']),
    ],
  },

  'facts-entry': {
    fires: [
      { ...facts('entities:\n  - type: person\n    name: ⟦Jane Doe⟧\n'), says: 'This entity has no "id"' },
      { ...facts('entities:\n  - id: ⟦jane-doe⟧\n    name: Jane Doe\n'), says: 'This entity has no "type"' },
      { ...facts('entities:\n  - { id: doe, type: person, name: ⟦" "⟧ }\n'), says: 'This entity has no "name"' },
      {
        ...facts('entities:\n  - { id: doe, type: person, name: Jane Doe, aliases: [J. D., ⟦""⟧] }\n'),
        says: 'This alias is empty.',
      },
      {
        ...facts('entities:\n  - { id: doe, type: person, name: Jane Doe, relations: [{ ⟦type⟧: owns, to: roe }] }\n'),
        says: '"to" is the date until which it holds. Write "entity" instead.',
      },
      {
        ...facts('entities:\n  - { id: doe, type: person, name: Jane Doe, facts: [{ ⟦what⟧: born }] }\n'),
        says: 'This fact has no "value"',
      },
    ],
    silent: [
      facts('entities:\n  - { id: doe, type: person, name: Jane Doe }\n'),
      facts('entities:\n  - { id: doe, type: person, name: Jane Doe, aliases: [], facts: [], links: {} }\n'),
      facts('entities:\n  - { id: doe, type: person, name: Jane Doe, born: 1960, colour: blue }\n'),
      facts('# none yet\n'),
    ],
  },

  'sidecar-entry': {
    fires: [
      { ...sidecar([]), ...entry('id: a1', 'quote: Jane Doe') },
      { ...sidecar(['id: a1, type: person, quote: Jane Doe, status: ⟦maybe⟧']), says: 'The status "maybe" is unknown' },
      { ...sidecar(['id: a1, type: person, quote: Jane Doe, at: ⟦twelve⟧']), says: 'a whole number' },
      { ...sidecar([]), text: 'seedmark: 1\naccepted:\n  - ⟦quote: 05/07/2021⟧\n', says: 'has no "code"' },
      { ...related(['⟦id: r1⟧, type: knows, to: a1']), says: 'This relation has no “from” and is left out.' },
      { ...related(['⟦type: knows⟧, from: b2, to: a1']), says: 'This relation has no “id”.' },
      { ...related(['id: r1, type: ⟦[knows]⟧, from: b2, to: a1']), says: 'the key "type" should be a text' },
      { ...sidecar([]), text: 'relations:\n  - ⟦owns⟧\n', says: 'a relation has “id”, “type”, “from” and “to”' },
    ],
    silent: [
      sidecar(['id: a1, type: person, quote: Jane Doe']),
      sidecar(['id: a1, type: person, quote: [Jane, Doe], colour: blue, status: rejected']),
      { ...sidecar([]), text: 'seedmark: 1\naccepted:\n  - { code: ambiguous-date, quote: 05/07/2021 }\n' },
    ],
  },

  'duplicate-id': {
    fires: [
      {
        ...sidecar(['id: a1, type: person, quote: Jane Doe', 'id: ⟦a1⟧, type: person, quote: John Roe']),
        says: 'The id “a1” stands at an entry above, too.',
      },
      { ...related(['id: ⟦"b2"⟧, type: knows, from: a1, to: b2']) },
      { ...related(['id: r1, type: knows, from: a1, to: b2', 'id: ⟦r1⟧, type: knows, from: b2, to: a1']) },
      {
        ...facts(
          'entities:\n  - { id: doe, type: person, name: Jane Doe }\n  - { id: ⟦doe⟧, type: person, name: John Doe }\n',
        ),
        says: 'The id “doe” stands at an entry above, too, and that entry counts.',
      },
      {
        ...facts('entities:\n  - { id: ⟦doe⟧, type: person, name: Jane Doe }\n', {
          'facts/a b.yaml': '- { id: doe, type: person, name: John Doe }\n',
        }),
        says: 'The id “doe” stands in a b.yaml, too, and that entry counts.',
      },
      {
        ...facts('entities:\n  - { id: ⟦doe⟧, type: person, name: Jane Doe }\n', {
          'x.facts.yaml': '- { id: doe, type: person, name: John Doe }\n',
        }),
        says: 'The id “doe” stands in x.facts.yaml, too, and this entry counts.',
      },
    ],
    silent: [
      related(['id: r1, type: knows, from: a1, to: b2']),
      sidecar(['id: a1, type: person, quote: Jane Doe', 'id: A1, type: person, quote: John Roe']),
      facts('entities:\n  - { id: doe, type: person, name: Jane Doe }\n', {
        'facts/b.yaml': '- { id: Doe, type: person, name: John Doe }\n',
      }),
      // What has no id is told that it has none.
      { ...sidecar(['type: person, quote: Jane Doe', 'type: person, quote: John Roe']), also: ['sidecar-entry'] },
    ],
  },

  'facts-date': {
    fires: [
      { ...stated('on: ⟦2021-02-30⟧'), says: 'February 2021 has 28 days' },
      { ...stated('on: ⟦2021-13⟧'), says: 'There is no month 13' },
      {
        ...stated('on: ⟦"5 July 2021"⟧'),
        says: '“5 July 2021” is no ISO date, as dates of facts are. Write 2021-07-05.',
      },
      { ...stated('from: ⟦05/07/2021⟧, to: ⟦soon⟧'), says: 'can be read as 5 July 2021 or as 7 May 2021' },
      {
        ...stated('from: 2021-07-05, to: ⟦2021-07-04⟧'),
        says: 'This ends with 2021-07-04, before it begins, which is 2021-07-05.',
      },
      { ...stated('from: 2021-07, to: ⟦2020⟧') },
      { ...stated('from: -0044, to: ⟦-0045-12⟧') },
      {
        ...facts(
          'entities:\n  - { id: doe, type: person, name: Jane Doe, relations: [{ type: knows, entity: doe, from: ⟦then⟧ }] }\n',
        ),
      },
    ],
    silent: [
      ...['on: 2021', 'on: 2020-02-29', 'on: 2021-07-05T22:41Z', 'on: -0044-03-15', 'on: "0800"'].map(stated),
      ...['from: 2021-07-05, to: 2021', 'from: 2021, to: 2021-01', 'from: 2021-07-05, to: 2021-07-05'].map(stated),
      ...['from: 2021', 'to: 1998-10', 'on: , from: ~', 'on: ""'].map(stated),
      { ...stated('on: [2021]'), also: ['facts-entry'] },
    ],
  },

  'facts-link': {
    fires: [
      { ...linked('wikidata: ⟦q76⟧'), says: '“q76” is no item of Wikidata: that is the letter Q and a number' },
      { ...linked('wikidata: [Q1, ⟦P31⟧, ⟦"76"⟧]') },
      { ...linked('viaf: ⟦n79006779⟧, geonames: ⟦Berlin⟧'), says: 'is no number of VIAF' },
      { ...linked('isni: ⟦0000 0001 2103 2684⟧'), says: 'its last digit checks the others, and would be 3.' },
      { ...linked('isni: ⟦1234⟧'), says: 'is no ISNI: that has 16 digits' },
      { ...linked('url: ⟦www.example.org/a⟧'), says: 'such a one begins with https://' },
      { ...linked('url: ⟦http://example.org/⟧, wikidata: ⟦http://www.wikidata.org/wiki/Q1⟧') },
      { ...linked('url: ⟦"javascript:alert(1)"⟧') },
    ],
    silent: [
      linked('wikidata: Q76, viaf: 97113511, geonames: "2950159", url: https://example.org/'),
      linked('isni: [0000 0001 2103 2683, 0000-0001-2103-2683, "0000000121032683", 0000 0001 2281 955X]'),
      linked('wikidata: https://www.wikidata.org/wiki/Q76, Viaf: 1, homepage: http://example.org, gnd: 118540238'),
      linked('wikidata: "", url: ~'),
      { ...linked('wikidata: { a: b }'), also: ['facts-entry'] },
    ],
  },

  'shared-name': {
    fires: [
      {
        ...facts(
          'entities:\n  - { id: a, type: person, name: ⟦Jane Doe⟧ }\n  - { id: b, type: person, name: Jane Poe, aliases: [J. P., ⟦"Jane Doe"⟧] }\n',
        ),
        says: '“Jane Doe” is also a name of “b”. Where it stands in a text, it is linked to none of them.',
      },
      {
        ...facts('entities:\n  - { id: doe, type: person, name: Doe Inc., aliases: [{ text: ⟦O’Doe⟧, lang: en }] }\n', {
          'facts/b.yaml': '- { id: b, type: organization, name: "O\'Doe" }\n- { id: c, type: person, name: O’Doe }\n',
        }),
        says: '“O’Doe” is also a name of “b”, of the type “organization” and 1 more.',
      },
    ],
    silent: [
      facts('entities:\n  - { id: a, type: person, name: Jane Doe, aliases: [Jane Doe, Jane Doe] }\n'),
      facts('entities:\n  - { id: a, type: person, name: Doe }\n  - { id: b, type: person, name: DOE }\n'),
      facts('entities:\n  - { id: a, type: person, name: Jane Doe, aliases: ["%", "%"] }\n', PEOPLE_ALIKE),
      // One id is one entity: it is told that it stands twice.
      {
        ...facts(
          'entities:\n  - { id: a, type: person, name: Jane Doe }\n  - { id: a, type: person, name: Jane Doe }\n',
        ),
        also: ['duplicate-id'],
      },
    ],
  },

  'misplaced-quote': {
    fires: [
      {
        ...placed('quote: Jane Doe, at: ⟦7⟧, after: " met John"'),
        says: `The quote “Jane Doe” does not stand at its position 7, but at ${JANE_AT}. Correct “at”`,
      },
      {
        ...placed(`quote: ⟦Mary Poe⟧, at: ${JANE_AT}`),
        says: `does not stand at its position ${JANE_AT}, and nowhere with its context.`,
      },
    ],
    silent: [
      placed(`quote: Jane Doe, at: ${JANE_AT}`),
      placed('quote: Jane Doe'),
      placed('quote: Jane Doe, at: 7, text: 0ff'),
      // Of another text the position says nothing.
      { ...placed(''), text: 'text: 0ff\nannotations:\n  - { id: a1, type: person, quote: Jane Doe, at: 7 }\n' },
      { ...placed('quote: Jane Doe, at: 7'), files: {}, also: ['missing-seed'] },
    ],
  },

  'unknown-type': {
    fires: [
      {
        ...sidecar([]),
        text: 'seedmark: 1\nannotations:\n  - { id: a1, type: ⟦vessel⟧, quote: Jane Doe }\n',
        says: 'The type “vessel” is not known',
      },
      {
        ...facts('entities:\n  - { id: jane-doe, type: ⟦Person⟧, name: Jane Doe }\n'),
        says: 'The type “Person” is not known. Did you mean “person”? Use one of person,',
      },
    ],
    silent: [
      sidecar(['id: a1, type: person, quote: Jane Doe']),
      sidecar(['id: a1, type: vessel, quote: Jane Doe'], { 'seedmark.yaml': 'types: [vessel]\n' }),
      facts('entities:\n  - { id: doe, type: organization, name: Jane Doe }\n'),
    ],
  },

  'unknown-entity': {
    fires: [
      {
        ...sidecar(['id: a1, type: person, quote: Jane Doe, entity: ⟦jane-do⟧'], PEOPLE),
        says: 'No facts file has the entity “jane-do”. Did you mean “jane-doe”? Correct the id, or remove the line “entity:”.',
      },
      {
        ...sidecar(['id: a1, type: person, quote: Jane Doe, entity: ⟦"mary poe"⟧'], PEOPLE),
        says: 'Add it to a file in a folder “facts”, or remove',
      },
      {
        ...sidecar(['id: a1, type: person, quote: Jane Doe, entity: ⟦jane-doe⟧']),
        says: 'This workspace has no facts file, and so not the entity “jane-doe”.',
      },
      {
        ...sidecar(
          ['id: a1, type: person, quote: Jane Doe, entity: ⟦a⟧', 'id: a2, type: person, quote: John Roe, entity: ⟦b⟧'],
          PEOPLE,
        ),
      },
      {
        ...withRelations('{ type: knows, entity: ⟦john-ro⟧ }, { type: knows, entity: ⟦nobody⟧ }', {
          'facts/b.yaml': '- { id: john-roe, type: person, name: John Roe }\n',
        }),
        says: 'No facts file has the entity “john-ro”, which this relation leads to. Did you mean “john-roe”?',
      },
    ],
    silent: [
      sidecar(['id: a1, type: person, quote: Jane Doe, entity: jane-doe'], PEOPLE),
      withRelations('{ type: knows, entity: jane-doe }, { type: knows, entity: john-roe }', {
        'facts/b.yaml': '- { id: john-roe, type: person, name: John Roe }\n',
      }),
      // An id may be left to be made of the name.
      sidecar(['id: a1, type: person, quote: Jane Doe, entity: jane-doe'], {
        'deep/down/x.facts.yaml': '- { type: person, name: Jane Doe }\n',
      }),
      sidecar(['id: a1, type: person, quote: Jane Doe, entity: ""']),
      sidecar(['id: a1, type: person, quote: Jane Doe, entity: ~']),
      sidecar(['id: a1, type: person, quote: Jane Doe']),
    ],
  },

  'unknown-attribute': {
    fires: [
      {
        ...sidecar(['id: a1, type: person, quote: Jane Doe, attributes: { ⟦rolle⟧: speaker }'], ROLES),
        says: 'By seedmark.yaml, “person” has no attribute “rolle”. Use one of role, office, or define it under “attributes:” of the type.',
      },
      {
        ...sidecar(
          ['id: a1, type: person, quote: Jane Doe, status: rejected, attributes: { office: x, role: ⟦"speeker"⟧ }'],
          ROLES,
        ),
        says: 'By seedmark.yaml, the attribute “role” is never “speeker”. Use one of speaker, witness, or add it to “values:” of the attribute.',
      },
      {
        ...sidecar(['id: a1, type: place, quote: Jane Doe, attributes: { ⟦role⟧: speaker, ⟦office⟧: none }'], ROLES),
        says: '“place” has no attribute “role”. It has none. Remove it, or define it',
      },
      {
        ...sidecar(['id: a1, type: date, quote: Jane, attributes: { value: x, era: y, mod: ⟦CIRCA⟧, ⟦no⟧: z }'], ROLES),
      },
    ],
    silent: [
      sidecar(['id: a1, type: person, quote: Jane Doe, attributes: { role: witness, office: mayor }'], ROLES),
      sidecar(['id: a1, type: person, quote: Jane Doe, attributes: { anything: goes }']),
      sidecar(['id: a1, type: organization, quote: Jane Doe, attributes: { anything: goes }'], ROLES),
      sidecar(['id: a1, type: time, quote: Jane Doe, attributes: { mod: CIRCA }'], ROLES),
      sidecar(['id: a1, type: person, quote: Jane Doe, attributes: { role: "" }'], {
        'seedmark.yaml': 'types: [{ id: person, label: Human }]\n',
      }),
      {
        ...sidecar(['id: a1, type: human, quote: Jane Doe, attributes: { role: x }'], ROLES),
        also: ['unknown-type'],
      },
      // A value of the wrong kind is told once.
      {
        ...sidecar(['id: a1, type: person, quote: Jane Doe, attributes: { role: [x] }'], ROLES),
        also: ['sidecar-entry'],
      },
    ],
  },

  'relation-end': {
    fires: [
      {
        ...related(['id: r1, type: knows, from: ⟦a9⟧, to: b2']),
        says: 'This file has no annotation with the id “a9”, which this relation starts from.',
      },
      { ...related(['id: r1, type: knows, from: ⟦"x"⟧, to: ⟦y⟧'], KNOWS) },
      // A relation is no end of one.
      { ...related(['id: r1, type: knows, from: a1, to: ⟦r1⟧']), says: 'which this relation leads to' },
    ],
    silent: [
      related(['id: r1, type: knows, from: a1, to: b2', 'id: r2, type: likes, from: a1, to: a1, note: x, colour: y']),
      related([]),
      { ...sidecar([]), text: 'relations: ~\n' },
    ],
  },

  'relation-type': {
    fires: [
      {
        ...related(['id: r1, type: ⟦Know⟧, from: a1, to: b2'], KNOWS),
        says: 'The relation “Know” is not known. Use one of knows, owns, or define it',
      },
      {
        ...related(['id: r1, type: owns, from: a1, to: ⟦b2⟧'], KNOWS),
        says: 'By seedmark.yaml, “owns” leads to product, but this annotation is of the type “person”.',
      },
      {
        ...related(['id: r1, type: sails, from: ⟦a1⟧, to: ⟦b2⟧'], {
          'seedmark.yaml': 'relations: [{ id: sails, from: [product], to: place }]\n',
        }),
      },
      {
        ...withRelations('{ type: ⟦know⟧, entity: jane-doe }', KNOWS),
        says: 'The relation “know” is not known. Did you mean “knows”? Use one of knows, owns, or define it',
      },
      {
        ...withRelations('{ type: owns, entity: ⟦jane-doe⟧ }', KNOWS),
        says: 'By seedmark.yaml, “owns” leads to product, but the other entity is of the type “person”.',
      },
      {
        ...facts('entities:\n  - { id: x, type: place, name: X, relations: [{ type: ⟦knows⟧, entity: jane }] }\n', {
          ...KNOWS,
          'facts/b.yaml': '- { id: jane, type: person, name: Jane Doe }\n',
        }),
        says: '“knows” starts from person, but this entity is of the type “place”.',
      },
    ],
    silent: [
      related(['id: r1, type: knows, from: a1, to: b2'], KNOWS),
      withRelations('{ type: knows, entity: jane-doe }', KNOWS),
      withRelations('{ type: whatever, entity: jane-doe }'),
      related(['id: r1, type: whatever, from: a1, to: b2']),
      related(['id: r1, type: knows, from: a1, to: b2'], { 'seedmark.yaml': 'relations: [knows]\n' }),
      { ...related(['id: r1, type: owns, from: a1, to: a9'], KNOWS), also: ['relation-end'] },
    ],
  },

  'missing-seed': {
    fires: [
      {
        name: 'seeds/gone é.txt.annotations.yaml'.replace(' ', '%20').replace('é', '%C3%A9'),
        text: '⟦seedmark: 1⟧\nannotations: []\n',
        says: 'The seed of these annotations, gone é.txt, is not here.',
      },
      {
        name: SIDECAR,
        text: '⟦# mine⟧\r\nannotations: []\r\n',
        files: { 'seeds/b.txt': seed() },
      },
      { ...sourced('⟦seeds/b.txt⟧', SEED), says: 'There is no file “seeds/b.txt” in this workspace' },
      { ...sourced('⟦b.seed.txt⟧', SEED) },
      { ...sourced('⟦seeds/b.txt#L3⟧', SEED) },
      { ...sourced('⟦papers/report.pdf⟧') },
    ],
    silent: [
      sidecar([]),
      { ...sidecar([]), text: '' },
      sourced('seeds/a.txt', SEED),
      sourced('seeds/a.txt#L3', SEED),
      sourced('../seeds/a.txt', SEED),
      sourced('/seeds/./a.txt', SEED),
      sourced('seeds\\a.txt', SEED),
      sourced('a.txt', { 'facts/a.txt': 'x' }),
      sourced('papers/report.pdf', { 'papers/report.pdf': '%PDF' }),
      ...['https://example.org/a.txt', 'doi:10.1000/182.txt', 'www.example.org/a.html', 'example.co.uk/a.pdf'].map(
        (source) => sourced(source),
      ),
      ...['AFP/Reuters', 'A/RES/217', '10.1000/182', 'TASS, 5/7/2021', 'the ministry’s press release', 'p. 12/13'].map(
        (source) => sourced(source),
      ),
      // What lies outside of the workspace is nobody's business.
      sourced('../../elsewhere/b.txt'),
    ],
  },
};

/** An entry of a sidecar in lines, whose first keys are given. */
function entry(first: string, second: string) {
  return {
    text: `seedmark: 1\nannotations:\n  - ⟦${first}⟧\n    ${second}\n`,
    says: 'This annotation has no "type" and is left out.',
  };
}
