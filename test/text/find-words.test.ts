import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords } from '../../server/src/text/find-words.ts';
import { flatWords } from '../../server/src/text/flat-text.ts';
import { WordEdges } from '../../server/src/text/word-edges.ts';
import { marked, unmarked } from '../support/marks.ts';
import { anyText, hardText } from '../support/unicode.ts';

/** `<<` and `>>` mark where one of the words is to be found. */
function check(words: readonly string[], expected: string): void {
  const text = unmarked(expected);
  expect(marked(text, findWords(text, words), () => '')).toBe(expected);
}

describe('where words stand in a text', () => {
  test.each<[string, string]>([
    // Whole words only, in the same letters.
    ['Kanzhun', '<<Kanzhun>> fell. So did <<Kanzhun>>, “<<Kanzhun>>” and (<<Kanzhun>>).'],
    ['Kanzhun', 'Kanzhuns, kanzhun, KANZHUN, XKanzhun and Kanzhun2 are others.'],
    ['Ursula von der Leyen', '<<Ursula von der Leyen>> and Ursula Von Der Leyen'],
    ['Müller', 'Müllers met <<Müller>> and Mu\u0308llers.'],
    ['Müller', 'He saw <<Mu\u0308ller>>.'],
    ['Mu\u0308ller', 'He saw <<Müller>>.'],
    ['Neill', 'O’Neill is not <<Neill>>'],
    ['O’Neill', "<<O'Neill>> and <<O’Neill>>"],
    ['AT', 'AT&T, <<AT>> T'],
    ['US', 'the <<US>>-led talks cost US$2 in the <<US>>'],
    ['Washington', '<<Washington>>-based, a pre-<<Washington>> time'],
    ['5', 'It was 1.5 or <<5>>, <<5>>% of 15'],
    ['Kanzhun', 'See https://x.org/Kanzhun, @Kanzhun, a@Kanzhun.org and Kanzhun.com for <<Kanzhun>>.'],
    ['US$2.8 billion', 'They paid <<US$2.8 billion>>.'],
    // A possessive is not part of it, nor is the stop of an abbreviation.
    ['Kanzhun', "<<Kanzhun>>’s owner, <<Kanzhun>>'s owner"],
    ['Apple Inc', 'It was <<Apple Inc>>. <<Apple Inc>>.’s owner'],
    ['Apple Inc.', 'It was <<Apple Inc.>> and <<Apple Inc.>>’s'],
    ['U.S.', 'the <<U.S.>>-led talks in the <<U.S.>>'],
    ['U.S', 'the U.S. said'],
    // Blanks, line ends, and words cut at them.
    ['New York', '<<New York>>, <<New  York>>, <<New\u00a0York>>, <<New\nYork>>, <<New\r\n  York>>, New-York'],
    ['New York', 'It is New\n\nYork that is New \r\n \r\n York.'],
    ['New\r\nYork', 'in <<New York>>'],
    ['Kanzhun', 'the firm <<Kan-\nzhun>>, <<Kan-\r\n    zhun>>, <<Kan\u00adzhun>>, <<Kan\u00ad\nzhun>>, Kan-zhun'],
    ['Kan\u00adzhun', '<<Kanzhun>>'],
    ['Jean-Pierre', '<<Jean-Pierre>>, <<Jean‑Pierre>>, <<Jean-\nPierre>>'],
    ['Kan', 'the firm Kan-\nzhun and <<Kan>>\nzhun'],
    ['Washington', 'post-\n<<Washington>>, and a <<Washington>>-\nLondon line'],
    ['zhun', 'Kan-\nzhun, <<zhun>>'],
    ['Wang', '\u200b<<Wang>>\u200b, <<Wa\u200bng>>'],
    // Scripts without blanks.
    ['人大重阳', '在<<人大重阳>>的，<<人大重阳>>說，<<人大\n重阳>>和<<人大\r\n　　重阳>>。'],
    ['Beijing', '在<<Beijing>>的'],
    ['삼성', '<<삼성>>은 <<삼성>>'],
    ['アメリカ', '<<アメリカ>>の、アメリカンとラテンアメリカ'],
    ['رويترز', 'وقالت <<رويترز>> إن رويترزي'],
    ['Ελλάδα', 'η <<Ελλάδα>>, Ελλάδας'],
    ['𝒜lpha', '<<𝒜lpha>> 𝒜lphas'],
    ['👍🏽', 'good <<👍🏽>> 👍'],
    ['', 'nothing'],
  ])('%s', (words, expected) => check([words], expected));

  test('of several the longer one, without overlaps', () => {
    check(['Wang', 'Wang Wenbin', 'Wenbin Li'], '<<Wang Wenbin>> Li met <<Wang>> and <<Wenbin Li>>.');
    const text = 'Wang Wenbin met Wang.';
    expect(findWords(text, ['Wang', 'Wang Wenbin']).map(({ form }) => form)).toEqual([1, 0]);
  });

  test('words that overlap themselves', () => {
    check(['a a'], '<<a a>> <<a a>> a');
    check(['哈哈'], '<<哈哈>><<哈哈>>哈');
  });
});

/** A part of the text as the words that are looked for. */
const searches = (texts: fc.Arbitrary<string>) =>
  texts.chain((text) =>
    fc.record({
      text: fc.constant(text),
      forms: fc.array(
        fc.tuple(fc.nat(text.length), fc.nat(12)).map(([start, length]) => text.slice(start, start + length).trim()),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  );

test('a letter is not parted from a mark that goes on behind the words', () => {
  expect(findWords('x 4\u0344\u0352', ['4\u0344'])).toEqual([]);
  expect(findWords('x 4\u0344 y', ['4\u0344'])).toEqual([{ start: 2, end: 4, form: 0 }]);
});

describe('in any text', () => {
  test.each([
    ['of any code units', anyText],
    ['of what scanners look for', hardText],
  ])('%s', (_name, texts) => {
    fc.assert(
      fc.property(searches(texts), ({ text, forms }) => {
        let behind = 0;
        for (const { start, end, form } of findWords(text, forms)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          behind = end;
          const found = flatWords(text.slice(start, end));
          // Where a hyphen stands at a line end, it is one that belongs to the word.
          const kept = text.slice(start, end).replace(/([-\u2010\u2011])[ \t]*(?:\r\n|\r|\n)[ \t]*/g, '$1');
          expect([found, flatWords(kept)]).toContain(flatWords(forms[form] ?? ''));
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ['words', 'Li met Li, '],
    ['no blanks at all', 'Li,met,'],
    ['signs without blanks', '李哈'],
    ['hyphens', 'Li-'],
    ['line ends', 'Li\n'],
    ['stops', 'Li.'],
    ['marks', 'Li@'],
  ])('what is read round the places grows with the text: %s', (_name, unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const edges = new WordEdges(text);
    for (let at = 0; at <= text.length; at++) {
      edges.begins(at);
      edges.ends(at);
    }
    expect(edges.units).toBeLessThan(4 * text.length);
    expect(findWords(text, ['Li', '李哈']).length).toBeLessThanOrEqual(text.length);
  });
});
