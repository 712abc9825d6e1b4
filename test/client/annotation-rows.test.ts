import { describe, expect, test } from 'vitest';
import { type AnnotationRowOptions, annotationRows, filterMessage } from '../../client/src/views/annotationRows.ts';
import type { Row } from '../../client/src/views/row.ts';
import type { AnnotationInfo, RelationInfo } from '../../server/src/protocol.ts';
import { annotation, at, relation } from './annotations.ts';

const person = { type: 'person', label: 'Person', color: 'person' } as const;

/** Rows as an indented text: icon, label, description. */
function listed(
  annotations: readonly AnnotationInfo[],
  { relations = [], ...options }: Partial<AnnotationRowOptions> & { relations?: readonly RelationInfo[] } = {},
): string {
  return text(annotationRows({ annotations, relations }, { order: 'type', filter: '', ...options }), '');
}

function text(rows: readonly Row[], indent: string): string {
  return rows
    .map(
      ({ icon, label, description, children }) =>
        `${indent}${icon.name} ${label} | ${description}\n${text(children, `${indent}  `)}`,
    )
    .join('');
}

const seed = [
  annotation('b', [at(4, 0, 3)], { quote: 'Kanzhun', entity: 'kanzhun', entityName: 'Kanzhun Ltd', by: ['Ann', 'Bo'] }),
  annotation('a', [at(2, 5, 9)], { quote: 'Ministry' }),
  annotation('p', [at(3, 0, 3)], { ...person, quote: 'Wang', status: 'suggested', entity: 'wang' }),
  annotation('r', [at(6, 0, 3)], { ...person, quote: 'Monday', status: 'rejected' }),
  annotation('o', [], { ...person, quote: 'Lost One', region: at(8, 0, 4) }),
];

describe('the rows of annotations', () => {
  test('by type: the most frequent first, those without a place before all, what was rejected at the end', () => {
    expect(listed(seed)).toBe(
      [
        'warning Without a Place | 1',
        '  debug-disconnect Lost One | was in line 9 · Person',
        'briefcase Organisation | 2',
        '  briefcase Ministry | line 3',
        '  briefcase Kanzhun | line 5 · Kanzhun Ltd · by Ann, Bo',
        'person Person | 1',
        '  question Wang | line 4 · wang · suggested',
        'circle-slash Rejected | 1',
        '  circle-slash Monday | line 7 · Person',
        '',
      ].join('\n'),
    );
  });

  test('in the order of the text', () => {
    expect(listed(seed, { order: 'text' })).toBe(
      [
        'warning Without a Place | 1',
        '  debug-disconnect Lost One | was in line 9 · Person',
        'briefcase Ministry | line 3 · Organisation',
        'question Wang | line 4 · Person · wang · suggested',
        'briefcase Kanzhun | line 5 · Organisation · Kanzhun Ltd · by Ann, Bo',
        'circle-slash Monday | line 7 · Person · rejected',
        '',
      ].join('\n'),
    );
  });

  test('relations stand under both ends, also under one without a place, and when the other end is not there', () => {
    const relations = [
      relation('1', 'a', 'b'),
      relation('2', 'o', 'a'),
      relation('3', 'a', 'gone'),
      relation('4', 'a', 'a'),
    ];
    expect(listed(seed, { relations, filter: 'ministry' })).toBe(
      [
        'briefcase Organisation | 1',
        '  briefcase Ministry | line 3',
        '    briefcase owns → Kanzhun | Organisation · line 5',
        '    warning owns → gone | no such annotation',
        '    briefcase owns → Ministry | Organisation · line 3',
        '    debug-disconnect owns ← Lost One | Person · was in line 9',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['', 'abpro'],
    ['kanzhun', 'b'],
    ['KANZHUN ltd', 'b'],
    ['person', 'pro'],
    ['person rejected', 'r'],
    ['ann', 'b'],
    ['orphan', 'o'],
    ['nobody', ''],
  ])('filtered by %j', (filter, ids) => {
    const flat = (rows: readonly Row[]): readonly string[] =>
      rows.flatMap((row) => (row.kind === 'relation' ? [] : [...(row.about?.ids ?? []), ...flat(row.children)]));
    const found = flat(annotationRows({ annotations: seed, relations: [] }, { order: 'text', filter }));
    expect([...found].sort().join('')).toBe([...ids].sort().join(''));
    const count = `${ids.length} of 5 annotations`;
    expect(filterMessage(seed, filter)).toBe(filter === '' ? undefined : `“${filter}”: ${count}`);
  });

  test('ids are unique where a file gives one to two entries', () => {
    const rows = annotationRows(
      { annotations: [annotation('x', [at(0, 0, 3)]), annotation('x', [at(1, 0, 3)])], relations: [] },
      { order: 'text', filter: '' },
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });

  test('a click goes to the place, or to where it was', () => {
    const rows = annotationRows({ annotations: seed, relations: [] }, { order: 'text', filter: '' });
    expect(rows[0]?.children[0]?.place).toEqual({ annotation: 'o', ranges: [at(8, 0, 4)] });
    expect(rows[1]?.place).toEqual({ annotation: 'a', ranges: [at(2, 5, 9)] });
  });

  test('a screen reader hears all that is seen, in words', () => {
    const relations = [relation('1', 'b', 'p'), relation('2', 'p', 'b')];
    const [row] = annotationRows({ annotations: seed, relations }, { order: 'text', filter: 'kanzhun' });
    expect(row?.spoken).toBe('Kanzhun, line 5, Organisation, Kanzhun Ltd, by Ann, Bo, 2 relations');
    expect(row?.children.map(({ spoken }) => spoken)).toEqual(['owns Wang, line 4', 'Wang owns this, line 4']);
  });

  test('nothing from a file is Markdown in a tooltip', () => {
    const hostile = '**x** [y](command:z) <b> $(warning)';
    const annotations = [
      annotation('a', [at(0, 0, 1)], {
        label: hostile,
        quote: hostile,
        entity: hostile,
        note: hostile,
        by: [hostile],
        attributes: { [hostile]: hostile },
      }),
    ];
    const relations = [relation('1', 'a', 'a', { label: hostile, note: hostile })];
    const [row] = annotationRows({ annotations, relations }, { order: 'text', filter: '' });
    for (const tooltip of [row?.tooltip, row?.children[0]?.tooltip]) {
      expect(tooltip).toContain('command');
      expect(tooltip).not.toMatch(/\]\(|<b>|\$\(|\*\*x\*\*/);
    }
  });

  test('every row has a label to be spoken, and a long quote is cut', () => {
    const long = annotation('l', [at(0, 0, 400)], { quote: 'word '.repeat(80) });
    const all = (rows: readonly Row[]): readonly Row[] => rows.flatMap((row) => [row, ...all(row.children)]);
    for (const { label, spoken } of all(
      annotationRows({ annotations: [long, ...seed], relations: [] }, { order: 'type', filter: '' }),
    )) {
      expect(spoken).not.toBe('');
      expect([...label].length).toBeLessThanOrEqual(60);
    }
  });
});
