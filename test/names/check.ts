import { expect } from 'vitest';
import { compileMatcher } from '../../server/src/names/matcher.ts';
import { recognize } from '../../server/src/names/recognize.ts';
import type { Alias, NameMatcher } from '../../server/src/names/types.ts';
import type { FieldKey } from '../../server/src/seed/types.ts';
import { marked, unmarked } from '../support/marks.ts';

export interface Options {
  readonly aliases?: readonly Alias[];
  readonly never?: readonly string[];
  readonly field?: FieldKey;
  readonly thresholds?: Readonly<Record<string, number>>;
}

const plain = compileMatcher([]);

export function recognized(text: string, { aliases, never = [], field, thresholds = {} }: Options = {}) {
  const matcher: NameMatcher = aliases === undefined ? plain : compileMatcher(aliases);
  return recognize(
    { start: 0, text, field },
    { matcher, never: new Set(never), thresholds: new Map(Object.entries(thresholds)) },
  );
}

/** The text says what is to be found: `<<China|place>>`, `<<£56m|money GBP 56000000>>`, `<<Didi|organization #didi>>`. */
export function check(expected: string, options?: Options): void {
  const text = unmarked(expected);
  const found = recognized(text, options);
  expect(
    marked(
      text,
      found,
      ({ type, value, entity }) =>
        `${type}${value === undefined ? '' : ` ${value}`}${entity === undefined ? '' : ` #${entity}`}`,
    ),
  ).toBe(expected);
}
