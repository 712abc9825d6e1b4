import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutExcerpt } from '../../server/src/text/excerpt.ts';

const cut = (marked: string, most: number) => {
  const [before = '', words = '', behind = ''] = marked.split('|');
  return Object.values(cutExcerpt({ before, words, behind }, most)).join('|');
};

test.each<[string, number, string]>([
  ['short |name| stays', 80, 'short |name| stays'],
  ['one two three four |name| five six seven eight', 30, '…four |name| five six seven…'],
  ['one two three four five six |name|.', 20, '…four five six |name|.'],
  ['The |name| five six seven eight nine ten eleven', 30, 'The |name| five six seven eight…'],
  ['在北京的一家公司|看准|在纳斯达克上市', 10, '…家公司|看准|在纳斯达克…'],
  ['|a name that is long| five', 4, '|a name that is long|…'],
])('%j in %i', (marked, most, expected) => {
  expect(cut(marked, most)).toBe(expected);
});

test('no character is divided, nothing is added but the ellipsis, and little more is shown than asked for', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '😀', 'e\u0301', '👩\u200d🚀') });
  fc.assert(
    fc.property(text, text, text, fc.nat(40), (before, words, behind, most) => {
      const shown = cutExcerpt({ before, words, behind }, most);
      expect(shown.words).toBe(words);
      const front = shown.before.replace(/^…/, '');
      const end = shown.behind.replace(/…$/, '');
      expect(before.endsWith(front) && behind.startsWith(end)).toBe(true);
      expect(front + end).not.toMatch(/^\p{M}|^[\u200d\udc00-\udfff]/u);
      expect(end).not.toMatch(/[\ud800-\udbff]$|\u200d$/u);
      expect(front.length + end.length + words.length).toBeLessThanOrEqual(Math.max(most, words.length));
    }),
  );
});
