import { describe, expect, test } from 'vitest';
import { rowFor, TypedLetters } from '../../client/src/commands/letters.ts';

/** What arrives when the box is emptied after each key, or not yet. */
function take(...values: string[]): string {
  const typed = new TypedLetters();
  return values.flatMap((value) => typed.take(value)).join('');
}

describe('letters typed into a box that is emptied after each', () => {
  test('one by one', () => expect(take('x', '', 'p', '')).toBe('xp'));
  test('the same letter twice', () => expect(take('x', '', 'x', '')).toBe('xx'));
  test('faster than the box is emptied', () => expect(take('x', 'xp', 'xpo', '', 'd')).toBe('xpod'));
  test('several at once', () => expect(take('xp')).toBe('xp'));
  test('capitals count as their small letters', () => expect(take('P')).toBe('p'));
  test('a character of two code units is one', () => expect(new TypedLetters().take('😀p')).toEqual(['😀', 'p']));
});

describe('the row for a character', () => {
  const letters = ['o', 'P', 'd'];
  test('by letter', () => expect(rowFor('p', letters)).toBe(1));
  test('by number, for other keyboards', () => expect(rowFor('3', letters)).toBe(2));
  test('no such letter', () => expect(rowFor('x', letters)).toBeUndefined());
  test('no such row', () => expect(rowFor('4', letters)).toBeUndefined());
  test('the tenth row', () => expect(rowFor('0', [...'abcdefghij'])).toBe(9));
  test('a letter that is a number goes before the row', () => expect(rowFor('1', ['a', '1'])).toBe(1));
});
