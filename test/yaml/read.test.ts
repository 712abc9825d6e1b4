import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYaml, type YamlNode } from '../../server/src/yaml/read.ts';
import { canonical, listOf, numberOf, type Reading, stringOf, stringsOf } from '../../server/src/yaml/values.ts';

/** `message at "text"` of each problem. */
function problems(text: string): string[] {
  return readYaml(text).problems.map(
    ({ code, span, message }) => `${code} ${JSON.stringify(text.slice(span.start, span.end))}: ${message}`,
  );
}

/** All nodes with the text that their spans cover. */
function covered(text: string): string[] {
  const result: string[] = [];
  const visit = (node: YamlNode) => {
    result.push(`${node.kind} ${JSON.stringify(text.slice(node.span.start, node.span.end))}`);
    if (node.kind === 'seq') for (const item of node.items) visit(item.value);
    if (node.kind === 'map') for (const pair of node.pairs) visit(pair.value);
  };
  const { root } = readYaml(text);
  if (root) visit(root);
  return result;
}

test.each([
  ['scalars are texts', 'a: 1\nb: yes\nc: 2021-07-05\nd: ~', '{"a":"1","b":"yes","c":"2021-07-05","d":"~"}'],
  ['CRLF', 'a: 1\r\nb:\r\n  - x\r\n', '{"a":"1","b":["x"]}'],
  ['lone CR ends lines', 'a: 1\rb:\r  - x\r', '{"a":"1","b":["x"]}'],
  ['byte order mark', '\ufeffa: 1', '{"a":"1"}'],
  ['anchors and aliases', 'a: &x [1]\nb: *x', '{"a":["1"],"b":["1"]}'],
  ['tags mean nothing', 'a: !!int 1\nb: !foo [x]', '{"a":"1","b":["x"]}'],
  ['JSON', '{"a": [1, null, {"b": "c"}]}', '{"a":["1","null",{"b":"c"}]}'],
  ['YAML 1.1', '%YAML 1.1\n---\na: yes\n', '{"a":"yes"}'],
  ['merge keys are keys', 'a: &x {b: 1}\nc: {<<: *x}', '{"a":{"b":"1"},"c":{"<<":{"b":"1"}}}'],
  ['__proto__', '__proto__: {x: 1}\nconstructor: y', '{"__proto__":{"x":"1"},"constructor":"y"}'],
  ['nothing', '', '~'],
  ['comments only', '# a\n---\n# b\n...\n', '~'],
])('%s', (_, text, expected) => {
  const file = readYaml(text);
  expect(canonical(file.root)).toBe(expected);
  expect(file.problems).toEqual([]);
  expect(file.broken).toBe(false);
});

test('spans cover what is written', () => {
  expect(covered('a:\n  - id: x\n    n: |\n      t\n\n  - {k: "v"}\n  -\nb: &q [1]\n')).toEqual([
    'map "a:\\n  - id: x\\n    n: |\\n      t\\n\\n  - {k: \\"v\\"}\\n  -\\nb: &q [1]"',
    'seq "- id: x\\n    n: |\\n      t\\n\\n  - {k: \\"v\\"}\\n  -"',
    'map "id: x\\n    n: |\\n      t\\n"',
    'scalar "x"',
    'scalar "|\\n      t\\n"',
    'map "{k: \\"v\\"}"',
    'scalar "\\"v\\""',
    'scalar ""',
    'seq "[1]"',
    'scalar "1"',
  ]);
});

test('problems say what, where and what to do', () => {
  expect(problems('a: 1\nb: 2\na: 3\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "a": The key "a" stands here a second time; the first one counts. Remove one of the two.",
    ]
  `);
  expect(problems('a: "x\nb: 2\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "\\"": A quotation mark is opened here and never closed. Close it.",
    ]
  `);
  expect(problems('a:\n\t- x\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "\\t": A tab stands in the indentation here; YAML allows blanks only. Replace the tab by blanks.",
    ]
  `);
  expect(problems('a: b: c\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "b": There are two keys on one line, or a ": " inside a text. Put the text in double quotes.",
    ]
  `);
  expect(problems('a: @x\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "@": A text may not begin with this character unless it is quoted. Put it in double quotes.",
    ]
  `);
  expect(problems('a: "\\q"\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "\\\\": This backslash sequence means nothing in YAML. Write "\\\\" for a backslash, or use single quotes.",
    ]
  `);
  expect(problems('a: *x\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "*x": There is no anchor &x above this alias. Write the value out, or correct the name.",
    ]
  `);
  expect(problems('a: &x [*x]\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "*x": The alias *x stands inside what it names, which would never end. Write the value out.",
    ]
  `);
  expect(problems('a: 1\n---\nb: 2\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "---": A second YAML document begins here; only the first is read. Remove the '---' line or what follows it.",
    ]
  `);
  expect(problems('a:\n  - x\n - y\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax " ": The indentation is off here: entries of one list or mapping begin in the same column. Line them up.",
    ]
  `);
  expect(problems('a: [1, 2\nb: 3\n')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "b": A bracket is opened above and not closed before this place. Add "]", and indent what is inside.",
    ]
  `);
  expect(problems('a: 1\nnonsense\nb: 2')).toMatchInlineSnapshot(`
    [
      "yaml-syntax "nonsense\\nb": This text runs over several lines where a key is expected: a colon or a dash is missing, or a quote is open.",
    ]
  `);
});

test('a repeated key does not break the file, and the first one counts', () => {
  const file = readYaml('a: 1\na: 2');
  expect(file.broken).toBe(false);
  expect(file.root?.kind === 'map' && canonical(file.root.entries.get('a')?.value)).toBe('"1"');
});

test('alias bombs are refused', () => {
  let bomb = 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n';
  for (let i = 1; i < 12; i++) bomb += `a${i}: &a${i} [${`*a${i - 1}, `.repeat(10)}]\n`;
  const file = readYaml(bomb);
  expect(file.broken).toBe(true);
  expect(file.problems[0]?.message).toContain('repeated through aliases');
  expect(canonical(file.root).length).toBeLessThan(3_000_000);
});

test.each([
  ['brackets', '['.repeat(100_000)],
  ['closed brackets', '['.repeat(5_000) + ']'.repeat(5_000)],
  ['dashes', '- '.repeat(20_000)],
  ['keys', '? '.repeat(20_000)],
  ['braces', '{a: '.repeat(20_000)],
])('deep nesting of %s is refused', (_, text) => {
  const file = readYaml(text);
  expect(file.broken).toBe(true);
  expect(file.root).toBeUndefined();
  expect(file.problems[0]?.message).toContain('nested');
});

test('large files are refused', () => {
  expect(readYaml('x'.repeat(9 * 1024 * 1024)).problems[0]?.message).toContain('up to 8 MB');
});

test('many repeated keys are reported up to a limit', () => {
  expect(readYaml('a: 1\n'.repeat(10_000)).problems).toHaveLength(50);
});

test('typed values', () => {
  const { root } = readYaml('n: 12\nl: [a, 1]\nm: {a: b}\ne:\ns: "7"\nz: -1\n');
  const node = (key: string) => (root?.kind === 'map' ? root.entries.get(key)?.value : undefined);
  const reading: Reading = { problems: [], code: 'yaml-shape' };
  expect(numberOf(node('n'), 'n', reading)).toBe(12);
  expect(stringOf(node('n'), 'n', reading)).toBe('12');
  expect(stringsOf(node('l'), 'l', reading)).toEqual(['a', '1']);
  expect(stringsOf(node('s'), 's', reading)).toEqual(['7']);
  expect(stringOf(node('e'), 'e', reading)).toBeUndefined();
  expect(listOf(node('e'), 'e', reading)).toBeUndefined();
  expect(reading.problems).toEqual([]);
  listOf(node('n'), 'the key "n"', reading);
  stringOf(node('l'), 'the key "l"', reading);
  numberOf(node('z'), 'the key "z"', reading);
  stringsOf(node('m'), 'the key "m"', reading);
  expect(reading.problems.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "Here stands the number 12, but the key "n" should be a list. Write one entry a line, each after "- ".",
      "Here stands a list, but the key "l" should be a text. Write a single text here, in double quotes if it holds colons or brackets.",
      "Here stands the number -1, but the key "z" should be a whole number. Write digits only, such as 612, or remove the line.",
      "Here stands a mapping, but the key "m" should be a list of texts. Write one text a line, each after "- ".",
    ]
  `);
});

const yamlish = fc.string({
  unit: fc.constantFrom(
    ...'ab:-? ,[]{}#&*!|>\'"%@`\t\r\n\\~=<0',
    '\n  ',
    '\n- ',
    ': ',
    '- a: b\n',
    '---\n',
    '...\n',
    '\ufeff',
    '😀',
    '\ud83d',
  ),
  maxLength: 80,
});

test('never throws, and all spans lie in the text in order', () => {
  const within = (text: string, { start, end }: { start: number; end: number }) =>
    expect(0 <= start && start <= end && end <= text.length).toBe(true);
  const visit = (text: string, node: YamlNode) => {
    within(text, node.span);
    if (node.alias) return;
    if (node.kind === 'map') for (const pair of node.pairs) visit(text, pair.value);
    if (node.kind === 'seq') for (const item of node.items) visit(text, item.value);
  };
  fc.assert(
    fc.property(fc.oneof(yamlish, fc.string()), (text) => {
      const file = readYaml(text);
      if (file.root) visit(text, file.root);
      for (const problem of file.problems) within(text, problem.span);
    }),
    { numRuns: 1000 },
  );
});
