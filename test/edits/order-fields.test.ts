import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderFields } from '../../server/src/edits/order-fields.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { hostileText } from '../seed/hostile.ts';
import { frontMatterText, type Parts, partsOf, said, seedText } from './parts.ts';

function order(text: string): string | undefined {
  const parts = partsOf(text);
  const result = orderFields(parts, parts.footerAt);
  return result && applyEdits(text, result.edits);
}

const BODY = '\nThree more platforms.\n';

describe('fields in order', () => {
  test.each<[string, string, string]>([
    ['one a line', 'Title: T\nSource: X\nPublished: 2021\n', 'Source: X\nPublished: 2021\nTitle: T\n'],
    [
      'in a line, with the signs between them where they are',
      'Published: 2021 | Source: X | Author: A\n',
      'Source: X | Published: 2021 | Author: A\n',
    ],
    [
      'lines by their first fields',
      'Title: T\nAuthor: A Source: X\nRights: R\n',
      'Source: X Author: A\nTitle: T\nRights: R\n',
    ],
    ['other metadata last', 'Section: World\nTitle: T\nSource: X\n', 'Source: X\nTitle: T\nSection: World\n'],
    ['a mistyped name in its place', 'Title: T\nPublised: 2021\nSource: X\n', 'Source: X\nPublised: 2021\nTitle: T\n'],
    ['below a headline', 'Canal open\nPublished: 2021\nSource: X\n', 'Canal open\nSource: X\nPublished: 2021\n'],
    ['blank lines stay where they are', 'Title: T\n\nSource: X\n', 'Source: X\n\nTitle: T\n'],
    ['behind a byte order mark', '\ufeffTitle: T\nSource: X\n', '\ufeffSource: X\nTitle: T\n'],
    ['names and blanks as they are', 'HEADLINE : T\nby:  A\nsource:X\n', 'source:X\nHEADLINE : T\nby:  A\n'],
    ['front matter', '---\ntitle: T\nsource: X\n---\n', '---\nsource: X\ntitle: T\n---\n'],
    [
      'front matter with comments and lists',
      '---\nkeywords:\n  - a\n  - b\n\n# who\nsource: X # the paper\n---\n',
      '---\n# who\nsource: X # the paper\n\nkeywords:\n  - a\n  - b\n---\n',
    ],
    ['a repetition goes', 'Source: X\nSource: X\nTitle: T\n', 'Source: X\nTitle: T\n'],
    ['in a line, too', 'Source: X Published: 2021 Source: X\n', 'Source: X Published: 2021\n'],
    ['the last line', 'Source: X\nTitle: T\nPublisher: X\n', 'Source: X\nTitle: T\n'],
    ['lists are united', 'Source: X\nKeywords: a; b\nTags: c; b\n', 'Source: X\nKeywords: a; b; c\n'],
    ['with commas where there are commas', 'Source: X\nKeywords: a, b\nTags: c\n', 'Source: X\nKeywords: a, b, c\n'],
    ['contradictions come together', 'Source: X\nTitle: T\nSource: Y\n', 'Source: X\nSource: Y\nTitle: T\n'],
    ['several authors stay', 'Author: A\nSource: X\nAuthor: B\n', 'Source: X\nAuthor: A\nAuthor: B\n'],
    [
      'front matter, lists united',
      '---\nkeywords:\n  - a\nsource: X\ntags: [b, a]\n---\n',
      '---\nsource: X\nkeywords:\n  - a\n  - b\n---\n',
    ],
    [
      'front matter, into a list in brackets',
      '---\nkeywords: ["a", b]\ntags: c, d\n---\n',
      '---\nkeywords: ["a", b, c, d]\n---\n',
    ],
  ])('%s', (_, header, expected) => {
    expect(order(header + BODY)).toBe(expected + BODY);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(order(crlf(header + BODY))).toBe(crlf(expected + BODY));
    expect(order(expected + BODY)).toBeUndefined();
  });

  test.each<[string, string]>([
    ['no header', 'Just a text.\n'],
    ['in order already', `Source: X Published: 2021 Author: A\nTitle: T\n${BODY}`],
    ['what would be read as text elsewhere', 'Source: X\nThe Beginning: of it\nTitle: T\nText follows at once.\n'],
  ])('nothing to do: %s', (_, text) => expect(order(text)).toBeUndefined());

  test('the last line of a text has no line end', () => {
    expect(order('Title: T\nSource: X')).toBe('Source: X\nTitle: T');
    expect(order('Source: X\nSource: X')).toBe('Source: X');
  });
});

describe('whatever header', () => {
  const check = (text: string) => {
    const after = order(text);
    if (after === undefined) return false;
    const [a, b] = [partsOf(text), partsOf(after)];
    expect(b.body.trim()).toBe(a.body.trim());
    expect(b.footer?.text).toBe(a.footer?.text);
    const headline = ({ header }: Parts) =>
      header?.headline && header.text.slice(header.headline.start, header.headline.end);
    expect(headline(b)).toBe(headline(a));
    // Each (key, value) stays but for exact repetitions; of lists, each entry.
    const pairs = (parts: Parts) => [
      ...new Set(
        said(parts).flatMap((one) => one.split('|').map((x, i) => (i === 0 ? x : `${one.split('=')[0]}=${x}`))),
      ),
    ];
    const full = (parts: Parts) =>
      pairs(parts)
        .filter((one) => !one.startsWith('keywords=') || one !== 'keywords=')
        .sort();
    expect(full(b)).toEqual(full(a));
    const known = (header: Parts['header']) => (header?.fields ?? []).filter(({ key }) => key !== undefined);
    expect(known(b.header).length).toBeLessThanOrEqual(known(a.header).length);
    // It comes to an end. Once is not always enough: in another order, odd fields may be told apart that could not be before.
    let last: string | undefined = after;
    for (let i = 0; i < 4 && last !== undefined; i++) last = order(last);
    expect(last).toBeUndefined();
    return true;
  };

  test('nothing is lost and the body is the same', () => {
    let done = 0;
    fc.assert(
      fc.property(fc.oneof(seedText, frontMatterText), (text) => {
        if (check(text)) done++;
      }),
      { numRuns: 3_000 },
    );
    expect(done).toBeGreaterThan(500);
  });

  test('a mark in the middle of a text gets no part of the body', () => {
    check('---\n\ufeffKey Words: \r© 2021 \n---\n\ufeffKey Words: \r© 2021 ');
  });

  test('nor is anything of a hostile text', () => {
    fc.assert(
      fc.property(hostileText, (text) => void check(text)),
      { numRuns: 3_000 },
    );
  });
});
