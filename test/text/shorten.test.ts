import { expect, test } from 'vitest';
import { shorten } from '../../server/src/text/shorten.ts';

test.each([
  ['', ''],
  ['12345', '12345'],
  ['123456', '1234…'],
  ['123😀', '123😀'],
  ['123😀6', '123…'],
  ['12😀56', '12😀…'],
])('%j', (text, expected) => expect(shorten(text, 5)).toBe(expected));
