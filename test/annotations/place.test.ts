import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Description, describe } from '../../server/src/annotations/describe.ts';
import { newId } from '../../server/src/annotations/id.ts';
import { placeAll } from '../../server/src/annotations/place.ts';
import { annotation, makeAnnotated } from '../support/annotated.ts';

/** Places one annotation: the state, and the text with the spans in « ». */
function place(text: string, where: Partial<Description>): string {
  const [placed] = placeAll({ text: undefined, annotations: [annotation(where)] }, text);
  let marked = '';
  let at = 0;
  for (const { start, end } of placed?.spans ?? []) {
    marked += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return at === 0 ? `${placed?.state}` : `${placed?.state} ${marked}${text.slice(at)}`;
}

test.each<[string, string, Partial<Description>, string]>([
  ['at its position', 'say Li, Li', { quote: ['Li'], at: 8 }, 'exact say Li, «Li»'],
  [
    'the whole context, not a part of it at the position',
    '😀😀😀aa',
    { quote: ['😀'], at: 1, before: '😀', after: 'aa' },
    'moved 😀😀«😀»aa',
  ],
  ['code points count', '😀\r\nLi', { quote: ['Li'], at: 2 }, 'exact 😀\r\n«Li»'],
  ['a byte order mark counts none', '\ufeffLi', { quote: ['Li'], at: 0 }, 'exact \ufeff«Li»'],
  ['no position, one place', 'say Li', { quote: ['Li'] }, 'moved say «Li»'],
  ['no position, two places', 'Li Li', { quote: ['Li'] }, 'ambiguous'],
  ['the context tells', 'one Li two Li three', { quote: ['Li'], at: 0, before: 'two ' }, 'moved one Li two «Li» three'],
  ['context on both sides', 'a Li b Li c', { quote: ['Li'], at: 0, before: 'a ', after: ' b' }, 'moved a «Li» b Li c'],
  ['a context that stands twice', 'a Li b a Li b', { quote: ['Li'], at: 3, before: 'a ', after: ' b' }, 'ambiguous'],
  [
    'another namesake stands at the position',
    'and Li came with Li and Bo',
    { quote: ['Li'], at: 4, before: 'with ', after: ' and Bo' },
    'moved and Li came with «Li» and Bo',
  ],
  [
    '… unless all of the context stands at the position',
    'a Li b a Li b',
    { quote: ['Li'], at: 9, before: 'a ', after: ' b' },
    'exact a Li b a «Li» b',
  ],
  [
    'a position is not enough where nothing of the context stands there',
    'x Li y',
    { quote: ['Li'], at: 2, before: 'foo ', after: ' bar' },
    'orphaned',
  ],
  ['the quote is gone', 'nobody', { quote: ['Li'], at: 2, before: 'foo ' }, 'orphaned'],
  [
    'LF in the sidecar, CRLF in the text',
    'a\r\nb c\r\nd',
    { quote: ['b c\nd'], at: 2, before: 'a\n' },
    'exact a\r\n«b c\r\nd»',
  ],
  [
    'CRLF in the sidecar, LF in the text',
    'x a\nb c\nd',
    { quote: ['b c\r\nd'], at: 1, before: 'a\r\n' },
    'moved x a\n«b c\nd»',
  ],
  ['lone CR in the text', 'x a\rb c\rd', { quote: ['b c\nd'], at: 1 }, 'moved x a\r«b c\rd»'],
  ['parts', 'New and Old York or York', { quote: ['New', 'York'], at: 0 }, 'exact «New» and Old «York» or York'],
  [
    'the context behind tells the last part',
    'New Old York or York.',
    { quote: ['New', 'York'], at: 0, after: '.' },
    'exact «New» Old York or «York».',
  ],
  ['parts in another order', 'York New', { quote: ['New', 'York'], at: 5 }, 'orphaned'],
  ['position behind the end', 'Li', { quote: ['Li'], at: 99 }, 'moved «Li»'],
  ['an empty quote', 'Li', { quote: [''], at: 0 }, 'orphaned'],
  [
    'a word next to it was changed',
    'Yesterday Li said that he would come',
    { quote: ['Li'], at: 6, before: 'Today ', after: ' said that he' },
    'moved Yesterday «Li» said that he would come',
  ],
  [
    '… but not where that stands twice',
    'A Li said that he; B Li said that he',
    { quote: ['Li'], at: 6, before: 'Today ', after: ' said that he' },
    'ambiguous',
  ],
  [
    'a deleted name does not jump to a namesake',
    'The other Li left.',
    { quote: ['Li'], at: 3, before: 'Mr ', after: ' said that he would come' },
    'orphaned',
  ],
])('%s', (_, text, where, expected) => expect(place(text, where)).toBe(expected));

test('repeated passages follow their neighbours', () => {
  const row = 'name: Li Wei, office: Beijing, since 2001, paid\n'.repeat(8);
  const text = `start\n${row}end`;
  const spans = [0, text.indexOf('Li', 200), text.length - 3].map((start) => ({ start, end: start + 2 }));
  const annotations = spans.map((span) => annotation(describe(text, [span])));
  const later = `Title: something new\n${text}`;
  const placed = placeAll({ text: undefined, annotations }, later);
  expect(placed.map(({ state, spans: [span] }) => [state, span?.start])).toEqual(
    spans.map(({ start }) => ['moved', start + 21]),
  );
});

test('a description: quote, position, context to word edges', () => {
  const text = 'Source: X\n\nThe platform is under review. Kanzhun, the owner of Boss Zhipin, fell. Kanzhun rose.';
  const start = text.indexOf('Kanzhun');
  expect(describe(text, [{ start, end: start + 7 }])).toEqual({
    quote: ['Kanzhun'],
    at: start,
    before: 'under review. ',
    after: ', the owner of',
  });
});

test('context grows until the quote is told apart, and no further than it may', () => {
  const row = 'the minister met Li in the capital of the country and ';
  const text = `once ${row}then ${row}${row}${row}stop`;
  const last = text.lastIndexOf('Li');
  const first = describe(text, [{ start: text.indexOf('Li'), end: text.indexOf('Li') + 2 }]);
  expect(first.before).toBe('once the minister met ');
  expect(describe(text, [{ start: last, end: last + 2 }]).after).toBe(' in the capital of the country and stop');
  const same = 'x'.repeat(500);
  const { before, after } = describe(same, [{ start: 250, end: 255 }]);
  expect([before.length, after.length].every((length) => length >= 12 && length <= 64)).toBe(true);
});

const letters = fc.constantFrom(
  'a',
  'b',
  'ab ',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '.',
  'é',
  '漢',
  '😀',
  '👩‍👩‍👧',
  '\ud83d',
  '\u0301',
  '\u202e',
  '"',
  '\\',
  '\t',
);
const anyText = fc
  .oneof(fc.string({ unit: letters, minLength: 1, maxLength: 200 }), fc.string({ unit: 'binary', minLength: 1 }))
  .map((text) => (text.length % 5 === 0 ? `\ufeff${text}` : text));

/** Whether no character is cut in half. */
function whole(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** A text and a passage of whole characters in it. */
const passage = fc
  .tuple(anyText, fc.nat(), fc.nat())
  .map(([text, a, b]) => {
    const edges: number[] = [];
    for (let at = text.startsWith('\ufeff') ? 1 : 0; at <= text.length; at++) {
      const inCrlf = text[at - 1] === '\r' && text[at] === '\n';
      const inPair = /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
      if (!inCrlf && !inPair) edges.push(at);
    }
    const [i, j] = [a % edges.length, b % edges.length];
    return { text, start: edges[Math.min(i, j)] ?? 0, end: edges[Math.max(i, j)] ?? 0 };
  })
  .filter(({ start, end }) => start < end);

test('what was described is found again, exactly', () => {
  fc.assert(
    fc.property(passage, ({ text, start, end }) => {
      const where = describe(text, [{ start, end }]);
      const [placed] = placeAll({ text: undefined, annotations: [annotation(where)] }, text);
      expect(placed).toMatchObject({ state: 'exact', spans: [{ start, end }] });
      expect(whole(where.before) || !whole(text)).toBe(true);
      expect(whole(where.after) || !whole(text)).toBe(true);
      expect(`${where.before}${where.after}`).not.toContain('\r');
    }),
    { numRuns: 2000 },
  );
});

test('… also with other line ends', () => {
  fc.assert(
    fc.property(passage, ({ text, start, end }) => {
      const where = describe(text, [{ start, end }]);
      const [placed] = placeAll(
        { text: undefined, annotations: [annotation(where)] },
        text.replace(/\r\n?|\n/g, '\r\n'),
      );
      expect(placed?.state).toBe('exact');
    }),
  );
});

test('… and after text was put in front: there or, where a few signs are all that tells it from another, nowhere', () => {
  const front = fc.string({ unit: fc.constantFrom('X', 'Y\n', '😀') });
  fc.assert(
    fc.property(passage, front, ({ text, start, end }, front) => {
      fc.pre(whole(text) && !text.startsWith('\ufeff') && !text.startsWith('\n'));
      const where = describe(text, [{ start, end }]);
      // Blanks in front make one run with those that a passage begins with.
      fc.pre(text.slice(start, end).trim() === text.slice(start, end));
      // What was put in front may hold the same passage again, in other blanks.
      const [normal = '', context = ''] = [front + text, where.before + where.quote.join('') + where.after].map((one) =>
        one.replace(/\s+/g, ' '),
      );
      fc.pre(normal.indexOf(context) === normal.lastIndexOf(context));
      const [placed] = placeAll({ text: undefined, annotations: [annotation(where)] }, front + text);
      expect([[], [{ start: start + front.length, end: end + front.length }]]).toContainEqual(placed?.spans);
    }),
    { numRuns: 1000 },
  );
  // In prose always there.
  const words = fc.constantFrom(
    ...'the old minister of Beijing said on Monday that nobody would report prices again'.split(' '),
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 30, maxLength: 60 }), fc.nat(), front, (list, at, front) => {
      const text = `${list.slice(0, 20).join(' ')} Kanzhun ${list.slice(20).join(' ')}. The Kanzhun of ${list[at % list.length]}.`;
      const start = text.indexOf('Kanzhun');
      const where = describe(text, [{ start, end: start + 7 }]);
      const [placed] = placeAll({ text: undefined, annotations: [annotation(where)] }, front + text);
      expect(placed?.spans).toEqual([{ start: start + front.length, end: start + front.length + 7 }]);
    }),
    { numRuns: 300 },
  );
});

test('never throws, and spans are in the text', () => {
  const where = fc.record({
    quote: fc.array(fc.string({ unit: letters, maxLength: 3 }), { maxLength: 3 }),
    at: fc.option(fc.nat(300), { nil: undefined }),
    before: fc.string({ unit: letters, maxLength: 4 }),
    after: fc.string({ unit: letters, maxLength: 4 }),
  });
  fc.assert(
    fc.property(anyText, fc.array(where, { maxLength: 12 }), (text, places) => {
      for (const { annotation: a, state, spans } of placeAll(
        { text: undefined, annotations: places.map((p) => annotation(p as Description)) },
        text,
      )) {
        expect(spans).toHaveLength(state === 'orphaned' || state === 'ambiguous' ? 0 : a.quote.length);
        for (const [i, { start, end }] of state === 'fuzzy' ? [] : spans.entries())
          expect(text.slice(start, end).replace(/\r\n?/g, '\n')).toBe(a.quote[i]?.replace(/\r\n?/g, '\n'));
      }
    }),
  );
});

test.each([
  ['exact', (text: string) => text],
  ['moved', (text: string) => `New title\n${text}`],
  ['orphaned', () => 'x '.repeat(200_000)],
])('a thousand annotations of one name: %s', (state, change) => {
  const { text, annotations } = makeAnnotated();
  const placed = placeAll({ text: undefined, annotations }, change(text));
  expect(placed.filter((item) => item.state === state).length).toBeGreaterThan(annotations.length * 0.99);
});

test('ids: eight signs, a letter first, none that looks like another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 16 }), (bytes) => {
      expect(newId(bytes)).toMatch(/^[a-hjkmnp-z][2-9a-hjkmnp-z]{7}$/);
    }),
  );
});
