import { describe, expect, test } from 'vitest';
import { parseFooter } from '../../server/src/seed/footer.ts';
import { parseHeader } from '../../server/src/seed/header.ts';
import { faults, showPart, source } from './show.ts';

const BODY = 'Three more platforms are under review.\nMore is expected: the office said so.\n';

/** Checks a footer's fields and that it begins at its first character and not before. */
function check(body: string, footer: string, expected: string[]): void {
  const text = body + footer;
  const lines = source(text);
  const { segment, start, reads } = parseFooter(lines, parseHeader(lines).lines);
  expect(segment?.text ?? '').toBe(footer);
  expect(showPart(segment)).toEqual(expected);
  expect(start).toBe(lines.count - (segment?.lineStarts.length ?? 0));
  expect(reads).toBeLessThanOrEqual(65);
  expect(segment ? faults(segment) : []).toEqual([]);
}

test.each<[string, string, string[]]>([
  ['keywords', 'Key Words: China; CPC', ['keywords "Key Words" = China; CPC (line)']],
  [
    'several',
    'Author: Jane Doe\nCopyright: X 2021\nTags: a, b',
    ['author "Author" = Jane Doe (line)', 'rights "Copyright" = X 2021 (line)', 'keywords "Tags" = a, b (line)'],
  ],
  [
    'blank lines between',
    'Author: Jane Doe\n\n\nTags: a\n\n',
    ['author "Author" = Jane Doe (line)', 'keywords "Tags" = a (line)'],
  ],
  ['a contact line', 'Please Find us: Twitter: XYZ YouTube: RealXYZ LinkedIn: 人大XYZ', []],
  [
    'a contact line and keywords',
    'Please Find us: Twitter: XYZ YouTube: RealXYZ\nKey Words: China',
    ['keywords "Key Words" = China (line)'],
  ],
  [
    'keywords and a contact line',
    'Key Words: China\nFollow us on Facebook: https://facebook.com/x',
    ['keywords "Key Words" = China (line)'],
  ],
  ['a platform a line', 'Key Words: China\nTwitter: @xyz\nYouTube: xyz', ['keywords "Key Words" = China (line)']],
  ['a notice', 'Tags: a\n© 2021 The Evening Ledger. All rights reserved.', ['keywords "Tags" = a (line)']],
  [
    'other metadata below known',
    'Source: X\nPhotographer: Jane Doe\nTags: a',
    ['source "Source" = X (line)', '? "Photographer" = Jane Doe (line)', 'keywords "Tags" = a (line)'],
  ],
  [
    'that runs on',
    'Author: Jane Doe Source: Skynews Published: 2021-07-05',
    [
      'author "Author" = Jane Doe (inline)',
      'source "Source" = Skynews (inline)',
      'published "Published" = 2021-07-05 (inline)',
    ],
  ],
  ['a mistyped name', 'Auther: Jane Doe', ['? "Auther" = Jane Doe (line)']],
  ['no value', 'Key Words:', ['keywords "Key Words" =  (line)']],
  [
    'long keywords',
    `Key Words: ${'China; '.repeat(200)}CPC`,
    [`keywords "Key Words" = ${'China; '.repeat(200)}CPC (line)`],
  ],
  ['CJK', 'Key Words: 中国；人大', ['keywords "Key Words" = 中国；人大 (line)']],
])('%s', (_, footer, expected) => {
  for (const eol of ['\n', '\r\n', '\r']) {
    const body = BODY.replaceAll('\n', eol);
    const text = footer.replaceAll('\n', eol);
    check(body, text, expected);
    check(body, `${text}${eol}`, expected);
    check(`${body}${eol}`, `${text}${eol}${eol}`, expected);
    check(`Title: T${eol}${eol}${body}${eol}`, text, expected);
  }
});

describe('none', () => {
  test.each([
    ['prose', BODY],
    ['nothing', ''],
    ['only a header', 'Source: X\nPublished: 2021-07-05\n'],
    ['a header of all kinds', '---\nsource: X\n---\nTitle: Y\n\n'],
    ['speech', `${BODY}He said: no\n`],
    ['a dateline last', `${BODY}LONDON: No news\n`],
    ['a note', `${BODY}Note: this is a draft\n`],
    ['a name that is not known', `${BODY}Twitter: we love it\n`.replace('Twitter', 'Section')],
    ['a paragraph that begins like a field', `${BODY}Author: ${'I think so. '.repeat(50)}\n`],
    ['an ordinary word', `${BODY}By: the time we came there, all of them had left the house for good.\n`],
    ['one platform in prose', `${BODY}She wrote on Twitter: it is over, and we will not come back again.\n`],
    ['two platforms in prose', `${BODY}Followers can reach the ministry on Twitter: @x and YouTube: y\n`],
    ['a field above prose', 'First.\nKey Words: China\nLast.\n'],
  ])('%s', (_, text) => check(text, '', []));
});

describe('where it begins', () => {
  test.each([
    ['a dateline', 'LONDON: No news\n'],
    ['a note', 'Note: this is a draft\n'],
    ['a name apart from known ones', 'Source: X\nSection: World\n\n'],
  ])('below %s', (_, last) => {
    const text = `${BODY}${last}Key Words: China\n`;
    const { segment } = parseFooter(source(text), 0);
    expect(segment?.text.includes('LONDON') || segment?.text.includes('Note')).toBe(false);
    expect(segment?.text.endsWith('Key Words: China\n')).toBe(true);
  });

  test('in the last 64 lines', () => {
    const { start, reads } = parseFooter(source(`${'Tags: a\n'.repeat(1_000)}`), 0);
    expect(start).toBe(1_001 - 64);
    expect(reads).toBe(64);
    expect(parseFooter(source(`Tags: a\n${'\n'.repeat(100)}`), 0).segment).toBeUndefined();
  });
});

test('blocks: fields only, no contact lines', () => {
  const { segment } = parseFooter(source('Text.\nPlease Find us: Twitter: X YouTube: Y\nKey Words: China; CPC'), 0);
  expect(segment?.blocks.map(({ text, field }) => [text, field])).toEqual([['China; CPC', 'keywords']]);
});
