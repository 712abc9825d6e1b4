import { describe, expect, test } from 'vitest';
import { endsSentence, sentenceEnds } from '../../server/src/text/sentences.ts';

/** Bars in the text mark where sentences end; the last one is not marked. */
function check(marked: string): void {
  const text = marked.replaceAll('¦', '');
  let from = 0;
  const parts = sentenceEnds(text).map((end) => {
    const part = text.slice(from, end);
    from = end;
    return part;
  });
  expect(parts.join('¦')).toBe(marked);
}

describe('where sentences end', () => {
  describe('stops, questions, exclamations', () => {
    test.each([
      'It rained. ¦He left! ¦Did she? ¦Yes.',
      'Really?! ¦No!!! ¦So??? ¦What ? ¦No !',
      'Well... maybe not. ¦Or… ¦Perhaps. ¦So it ends...',
      'Well . . . maybe not. ¦He left . . . . ¦Then she came. ¦So it ends . . .',
      'Wait… no. ¦He left...and came. ¦He left!… ¦Then.',
      '...and then he left. ¦...And she came.',
      'Then he left . ¦She came . ¦It rained , too .',
      'They lost 3-1. ¦It grew by 3.5. ¦In 1999. ¦5 men came. ¦$5 was lost.',
      'Yahoo! is a company. ¦Version 1.2.3 is out. ¦.NET is too.',
      'Visit www.x.example. ¦Then http://x.example/a.b?c=d. ¦Mail a@b.example. ¦@ada left. ¦#yes.',
      'iPhone sales fell. ¦eBay rose. ¦iPhone.',
    ])('%j', check);
  });

  describe('titles and other words before names', () => {
    test.each([
      'Mr. Wang met Dr. J. K. Rowling in St. Petersburg. ¦They spoke.',
      'Lt. Col. Ada Byron, Gov. Hale and the Rev. Jude Okoro met. ¦Sen. Ortiz left.',
      'Messrs. Smith and Mx. Lee saw Cdr. Bond, Amb. Rice and Wm. Blake.',
      'Mr. and Mrs. Smith lived at 5 Main St. ¦The house burnt.',
      'On Fifth Ave. John left. ¦On Fifth Ave. ¦The car stopped.',
      'Mt. Elgon and Ft. Worth. ¦He is 5 ft. tall. ¦She is 6 ft. ¦They met.',
      'A grand old dame. ¦The queen.',
    ])('%j', check);
  });

  describe('initials and acronyms', () => {
    test.each([
      'J. R. R. Tolkien wrote. ¦J.R.R. Tolkien wrote. ¦J.-P. Sartre wrote.',
      'I met George W. Bush. ¦He smiled.',
      'I. M. Pei built it. ¦A. I. Kuprin wrote it. ¦It was I. ¦He knew. ¦Part I. ¦The start.',
      'Louis XIV. ¦He was king. ¦World War II. ¦It ended. ¦Henry V. ¦The DSM-V. ¦Not he.',
      'H. A. Byron met M. A. Okoro. ¦It was Al. ¦Police came.',
      'They took vitamin C. ¦The body needs it. ¦Plan B. ¦Then plan C.',
      'The U.S. President came to the U.S. ¦The visit was short.',
      'He told the U.N. Security Council. ¦It is in Washington, D.C. ¦He was not.',
      'The F.B.I. said so. ¦Is it a U.F.O.? ¦“The U.S.” ¦It is.',
      'The agency (F.B.I.) Director left (in the U.S.). ¦It (the U.S.) ¦The end.',
      'At 10 p.m. police came. ¦At 3:30 p.m. ¦Then they left. ¦At 11 p.m. ¦They slept.',
      'She has a Ph.D. ¦He has a B.Sc. degree and an M.Phil. Student days. ¦She is an M.D. ¦He is not.',
      'Mr. T. came. ¦Malcolm X. ¦He spoke.',
    ])('%j', check);
  });

  describe('abbreviations that may end one', () => {
    test.each([
      'Acme Inc. Chairman Ada Byron left Acme Inc. ¦She was 36.',
      'Acme Co. Ltd. said so. ¦Apple Inc. 10 years on.',
      'Cats, dogs, etc. are pets. ¦He likes cats, etc. ¦He does.',
      'Okoro et al. found it. ¦Okoro et al. ¦The end (etc.). ¦Then.',
      'Calif. Gov. Hale spoke in Fresno, Calif. ¦He left.',
      'Sam Byron Jr. spoke. ¦I saw Sam Jr. ¦He left.',
    ])('%j', check);
  });

  describe('abbreviations before numbers, months, days', () => {
    test.each([
      'On Jan. 5 it cost $3.5 million. ¦See No. 7, e.g. Fig. 3 vs. p. 12.',
      'In Jan. ¦He came in Nov. 2021 and on Sat. 5 May.',
      'He said no. ¦Then he sat. ¦Nobody came. ¦A figure of art. ¦The fig.',
      'He said no. ¦I left. ¦He is No. 1. ¦She is No. 2.',
      'See Vol. III, ch. IV and Art. I. ¦The law is pp. 5-7. ¦It is long.',
      'It cost Rs. 500. ¦Tel. 555-1234, ext. 5. ¦Ada (b. 1950, d. 2000).',
      'e.g. this, i.e. That. ¦Arsenal vs. Chelsea, Smith v. Jones.',
    ])('%j', check);
  });

  describe('quotation marks and brackets', () => {
    test.each([
      'She asked: “Why?” ¦“Because,” he said, “I can.” ¦He smiled.',
      '“Stop!” he cried. ¦(It was late.) ¦Then silence.',
      '"Mount attacks against departments." ¦The crackdown went on.',
      '\'He said "No." ¦Then left.\' ¦She knew.',
      'He said: “I left. ¦She came.” ¦Then he sat.',
      '‘“No.”’ ¦He left. ¦(He left (see Fig. 3).) ¦Then.',
      'He asked “Why?” and left. ¦He asked “Why?” ¦And left.',
      '"I do." ¦"So do I." ¦"Good."',
      "The so-called 'no.' vote. ¦He left [sic]. ¦'Tis so. ¦'Twas.",
      '« Non. » ¦Puis il partit. ¦« Non.\u00a0» ¦Oui. ¦Er kam. ¦»Nein«, sagte er.',
      '„Nein.“ ¦Dann ging er.',
      '**He left.** ¦_She came._ ¦*They met.*',
    ])('%j', check);
  });

  describe('lines, items, notes', () => {
    test.each([
      'One line\nand the next. ¦A third\r\nline.',
      'A heading\n\n¦The text of it. ¦A heading\r\n\r\n¦More\n \n¦and more',
      '1. The first point. ¦2. The second. ¦(1) First. ¦(2) Second.',
      '- He left. ¦- She came. ¦— They met.',
      'Q: Why? ¦A: Because. ¦ANCHOR: Hello. ¦GUEST: Hi.',
      'CHINA SAYS NO. ¦U.S. SAYS YES. ¦END.',
      'It grew.[12] ¦It shrank.[1][2] ¦It grew.² ¦It shrank.¹⁰ ¦It stayed.',
      'He left.\u00a0¦She came.\u200b ¦They met.\u200f ¦Mr.\u200b Smith.',
    ])('%j', check);
  });

  describe('other scripts', () => {
    test.each([
      '他来了。¦“她呢？”¦没有人。',
      '你好。¦他说：“好。”¦然后走了！？¦真的。',
      '「はい。」と言った。¦「はい。」¦次。¦ﾊｲ｡¦次',
      'هل أنت؟ ¦نعم. ¦ثم. ¦یہ ہے۔ ¦اور',
      'हिन्दी। ¦दूसरा॥ ¦अंत',
      'Բարեւ։ ¦Այո։ ¦ሰላም። ¦አዎ፧ ¦អរុណ។ ¦ទេ',
      'Он ушёл. ¦Она пришла. ¦Και αυτός; Ναι. ¦Όχι.',
    ])('%j', check);
  });
});

test('a text without sentences is one; an empty one has none', () => {
  expect(sentenceEnds('')).toEqual([]);
  expect(sentenceEnds('  \n ')).toEqual([4]);
  expect(sentenceEnds('no end')).toEqual([6]);
});

describe('a line ends a sentence', () => {
  test.each([
    'It rained.',
    'Did she?  \r\n',
    'He said “no.”',
    '“No!” (he said)!',
    '他来了。',
    'They met in the U.S.',
    'He left Acme Inc.',
    'It was I.',
    'So it ended …',
    'the end.)',
    '**the end.**',
  ])('%j', (line) => expect(endsSentence(line)).toBe(true));
});

describe('a line goes on', () => {
  test.each([
    '',
    '   ',
    'It rained and',
    'spoke to Mr.',
    'a book by J.',
    'a comma,',
    'in Jan.',
    'see No.',
    'it cost Rs.',
    'spoke to Mx.',
    'as in e.g.',
    'a colon:',
    'quoted “so”',
    ')',
  ])('%j', (line) => expect(endsSentence(line)).toBe(false));
});
