import type { Span } from '../../../server/src/text/span.ts';
import { cutAsExpected } from './as-one.ts';
import { bothEnds } from './both-ends.ts';
import { CLASSES, classOf, type TimeClass } from './classes.ts';
import type { Case } from './lines.ts';
import type { Mistake } from './mistakes.ts';
import { type Accepted, acceptedFor } from './recognizers-value.ts';
import { sameValue } from './same-value.ts';
import { align, type Expression } from './score.ts';
import type { Tagger } from './tagger.ts';
import { trimmed } from './trim.ts';

/** What became of the expectations that TIMEX3 can express. */
export interface CaseCounts {
  expected: number;
  exact: number;
  relaxed: number;
  value: number;
  /** Found where nothing is expected. */
  spurious: number;
}

export interface RecognizersResult {
  readonly cases: number;
  readonly total: CaseCounts;
  readonly classes: ReadonlyMap<TimeClass, CaseCounts>;
  /** Why expectations are left out, and how many. */
  readonly out: ReadonlyMap<string, number>;
  /** Of those that are left out because they are two expressions in TIMEX3: how many are found so. */
  readonly ranges: { readonly cases: number; readonly found: number; readonly right: number };
  /** Cases in which no time is to be found, and how many times were. */
  readonly empty: { readonly cases: number; readonly wrong: number; readonly spurious: number };
  readonly mistakes: readonly Mistake[];
}

/** How many expectations of the unit tests of Recognizers-Text are met, of those that TIMEX3 can express. */
export function measureCases(cases: readonly Case[], tag: Tagger): RecognizersResult {
  const total = none();
  const classes = new Map(CLASSES.map((name): [TimeClass, CaseCounts] => [name, none()]));
  const out = new Map<string, number>();
  const ranges = { cases: 0, found: 0, right: 0 };
  const empty = { cases: 0, wrong: 0, spurious: 0 };
  const mistakes: Mistake[] = [];
  const add = (name: TimeClass, what: keyof CaseCounts) => {
    total[what]++;
    (classes.get(name) as CaseCounts)[what]++;
  };
  for (const { id, text, dct, expect } of cases) {
    const about = { id, dct, text };
    const trim = <T extends Span>(time: T): T => ({ ...time, ...trimmed(text, time) });
    // Expectations that are left out take what was found for them, too: it is not spurious.
    const all = expect.map((expectation) => ({
      ...trim(expectation),
      accepted: acceptedFor(expectation, dct),
      name: classOf(expectation.text, expectation.kind),
    }));
    const found = cutAsExpected(
      text,
      all.map((expectation) => ({ ...expectation, values: valuesOf(expectation.accepted) })),
      tag(text, dct).map(trim),
    );
    const { pairs } = align<(typeof all)[number], Expression>(all, found);
    for (const expectation of all) {
      const { accepted, name, start, end } = expectation;
      if ('out' in accepted) {
        out.set(accepted.out, (out.get(accepted.out) ?? 0) + 1);
        if (accepted.out !== 'two ends') continue;
        const { isFound, isRight } = bothEnds(text, expectation, found, dct);
        ranges.cases++;
        if (isFound) ranges.found++;
        if (isRight) ranges.right++;
        continue;
      }
      add(name, 'expected');
      const right = { start, end, says: `${expectation.kind ?? ''} ${accepted.values.join(' or ')}`.trim() };
      const time = pairs.find(([wanted]) => wanted === expectation)?.[1];
      if (time === undefined) {
        mistakes.push({ ...about, class: name, kind: 'missed', right });
        continue;
      }
      add(name, 'relaxed');
      const isExact = time.start === start && time.end === end;
      // What is repeated is on no day.
      const days = expectation.kind === 'set' ? [] : daysNamed(all, dct);
      const isRight = accepted.values.some((value) => sameValue(value, time.value ?? '', days));
      if (isExact) add(name, 'exact');
      if (isRight) add(name, 'value');
      if (!isExact || !isRight)
        mistakes.push({ ...about, class: name, kind: isRight ? 'span' : 'value', right, found: time });
    }
    const spurious = found.filter((time) => !all.some(({ start, end }) => start < time.end && time.start < end));
    for (const time of spurious) {
      const name = classOf(text.slice(time.start, time.end), time.type);
      add(name, 'spurious');
      mistakes.push({ ...about, class: name, kind: 'spurious', found: time });
    }
    if (expect.length > 0) continue;
    empty.cases++;
    empty.spurious += spurious.length;
    if (spurious.length > 0) empty.wrong++;
  }
  return { cases: cases.length, total, classes, out, ranges, empty, mistakes };
}

function valuesOf(accepted: Accepted): readonly string[] {
  return 'values' in accepted ? accepted.values : [];
}

/** The days that a time of day without one may be of: the document's, and those that its case names. */
function daysNamed(all: readonly { readonly accepted: Accepted }[], dct: string): string[] {
  const named = all.flatMap(({ accepted }) => valuesOf(accepted).flatMap((value) => DAY.exec(value)?.[0] ?? []));
  return [dct, ...named];
}

const DAY = /^\d{4}-\d{2}-\d{2}/;

export function printCases(name: string, result: RecognizersResult, classes: readonly TimeClass[]): void {
  const { cases, total, out, ranges, empty } = result;
  const left = [...out.values()].reduce((sum, count) => sum + count, 0);
  console.log(`\n${name}: ${cases} cases, ${total.expected} expectations that TIMEX3 can express`);
  console.log(`  spans exact   ${share(total.exact, total.expected)}`);
  console.log(`  spans relaxed ${share(total.relaxed, total.expected)}`);
  console.log(`  values right  ${share(total.value, total.expected)}`);
  console.log(
    `  spurious      ${total.spurious}; ${empty.spurious} of them in ${empty.wrong} of ${empty.cases} cases without a time`,
  );
  console.log(
    `  ranges of two ends, not counted above: ${share(ranges.found, ranges.cases).trim()} found as two, ${share(ranges.right, ranges.cases).trim()} with the right values`,
  );
  console.log(`  left out      ${left}`);
  for (const [why, count] of [...out].sort(([, a], [, b]) => b - a))
    console.log(`    ${String(count).padStart(5)}  ${why}`);
  console.log(`  ${'class'.padEnd(20)}  expected  exact  relaxed  value right  spurious`);
  for (const of of classes) {
    const row = result.classes.get(of);
    if (row === undefined || row.expected + row.spurious === 0) continue;
    console.log(
      `  ${of.padEnd(20)}${column(row.expected, 10)}${column(row.exact, 7)}${column(row.relaxed, 9)}${column(row.value, 13)}${column(row.spurious, 10)}`,
    );
  }
}

function none(): CaseCounts {
  return { expected: 0, exact: 0, relaxed: 0, value: 0, spurious: 0 };
}

function share(count: number, of: number): string {
  return `${((100 * count) / Math.max(1, of)).toFixed(1).padStart(5)} % (${count} of ${of})`;
}

function column(value: number, width: number): string {
  return String(value).padStart(width);
}
