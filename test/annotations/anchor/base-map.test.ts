import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, compare } from '../../../server/src/annotations/anchor/align.ts';
import { BaseMap } from '../../../server/src/annotations/anchor/base-map.ts';
import { FoldedText } from '../../../server/src/annotations/anchor/folded.ts';
import { wordsOf } from '../../../server/src/annotations/anchor/words.ts';
import { hardText, longRunOf } from '../../support/unicode.ts';

const PORT = 'The port of Tema was closed for three days after the storm.';
const SHIP = 'A ship from Lagos waited outside with grain and machines.';
const MAYOR = 'Nobody could say on Friday when the mayor would open it again.';

/** What the passage between « and » of a base became; signs of it that are gone are missing. */
function becomes(marked: string, now: string): string | undefined {
  const [front = '', passage = '', behind = ''] = marked.split(/[«»]/);
  const text = new FoldedText(now);
  const base = new FoldedText(front + passage + behind);
  const start = base.fromOriginal(front.length);
  const span = new BaseMap(base, text).spanOf({ start, end: base.fromOriginal(front.length + passage.length) });
  return span && text.text.slice(span.start, span.end);
}

test.each<[string, string, string, string | undefined]>([
  ['nothing changed', `${PORT}\n«${SHIP}»\n${MAYOR}`, `${PORT}\n${SHIP}\n${MAYOR}`, SHIP],
  ['a line came in front', `«${SHIP}»\n${MAYOR}`, `${PORT}\n${SHIP}\n${MAYOR}`, SHIP],
  ['a line went', `${PORT}\n«${SHIP}»\n${MAYOR}`, `${PORT}\n${MAYOR}`, undefined],
  ['a line moved', `«${SHIP}»\n${PORT}\n${MAYOR}`, `${PORT}\n${MAYOR}\n${SHIP}`, SHIP],
  ['a sentence moved within its line', `«${SHIP}» ${PORT} ${MAYOR}`, `${PORT} ${MAYOR} ${SHIP}`, SHIP],
  [
    'a paragraph moved, and a word of it changed',
    `«${PORT} ${SHIP}»\n\n${MAYOR} ${MAYOR.toUpperCase()}\n\nEnd.`,
    `${MAYOR} ${MAYOR.toUpperCase()}\n\n${PORT} ${SHIP.replace('grain', 'timber')}\n\nEnd.`,
    `${PORT} ${SHIP.replace('grain', 'timber')}`,
  ],
  ['lines broken anew', `${PORT}\n«${SHIP}»`, `${PORT} ${SHIP.replace(' outside', '\noutside')}`, SHIP],
  ['other line ends', `${PORT}\r\n«${SHIP}»\r\n`, `${PORT}\r${SHIP}\r`, SHIP],
  ['a slip in a word', 'The ship of «Kanzhun» came.', 'The ship of Kanzhnun came.', 'Kanzhnun'],
  ['another word in its place', 'The ship of «Kanzhun» came.', 'The ship of Boss came.', undefined],
  ['a sentence that is said twice', `«${SHIP}» ${MAYOR}`, `${SHIP} ${SHIP} ${MAYOR}`, SHIP],
  ['signs without blanks', '今天«看准科技»被罚款。', '今天上午看准科技有限公司被罚款。', '看准科技'],
])('%s', (_, marked, now, expected) => expect(becomes(marked, now)).toBe(expected));

test('of a sentence that was written anew nothing is kept by chance', () => {
  const now = 'In the end it was a day like all others, and the rain fell on the roofs of Kanzhun.';
  expect(becomes(`${PORT} «${SHIP}» ${MAYOR}`, `${PORT} ${now} ${MAYOR}`)).toBeUndefined();
});

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'ship ', 'port ', ' ', '\n', '.', '😀', '漢'), {
  maxLength: 120,
});

test('what is kept is equal, once on each side, and the words make up the text', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const table = new Map<string, number>();
      const [a, b] = [wordsOf(before.join(''), table), wordsOf(after.join(''), table)];
      expect([...a.ids].map((id) => [...table.keys()][id]).join('')).toBe(before.join(''));
      const ofA = new Set<number>();
      const ofB = new Set<number>();
      const keep = (from: number, to: number, count: number) => {
        for (let k = 0; k < count; k++) {
          expect(a.ids[from + k]).toBe(b.ids[to + k]);
          expect(ofA.has(from + k) || ofB.has(to + k)).toBe(false);
          ofA.add(from + k);
          ofB.add(to + k);
        }
      };
      const whole = { a0: 0, a1: a.ids.length, b0: 0, b1: b.ids.length };
      for (const box of align(a.ids, b.ids, whole, keep))
        compare(a.ids, b.ids, box, { inA: (at) => !ofA.has(at), inB: (at) => !ofB.has(at), keep });
      if (before.join('') === after.join('')) expect(ofA.size).toBe(a.ids.length);
    }),
  );
});

test('signs of the base and of the text belong together both ways', () => {
  fc.assert(
    fc.property(hardText, hardText, hardText, hardText, (one, two, three, four) => {
      const base = new FoldedText(one + two + three);
      const text = new FoldedText(three + one + four + two);
      const map = new BaseMap(base, text);
      for (let at = 0; at < base.text.length; at++) {
        const there = map.spanOf({ start: at, end: at + 1 });
        if (there === undefined) continue;
        expect(text.text[there.start]).toBe(base.text[at]);
        expect(map.originOf(there)).toEqual({ start: at, end: at + 1, kept: 1 });
      }
    }),
  );
});

test.each(['a', 'ab ', 'Li said. ', '😀', '\n', 'one two three four five six. '])('a long run of %j', (piece) => {
  const run = longRunOf(piece);
  const map = new BaseMap(new FoldedText(`x ${run}`), new FoldedText(`${run} y ${run.slice(0, 1000)}`));
  expect(map.spanOf({ start: 0, end: 1 })).toBeUndefined();
});
