import { describe, expect, test } from 'vitest';
import { frequentNames } from '../../server/src/workspace/frequent-names.ts';
import { openSeed } from '../support/world.ts';

type Row = readonly [type: string, quote: string, at: number];

/** The names of a text of which some words are annotated. */
async function frequent(text: string, rows: readonly Row[]): Promise<string[]> {
  const entries = rows.map(([type, quote, at], i) => `  - {id: a${i}, type: ${type}, quote: ${quote}, at: ${at}}\n`);
  const { snapshot } = await openSeed(text, { 'seeds/a.txt.annotations.yaml': `annotations:\n${entries.join('')}` });
  return frequentNames(snapshot, 9).map(({ name, type, count }) => `${name} ${type} ${count}`);
}

describe('the names that a text mentions most', () => {
  test.each<[string, string, Row[], string[]]>([
    [
      'count by their letters',
      'Ardale, Ardale. Brelo.',
      person(['Ardale', 0], ['Ardale', 8], ['Brelo', 16]),
      ['Ardale person 2', 'Brelo person 1'],
    ],
    // The last one is the exception.
    [
      'are of the type that they have mostly',
      'Ardale, Ardale, Ardale.',
      [...person(['Ardale', 0], ['Ardale', 8]), ['place', 'Ardale', 16]],
      ['Ardale person 3'],
    ],
    [
      'and the first one may be the exception',
      'Ardale, Ardale, Ardale.',
      [['place', 'Ardale', 0], ...person(['Ardale', 8], ['Ardale', 16])],
      ['Ardale person 3'],
    ],
    ['without the numbers', 'Ardale paid $5.', person(['Ardale', 0]), ['Ardale person 1']],
  ])('%s', async (_, text, rows, expected) => expect(await frequent(text, rows)).toEqual(expected));
});

function person(...quotes: (readonly [quote: string, at: number])[]): Row[] {
  return quotes.map(([quote, at]) => ['person', quote, at]);
}
