import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import { hostileText } from '../seed/hostile.ts';
import { withCursor } from '../support/cursor.ts';
import { longRunOf } from '../support/unicode.ts';
import { openSeed } from '../support/world.ts';

/** What is selected step by step; the whole text at the end is left out. */
async function steps(marked: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { text, position } = withCursor(marked);
  const { snapshot } = await openSeed(text, files);
  const { lines } = snapshot;
  const found: string[] = [];
  for (let at: SelectionRange | undefined = selectionRanges(snapshot, [position])[0]; at; at = at.parent)
    found.push(text.slice(lines.offsetAt(at.range.start), lines.offsetAt(at.range.end)));
  expect(found.pop()).toBe(text);
  return found;
}

const PROSE =
  'Ships are moving through the canal again. The Ever Given was pulled free on Monday, six days after it had run aground.';

describe('Expand Selection', () => {
  test('word, name, sentence, paragraph', async () => {
    expect(await steps('It rained. It rained in New $0Zealand on Monday. It rained.\n\nText.')).toEqual([
      'Zealand',
      'New Zealand',
      'It rained in New Zealand on Monday.',
      'It rained. It rained in New Zealand on Monday. It rained.',
    ]);
  });

  test('a passage in quotation marks, without and with them; brackets within', async () => {
    expect(await steps('He said: “We saw (the old$0) ship.” It sank.\n\nText.')).toEqual([
      'old',
      'the old',
      '(the old)',
      'We saw (the old) ship.',
      '“We saw (the old) ship.”',
      'He said: “We saw (the old) ship.”',
      'He said: “We saw (the old) ship.” It sank.',
    ]);
  });

  test('an annotation, also one that reaches over two sentences', async () => {
    const sidecar =
      'annotations:\n  - {id: a1, type: event, quote: "It sank. It was found.", at: 0}\n  - {id: a2, type: product, quote: the old ship, at: 0}\n';
    expect(
      await steps('They saw the old $0ship. It sank. It was found. So what.\n\nText.', {
        'seeds/a.txt.annotations.yaml': sidecar,
      }),
    ).toEqual([
      'ship',
      'the old ship',
      'They saw the old ship.',
      'They saw the old ship. It sank. It was found. So what.',
    ]);
    expect(
      await steps('It s$0ank. It was found. So what.\n\nText.', { 'seeds/a.txt.annotations.yaml': sidecar }),
    ).toEqual(['sank', 'It sank.', 'It sank. It was found.', 'It sank. It was found. So what.']);
  });

  test('sections from the inner to the outer, then the body', async () => {
    expect(await steps(`Source: Skylark\n\n# One\n\nText.\n\n## Two\n\nWo$0rds.\n\n# Three\n\n${PROSE}`)).toEqual([
      'Words',
      'Words.',
      '## Two\n\nWords.',
      '# One\n\nText.\n\n## Two\n\nWords.',
      `# One\n\nText.\n\n## Two\n\nWords.\n\n# Three\n\n${PROSE}`,
    ]);
  });

  test('between paragraphs there is no word', async () => {
    expect(await steps('# One\n\nText.\n$0\nText.\n')).toEqual(['# One\n\nText.\n\nText.']);
  });

  test.each([
    [
      'in a value: word, value, field, line, header',
      'Source: Sky$0lark News Published: 2021-07-05\nTitle: Ships\n\nText.',
      [
        'Skylark',
        'Skylark News',
        'Source: Skylark News',
        'Source: Skylark News Published: 2021-07-05',
        'Source: Skylark News Published: 2021-07-05\nTitle: Ships',
      ],
    ],
    [
      'in a name',
      'Title: Ships\nKey W$0ords: a\n\nText.',
      ['Words', 'Key Words', 'Key Words: a', 'Title: Ships\nKey Words: a'],
    ],
    [
      'in a list',
      'Text.\n\nKey Words: Suez C$0anal; shipping\n',
      ['Canal', 'Suez Canal', 'Suez Canal; shipping', 'Key Words: Suez Canal; shipping'],
    ],
    [
      'in front matter',
      '---\ntitle: "The Ca$0nal"\n---\nText.',
      ['Canal', 'The Canal', 'title: "The Canal', 'title: "The Canal"', '---\ntitle: "The Canal"\n---'],
    ],
    [
      'in a contact line',
      'Text.\n\nFind us: Twitter: sk$0y\nKey Words: a',
      ['sky', 'Find us: Twitter: sky', 'Find us: Twitter: sky\nKey Words: a'],
    ],
  ])('%s', async (_name, marked, expected) => {
    expect(await steps(marked)).toEqual(expected);
  });

  test('nothing but the document in an empty text', async () => {
    expect(await steps('$0')).toEqual([]);
  });

  test('a book in one line is answered by its block', async () => {
    const found = await steps(
      `${longRunOf('It rained in New Zealand. ')}It rained in Chi$0na. ${longRunOf('It rained. ')}`,
    );
    expect(found.slice(0, 2)).toEqual(['China', 'It rained in China.']);
    expect(found).toHaveLength(3);
  });

  test.each(['(', '"', '“', '“”', '(a) '])('a long run of %j is read in a moment', async (piece) => {
    await steps(`${longRunOf(piece)}$0${longRunOf(piece)}`);
  });

  test('every step holds the position and is larger than the one before, in any text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), async (text, places) => {
        const { snapshot } = await openSeed(text);
        const { lines } = snapshot;
        const positions = places.map((place) => lines.positionAt(place % (text.length + 1)));
        const answers = selectionRanges(snapshot, positions);
        expect(answers).toHaveLength(positions.length);
        answers.forEach((answer, i) => {
          const at = lines.offsetAt(positions[i] as (typeof positions)[number]);
          let inner = { start: at, end: at };
          let isFirst = true;
          for (let step: SelectionRange | undefined = answer; step; step = step.parent) {
            const { range } = step;
            expect(lines.clamp(range.start)).toEqual(range.start);
            expect(lines.clamp(range.end)).toEqual(range.end);
            const outer = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
            expect(outer.start <= inner.start && inner.end <= outer.end).toBe(true);
            if (!isFirst) expect(outer.end - outer.start).toBeGreaterThan(inner.end - inner.start);
            inner = outer;
            isFirst = false;
          }
          expect(inner).toEqual({ start: 0, end: lines.offsetAt(lines.positionAt(text.length)) });
        });
      }),
      { numRuns: 500 },
    );
  });
});
