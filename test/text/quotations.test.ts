import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type UnmatchedQuote, unmatchedQuotes } from '../../server/src/text/quotations.ts';
import { beginsWithQuote } from '../../server/src/text/quote-marks.ts';
import { marked, unmarked } from '../support/marks.ts';
import { cutsPair, longRunOf } from '../support/unicode.ts';

/** What is found is marked, with its reason and, behind a blank, the mark that a mixed one was opened with. */
function check(expected: string, continues = false): void {
  const text = unmarked(expected);
  const label = ({ reason, partner }: UnmatchedQuote) =>
    partner === undefined ? reason : `${reason} ${text.slice(partner.start, partner.end)}`;
  expect(marked(text, unmatchedQuotes(text, { continues }), label)).toBe(expected);
}

const checkAll = (texts: readonly string[]) => test.each(texts)('%s', (text) => check(text));

describe('nothing to say', () => {
  checkAll([
    '',
    'No marks at all.',
    'The minister called it ‘a start’, and left.',
    'She said: “We will go.” They went.',
    'He said "we will go" and then "or not".',
    "He said 'we will go' and then 'or not'.",
    'The US ‘forces firms to open ‘back doors’ to it’, she said.',
    '“He told me ‘wait here’, so I did,” she said.',
    '‘He told me “wait here”, so I did,’ she said.',
    `"He told me 'wait here', so I did," she said.`,
    `'He told me "wait here", so I did,' she said.`,
    '“He told me: ‘Wait.’” And: “‘No,’ he said.”',
    '"He said "wait" to me," she said.',
    'A “first” and a "second" and a ‘third’.',
    'He wrote ("a note") and [‘another’] — “gone” —“still”— here.',
    '“…and so on…” he said. “Well—” She left. "...or not..."',
    '"Wait" / "go": the two buttons. **"Bold"** and _“italic”_.',
    'The word "“" is hard to type, and ("") is empty.',
    'She said "that\nthe line\nends" here. “And\nhere”\n‘too’.',
    'The agency said it "scored a perfect 10".',
    'A new kind of "people power" ("round 2") came.',
  ]);
});

describe('marks of other languages', () => {
  checkAll([
    'Er sagte „Guten Tag“ und ging. Sie sagte ‚nein‘.',
    'Powiedział „dzień dobry” i wyszedł.',
    'Er sagte »Guten Tag« und ›nein‹.',
    'Il a dit «\u00a0bonjour\u00a0» et «\u202fnon\u202f».',
    'Il a dit « bonjour », puis « non ».',
    'Он сказал «привет „мир“» и ушёл.',
    'Han sade ”god dag” och gick. Hon sade ’nej’ sedan.',
    'Hän sanoi »päivää» ja lähti.',
    '他说“你好”。她说：‘再见’。《时报》报道「这个『词』」。',
    '他说"你好"，她说"再见"。',
    "``We will go,'' he said, ``or not.''",
    "''We will go,'' he said.",
    "The old `style' of quoting, and `code` too.",
    'ארגון צה"ל הודיע',
  ]);
});

describe('apostrophes', () => {
  checkAll([
    "Don't. It's O'Neill's. The users' data and James' book.",
    'Don’t. It’s O’Neill’s. The users’ data and James’ book.',
    "Rock 'n' roll of the '90s. 'Tis so. Get 'em. 'Twas the boys' club.",
    'Rock ’n’ roll of the ’90s. ’Tis so. Get ’em.',
    'In the ‘90s, ‘tis said, Hawai‘i and al-‘Iraq; ‘Abd al-Karim came from the 1970s and `80s.',
    'She is goin’ with th’ others.',
    "He attacked the authorities' access to its citizens' data.",
    'It named the ‘users’ data and left.',
    'It is the dogs’ bones, the cats’ milk and the boys’.',
    'The U.S.’ role and the U.N.’ role.',
    '‘The users’ data is safe’, he said. ‘The users’ data is safe.’',
    "'The users' data is safe', he said. 'The users' data is safe.'",
    '“The users’ data is safe,” he said of the boys’ club.',
    'l’homme, d’Artagnan, the ’Ndrangheta, ’s-Hertogenbosch.',
    "A quotation that opens 'like this may be a name from Tonga.",
    "A quotation of the 'Ndrangheta and a “real” one; 'Atenisi is a school.",
    "They did n't know what I 'm doing. They didn ’ t know.",
  ]);
});

describe('measures, arrows and signs that are no quotation marks', () => {
  checkAll([
    `He is 6'2" tall, she 5' 10" and the door 6’ 8”.`,
    'A 14" screen and a 15" screen, 3.5" wide; 7” records.',
    'He said "the 14" screen is good" twice. “A 14" screen.”',
    `At 40°26'46"N 79°58'56"W in 9'58".`,
    'A 6\'11 "power forward was taken.',
    'Older posts »',
    'Home » News » Sport',
    '« Back',
    'a " b',
    `Write '\\\\"' for it.`,
    'x ′ and y ″ are primes.',
    'Markup has """three""" of them, or \'\'\'bold\'\'\'.',
  ]);
});

describe('unclosed', () => {
  checkAll([
    'She said: <<“We|unclosed>> will go. They went.',
    'The minister called it <<‘a|unclosed>> start and left.',
    'He said <<"we|unclosed>> will go and left.',
    '<<"He|unclosed>> went home. "I am well," he said.',
    '“He told me <<‘wait|unclosed>> here, so I did,” she said.',
    'Er sagte <<„Guten|unclosed>> Tag und ging.',
    'Il a dit <<«|unclosed>>\u00a0bonjour et partit.',
    '他说<<「|unclosed>>你好。',
    'The firm bought <<“Harbour|unclosed>>, “Quay” and “Pier” in June.',
    '<<``We|unclosed>> will go, he said.',
    '<<“|unclosed>><<‘We|unclosed>> will go, he said.',
  ]);
});

describe('unopened', () => {
  checkAll([
    'We will go, <<she,”|unopened>> he said.',
    'They chanted "no" and yes to all of <<it."|unopened>>',
    'We will <<go.’|unopened>> They went.',
    'The word <<start”|unopened>> was his.',
    '"We go," he said. They <<stay"|unopened>>.',
    '你好<<」|unopened>>。',
    'bonjour\u00a0<<»|unopened>>, dit-il.',
  ]);
});

describe('mixed', () => {
  checkAll([
    'The spokesman said the US ‘forces firms to open ‘back doors’ and to hand over <<data"|mixed ‘>>.',
    'She called it ‘a <<start"|mixed ‘>> and left.',
    'She called it "a <<start’|mixed ">> and left.',
    '“We will <<go.’|mixed “>> They went.',
    '‘We will <<go.”|mixed ‘>> They went.',
    // Both marks are there, but the copy has lost half of the typesetting.
    '“We will <<go"|mixed “>>, he said, and then "or <<not”|mixed ">>.',
    "It was ‘a <<start'|mixed ‘>>, he said.",
    'It was “a <<start“|mixed “>> and no end.',
    'Er sagte „Guten <<Tag"|mixed „>> und ging.',
    '"Have you asked the wolf? <<\'|mixed ">>',
    "''We will <<go”|mixed ''>>, he said.",
    '«We will <<go”|mixed «>>, he said.',
  ]);
});

describe('a quotation that the next paragraph goes on with', () => {
  test.each([
    '“We will go. They went.',
    'She said: “We will go. They went.',
    '“‘We will go. They went.',
    '"We will go. They went.',
    '«\u00a0We will go. They went.',
    'She said: ‘We will <<go"|mixed ‘>>. They went.',
    'We will <<go.”|unopened>> “They went.',
  ])('%s', (text) => check(text, true));

  test.each([
    '“We will go.',
    '  ‘We will go.',
    '"We',
    "'We",
    '«\u00a0We',
    '» We',
    '„We',
    '“‘We',
    '「我',
    '``We will go.',
  ])('begins with a quotation mark: %s', (text) => expect(beginsWithQuote(text)).toBe(true));

  test.each(['', '  ', 'We “will”', '’90s', "'Tis so", '’em', '” he said', '```', '("We")', '14" wide'])(
    'does not: %s',
    (text) => expect(beginsWithQuote(text)).toBe(false),
  );
});

test('the mark itself and the word it stands at', () => {
  expect(unmatchedQuotes('He said “we left"!', { continues: false })).toEqual([
    { start: 12, end: 17, reason: 'mixed', mark: { start: 16, end: 17 }, partner: { start: 8, end: 9 } },
  ]);
});

const SIGNS = [...`"'\`´«»‹›‘’‚‛“”„‟「」『』《》〝〞〟＂＇`];
const quoting = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...SIGNS) },
      fc.constantFrom(
        ' ',
        '\n',
        '\u00a0',
        'word',
        's',
        '90',
        '.',
        ',',
        '—',
        '…',
        '(',
        ')',
        '人大',
        '𝒜',
        '\ud835',
        '👍',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('spans stand in order, inside of the text, round their marks', () => {
  fc.assert(
    fc.property(quoting, fc.boolean(), (text, continues) => {
      let from = 0;
      for (const { start, end, mark, partner, reason } of unmatchedQuotes(text, { continues })) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(mark.start).toBeGreaterThanOrEqual(start);
        expect(mark.end).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false);
        expect(SIGNS).toContain(text.charAt(mark.start));
        expect(partner !== undefined).toBe(reason === 'mixed');
        if (partner !== undefined) expect(partner.end).toBeLessThanOrEqual(mark.start);
        from = end;
      }
    }),
    { numRuns: 2000 },
  );
});

test('a paragraph with all its quotations in pairs is never found, in any style', () => {
  const styles = ['“”', '‘’', '""', '„“', '»«', '「」', '””'];
  const word = fc.constantFrom('harbour', 'don’t', 'the', '1998', 'China’s', 'U.S.', 'O’Neill', '6,500', 'naïve');
  const part = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const paragraph = fc
    .tuple(fc.constantFrom(...styles), fc.array(fc.tuple(part, part), { maxLength: 6 }))
    .map(([style, parts]) =>
      parts.map(([said, told]) => `${style[0]}${said}${style[1]} ${told}, ${style[0]}${told}.${style[1]}`).join(' '),
    );
  fc.assert(
    fc.property(paragraph, (text) => {
      expect(unmatchedQuotes(text, { continues: false })).toEqual([]);
    }),
  );
});

describe('long runs cost no more than their length', () => {
  test.each([...SIGNS.map((sign) => `${sign} `), '"\'', '“‘ ', "'a", 'don’t ', `'a 'b' "c ‘d “e „f `, 'a'])(
    '%j',
    (piece) => {
      // Beyond some thousand marks it is no prose.
      expect(unmatchedQuotes(longRunOf(piece), { continues: false })).toEqual([]);
      expect(unmatchedQuotes(piece.repeat(500), { continues: false }).length).toBeLessThanOrEqual(piece.length * 500);
    },
  );
});
