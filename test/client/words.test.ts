import { expect, test } from 'vitest';
import { grouped, quoted, readingTime, withoutLinks } from '../../client/src/commands/words.ts';

test('no text from a file becomes a link in a message', () => {
  expect(withoutLinks('[Repair](command:x) and [y](https://z)')).not.toContain('](');
  expect(withoutLinks('plain (text) [here]')).toBe('plain (text) [here]');
});

test('what runs from right to left does not draw along what stands beside it', () => {
  expect(quoted('نجيب محفوظ')).toBe('“\u2068نجيب محفوظ\u2069”');
  expect(quoted('屠呦呦')).toBe('“屠呦呦”');
});

test('a number of words as people read it, and the minutes it takes', () => {
  expect(grouped(1240)).toBe('1,240');
  const times = [0, 100, 119, 238, 1240, 14_280, 20_000].map(readingTime);
  expect(times).toEqual([
    undefined,
    undefined,
    '1 min to read',
    '1 min to read',
    '5 min to read',
    '1 h to read',
    '1 h 24 min to read',
  ]);
});
