import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginsWithTitle, trimName } from '../../server/src/names/titles.ts';
import { hardText } from '../support/unicode.ts';

/** Each mention stands between `[` and `]`, and what is left of it between `<` and `>` in there. */
function check(type: string, marked: string): void {
  const text = marked.replace(/[[\]<>]/g, '');
  let signs = 0;
  let mention = 0;
  let expected = 0;
  for (const { 0: sign, index } of marked.matchAll(/[[\]<>]/g)) {
    const at = index - signs++;
    if (sign === '[') mention = at;
    if (sign === '<') expected = at;
    if (sign !== '>') continue;
    const end = marked.indexOf(']', index) - signs;
    const name = trimName(text, { start: mention, end }, type);
    expect([text.slice(name.start, name.end), name.start]).toEqual([text.slice(expected, at), expected]);
  }
}

describe('persons', () => {
  test.each([
    '[President <Joe Biden>] left.',
    '[Vice President <Tom Burt>’s] claim',
    '[Mr. <Wang>] and [Mr <Wang>]',
    '[Sen. <John Doe>,] who left',
    'former [Prime Minister <Jane Doe>]',
    '[Foreign Ministry spokesman <Qin Roe>] said',
    '[Secretary-General <Ada Byron>]',
    '[Vice-President <Ada Byron>]',
    '[Lieutenant General <Ada Byron>]',
    '[King <Abdullah>] and [Queen <Anne>]',
    '[Sir <Walter Raleigh>]',
    '[Dr <van der Berg>] and [Dr. <al-Amin>]',
    '[<Lord Palmerston>] and his hat',
    '[<Pope Francis>] and [<Prince Charles>]',
    '[<John Major>] and [<Dean Acheson>]',
    '[<President>] spoke',
    '[<Secretary of State>] spoke',
    '[<Prime>] time',
    '[<Martin Luther King Jr.>] spoke',
    'He met [<Alexander Pope>.]',
    '[<James>’] book, [<James>’s] book',
    "the [<Joneses>'] house",
  ])('%s', (marked) => check('person', marked));
});

describe('articles', () => {
  test.each([
    ['organization', '[the <European Union>] met'],
    ['organization', '[The <European Union>] met'],
    ['organization', 'It ended. [The <European Union>] met'],
    ['organization', 'He sang with [<The Beatles>] once'],
    ['organization', '[<The Times>] wrote'],
    ['place', '[<The Hague>] lies in [the <Netherlands>]'],
    ['place', 'in [<the Hague>]'],
    ['place', 'in [the\n<Gambia>.] Then'],
    ['work', '[<The Great Gatsby>] is read'],
    ['group', '“[The <French>] left”'],
    ['organization', '[<Theranos>] fell'],
    ['organization', '[<The>] end'],
  ])('%s: %s', check);
});

describe('ends', () => {
  test.each([
    ['organization', '[<McDonald’s>] and [<Apple>’s] again'],
    ['organization', '[<Standard & Poor’s>] said'],
    ['organization', '[<Reuters>’] report'],
    ['organization', '[<Apple Inc.>] rose'],
    ['place', '[<U.S.>] law'],
    ['place', 'to [<Paris>.]'],
    ['place', '[<St. John’s>] and [<Houston>’s] team'],
    ['place', '[<Houston> ’s] team'],
    ['place', 'to [<China>’s,] she said'],
    ['organization', '[<Microsoft> Vice President] Tom Burt'],
    ['organization', '[<Foreign Ministry> spokesman] Qin Roe'],
    ['organization', '[<Office of the President>] closed'],
    ['organization', '[<Acme> Chief Executive Director] Roe'],
    ['event', '[<World Cup>,] held'],
    ['person', '[<.>]'],
    ['person', '[<’s>]'],
  ])('%s: %s', check);
});

describe('a title before', () => {
  test.each([
    ['Mr ', true],
    ['said Mr. ', true],
    ['President\n', true],
    ['Foreign spokesperson ', true],
    ['spokesman ', true],
    ['Vice-President ', true],
    ['Prime ', false],
    ['said the President. ', false],
    ['the President, ', false],
    ['in general ', false],
    ['Mr', false],
    ['', false],
    ['the ', false],
  ])('%j: %s', (before, expected) => {
    const text = `${before}Wang left`;
    expect(beginsWithTitle(text, { start: before.length, end: before.length + 4 })).toBe(expected);
  });
});

test('what is left of any mention lies in it and is not empty', () => {
  const types = fc.constantFrom('person', 'organization', 'place', 'group', 'work', 'event');
  fc.assert(
    fc.property(hardText, fc.nat(), fc.nat(), types, (text, a, b, type) => {
      fc.pre(text.length > 0);
      const start = a % text.length;
      const end = start + 1 + (b % (text.length - start));
      const name = trimName(text, { start, end }, type);
      expect(name.start).toBeGreaterThanOrEqual(start);
      expect(name.end).toBeLessThanOrEqual(end);
      expect(name.end).toBeGreaterThan(name.start);
      beginsWithTitle(text, { start, end });
    }),
    { numRuns: 1000 },
  );
});
