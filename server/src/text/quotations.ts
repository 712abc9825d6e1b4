import { classAt, classBefore, DIGIT, isLetter, MARK } from './characters.ts';
import { APOSTROPHE, type QuoteMark, quoteMarks } from './quote-marks.ts';
import type { Span } from './span.ts';

/** A quotation mark that has no partner, or one of another kind. Its span is the mark with the word it stands at. */
export interface UnmatchedQuote extends Span {
  readonly reason: 'unclosed' | 'unopened' | 'mixed';
  /** The mark itself. */
  readonly mark: Span;
  /** Where a quotation begins with one kind and ends with another: the mark that opens it. `mark` is the one that closes it. */
  readonly partner?: Span;
}

/**
 * The quotation marks of a paragraph that do not match. `continues` says that the next paragraph begins with a
 * quotation mark: then a quotation that is still open goes on there.
 *
 * Marks are read from left to right in all ways that make sense, each mark as an opening or closing one or as none at
 * all, and the cheapest way wins. A mark that does not match costs more than any doubtful reading, so that a finding
 * is what remains when the text cannot be read otherwise.
 */
export function unmatchedQuotes(paragraph: string, options: { readonly continues: boolean }): UnmatchedQuote[] {
  let readings: readonly Reading[] = [START];
  let count = 0;
  for (const mark of quoteMarks(paragraph)) {
    if (++count > MOST_MARKS) return [];
    readings = readOn(readings, mark);
  }
  const best = readings
    .map((reading) => finish(reading, options.continues))
    .reduce((a, b) => (b.cost < a.cost ? b : a));
  const slips: Slip[] = [];
  for (let slip = best.slips; slip !== undefined; slip = slip.before) slips.push(slip);
  return describe(paragraph, slips);
}

/** One way to read the marks so far. */
interface Reading {
  readonly cost: number;
  /** The quotations that are open, the innermost first. */
  readonly open: Open | undefined;
  readonly slips: Slip | undefined;
}

interface Open {
  readonly mark: QuoteMark;
  readonly around: Open | undefined;
  readonly depth: number;
  /** The signs of all that is open: readings with the same have the same future. */
  readonly key: string;
}

/** A mark that does not match, and those before it. */
interface Slip {
  readonly reason: UnmatchedQuote['reason'];
  readonly mark: QuoteMark;
  readonly partner?: QuoteMark;
  readonly before: Slip | undefined;
}

const START: Reading = { cost: 0, open: undefined, slips: undefined };

/** A mark without a partner, or with one of the other level: `‘…"`. More than two doubtful readings cost it less. */
const UNMATCHED = 6;
/** A straight mark with a typographic one. */
const OTHER_STYLE = 3.5;
/** A quotation that begins in the middle of a paragraph and goes on in the next one. */
const GOES_ON = 3;

const MOST_READINGS = 16;
const DEEPEST = 4;
/** More in one paragraph is no prose, and is left alone: what a paragraph costs has a bound. */
const MOST_MARKS = 4_000;
/** A reading that is dearer than the best by this much does not catch up. */
const TOO_DEAR = 4 * UNMATCHED;
/** What a quotation that is open may still cost. Without it, readings that open at every apostrophe crowd out the others. */
const PENDING = 2;

/** Every reading goes on in all ways; of those that have the same open, the cheapest stays. */
function readOn(readings: readonly Reading[], mark: QuoteMark): Reading[] {
  const next = new Map<string, Reading>();
  const add = (cost: number, open: Open | undefined, slips: Slip | undefined) => {
    if (cost === Number.POSITIVE_INFINITY) return;
    const key = open?.key ?? '';
    const other = next.get(key);
    if (other === undefined || cost < other.cost) next.set(key, { cost, open, slips });
  };
  for (const { cost, open, slips } of readings) {
    add(cost + mark.none, open, slips);
    if (open === undefined || open.depth < DEEPEST) add(cost + mark.open, push(open, mark), slips);
    else add(cost + mark.open + UNMATCHED, open, { reason: 'unclosed', mark, before: slips });
    add(cost + mark.close + UNMATCHED, open, { reason: 'unopened', mark, before: slips });
    // Those further inside than the one that is closed here are never closed.
    let lost = cost;
    let before = slips;
    for (let inner = open; inner !== undefined; inner = inner.around) {
      const partner = inner.mark;
      const pair = pairCost(partner, mark);
      add(lost + pair + mark.close, inner.around, pair === 0 ? before : { reason: 'mixed', mark, partner, before });
      lost += UNMATCHED;
      before = { reason: 'unclosed', mark: partner, before };
    }
  }
  return cheapest([...next.values()]);
}

function cheapest(readings: Reading[]): Reading[] {
  if (readings.length < 2) return readings;
  readings.sort((a, b) => outlook(a) - outlook(b));
  const limit = outlook(readings[0] ?? START) + TOO_DEAR;
  let count = 1;
  while (count < readings.length && count < MOST_READINGS && outlook(readings[count] ?? START) < limit) count++;
  readings.length = count;
  return readings;
}

function outlook({ cost, open }: Reading): number {
  return cost + PENDING * (open?.depth ?? 0);
}

/** What is open at the end of the paragraph is never closed, unless it goes on in the next one. */
function finish({ cost, open, slips }: Reading, continues: boolean): Reading {
  let total = cost;
  let before = slips;
  for (let inner = open; inner !== undefined; inner = inner.around) {
    const { mark } = inner;
    if (continues) total += mark.start === 0 ? 0 : GOES_ON;
    else {
      total += UNMATCHED;
      before = { reason: 'unclosed', mark, before };
    }
  }
  return { cost: total, open: undefined, slips: before };
}

function push(around: Open | undefined, mark: QuoteMark): Open {
  return { mark, around, depth: (around?.depth ?? 0) + 1, key: `${around?.key ?? ''}${mark.glyph} ` };
}

/** What closes what, in one language or another. */
const CLOSED_BY: Readonly<Record<string, readonly string[]>> = {
  '"': ['"'],
  '“': ['”'],
  '”': ['”'],
  '„': ['“', '”'],
  "'": ["'"],
  '‘': ['’'],
  '’': ['’'],
  '‚': ['‘', '’'],
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '›': ['‹', '›'],
  '「': ['」'],
  '『': ['』'],
  '《': ['》'],
  '〝': ['〞'],
  '``': ["''", '``', '"', '”'],
  "''": ["''", '"'],
  '`': ['`', "'", '’'],
};

function pairCost(open: QuoteMark, close: QuoteMark): number {
  if (CLOSED_BY[open.glyph]?.includes(close.glyph)) return 0;
  // A backtick is no more than an accident elsewhere.
  if (open.glyph === '`' || close.glyph === '`') return Number.POSITIVE_INFINITY;
  // "the ‘users' data": rather a quotation that is never closed than one that an apostrophe closes.
  if (close.none <= APOSTROPHE) return UNMATCHED + 1;
  return sameLevel(open.glyph, close.glyph) ? OTHER_STYLE : UNMATCHED;
}

const SINGLE = new Set("'‘’‚");
const DOUBLE = new Set(['"', '“', '”', '„', '``', "''"]);

function sameLevel(a: string, b: string): boolean {
  return (SINGLE.has(a) && SINGLE.has(b)) || (DOUBLE.has(a) && DOUBLE.has(b));
}

/** The slips in their order, each with the word that its mark stands at, so that the squiggle can be seen. */
function describe(text: string, slips: Slip[]): UnmatchedQuote[] {
  slips.sort((a, b) => a.mark.start - b.mark.start);
  let from = 0;
  return slips.map(({ reason, mark: { start, end }, partner }) => {
    const span =
      reason === 'unclosed'
        ? { start, end: wordEnd(text, end) }
        : { start: Math.max(from, Math.min(start, wordStart(text, start))), end };
    from = span.end;
    const found = { ...span, reason, mark: { start, end } };
    return partner === undefined ? found : { ...found, partner: { start: partner.start, end: partner.end } };
  });
}

const LONGEST_WORD = 24;

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < LONGEST_WORD && isWordClass(classAt(text, end))) end += widthAt(text, end);
  return end;
}

/** Before a closing mark, with the full stop or comma between it and the word. */
function wordStart(text: string, to: number): number {
  let start = to;
  while (start > 0 && to - start < 3 && '.,;!?…'.includes(text.charAt(start - 1))) start--;
  const stop = start;
  while (start > 0 && to - start < LONGEST_WORD && isWordClass(classBefore(text, start)))
    start -= widthBefore(text, start);
  return start === stop ? to : start;
}

function isWordClass(kind: number): boolean {
  return isLetter(kind) || kind === DIGIT || kind === MARK;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function widthBefore(text: string, end: number): number {
  return end > 1 && (text.codePointAt(end - 2) ?? 0) > 0xffff ? 2 : 1;
}
