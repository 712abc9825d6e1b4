import type { Span } from '../../../server/src/text/span.ts';

/** A time expression as a corpus or a tagger gives it; types as TIMEX3 writes them (`DATE`, `SET` …). */
export interface Expression extends Span {
  readonly type: string;
  readonly value?: string | undefined;
  readonly mod?: string | undefined;
}

export interface Alignment<Gold extends Span, Found extends Span> {
  readonly pairs: readonly (readonly [Gold, Found])[];
  readonly missed: readonly Gold[];
  readonly spurious: readonly Found[];
}

/** What is summed up over documents. */
export interface Counts {
  readonly gold: number;
  readonly system: number;
  /** Pairs: they share at least a character. */
  readonly relaxed: number;
  /** Pairs with the same ends. */
  readonly strict: number;
  readonly type: number;
  readonly value: number;
  /** Expressions to which the corpus gives no value, and how many of them were paired. */
  readonly goldNoValue: number;
  readonly pairNoValue: number;
}

/** In per cent. */
export interface Rates {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

export interface Scores {
  readonly strict: Rates;
  readonly relaxed: Rates;
  readonly type: Rates;
  readonly value: Rates;
}

/** One to one, left to right: two expressions pair when they share a character and neither is paired yet. */
export function align<Gold extends Span, Found extends Span>(
  gold: readonly Gold[],
  system: readonly Found[],
): Alignment<Gold, Found> {
  const golds = [...gold].sort(byPlace);
  const founds = [...system].sort(byPlace);
  const pairs: [Gold, Found][] = [];
  const missed: Gold[] = [];
  const spurious: Found[] = [];
  for (let at = 0, of = 0; ; ) {
    const wanted = golds[at];
    const found = founds[of];
    if (wanted === undefined || found === undefined)
      return { pairs, missed: [...missed, ...golds.slice(at)], spurious: [...spurious, ...founds.slice(of)] };
    if (wanted.start < found.end && found.start < wanted.end) {
      pairs.push([wanted, found]);
      at++;
      of++;
    } else if (wanted.end <= found.end && wanted.start <= found.start) {
      missed.push(wanted);
      at++;
    } else {
      spurious.push(found);
      of++;
    }
  }
}

export function countsOf({ pairs, missed, spurious }: Alignment<Expression, Expression>): Counts {
  const golds = [...pairs.map(([gold]) => gold), ...missed];
  return {
    gold: golds.length,
    system: pairs.length + spurious.length,
    relaxed: pairs.length,
    strict: pairs.filter(([gold, found]) => gold.start === found.start && gold.end === found.end).length,
    type: pairs.filter(([gold, found]) => gold.type === found.type).length,
    value: pairs.filter(([gold, found]) => hasValue(gold) && gold.value === found.value).length,
    goldNoValue: golds.filter((gold) => !hasValue(gold)).length,
    pairNoValue: pairs.filter(([gold]) => !hasValue(gold)).length,
  };
}

/** An empty value is none, as in the corpora. */
export function hasValue({ value }: Expression): boolean {
  return value !== undefined && value !== '';
}

export function sum(all: readonly Counts[]): Counts {
  const total = { gold: 0, system: 0, relaxed: 0, strict: 0, type: 0, value: 0, goldNoValue: 0, pairNoValue: 0 };
  for (const counts of all) {
    total.gold += counts.gold;
    total.system += counts.system;
    total.relaxed += counts.relaxed;
    total.strict += counts.strict;
    total.type += counts.type;
    total.value += counts.value;
    total.goldNoValue += counts.goldNoValue;
    total.pairNoValue += counts.pairNoValue;
  }
  return total;
}

/**
 * As TempEval-3 does it: for types and values the accuracy over pairs times the relaxed F1, which is twice the hits over
 * both sides together. Expressions without a value in the corpus leave both sides of the value's rates.
 */
export function scoresOf(counts: Counts): Scores {
  return {
    strict: rates(counts.strict, counts.system, counts.gold),
    relaxed: rates(counts.relaxed, counts.system, counts.gold),
    type: rates(counts.type, counts.system, counts.gold),
    value: rates(counts.value, counts.system - counts.pairNoValue, counts.gold - counts.goldNoValue),
  };
}

function rates(hits: number, system: number, gold: number): Rates {
  const p = system === 0 ? 0 : hits / system;
  const r = gold === 0 ? 0 : hits / gold;
  return { p: 100 * p, r: 100 * r, f1: p + r === 0 ? 0 : (200 * p * r) / (p + r) };
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
