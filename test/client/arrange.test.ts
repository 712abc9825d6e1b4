import { describe, expect, test } from 'vitest';
import { arrange, boxKind, outdated, readBoxKind } from '../../client/src/decorations/arrange.ts';
import type { AnnotationInfo } from '../../server/src/protocol.ts';
import { annotation, at } from './annotations.ts';

const everything = () => true;

/** `kind: start-end …` for annotations of one line. */
function drawn(...annotations: readonly AnnotationInfo[]): readonly string[] {
  return [...arrange(annotations, everything)]
    .map(
      ([kind, ranges]) => `${kind}: ${ranges.map(({ start, end }) => `${start.character}-${end.character}`).join(' ')}`,
    )
    .sort();
}

const place = { type: 'place', color: 'place' } as const;

describe('boxes', () => {
  test.each<[name: string, annotations: readonly AnnotationInfo[], expected: readonly string[]]>([
    ['one', [annotation('a', [at(0, 0, 5)])], ['organization: 0-5']],
    [
      'one inside another',
      [annotation('b', [at(0, 6, 9)], place), annotation('a', [at(0, 0, 9)])],
      ['organization: 0-9', 'place inside 1: 6-9'],
    ],
    [
      'one inside its like',
      [annotation('a', [at(0, 0, 9)]), annotation('b', [at(0, 0, 4)])],
      ['organization inside 1: 0-4', 'organization: 0-9'],
    ],
    [
      'three inside each other, all alike',
      [annotation('a', [at(0, 0, 9)]), annotation('b', [at(0, 0, 7)]), annotation('c', [at(0, 0, 4)])],
      ['organization inside 1: 0-7', 'organization inside 2: 0-4', 'organization: 0-9'],
    ],
    [
      'two that cross',
      [annotation('a', [at(0, 0, 6)]), annotation('b', [at(0, 4, 9)])],
      ['organization inside 1: 4-9', 'organization: 0-6'],
    ],
    [
      'two that touch and look alike are kept apart',
      [annotation('a', [at(0, 0, 4)]), annotation('b', [at(0, 4, 9)])],
      ['organization inside 1: 4-9', 'organization: 0-4'],
    ],
    [
      'two that touch and look different need nothing',
      [annotation('a', [at(0, 0, 4)]), annotation('b', [at(0, 4, 9)], place)],
      ['organization: 0-4', 'place: 4-9'],
    ],
    [
      'a suggestion looks different from what is confirmed',
      [annotation('a', [at(0, 0, 4)]), annotation('b', [at(0, 5, 9)], { status: 'suggested' })],
      ['organization suggested: 5-9', 'organization: 0-4'],
    ],
    [
      'two that stand next to each other in a third',
      [annotation('a', [at(0, 0, 9)]), annotation('b', [at(0, 0, 3)]), annotation('c', [at(0, 5, 9)])],
      ['organization inside 1: 0-3 5-9', 'organization: 0-9'],
    ],
    ['parts', [annotation('a', [at(0, 0, 3), at(0, 7, 9)])], ['organization: 0-3 7-9']],
    ['in two lines', [annotation('a', [at(0, 0, 3)]), annotation('b', [at(1, 0, 3)])], ['organization: 0-3 0-3']],
    ['rejected', [annotation('a', [at(0, 0, 3)], { status: 'rejected' })], ['rejected: 0-3']],
  ])('%s', (_, annotations, expected) => {
    expect(drawn(...annotations)).toEqual(expected);
  });

  test('in any order of the file they look the same', () => {
    const some = [annotation('a', [at(0, 0, 9)]), annotation('b', [at(0, 0, 7)]), annotation('c', [at(0, 8, 12)])];
    expect(drawn(...some.toReversed())).toEqual(drawn(...some));
  });

  test('no two that touch or overlap look the same, up to four deep', () => {
    const deep = [0, 1, 2, 3].map((level) => annotation(`a${level}`, [at(0, level, 20 - level)]));
    expect(arrange(deep, everything).size).toBe(4);
  });

  test('deeper ones are still drawn', () => {
    const deep = Array.from({ length: 12 }, (_, level) => annotation(`a${level}`, [at(0, level, 40 - level)]));
    const ranges = [...arrange(deep, everything).values()].flat();
    expect(ranges.length).toBe(12);
  });

  test('a name says how a box looks, and can be read back', () => {
    for (const suggested of [false, true]) {
      for (const level of [0, 1, 3]) {
        const kind = { color: 'custom1', suggested, level };
        expect(readBoxKind(boxKind(kind))).toEqual(kind);
      }
    }
  });
});

describe('signs in the gutter', () => {
  test('an orphan where it was, a note where it is, one sign a line', () => {
    const lost = annotation('a', [], { region: at(3, 5, 9) });
    const noted = annotation('b', [at(1, 4, 6), at(2, 0, 3)], { note: 'so' });
    const both = annotation('c', [at(3, 20, 24)], { note: 'so' });
    const kinds = arrange([lost, noted, both], everything);
    expect(kinds.get('orphan')).toEqual([at(3, 0, 0)]);
    expect(kinds.get('note')).toEqual([at(1, 0, 0)]);
  });

  test('one that was never placed has none', () => {
    expect(arrange([annotation('a', [])], everything).size).toBe(0);
  });
});

test('of many only those near the screen are drawn', () => {
  const some = Array.from({ length: 9 }, (_, line) => annotation(`a${line}`, [at(line, 0, 3)]));
  const kinds = arrange(some, ({ start }) => start.line < 2);
  expect(kinds.get('organization')).toEqual([at(0, 0, 3), at(1, 0, 3)]);
});

test('a thousand spans, each compared with those it touches only', () => {
  const some = Array.from({ length: 1000 }, (_, index) => annotation(`a${index}`, [at(0, index * 10, index * 10 + 8)]));
  const kinds = arrange(some, everything);
  expect([...kinds.keys()]).toEqual(['organization']);
  expect(kinds.get('organization')?.length).toBe(1000);
});

describe('what is drawn again', () => {
  const before = arrange(
    [
      annotation('a', [at(0, 0, 3)]),
      annotation('b', [at(5, 0, 3)], place),
      annotation('c', [at(9, 0, 3)], { status: 'rejected' }),
    ],
    everything,
  );

  test('nothing where nothing changed', () => {
    expect(outdated(before, new Map(before), undefined)).toEqual([]);
  });

  test('the kinds whose ranges changed, came or went', () => {
    const now = new Map([...before, ['place', [at(6, 0, 3)]], ['note', [at(6, 0, 0)]]]);
    now.delete('rejected');
    expect([...outdated(before, now, undefined)].sort()).toEqual(['note', 'place', 'rejected']);
  });

  test('what reaches behind an edit, even if it stands where it stood', () => {
    expect([...outdated(before, before, { line: 4, character: 0 })].sort()).toEqual(['place', 'rejected']);
    expect(outdated(before, before, { line: 9, character: 4 })).toEqual([]);
  });
});
