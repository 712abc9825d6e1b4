import { describe, expect, test } from 'vitest';
import { lineEnding, parseHeader } from '../../server/src/seed/header.ts';
import { faults, showPart, source } from './show.ts';

/** Checks the fields of a header and the text that begins behind it. */
function check(text: string, expected: string[], body: string): void {
  const { segment, lines, reads } = parseHeader(source(text));
  expect(showPart(segment)).toEqual(expected);
  expect(text.slice(segment?.text.length ?? 0)).toBe(body);
  expect(text.startsWith(segment?.text ?? '')).toBe(true);
  expect(segment?.lineStarts.length ?? 0).toBe(lines);
  expect(reads).toBeLessThanOrEqual(source(text).count);
  expect(segment ? faults(segment) : []).toEqual([]);
}

const INLINE = ['source "Source" = Skynews (inline)', 'published "Published" = 2021-07-05 (inline)'];
const BODY = 'Three more platforms are under review.\n';

describe('fields that run on', () => {
  test.each<[string, string, string[]]>([
    ['two', 'Source: Skynews Published: 2021-07-05', INLINE],
    ['without blanks', 'Source:Skynews Published:2021-07-05', INLINE],
    ['with a bar', 'Source: Skynews | Published: 2021-07-05', INLINE],
    ['with a comma', 'Source: Skynews, Published: 2021-07-05', INLINE],
    ['with tabs', 'Source:\tSkynews\tPublished:\t2021-07-05\t', INLINE],
    ['wide colons', 'Source：Skynews Published：2021-07-05', INLINE],
    ['a blank before the colon', 'Source : Skynews Published : 2021-07-05', INLINE],
    ['empty ones', 'Source:  Published: ', ['source "Source" =  (inline)', 'published "Published" =  (inline)']],
    [
      'a name of two words',
      'Source: The Daily Date Published: 5 July 2021',
      ['source "Source" = The Daily (inline)', 'published "Date Published" = 5 July 2021 (inline)'],
    ],
    [
      'lower case',
      'source: skynews published: 2021-07-05',
      ['source "source" = skynews (inline)', 'published "published" = 2021-07-05 (inline)'],
    ],
    [
      'capitals',
      'SOURCE: SKY PUBLISHED: 2021-07-05',
      ['source "SOURCE" = SKY (inline)', 'published "PUBLISHED" = 2021-07-05 (inline)'],
    ],
    [
      'a mistyped one',
      'Source: Sky Publised: 2021-07-05',
      ['source "Source" = Sky (inline)', '? "Publised" = 2021-07-05 (inline)'],
    ],
    [
      'a URL keeps its colon',
      'URL: https://x.y/z?a:b Published: 2021-07-05 10:30',
      ['url "URL" = https://x.y/z?a:b (inline)', 'published "Published" = 2021-07-05 10:30 (inline)'],
    ],
    [
      'behind a title',
      'Title: Three more platforms Source: Skynews Published: 2021-07-05',
      [
        'title "Title" = Three more platforms (inline)',
        'source "Source" = Skynews (inline)',
        'published "Published" = 2021-07-05 (inline)',
      ],
    ],
    [
      'behind a title, set apart',
      'Title: Three more platforms   Source: Skynews',
      ['title "Title" = Three more platforms (inline)', 'source "Source" = Skynews (inline)'],
    ],
    [
      'a title and a URL',
      'Title: Brexit: the end URL: https://x.y',
      ['title "Title" = Brexit: the end (inline)', 'url "URL" = https://x.y (inline)'],
    ],
    [
      'CJK',
      'Source: 新华社 Published: 2021年7月5日',
      ['source "Source" = 新华社 (inline)', 'published "Published" = 2021年7月5日 (inline)'],
    ],
    [
      'right to left',
      'Source: الجزيرة Published: 2021-07-05',
      ['source "Source" = الجزيرة (inline)', 'published "Published" = 2021-07-05 (inline)'],
    ],
  ])('%s', (_, line, expected) => {
    for (const eol of ['\n', '\r\n', '\r']) {
      check(`${line}${eol}${BODY}`, expected, BODY);
      check(`${line}${eol}${eol}${BODY}`, expected, BODY);
      check(line, expected, '');
      check(`\ufeff${line}${eol}${BODY}`, expected, BODY);
    }
  });
});

describe('fields one a line', () => {
  test.each<[string, string, string[]]>([
    [
      'several',
      'Source: Skynews\nPublished: 2021-07-05\nTitle: Under review\nAuthor: Jane Doe',
      [
        'source "Source" = Skynews (line)',
        'published "Published" = 2021-07-05 (line)',
        'title "Title" = Under review (line)',
        'author "Author" = Jane Doe (line)',
      ],
    ],
    [
      'blank lines between',
      'Source: Skynews\n\nPublished: 2021-07-05',
      ['source "Source" = Skynews (line)', 'published "Published" = 2021-07-05 (line)'],
    ],
    ['a colon in the title', 'Title: Brexit: the end', ['title "Title" = Brexit: the end (line)']],
    [
      'a title that speaks of a source',
      'Title: The Source: a history',
      ['title "Title" = The Source: a history (line)'],
    ],
    [
      'a title that speaks of open source',
      'Title: Open Source: A History',
      ['title "Title" = Open Source: A History (line)'],
    ],
    ['a title that speaks of an author', 'Title: Author: the unknown', ['title "Title" = Author: the unknown (line)']],
    [
      'a title that speaks of keywords',
      'Title: What we tag. Keywords: A Guide',
      ['title "Title" = What we tag. Keywords: A Guide (line)'],
    ],
    ['a source within a source', 'Source: The Open Source: Daily', ['source "Source" = The Open Source: Daily (line)']],
    ['no value', 'Title:\nSource: X', ['title "Title" =  (line)', 'source "Source" = X (line)']],
    [
      'other metadata among known',
      'Source: X\nSection: World\nPublished: 2021-07-05',
      ['source "Source" = X (line)', '? "Section" = World (line)', 'published "Published" = 2021-07-05 (line)'],
    ],
    [
      'other metadata before known',
      'Section: World\nSource: X',
      ['? "Section" = World (line)', 'source "Source" = X (line)'],
    ],
    [
      'other metadata behind known',
      'Source: X\nPhotographer: Jane Doe',
      ['source "Source" = X (line)', '? "Photographer" = Jane Doe (line)'],
    ],
    [
      'names of one’s own',
      'Source: X\nscan-quality: good\nBox number: 12\nPublished: 2021',
      [
        'source "Source" = X (line)',
        '? "scan-quality" = good (line)',
        '? "Box number" = 12 (line)',
        'published "Published" = 2021 (line)',
      ],
    ],
    ['a mistyped name', 'Soruce: X\nTittle: Y', ['? "Soruce" = X (line)', '? "Tittle" = Y (line)']],
    [
      'mixed with such that run on',
      'Source: Skynews Published: 2021-07-05\nTitle: Under review',
      [...INLINE, 'title "Title" = Under review (line)'],
    ],
    ['keywords', 'Keywords: China; CPC, the party;', ['keywords "Keywords" = China; CPC, the party; (line)']],
    [
      'indented',
      '  Source: X\n\tPublished: 2021',
      ['source "Source" = X (line)', 'published "Published" = 2021 (line)'],
    ],
    ['below blank lines', '\n\n  Source: X', ['source "Source" = X (line)']],
    [
      'a postal address is no URL',
      'Source: X\nAddress: 12 High Street',
      ['source "Source" = X (line)', '? "Address" = 12 High Street (line)'],
    ],
    ['a date in words', 'Date: yesterday', ['published "Date" = yesterday (line)']],
  ])('%s', (_, header, expected) => {
    for (const eol of ['\n', '\r\n', '\r']) check(`${header.replaceAll('\n', eol)}${eol}${eol}${BODY}`, expected, BODY);
    check(header, expected, '');
  });
});

describe('the headline', () => {
  test.each<[string, string, string[]]>([
    [
      'above fields',
      'Three more platforms under review\nSource: X',
      ['headline = Three more platforms under review', 'source "Source" = X (line)'],
    ],
    [
      'a blank line between',
      'Three more platforms\n\nSource: Skynews Published: 2021-07-05',
      ['headline = Three more platforms', ...INLINE],
    ],
    [
      'with a colon',
      'Brexit: what comes next\nSource: X',
      ['headline = Brexit: what comes next', 'source "Source" = X (line)'],
    ],
    [
      'that ends with initials',
      'Trump fires back at the F.B.I.\nSource: X',
      ['headline = Trump fires back at the F.B.I.', 'source "Source" = X (line)'],
    ],
    ['that asks', '\nWho was it?\nSource: X', ['headline = Who was it?', 'source "Source" = X (line)']],
    [
      'in Chinese',
      '三家平台接受审查\nSource: 新华社',
      ['headline = 三家平台接受审查', 'source "Source" = 新华社 (line)'],
    ],
    [
      'in Arabic',
      'ثلاث منصات قيد المراجعة\nSource: X',
      ['headline = ثلاث منصات قيد المراجعة', 'source "Source" = X (line)'],
    ],
    [
      'behind a byte order mark',
      '\ufeffThree more platforms\nSource: X',
      ['headline = Three more platforms', 'source "Source" = X (line)'],
    ],
  ])('%s', (_, header, expected) => check(`${header}\n\n${BODY}`, expected, BODY));

  test('is a block of its own, as a title', () => {
    const { segment } = parseHeader(source('Three more platforms\nSource: X\n\nBody'));
    expect(segment?.blocks).toEqual([
      { start: 0, text: 'Three more platforms', field: 'title' },
      { start: 29, text: 'X', field: 'source' },
    ]);
  });

  test.each([
    ['a sentence above a footer', 'The minister resigned on Monday.\n\nSource: Reuters\n'],
    ['two blank lines', 'Three more platforms\n\n\nSource: X\n'],
    ['too long', `${'word '.repeat(80)}\nSource: X\n`],
  ])('not %s', (_, text) => check(text, [], text));
});

describe('no header', () => {
  test.each([
    ['empty', ''],
    ['blank', '  \n\n\t\n'],
    ['only a byte order mark', '\ufeff'],
    ['prose', BODY],
    ['a dateline', 'LONDON: The prime minister has resigned.\nMore to follow.\n'],
    ['a dateline, short', 'LONDON: No news\n'],
    ['direct speech', 'He said: no\nShe said: yes\n'],
    ['a note', 'Note: this is a draft\n\nText'],
    ['a time', '10:30 Press conference\nSource: X is not here'.split('\n')[0] as string],
    ['a web address', 'https://x.y/z\n'],
    ['other metadata alone', 'Section: World\nEdition: 3\n\nText'],
    ['a transcript', 'Moderator: Good evening.\nGuest: Good evening to you.\n'],
    ['an ordinary word', 'Date: the fruit has been grown for centuries, and it remains a staple food.\n'],
    ['a field further down', 'First paragraph.\nSecond paragraph.\nSource: X\n'],
    ['a name too long', `${'x'.repeat(60)}: value\n`],
    ['dashes and prose', '---\nThe minister has resigned.\n---\nMore.\n'],
    ['one line of dashes', '---\nThe minister has resigned.\n'],
  ])('%s', (_, text) => check(text, [], text));
});

describe('where it ends', () => {
  test.each([
    ['LONDON: The prime minister has resigned.\n'],
    ['LONDON: No news\nMore.\n'],
    ['“No comment”: the minister kept silent.\n'],
    ['Brexit: Johnson resigns\nThe prime minister has resigned.\n'],
    ['Note: this is a draft, and it will change before it is printed, as they all do.\n'],
    ['北京：三家平台接受审查。\n'],
  ])('before %s', (body) =>
    check(
      `Source: X\nPublished: 2021-07-05\n${body}`,
      ['source "Source" = X (line)', 'published "Published" = 2021-07-05 (line)'],
      body,
    ),
  );

  test('at the 64th line of fields', () => {
    const { lines, reads } = parseHeader(source('Source: X\n'.repeat(1_000)));
    expect(lines).toBe(64);
    expect(reads).toBe(65);
  });

  test('after some blank lines, however many there are', () => {
    const { lines, reads } = parseHeader(source(`Source: X\n${'\n'.repeat(100_000)}`));
    expect(lines).toBe(17);
    expect(reads).toBe(18);
  });
});

describe('front matter', () => {
  test.each<[string, string, string[]]>([
    [
      'plain',
      'source: Skynews\npublished: 2021-07-05',
      ['source "source" = Skynews (yaml)', 'published "published" = 2021-07-05 (yaml)'],
    ],
    [
      'quoted',
      `title: "Brexit: \\"the\\" end" # why\nauthor: 'O''Neill'\n"source": 'X'`,
      ['title "title" = Brexit: "the" end (yaml)', 'author "author" = O\'Neill (yaml)', 'source "source" = X (yaml)'],
    ],
    [
      'quotes that are none',
      `title: 'Tis the season\nsource: "X" and "Y"`,
      [`title "title" = 'Tis the season (yaml)`, 'source "source" = "X" and "Y" (yaml)'],
    ],
    [
      'a colon and a hash inside',
      'url: https://x.y/z#a\ntitle: C#: a # comment',
      ['url "url" = https://x.y/z#a (yaml)', 'title "title" = C#: a (yaml)'],
    ],
    [
      'a flow list',
      'keywords: [China, "CPC, the party", \'x\']',
      ['keywords "keywords" = China; CPC, the party; x (yaml) [China | CPC, the party | x]'],
    ],
    [
      'a flow list on lines',
      'tags: [\n  China,\n  CPC\n]\nsource: X',
      ['keywords "tags" = China; CPC (yaml) [China | CPC]', 'source "source" = X (yaml)'],
    ],
    [
      'a list never closed',
      'tags: [China, CPC\nsource: X',
      ['keywords "tags" = China; CPC (yaml) [China | CPC]', 'source "source" = X (yaml)'],
    ],
    [
      'a block list',
      'keywords:\n  - China\n  - "CPC: the party"\n  - \nsource: X',
      ['keywords "keywords" = China; CPC: the party (yaml) [China | CPC: the party]', 'source "source" = X (yaml)'],
    ],
    [
      'a block list not indented',
      'authors:\n- Jane Doe\n- John Roe\nsource: X',
      ['author "authors" = Jane Doe; John Roe (yaml) [Jane Doe | John Roe]', 'source "source" = X (yaml)'],
    ],
    ['an empty list', 'keywords: []', ['keywords "keywords" =  (yaml) []']],
    ['keywords in a line', 'keywords: China; CPC', ['keywords "keywords" = China; CPC (yaml) [China | CPC]']],
    [
      'on several lines',
      'title: Three more\n  platforms\nsource: X',
      ['title "title" = Three more platforms (yaml)', 'source "source" = X (yaml)'],
    ],
    [
      'a folded text',
      'title: >-\n  Three more\n  platforms\nsource: X',
      ['title "title" = Three more platforms (yaml)', 'source "source" = X (yaml)'],
    ],
    [
      'no value',
      'title:\nsource: ""\nauthor: # none',
      ['title "title" =  (yaml)', 'source "source" =  (yaml)', 'author "author" =  (yaml)'],
    ],
    [
      'comments and blank lines',
      '# mine\n\nsource: X\n\n# more\nlayout: post',
      ['source "source" = X (yaml)', '? "layout" = post (yaml)'],
    ],
    ['capitals', 'Source: X\nKey Words: a', ['source "Source" = X (yaml)', 'keywords "Key Words" = a (yaml) [a]']],
    [
      'what is broken takes nothing else with it',
      'source: X\n}{ %\n: :\ntitle: Y',
      ['source "source" = X (yaml)', 'title "title" = Y (yaml)'],
    ],
    [
      'a nested map',
      'source:\n  name: X\n  url: Y\ntitle: Z',
      ['source "source" = name: X url: Y (yaml)', 'title "title" = Z (yaml)'],
    ],
    ['nothing', '', []],
  ])('%s', (_, yaml, expected) => {
    const inner = yaml === '' ? '' : `${yaml}\n`;
    for (const eol of ['\n', '\r\n', '\r']) {
      const front = `---\n${inner}---\n`.replaceAll('\n', eol);
      check(`${front}${BODY}`, expected, BODY);
      check(`${front}${eol}${BODY}`, expected, BODY);
      check(`\ufeff${front}${BODY}`, expected, BODY);
      check(front, expected, '');
    }
    check(`--- \n${inner}...\n${BODY}`, expected, BODY);
  });

  test('and fields behind it', () =>
    check(
      `---\ntitle: T\n---\n\nSource: Skynews Published: 2021-07-05\n\n${BODY}`,
      ['title "title" = T (yaml)', ...INLINE],
      BODY,
    ));

  test.each<[string, string, string[], string]>([
    [
      'then a blank line',
      'source: X\ntitle: Y\n\nText: no field\n',
      ['source "source" = X (yaml)', 'title "title" = Y (yaml)'],
      'Text: no field\n',
    ],
    [
      'then text',
      'source: X\nThe minister has resigned.\n',
      ['source "source" = X (yaml)'],
      'The minister has resigned.\n',
    ],
    ['then nothing', 'source: X\n', ['source "source" = X (yaml)'], ''],
  ])('never closed, %s', (_, rest, expected, body) => {
    const text = `---\n${rest}`;
    check(text, expected, body);
    const problems = parseHeader(source(text)).segment?.problems;
    expect(problems?.map(({ code, span }) => ({ code, span }))).toEqual([
      { code: 'front-matter-unclosed', span: { start: 0, end: 3 } },
    ]);
  });

  test('closed too far away is not closed', () => {
    const { segment, reads } = parseHeader(
      source(`---\n${'# no\n'.repeat(10)}source: X\n${'# no\n'.repeat(500)}---\n`),
    );
    expect(segment?.problems.map(({ code }) => code)).toEqual(['front-matter-unclosed']);
    expect(reads).toBe(401);
  });
});

describe('blocks', () => {
  test('stand for what can hold names and dates', () => {
    const { segment } = parseHeader(
      source(
        'Source: X Published: 2021-07-05\nURL: https://x.y\nLanguage: en\nRights: © X\nSection: World\nTitle: T\n',
      ),
    );
    expect(segment?.blocks.map(({ field, text }) => [field, text])).toEqual([
      ['source', 'X'],
      ['published', '2021-07-05'],
      ['rights', '© X'],
      [undefined, 'World'],
      ['title', 'T'],
    ]);
  });

  test('stand for each entry of a YAML list', () => {
    const { segment } = parseHeader(source('---\nkeywords: [China, "CPC"]\n---\n'));
    expect(segment?.blocks).toEqual([
      { start: 15, text: 'China', field: 'keywords' },
      { start: 23, text: 'CPC', field: 'keywords' },
    ]);
  });
});

test.each([
  ['a\nb', '\n'],
  ['a\r\nb', '\r\n'],
  ['a\rb\n', '\r'],
  ['a', '\n'],
  ['', '\n'],
])('the line end of %j', (text, eol) => expect(lineEnding(source(text))).toBe(eol));
