import { describe, expect, test } from 'vitest';
import { type Direction, step } from '../../client/src/commands/spots.ts';
import type { Range } from '../../server/src/protocol.ts';
import { at } from './annotations.ts';

/** Spots of a line in `[…]`, nested as they like; `|` is the cursor, two of them a selection. Answers the words gone to. */
function go(marked: string, direction: Direction): string | undefined {
  const open: number[] = [];
  const cursor: number[] = [];
  const spots: { range: Range; name: string }[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '[') open.push(text.length);
    else if (character === '|') cursor.push(text.length);
    else if (character === ']') {
      const start = open.pop() ?? 0;
      spots.push({ range: at(0, start, text.length), name: text.slice(start) });
    } else text += character;
  }
  const [start = 0, end = start] = cursor;
  const found = step(spots, at(0, start, end), direction);
  return found && `${found.spot.name} ${found.number}/${found.of}${found.wrapped ? ' wrapped' : ''}`;
}

describe('the next one', () => {
  test.each([
    ['|Ann [Bo] and [Cy]', 'Bo 1/2'],
    ['Ann |[Bo] and [Cy]', 'Bo 1/2'],
    ['Ann [B|o] and [Cy]', 'Cy 2/2'],
    ['Ann [|Bo|] and [Cy]', 'Cy 2/2'],
    ['Ann [Bo] and [|Cy|]', 'Bo 1/2 wrapped'],
    ['Ann [Bo] and [Cy] left|', 'Bo 1/2 wrapped'],
    // Outer ones first, each once.
    ['|[[Bank] of [China]]', 'Bank of China 1/3'],
    ['[|[Bank] of [China]|]', 'Bank 2/3'],
    ['[[|Bank|] of [China]]', 'China 3/3'],
    ['[[|Bo|]] and [Cy]', 'Cy 2/2'],
    ['nobody|', undefined],
  ])('%s', (marked, expected) => {
    expect(go(marked, 'next')).toBe(expected);
  });
});

describe('the previous one', () => {
  test.each([
    ['Ann [Bo] and [Cy]|', 'Cy 2/2'],
    ['Ann [Bo] and [C|y]', 'Cy 2/2'],
    ['Ann [Bo] and [|Cy|]', 'Bo 1/2'],
    ['Ann [Bo] and |[Cy]', 'Bo 1/2'],
    ['Ann |[Bo] and [Cy]', 'Cy 2/2 wrapped'],
    ['[[Bank] of [|China|]]', 'Bank 2/3'],
    ['[[|Bank|] of [China]]', 'Bank of China 1/3'],
    ['[|[Bank] of [China]|]', 'China 3/3 wrapped'],
    ['|nobody', undefined],
  ])('%s', (marked, expected) => {
    expect(go(marked, 'previous')).toBe(expected);
  });
});

test('going on comes by every one of them, and back again', () => {
  const spots = [at(3, 0, 9), at(0, 4, 6), at(3, 0, 4), at(1, 2, 9)].map((range) => ({ range }));
  for (const direction of ['next', 'previous'] as const) {
    let from = at(0, 0, 0);
    const seen = spots.map(() => {
      from = step(spots, from, direction)?.spot.range ?? from;
      return JSON.stringify(from);
    });
    expect(new Set(seen).size).toBe(spots.length);
  }
});
