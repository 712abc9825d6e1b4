import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSidecar } from '../../server/src/annotations/sidecar.ts';

/** Ids of the annotations, then one line a problem. */
function check(text: string): string[] {
  const { sidecar, problems } = readSidecar(text);
  return [
    `${sidecar.annotations.map(({ id }) => id).join(' ')}${sidecar.damaged ? ' (damaged)' : ''}`,
    ...problems.map(
      ({ code, span, message }) => `${code} ${JSON.stringify(text.slice(span.start, span.end))}: ${message}`,
    ),
  ];
}

const GOOD = `seedmark: 1
text: 9f2c01ab
annotations:
  - id: a1
    type: person
    quote: Li Wei
    at: 12
    before: "by "
    after: ", who"
  - id: b2
    type: place
    quote: [New, York]
    entity: new-york
    note: |
      two parts
    by: [Ann, Bo]
    on: "2021-07-05"
    status: rejected
    attributes: {role: seat}
    text: 0ld
relations: []
accepted:
  - code: keyword-not-in-text
    quote: CPC
unknown: {a: b}
`;

test('all that an entry can say', () => {
  const { sidecar, problems } = readSidecar(GOOD);
  expect(problems).toEqual([]);
  expect(sidecar.text).toBe('9f2c01ab');
  expect(sidecar.damaged).toBeUndefined();
  const said = sidecar.annotations.map(
    ({ span, entitySpan, idSpan, typeSpan, quoteSpan, atSpan, attributeSpans, ...rest }) => rest,
  );
  expect(said).toEqual([
    {
      ...{
        id: 'a1',
        type: 'person',
        quote: ['Li Wei'],
        at: 12,
        before: 'by ',
        after: ', who',
        by: [],
        status: 'confirmed',
      },
      ...{ attributes: new Map(), entity: undefined, note: undefined, on: undefined, text: undefined },
    },
    {
      ...{ id: 'b2', type: 'place', quote: ['New', 'York'], at: undefined, before: '', after: '', by: ['Ann', 'Bo'] },
      ...{ status: 'rejected', attributes: new Map([['role', 'seat']]), entity: 'new-york', note: 'two parts\n' },
      ...{ on: '2021-07-05', text: '0ld' },
    },
  ]);
  const [first, second] = sidecar.annotations;
  expect(GOOD.slice(first?.span.start, first?.span.end)).toMatch(/^id: a1[\s\S]*after: ", who"$/);
  expect(first?.entitySpan).toBeUndefined();
  expect(GOOD.slice(second?.entitySpan?.start, second?.entitySpan?.end)).toBe('new-york');
  const { name, value } = second?.attributeSpans?.get('role') ?? {};
  expect([GOOD.slice(name?.start, name?.end), GOOD.slice(value?.start, value?.end)]).toEqual(['role', 'seat']);
});

test.each([
  ['an empty file', ''],
  ['comments only', '# nothing yet\n'],
  ['no list', 'seedmark: 1\n'],
  ['an empty list', 'annotations: []\n'],
  ['nothing', 'annotations:\n'],
])('%s has no annotations and no problems', (_, text) => expect(check(text)).toEqual(['']));

test('line ends, byte order mark, anchors, flow style', () => {
  expect(check(`\ufeff${GOOD.replace(/\n/g, '\r\n')}`)).toEqual(['a1 b2']);
  expect(check(GOOD.replace(/\n/g, '\r'))).toEqual(['a1 b2']);
  expect(
    check('annotations:\n- &x {id: a, type: person, quote: Li}\n- {id: b, type: person, quote: Bo, by: &n [Ann]}\n'),
  ).toEqual(['a b']);
});

test('a bad entry is reported, the others go on', () => {
  const text = `annotations:
  - id: a
    type: person
  - id: b
    quote: Li
  - just words
  -
  - type: person
    quote: Bo
  - {id: c, type: [x], quote: Li}
  - {id: d, type: person, quote: {a: b}}
  - {id: e, type: person, quote: [], at: 1}
  - {id: f, type: person, quote: Li, at: twelve, by: {x: y}, before: [z]}
  - {id: g, type: person, quote: Li, status: perhaps}
  - {id: g, type: person, quote: Bo}
  - {id: h, type: person, quote: ""}
`;
  expect(check(text)).toMatchInlineSnapshot(`
    [
      "#5 f g g",
      "sidecar-entry "id: a": This annotation has no "quote" and is left out. Add the annotated words, such as "quote: Jane Doe".",
      "sidecar-entry "id: b": This annotation has no "type" and is left out. Add one, such as "type: person".",
      "sidecar-entry "just words": This entry is the text "just words"; an annotation has at least "type" and "quote". Complete or remove it.",
      "sidecar-entry "": This entry is empty; an annotation has at least "type" and "quote". Complete or remove it.",
      "sidecar-entry "type: person": This annotation has no "id", so that nothing can refer to it and no command can change it. Add one: a letter and seven letters or digits.",
      "sidecar-entry "[x]": Here stands a list, but the key "type" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
      "sidecar-entry "{a: b}": Here stands a mapping, but the key "quote" should be a list of texts. Write one text a line, each after "- ".",
      "sidecar-entry "id: e": This annotation has no "quote" and is left out. Add the annotated words, such as "quote: Jane Doe".",
      "sidecar-entry "twelve": Here stands the text "twelve", but the key "at" should be a whole number. Write digits only, such as 612, or remove the line.",
      "sidecar-entry "{x: y}": Here stands a mapping, but the key "by" should be a list of texts. Write one text a line, each after "- ".",
      "sidecar-entry "[z]": Here stands a list, but the key "before" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
      "sidecar-entry "perhaps": The status "perhaps" is unknown. Write confirmed, suggested or rejected; until then the annotation counts as suggested.",
      "duplicate-id "g": The id “g” stands at an entry above, too. Give one of the two another id, or remove one.",
      "sidecar-entry "id: h": This annotation has no "quote" and is left out. Add the annotated words, such as "quote: Jane Doe".",
    ]
  `);
});

test('a file of another shape is not written into', () => {
  expect(check('- id: a\n')).toMatchInlineSnapshot(`
    [
      " (damaged)",
      "yaml-shape "- id: a": This file begins with a list; an annotations file has the keys "seedmark", "text" and "annotations". Put the entries under "annotations:".",
    ]
  `);
  expect(check('annotations: none\n')).toMatchInlineSnapshot(`
    [
      " (damaged)",
      "yaml-shape "none": Here stands the text "none", but the key "annotations" should be a list. Write one entry a line, each after "- ".",
    ]
  `);
  expect(check('seedmark: 2\nannotations: []')).toMatchInlineSnapshot(`
    [
      " (damaged)",
      "yaml-shape "2": “seedmark:” says which version of the format this file has. Here it is the number 2; this program knows version 1 and will not write into a file of another. Update Seedmark, or correct the number.",
    ]
  `);
  expect(check('just text')).toMatchInlineSnapshot(`
    [
      " (damaged)",
      "yaml-shape "just text": This file begins with the text "just text"; an annotations file has the keys "seedmark", "text" and "annotations". Put the entries under "annotations:".",
    ]
  `);
});

test('two lists, left by a merge, are both read', () => {
  const list = (id: string) => `annotations:\n  - {id: ${id}, type: person, quote: Li}\n`;
  expect(check(list('a') + list('b'))).toMatchInlineSnapshot(`
    [
      "a b (damaged)",
      "yaml-syntax "annotations": A second list of annotations begins here; both are read. Remove this line, so that they become one list.",
    ]
  `);
});

test('an open quote harms its own entry only', () => {
  expect(check(GOOD.replace('", who"', '", who'))).toMatchInlineSnapshot(`
    [
      "b2 (damaged)",
      "yaml-syntax "\\"": A quotation mark is opened here and never closed. Close it.",
    ]
  `);
});

test('a merge conflict between entries harms none, one inside an entry harms that', () => {
  const entry = (id: string) => `  - id: ${id}\n    type: person\n    quote: Li\n`;
  const mine = '<<<<<<< HEAD\n';
  const theirs = '>>>>>>> theirs\n';
  expect(
    check(`text: x\nannotations:\n${entry('a')}${mine}${entry('b')}=======\n${entry('c')}${theirs}${entry('d')}`),
  ).toMatchInlineSnapshot(`
    [
      "a b c d (damaged)",
      "yaml-syntax "<<<<<<< HEAD": A merge left both versions of this place here. Keep the lines that are right and remove the others with the <<<<<<<, ======= and >>>>>>> lines.",
    ]
  `);
  const inside = `  - id: b\n${mine}    type: person\n=======\n    type: place\n${theirs}    quote: Li\n`;
  expect(check(`annotations:\n${entry('a')}${inside}${entry('d')}relations: []\n`)).toMatchInlineSnapshot(`
    [
      "a d (damaged)",
      "yaml-syntax "<<<<<<< HEAD": A merge left both versions of this place here. Keep the lines that are right and remove the others with the <<<<<<<, ======= and >>>>>>> lines.",
    ]
  `);
  const ids = `${mine}text: x\n=======\ntext: y\n${theirs}annotations:\n${entry('a')}`;
  expect(check(ids)).toMatchInlineSnapshot(`
    [
      "a (damaged)",
      "yaml-syntax "<<<<<<< HEAD": A merge left both versions of this place here. Keep the lines that are right and remove the others with the <<<<<<<, ======= and >>>>>>> lines.",
    ]
  `);
  expect(readSidecar(ids).sidecar.text).toBeUndefined();
});

test.each([
  ['a tab', '    type: person', '\t\ttype: person'],
  ['a stray line', '    quote: Li Wei', '    quote: Li Wei\nnonsense'],
  ['a lost indentation', '    quote: Li Wei', 'quote: Li Wei'],
  ['a colon in a text', 'quote: Li Wei', 'quote: he said: no'],
  ['an unknown alias', 'quote: Li Wei', 'quote: *who'],
])('%s is reported in its entry, the other entry works', (_, from, to) => {
  const text = GOOD.replace(from, to);
  const { sidecar, problems } = readSidecar(text);
  expect(sidecar.damaged).toBe(true);
  expect(sidecar.annotations.map(({ id }) => id)).toContain('b2');
  expect(sidecar.text).toBe('9f2c01ab');
  expect(problems.length).toBeGreaterThan(0);
  for (const { span } of problems) expect(span.start).toBeLessThan(text.indexOf('- id: b2'));
});

test('damage outside the list leaves all entries', () => {
  expect(check(GOOD.replace('relations: []', 'relations: [')).slice(0, 2)).toMatchInlineSnapshot(`
    [
      "a1 b2 (damaged)",
      "yaml-syntax "a": A bracket is opened above and not closed before this place. Add "]", and indent what is inside.",
    ]
  `);
  expect(check(`oops\n${GOOD}`).slice(0, 2)).toMatchInlineSnapshot(`
    [
      "a1 b2 (damaged)",
      "yaml-syntax "oops\\nseedmark": This text runs over several lines where a key is expected: a colon or a dash is missing, or a quote is open.",
    ]
  `);
});

test('any one line may go, come twice or be cut: nothing throws, and entries elsewhere stay', () => {
  const lines = GOOD.split('\n');
  const firstOfB = lines.indexOf('  - id: b2');
  for (const [index, line] of lines.entries()) {
    for (const instead of [[], [line, line], [line.slice(0, 7)], [`${line} "`], [`  ${line}`]]) {
      const { sidecar } = readSidecar(lines.toSpliced(index, 1, ...instead).join('\n'));
      const ids = sidecar.annotations.map(({ id }) => id);
      if (index > 2 && index < firstOfB) expect(ids, `${line} -> ${instead.join('|')}`).toContain('b2');
      if (index > firstOfB) expect(ids, `${line} -> ${instead.join('|')}`).toContain('a1');
    }
  }
});

test('never throws on any text', () => {
  const unit = fc.constantFrom(
    'annotations:',
    '\n',
    '  - ',
    'id: a',
    'type: b',
    'quote: "x',
    '"',
    '    ',
    '<<<<<<< x',
    '=======',
    '\r\n',
    '[',
    '{',
    '}',
    ': ',
    '# ',
    '|',
    '😀',
    '\ud83d',
    '\t',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 40 }), fc.string({ unit: 'binary' })), (text) => {
      const { problems, sidecar } = readSidecar(text);
      for (const { span } of [...problems, ...sidecar.annotations])
        expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a tab in the indentation is reported once a line, where it stands, and the other entries are read', () => {
  const entry = '  - id: b2\n    type: person\n    quote: Bo\n';
  for (const [text, lines] of [
    [`annotations:\n  - id: a1\n    type: person\n\tquote: Li\n    at: 3\n${entry}`, [4]],
    [`annotations:\n\t- id: a1\n\t  type: person\n\t  quote: Li\n${entry}`, [2]],
  ] as const) {
    const { sidecar, problems } = readSidecar(text);
    expect(sidecar.annotations.map(({ id }) => id)).toEqual(['b2']);
    expect(problems.map(({ message }) => message)).toEqual(lines.map(() => expect.stringContaining('A tab stands')));
    expect(problems.map(({ span }) => text.slice(0, span.start).split('\n').length)).toEqual(lines);
    for (const { span } of problems) expect(text.slice(span.start, span.end)).toBe('\t');
  }
});

test.each([
  ['everywhere: true\n    status: rejected', true],
  ['everywhere: yes\n    status: rejected', true],
  ['everywhere: false\n    status: rejected', undefined],
  ['everywhere: true', undefined],
])('of a rejected annotation, whether it is one anywhere: %j', (lines, everywhere) => {
  const { sidecar, problems } = readSidecar(
    `annotations:\n  - id: a1\n    type: person\n    quote: Li\n    ${lines}\n`,
  );
  expect(problems).toEqual([]);
  expect(sidecar.annotations[0]?.everywhere).toBe(everywhere);
});

test('what is no truth value is reported', () => {
  const { problems } = readSidecar(
    'annotations:\n  - id: a1\n    type: person\n    quote: Li\n    everywhere: maybe\n',
  );
  expect(problems.map(({ message }) => message)).toEqual(['“everywhere” is “maybe” here. Write true, or remove it.']);
});
