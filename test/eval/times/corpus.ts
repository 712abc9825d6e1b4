import { CLASSES, classOf, type TimeClass } from './classes.ts';
import { valueInterval } from './interval.ts';
import type { Document } from './lines.ts';
import { type Mistake, says } from './mistakes.ts';
import { align, type Counts, countsOf, type Expression, hasValue, type Scores, scoresOf, sum } from './score.ts';
import type { Tagger } from './tagger.ts';

/** What became of the expressions of one class; `spurious` by the words that were found, the rest by those of the gold. */
export interface ClassCounts {
  gold: number;
  found: number;
  exact: number;
  /** Of those found, with the gold's value; `valued` is how many have one. */
  value: number;
  valued: number;
  spurious: number;
}

export interface CorpusResult {
  readonly documents: number;
  readonly counts: Counts;
  readonly scores: Scores;
  readonly interval: readonly [number, number];
  readonly classes: ReadonlyMap<TimeClass, ClassCounts>;
  readonly mistakes: readonly Mistake[];
}

/** How well the times of a corpus are found. */
export function measureCorpus(documents: readonly Document[], tag: Tagger): CorpusResult {
  const perDocument: Counts[] = [];
  const mistakes: Mistake[] = [];
  const classes = new Map(
    CLASSES.map((name): [TimeClass, ClassCounts] => [
      name,
      { gold: 0, found: 0, exact: 0, value: 0, valued: 0, spurious: 0 },
    ]),
  );
  for (const { id, text, dct, timex } of documents) {
    const aligned = align(timex, tag(text, dct));
    perDocument.push(countsOf(aligned));
    const about = { id, dct, text };
    const nameOf = (time: Expression) => classOf(text.slice(time.start, time.end), time.type);
    const cell = (name: TimeClass) => classes.get(name) as ClassCounts;
    const wanted = (gold: Expression) => ({ start: gold.start, end: gold.end, says: says(gold) });
    for (const gold of timex) {
      cell(nameOf(gold)).gold++;
      if (hasValue(gold)) cell(nameOf(gold)).valued++;
    }
    for (const gold of aligned.missed)
      mistakes.push({ ...about, class: nameOf(gold), kind: 'missed', right: wanted(gold) });
    for (const found of aligned.spurious) {
      cell(nameOf(found)).spurious++;
      mistakes.push({ ...about, class: nameOf(found), kind: 'spurious', found });
    }
    for (const [gold, found] of aligned.pairs) {
      const counts = cell(nameOf(gold));
      counts.found++;
      const isExact = gold.start === found.start && gold.end === found.end;
      if (isExact) counts.exact++;
      const isValue = gold.value === found.value;
      if (hasValue(gold) && isValue) counts.value++;
      const kind =
        hasValue(gold) && !isValue ? 'value' : !isExact ? 'span' : gold.type !== found.type ? 'type' : undefined;
      if (kind !== undefined) mistakes.push({ ...about, class: nameOf(gold), kind, right: wanted(gold), found });
    }
  }
  const counts = sum(perDocument);
  const scores = scoresOf(counts);
  return { documents: documents.length, counts, scores, interval: valueInterval(perDocument), classes, mistakes };
}

export function printCorpus(name: string, result: CorpusResult, classes: readonly TimeClass[]): void {
  const { documents, counts, scores, interval } = result;
  console.log(
    `\n${name}: ${documents} documents, ${counts.gold} expressions (${counts.goldNoValue} without a value), ${counts.system} found`,
  );
  for (const of of ['strict', 'relaxed', 'type', 'value'] as const) {
    const { f1, p, r } = scores[of];
    const within = of === 'value' ? `   95 % ${interval.map((end) => end.toFixed(1)).join('–')}` : '';
    console.log(`  ${of.padEnd(8)} F1 ${rate(f1)}   P ${rate(p)}   R ${rate(r)}${within}`);
  }
  console.log(`  ${'class'.padEnd(20)}  gold  found  exact   value right  spurious`);
  for (const of of classes) {
    const row = result.classes.get(of);
    if (row === undefined || row.gold + row.spurious === 0) continue;
    const value = `${row.value} of ${row.valued}`;
    console.log(
      `  ${of.padEnd(20)}${column(row.gold, 6)}${column(row.found, 7)}${column(row.exact, 7)}${column(value, 14)}${column(row.spurious, 10)}`,
    );
  }
}

function rate(value: number): string {
  return value.toFixed(1).padStart(5);
}

function column(value: number | string, width: number): string {
  return String(value).padStart(width);
}
