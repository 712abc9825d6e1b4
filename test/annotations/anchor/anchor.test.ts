import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorAll } from '../../../server/src/annotations/anchor/anchor.ts';
import type { Selector } from '../../../server/src/annotations/anchor/types.ts';
import { pointsToUnits, unitsToPoints } from '../../../server/src/text/codepoints.ts';
import { cutsPair, hardText, longRunOf } from '../../support/unicode.ts';

/** The passages between « and » of a text, as one annotation of it with so much context. */
function marked(source: string, context = 32): { base: string; selector: Selector } {
  const pieces = source.split(/[«»]/);
  const base = pieces.join('');
  const quote = pieces.filter((_, index) => index % 2 === 1);
  const start = pieces[0]?.length ?? 0;
  const end = base.length - (pieces.at(-1)?.length ?? 0);
  const normal = (text: string) => text.replace(/\r\n?/g, '\n');
  return {
    base,
    selector: {
      quote: quote.map(normal),
      at: unitsToPoints(base, start),
      before: normal(base.slice(Math.max(0, start - context), start)),
      after: normal(base.slice(end, end + context)),
    },
  };
}

/** State and text with the spans in « ». */
function show(text: string, selector: Selector, base?: string): string {
  const [found] = anchorAll([selector], { text, base });
  let out = '';
  let at = 0;
  for (const { start, end } of found?.spans ?? []) {
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return at === 0 ? `${found?.state}` : `${found?.state} ${out}${text.slice(at)}`;
}

/** An annotated text, and what it became with the places marked where the annotation belongs: with and without the base. */
function check(before: string, expected: string, withBase = expected): void {
  const { base, selector } = marked(before);
  const textOf = (shown: string) => shown.slice(shown.indexOf(' ') + 1).replace(/[«»]/g, '');
  expect(show(textOf(expected), selector)).toBe(expected);
  expect(show(textOf(withBase), selector, base)).toBe(withBase);
}

const LEAD = 'The ministry spoke first. ';
const FINED = 'The office fined «Kanzhun» a large sum on Monday, a spokesman said.';
const PLAIN = FINED.replace(/[«»]/g, '');

describe('where an annotation stands', () => {
  test.each<[string, string, string]>([
    ['nothing changed', FINED, `exact ${FINED}`],
    ['text in front of it', FINED, `moved ${LEAD}${FINED}`],
    ['a word of the context changed', FINED, `exact ${FINED.replace('large', 'very large')}`],
    ['a slip in the context on both sides', FINED, `moved ${FINED.replace('office', 'offfice').replace('sum', 'smu')}`],
    [
      'a sentence was moved behind another',
      `${FINED} Nobody in the city expected that it would come so soon.`,
      `moved Nobody in the city expected that it would come so soon. ${FINED}`,
    ],
    ['the same name stands in front of it now', FINED, `moved Kanzhun is the owner of a platform for jobs. ${FINED}`],
    [
      'lines broken anew, and blanks',
      FINED,
      `exact ${FINED.replace('a large sum', 'a large\nsum').replace('on Monday', 'on   Monday')}`,
    ],
    ['the name itself broken in two', 'It fined «Boss Zhipin» on Monday', 'fuzzy It fined «Boss\r\nZhipin» on Monday'],
    ['other quotation marks', 'He said: “we fined «Li’s shop» then”', `fuzzy He said: "we fined «Li's shop» then"`],
    ['a misspelt name set right', FINED.replace('Kanzhun', 'Kanzuhn'), `fuzzy ${FINED}`],
    ['a sentence that is said twice', `${LEAD}${FINED} The end came.`, `exact ${LEAD}${FINED} ${PLAIN} The end came.`],
    [
      'CJK',
      '该办公室周一对«看准科技有限公司»处以巨额罚款,发言人说。',
      'moved 今日新闻。该办公室周一对«看准科技有限公司»处以巨额罚款,发言人说。',
    ],
  ])('%s', (_, before, expected) => check(before, expected));

  test.each<[string, string, string]>([
    ['the name is gone', FINED, 'orphaned The office fined nobody at all. What a day it was in the city.'],
    [
      'its sentence went, and the name comes up in another',
      `${FINED} Nothing else happened in the city that day.`,
      'orphaned Nothing else happened in the city that day. Shares of Kanzhun fell.',
    ],
    [
      'a name like it stands elsewhere',
      `${FINED} Nothing else happened in the city that day.`,
      'orphaned Nothing else happened in the city that day. Shares of Kanzhou fell.',
    ],
    ['another text', FINED, 'orphaned Lorem ipsum dolor sit amet, Kanzhun consectetur adipiscing elit.'],
    ['an empty text', FINED, 'orphaned '],
  ])('nowhere: %s', (_, before, expected) => {
    const { base, selector } = marked(before);
    const text = expected.slice('orphaned '.length);
    expect(show(text, selector)).toBe('orphaned');
    expect(show(text, selector, base)).toBe('orphaned');
  });

  test('a sentence that changed a good deal', () => {
    const before = 'First. «The committee will meet in Geneva on Tuesday to talk about the new rules for trade.» Last.';
    const after =
      'fuzzy First. «The big committee will meet in Genevva on Friday to talk about new rules for the trade.» Last.';
    check(before, after);
  });

  test('with a base text the words of another sentence are not taken for these', () => {
    const one = 'The court in Houston said Tuesday that «Yukos» owes a large sum.';
    const two = 'The court in Houston said Monday that Yukos has no case.';
    const { base, selector } = marked(`${one} In between there was some other news of the day. ${two}`);
    expect(show(`In between there was some other news of the day. ${two}`, selector, base)).toBe('orphaned');
  });

  test('several places, and nothing tells which is meant', () => {
    const { selector } = marked('«Li» said.', 6);
    expect(anchorAll([selector], { text: 'So. Li said. But then: Li said.' })[0]?.state).toBe('ambiguous');
  });

  test('parts stand in their order', () => {
    check('They saw «New» and old «York» in the spring.', 'moved Once they saw «New» and old «York» in the spring.');
  });

  test.each<[string, Partial<Selector>, string, string]>([
    ['no context, one place', {}, 'say Li', 'moved say «Li»'],
    ['no context, at its position', { at: 8 }, 'say Li, Li', 'exact say Li, «Li»'],
    ['no context, two places', {}, 'Li Li', 'ambiguous'],
    ['an empty quote', { quote: [''] }, 'Li', 'orphaned'],
    ['no quote at all', { quote: [] }, 'Li', 'orphaned'],
    ['a position behind the end', { at: 999 }, 'say Li', 'moved say «Li»'],
  ])('%s', (_, selector, text, expected) => {
    const shown = show(text, { quote: ['Li'], at: undefined, before: '', after: '', ...selector });
    expect(shown === expected || shown.startsWith(`${expected} `)).toBe(true);
  });

  test('code points, code units, line ends and marks in one file', () => {
    const lines = [
      '\ufeffFlag 🇩🇪 and family 👨‍👩‍👧‍👦 stand here first.',
      'A café with a combining mark, cafe\u0301, is the second.',
      'The rare sign 𠀋 and the rarer 𪜀 are the third.',
      'The last line has «Kanzhun» in it, and an end.',
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      const { base, selector } = marked(lines.join(end));
      const start = base.indexOf('Kanzhun');
      expect(pointsToUnits(base, selector.at ?? 0)).toBe(start);
      for (const other of ['\n', '\r\n', '\r']) {
        const text = lines.join(other).replace(/[«»]/g, '');
        for (const known of [undefined, base]) {
          const [found] = anchorAll([selector], { text, base: known });
          expect(found).toMatchObject({ state: 'exact', spans: [{ start: text.indexOf('Kanzhun') }] });
        }
      }
    }
  });
});

describe('whatever comes', () => {
  const words = 'storm harbour minister Tuesday ship captain port cargo strike union north island ferry crew'.split(
    ' ',
  );
  /** Words that all differ, so that the identity of a word can be told by its looks. */
  const text = fc
    .tuple(fc.integer({ min: 30, max: 120 }), fc.integer({ min: 1, max: 1000 }))
    .map(([count, salt]) =>
      Array.from({ length: count }, (_, index) => `${words[(index * salt) % words.length]}${index}`),
    );
  const change = fc.tuple(fc.nat(), fc.constantFrom('drop', 'add', 'change'));

  test('with the base text, what was not touched is where its characters are', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.array(change, { maxLength: 8 }), (all, chosen, changes) => {
        const at = chosen % all.length;
        const quote = all[at] ?? '';
        const base = all.join(' ');
        const now: string[] = [...all];
        for (const [where, kind] of changes) {
          const index = where % now.length;
          // The quote and its next neighbours stay: without them nobody could tell.
          if (Math.abs(index - now.indexOf(quote)) <= 3) continue;
          if (kind === 'drop') now.splice(index, 1);
          else now.splice(index, kind === 'add' ? 0 : 1, `new${where}`);
        }
        const start = now.slice(0, now.indexOf(quote)).join(' ').length + (now.indexOf(quote) === 0 ? 0 : 1);
        const before = all.slice(0, at).join(' ').length + (at === 0 ? 0 : 1);
        const selector = { quote: [quote], at: before, before: '', after: '' };
        const [found] = anchorAll([selector], { text: now.join(' '), base });
        expect(found?.spans).toEqual([{ start, end: start + quote.length }]);
      }),
    );
  });

  test('it never throws, and no place cuts a character or lies outside', () => {
    const selector = fc.record({
      quote: fc.array(hardText, { maxLength: 3 }),
      at: fc.option(fc.nat(200), { nil: undefined }),
      before: hardText,
      after: hardText,
    });
    fc.assert(
      fc.property(
        fc.array(selector, { maxLength: 4 }),
        hardText,
        fc.option(hardText, { nil: undefined }),
        (all, now, base) => {
          const found = anchorAll(all, { text: now, base });
          expect(found.map(({ annotation }) => annotation)).toEqual(all);
          for (const { spans, state, score } of found) {
            expect(score >= 0 && score <= 1).toBe(true);
            if (state === 'orphaned') expect(spans).toEqual([]);
            for (const { start, end } of spans) {
              expect(start >= 0 && end <= now.length && start <= end).toBe(true);
              expect(cutsPair(now, start) || cutsPair(now, end)).toBe(false);
            }
          }
        },
      ),
    );
  });

  test.each(['a', 'ab ', 'Li said. ', '😀', '\r', '\n\n', ' ', '“', 'aaaaaaaaaaaaaaaaaaaaaaaab'])(
    'a long run of %j',
    (piece) => {
      const now = longRunOf(piece);
      const quote = now.slice(0, 60);
      const selectors = [quote, `${quote}x`, now.slice(0, 20_000), piece, `x${now.slice(0, 5000)}`].map((words) => ({
        quote: [words],
        at: 77,
        before: now.slice(0, 40),
        after: now.slice(0, 50_000),
      }));
      for (const base of [undefined, now, `x${now}`]) expect(anchorAll(selectors, { text: now, base })).toHaveLength(5);
    },
  );
});
