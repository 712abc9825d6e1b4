import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endsSentence, sentenceEnds } from '../../server/src/text/sentences.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { anyText, cutsPair, faultOf, hardText, unicodeRuns } from '../support/unicode.ts';

function tokenFault(text: string): string | undefined {
  const tokens = tokenize(text);
  let at = 0;
  for (const { start, end } of tokens) {
    if (start > at && text.slice(at, start).trim() !== '')
      return `ink left out before ${start} of ${JSON.stringify(text)}`;
    if (start === at && start > 0 && isMark(text.codePointAt(start) as number))
      return `a mark is cut off at ${start} of ${JSON.stringify(text)}`;
    at = end;
  }
  if (text.slice(at).trim() !== '') return `ink left out behind ${at} of ${JSON.stringify(text)}`;
  return faultOf(text, tokens);
}

function isMark(code: number): boolean {
  return code >= 0x300 && /^\p{M}$/u.test(String.fromCodePoint(code));
}

function sentenceFault(text: string): string | undefined {
  const ends = sentenceEnds(text);
  let from = 0;
  for (const end of ends) {
    if (!(end > from)) return `not rising at ${end} of ${JSON.stringify(text)}`;
    if (cutsPair(text, end)) return `cuts a surrogate pair at ${end} of ${JSON.stringify(text)}`;
    if (text.trim() !== '' && text.slice(from, end).trim() === '')
      return `nothing said before ${end} of ${JSON.stringify(text)}`;
    from = end;
  }
  if (from !== text.length) return `ends before the text does: ${JSON.stringify(text)}`;
  endsSentence(text);
  return undefined;
}

describe('ten thousand texts', () => {
  test.each([
    ['of any code units', anyText],
    ['of what scanners look for', hardText],
  ])('%s', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(tokenFault(text)).toBeUndefined();
        expect(sentenceFault(text)).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
  });
});

function check(text: string): void {
  const fault = tokenFault(text) ?? sentenceFault(text);
  if (fault !== undefined) expect.fail(fault);
}

describe('every block of Unicode', () => {
  test('alone and in a sentence', () => {
    for (const run of unicodeRuns()) {
      check(run);
      check(`On 5 May Mr. Wu saw ${run} in Bonn. He left.`);
    }
  });

  test('each character between letters, alone and behind a full stop', () => {
    for (const run of unicodeRuns(0x20000)) {
      check([...run].map((character) => `a${character}b ${character}`).join(' '));
      check([...run].map((character) => `It rained.${character} `).join(''));
    }
  });
});

test('parts of a text without the other give the same tokens', () => {
  fc.assert(
    fc.property(hardText, hardText, (before, behind) => {
      const first = tokenize(before);
      const second = tokenize(behind).map(({ start, end, kind }) => ({
        start: start + before.length + 3,
        end: end + before.length + 3,
        kind,
      }));
      expect(tokenize(`${before} \n ${behind}`)).toEqual([...first, ...second]);
    }),
    { numRuns: 2000 },
  );
});

/** A text that counts how often it is looked at. */
class CountedText extends String {
  looks = 0;
  override charCodeAt(at: number): number {
    this.looks++;
    return super.charCodeAt(at);
  }
  override codePointAt(at: number): number | undefined {
    this.looks++;
    return super.codePointAt(at);
  }
  override charAt(at: number): string {
    this.looks++;
    return super.charAt(at);
  }
  override slice(start: number, end: number): string {
    this.looks += end - start;
    return super.slice(start, end);
  }
}

/** How often each code unit of a text is looked at, on the average. */
function looksPerUnit(text: string, read: (text: string) => void): number {
  const counted = new CountedText(text);
  read(counted as unknown as string);
  return counted.looks / text.length;
}

describe('a long run of one piece is looked at as often as a short one, code unit by code unit', () => {
  const pieces = [
    ...['a', 'A ', 'A', 'A.', 'A. ', 'a.', 'a. ', '.', '. ', '...', '. \n', '!?', '。', '.”', '.[1]', '[1]', '[', '.*'],
    ...[
      '(',
      '"',
      "'",
      '’',
      '’s',
      '-',
      'a-',
      'A-',
      'A.-',
      'J.-',
      '_',
      '&',
      '1',
      '1,',
      '1-',
      '1:',
      '1. ',
      '5 ',
      '$',
      'US$',
    ],
    ...['@', 'a@', 'a@b.', 'a.b@', 'a.b', 'a+', 'a.com', '.com', 'a.com.', 'www.', 'http://', 'http://a', '(http://a)'],
    ...[
      'http://.',
      'http://)',
      'U.S. ',
      'U.S.',
      'Mr. ',
      'No. ',
      'No. I',
      'Ph.D',
      'B.Sc.',
      'I. ',
      'ex-',
      'St.',
      'etc. ',
    ],
    ...[
      '中',
      '人 ',
      'の」',
      '」と',
      '👍',
      '👍🏽',
      '\u200d',
      '👩\u200d',
      '🇬',
      '\u0301',
      'a\u0301',
      '\u00ad',
      'a\u00ad',
      '\u200b',
    ],
    ...['\ud83d', '\udc4d', ' ', '\n', '\r\n', '\n\n', '\t', '\u00a0', '\u0000', '·', 'l·', '‘', '«', '» ', ' »', '²'],
  ];
  test.each(pieces)('%j', (piece) => {
    const runOf = (units: number) => piece.repeat(Math.ceil(units / piece.length));
    for (const read of [tokenize, sentenceEnds, endsSentence]) {
      const looks = looksPerUnit(runOf(2 ** 13), read);
      expect(looks).toBeLessThan(80);
      expect(looks).toBeLessThan(1.2 * looksPerUnit(runOf(2 ** 10), read) + 1);
    }
  });
});

test.each(['a', 'A ', '(', '"', '1,', '中', 'U.S. ', '-', "'", '@', 'http://', '\n'])('a megabyte of %j', (piece) => {
  const text = piece.repeat(Math.ceil(2 ** 20 / piece.length));
  expect(tokenize(text).at(-1)?.end ?? 0).toBe(text.trimEnd().length);
  expect(sentenceEnds(text).at(-1)).toBe(text.length);
});
