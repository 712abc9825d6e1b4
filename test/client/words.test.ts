import { expect, test } from 'vitest';
import { withoutLinks } from '../../client/src/commands/words.ts';

test('no text from a file becomes a link in a message', () => {
  expect(withoutLinks('[Repair](command:x) and [y](https://z)')).not.toContain('](');
  expect(withoutLinks('plain (text) [here]')).toBe('plain (text) [here]');
});
