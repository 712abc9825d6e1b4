import { describe, expect, test } from 'vitest';
import type { Row } from '../../client/src/views/row.ts';
import { type SuggestionOrder, suggestionRows } from '../../client/src/views/suggestionRows.ts';
import type { Suggestion } from '../../server/src/protocol.ts';
import { at } from './annotations.ts';

const lines = ['Ann met Kanzhun. Bo came.', 'Kanzhun and Mr Bo left on Monday.'];

function suggestion(group: string, line: number, words: string, more: Partial<Suggestion> = {}): Suggestion {
  const start = lines[line]?.indexOf(words) ?? 0;
  return {
    range: at(line, start, start + words.length),
    text: words,
    type: 'person',
    label: 'Person',
    color: 'person',
    evidence: 'model',
    score: 0.94,
    reason: 'by the model, 0.94',
    group,
    name: words,
    ...more,
  };
}

const organization = { type: 'organization', label: 'Organisation', color: 'organization' } as const;
const suggestions = [
  suggestion('ann', 0, 'Ann', { evidence: 'rule' }),
  suggestion('kanzhun', 0, 'Kanzhun', { ...organization, entity: 'kz', entityName: 'Kanzhun Ltd' }),
  suggestion('bo', 0, 'Bo', { name: 'Bo Smith' }),
  suggestion('kanzhun', 1, 'Kanzhun', { ...organization, score: 0.5 }),
  suggestion('bo', 1, 'Bo', { name: 'Bo Smith', id: 'x1', evidence: 'annotation' }),
];

function listed(order: SuggestionOrder): string {
  return text(rowsOf(order), '');
}

function rowsOf(order: SuggestionOrder): readonly Row[] {
  return suggestionRows(suggestions, order, (line) => lines[line] ?? '');
}

function text(rows: readonly Row[], indent: string): string {
  return rows
    .map(
      ({ icon, label, description, children }) =>
        `${indent}${icon.name} ${label} | ${description}\n${text(children, `${indent}  `)}`,
    )
    .join('');
}

describe('the rows of suggestions', () => {
  test('the most frequent first, with the sentences that name it', () => {
    expect(listed('count')).toBe(
      [
        'briefcase Kanzhun | 2 × · Organisation · Kanzhun Ltd',
        '  briefcase Ann met Kanzhun. | line 1 · 0.94',
        '  briefcase Kanzhun and Mr Bo left on Monday. | line 2 · 0.50',
        'person Bo Smith | 2 × · Person',
        '  person Bo came. | line 1 · 0.94',
        '  person Kanzhun and Mr Bo left on Monday. | line 2 · kept as a suggestion',
        'person Ann | line 1 · Person · by rule',
        '',
      ].join('\n'),
    );
  });

  test('in the order of the text', () => {
    expect(rowsOf('text').map(({ label }) => label)).toEqual(['Ann', 'Kanzhun', 'Bo Smith']);
  });

  test('the name is set off in its sentence', () => {
    const [, second] = rowsOf('count')[1]?.children ?? [];
    expect(second?.strong && second.label.slice(...second.strong)).toBe('Bo');
  });

  test('commands are told of the entity, and of where a review begins', () => {
    const [first] = rowsOf('count');
    expect(first?.about).toEqual({ group: 'kanzhun', range: at(0, 8, 15) });
    expect(first?.children[1]?.about).toEqual({ group: 'kanzhun', range: at(1, 0, 7) });
  });

  test('a screen reader hears how sure it is', () => {
    const [first, , last] = rowsOf('count');
    expect(first?.spoken).toBe('Kanzhun, Organisation, 2 places');
    expect(last?.spoken).toBe('Ann, Person, line 1, by rule');
    expect(first?.children[0]?.spoken).toBe('line 1: Ann met Kanzhun., by the model, 94 percent sure');
  });

  test('nothing from a file is Markdown in a tooltip', () => {
    const hostile = '**x** [y](command:z) <b> $(warning)';
    const bad = suggestion('bad', 0, 'Ann', {
      name: hostile,
      label: hostile,
      reason: hostile,
      value: hostile,
      entityName: hostile,
      entityDescription: hostile,
    });
    const [row] = suggestionRows([bad], 'text', () => hostile);
    expect(row?.tooltip).not.toMatch(/\]\(|<b>|\$\(|\*\*x\*\*/);
  });

  test('a text that is shorter than the answer believes does no harm', () => {
    expect(suggestionRows([suggestion('far', 9, 'Far')], 'text', () => '').length).toBe(1);
  });
});
