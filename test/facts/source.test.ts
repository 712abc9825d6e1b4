import { expect, test } from 'vitest';
import { readSource } from '../../server/src/facts/source.ts';

test.each<[string, string, number | undefined]>([
  ['seeds/a.txt', 'seeds/a.txt', undefined],
  ['seeds/a.txt#L12', 'seeds/a.txt', 12],
  [' a b.txt#L1 ', 'a b.txt', 1],
  ['a#b.txt#L3', 'a#b.txt', 3],
  ['a.txt#L0', 'a.txt#L0', undefined],
  ['a.txt#12', 'a.txt#12', undefined],
  ['a.txt#L1234567890', 'a.txt#L1234567890', undefined],
  ['a.txt:12', 'a.txt:12', undefined],
  ['#L12', '#L12', undefined],
  ['https://a.example/b#L12', 'https://a.example/b#L12', undefined],
])('%j', (source, path, line) => expect(readSource(source)).toEqual({ path, line }));
