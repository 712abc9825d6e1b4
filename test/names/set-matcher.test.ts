import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHAPES, shapeAt, shapesOf } from '../../server/src/names/first-units.ts';
import { readAliases, SetMatcher } from '../../server/src/names/matcher.ts';
import type { NameSet } from '../../server/src/names/name-set.ts';
import type { Alias, NameOwner } from '../../server/src/names/types.ts';
import { plain, unitsOf } from '../../server/src/names/units.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { anyText, hardText } from '../support/unicode.ts';
import { plainly, plainMatches, plainUnits } from './plain-matcher.ts';

/** Pieces of which names and texts are made: variants of the same letters in all their forms. */
const PIECES = [
  ...[
    'Al',
    'AL',
    'al',
    'aL',
    'Bo',
    'bo',
    'BO',
    'The',
    'the',
    'THE',
    'W',
    'W.',
    'U.S.',
    'WHO',
    'Who',
    'é',
    'É',
    'E\u0301',
    'Cé',
    'cé',
    'Ce\u0301',
  ],
  ...[
    "O'N",
    'O’N',
    '’s',
    "'s",
    '-',
    '\u2010',
    '\u2011',
    '“',
    '"',
    '人',
    '大',
    '한',
    'Å',
    '\u212b',
    'K',
    '\u212a',
    'k',
    'İ',
    'ß',
    'ẞ',
    'ǆ',
    'ǅ',
    'Ω',
    '\u2126',
    'ω',
  ],
  ...[
    '\u0301',
    '\u0323',
    '\uf900',
    '豈',
    '\ud87e\udc00',
    '𝒜',
    '𐐀',
    '𐐨',
    '\ud83d',
    '👍',
    '.',
    ',',
    '1',
    'Inc.',
    'й',
    'и\u0306',
    'Й',
  ],
];
const BLANKS = [' ', ' ', ' ', '', '\n', '\n\n', '\u00a0', ' '.repeat(41)];
const words = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...BLANKS)), { minLength: 1, maxLength: 5 })
  .map((pairs) => pairs.map(([piece, blank]) => piece + blank).join(''));
const aliases: fc.Arbitrary<Alias[]> = fc.array(
  fc.record({
    text: fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: hardText }),
    type: fc.constantFrom('person', 'place'),
    entity: fc.constantFrom('a', 'b', 'c'),
  }),
  { maxLength: 8 },
);
const texts = fc.array(fc.oneof(words, hardText), { maxLength: 4 }).map((parts) => parts.join(' '));

const facts = (files: readonly (readonly Alias[])[]): [string, NameOwner][] =>
  files.flat().map(({ text, type, entity }) => [text, { type, entity, evidence: 'facts', score: 1 }]);

/** What a matcher takes from the facts; the lists have their own place. */
function found(matcher: SetMatcher, text: string) {
  return plainly(matcher.match(text).filter(({ evidence }) => evidence === 'facts'));
}

test('names are found as by trying every one at every unit', () => {
  fc.assert(
    fc.property(aliases, texts, (names, text) => {
      const written = [text, ...names.map((name) => name.text)].join(' . ');
      expect(found(new SetMatcher([readAliases(names)]), written)).toEqual(plainMatches(written, facts([names])));
    }),
    { numRuns: 1500 },
  );
});

test('whatever files change, all are found as by one that is compiled at once, and by earlier matchers as before', () => {
  const change = fc.tuple(fc.nat(5), fc.option(aliases, { nil: undefined }));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), texts, (changes, own) => {
      const files = new Map<number, { aliases: Alias[]; names: NameSet }>();
      let matcher: SetMatcher | undefined;
      const known: [SetMatcher, unknown][] = [];
      const text = [
        own,
        ...changes.flatMap(([, names]) => names ?? []).map((name) => (typeof name === 'string' ? name : name.text)),
      ].join(' , ');
      for (const [file, names] of changes) {
        if (names === undefined) files.delete(file);
        else files.set(file, { aliases: names, names: readAliases(names) });
        const inOrder = [...files].sort(([a], [b]) => a - b).map(([, each]) => each);
        matcher = new SetMatcher(
          inOrder.map((each) => each.names),
          matcher,
        );
        const now = found(matcher, text);
        expect(now).toEqual(plainMatches(text, facts(inOrder.map((each) => each.aliases))));
        known.push([matcher, now]);
      }
      for (const [earlier, said] of known) expect(found(earlier, text)).toEqual(said);
    }),
    { numRuns: 300 },
  );
});

test('so they are when the large table is made anew, which is when much has changed', () => {
  const file = (first: number, count: number, entity: string): Alias[] =>
    Array.from({ length: count }, (_, i) => ({ text: `Name${first + i} Alpha`, type: 'person', entity }));
  const parts = Array.from({ length: 12 }, (_, i) => readAliases(file(i * 700, 900, `e${i}`)));
  const text = Array.from({ length: 40 }, (_, i) => `Name${i * 233} Alpha`).join(', ');
  let matcher = new SetMatcher(parts);
  const whole = found(matcher, text);
  expect(whole.length).toBe(37);
  for (let i = 0; i < parts.length; i++) {
    parts[i] = readAliases(file(i * 700, 900, `e${i}`));
    matcher = new SetMatcher(parts, matcher);
    expect(found(matcher, text)).toEqual(whole);
  }
  matcher = new SetMatcher(parts.slice(0, 2), matcher);
  expect(found(matcher, text)).toEqual(found(new SetMatcher(parts.slice(0, 2)), text));
});

test('two files that name two entities alike leave it open, in whichever table they are', () => {
  const one = readAliases([{ text: 'Springfield', type: 'place', entity: 'il' }]);
  const other = () => readAliases([{ text: 'Springfield', type: 'group', entity: 'ma' }]);
  const whole = new SetMatcher([one, other()]);
  const later = new SetMatcher([one, other()], whole);
  const before = new SetMatcher([other(), one], whole);
  const said = (matcher: SetMatcher) => matcher.match('Springfield').map(({ type, entity }) => [type, entity]);
  expect([whole, later, before].map(said)).toEqual([
    [['place', undefined]],
    [['place', undefined]],
    [['group', undefined]],
  ]);
});

test('many entities of one name are weighed once, not at each place', () => {
  const many = Array.from({ length: 50_000 }, (_, i): Alias => ({ text: 'Al Bo', type: 'person', entity: `e${i}` }));
  expect(new SetMatcher([readAliases(many)]).match('Al Bo, AL BO. '.repeat(20_000))).toHaveLength(40_000);
});

test('thousands of names that differ in their capitals only cost no more than that', () => {
  const variant = (i: number) =>
    Array.from('abcdefghijklmnop', (x, bit) => ((i >> bit) & 1 ? x.toUpperCase() : x)).join('');
  const many = Array.from({ length: 40_000 }, (_, i): Alias => ({ text: variant(i), type: 'person', entity: `e${i}` }));
  const matcher = new SetMatcher([readAliases(many)]);
  expect(matcher.match(many.map(({ text }) => text).join(', '))).not.toHaveLength(0);
  for (const { text } of many.slice(0, 5000)) matcher.entitiesOf(text);
});

test('the entities of a name, and of its typographic variants', () => {
  const names = (...pairs: [string, string][]) =>
    readAliases(pairs.map(([text, entity]) => ({ text, type: 'person', entity })));
  const first = new SetMatcher([names(["O'Neill", 'a'], ['WHO', 'b'], ['Who', 'c'])]);
  const both = new SetMatcher([names(["O'Neill", 'a'], ['WHO', 'b'], ['Who', 'c']), names(['O’Neill', 'd'])], first);
  expect(['O’Neill', "O'Neill", 'WHO', 'who', 'O', ''].map((name) => both.entitiesOf(name))).toEqual([
    ['a', 'd'],
    ['a', 'd'],
    ['b'],
    [],
    [],
    [],
  ]);
  expect(first.entitiesOf('O’Neill')).toEqual(['a']);
});

describe('units', () => {
  test.each([
    ['of any code units', anyText],
    ['of what scanners look for', hardText],
    ['of names', words],
  ])('%s: as by cutting every token', (_name, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        const { count, start, end, gap } = unitsOf(text, tokenize(text));
        const units = Array.from({ length: count }, (_, i) => ({ start: start[i], end: end[i], gap: gap[i] }));
        expect(units).toEqual(plainUnits(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('what is equal to a name has one of the shapes that it may have, in any capitals', () => {
    const unit = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }));
    const forms: ((text: string) => string)[] = [
      (text) => text,
      (text) => text.normalize('NFD'),
      (text) => text.toUpperCase(),
      (text) => text.charAt(0).toUpperCase() + text.slice(1),
      (text) => text.toUpperCase().normalize('NFD'),
    ];
    fc.assert(
      fc.property(unit, fc.constantFrom(...forms), (text, form) => {
        const written = form(text);
        fc.pre(written.length > 0 && plain(written).toLowerCase() === plain(text).toLowerCase());
        const shape = shapeAt(written, 0, written.length);
        expect(shape).toBeLessThan(SHAPES);
        if (shape >= 0) expect(shapesOf(plain(text))).toContain(shape);
      }),
      { numRuns: 5000 },
    );
  });
});
