import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { frontMatterEdits } from '../../server/src/edits/front-matter.ts';
import { lineEnding } from '../../server/src/seed/header.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { hostileText } from '../seed/hostile.ts';
import { partsOf, said, seedText } from './parts.ts';

function convert(text: string, footer = false): string | undefined {
  const parts = partsOf(text);
  const eol = lineEnding(parts.lines);
  const edits = frontMatterEdits(parts, { eol, footer, footerAt: parts.footerAt });
  return edits && applyEdits(text, edits);
}

const BODY = '\nThree more platforms.\n';

describe('the header as front matter', () => {
  test.each<[string, string, string]>([
    [
      'fields that run on',
      'Source: Sky News Published: 2021-07-05\n',
      '---\nsource: Sky News\npublished: 2021-07-05\n---\n',
    ],
    [
      'in canonical order, names as YAML has them',
      'Key Words: China; CPC\nHeadline: T\nPublisher: X\n',
      '---\nsource: X\ntitle: T\nkeywords:\n  - China\n  - CPC\n---\n',
    ],
    ['a headline', 'Canal open\nSource: X\n', '---\nsource: X\ntitle: Canal open\n---\n'],
    [
      'values that YAML would read otherwise',
      'Source: no\nTitle: Brexit: the end\nAuthor: @ada\n',
      '---\nsource: "no"\ntitle: "Brexit: the end"\nauthor: "@ada"\n---\n',
    ],
    ['empty values', 'Source: X\nTitle:\nKeywords:\n', '---\nsource: X\ntitle:\nkeywords:\n---\n'],
    ['other metadata last', 'Section: World\nSource: X\n', '---\nsource: X\nSection: World\n---\n'],
    ['several authors', 'Source: X\nAuthor: A\nBy: B\n', '---\nsource: X\nauthor:\n  - A\n  - B\n---\n'],
    ['equal values once', 'Source: X\nSource: X\n', '---\nsource: X\n---\n'],
    [
      'lists united',
      'Source: X\nTags: a; b\nKeywords: b, c\n',
      '---\nsource: X\nkeywords:\n  - a\n  - b\n  - c\n---\n',
    ],
    ['behind a byte order mark', '\ufeffSource: X\n', '\ufeff---\nsource: X\n---\n'],
    [
      'separators between fields go',
      'Source: X | Published: 2021-07-05\n',
      '---\nsource: X\npublished: 2021-07-05\n---\n',
    ],
  ])('%s', (_, header, expected) => {
    expect(convert(header + BODY)).toBe(expected + BODY);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(convert(crlf(header + BODY))).toBe(crlf(expected + BODY));
  });

  test.each<[string, string]>([
    ['no header', 'Just a text.\n'],
    ['front matter already', '---\nsource: X\n---\nText.\n'],
    ['two sources', `Source: X\nPublisher: Y\n${BODY}`],
    ['two titles', `Canal open\nSource: X\nTitle: Canal shut\n${BODY}`],
    [
      'a name that YAML would make a known one',
      `Source: X\nAddress: the corner of High Street and Main Street.\n${BODY}`,
    ],
    ['a body that would be read as metadata', 'Source: X\n\n\nTitle: what they called it\n'],
  ])('not offered: %s', (_, text) => expect(convert(text)).toBeUndefined());

  test('the text without a line end', () => {
    expect(convert('Source: X')).toBe('---\nsource: X\n---');
  });

  test('the footer stays', () => {
    const footer = '\nKey Words: a; b\n';
    expect(convert(`Source: X\n${BODY}${footer}`)).toBe(`---\nsource: X\n---\n${BODY}${footer}`);
  });
});

describe('with the footer’s fields', () => {
  test.each<[string, string, string, string]>([
    ['keywords', 'Source: X\n', '\nKey Words: a; b\n', '---\nsource: X\nkeywords:\n  - a\n  - b\n---\n|\n'],
    [
      'contact lines stay',
      'Source: X\n',
      '\nPlease Find us: Twitter: x YouTube: y\nKey Words: a',
      '---\nsource: X\nkeywords:\n  - a\n---\n|\nPlease Find us: Twitter: x YouTube: y\n',
    ],
    [
      'lists united',
      'Source: X Keywords: a\n',
      '\nTags: b\nRights: © X\n',
      '---\nsource: X\nkeywords:\n  - a\n  - b\nrights: © X\n---\n|\n',
    ],
  ])('%s', (_, header, footer, expected) => {
    expect(convert(`${header}${BODY}${footer}`, true)).toBe(expected.replace('|', BODY));
  });

  test.each<[string, string]>([
    ['a footer without fields', 'Source: X\n\nText.\n\nPlease Find us: Twitter: x YouTube: y\n'],
    ['a footer that contradicts', 'Source: X\n\nText.\n\nSource: Y\n'],
    ['no footer', 'Source: X\n\nText.\n'],
  ])('not offered: %s', (_, text) => expect(convert(text, true)).toBeUndefined());
});

describe('whatever header', () => {
  const check = (text: string, footer: boolean) => {
    const after = convert(text, footer);
    if (after === undefined) return false;
    const [a, b] = [partsOf(text), partsOf(after)];
    // A field that ran on may have been read into the body's first line by an odd text; the body counts as a whole.
    expect(b.body.trim()).toBe(a.body.trim());
    expect(after).toContain(a.body.trim());
    expect(b.header?.fields.every(({ style }) => style === 'yaml')).toBe(true);
    // Every value is there, and nothing else: equal ones once, a list by its entries, an empty field only where all are.
    const values = (all: string[]) =>
      [...new Set(all.flatMap((one) => parts(one)).filter((one) => !one.endsWith('=')))].sort();
    const parts = (one: string) => {
      const at = one.indexOf('=');
      return one
        .slice(at + 1)
        .split('|')
        .map((value) => `${one.slice(0, at)}=${value}`);
    };
    expect(values(said(b))).toEqual(values(said(a)));
    if (!footer) expect(b.footer?.text).toBe(a.footer?.text);
    expect(after.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'));
    return true;
  };

  test('nothing is lost and the body is the same', () => {
    let done = 0;
    fc.assert(
      fc.property(seedText, fc.boolean(), (text, footer) => {
        if (check(text, footer)) done++;
      }),
      { numRuns: 3_000 },
    );
    expect(done).toBeGreaterThan(300);
  });

  test('nor is anything of a hostile text', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, footer) => void check(text, footer)),
      { numRuns: 3_000 },
    );
  });

  test('YAML readers read the same', () => {
    fc.assert(
      fc.property(seedText, (text) => {
        const after = convert(text);
        if (after === undefined) return;
        const { header } = partsOf(after);
        const yaml = /^\ufeff?---[\r\n]+([\s\S]*?)[\r\n]+---(?:[\r\n]|$)/.exec(after)?.[1] ?? '';
        const read: Record<string, unknown> = parse(yaml.replaceAll('\r\n', '\n').replaceAll('\r', '\n')) ?? {};
        for (const { name, value, items } of header?.fields ?? []) {
          expect(read[name]).toEqual(items && items.length > 0 ? items.map((item) => item.value) : value || null);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
