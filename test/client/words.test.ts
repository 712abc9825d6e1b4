import { expect, test } from 'vitest';
import { grouped, readingTime, withoutLinks } from '../../client/src/commands/words.ts';

test('no text from a file becomes a link in a message', () => {
  expect(withoutLinks('[Repair](command:x) and [y](https://z)')).not.toContain('](');
  expect(withoutLinks('plain (text) [here]')).toBe('plain (text) [here]');
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
