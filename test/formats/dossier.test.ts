import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dossier, type DossierPlace, writeDossier } from '../../server/src/formats/dossier.ts';

const EMPTY: Dossier = {
  name: 'Zed Quux',
  type: 'Person',
  description: undefined,
  aliases: [],
  seeds: 0,
  mentions: 0,
  notes: [],
  facts: [],
  statements: [],
  sentences: [],
  company: [],
  links: [],
};

const place = (more: Partial<DossierPlace> = {}): DossierPlace => ({
  label: 'The lock',
  address: '/seeds/a.txt#L7',
  publisher: 'Harbour Times',
  published: '2021-07-05',
  ...more,
});

describe('a dossier', () => {
  test('everything', () => {
    const dossier: Dossier = {
      ...EMPTY,
      description: 'Master of the Ever Given',
      aliases: ['Old Zed', 'Z. Quux'],
      seeds: 1_200,
      mentions: 1,
      notes: ['So far 1 of 2 seeds have been read.'],
      facts: [
        {
          what: 'born',
          value: '|',
          on: '1970',
          from: undefined,
          to: undefined,
          source: { label: 'a.example', address: 'https://a.example/(x)' },
        },
        { what: 'rank', value: 'Master', on: undefined, from: '2001-05', to: '2020', source: undefined },
        {
          what: 'rank',
          value: 'Mate',
          on: undefined,
          from: undefined,
          to: '2001-05',
          source: { label: 'a letter', address: undefined },
        },
        { what: 'home', value: 'Ghent', on: undefined, from: '2020', to: undefined, source: undefined },
      ],
      statements: [
        {
          kind: 'role',
          value: 'master',
          employer: 'Acme',
          places: [place(), place({ label: 'b.txt', publisher: undefined, published: undefined })],
        },
      ],
      sentences: [
        { text: 'Zed came.', date: '2021-07-05', places: [place()] },
        { text: 'Zed left.', date: '2021-07', places: [place(), place({ publisher: 'AP', published: '2021-07-06' })] },
        { text: '- Zed?', date: undefined, places: [place({ published: undefined })] },
      ],
      company: [{ name: 'Acme', type: 'Organisation', sentences: 2 }],
      links: [
        { label: 'wikidata', address: 'https://www.wikidata.org/wiki/Q1' },
        { label: 'note: x', address: undefined },
      ],
    };
    expect(writeDossier(dossier)).toBe(`# Zed Quux

*Person* · 1,200 seeds · 1 mention

Master of the Ever Given

**Also called** Old Zed; Z. Quux

*So far 1 of 2 seeds have been read.*

## Facts

| Fact | Value | When | Source |
| --- | --- | --- | --- |
| born | \\| | 1970 | [a.example](https://a.example/%28x%29) |
| rank | Master | May 2001 – 2020 |  |
| rank | Mate | until May 2001 | a letter |
| home | Ghent | since 2020 |  |

## What the Seeds Say

- **Role** master (Acme) — [The lock](/seeds/a.txt#L7), Harbour Times, 5 July 2021; [b.txt](/seeds/a.txt#L7)

## Mentions by Date

- **5 July 2021** Zed came. — [The lock](/seeds/a.txt#L7), Harbour Times
- **July 2021** Zed left. — [The lock](/seeds/a.txt#L7), Harbour Times, 5 July 2021; [The lock](/seeds/a.txt#L7), AP, 6 July 2021
- \\- Zed? — [The lock](/seeds/a.txt#L7), Harbour Times

## Named in the Same Sentences

| Name | Type | Sentences |
| --- | --- | --- |
| Acme | Organisation | 2 |

## Links

- [wikidata](https://www.wikidata.org/wiki/Q1)
- note: x
`);
  });

  test('of something that nobody knows more of', () => {
    expect(writeDossier({ ...EMPTY, type: '' })).toBe('# Zed Quux\n\nnamed in no seed\n');
  });

  test.each<[string, readonly (string | undefined)[], readonly string[]]>([
    ['few are one list', Array(20).fill('2021-07-05'), []],
    [
      'many are parted by years',
      [...Array(20).fill('2020-01-02'), '2021', undefined],
      ['### 2020', '### 2021', '### Without a Date'],
    ],
    [
      'very many by months',
      ['2021', ...Array(20).fill('2021-01-02'), '2021-02'],
      ['### 2021', '#### January 2021', '#### February 2021'],
    ],
  ])('sentences: %s', (_, dates, headings) => {
    const sentences = dates.map((date) => ({ text: 'Zed came.', date, places: [place()] }));
    const lines = writeDossier({ ...EMPTY, sentences }).split('\n');
    expect(lines.filter((line) => line.startsWith('###'))).toEqual(headings);
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(dates.length);
  });
});

// It has no types of its own.
const markdownIt: (options: object) => { parse(text: string, env: object): readonly Token[] } = createRequire(
  import.meta.url,
)('markdown-it');

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}

/** The types of a document's tokens, in order, and the texts in it; what an editor's preview reads. */
function readMarkdown(text: string): { readonly types: readonly string[]; readonly texts: readonly string[] } {
  const flat = (tokens: readonly Token[]): Token[] => tokens.flatMap((token) => [token, ...flat(token.children ?? [])]);
  const tokens = flat(markdownIt({ html: true, linkify: false }).parse(text, {}));
  return {
    types: tokens.map(({ type }) => type).filter((type) => type !== 'text'),
    texts: tokens.filter(({ type, content }) => type === 'text' && content !== '').map(({ content }) => content),
  };
}

/** Signs that mean something in Markdown or HTML, and what surrounds them. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '#',
        '*',
        '_',
        '`',
        '~',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '!',
        '|',
        '\\',
        '&',
        '$',
        '-',
        '+',
        '=',
        '1.',
        '2)',
        ':',
      ],
      ...['\n', '\r\n', ' ', '    ', '\t', '\u2028', '\u202e', '\u0000', '"', "'", 'a', 'é', '名', '😀', '\ud800'],
      ...['<script>', '](x)', '![x](y)', '&lt;', '&#42;', '[^1]', '---', '```', '~~~', '| a |', '[ ]', '<!--', '{#id}'],
      ...['https://x.example', 'javascript:alert(1)', '$(alert)', 'command:x', '# ', '> ', '- '],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** A dossier in which every text is made by `text`. */
function filled(text: () => string): Dossier {
  const link = () => ({
    label: `L${text()}`,
    address: `/seeds/${encodeURIComponent(text().replace(/[\ud800-\udfff]/gu, ''))}.txt#L1`,
  });
  const one = () => ({ ...link(), publisher: `P${text()}`, published: '2021-07-05' });
  return {
    name: `N${text()}`,
    type: `T${text()}`,
    description: `${text()}D`,
    aliases: [`A${text()}`, `B${text()}`],
    seeds: 1,
    mentions: 2,
    notes: [`N${text()}`],
    facts: [
      { what: `W${text()}`, value: `V${text()}`, on: `O${text()}`, from: undefined, to: undefined, source: link() },
    ],
    statements: [{ kind: `K${text()}`, value: `V${text()}`, employer: `E${text()}`, places: [one(), one()] }],
    sentences: [
      { text: `S${text()}`, date: '2021-07-05', places: [one()] },
      { text: `${text()}S`, date: undefined, places: [one()] },
    ],
    company: [{ name: `C${text()}`, type: `T${text()}`, sentences: 1 }],
    links: [link()],
  };
}

test('whatever files say is text, and formats nothing', () => {
  const plain = readMarkdown(writeDossier(filled(() => 'x'))).types;
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 40, maxLength: 40 }), (texts) => {
      let next = 0;
      const dossier = filled(() => texts[next++ % texts.length] ?? '');
      expect(readMarkdown(writeDossier(dossier)).types.filter(isForm)).toEqual(plain.filter(isForm));
    }),
  );
});

/** An escaped sign is a token of its own in some readers. */
function isForm(type: string): boolean {
  return type !== 'text_special';
}

test('the words themselves are all there', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const document = writeDossier({ ...EMPTY, sentences: [{ text: `a ${text} z`, date: undefined, places: [] }] });
      const words = `a ${text} z`
        .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
        .replace(/\u202e/g, '')
        .trim();
      expect(readMarkdown(document).texts.join('')).toContain(words);
    }),
  );
});
