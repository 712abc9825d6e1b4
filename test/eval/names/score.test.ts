import { expect, test } from 'vitest';
import { kindOfMistake } from './kinds.ts';
import { compare, exact, type Marked, partial } from './score.ts';

const mark = (start: number, end: number, type: string): Marked => ({ start, end, type });
const TYPES = ['PER', 'LOC'];

test('exact and partial figures', () => {
  const right = [mark(0, 5, 'PER'), mark(10, 15, 'LOC'), mark(20, 25, 'LOC')];
  const { all, counts } = compare(right, [mark(0, 5, 'PER'), mark(10, 12, 'LOC'), mark(30, 31, 'PER')], TYPES);
  expect(all).toEqual({ right: 1, half: 1, found: 3, marked: 3 });
  expect(exact(all)).toEqual({ precision: 1 / 3, recall: 1 / 3, f1: 1 / 3 });
  expect(partial(all).f1).toBeCloseTo(0.5);
  expect(counts.get('PER')).toEqual({ right: 1, half: 0, found: 2, marked: 1 });
});

test('what is marked twice counts once, other types do not count', () => {
  const { all } = compare([mark(0, 5, 'PER'), mark(0, 5, 'PER'), mark(7, 9, 'WORK')], [mark(7, 9, 'EVENT')], TYPES);
  expect(all).toEqual({ right: 0, half: 0, found: 0, marked: 1 });
  expect(exact(all).f1).toBe(0);
});

test.each([
  ['LOC missed, of one word', undefined, mark(0, 4, 'LOC')],
  ['PER where nothing is marked, of several words', mark(0, 9, 'PER'), undefined],
  ['LOC taken for PER', mark(0, 4, 'PER'), mark(0, 4, 'LOC')],
  ['LOC too long', mark(0, 9, 'LOC'), mark(0, 4, 'LOC')],
  ['PER taken for LOC, too short', mark(0, 4, 'LOC'), mark(0, 9, 'PER')],
  ['LOC shifted', mark(0, 9, 'LOC'), mark(5, 12, 'LOC')],
])('%s', (name, found, right) => {
  expect(kindOfMistake({ found, right }, 'Lima Peru and')).toBe(name);
});
