import { describe, expect, test } from 'vitest';
import { FINDINGS } from '../../server/src/project/severities.ts';
import { body } from './body.ts';
import {
  ACCEPT,
  afterFix,
  applyFix,
  type Fires,
  findingsIn,
  fixesOf,
  marked,
  open,
  SIC,
  saidIn,
  type Table,
  valueAt,
} from './check.ts';
import { files } from './files.ts';
import { metadata } from './metadata.ts';
import { seed } from './seeds.ts';

const TABLE: Table = { ...metadata, ...body, ...files };

test('every finding has its rows: two texts where it fires, three where it must not', () => {
  expect(Object.keys(TABLE).sort()).toEqual(Object.keys(FINDINGS).sort());
  for (const [code, { fires, silent }] of Object.entries(TABLE)) {
    expect(fires.length, code).toBeGreaterThanOrEqual(2);
    expect(silent.length, code).toBeGreaterThanOrEqual(3);
    // How it is accepted is shown at least once.
    if (FINDINGS[code]?.about !== 'file')
      expect(
        fires.some(({ accepted }) => accepted),
        code,
      ).toBe(true);
  }
});

describe.each(Object.entries(TABLE))('%s', (code, { fires, silent }) => {
  test.each(fires.map((row) => [shown(row.text), row] as const))('fires: %s', async (_, row) => {
    const opened = await open(row);
    const { own, others } = findingsIn(opened, code);
    expect(marked(opened.text, own)).toBe(row.text);
    expect(others).toEqual([...(row.also ?? [])].sort());
    expect(own[0]?.message).toContain(row.says ?? '');
    expect(own.map(({ message }) => message).join('\n')).not.toMatch(/undefined|NaN|\[object/);
  });

  test.each(silent.map((row) => [shown(row.text), row] as const))('does not fire: %s', async (_, row) => {
    const opened = await open(row);
    const { own, others } = findingsIn(opened, code);
    expect(own.map(({ message }) => message)).toEqual([]);
    expect(others).toEqual([...(row.also ?? [])].sort());
  });

  if (FINDINGS[code]?.about === 'file') return;

  test.each(fires.map((row) => [shown(row.text), row] as const))('is mended: %s', async (_, row) => {
    const { fixes = {} } = row;
    const opened = await open(row);
    const [finding, ...rest] = findingsIn(opened, code).own;
    if (opened.snapshot.kind !== 'seed' || finding === undefined) throw new Error('nothing to mend');
    const actions = fixesOf(opened.snapshot, finding).filter(({ title }) => !ACCEPT.test(title) && !SIC.test(title));
    expect(actions.map(({ title }) => title)).toEqual(Object.keys(fixes));
    for (const action of actions) {
      const fixed = await applyFix(opened, action);
      const withCursor = fixesOf(opened.snapshot, finding, true).find(({ title }) => title === action.title);
      const told = withCursor === undefined ? fixed : await applyFix(opened, withCursor);
      expect(told.text.replace('‸', '')).toBe(fixed.text);
      const after = await open(afterFix(row, fixed));
      const wanted = fixes[action.title];
      const said = fixed.facts?.text ?? (fixed.text === opened.text ? saidIn(fixed.sidecar) : told.text);
      expect(wanted?.startsWith('value:') ? valueAt(after, finding) : said, action.title).toBe(wanted);
      expect(findingsIn(after, code).own.length, `${action.title}: what is left`).toBe(rest.length);
    }
  });

  test.each(fires.map((row) => [shown(row.text), row] as const))('is accepted: %s', async (_, row) => {
    await checkAccepting(code, row);
  });
});

/** Each finding of a seed may be accepted: it alone is gone then, and the seed is as it was. */
async function checkAccepting(code: string, row: Fires): Promise<void> {
  const opened = await open(row);
  if (opened.snapshot.kind !== 'seed') throw new Error('not a seed');
  const { own } = findingsIn(opened, code);
  for (const [i, finding] of own.entries()) {
    const actions = fixesOf(opened.snapshot, finding).filter(({ title }) => ACCEPT.test(title) || SIC.test(title));
    const kinds = finding.part === 'body' ? [SIC, ACCEPT] : [ACCEPT];
    expect(kinds.map((kind) => actions.some(({ title }) => kind.test(title)))).toEqual(kinds.map(() => true));
    expect(actions.every(({ title }) => title.includes(`(${code}`))).toBe(true);
    for (const action of actions) {
      const fixed = await applyFix(opened, action);
      expect(fixed.text).toBe(opened.text);
      if (i === 0 && ACCEPT.test(action.title) && row.accepted !== undefined)
        expect(saidIn(fixed.sidecar)).toBe(`${row.accepted}    on: "2021-07-06"\n`);
      const after = findingsIn(await open(afterFix(row, fixed)), code).own;
      expect(after.map(({ message }) => message)).toEqual(own.toSpliced(i, 1).map(({ message }) => message));
    }
  }
}

/** The line with marks, or what differs from a seed in which nothing is wrong. */
function shown(text: string): string {
  const usual = new Set(seed().split('\n'));
  const lines = text.split('\n');
  const line = lines.find((each) => each.includes('⟦')) ?? lines.filter((each) => !usual.has(each)).join(' ');
  return JSON.stringify(line.length > 90 ? `${line.slice(0, 90)}…` : line);
}
