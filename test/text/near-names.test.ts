import { describe, expect, test } from 'vitest';
import { isSlip, NearNames } from '../../server/src/text/near-names.ts';

describe('what is a slip of another name', () => {
  test.each([
    ['Allibaba', 'Alibaba', true],
    ['Alibbaa', 'Alibaba', true],
    ['Xi Jingping', 'Xi Jinping', true],
    ['Muhammmar Gaddafi', 'Muhammar Gaddafi', true],
    ['Austrian', 'Austria', false],
    ['Marie Curie', 'Maria Curie', false],
    ['Korean Air', 'Korea Air', false],
    ['Obamas', 'Obama', false],
    ['Bobama', 'Obama', false],
    ['Channel 4 News', 'Channel 5 News', false],
    ['John Smith', 'John Smyth', true],
    ['Ann Smith', 'Anne Smith', false],
    ['New York Times', 'York Times', false],
    ['Ukraine', 'Ukrainian', false],
  ])('%s for %s: %s', (written, meant, expected) => {
    expect(isSlip(written, meant, written.length >= 11 ? 2 : 1)).toBe(expected);
  });
});

test('of many names those are found that are near, of the same type, the most frequent first', () => {
  const names = new NearNames([
    { text: 'Alibaba', type: 'organization', count: 5 },
    { text: 'Alibama', type: 'organization', count: 9 },
    { text: 'Alibaba', type: 'person', count: 50 },
    { text: 'Tencent', type: 'organization', count: 7 },
  ]);
  expect(names.slipsOf('organization', 'Alibaha').map(({ text }) => text)).toEqual([]);
  expect(names.slipsOf('organization', 'Allibaba').map(({ text, type }) => [text, type])).toEqual([
    ['Alibaba', 'organization'],
  ]);
  expect(names.countOf('organization', 'Tencent')).toBe(7);
  expect(names.countOf('organization', 'Baidu')).toBe(0);
});
