import { sentenceEnds } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** So far is looked for the beginning and the end of a sentence. */
const FAR = 2_000;

/** The sentence that holds a span, or those that it runs through; `within` holds all of them. */
export function sentenceAround(text: string, span: Span, within: Span = { start: 0, end: text.length }): Span {
  const { start, end } = paragraph(text, span, within);
  const ends = sentenceEnds(text.slice(start, end)).map((at) => at + start);
  return { start: ends.findLast((at) => at <= span.start) ?? start, end: ends.find((at) => at >= span.end) ?? end };
}

/** What stands between empty lines round a span, or as much of it as is looked through. */
function paragraph(text: string, { start, end }: Span, within: Span): Span {
  const before = text.slice(Math.max(within.start, start - FAR), start);
  const behind = text.slice(end, Math.min(within.end, end + FAR));
  const gaps = [...before.matchAll(EMPTY_LINE)];
  const gap = gaps.at(-1);
  const next = behind.search(new RegExp(EMPTY_LINE.source));
  return {
    start: start - before.length + (gap === undefined ? 0 : gap.index + gap[0].length),
    end: end + (next === -1 ? behind.length : next),
  };
}

const EMPTY_LINE = /\n[ \t]*\r?\n|\r\r/g;
