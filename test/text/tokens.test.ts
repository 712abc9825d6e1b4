import { describe, expect, test } from 'vitest';
import { classOf } from '../../server/src/text/characters.ts';
import { tokenize } from '../../server/src/text/tokens.ts';

/** Bars in the text stand where two tokens meet without a blank between them. */
function check(marked: string): void {
  const text = marked.replaceAll('|', '');
  let result = '';
  let at = 0;
  for (const { start, end } of tokenize(text)) {
    if (start === at && start > 0) result += '|';
    result += text.slice(at, end);
    at = end;
  }
  expect(result + text.slice(at)).toBe(marked);
}

function kindsOf(text: string): string[] {
  return tokenize(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);
}

describe('abbreviations', () => {
  test.each([
    'Mr. Smith|, Dr. Okoro|, Lt. Col. Ada Byron and Prof. Wu vs. Acme Inc.|’s board',
    'on Jan. 5|, Sept. 11 and Sat.|; he sat|.',
    'Gov. Hale met Sen. Ortiz|, Rep. Lund|, Adm. Nelson|, Cdr. Bond|, Amb. Rice and Mx. Lee|.',
    'St. Louis|, Main St.|, 5|th Ave.|, Mt. Elgon|, Ft. Worth|, Wm. Blake|, Geo. Orwell',
    'e.g. this|, i.e. that|, etc.|, et al.|, viz. these|, approx. 50|, cf. those',
    'No. 5|, no. 5|, No.|5|, Nos. 5 and 6|, pp. 5-7|, Fig. 3|, Rs. 500|, Tel. 555',
    'He said no|. The fig|. A figure of art|. In vol|. the',
    'Vol. III|, ch. IV|, Art. I|. He said no|. I left|.',
    'a Ph.D.|, a Ph.D student|, B.Sc. and M.Phil.|, LL.B.|, B.A.|, d.phil.',
    'Fresno|, Calif.|, Austin|, Tex.|, and Reno|, Nev.|; a tex|.',
    'Acme Co.|,|Ltd.|; Cos.|; the co|. and the max|.',
    'Mr.|Smith went to St.|Petersburg|. It|.|Then he left|.|She came|.',
    'ex-Sen. Hale|, mid-Jan. rain|, Vice-Adm. Ito|, Lt.|-|Gov. Ames',
    '(|R-Calif.|)|, (|D-N.Y.|)|, Corp.|-|owned',
  ])('%j', check);
});

describe('initials and acronyms with stops', () => {
  test.each([
    'J. R. R. Tolkien|, J.R.R. Tolkien|, J.|Smith|, George W. Bush|. He smiled|.',
    'I. M. Pei and A. I. Kuprin|; it is I|. He knew|. Part I|. The start',
    'J.-P. Sartre|, J.-J. Rousseau|, J.\u2011C. Juncker|; Plan-B|. It',
    'Plan B|. Then vitamin C|. The end|. Henry V|. The DSM-V|. It was Al|. No one et al. at point A|.',
    'H. A. Byron v. V. Okoro',
    'the U.S.|’s role|, the U.S.A.|, U.K.|-|based|, Washington|, D.C.|, A.D. 70|, S.p.A.',
    'ex-U.S. Marine|, anti-U.N. vote|, Sino-U.S. talks|, mid-U.K',
    'at 3|:|p.m.|, 10 a.m.|-|11 p.m.|, the p.m|, R.I.P.|, a.k.a. Bo',
    'É. Zola|, Ç. Özdemir|; И. Репин|; Ł. Wałęsa',
  ])('%j', check);
});

describe('hyphens, dashes and apostrophes', () => {
  test.each([
    'Jean-Pierre|, mother-in-law|, e-mail|, F-16|, COVID-19|, T-shirt|, Al\u2010Masri|, non\u2011breaking',
    'A|—|B|, yes|–|no|, 5|–|7|, wait|--|no|, pre|- and post-war|, Beijing|-|, -|based',
    "O'Neil|, O’Neil|, O‘Neil|, OʼNeil",
    "don't|, don’t|, don´t|, don＇t|, y'all|, I'm|, o’clock|, M'Baye|, N’Djamena",
    'l’Oréal|, d’Estaing|, Xi’an|, Shi’ite|, Qur’an|, Hawai‘i|, Hawaiʻi|, Sana‘a',
    "James|' car|, companies|’ data|, China|'s|, CHINA|'S|, China|‘s|, ABC|’s|, 1990|'s|, 中国|’s",
    "rock '|n|' roll|, rock'n'roll|, '|90|s|, ’|90|s|, the 1990|s|'|, '|tis|, Guns N|' Roses",
    '‘|back doors|’ and “|‘|experts|’|”|, „|so|“|, « non »',
    '5|\'|10|"|, 6|′|2|″',
  ])('%j', check);
});

describe('numbers, units and money', () => {
  test.each([
    'US$|2.8|billion|, £|3|bn|, HK$|5|, A$|7.5|bn|, €|5|, 5|€|, ¥|500|, Rs. 5',
    '5|km|, 20|%|, 3.5|m|, 60|mph|, 10|pm|, 38|°|C|, 4|x4|, 3|D|, 2|nd|, 21|st|.',
    'G20|, A4|, B-52s|, MH370|, H₂O|, CO₂|, m²|, 10²|, 2½|, mid-1990s',
    '1,234,567.89|, 1.234.567,89|, 12,34,567|, 3.30|pm|, 1/2|, 24/7|, 192.168.0.1|, 3|, 4',
    '2021-07-05|, 05/07/2021|, 10:41:30.5|, 1990-95|, 5-10|%|, 2021-07-05|T10|:|00|Z',
    '50,000|-|strong|, 24|-|hour|, 10|-|year-old|, 2-1|, -|5|°|C|, +|5|, ±|5|, −|5',
    '+|1-555-123-4567|, (|555|) 123-4567|, № 5|, Nº 5|, §|5|, #|1',
    '1\u00a0000\u202f000|, 5\u00a0km|, 20\u202f%',
    '٣٫٥ و ١٢٣٬٤٥٦|, १२३|, ５０|％|, 𝟓𝟔',
  ])('%j', check);
});

describe('addresses', () => {
  test.each([
    'see https://example.org/a_(b)?c=d#e|, ok|; http://a.example/x|; HTTP://X.EXAMPLE|!',
    '(|http://a.example/b|)|. <|http://a.example|> "|http://a.example|" “|http://a.example|”',
    '[|a|]|(|http://a.example/b|)|, **|http://a.example|**|, {|http://a.example|}',
    '(|www.example.org/x|)|. WWW.EXAMPLE.ORG|… www|. Then',
    'https|:|/|/|, http|:|/|/|.. said http|: and more',
    'jane.doe+x@mail.example.org|. <|x_y@a.example|>|, mailto|:|a-b@c.example|, a|@|b',
    '@jane_doe|’s post|, @a|.|b|, .|@ada|: hi|, #|hashtag|, @|中国|, a|@|@b',
    'Amazon.com|’s|, bbc.co.uk|/|news|, t.co|/|x|, e-bay.com|, AMAZON.COM|, Nikkei.co.jp|.',
    'fell|.|Net sales|, left|.|it was|, profits|.|company|, a.b.c.|, Node|.|js',
    'C|:|\\|dir',
    'and|/|or|, he|/|she|, snake_case|, AT&T|, R&D|, Q&A|, P&O|, C|+|+|, C|#|, Yahoo|!',
  ])('%j', check);
});

describe('signs', () => {
  test.each([
    'He left|.|) [|sic|] {|x|} (|He left|.|)',
    'Wait|... no|… yes|. . .',
    'Why|?|! No|!!! So|??',
    '*|bold|* _|it|_ __|x|__ `|code|`',
    '• one\n- two\n* three\n1|. four\n(|a|) five',
    'Q|: Why|? A|: No|.\nANCHOR|: CHINA SAYS U.S. ‘|WRONG|’',
    'x|=|5|, a|<|b|, ©|2021|, ®|, a|, ~|/|file',
  ])('%j', check);
});

describe('scripts', () => {
  test.each([
    '中国人民 in|中国 2021|年|, 人大重阳|RDCY|; 他说|：|“|好|。|”',
    'ソニー東京|。 한국어를|, 𠮷野家|, 人々',
    'สวัสดีครับ ภาษาไทย|, ភាសាខ្មែរ',
    'مرحبا بالعالم|. العَرَبِيَّة|، שלום|, צה״ל|, ג׳ירפה',
    'हिन्दी में क्षत्रिय|। தமிழ்|, ไทย|, বাংলা',
    'café cafe\u0301 naïve Ελλάδα Путин İstanbul ﬁne oﬃce straße col·lecció|, A|·|B',
    '𝒜𝓑|, A|.|𝒜|, 𝒜|.',
  ])('%j', check);
});

describe('emoji, marks and what nobody sees', () => {
  test.each([
    '👍🏽|👍 👨\u200d👩\u200d👧|👧 🇬🇧|🇫🇷|🇬 ❤\ufe0f|❤ 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '1\ufe0f\u20e3 #\ufe0f\u20e3 *\ufe0f\u20e3 ‼\ufe0f|?',
    '👩\u200d💻|, 🏳\ufe0f\u200d🌈|, 👍\u200d|a',
    'co\u00adoperate zero\u200bwidth می\u200cخواهم',
    '\ufeffBOM a\u00a0b a\u202fb a\u2009b a\u3000b a\u2028b',
    '\u200f|عربي|\u200f \u200e|abc|\u200e|, \u200b|Bonn|\u200b|.',
    'soft|\u00ad\nend|\u00ad',
    '“\u0301|a|.\u0301',
    '\u0301abc =\u0301|x',
    '\ud83d|a|\udc4d \u0000|a',
  ])('%j', check);
});

test('tokens say what they are', () => {
  expect(kindsOf('Ada paid €5 — see www.x.org, Amazon.com, a@b.org or @ada.')).toEqual([
    'word Ada',
    'word paid',
    'symbol €',
    'number 5',
    'punctuation —',
    'word see',
    'url www.x.org',
    'punctuation ,',
    'word Amazon.com',
    'punctuation ,',
    'email a@b.org',
    'word or',
    'handle @ada',
    'punctuation .',
  ]);
  expect(kindsOf('US$5 👍🏽 中国 Mr. ’ \u200e1½ http:// file:///x')).toEqual([
    'symbol US$',
    'number 5',
    'symbol 👍🏽',
    'word 中国',
    'word Mr.',
    'punctuation ’',
    'symbol \u200e',
    'number 1½',
    'word http',
    'punctuation :',
    'punctuation /',
    'punctuation /',
    'url file:///x',
  ]);
});

test('every code point has a class', () => {
  for (const code of [0, 0x41, 0x7f, 0xd800, 0xdfff, 0xffff, 0x10000, 0x10ffff])
    expect(classOf(code)).toBeGreaterThan(0);
});
