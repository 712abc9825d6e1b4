import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtex } from '../../server/src/formats/quotations/bibtex.ts';
import { cslJson } from '../../server/src/formats/quotations/csl-json.ts';
import { markdown } from '../../server/src/formats/quotations/markdown.ts';
import { readName } from '../../server/src/formats/quotations/person-name.ts';
import { plain } from '../../server/src/formats/quotations/plain.ts';
import { QUOTATION_FORMATS } from '../../server/src/formats/quotations/quotations.ts';
import type { Passage, Quotation } from '../../server/src/formats/quotations/types.ts';
import type { Source } from '../../server/src/formats/types.ts';

const PASSAGE: Passage = { paragraphs: ['The lock stays shut.'], line: 7, lastLine: 7 };

function quotation(source: Partial<Source> = {}, ...passages: readonly Partial<Passage>[]): Quotation {
  const all = passages.length === 0 ? [{}] : passages;
  return {
    source: { path: 'seeds/lock.txt', authors: [], ...source },
    passages: all.map((passage) => ({ ...PASSAGE, ...passage })),
  };
}

const FULL: Partial<Source> = {
  publisher: 'Harbour Times',
  title: 'Old lock to reopen',
  authors: ['Jane Doe', 'John Roe'],
  published: '2021-07-05',
  retrieved: '2021-07-06',
  url: 'https://harbour.example/lock',
  address: 'https://harbour.example/lock',
  language: 'en',
};

describe('plain text', () => {
  test.each<[string, Quotation, string]>([
    [
      'everything',
      quotation(FULL),
      '“The lock stays shut.”\n— Jane Doe and John Roe, “Old lock to reopen”, Harbour Times, 5 July 2021, https://harbour.example/lock (seeds/lock.txt, line 7)',
    ],
    ['nothing', quotation(), '“The lock stays shut.”\n— seeds/lock.txt, line 7'],
    [
      'a month, and no title',
      quotation({ publisher: 'Harbour Times', published: '2021-07' }),
      '“The lock stays shut.”\n— Harbour Times, July 2021 (seeds/lock.txt, line 7)',
    ],
    [
      'a date that cannot be read',
      quotation({ published: 'Whitsun', authors: ['A', 'B', 'C'] }),
      '“The lock stays shut.”\n— A, B and C, Whitsun (seeds/lock.txt, line 7)',
    ],
    [
      'two passages, one of two paragraphs',
      quotation({ title: 'T' }, {}, { paragraphs: ['One.', 'Two.'], line: 9, lastLine: 11 }),
      '“The lock stays shut.”\n— “T” (seeds/lock.txt, line 7)\n\n“One.\n\nTwo.”\n— “T” (seeds/lock.txt, lines 9–11)',
    ],
  ])('%s', (_, given, expected) => {
    expect(plain.write(given)).toBe(expected);
  });
});

describe('Markdown', () => {
  test.each<[string, Quotation, string]>([
    [
      'everything',
      quotation(FULL),
      '> The lock stays shut.\n>\n> — Jane Doe and John Roe, [Old lock to reopen](https://harbour.example/lock), *Harbour Times*, 5 July 2021 (seeds/lock.txt, line 7)',
    ],
    ['nothing', quotation(), '> The lock stays shut.\n>\n> — seeds/lock.txt, line 7'],
    [
      'no title: the source is the link',
      quotation({ publisher: 'Harbour Times', url: 'https://h.example', address: 'https://h.example' }),
      '> The lock stays shut.\n>\n> — [Harbour Times](https://h.example) (seeds/lock.txt, line 7)',
    ],
    [
      'only an address',
      quotation({ url: 'www.h.example/a(b)', address: 'https://www.h.example/a(b)' }),
      '> The lock stays shut.\n>\n> — <https://www.h.example/a%28b%29> (seeds/lock.txt, line 7)',
    ],
    [
      'an address that no browser opens is no link',
      quotation({ title: 'T', url: 'javascript:alert(1)', address: 'javascript:alert(1)' }),
      '> The lock stays shut.\n>\n> — “T”, javascript:alert(1) (seeds/lock.txt, line 7)',
    ],
    [
      'signs that mean something',
      quotation(
        { title: 'A [b](c) & <i>', authors: ['*x*'], path: 'seeds/a_b.txt' },
        { paragraphs: ['# one', '- two', '1. three', '2021) four', '=== five', '`a` $b$ |c| ~~d~~ \\e'] },
      ),
      '> \\# one\n>\n> \\- two\n>\n> 1\\. three\n>\n> 2021\\) four\n>\n> \\=== five\n>\n> \\`a\\` \\$b\\$ \\|c\\| \\~\\~d\\~\\~ \\\\e\n>\n> — \\*x\\*, “A \\[b\\](c) \\& \\<i\\>” (seeds/a\\_b.txt, line 7)',
    ],
  ])('%s', (_, given, expected) => {
    expect(markdown.write(given)).toBe(expected);
  });
});

describe('BibTeX', () => {
  test('everything', () => {
    expect(bibtex.write(quotation(FULL))).toBe(`@misc{doe2021old,
  author = {Doe, Jane and Roe, John},
  title = {{Old lock to reopen}},
  howpublished = {Harbour Times},
  date = {2021-07-05},
  year = {2021},
  month = jul,
  url = {https://harbour.example/lock},
  urldate = {2021-07-06},
  annote = {“The lock stays shut.” (seeds/lock.txt, line 7)}
}
`);
  });

  test('nothing', () => {
    expect(bibtex.write(quotation())).toBe(
      '@misc{lock,\n  annote = {“The lock stays shut.” (seeds/lock.txt, line 7)}\n}\n',
    );
  });

  test('an article of a newspaper, by its staff', () => {
    const { url: _, address: __, ...printed } = FULL;
    const entry = read(bibtex.write(quotation({ ...printed, authors: ['Staff and agencies', 'van Gogh, Vincent'] })));
    expect(entry).toMatchObject({ type: 'article', key: 'staffandagencies2021old' });
    expect(entry.fields).toMatchObject({
      journal: 'Harbour Times',
      author: '{Staff and agencies} and van Gogh, Vincent',
    });
  });

  test.each<[Partial<Source>, string]>([
    [{ authors: ['Łukasz Żółć'], published: '2021-07', title: 'The Straße' }, 'zolc2021strasse'],
    [{ authors: ['王文斌'], publisher: '新华社', published: '2021' }, 'lock'],
    [{ authors: ['王文斌'], publisher: 'Xinhua', published: '2021', title: '“A Ship, Aground”' }, 'xinhua2021ship'],
    [{ title: '漢字', path: '漢字.txt' }, 'source'],
    [{ title: 'Die Alten', published: 'Whitsun' }, 'alten'],
    [{ authors: ['Ludwig van Beethoven'], published: '1802-10-06' }, 'beethoven1802'],
  ])('the key of %j is %s', (source, key) => {
    expect(read(bibtex.write(quotation(source))).key).toBe(key);
  });

  test('any values come back as they were, on one line', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, words, publisher) => {
        const given = quotation({ title, publisher, authors: [words], url: words }, { paragraphs: [words] });
        const { fields } = read(bibtex.write(given));
        const line = (text: string) => text.replace(/\s+/g, ' ');
        if (title !== '') expect(plainText(fields.title ?? '').slice(1, -1)).toBe(line(title));
        expect(plainText(fields.annote ?? '')).toBe(`“${line(words)}” (seeds/lock.txt, line 7)`);
      }),
      { numRuns: 500 },
    );
  });
});

describe('CSL-JSON', () => {
  const item = (source: Partial<Source>, ...passages: readonly Partial<Passage>[]) =>
    JSON.parse(cslJson.write(quotation(source, ...passages)))[0];

  test('everything', () => {
    expect(item(FULL)).toEqual({
      id: 'doe2021old',
      type: 'webpage',
      title: 'Old lock to reopen',
      'container-title': 'Harbour Times',
      author: [
        { family: 'Doe', given: 'Jane' },
        { family: 'Roe', given: 'John' },
      ],
      issued: { 'date-parts': [[2021, 7, 5]] },
      accessed: { 'date-parts': [[2021, 7, 6]] },
      URL: 'https://harbour.example/lock',
      language: 'en',
      note: '“The lock stays shut.” (seeds/lock.txt, line 7)',
    });
  });

  test('nothing', () => {
    expect(item({})).toEqual({
      id: 'lock',
      type: 'document',
      note: '“The lock stays shut.” (seeds/lock.txt, line 7)',
    });
  });

  test.each<[string, object]>([
    ['2021', { 'date-parts': [[2021]] }],
    ['2021-07', { 'date-parts': [[2021, 7]] }],
    ['2021-07-05', { 'date-parts': [[2021, 7, 5]] }],
    ['at Whitsun', { literal: 'at Whitsun' }],
  ])('published %s', (published, issued) => {
    expect(item({ published }).issued).toEqual(issued);
  });

  test.each<[Partial<Source>, string]>([
    [{ kind: 'Letter' }, 'personal_communication'],
    [{ kind: 'Interview transcript' }, 'interview'],
    [{ kind: 'News article' }, 'article-newspaper'],
    [{ kind: 'Press release', address: 'https://a.example' }, 'webpage'],
    [{ kind: 'Press release' }, 'document'],
    [{ publisher: 'Harbour Times', published: '2021-07-05' }, 'article-newspaper'],
    [{ publisher: 'National Archives', published: '1850' }, 'document'],
    [{ address: 'doi:10.1000/1' }, 'document'],
  ])('%j is a %s', (source, type) => {
    expect(item(source).type).toBe(type);
  });

  test('several passages are one item', () => {
    expect(item({}, {}, { paragraphs: ['One.', 'Two.'], line: 9, lastLine: 10 }).note).toBe(
      '“The lock stays shut.” (seeds/lock.txt, line 7)\n\n“One.\n\nTwo.” (seeds/lock.txt, lines 9–10)',
    );
  });
});

test.each<[string, object]>([
  ['Jane Doe', { family: 'Doe', given: 'Jane' }],
  ['By Jane Doe', { family: 'Doe', given: 'Jane' }],
  ['Doe, Jane', { family: 'Doe', given: 'Jane' }],
  ['Doe, Jane, Jr.', { family: 'Doe', given: 'Jane', suffix: 'Jr.' }],
  ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['Martin Luther King, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['Ludwig van Beethoven', { family: 'Beethoven', given: 'Ludwig', particle: 'van' }],
  ['van Gogh, Vincent', { family: 'Gogh', given: 'Vincent', particle: 'van' }],
  ['Charles de la Vallée Poussin', { family: 'Poussin', given: 'Charles de la Vallée' }],
  ['J. K. Rowling', { family: 'Rowling', given: 'J. K.' }],
  ['A. Writer', { family: 'Writer', given: 'A.' }],
  ['Staff writers', { literal: 'Staff writers' }],
  ['Reuters', { literal: 'Reuters' }],
  ['Agence France-Presse', { literal: 'Agence France-Presse' }],
  ['Ministry of Foreign Affairs', { literal: 'Ministry of Foreign Affairs' }],
  ['Plato', { literal: 'Plato' }],
  ['王文斌', { literal: '王文斌' }],
  ['Harbour Desk (Ghent)', { literal: 'Harbour Desk (Ghent)' }],
  ['', { literal: '' }],
])('the author %j', (written, name) => {
  expect(readName(written)).toEqual(name);
});

test('ids are unique, and no form fails on any values', () => {
  expect(new Set(QUOTATION_FORMATS.map(({ id }) => id)).size).toBe(QUOTATION_FORMATS.length);
  fc.assert(
    fc.property(hostile, hostile, hostile, (title, words, published) => {
      const given = quotation(
        { title, authors: [words], published, address: words, url: words },
        { paragraphs: [words] },
      );
      for (const { write } of QUOTATION_FORMATS) expect(write(given)).not.toContain('undefined');
      JSON.parse(cslJson.write(given));
      for (const line of markdown.write(given).split('\n')) expect(line).toMatch(/^>/);
    }),
  );
});

const hostile = fc
  .array(
    fc.constantFrom(
      'a',
      'and',
      ' ',
      '{',
      '}',
      '\\',
      '%',
      '#',
      '$',
      '&',
      '_',
      '~',
      '^',
      '"',
      '@',
      '<',
      '>',
      '|',
      ',',
      '=',
      '“',
      'é',
      '😀',
      '`',
      '*',
      '[',
      ']',
      '(',
      ')',
      '-',
      '1.',
    ),
    {
      maxLength: 10,
    },
  )
  .map((pieces) => pieces.join('').replace(/\s+/g, ' ').trim());

/** One entry, read as BibTeX reads it: braces are counted, whatever stands in front of them. */
function read(entry: string): { type: string; key: string; fields: Readonly<Record<string, string>> } {
  const [, type = '', key = '', rest = ''] = /^@(\w+)\{([a-z0-9]+),\n(.*)\n\}\n$/s.exec(entry) ?? [];
  const fields: Record<string, string> = {};
  let at = 0;
  while (at < rest.length) {
    const [begin, name = ''] = /^[\s,]*(\w+) = /.exec(rest.slice(at)) ?? [];
    if (begin === undefined) throw new Error(`no field at ${rest.slice(at)}`);
    at += begin.length;
    const start = at;
    let depth = 0;
    do {
      if (rest[at] === '{') depth++;
      if (rest[at] === '}') depth--;
      at++;
    } while (at < rest.length && (depth > 0 || /\w/.test(rest[at] ?? '')));
    if (depth !== 0) throw new Error(`braces do not match in ${entry}`);
    const value = rest.slice(start, at);
    fields[name] = value.startsWith('{') ? value.slice(1, -1) : value;
  }
  return { type, key, fields };
}

/** What LaTeX prints. */
function plainText(latex: string): string {
  const signs: Readonly<Record<string, string>> = {
    textbackslash: '\\',
    textbraceleft: '{',
    textbraceright: '}',
    textasciitilde: '~',
    textasciicircum: '^',
    textless: '<',
    textgreater: '>',
    textbar: '|',
  };
  const special = /[\\#$%&_~^<>|"]/.exec(latex.replace(/\\(?:[a-z]+\{(?:34)?\}|[#$%&_])/g, ''));
  if (special) throw new Error(`LaTeX would read ${special[0]} in ${latex}`);
  return latex
    .replace(/\\symbol\{34\}/g, '"')
    .replace(/\\([a-z]+)\{\}|\\([#$%&_])/g, (_, name, sign) => sign ?? signs[name] ?? '?');
}
