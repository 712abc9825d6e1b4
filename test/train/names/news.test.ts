import { describe, expect, test } from 'vitest';
import { invented } from '../../../server/train/names/invented.ts';
import { filled, madeNews } from '../../../server/train/names/news.ts';
import { FILLERS } from '../../../server/train/names/news-fillers.ts';
import { NEWS_PATTERNS } from '../../../server/train/names/news-patterns.ts';
import { NAMES } from './support.ts';

/** Picks the first of each list; `dice` is all that is random. */
function fill(pattern: string, dice: number): string[] {
  const { text, entities } = filled(pattern, { names: NAMES, pick: (list) => list[0] as string, random: () => dice });
  return [text, ...entities.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)];
}

describe('made news', () => {
  test.each([
    ['{company} of {city} rose.', 0.3, ['Oakline of Tromsø rose.', 'ORG Oakline', 'LOC Tromsø']],
    ['{company} fell.', 0.5, ['Varmsø fell.', 'ORG Varmsø']],
    ['{company} fell.', 0.95, ['Varga Airlines fell.', 'ORG Varga Airlines']],
    ['President {person} spoke.', 0.3, ['President Ilse Varga spoke.', 'PER Ilse Varga']],
    ['{person} spoke.', 0.82, ['I. Varga spoke.', 'PER I. Varga']],
    ['{person} spoke.', 0.95, ['Kim Jin-jin spoke.', 'PER Kim Jin-jin']],
    ['{group} troops', 0.3, ['Peruvian troops', 'NORP Peruvian']],
    ['{number} of them', 0.5, ['50 of them']],
    ['{CITY} {date}', 0.6, ['QUITO August 17, 2014', 'LOC QUITO']],
  ] as const)('%s with %s', (pattern, dice, expected) => {
    expect(fill(pattern, dice)).toEqual(expected);
  });

  test('bodies have an article, and their initials behind them now and then', () => {
    const board = 'ORG Harbour Safety Board';
    expect(fill('{agency} met.', 0.9)).toEqual(['The Harbour Safety Board met.', board]);
    expect(fill('It told {agency}.', 0.1)).toEqual(['It told the Harbour Safety Board (HSB).', board, 'ORG HSB']);
    expect(fill('The ruling {party} won.', 0.4)).toEqual(['The ruling Barley Party won.', 'ORG Barley Party']);
    expect(fill('{paper} asked.', 0.2)[0]).toBe('The Weekly Post asked.');
    expect(fill('{paper} asked.', 0.7)[0]).toBe('Weekly Post asked.');
  });

  test('an unknown filler is an error', () => {
    expect(() => fill('{weather}', 0)).toThrow('weather');
  });

  test('each pattern so often, all fillers used, the same for the same seed', () => {
    const documents = madeNews(NAMES, 2, 5);
    expect(documents).toHaveLength(2 * NEWS_PATTERNS.length);
    expect(documents).toEqual(madeNews(NAMES, 2, 5));
    expect(documents).not.toEqual(madeNews(NAMES, 2, 6));
    expect(documents.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
    const used = new Set(NEWS_PATTERNS.flatMap((pattern) => pattern.split(/[{}]/).filter((_, i) => i % 2 === 1)));
    expect([...used].sort()).toEqual(Object.keys(FILLERS).sort());
  });

  test('an invented word is the first half of one and the second of another', () => {
    expect(invented('Varga', 'Tromsø')).toBe('Varmsø');
    expect(invented('Lund', 'McKay')).toBe('Lukay');
  });
});
