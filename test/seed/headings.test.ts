import { describe, expect, test } from 'vitest';
import { headingOf } from '../../server/src/seed/headings.ts';
import { parseSeed } from '../../server/src/seed/seed.ts';

const PROSE =
  'Ships are moving through the canal again. The Ever Given was pulled free on Monday, six days after it had run aground.';
const CHINESE =
  '长赐号货轮在苏伊士运河搁浅六天之后于星期一脱困，运河的交通已经恢复，超过三百艘船正在等待通过，埃及总统表示感谢。';

/** Headings as `level title`. */
function headings(text: string): string[] {
  const { segments } = parseSeed(text);
  return segments.flatMap((segment, i) => {
    const heading = headingOf(segment, segments[i - 1], segments[i + 1]);
    return heading ? [`${heading.level} ${heading.title}`] : [];
  });
}

describe('a heading', () => {
  test.each([
    ['# One\nText.', '1 One'],
    ['###### Six\n\nText.', '6 Six'],
    ['## Closed ##\nText.', '2 Closed'],
    ['## C#\nText.', '2 C#'],
    [`Text.\nTHE NEXT PART\n${PROSE}`, '7 THE NEXT PART'],
    ['WHAT COMES NEXT?\n\nThey said nothing.', '7 WHAT COMES NEXT?'],
    ['ЧТО ДАЛЬШЕ\n\nТекст.', '7 ЧТО ДАЛЬШЕ'],
    [`Text.\n\nWhat they say\n\n${PROSE}`, '8 What they say'],
    [`What happens next?\n\n${PROSE}`, '8 What happens next?'],
    [`Text.\n\n2. The canal\n\n${PROSE}`, '8 2. The canal'],
    [`Title: Ships\n\nWhat they say\n\n${PROSE}`, '8 What they say'],
    [`运河恢复通行\n\n${CHINESE}`, '8 运河恢复通行'],
    [`ما بعد القناة\n\n${PROSE}`, '8 ما بعد القناة'],
    ['One.\n\n***\n\nTwo.', '9 ***'],
    ['One.\n* * *\nTwo.', '9 * * *'],
    ['One.\n\n⁂\n\nTwo.', '9 ⁂'],
    ['One.\n\n----------\n\nTwo.', '9 ----------'],
  ])('%j is one', (text, expected) => {
    expect(headings(text)).toEqual([expected]);
  });

  test.each([
    ['prose', PROSE],
    ['a short line that is not set apart', `Text.\nWhat they say\n${PROSE}`],
    ['a short line above a short one', 'Roses are red\n\nViolets are blue\n\nSugar is sweet'],
    ['a short sentence', `They said no.\n\n${PROSE}`],
    ['a greeting', `Dear Sir\n\n${PROSE}`],
    ['a byline', `By Jane Doe\n\n${PROSE}`],
    ['a caption', `Photo: Reuters\n\n${PROSE}`],
    ['an item', `- one thing\n\n${PROSE}`],
    ['a quotation', `“Why not?”\n\n${PROSE}`],
    ['an address', `www.example.org\n\n${PROSE}`],
    ['a line in lower case', `what they say\n\n${PROSE}`],
    ['the last line', `${PROSE}\n\nThe end`],
    ['a speaker', `MODERATOR:\n\n${PROSE}`],
    ['an abbreviation', `BBC\n\n${'Short.'}`],
    ['a telegram', 'ARRIVED SAFELY\nSEND MONEY AT ONCE\nMOTHER WELL'],
    ['a shouted sentence', `STOP THE PRESSES.\nText follows here.`],
    ['dots that go on', 'One.\n\n...\n\nTwo.'],
    ['two dashes', 'One.\n\n--\n\nTwo.'],
    ['a sign in the text', '#hashtag is no heading\n\nText.'],
    ['a title in the header', `Title: WHAT COMES NEXT\n\n${PROSE}`],
  ])('%s is none', (_name, text) => {
    expect(headings(text)).toEqual([]);
  });
});
