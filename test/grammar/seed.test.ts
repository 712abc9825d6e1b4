import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../server/src/seed/fields.ts';
import { pick, tokenize } from '../support/grammar.ts';

const NAME = 'support.type.property-name';
const VALUE = 'string.unquoted.value';
const DATE = 'constant.numeric.date';
const LINK = 'markup.underline.link';
const QUOTATION = 'markup.italic.quotation';

async function names(text: string): Promise<string[]> {
  return pick(text, NAME);
}

async function values(text: string): Promise<string[]> {
  return (await pick(text, VALUE)).map((value) => value.trim()).filter((value) => value !== '');
}

describe('header', () => {
  test.each([
    ['Source: Skylark Published: 2021-07-05', ['Source', 'Published'], ['Skylark', '2021-07-05']],
    ['Source: Sky News | Published: 5 July 2021', ['Source', 'Published'], ['Sky News |', '5 July 2021']],
    ['Source: A, Date: 2021', ['Source', 'Date'], ['A,', '2021']],
    ['Source: A\nTitle: B\nAuthor: C', ['Source', 'Title', 'Author'], ['A', 'B', 'C']],
    ['source: A\npublished: 2021-07-05', ['source', 'published'], ['A', '2021-07-05']],
    ['SOURCE: SKY PUBLISHED: 2021', ['SOURCE', 'PUBLISHED'], ['SKY', '2021']],
    ['Source : A', ['Source'], ['A']],
    ['Source:A', ['Source'], ['A']],
    ['Source： 人大重阳', ['Source'], ['人大重阳']],
    ['Source:', ['Source'], []],
    ['Source: Published: 2021-07-05', ['Source', 'Published'], ['2021-07-05']],
    ['Source: A\nPublised: 2021-07-05', ['Source', 'Publised'], ['A', '2021-07-05']],
    [
      'Source: A\nISBN: 123\nPlace of Publication: Berlin',
      ['Source', 'ISBN', 'Place of Publication'],
      ['A', '123', 'Berlin'],
    ],
    ['A headline without a name\nSource: A', ['Source'], ['A']],
    ['URL: https://example.org/a:b?c=d', ['URL'], ['https://example.org/a:b?c=d']],
    ['Title: The Source: a history', ['Title'], ['The Source: a history']],
    ['source: Sky published: 2021-07-05', ['source', 'published'], ['Sky', '2021-07-05']],
    ['Title: The source: a history', ['Title'], ['The source: a history']],
  ])('%j', async (text, expectedNames, expectedValues) => {
    expect(await names(text)).toEqual(expectedNames);
    expect(await values(text)).toEqual(expectedValues);
  });

  test('dates and links in values have their own colours', async () => {
    const text = 'Source: A Published: 2021-07-05 URL: https://example.org/a.';
    expect(await pick(text, DATE)).toEqual(['2021-07-05']);
    expect(await pick(text, LINK)).toEqual(['https://example.org/a']);
  });

  test('a name that is not known is told apart', async () => {
    expect(await pick('Source: A\nPublised: 2021', `${NAME}.unknown`)).toEqual(['Publised']);
  });
});

describe('names', () => {
  test.each(FIELDS.flatMap(({ label, synonyms }) => [label, ...synonyms]))(
    'the parser’s “%s” has a colour',
    async (name) => {
      for (const written of [name, name.toLowerCase(), name.toUpperCase(), name.replace(/ /g, '-')]) {
        expect(await pick(`${written}: 1`, `${NAME}.field`)).toEqual([written]);
        expect(await pick(`Prose.\n\n${name}: 1`, `${NAME}.field`)).toEqual([name]);
      }
    },
  );
});

describe('front matter', () => {
  const text = '---\nsource: A\nkeywords:\n  - "b"\n---\nThe source: none.\n';

  test('is YAML', async () => {
    expect(await pick(text, 'meta.embedded.block.yaml')).toEqual(['source: A', 'keywords:', '  - "b"']);
    expect(await pick(text, 'entity.name.tag.yaml')).toEqual(['source', 'keywords']);
    expect(await pick(text, 'punctuation.definition.front-matter')).toEqual(['---', '---']);
    expect((await tokenize(text)).depth).toBe(1);
  });

  test.each([
    ['---\nsource: "A\n---\nProse.', 1],
    ['---\nsource: "A\nProse that is no YAML.\n\nMore.', 1],
    ['---\nsource: "A\n\nProse that is no YAML, he said: no.', 1],
    ['---\nsource: A\n...\nProse.', 1],
    ['--- \nsource: A\n---', 1],
    ['---', 3],
  ])('%j leaves nothing open', async (open, depth) => {
    expect((await tokenize(open)).depth).toBe(depth);
  });

  test.each(['Prose.\n---\nsource: A\n---', '----\nsource: A\n----'])('%j is none', async (other) => {
    expect(await pick(other, 'meta.embedded')).toEqual([]);
  });

  test('fields may follow', async () => {
    expect(await names('---\nsource: A\n---\nTitle: B')).toEqual(['Title']);
  });
});

describe('footer', () => {
  test.each([
    ['Prose.\nKey Words: canal; SCA', ['Key Words'], ['canal', 'SCA']],
    ['Prose.\n\nKeywords: a; b\nCopyright: 2021 A', ['Keywords', 'Copyright'], ['a', 'b', '2021 A']],
    ['Prose.\nKey Words: 习近平；中国、北京', ['Key Words'], ['习近平', '中国', '北京']],
    [
      'Prose.\nPlease Find us: Twitter: skylark YouTube: SkylarkTV LinkedIn: 云雀Skylark',
      ['Please Find us', 'Twitter', 'YouTube', 'LinkedIn'],
      ['skylark', 'SkylarkTV', '云雀Skylark'],
    ],
    ['Follow us on: Twitter: @a\nTags: b', ['Follow us on', 'Twitter', 'Tags'], ['@a', 'b']],
    ['Contact us: the newsroom', ['Contact us'], ['the', 'newsroom']],
  ])('%j', async (text, expectedNames, expectedValues) => {
    const joined = (await values(text)).flatMap((value) => value.split(/[;；、]\s*/));
    expect(await names(text)).toEqual(expectedNames);
    expect(joined).toEqual(expectedValues);
  });
});

describe('a colon in prose is no field', () => {
  test.each([
    'He said: no',
    'LONDON: The ministers met.',
    'Source: A\n\nHe said: no',
    'Source: A\nHe said: no',
    'Source: A\n  an indented line of prose',
    'Source: A\nLONDON: The ministers met on Monday.',
    'Source: A\nBreaking News: The ministers met on Monday, and nobody spoke.',
    'The facts: one source: a friend; one date: none.',
    'Prose.\nsource: in lower case, at the start of a hard-wrapped line',
    'It began at 10:30. Note: nothing.',
    'The title: “Date: unknown”.',
    'Sources:// is no field',
  ])('%j', async (text) => {
    const expected = text.startsWith('Source: A') ? ['Source'] : [];
    expect(await names(text)).toEqual(expected);
  });
});

describe('dates', () => {
  test.each([
    'on 2021-07-05, it',
    'at 2021-07-05T14:30Z it',
    'on 5 July 2021 it',
    'on 5th July, 2021 it',
    'on the 5th of July it',
    'on July 5 it',
    'on July 5, 2021, it',
    'on July 5th 2021 it',
    'on Monday, July 5, 2021, it',
    'on Monday 5 July it',
    'on 5–7 July 2021 it',
    'in July 2021 it',
    'on Sept. 11, 2001, it',
    'on 11 Sept 2001 it',
    'on 05/07/2021 it',
    'on 5.7.2021 it',
    'on 2021-02-30 it',
  ])('%s', async (text) => {
    const date = text.replace(/^(at|in|on)( the)? /, '').replace(/,? it$/, '');
    expect(await pick(text, DATE)).toEqual([date]);
  });

  test.each([
    'version 1.2021-07-05-3',
    '12021-07-05',
    '2021-13-01',
    'May I go?',
    'the March of 300',
    'June 200 men',
    'march 5 miles',
    'Mayor 5',
    '2,400 to 3,500 orders',
    'on July 5.5',
    'Decade 10',
    'in 2021',
  ])('%s holds none', async (text) => {
    expect(await pick(text, DATE)).toEqual([]);
  });
});

describe('links, addresses and handles', () => {
  test.each([
    ['see https://example.org/a_(b).', ['https://example.org/a_(b']],
    ['see <http://example.org>, or', ['http://example.org']],
    ['“www.example.org”', ['www.example.org']],
    ['write to a.b+c@mail.example.org.', ['a.b+c@mail.example.org']],
    ['https:// and www. alone', []],
    ['a@b, a@', []],
  ])('%j', async (text, expected) => {
    expect(await pick(text, LINK)).toEqual(expected);
  });

  test.each([
    ['by @seed_mark, and (@b2)', ['@seed_mark', '@b2']],
    ['a@example.org @@x x@y', []],
  ])('%j', async (text, expected) => {
    expect(await pick(text, 'variable.other.handle')).toEqual(expected);
  });
});

describe('money and percentages', () => {
  test.each([
    ['fined US$2.8billion for', ['US$2.8billion']],
    ['of $9.6 billion a day', ['$9.6 billion']],
    ['€5m, £1,000.', ['€5m', '£1,000']],
    ['by 12% or 60 per cent of 3.5 percentage', ['12%', '60 per cent']],
    ['A$AP and $x', []],
  ])('%j', async (text, expected) => {
    const found = [...(await pick(text, 'keyword.control.money')), ...(await pick(text, 'keyword.control.percent'))];
    expect(found).toEqual(expected);
  });
});

describe('quotations', () => {
  test.each([
    ['a "b c" d', ['"b c"']],
    ['a “b c” d', ['“b c”']],
    ['a ‘b’ c', ['‘b’']],
    ['‘I don’t know’, he', ['‘I don’t know’']],
    ['“one ‘two’ three” four', ['“one ‘two’ three”']],
    ['‘one “two” three’ four', ['‘one “two” three’']],
    ['„Mauer“ und «mur» 「墙」', ['„Mauer“', '«mur»', '「墙」']],
    ['“on 5 July”', ['“on 5 July”']],
    ['a ‘side door’ and', ['‘side door’']],
    ['the ‘opens a ‘side door’ and more"', ['‘side door’']],
    ["don't, O'Neill, the '90s, users' data", []],
    ['users’ data and China’s', []],
    ['a 6" nail and a 7" nail', []],
    ['“never closed', []],
    ['not opened” here', []],
    ['a " b " c', []],
    ['“a “b c', []],
  ])('%j', async (text, expected) => {
    expect(await pick(text, QUOTATION)).toEqual(expected);
  });

  test.each(['“', '"', '‘', '„', '«', '「', '“a ‘b” c’', '‘a “b’ c”', '"a “b" c”'])(
    '%s leaves nothing open',
    async (mark) => {
      const text = `A ${mark}begun\nnext line`;
      expect(await pick(text.split('\n')[1] ?? '', QUOTATION)).toEqual([]);
      expect((await tokenize(text)).depth).toBe(1);
    },
  );

  test('dates inside keep their colour', async () => {
    expect(await pick('“on 5 July”', DATE)).toEqual(['5 July']);
  });
});

describe('lines that were made to be slow', () => {
  // Counted, not timed: the number of searches may grow with the line, no faster.
  const pieces: readonly (readonly [name: string, piece: string])[] = [
    ['colons', ':'],
    ['dashes', '-'],
    ['straight quotes', '"'],
    ['apostrophes', "'"],
    ['opening quotes', '“'],
    ['single quotes', '‘'],
    ['closing quotes', '’'],
    ['blanks', ' '],
    ['tabs', '\t'],
    ['full stops', '.'],
    ['at signs', '@'],
    ['letters', 'a'],
    ['digits', '1'],
    ['digits and dashes', '12-'],
    ['capitals', 'Ab '],
    ['field names', 'Source: '],
    ['names of months', 'July '],
    ['days', 'Monday '],
    ['days and months', '5 July '],
    ['addresses', 'a@b.'],
    ['schemes', 'http://'],
    ['opened quotations', '“a '],
    ['nested quotations', '“‘a’” '],
    ['dollars', '$1,'],
    ['percent signs', '1%'],
    ['brackets', '<('],
  ];
  const heads = ['', 'Source: ', 'Source: A\nTitle', 'Prose.\n', '---\n', 'Please find us: '];

  test.each(pieces)('%s', async (_name, piece) => {
    for (const head of heads) {
      const size = head === '' ? 100_000 : 20_000;
      const short = await tokenize(head + piece.repeat(Math.ceil(size / 10 / piece.length)));
      const long = await tokenize(head + piece.repeat(Math.ceil(size / piece.length)));
      expect(long.searches).toBeLessThanOrEqual(10 * short.searches + 100);
      expect(long.searches).toBeLessThanOrEqual(2.5 * size);
    }
  });
});
