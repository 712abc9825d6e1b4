import { describe, expect, test } from 'vitest';
import type { Kind } from '../../server/src/names/model/labels.ts';
import { isShown } from '../../server/src/names/model/shown.ts';
import type { Evidence, Mention, NameContext } from '../../server/src/names/types.ts';
import { withModel } from '../../server/src/names/with-model.ts';

const CONTEXT: NameContext = { matcher: { match: () => [] }, never: new Set(['foreign desk']) };

/** What comes of mentions in a text: each as `words|type`, with what made it. */
function merged(
  text: string,
  known: readonly [words: string, type: string, evidence: Evidence][],
  model: readonly [words: string, kind: Kind, score: number][],
  { none = [] as readonly string[], context = CONTEXT } = {},
): string[] {
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  return withModel(
    text,
    known.map(([words, type, evidence]): Mention => ({ ...span(words), type, evidence, score: 1 })),
    model.map(([words, kind, score]) => ({ ...span(words), kind, score })),
    none.map(span),
    context,
  ).map(({ start, end, type, evidence }) => `${text.slice(start, end)}|${type} ${evidence}`);
}

describe('who has the last word', () => {
  test('facts before the model, whatever it sees', () => {
    expect(
      merged('Then Bank of China lent.', [['China', 'place', 'facts']], [['Bank of China', 'organization', 0.99]]),
    ).toEqual(['China|place facts']);
  });

  test('rules before the model', () => {
    expect(
      merged('Since World War II it stood.', [['World War II', 'event', 'rule']], [['World War', 'organization', 0.9]]),
    ).toEqual(['World War II|event rule']);
  });

  test('the model before lists, also where it is in doubt', () => {
    const list: [string, string, Evidence][] = [['China', 'place', 'list']];
    expect(merged('Then Bank of China lent.', list, [['Bank of China', 'organization', 0.9]])).toEqual([
      'Bank of China|organization model',
    ]);
    expect(merged('Then Bank of China lent.', list, [['Bank of China', 'organization', 0.1]])).toEqual([]);
  });

  test('lists where the model sees nothing', () => {
    expect(merged('In China Ada sang.', [['China', 'place', 'list']], [['Ada', 'person', 0.9]])).toEqual([
      'China|place list',
      'Ada|person model',
    ]);
  });
});

describe('of what the model finds', () => {
  test('titles, articles and possessives stay outside', () => {
    expect(merged('It was President Ada Bo’s idea.', [], [['President Ada Bo’s', 'person', 0.9]])).toEqual([
      'Ada Bo|person model',
    ]);
  });

  test('words that are never names, and places where none are, are left out', () => {
    expect(merged('The Foreign Desk met.', [], [['Foreign Desk', 'organization', 0.9]])).toEqual([]);
    expect(merged('Follow Us On Facebook', [], [['Follow Us', 'person', 0.9]], { none: ['Follow Us On'] })).toEqual([]);
  });

  test('what is doubtful is left out, by the threshold of its type', () => {
    const thresholds = new Map([
      ['default', 0.8],
      ['person', 0.2],
      ['work', 2],
      ['product', 0.5],
    ]);
    const shown = (kind: Kind, score: number, given?: ReadonlyMap<string, number>) => isShown({ kind, score }, given);
    expect(shown('person', 0.3)).toBe(false);
    expect(shown('person', 0.3, thresholds)).toBe(true);
    expect(shown('place', 0.7)).toBe(true);
    expect(shown('place', 0.7, thresholds)).toBe(false);
    expect(shown('work', 1, thresholds)).toBe(false);
    // Products are shown to those who ask for them only, and the rest to nobody.
    expect(shown('product', 1, new Map([['default', 0]]))).toBe(false);
    expect(shown('product', 0.6, thresholds)).toBe(true);
    expect(shown('other', 1, new Map([['default', 0]]))).toBe(false);
    expect(merged('Then Ada sang.', [], [['Ada', 'person', 0.3]], { context: { ...CONTEXT, thresholds } })).toEqual([
      'Ada|person model',
    ]);
  });
});
