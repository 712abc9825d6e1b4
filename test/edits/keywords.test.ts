import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keywordEdits, removeKeyword } from '../../server/src/edits/keywords.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { hostileText } from '../seed/hostile.ts';
import { frontMatterText, partsOf, said, seedText } from './parts.ts';

function add(text: string, ...keywords: string[]): string | undefined {
  const parts = partsOf(text);
  const edits = keywordEdits(parts, keywords, parts.footerAt);
  return edits && applyEdits(text, edits);
}

const BODY = '\nThree more platforms.\n';

describe('adding keywords', () => {
  test.each<[string, string, string]>([
    ['no field', 'Source: X\n', 'Source: X\nKeywords: China; Sky\n'],
    ['an empty field', 'Keywords:\nSource: X\n', 'Keywords: China; Sky\nSource: X\n'],
    [
      'an empty field among others',
      'Source: X Keywords: Language: en\n',
      'Source: X Keywords: China; Sky Language: en\n',
    ],
    ['behind those that are there', 'Key Words: a; b\n', 'Key Words: a; b; China; Sky\n'],
    ['with commas', 'Tags: a, b\n', 'Tags: a, b, China, Sky\n'],
    ['without a blank', 'Tags: a;b\n', 'Tags: a;b;China;Sky\n'],
    ['behind one', 'Tags: a\n', 'Tags: a; China; Sky\n'],
    ['no repetition, whatever its letters', 'Tags: CHINA\n', 'Tags: CHINA; Sky\n'],
    ['front matter', '---\nsource: X\n---\n', '---\nsource: X\nkeywords: China; Sky\n---\n'],
    ['front matter, an empty field', '---\nkeywords:\nsource: X\n---\n', '---\nkeywords: China; Sky\nsource: X\n---\n'],
    ['front matter, an empty list', '---\ntags: []\n---\n', '---\ntags: [China, Sky]\n---\n'],
    ['front matter, a list in brackets', '---\ntags: [a, "b"]\n---\n', '---\ntags: [a, "b", China, Sky]\n---\n'],
    [
      'front matter, a list in lines',
      '---\ntags:\n- a\n- "b" # mine\nsource: X\n---\n',
      '---\ntags:\n- a\n- "b" # mine\n- China\n- Sky\nsource: X\n---\n',
    ],
    ['front matter, a text', '---\ntags: a; b # mine\n---\n', '---\ntags: a; b; China; Sky # mine\n---\n'],
  ])('%s', (_, header, expected) => {
    expect(add(header + BODY, 'China', 'Sky')).toBe(expected + BODY);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(add(crlf(header + BODY), 'China', 'Sky')).toBe(crlf(expected + BODY));
  });

  test('in the footer where they stand there', () => {
    expect(add(`Source: X\n${BODY}\nKey Words: a`, 'China')).toBe(`Source: X\n${BODY}\nKey Words: a; China`);
  });

  test.each<[string, string, string[]]>([
    ['nothing new', `Tags: a; b\n${BODY}`, ['A', 'b']],
    ['a seed without metadata', 'Just a text.\n', ['China']],
    ['a keyword that would be read as two', `Tags: a, b\n${BODY}`, ['China, the']],
  ])('undefined: %s', (_, text, keywords) => expect(add(text, ...keywords)).toBeUndefined());

  test('whatever metadata: the body and all other fields are the same', () => {
    let done = 0;
    fc.assert(
      fc.property(fc.oneof(seedText, frontMatterText, hostileText), (text) => {
        const after = add(text, 'Sky', '5G', 'the "Wall"', 'a: b', '[c]');
        if (after === undefined) return;
        done++;
        const [a, b] = [partsOf(text), partsOf(after)];
        expect(b.body.trim()).toBe(a.body.trim());
        const others = (all: string[]) => all.filter((one) => !one.startsWith('keywords=')).sort();
        expect(others(said(b))).toEqual(others(said(a)));
        const times = (all: string[], keyword: string) =>
          all
            .filter((one) => one.startsWith('keywords='))
            .flatMap((one) => one.slice('keywords='.length).split('|'))
            .filter((one) => one.toLowerCase() === keyword.toLowerCase()).length;
        for (const keyword of ['Sky', '5G', 'the "Wall"', 'a: b', '[c]'])
          expect(times(said(b), keyword)).toBe(Math.max(1, times(said(a), keyword)));
      }),
      { numRuns: 3_000 },
    );
    expect(done).toBeGreaterThan(1_000);
  });
});

describe('taking a keyword away', () => {
  function remove(text: string, keyword: string): string | undefined {
    const parts = partsOf(text);
    for (const part of [parts.header, parts.footer])
      for (const field of part?.fields ?? []) {
        const item = field.items?.find(({ value }) => value === keyword);
        const edit = part && item && removeKeyword(part, field, item.start);
        if (part && edit) return text.replace(part.text, () => applyEdits(part.text, [edit]));
      }
    return undefined;
  }

  test.each<[string, string, string]>([
    ['the first', 'Source: X\nTags: a; b; c\n', 'Source: X\nTags: b; c\n'],
    ['the last', 'Source: X\nTags: b, a\n', 'Source: X\nTags: b\n'],
    ['the only one', 'Source: X\nTags: a\nTitle: T\n', 'Source: X\nTitle: T\n'],
    ['the only one, among other fields', 'Source: X Tags: a Author: J\n', 'Source: X Author: J\n'],
    ['of front matter', '---\nsource: X\ntags:\n  - b\n  - "a"\n---\n', '---\nsource: X\ntags:\n  - b\n---\n'],
    ['the only one of front matter', '---\nsource: X\ntags:\n  - a\n---\n', '---\nsource: X\n---\n'],
    ['in quotes', "---\ntags: ['a', b]\n---\n", '---\ntags: [b]\n---\n'],
  ])('%s', (_, header, expected) => {
    expect(remove(header + BODY, 'a')).toBe(expected + BODY);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(remove(crlf(header + BODY), 'a')).toBe(crlf(expected + BODY));
    expect(remove(`\ufeff${header}${BODY}`, 'a')).toBe(`\ufeff${expected}${BODY}`);
  });

  test.each<[string, string]>([
    ['Key Words: a; b', 'Key Words: b'],
    ['Key Words: a\nAuthor: J', 'Author: J'],
    ['Author: J\nKey Words: a', 'Author: J'],
  ])('in the footer: %j', (footer, expected) => {
    expect(remove(`Source: X\n${BODY}\n${footer}`, 'a')).toBe(`Source: X\n${BODY}\n${expected}`);
  });
});
