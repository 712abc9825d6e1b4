import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insertField, renameField } from '../../server/src/edits/metadata.ts';
import { FIELDS, type FieldKey } from '../../server/src/seed/fields.ts';
import { lineEnding, parseHeader } from '../../server/src/seed/header.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { source } from '../seed/show.ts';

const BODY = '\nThree more platforms are under review.\n';

/** The header with a field inserted and `‸` at the cursor; the body must be the same. */
function insert(header: string, key: FieldKey, value = '', body = BODY): string {
  const text = header + body;
  const lines = source(text);
  const { segment } = parseHeader(lines);
  const start = text.startsWith('\ufeff') ? { start: 1 } : {};
  const { edit, cursor } = insertField({ header: segment, key, value, eol: lineEnding(lines), ...start });
  expect(edit.start).toBe(edit.end);
  const after = applyEdits(text, [edit]);
  expect(after.endsWith(body)).toBe(true);
  expect(cursor).toBeLessThanOrEqual(edit.start + edit.newText.length);
  return `${after.slice(0, cursor)}‸${after.slice(cursor)}`.slice(0, body === '' ? undefined : -body.length);
}

describe('inserting a field', () => {
  test.each<[string, string, FieldKey, string, string]>([
    [
      'a title, below fields that run on',
      'Source: X Published: 2021-07-05\n',
      'title',
      '',
      'Source: X Published: 2021-07-05\nTitle: ‸\n',
    ],
    [
      'an author, to fields that run on',
      'Source: X Published: 2021-07-05\n',
      'author',
      'Jane Doe',
      'Source: X Published: 2021-07-05 Author: Jane Doe‸\n',
    ],
    ['a date, to fields that run on', 'Source: X Author: A \n', 'published', '', 'Source: X Author: A Published: ‸ \n'],
    [
      'a source, to fields that run on',
      'Published: 2021-07-05 Author: A\n',
      'source',
      'X',
      'Published: 2021-07-05 Author: A Source: X‸\n',
    ],
    [
      'a URL, below fields that run on',
      'Source: X Published: 2021-07-05\n',
      'url',
      'https://x.y',
      'Source: X Published: 2021-07-05\nURL: https://x.y‸\n',
    ],
    [
      'an author, behind a title of its own line',
      'Source: X Published: 2021-07-05\nTitle: T\n',
      'author',
      '',
      'Source: X Published: 2021-07-05\nTitle: T\nAuthor: ‸\n',
    ],
    [
      'a date, to a line that ends in a title',
      'Source: X   Title: Open\n',
      'published',
      '2021-07-05',
      'Source: X   Title: Open Published: 2021-07-05‸\n',
    ],
    [
      'a source, to a line that ends in a title',
      'Published: 2021-07-05   Title: Open\n',
      'source',
      'Sky',
      'Published: 2021-07-05   Title: Open\nSource: Sky‸\n',
    ],
    [
      'one a line, behind the one before',
      'Source: X\nTitle: T\n',
      'published',
      '',
      'Source: X\nPublished: ‸\nTitle: T\n',
    ],
    ['one a line, first', 'Published: 2021\nTitle: T\n', 'source', '', 'Source: ‸\nPublished: 2021\nTitle: T\n'],
    ['one a line, last', 'Source: X\nTitle: T\n', 'rights', '© X', 'Source: X\nTitle: T\nRights: © X‸\n'],
    [
      'below a headline',
      'Canal open\nPublished: 2021-07-05\n',
      'source',
      'X',
      'Canal open\nSource: X‸\nPublished: 2021-07-05\n',
    ],
    ['in lower case', 'source: X\ntitle: T\n', 'published', '', 'source: X\npublished: ‸\ntitle: T\n'],
    ['in capitals', 'SOURCE: X\nTITLE: T\n', 'published', '', 'SOURCE: X\nPUBLISHED: ‸\nTITLE: T\n'],
    ['with a blank before the colon', 'Source : X\n', 'published', '', 'Source : X\nPublished : ‸\n'],
    ['without a blank', 'Source:X\n', 'published', '2021', 'Source:X\nPublished:2021‸\n'],
    ['with a wide colon', 'Source：X\n', 'published', '2021', 'Source：X\nPublished：2021‸\n'],
    ['indented', '  Source: X\n', 'title', 'T', '  Source: X\n  Title: T‸\n'],
    ['behind other metadata', 'Section: World\nSource: X\n', 'title', 'T', 'Section: World\nSource: X\nTitle: T‸\n'],
    ['no header', '', 'title', '', 'Title: ‸\n\n'],
    ['no header, with a value', '', 'title', 'T', 'Title: T‸\n\n'],
    ['no header, behind a byte order mark', '\ufeff', 'title', 'T', '\ufeffTitle: T‸\n\n'],
    ['behind a byte order mark', '\ufeffTitle: T\n', 'source', 'X', '\ufeffSource: X‸\nTitle: T\n'],
    [
      'front matter, in order',
      '---\nsource: X\ntitle: T\n---\n',
      'published',
      '2021-07-05',
      '---\nsource: X\npublished: 2021-07-05‸\ntitle: T\n---\n',
    ],
    ['front matter, first', '---\n# mine\ntitle: T\n---\n', 'source', '', '---\n# mine\nsource: ‸\ntitle: T\n---\n'],
    ['front matter, last', '---\nsource: X\n\n---\n', 'title', '', '---\nsource: X\ntitle: ‸\n\n---\n'],
    [
      'front matter, behind a list',
      '---\nkeywords:\n  - a\n  - b\nlayout: x\n---\n',
      'language',
      'en',
      '---\nkeywords:\n  - a\n  - b\nlanguage: en‸\nlayout: x\n---\n',
    ],
    [
      'front matter, behind a flow list',
      '---\nkeywords: [\n  a\n]\n---\n',
      'rights',
      '© X',
      '---\nkeywords: [\n  a\n]\nrights: © X‸\n---\n',
    ],
    ['front matter with nothing in it', '---\n---\n', 'title', '', '---\ntitle: ‸\n---\n'],
    ['front matter, capitals', '---\nSource: X\n---\n', 'title', 'T', '---\nSource: X\nTitle: T‸\n---\n'],
    [
      'front matter, quoted',
      '---\nsource: X\n---\n',
      'title',
      'Brexit: the end',
      '---\nsource: X\ntitle: "Brexit: the end‸"\n---\n',
    ],
    [
      'front matter, with quotation marks',
      '---\nsource: X\n---\n',
      'title',
      '"No"',
      '---\nsource: X\ntitle: "\\"No\\"‸"\n---\n',
    ],
    [
      'front matter and fields',
      '---\nsource: X\n---\nTitle: T\n',
      'published',
      '',
      '---\nsource: X\npublished: ‸\n---\nTitle: T\n',
    ],
    ['a value on lines', 'Source: X\n', 'title', ' Three\n more ', 'Source: X\nTitle: Three more‸\n'],
  ])('%s', (_, header, key, value, expected) => {
    expect(insert(header, key, value)).toBe(expected);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(insert(crlf(header), key, value, crlf(BODY))).toBe(crlf(expected));
  });

  test.each<[string, string, FieldKey, string]>([
    ['the last line of the text', 'Source: X', 'title', 'Source: X\nTitle: ‸'],
    ['fields that run on', 'Source: X Published: 2021', 'author', 'Source: X Published: 2021 Author: ‸'],
    ['front matter never closed', '---\nsource: X', 'title', '---\nsource: X\ntitle: ‸'],
    ['an empty text', '', 'title', 'Title: ‸\n\n'],
  ])('without a line end: %s', (_, text, key, expected) => expect(insert(text, key, '', '')).toBe(expected));

  test('the body may follow at once', () => {
    const body = 'LONDON: Text.\n';
    expect(insert('Source: X Published: 2021\n', 'title', '', body)).toBe('Source: X Published: 2021\nTitle: ‸\n');
  });
});

describe('whatever header', () => {
  const VALUES: Readonly<Record<FieldKey, readonly string[]>> = {
    source: ['Skynews', 'The Evening Ledger', '新华社'],
    published: ['2021-07-05', '5 July 2021'],
    retrieved: ['2021-07-06', 'Monday, 5 July 2021'],
    title: [
      'Three more platforms',
      'Brexit: the end',
      'The Source: a history',
      '"No"',
      "'Tis so",
      '# 1',
      'Who?',
      '- x',
      'a #b',
    ],
    author: ['Jane Doe', 'Jane Doe and John Roe'],
    url: ['https://x.y/z', 'https://x.y/a:b#c'],
    keywords: ['China; CPC', 'China, CPC'],
    language: ['en', 'no'],
    rights: ['© 2021 X', 'All rights reserved.'],
  };
  const field = fc
    .constantFrom(...FIELDS)
    .chain((info) => fc.record({ info: fc.constant(info), value: fc.constantFrom('', ...VALUES[info.key]) }));
  const fields = fc.uniqueArray(field, { selector: ({ info }) => info.key, maxLength: 6 });
  const style = fc.constantFrom('line', 'inline', 'yaml', 'mixed');
  const eol = fc.constantFrom('\n', '\r\n', '\r');

  function write(all: readonly { info: (typeof FIELDS)[number]; value: string }[], how: string, end: string): string {
    const line = ({ info, value }: (typeof all)[number]) => `${info.label}: ${value}`.trimEnd();
    const quote = (value: string) => (value === '' ? '' : JSON.stringify(value));
    switch (how) {
      case 'yaml':
        return ['---', ...all.map(({ info, value }) => `${info.yamlName}: ${quote(value)}`), '---', ''].join(end);
      case 'inline':
        return `${all.map(line).join(' ')}${end}`;
      case 'mixed':
        return [all.slice(0, 2).map(line).join(' '), ...all.slice(2).map(line), ''].join(end);
      default:
        return all.map((each) => line(each) + end).join('');
    }
  }

  test('the new field is there, all others are as before, no other byte changed', () => {
    fc.assert(
      fc.property(fields, field, style, eol, fc.boolean(), (all, added, how, end, headline) => {
        if (all.some(({ info }) => info.key === added.info.key)) return;
        const top = headline && how !== 'yaml' && all.length > 0 ? `Canal open${end}` : '';
        const text = `${top}${write(all, how, end)}${end}Three platforms are under review.${end}`;
        const before = parseHeader(source(text)).segment;
        // A title in a line with others may swallow them: then there is nothing to compare with.
        if ((before?.fields.length ?? 0) !== all.length) return;
        const { edit, cursor } = insertField({ header: before, key: added.info.key, value: added.value, eol: end });
        const after = applyEdits(text, [edit]);
        const header = parseHeader(source(after)).segment;
        const show = (segment: typeof header) => (segment?.fields ?? []).map(({ key, value }) => `${key}=${value}`);
        expect(show(header).sort()).toEqual([...show(before), `${added.info.key}=${added.value}`].sort());
        expect(show(header).filter((each) => !each.startsWith(`${added.info.key}=`))).toEqual(show(before));
        expect(header?.headline === undefined).toBe(before?.headline === undefined);
        expect(after.length).toBe(text.length + edit.newText.length);
        expect(after.slice(0, cursor).endsWith(added.value) || edit.newText.includes('\\')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('renaming a field changes its name and nothing else', () => {
  const text = 'Source: X Publised: 2021-07-05\n';
  const field = parseHeader(source(text)).segment?.fields[1];
  expect(field && applyEdits(text, [renameField(field, 'Published', 0)])).toBe('Source: X Published: 2021-07-05\n');
  expect(field && renameField(field, 'Published', 100).start).toBe(110);
});
