import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedPieces, holdsPiece } from '../../server/src/names/changed-names.ts';
import { readAliases, SetMatcher } from '../../server/src/names/matcher.ts';
import type { Alias } from '../../server/src/names/types.ts';

const set = (...names: string[]) =>
  readAliases(names.map((text): Alias => ({ text, type: 'person', entity: text.slice(0, 1) })));
const one = set('Jane Doe', 'Café Noir', 'X-Y');
const other = set('Ann');

test.each<[string, SetMatcher, SetMatcher, readonly string[] | undefined]>([
  ['nothing', new SetMatcher([one]), new SetMatcher([one]), []],
  ['the same names, read again', new SetMatcher([one]), new SetMatcher([set('Jane Doe', 'Café Noir', 'X-Y')]), []],
  ['one name', new SetMatcher([one]), new SetMatcher([set('Jane Doe', 'Cafés', 'X-Y')]), ['noir', 'caf']],
  [
    'one more',
    new SetMatcher([other, one]),
    new SetMatcher([other, set('Jane Doe', 'Zed', 'Café Noir', 'X-Y')]),
    ['zed'],
  ],
  ['a file goes', new SetMatcher([other, one]), new SetMatcher([one]), ['ann']],
  ['files in another order', new SetMatcher([other, one]), new SetMatcher([one, set('Ann')]), ['ann']],
  ['a name without letters that could be looked for', new SetMatcher([]), new SetMatcher([set('北京')]), undefined],
  ['many', new SetMatcher([]), new SetMatcher([set(...Array.from({ length: 51 }, (_, i) => `N${i}`))]), undefined],
])('%s', (_, before, after, pieces) => expect(changedPieces(before, after)).toEqual(pieces));

test('a text without the pieces is read by both alike', () => {
  const signs = fc.constantFrom(
    'a',
    'B',
    'é',
    'e\u0301',
    '\u212a',
    'k',
    ' ',
    '-',
    '’',
    "'",
    'İ',
    'ß',
    'ẞ',
    'ǅ',
    '人',
    '.',
  );
  const name = fc.string({ unit: signs, minLength: 1, maxLength: 6 });
  const names = fc.array(fc.tuple(name, fc.constantFrom('x', 'y')), { maxLength: 4 });
  const read = (list: readonly (readonly [string, string])[]) =>
    readAliases(list.map(([text, entity]) => ({ text, type: 'person', entity })));
  fc.assert(
    fc.property(names, names, names, fc.array(name, { maxLength: 6 }), (common, a, b, texts) => {
      const shared = read(common);
      const before = new SetMatcher([shared, read(a)]);
      const after = new SetMatcher([shared, read(b)], before);
      const pieces = changedPieces(before, after);
      for (const text of [...texts, ...[...common, ...a, ...b].map(([written]) => written), texts.join(' ')])
        if (pieces !== undefined && !holdsPiece(text, pieces)) expect(after.match(text)).toEqual(before.match(text));
    }),
    { numRuns: 2000 },
  );
});
