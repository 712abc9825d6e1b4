import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAt } from '../../server/src/yaml/position.ts';
import { readYaml, type YamlNode } from '../../server/src/yaml/read.ts';
import { longRunOf } from '../support/unicode.ts';

/** The place at `$0` in a line: kind, path, the word in its context, and what else is true of it. */
function place(marked: string): string {
  const offset = marked.indexOf('$0');
  const text = marked.slice(0, offset) + marked.slice(offset + 2);
  const found = placeAt(text, offset);
  if (found === undefined) return 'nothing';
  const { kind, path, span, quote, flow, glued, colon, column, siblings, others } = found;
  const facts = [
    `${kind} ${path.join('/')}`.trimEnd(),
    JSON.stringify(text.slice(span.start, span.end)),
    quote !== undefined && `says ${found.text}`,
    flow && 'flow',
    glued && 'glued',
    colon && 'colon',
    kind !== 'value' && !flow && `column ${column}`,
    siblings.size > 0 && `beside ${[...siblings].map(([key, value]) => (value ? `${key}=${value}` : key)).join(' ')}`,
    others.length > 0 && `after ${others.join(' ')}`,
  ];
  return facts.filter((fact) => fact !== false).join(', ');
}

const check = (cases: readonly (readonly [string, string])[]) =>
  test.each(cases)('%j', (text, expected) => expect(place(text)).toBe(expected));

describe('keys', () => {
  check([
    ['$0', 'either, "", column 0'],
    ['se$0', 'either, "se", column 0'],
    ['\ufeffse$0', 'either, "se", column 0'],
    ['a: 1\n$0', 'key, "", column 0, beside a=1'],
    ['a: 1\nb$0', 'key, "b", column 0, beside a=1'],
    ['a: 1\r\nb$0\r\nc: 2\r\n', 'key, "b", column 0, beside a=1 c=2'],
    ['a: 1\n$0\nc: 2\n', 'key, "", column 0, beside a=1 c=2'],
    ['a$0: 1\nb: 2', 'key, "a", colon, column 0, beside b=2'],
    ['$0a: 1', 'key, "a", colon, column 0'],
    ['"a$0b" : 1', 'key, "\\"ab\\"", says ab, colon, column 0'],
    ['m:\n  $0', 'either m, "", column 2'],
    ['m:\n  x: 1\n  $0', 'key m, "", column 2, beside x=1'],
    ['m:\n  x: 1\n$0', 'key, "", column 0, beside m'],
    ['m:\n  x: 1\n $0', 'nothing'],
    ['m:\n  x: 1\n    $0', 'nothing'],
    ['m:\n  x:\n    $0', 'either m/x, "", column 4'],
    ['m:\n  $0\n  x: 1\n', 'key m, "", column 2, beside x=1'],
    ['m:\n  fo$0\n  x: 1\n', 'key m, "fo", column 2, beside x=1'],
    ['m:\n    $0\n  x: 1\n', 'nothing'],
    ['m:\n  x: 1\n\n\n  $0\n\n  z: 1\nq: 2', 'key m, "", column 2, beside x=1 z=1'],
    ['m:\n  "fo$0"\n  x: 1\n', 'key m, "\\"fo\\"", says fo, column 2, beside x=1'],
  ]);
});

describe('lists', () => {
  check([
    ['l:\n  - id: x\n    ty$0', 'key l/0, "ty", column 4, beside id=x'],
    ['l:\n  - id: x\n    ty$0\n    q: z', 'key l/0, "ty", column 4, beside id=x q=z'],
    ['l:\n  - id: x\n  - ty$0\n    q: z\n  - a', 'key l/1, "ty", column 4, beside q=z'],
    ['l:\n  - $0', 'either l/0, "", column 4'],
    ['l:\n  - $0\n    q: z', 'key l/0, "", column 4, beside q=z'],
    ['l:\n  -$0', 'either l/0, "", glued, column 4'],
    ['l:\n  - a\n  - b$0\n  - c\n', 'either l/1, "b", column 4, after a c'],
    ['l:\n- a\n- $0', 'either l/1, "", column 2, after a'],
    ['l:\n- a: 1\n  $0', 'key l/0, "", column 2, beside a=1'],
    ['l:\n- a\n$0', 'key, "", column 0, beside l'],
    ['l:\n- a\nm$0', 'key, "m", column 0, beside l'],
    ['l:\n- a\nm$0: 1\n', 'key, "m", colon, column 0, beside l'],
    ['l:\n  - a: 1\n  $0', 'item l, "", column 2'],
    ['l:\n  - a\n  b$0', 'item l, "b", column 2, after a'],
    ['l:\n  $0\n  - a', 'item l, "", column 2, after a'],
    ['- a\n$0', 'item, "", column 0, after a'],
    ['- id: a\n  na$0\n- id: b', 'key 0, "na", column 2, beside id=a'],
    ['- id: a\nna: x\n- i$0d: b', 'key 1, "id", colon, column 2'],
    ['- - a\n  - $0', 'either 0/1, "", column 4, after a'],
    ['l:\n  - id: a\n\n  # b\n  - ty$0pe: x', 'key l/1, "type", colon, column 4'],
  ]);
});

describe('values', () => {
  check([
    ['a: $0', 'value a, ""'],
    ['a:$0', 'value a, "", glued'],
    ['a:$0 b', 'nothing'],
    ['a:    $0  \nb: 1', 'value a, "", beside b=1'],
    ['a: $0 # why', 'value a, ""'],
    ['a: $0# why', 'nothing'],
    ['a: pe$0rson # why\nb: 1', 'value a, "person", beside b=1'],
    ['a: person $0', 'value a, "person "'],
    ['a: "pe$0r"', 'value a, "\\"per\\"", says per'],
    ["a: 'i$0t''s'", "value a, \"'it''s'\", says it's"],
    ['a: "pe$0', 'value a, "\\"pe", says pe'],
    ['a: "pe$0\nb: "c"\n', 'value a, "\\"pe", says pe, beside b=c'],
    ['a: &x !t pe$0', 'value a, "pe"'],
    ['a: x:y$0', 'value a, "x:y"'],
    ['a: x#$0y', 'value a, "x#y"'],
    ['a:\n  x$0', 'either a, "x", column 2'],
    ['a: $0\n  x: 1', 'nothing'],
    ['l:\n  - id: a\n    e: $0\n    q: z\n', 'value l/0/e, "", beside id=a q=z'],
  ]);
});

describe('brackets and braces', () => {
  check([
    ['l: [$0]', 'value l/0, "", flow'],
    ['l: [a, $0]', 'value l/1, "", flow, after a'],
    ['l: [a, b$0, c]', 'value l/1, "b", flow, after a c'],
    ['l: [a, b$0', 'value l/1, "b", flow, after a'],
    ['l: [a, $0\nm: 1', 'value l/1, "", flow, after a'],
    ['l: [a, b\nm$0: 1', 'key, "m", colon, column 0, beside l'],
    ['l: [\n  a,\n  $0\n]\nm: 1', 'value l/1, "", flow, after a'],
    ['l: [\n  a,\n  $0', 'value l/1, "", flow, after a'],
    ['l: [a,\n$0', 'key, "", column 0, beside l'],
    ['l: ["a", "b$0"]', 'value l/1, "\\"b\\"", says b, flow, after a'],
    ['l: [a]$0', 'nothing'],
    ['l: $0[a]', 'nothing'],
    ['l: [a # $0\n]', 'nothing'],
    ['m: {$0}', 'key m, "", flow'],
    ['m: {a: 1, b$0}', 'key m, "b", flow, beside a=1'],
    ['m: {a: 1, b$0: 2}', 'key m, "b", flow, colon, beside a=1'],
    ['m: {"a$0": 1}', 'key m, "\\"a\\"", says a, flow, colon'],
    ['m: {a: $0}', 'value m/a, "", flow'],
    ['m: {a:$0}', 'value m/a, "", flow, glued'],
    ['m: {a: x$0, b: 1}', 'value m/a, "x", flow, beside b=1'],
    ['m: {a: $0\nn: 1', 'value m/a, "", flow'],
    ['l:\n  - {id: a, ty$0\n  - {id: b}', 'key l/0, "ty", flow, beside id=a'],
    ['m: {l: [{x: $0}]}', 'value m/l/0/x, "", flow'],
    ['{a: [1, {b: $0', 'value a/1/b, "", flow'],
    ['[a: $0]', 'nothing'],
  ]);
});

describe('where nothing can be completed', () => {
  check([
    ['# a$0', 'nothing'],
    ['a: 1 # b$0', 'nothing'],
    ['a: |\n  te$0xt\nb: 1', 'nothing'],
    ['a: |\n  $0\n  text\nb: 1', 'nothing'],
    ['a: "b\n  c$0 d"\ne: 1', 'nothing'],
    ['a: b\n  c$0', 'nothing'],
    ['a: *$0b', 'nothing'],
    ['%YAML$0 1.2\n---\na: 1', 'nothing'],
    ['<<<<<<< HEAD$0\na: 1', 'nothing'],
    ['\tx$0: 1', 'nothing'],
    [`${'- '.repeat(500)}$0`, 'nothing'],
    [`${'['.repeat(500)}$0`, 'nothing'],
  ]);
});

describe('round what is broken or unusual', () => {
  check([
    ['a: |\n  text\n$0', 'key, "", column 0, beside a'],
    ['a: >-\n  text\nb$0: 1', 'key, "b", colon, column 0, beside a'],
    ['a: "b\n  c"\nd$0: 1', 'key, "d", colon, column 0, beside a'],
    ['l:\n  - a: "b\n    c: $0\n  - d: 1', 'value l/0/c, "", beside a=b'],
    ['l:\n  - a: [1\n    c: $0\n  - d: 1', 'value l/0/c, "", beside a'],
    ['m: 1\n   x: 2\nb$0: 3', 'key, "b", colon, column 0, beside m=1'],
    ['m: 1\n   x$0: 2\nb: 3', 'nothing'],
    ['a: 1\n<<<<<<< HEAD\nb: $0\n=======\nb: 3\n>>>>>>> x\n', 'value b, "", beside a=1 b=3'],
    ['---\na: 1\n$0', 'key, "", column 0, beside a=1'],
    ['a: 1\n---\nb: 1\n$0', 'key, "", column 0, beside b=1'],
    ['a: 1\n$0\n---\nb: 1\n', 'key, "", column 0, beside a=1'],
    ['__proto__: 1\nconstructor: $0', 'value constructor, "", beside __proto__=1'],
  ]);
});

const samples = new URL('../../seeds/', import.meta.url);
const texts = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(new URL(name, samples), 'utf8')] as const);
const ODD = `"a": {b: [x, "y z", {c: 'd'}], e: f}\nl:\n- - p\n  - q: r\n-\n  s: t\n  u:\n    - v # w\n    - "x y" # z\nm:   n\n`;

test.each([...texts, ['odd.yaml', ODD] as const])(
  'in %s keys and values stand where the parser sees them',
  (_, text) => {
    let looked = 0;
    const at = (start: number, end: number, expected: object) => {
      for (let offset = start; offset <= end; offset++) {
        const { kind, path, span, text: said } = placeAt(text, offset) ?? {};
        expect({ kind: kind === 'either' ? 'value' : kind, path, span, said }).toEqual(expected);
        looked++;
      }
    };
    const visit = (node: YamlNode, path: readonly (string | number)[]) => {
      if (node.kind === 'seq') for (const [index, { value }] of node.items.entries()) visit(value, [...path, index]);
      else if (node.kind === 'map')
        for (const { key, keySpan: span, value } of node.pairs) {
          at(span.start, span.end, { kind: 'key', path, span, said: key });
          visit(value, [...path, key]);
        }
      else at(node.span.start, node.span.end, { kind: 'value', path, span: node.span, said: node.value });
    };
    const { root, problems } = readYaml(text);
    expect(problems).toEqual([]);
    if (root) visit(root, []);
    expect(looked).toBeGreaterThan(20);
  },
);

test('never throws, and what it finds is at the cursor', () => {
  const piece = fc.constantFrom(
    ...['a', 'id', ': ', ':', '- ', '-', '\n', '\n  ', '\n    ', '\r\n', '\r', ' ', '\t', '"', "'", '[', ']', '{', '}'],
    ...[
      ', ',
      ',',
      '#',
      ' # ',
      '|',
      '>',
      '&x ',
      '*x',
      '!t ',
      '? ',
      '---\n',
      '<<<<<<< a\n',
      '\\',
      '\u0085',
      '👍🏽',
      '\ud83d',
    ],
  );
  const yaml = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.oneof(yaml, fc.string({ unit: 'binary' })), (text) => {
      for (let offset = 0; offset <= text.length; offset++) {
        const found = placeAt(text, offset);
        if (found === undefined) continue;
        expect(found.span.start).toBeLessThanOrEqual(offset);
        expect(found.span.end).toBeGreaterThanOrEqual(offset);
        expect(text.slice(found.span.start, found.span.end)).not.toMatch(/[\r\n]/);
      }
    }),
    { numRuns: 1500 },
  );
});

test.each(['- ', '[', '{a: ', '\n', '[\n', '"\n', 'a: "\n', 'a: [\n', ' \n- a: |\n', "'", '- "\\"\n', '{', ':', ' #'])(
  'is linear in %j',
  (piece) => {
    const text = longRunOf(piece);
    placeAt(text, text.length);
    placeAt(`a: [${text}`, text.length);
    placeAt(text, text.length >> 1);
  },
);
