import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addFactEdit } from '../../server/src/edits/add-fact.ts';
import { sayingOf } from '../../server/src/edits/facts-entries.ts';
import { mergeEdit } from '../../server/src/edits/merge-entities.ts';
import { reidFactsEdit, reidSidecarEdit, renameEdit } from '../../server/src/edits/rename-entity.ts';
import { readFacts } from '../../server/src/facts/read.ts';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.ts';

function textAfter(
  text: string,
  outcome: { readonly edits: readonly TextEdit[] } | { readonly problem: string },
): string {
  return 'problem' in outcome ? outcome.problem : applyEdits(text, outcome.edits);
}

const BLOCK = `# People
entities:
  - id: wang
    type: person
    name: Wang Wenbin   # spokesman
    facts:
      - what: born
        value: 1971
  # the other one
  - id: zhao
    type: person
    name: Zhao Lijian
    relations:
      - type: knows
        entity: wang
`;
const FLOW = `entities:\r\n  - { id: wang, type: person, name: "Wang Wenbin", aliases: [Wang] }\r\n  - { id: zhao, type: person, name: Zhao }\r\n`;
const BARE = `- id: wang\n  type: person\n  name: Wang Wenbin\n- id: zhao\n  type: person\n  name: Zhao\n`;

describe('a fact is added', () => {
  const fact = { what: 'role', value: 'spokesman: "first"', on: '2021-07-05', source: 'seeds/a.txt#L12' };

  test('behind the others', () => {
    expect(textAfter(BLOCK, addFactEdit(BLOCK, 'wang', fact))).toBe(
      BLOCK.replace(
        '        value: 1971\n',
        `        value: 1971
      - what: role
        value: "spokesman: \\"first\\""
        on: "2021-07-05"
        source: seeds/a.txt#L12
`,
      ),
    );
  });

  test('where there are none yet', () => {
    expect(textAfter(BARE, addFactEdit(BARE, 'wang', { what: 'born', value: '1971' }))).toBe(
      BARE.replace('Wenbin\n', 'Wenbin\n  facts:\n    - what: born\n      value: "1971"\n'),
    );
    expect(textAfter(FLOW, addFactEdit(FLOW, 'zhao', { what: 'born', value: 'Hebei' }))).toBe(
      FLOW.replace('name: Zhao }', 'name: Zhao, facts: [{ what: born, value: Hebei }] }'),
    );
  });

  test('to nobody who is not there, and to no file that is damaged', () => {
    expect(textAfter(BLOCK, addFactEdit(BLOCK, 'nobody', fact))).toMatch(/cannot be found/);
    expect(textAfter('entities: [', addFactEdit('entities: [', 'wang', fact))).toMatch(/cannot be read as YAML/);
  });
});

describe('an entity gets another name', () => {
  test('and goes by the old one, too', () => {
    expect(textAfter(BLOCK, renameEdit(BLOCK, 'wang', 'Wang W.'))).toBe(
      BLOCK.replace('name: Wang Wenbin ', 'name: Wang W. ').replace(
        '        value: 1971\n',
        '        value: 1971\n    aliases: [Wang Wenbin]\n',
      ),
    );
    expect(textAfter(FLOW, renameEdit(FLOW, 'wang', 'Wang W.'))).toBe(
      FLOW.replace('"Wang Wenbin"', 'Wang W.').replace('[Wang]', '[Wang, Wang Wenbin]'),
    );
  });
});

describe('an entity gets another id', () => {
  test('where facts name it', () => {
    expect(textAfter(BLOCK, reidFactsEdit(BLOCK, 'wang', 'wang-wenbin'))).toBe(
      BLOCK.replace('id: wang', 'id: wang-wenbin').replace('entity: wang', 'entity: wang-wenbin'),
    );
  });

  test('where annotations name it', () => {
    const sidecar =
      'seedmark: 1\nannotations:\n  - id: a1 # first\n    type: person\n    quote: Wang\n    entity: wang\n  - {id: a2, type: person, quote: Zhao, entity: zhao}\n';
    expect(textAfter(sidecar, reidSidecarEdit(sidecar, 'wang', 'w2'))).toBe(
      sidecar.replace('entity: wang', 'entity: w2'),
    );
    expect(textAfter(sidecar, reidSidecarEdit(sidecar, 'nobody', 'w2'))).toBe(sidecar);
  });
});

describe('entities are merged', () => {
  test('what the other says is kept, and what leads to it leads to the one', () => {
    const other =
      'entities:\n  - id: w2\n    type: person\n    name: Wang W.\n    description: a spokesman\n    facts:\n      - {what: born, value: 1971}\n      - {what: party, value: CPC}\n    links: {wikidata: Q1}\n  - id: ann\n    type: person\n    name: Ann\n    relations: [{type: knows, entity: w2}]\n';
    const result = mergeEdit(
      new Map([
        ['a', BLOCK],
        ['b', other],
      ]),
      'wang',
      new Set(['w2']),
    );
    if ('problem' in result) throw new Error(result.problem);
    const [a, b] = result.files;
    expect(applyEdits(BLOCK, a?.edits ?? [])).toBe(
      BLOCK.replace(
        '        value: 1971\n',
        `        value: 1971
      - what: party
        value: CPC
    description: a spokesman
    aliases: [Wang W.]
    links: { wikidata: Q1 }
`,
      ),
    );
    expect(applyEdits(other, b?.edits ?? [])).toBe(
      'entities:\n  - id: ann\n    type: person\n    name: Ann\n    relations: [{type: knows, entity: wang}]\n',
    );
  });

  test('a second description becomes a fact', () => {
    const text =
      'entities:\n  - id: a\n    type: person\n    name: A\n    description: one\n  - id: b\n    type: person\n    name: B\n    description: two\n';
    const result = mergeEdit(new Map([['f', text]]), 'a', new Set(['b']));
    if ('problem' in result) throw new Error(result.problem);
    expect(applyEdits(text, result.files[0]?.edits ?? [])).toBe(
      'entities:\n  - id: a\n    type: person\n    name: A\n    description: one\n    aliases: [B]\n    facts:\n      - what: description\n        value: two\n',
    );
  });

  test.each([
    ['wang', ['nobody'], /no other entry/],
    ['nobody', ['wang'], /No facts file/],
  ])('%s with %s is refused', (kept, others, problem) => {
    const result = mergeEdit(new Map([['a', BLOCK]]), kept, new Set(others));
    expect('problem' in result && result.problem).toMatch(problem);
  });
});

// ---- whatever the file looks like ------------------------------------------------------------------------------------

const word = fc.constantFrom('Wang', 'Zhao: x', '#1', 'Ann’s "Co"', '- y', 'Q1', '1971', 'yes', 'a, b');
const entry = fc.record({
  aliases: fc.option(fc.array(word, { maxLength: 3 }), { nil: undefined }),
  description: fc.option(word, { nil: undefined }),
  facts: fc.option(fc.array(word, { maxLength: 2 }), { nil: undefined }),
  relations: fc.boolean(),
  links: fc.option(word, { nil: undefined }),
  flow: fc.boolean(),
  comment: fc.boolean(),
});

function written(
  entries: readonly (typeof entry extends fc.Arbitrary<infer T> ? T : never)[],
  bare: boolean,
  crlf: boolean,
): string {
  const q = (text: string) => JSON.stringify(text);
  const pad = bare ? '' : '  ';
  const lines = entries.flatMap(({ aliases, description, facts, relations, links, flow, comment }, i) => {
    const other = `e${(i + 1) % entries.length}`;
    if (flow) {
      const parts = [
        `id: e${i}`,
        'type: person',
        `name: Name ${i}`,
        ...(aliases ? [`aliases: [${aliases.map(q).join(', ')}]`] : []),
        ...(description ? [`description: ${q(description)}`] : []),
        ...(facts ? [`facts: [${facts.map((value) => `{what: w, value: ${q(value)}}`).join(', ')}]`] : []),
        ...(relations ? [`relations: [{type: r, entity: ${other}}]`] : []),
        ...(links ? [`links: {wikidata: ${q(links)}}`] : []),
      ];
      return [`${pad}- { ${parts.join(', ')} }${comment ? ' # so' : ''}`];
    }
    return [
      ...(comment ? [`${pad}# of ${i}`] : []),
      `${pad}- id: e${i}`,
      `${pad}  type: person`,
      `${pad}  name: Name ${i}${comment ? ' # so' : ''}`,
      ...(aliases ? [`${pad}  aliases:`, ...aliases.map((alias) => `${pad}    - ${q(alias)}`)] : []),
      ...(description ? [`${pad}  description: ${q(description)}`] : []),
      ...(facts ? [`${pad}  facts:`, ...facts.map((value) => `${pad}    - {what: w, value: ${q(value)}}`)] : []),
      ...(relations ? [`${pad}  relations:`, `${pad}    - type: r`, `${pad}      entity: ${other}`] : []),
      ...(links ? [`${pad}  links:`, `${pad}    wikidata: ${q(links)}`] : []),
      ...(comment ? [''] : []),
    ];
  });
  const eol = crlf ? '\r\n' : '\n';
  return `${[...(bare ? [] : ['entities:']), ...lines].join(eol)}${eol}`;
}

test('in files of all styles an edit does what it should or is refused, and hardly ever refused', () => {
  let done = 0;
  let refused = 0;
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 2, maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('fact', 'name', 'id', 'merge'),
      word,
      (entries, bare, crlf, what, value) => {
        const text = written(entries, bare, crlf);
        const before = readFacts(text).entities;
        const result =
          what === 'fact'
            ? addFactEdit(text, 'e0', { what: 'said', value })
            : what === 'name'
              ? renameEdit(text, 'e0', `New ${value}`)
              : what === 'id'
                ? reidFactsEdit(text, 'e0', 'new-id')
                : mergeEdit(new Map([['f', text]]), 'e0', new Set(['e1']));
        if ('problem' in result) {
          refused++;
          return;
        }
        done++;
        const edits = 'edits' in result ? result.edits : (result.files[0]?.edits ?? []);
        const now = applyEdits(text, edits);
        const found = readFacts(now).entities;
        const comments = (all: string) => (all.match(/# so/g) ?? []).length;
        if (what === 'merge') {
          expect(found.map(({ id }) => id)).toEqual(before.map(({ id }) => id).filter((id) => id !== 'e1'));
          const names = found[0] && [found[0].name, ...found[0].aliases];
          for (const name of [before[1]?.name ?? '', ...(before[1]?.aliases ?? [])]) expect(names).toContain(name);
          const said = JSON.stringify(found[0]);
          for (const fact of before[1]?.facts ?? []) expect(said).toContain(JSON.stringify(fact.value));
          expect(found.flatMap(({ relations }) => relations.map((one) => one.entity))).not.toContain('e1');
        } else {
          expect(comments(now)).toBe(comments(text));
          expect(found).toHaveLength(before.length);
          before.forEach((one, i) => {
            const other = found[i];
            if (other === undefined || (i === 0 && what !== 'id')) return;
            if (what !== 'id') expect(sayingOf(other)).toBe(sayingOf(one));
          });
        }
        if (what === 'fact') expect(found[0]?.facts.at(-1)).toMatchObject({ what: 'said', value });
        if (what === 'name')
          expect(found[0]).toMatchObject({ name: `New ${value}`, aliases: expect.arrayContaining(['Name 0']) });
        if (what === 'id') expect(JSON.stringify(found.map(sayingOf))).not.toContain('"e0"');
      },
    ),
    { numRuns: 400 },
  );
  expect(refused).toBeLessThan(done / 20);
});
