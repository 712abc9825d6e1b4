import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileMatcher } from '../../server/src/names/matcher.ts';
import type { Alias } from '../../server/src/names/types.ts';
import { cutsPair, hardText, longRunOf } from '../support/unicode.ts';
import { check } from './check.ts';

const alias = (text: string, entity = text.toLowerCase(), type = 'organization'): Alias => ({ text, type, entity });
const aliases = [
  alias('Didi'),
  alias('Didi Chuxing', 'didi'),
  alias('WHO', 'who'),
  alias('The Global Times', 'gt'),
  alias("O'Neill", 'oneill', 'person'),
  alias('Jean-Pierre Léaud', 'leaud', 'person'),
  alias('Bank of Mars', 'bank'),
  alias('ride hailing', 'ride', 'product'),
  alias('Acme Inc.', 'acme'),
  alias('George W Bush', 'bush', 'person'),
  alias('人大重阳', 'rdcy'),
  alias('Café Noir', 'noir'),
  alias('Yahoo!', 'yahoo'),
];

test.each([
  '<<Didi|organization #didi>>, <<Didi Chuxing|organization #didi>> and <<DIDI CHUXING|organization #didi>>, not didi or Didion.',
  'The <<WHO|organization #who>> said who came; Who?',
  'said <<The Global Times|organization #gt>> and <<the Global Times|organization #gt>>’s man',
  "<<O’Neill|person #oneill>>’s and <<O'Neill|person #oneill>>",
  '<<Jean\u2011Pierre\u00a0Léaud|person #leaud>>, <<Jean-Pierre\nLe\u0301aud|person #leaud>>, Jean-Pierre\n\nLéaud',
  'the <<Bank Of Mars|organization #bank>> in a headline, no bank of Mars',
  '<<Ride Hailing|product #ride>>, <<RIDE HAILING|product #ride>>, <<ride hailing|product #ride>>',
  '<<Acme Inc.|organization #acme>> and <<Acme Inc|organization #acme>>; <<George W. Bush|person #bush>>',
  '见<<人大重阳|organization #rdcy>>RDCY',
  '<<Cafe\u0301 Noir|organization #noir>>, <<CAFÉ NOIR|organization #noir>>',
  'to <<Yahoo!|organization #yahoo>>, and Yahoo',
  '<<Didi|organization #didi>>-backed, anti-<<Didi|organization #didi>>, <<Didi|organization #didi>>/Uber',
])('%j', (expected) => check(expected, { aliases }));

test('an alias in lower case matches any case, and two entities of one name leave it open', () => {
  check('<<Alpha|organization>> and <<Beta|organization #b>>', {
    aliases: [alias('Alpha', 'a1'), alias('Alpha', 'a2'), alias('Beta', 'b')],
  });
});

test('facts win over lists', () => {
  check('in <<Georgia|person #g>> and <<France|place>>', { aliases: [alias('Georgia', 'g', 'person')] });
});

test('a hundred thousand aliases match as ten do', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => alias(`Name${i % 5000} Other${i} Company`, `e${i}`));
  const matcher = compileMatcher([...many, ...aliases]);
  const text = 'Name7 Other5007 Company met Didi in Name8 Other5007 Company.';
  expect(matcher.match(text).map(({ entity }) => entity)).toEqual(['e5007', 'didi']);
});

test('empty and blank aliases match nothing', () => {
  check('a b', { aliases: [alias(''), alias('  '), alias('\n')] });
});

test('an alias is found where it stands between other words', () => {
  const signs = fc.constantFrom('A', 'b', 'é', ' ', '人', '👍', '𝒜', '%');
  const name = fc.string({ unit: signs, minLength: 1, maxLength: 8 }).filter((text) => text.trim() === text);
  fc.assert(
    fc.property(name, (text) => {
      const found = compileMatcher([alias(text, 'x')]).match(`( ${text} )`);
      expect(found).toEqual([
        { start: 2, end: 2 + text.length, type: 'organization', evidence: 'facts', score: 1, entity: 'x' },
      ]);
    }),
    { numRuns: 500 },
  );
});

test('matches lie in the text, in order, and do not overlap', () => {
  fc.assert(
    fc.property(fc.array(hardText, { maxLength: 5 }), hardText, (names, text) => {
      let at = 0;
      for (const { start, end } of compileMatcher([...names, text].map((each) => alias(each))).match(text)) {
        if (start < at || end <= start || cutsPair(text, start) || cutsPair(text, end)) return false;
        at = end;
      }
      return at <= text.length;
    }),
    { numRuns: 500 },
  );
});

test.each(['a', 'A ', '-', 'a-', '人', 'US ', 'New York ', '’s', 'U.S. ', '\n', '\u0301 '])(
  'a long run of %j with aliases made of it',
  (piece) => {
    const matcher = compileMatcher([alias(piece.repeat(3), 'x'), alias(`${piece.repeat(8)}!`, 'y')]);
    let last = 0;
    for (const { start, end } of matcher.match(longRunOf(piece))) {
      if (start < last) throw new Error('overlap');
      last = end;
    }
  },
);
