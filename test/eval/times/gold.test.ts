import { describe, expect, it } from 'vitest';
import { readGold } from './gold.ts';

describe('texts with marks', () => {
  it('gives the text without its marks and the times with their places', () => {
    const source = '# a 1989-10-30\nOn {Oct. 27|DATE|1989-10-27} and\n{then|DATE|}.\n\n# b 1990-01-01\nNothing.\n';
    expect(readGold(source)).toEqual([
      {
        id: 'a',
        dct: '1989-10-30',
        text: 'On Oct. 27 and\nthen.',
        timex: [
          { start: 3, end: 10, type: 'DATE', value: '1989-10-27' },
          { start: 15, end: 19, type: 'DATE', value: '' },
        ],
      },
      { id: 'b', dct: '1990-01-01', text: 'Nothing.', timex: [] },
    ]);
  });

  it('says what is broken', () => {
    expect(() => readGold('# a\nNo day.')).toThrow('begins no document');
    expect(() => readGold('# a 1990-01-01\nOn {Monday|DATE.')).toThrow('a: a mark is broken in "On {Monday|DATE."');
  });
});
