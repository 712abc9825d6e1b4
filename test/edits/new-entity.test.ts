import { describe, expect, test } from 'vitest';
import { freshEntityId, newEntityEdit } from '../../server/src/edits/new-entity.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

function add(text: string | undefined): string {
  const result = newEntityEdit(text, { id: 'li-wei', type: 'person', name: 'Li Wei' });
  return 'problem' in result ? `! ${result.problem}` : applyEdits(text ?? '', result.edits);
}

const ENTRY = '  - id: li-wei\n    type: person\n    name: Li Wei\n';

describe('a new entry of a facts file', () => {
  test.each([
    ['makes the file', undefined, `entities:\n${ENTRY}`],
    ['goes below what an empty file says', '# ours\n', `# ours\nentities:\n${ENTRY}`],
    [
      'comes last',
      'entities:\n  - id: a\n    name: A # first\n',
      `entities:\n  - id: a\n    name: A # first\n${ENTRY}`,
    ],
    [
      'in the style of the file',
      'entities:\n- id: a\n  name: A\n',
      `entities:\n- id: a\n  name: A\n${ENTRY.replace(/^ {2}/gm, '')}`,
    ],
    [
      'in braces',
      'entities: [{id: a, name: A}]\n',
      'entities: [{id: a, name: A}, { id: li-wei, type: person, name: Li Wei }]\n',
    ],
    ['in a bare list', '- id: a\n  name: A\n', '- id: a\n  name: A\n- id: li-wei\n  type: person\n  name: Li Wei\n'],
    [
      'with the line ends of the file',
      'entities:\r\n  - id: a\r\n    name: A\r\n',
      `entities:\r\n  - id: a\r\n    name: A\r\n${ENTRY.replace(/\n/g, '\r\n')}`,
    ],
  ])('%s', (_, before, after) => {
    expect(add(before)).toBe(after);
  });

  test.each([
    ['a broken file', 'entities: [', /^! .*cannot be read as YAML/],
    ['something else', 'a text\n', /^! Nothing can be added/],
    ['an alias', 'a: &A [{id: x, name: X}]\nentities: *A\n', /^! Nothing can be added/],
  ])('refused: %s', (_, before, message) => {
    expect(add(before)).toMatch(message);
  });
});

test.each([
  ['Li Wei', [], 'li-wei'],
  ['Li Wei', ['li-wei', 'li-wei-2'], 'li-wei-3'],
  ['7th Fleet', [], 'e-7th-fleet'],
  ['…', [], 'entity'],
])('the id of %j where %j are taken is %s', (name, taken, id) => {
  expect(freshEntityId(name, (one) => (taken as readonly string[]).includes(one))).toBe(id);
});
