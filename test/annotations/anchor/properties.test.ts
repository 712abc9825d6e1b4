import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorAll } from '../../../server/src/annotations/anchor/anchor.ts';
import type { Selector } from '../../../server/src/annotations/anchor/types.ts';
import { describe } from '../../../server/src/annotations/describe.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { cutsPair } from '../../support/unicode.ts';

/** Pieces of every kind: also halves of characters, what belongs together, and every line end. */
const piece = fc.constantFrom(
  ...[
    'storm ',
    'harbour ',
    'Kanzhun ',
    'Li. ',
    'a',
    'a',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\u3000',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
  ],
  ...[
    '“',
    '”',
    '"',
    '’',
    "'",
    'é',
    'e\u0301',
    '漢',
    '字',
    '。',
    '𠀋',
    '𪜀',
    '😀',
    '👨‍👩‍👧‍👦',
    '🇩🇪',
    '👍🏽',
    '\u200d',
    '\ufeff',
  ],
  ...['\ud83d', '\udc4d', '\ud800', '\u202e', '\0', '\u2028'],
);
const anyText = fc
  .tuple(fc.boolean(), fc.array(piece, { minLength: 1, maxLength: 60 }))
  .map(([mark, pieces]) => (mark ? '\ufeff' : '') + pieces.join(''));

/** Passages of a text that cut neither a character nor a CRLF, by their offsets. */
function passages(text: string, picks: readonly (readonly [number, number])[]): Span[] {
  const edges: number[] = [];
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at <= text.length; at++)
    if (!cutsPair(text, at) && !(text[at - 1] === '\r' && text[at] === '\n')) edges.push(at);
  return picks.flatMap(([a, b]) => {
    const [i, j] = [a % edges.length, b % edges.length];
    const span = { start: edges[Math.min(i, j)] ?? 0, end: edges[Math.max(i, j)] ?? 0 };
    return span.start < span.end ? [span] : [];
  });
}
const picks = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });

test('in the text itself everything is exact, with the base and without', () => {
  fc.assert(
    fc.property(anyText, picks, (text, chosen) => {
      const spans = passages(text, chosen);
      const selectors = spans.map((span) => describe(text, [span]));
      for (const base of [undefined, text])
        expect(anchorAll(selectors, { text, base }).map(({ state, spans: found }) => [state, found])).toEqual(
          spans.map((span) => ['exact', [span]]),
        );
    }),
    { numRuns: 500 },
  );
});

test('whatever it is given it answers for each, in range, in order and between characters', () => {
  const selector: fc.Arbitrary<Selector> = fc.record({
    quote: fc.array(anyText, { maxLength: 3 }),
    at: fc.option(fc.nat(100), { nil: undefined }),
    before: anyText,
    after: anyText,
  });
  fc.assert(
    fc.property(
      fc.array(selector, { maxLength: 4 }),
      anyText,
      fc.option(anyText, { nil: undefined }),
      (all, text, base) => {
        const parts = text.slice(0, 3);
        const found = anchorAll([...all, { quote: [parts, parts], at: 0, before: '', after: '' }], { text, base });
        expect(found).toHaveLength(all.length + 1);
        for (const { spans, candidates, state } of found) {
          if (state === 'orphaned') expect(spans).toEqual([]);
          for (const places of [spans, ...candidates.map((candidate) => candidate.spans)])
            for (const [part, { start, end }] of places.entries()) {
              expect(start >= (places[part - 1]?.end ?? 0) && start <= end && end <= text.length).toBe(true);
              expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false);
            }
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('with the base a passage is where its signs are, whatever came or went elsewhere', () => {
  // Sentences that all differ, so that what comes and goes is never a copy of what is looked for.
  const sentence = (index: number, salt: number) =>
    `In ${1900 + index} the harbour of town ${index * 7 + salt} had ${index + 3} ships and 𠀋${index} masters.`;
  const change = fc.tuple(fc.nat(11), fc.boolean());
  fc.assert(
    fc.property(fc.nat(11), fc.nat(99), fc.array(change, { maxLength: 8 }), (chosen, salt, changes) => {
      const all = Array.from({ length: 12 }, (_, index) => sentence(index, salt));
      const kept = new Set([chosen - 1, chosen, chosen + 1]);
      const now: string[] = [];
      for (const [index, each] of all.entries()) {
        const [, goes] = changes.find(([at]) => at === index) ?? [];
        if (goes === false) now.push(`Here came sentence ${index} of another hand, and it says nothing.`);
        if (goes !== true || kept.has(index)) now.push(each);
      }
      const base = all.join('\r\n');
      const text = now.join('\n');
      const quote = `harbour of town ${chosen * 7 + salt}`;
      const at = base.indexOf(quote);
      const [found] = anchorAll([describe(base, [{ start: at, end: at + quote.length }])], { text, base });
      const start = text.indexOf(quote);
      expect(found?.spans).toEqual([{ start, end: start + quote.length }]);
      expect(['exact', 'moved']).toContain(found?.state);
    }),
  );
});

const PORT = 'The port of Tema was closed for three days after Kanzhun had lost a ship in the storm.';
const SHIP = 'A ship from Lagos waited outside with grain and machines.';
const MAYOR = 'Nobody could say on Friday when the mayor would open it again.';

test.each<[string, string, string, string, string]>([
  [
    'a paragraph moved',
    `${PORT} ${SHIP}\n\n${MAYOR}`,
    'Kanzhun',
    `${MAYOR}\n\n${PORT} ${SHIP}`,
    'moved: after «Kanzhun» had lost',
  ],
  [
    'broken anew at 72 columns',
    `${SHIP} ${PORT}`,
    'Kanzhun had lost',
    wrap(`${SHIP} ${PORT}`, 72),
    'exact: after «Kanzhun had lost» a',
  ],
  ['blanks and tabs', `${SHIP} ${PORT}`, 'Kanzhun', `${SHIP}\u00a0\t${PORT}`, 'moved: after «Kanzhun» had lost'],
  ['curly marks', `He said "${PORT}"`, 'Kanzhun', `He said “${PORT}”`, 'exact: after «Kanzhun» had lost'],
  [
    'a bad scan',
    `${SHIP} ${PORT} ${MAYOR}`,
    'Kanzhun',
    `${SHIP} ${PORT} ${MAYOR}`.replace(/m/g, 'rn').replace(/l/g, '1').replace(/o/g, '0'),
    'moved: after «Kanzhun» had 10st',
  ],
  [
    'renamed throughout',
    `${PORT} ${SHIP}`,
    'Kanzhun',
    `${PORT} ${SHIP}`.replaceAll('Kanzhun', 'Boss Zhipin'),
    'orphaned',
  ],
  [
    'its sentence went, and a namesake stands elsewhere',
    `${PORT} ${SHIP} ${MAYOR}`,
    'Kanzhun',
    `${SHIP} ${MAYOR} Shares of Kanzhun fell on the news.`,
    'orphaned',
  ],
  [
    'its sentence is said again at the end',
    `${PORT} ${SHIP} ${MAYOR}`,
    'Kanzhun',
    `${PORT} ${SHIP} ${MAYOR} ${PORT}`,
    'exact: after «Kanzhun» had lost',
  ],
])('%s', (_, base, quote, text, expected) => {
  const at = base.indexOf(quote);
  const selector = describe(base, [{ start: at, end: at + quote.length }]);
  for (const known of [undefined, base, base.replace(/\n/g, '\r\n')]) {
    const [found] = anchorAll([selector], { text, base: known });
    const [span] = found?.spans ?? [];
    const shown = span
      ? `${found?.state}: after «${text.slice(span.start, span.end)}»${text.slice(span.end)}`.replace(/\s/g, ' ')
      : `${found?.state}`;
    expect(shown.startsWith(expected)).toBe(true);
    if (span) expect(text.slice(0, span.start).replace(/\s/g, ' ').endsWith('after ')).toBe(true);
  }
});

function wrap(text: string, width: number): string {
  let column = 0;
  return text
    .split(' ')
    .map((word) => {
      const breaks = column > 0 && column + 1 + word.length > width;
      const lead = column === 0 ? '' : breaks ? '\n' : ' ';
      column = breaks ? word.length : column + lead.length + word.length;
      return lead + word;
    })
    .join('');
}
