import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillFields } from '../../server/src/edits/fill.ts';
import { FIELDS, type FieldKey } from '../../server/src/seed/fields.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { hostileText } from '../seed/hostile.ts';
import { frontMatterText, partsOf, said, seedText } from './parts.ts';

type Values = Partial<Record<FieldKey, string>>;

function fill(text: string, values: Values): { text: string; left: readonly FieldKey[] } {
  const parts = partsOf(text);
  const wanted = new Map(Object.entries(values) as [FieldKey, string][]);
  const { edits, left } = fillFields(parts, wanted, parts.footerAt);
  return { text: applyEdits(text, edits), left };
}

const BODY = '\nThree more platforms.\n';

describe('filling fields', () => {
  test.each<[string, string, Values, string]>([
    [
      'several, each behind the one before',
      'Published: 2021-07-05\n',
      { title: 'T', source: 'X', url: 'https://x.y/z', author: 'A' },
      'Source: X\nPublished: 2021-07-05\nTitle: T\nAuthor: A\nURL: https://x.y/z\n',
    ],
    [
      'in a line and below it',
      'Source: X Published: 2021-07-05\n',
      { title: 'T', author: 'A', url: 'https://x.y' },
      'Source: X Published: 2021-07-05\nTitle: T\nAuthor: A\nURL: https://x.y\n',
    ],
    ['an empty field', 'Source: X\nTitle:\n', { title: 'T' }, 'Source: X\nTitle: T\n'],
    [
      'an empty field before another',
      'Source: Published: 2021-07-05\n',
      { source: 'Sky News' },
      'Source: Sky News Published: 2021-07-05\n',
    ],
    [
      'a wrong value',
      'Published: 05/07/2021 Source: X\n',
      { published: '2021-07-05' },
      'Published: 2021-07-05 Source: X\n',
    ],
    ['an empty list', 'Source: X\nTags:\n', { keywords: 'a; b' }, 'Source: X\nTags: a; b\n'],
    [
      'front matter',
      '---\nsource: X\npublished:\n---\n',
      { published: '2021-07-05', title: 'Brexit: the end', keywords: 'a; b' },
      '---\nsource: X\npublished: 2021-07-05\ntitle: "Brexit: the end"\nkeywords: a; b\n---\n',
    ],
    ['front matter, in quotation marks', '---\ntitle: ""\n---\n', { title: 'T' }, '---\ntitle: T\n---\n'],
    [
      'front matter, a wrong value in quotation marks',
      '---\npublished: "05/07/2021"\n---\n',
      { published: '2021-07-05' },
      '---\npublished: "2021-07-05"\n---\n',
    ],
    ['front matter, before a comment', '---\ntitle: # ask\n---\n', { title: 'T' }, '---\ntitle: T # ask\n---\n'],
    ['front matter, an empty list', '---\ntags: []\n---\n', { keywords: 'a; b' }, '---\ntags: [a, b]\n---\n'],
    ['no header', '', { source: 'X', title: 'T' }, 'Source: X\nTitle: T\n\n'],
    ['no header, behind a byte order mark', '\ufeff', { source: 'X', title: 'T' }, '\ufeffSource: X\nTitle: T\n\n'],
    ['on one line', 'Source: X\n', { title: '  Three\n more ' }, 'Source: X\nTitle: Three more\n'],
    ['nothing for an empty answer', 'Source: X\n', { title: ' ' }, 'Source: X\n'],
  ])('%s', (_, header, values, expected) => {
    const body = header === '' || header === '\ufeff' ? BODY.trimStart() : BODY;
    expect(fill(header + body, values)).toEqual({ text: expected + body, left: [] });
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(fill(crlf(header + body), values).text).toBe(crlf(expected + body));
  });

  test('a field of the footer gets its value there', () => {
    const text = `Source: X\n${BODY}\nAuthor:\nKey Words: a`;
    expect(fill(text, { author: 'Jane', title: 'T' }).text).toBe(
      `Source: X\nTitle: T\n${BODY}\nAuthor: Jane\nKey Words: a`,
    );
  });

  test('what cannot be written so that it is read back is left out and named', () => {
    const text = `Source: X\n${BODY}`;
    const values = { title: 'Who? Published: 2021-07-05', author: 'A' };
    expect(fill(text, values)).toEqual({ text: `Source: X\nAuthor: A\n${BODY}`, left: ['title'] });
  });
});

const VALUES: Readonly<Record<FieldKey, readonly string[]>> = {
  source: ['Sky News', 'no', 'A: B'],
  published: ['2021-07-05', '5 July 2021'],
  retrieved: ['2021-07-06'],
  title: ['The Source: a history', '"No"', 'Who? Title: none', "it's # 1", 'Published: 2021'],
  author: ['Jane Doe', 'Jane Doe; John Roe'],
  url: ['https://x.y/a:b#c'],
  keywords: ['a; b', 'a, b', '"x"; [y]'],
  language: ['en'],
  rights: ['© 2021 X'],
};

test('whatever metadata: only they are touched, and only the fields that were to be', () => {
  let done = 0;
  const values: fc.Arbitrary<Values> = fc.record(
    Object.fromEntries(FIELDS.map(({ key }) => [key, fc.constantFrom(...VALUES[key])])) as Record<
      FieldKey,
      fc.Arbitrary<string>
    >,
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(seedText, frontMatterText, hostileText), values, (text, wanted) => {
      const { text: after, left } = fill(text, wanted);
      const [a, b] = [partsOf(text), partsOf(after)];
      expect(b.body.trim()).toBe(a.body.trim());
      const filled = Object.keys(wanted).filter((key) => !left.includes(key as FieldKey));
      const others = (all: string[]) => all.filter((one) => !filled.includes(one.slice(0, one.indexOf('='))));
      expect(others(said(b))).toEqual(others(said(a)));
      for (const key of filled) {
        const found = said(b).filter((one) => one.startsWith(`${key}=`));
        const value = wanted[key as FieldKey] ?? '';
        const spelled = key === 'keywords' ? value.split(/[;,] /).join('|') : value;
        expect(found).toContain(`${key}=${spelled}`);
        done++;
      }
    }),
    { numRuns: 3_000 },
  );
  expect(done).toBeGreaterThan(5_000);
});
