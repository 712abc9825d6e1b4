import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readParagraph } from '../../server/src/seed/paragraphs.ts';
import type { LineSource, Segment } from '../../server/src/seed/types.ts';
import { splitLines } from '../../server/src/text/lines.ts';
import { hostileText } from './hostile.ts';
import { faults, source } from './show.ts';

function paragraphs(lines: LineSource, from = 0, to = lines.count): Segment[] {
  const found: Segment[] = [];
  for (let line = from; line < to; ) {
    const segment = readParagraph(lines, line, to);
    found.push(segment);
    line += segment.lineStarts.length;
  }
  return found;
}

/** A text with `¶` where a paragraph must begin; the marks are taken out before it is read. */
function check(marked: string): void {
  for (const eol of ['\n', '\r\n', '\r']) {
    const expected = marked.replaceAll('\n', eol).split('¶');
    const text = expected.join('');
    const found = paragraphs(source(text));
    expect(found.map((segment) => segment.text)).toEqual(expected);
    expect(found.flatMap(faults)).toEqual([]);
  }
}

const WRAPPED = `The office said on Monday that it was conducting reviews into the job
recruiting platform Boss Zhipin and two services for trucks, which it had
named before. The Global Times wrote that three firms were meant. “We shall
see”, said Wang Wenbin of the Foreign Ministry in
Beijing.
`;

describe('boundaries', () => {
  test.each([
    ['one paragraph a line', 'The first one ends here.\n¶The second one ends here.\n¶And so does the third.'],
    ['blank lines between', 'The first one\n\n¶The second one\n\n\n¶The third one\n'],
    ['hard-wrapped', WRAPPED],
    ['hard-wrapped, twice', `${WRAPPED}\n¶${WRAPPED}`],
    ['one paragraph a line, long, without full stops', `${'word '.repeat(50)}\n¶${'Word '.repeat(50)}\n`],
    [
      'a heading',
      'What happens next in the long inquiry\n¶The office said on Monday that it was conducting reviews into the job recruiting platform.\n',
    ],
    ['a short heading', 'Background\n¶The office said so.\n'],
    ['a list', 'They want\n¶- bread\n¶- wine for all of them, whatever it may cost in the\n  end, and\n¶- peace\n'],
    ['a numbered list', 'They want\n¶1. bread\n¶2. wine\n¶(3) peace\n'],
    ['a dash at a wrap', 'They want, and said so on Monday morning, bread\n- and wine - for all.\n'],
    ['a day at a wrap', 'They met, as everybody knows by now, on May\n29. The talks failed.\n'],
    [
      'a list within a wrapped item',
      '1. They want, and said so on Monday morning, bread and\nwine for all\n¶2. They want peace\n',
    ],
    [
      'a long line that ends with an abbreviation',
      `${'He said so, and '.repeat(8)}left for the U.S.\n¶The police said no.\n`,
    ],
    ['an ornament', 'and so it went on for years and years\n¶* * *\n¶and on\n'],
    ['a Markdown heading', '## what they want from us in the end\n¶bread and wine\n'],
    ['speakers', 'MODERATOR: We begin with the question of the\n¶GUEST: I see\n'],
    ['a word cut in two', 'The govern-\nment said so.\n'],
    ['a lower-case line', 'so it is\nand so it was\n'],
    ['a trade name that begins in lower case', 'He bought it\n¶iPhone sales rose\n'],
    ['leading blank lines', '\n\n¶Text.\n'],
    ['nothing', ''],
    ['Chinese, one paragraph a line', '三家平台接受审查。\n¶外交部发言人汪文斌说。\n'],
    [
      'Chinese, hard-wrapped',
      '中国网络安全审查办公室周一表示，正在对招聘平台老板直聘以及两家货运平台运满\n满和货车帮进行审查，并表示将很快公布更多细节，以便公众能够了解有关情况并作出\n判断。\n',
    ],
    [
      'Arabic, hard-wrapped',
      'قال مكتب مراجعة الأمن السيبراني الصيني يوم الاثنين إنه يجري مراجعات\nلثلاث منصات أخرى على الإنترنت في البلاد.\n',
    ],
    ['a byte order mark', '\ufeffText.\n¶More.\n'],
  ])('%s', (_, marked) => check(marked));

  test('a segment stops growing', () => {
    const line = 'a line of prose that never comes to an end and goes on and on and\n';
    const found = paragraphs(source(line.repeat(400)));
    expect(found.length).toBeGreaterThan(10);
    expect(Math.max(...found.map(({ text }) => text.length))).toBeLessThan(2_000 + 2 * line.length);
  });

  test('the line before `to` is the last one', () => {
    const lines = source('so it is\nand so it was\nand will be\n');
    expect(readParagraph(lines, 0, 2).text).toBe('so it is\nand so it was\n');
  });

  test('restart: from any boundary on the rest is the same, whatever stands before', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const lines = source(text);
        const all = paragraphs(lines);
        expect(all.map((segment) => segment.text).join('')).toBe(text);
        expect(all.flatMap(faults)).toEqual([]);
        let line = 0;
        all.forEach((segment, i) => {
          expect(paragraphs(lines, line)).toEqual(all.slice(i));
          line += segment.lineStarts.length;
        });
      }),
      { numRuns: 300 },
    );
  });

  test('a boundary depends on the segment and the first line behind it only', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const all = splitLines(text);
        const lines = source(text);
        for (let from = 0; from < all.length; ) {
          let last = -1;
          const watched: LineSource = {
            count: lines.count,
            line: (i) => {
              if (i < from) throw new Error('looked back');
              last = Math.max(last, i);
              return lines.line(i);
            },
          };
          const segment = readParagraph(watched, from, lines.count);
          from += segment.lineStarts.length;
          expect(last).toBeLessThanOrEqual(from);
        }
      }),
    );
  });
});

describe('blocks', () => {
  test('one for a paragraph, blanks off', () => {
    expect(readParagraph(source('\t Some text.  \n \n'), 0, 3).blocks).toEqual([
      { start: 2, text: 'Some text.', field: undefined },
    ]);
    expect(readParagraph(source(WRAPPED), 0, 6).blocks).toEqual([{ start: 0, text: WRAPPED.trim(), field: undefined }]);
  });

  test('none for blank lines', () => expect(readParagraph(source('\n \n'), 0, 3).blocks).toEqual([]));

  const lengths = (text: string) => readParagraph(source(text), 0, 1).blocks.map((block) => block.text.length);

  test('cut at sentence ends beyond 2,000 characters', () => {
    const sentence = 'Some words make a sentence here. ';
    const { blocks } = readParagraph(source(sentence.repeat(200)), 0, 1);
    expect(blocks.length).toBe(4);
    for (const block of blocks) expect(block.text).toMatch(/^Some.*here\.$/s);
    expect(blocks.slice(0, -1).every(({ text }) => text.length > 1_990 && text.length < 2_100)).toBe(true);
  });

  test('cut at the sentence end before, where the next one is far', () => {
    expect(lengths(`${'A word. '.repeat(200)}${'Word '.repeat(600)}`)[0]).toBe(1_599);
  });

  test('cut at a blank where there is no sentence end', () => {
    const found = lengths('word '.repeat(2_000));
    expect(found.slice(0, 2)).toEqual([3_004, 3_004]);
  });

  test('cut anywhere where there is no blank, but inside no character', () => {
    expect(lengths('x'.repeat(9_000))).toEqual([4_000, 4_000, 1_000]);
    expect(lengths(`x${'😀'.repeat(4_500)}`)).toEqual([3_999, 4_000, 1_002]);
  });
});
