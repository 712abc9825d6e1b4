import { describe, expect, test } from 'vitest';
import { parseFooter } from '../../server/src/seed/footer.ts';
import { parseHeader } from '../../server/src/seed/header.ts';
import { checkMetadata, type Metadata, type MetadataOptions, metadataOf } from '../../server/src/seed/metadata.ts';
import { source } from './show.ts';

const options: MetadataOptions = {
  required: ['source', 'published', 'title'],
  recommended: ['author', 'url'],
  readDate: (value) =>
    /^\d{4}-\d\d-\d\d$/.test(value)
      ? { value }
      : { problem: value.includes('/') ? 'ambiguous-date' : 'invalid-date', message: `No date: ${value}` },
};

function read(text: string): { metadata: Metadata; footerAt: number } {
  const lines = source(text);
  const header = parseHeader(lines);
  const { segment: footer } = parseFooter(lines, header.lines);
  return { metadata: metadataOf(header.segment, footer), footerAt: text.length - (footer?.text.length ?? 0) };
}

/** Findings as `code "the text they stand at" key`. */
function findings(text: string, changed: Partial<MetadataOptions> = {}): string[] {
  const { metadata, footerAt } = read(text);
  return checkMetadata(metadata, { ...options, ...changed }).map(({ code, span, part, data }) => {
    const base = part === 'footer' ? footerAt : 0;
    return `${code} ${JSON.stringify(text.slice(base + span.start, base + span.end))} ${data?.key}`;
  });
}

const FULL = 'Source: X Published: 2021-07-05\nTitle: T\nAuthor: A\nURL: https://x.y\n';

describe('findings', () => {
  test.each<[string, string, string[]]>([
    ['nothing wrong', FULL, []],
    [
      'nothing there',
      'Text.\n',
      [
        'missing-metadata "" source',
        'missing-metadata "" published',
        'missing-metadata "" title',
        'missing-recommended-metadata "" author',
        'missing-recommended-metadata "" url',
      ],
    ],
    [
      'missing ones stand at the first line of fields',
      '\n  Source: X Published: 2021-07-05  \nAuthor: A\n',
      [
        'missing-metadata "Source: X Published: 2021-07-05" title',
        'missing-recommended-metadata "Source: X Published: 2021-07-05" url',
      ],
    ],
    [
      'a headline is a title',
      'Canal open\nSource: X Published: 2021-07-05\nAuthor: A\n',
      ['missing-recommended-metadata "Source: X Published: 2021-07-05" url'],
    ],
    ['the footer counts', `${FULL.replace('Author: A\n', '')}\nText.\nAuthor: A\n`, []],
    ['an empty value', FULL.replace('Title: T', 'Title:'), ['empty-field "Title" title']],
    ['an empty value of what nobody asks for', `${FULL}Rights:\n`, ['empty-field "Rights" rights']],
    ['a date that is none', FULL.replace('2021-07-05', 'soon'), ['invalid-date "soon" published']],
    ['a date read in two ways', FULL.replace('2021-07-05', '05/07/2021'), ['ambiguous-date "05/07/2021" published']],
    ['a second date', `${FULL}Retrieved: never\n`, ['invalid-date "never" retrieved']],
    ['a mistyped name is one finding', FULL.replace('Title', 'Tittle'), ['unknown-field "Tittle" title']],
    ['a name that is merely unknown', `${FULL}Section: World\n`, []],
    ['a field twice', `${FULL}Publisher: Y\n`, ['duplicate-field "Publisher" source']],
    [
      'a field twice, in the footer',
      `${FULL}\nText.\nPublished: 2021-07-05\n`,
      ['duplicate-field "Published" published'],
    ],
    ['authors may be several', `${FULL}Author: B\n`, []],
    [
      'front matter',
      '---\nsource: X\npublished: 2021-07-05\nauthor: A\nurl: https://a.example\n---\n',
      ['missing-metadata "source: X" title'],
    ],
    [
      'front matter with nothing in it',
      '---\n---\nText.\n',
      ['source', 'published', 'title']
        .map((key) => `missing-metadata "---" ${key}`)
        .concat(['author', 'url'].map((key) => `missing-recommended-metadata "---" ${key}`)),
    ],
  ])('%s', (_, text, expected) => expect(findings(text)).toEqual(expected));

  test('any name may be required, and is asked for once', () => {
    const changed = { required: ['Section', 'Key Words', 'title'], recommended: ['keywords', 'headline'] };
    expect(findings(FULL, changed)).toEqual([
      'missing-metadata "Source: X Published: 2021-07-05" section',
      'missing-metadata "Source: X Published: 2021-07-05" keywords',
    ]);
    expect(findings(`${FULL}Section: World\nTags: a\n`, changed)).toEqual([]);
  });
});

describe('messages', () => {
  const messages = (text: string) =>
    checkMetadata(read(text).metadata, { ...options, recommended: [] }).map(({ message }) => message);
  test.each([
    ['Source: X Published: 2021-07-05', 'This seed has no title. Add a line “Title: …” to the header.'],
    [
      '---\nsource: X\ntitle: Y\n---\n',
      'This seed has no date of publication. Add a line “published: …” to the front matter.',
    ],
    ['Text.', 'This seed has no source. Add a line “Source: …” on top of the text.'],
    [
      'Source: X Published: 2021-07-05\nTitle:',
      '“Title” has no value. Write the title behind it, or remove the field.',
    ],
    ['Source: X Published: 2021-07-05\nTittle: T', '“Tittle” is no field that Seedmark knows. Did you mean “Title”?'],
  ])('%j', (text, message) => expect(messages(text)[0]).toBe(message));

  test.each([
    ['Source: X\nTittle: T', 'Title'],
    ['source: X\ntittle: T', 'title'],
    ['SOURCE: X\nTITTLE: T', 'TITLE'],
    ['---\nsource: X\nkeywrods: T\n---', 'keywords'],
    ['Source: X\nKey Wrods: T', 'Keywords'],
  ])('the right name is in the letters of the wrong one: %j', (text, replacement) => {
    const found = checkMetadata(read(text).metadata, { ...options, required: [], recommended: [] });
    expect(found.map(({ data }) => data?.replacement)).toEqual([replacement]);
  });
});

describe('metadata', () => {
  test('in the order of the text, the headline as a title', () => {
    const { metadata } = read('Canal open\nSource: X Published: 2021-07-05\n\nText.\nTags: a\n');
    expect(metadata.fields.map(({ field, part }) => [part, field.key, field.value])).toEqual([
      ['header', 'title', 'Canal open'],
      ['header', 'source', 'X'],
      ['header', 'published', '2021-07-05'],
      ['footer', 'keywords', 'a'],
    ]);
    expect(metadata.first('title')?.field.name).toBe('');
    expect(metadata.first('author')).toBeUndefined();
  });

  test('a labelled title comes before a headline', () => {
    const { metadata } = read('Canal open\nSource: X\nTitle: Ships move\n\nText.\n');
    expect(metadata.fields.filter(({ field }) => field.key === 'title').length).toBe(1);
    expect(metadata.first('title')?.field.value).toBe('Ships move');
  });

  test('the first one with a value counts', () => {
    expect(read('Source:\nPublisher: Y\nSource: Z\n').metadata.first('source')?.field.value).toBe('Y');
    expect(read('Source:\nTitle: T').metadata.first('source')?.field.value).toBe('');
  });
});
