import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPattern } from '../../server/src/times/engine/patterns.ts';
import { ENGLISH } from '../../server/src/times/english/english.ts';
import { PARTS } from '../../server/src/times/english/patterns.ts';
import { findTimes } from '../../server/src/times/find.ts';
import { isNarrative, tallyOf } from '../../server/src/times/narrative.ts';
import { type Flow, NO_FLOW, REACH, resolveTimes } from '../../server/src/times/resolve/flow.ts';

/** Every example of docs/times.md is read as the page says. */

const doc = readFileSync(new URL('../../docs/times.md', import.meta.url), 'utf8');

interface Row {
  readonly cells: readonly string[];
  /** The last column of the head says what the values are worked out against. */
  readonly head: readonly string[];
}

/** The rows of all tables whose first column has a name. */
function rowsOf(first: string): Row[] {
  const rows: Row[] = [];
  let head: readonly string[] | undefined;
  for (const line of doc.split('\n').map((line) => line.trim())) {
    if (!line.startsWith('|')) {
      head = undefined;
      continue;
    }
    const cells = line.replaceAll('\\|', '\u0000').split('|').slice(1, -1);
    const plain = cells.map((cell) => cell.trim().replaceAll('\u0000', '|'));
    if (head === undefined) head = plain;
    else if (head[0] === first && !/^-+$/.test(plain[0] ?? '')) rows.push({ cells: plain, head });
  }
  return rows;
}

/** The times of an example, block by block, as a document of these blocks has them. */
function timesOf(example: string, published: string | undefined) {
  const blocks = example.split(' ¶ ').map((text) => ({ text, found: findTimes({ start: 0, text, field: undefined }) }));
  const narrative = isNarrative(
    blocks.map(({ found }) => tallyOf(found)),
    published,
  );
  let flow: Flow = NO_FLOW;
  return blocks.flatMap(({ text, found }) => {
    const step = resolveTimes(found, { published, narrative }, flow, ENGLISH.holidays);
    flow = step.flow;
    return step.times.map((time) => ({ ...time, written: text.slice(time.start, time.end) }));
  });
}

const examples = rowsOf('Example');

describe('examples', () => {
  test('there are many', () => expect(examples.length).toBeGreaterThan(50));

  test.each(examples.map(({ cells, head }) => [...cells, head.at(-1)] as const))('%s', (...row) => {
    const [example = '', types = '', values = '', against = ''] = row;
    const published = /\d{4}-\d{2}-\d{2}/.exec(against)?.[0];
    expect(published !== undefined || against.includes('no publication')).toBe(true);
    const expected = [...example.matchAll(/\*\*(.+?)\*\*/g)].map(([, written], i) => {
      const [value, mod] = [...(values.split(';')[i] ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code);
      const type = /`([^`]+)`/.exec(types.split(';')[i] ?? types)?.[1];
      return { written, type, value, mod };
    });
    const times = timesOf(example.replaceAll('**', ''), published);
    expect(times.map(({ written, type, value, mod }) => ({ written, type, value, mod }))).toEqual(expected);
  });
});

describe('what is no time', () => {
  const rows = rowsOf('Not a time');
  test('there are some', () => expect(rows.length).toBeGreaterThan(5));
  test.each(rows.map(({ cells }) => cells[0] ?? ''))('%s', (text) => {
    expect(timesOf(text, '2021-07-07').map(({ written }) => written)).toEqual([]);
  });
});

describe('patterns', () => {
  const rows = rowsOf('Pattern');
  test('there are some', () => expect(rows.length).toBeGreaterThan(5));
  test.each(rows.map(({ cells }) => cells[0] ?? ''))('%s', (cell) => {
    const pattern = /^`(.+)`$/.exec(cell)?.[1] ?? '';
    expect(readPattern(pattern, PARTS).length).toBeGreaterThan(1);
  });
});

test('how many blocks a reference lives', () => expect(doc).toContain(`\`REACH\` (${REACH})`));
