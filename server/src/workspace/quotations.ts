import type { Problem } from '../text/problem.ts';
import { type UnmatchedQuote, unmatchedQuotes } from '../text/quotations.ts';
import { beginsWithQuote } from '../text/quote-marks.ts';
import type { Span } from '../text/span.ts';
import type { Section } from './section.ts';

/** A problem of a quotation mark; the spans are relative to the section. */
export interface QuoteProblem extends Problem {
  /** The mark at the other end, where it is of another kind. */
  readonly partner: Span | undefined;
}

/**
 * The quotation marks of a section that have no partner. `next` is the section behind it: a quotation that goes on there
 * is opened there again, and is closed in its last paragraph only.
 */
export function quoteProblems(section: Section, next: Section | undefined): QuoteProblem[] {
  const { quotes } = section.timeAnalysis;
  if (quotes.length === 0) return [];
  const { text } = section.segment;
  const goesOn = next?.segment.kind === 'paragraph' && beginsWithQuote(next.segment.text);
  const found = goesOn ? unmatchedQuotes(text, { continues: true }) : quotes;
  return found.map((quote) => ({
    code: 'unmatched-quote',
    span: { start: quote.start, end: quote.end },
    message: messageOf(text, quote),
    partner: quote.partner,
  }));
}

function messageOf(text: string, { reason, mark, partner }: UnmatchedQuote): string {
  const sign = text.slice(mark.start, mark.end);
  const advice = 'The text stays as it is: note “sic”, or accept this finding.';
  if (reason === 'unclosed') return `The quotation mark ${sign} opens here and is never closed. ${advice}`;
  if (reason === 'unopened' || partner === undefined)
    return `The quotation mark ${sign} closes here what was never opened. ${advice}`;
  return `The quotation mark ${sign} closes here what was opened with ${text.slice(partner.start, partner.end)}. ${advice}`;
}
