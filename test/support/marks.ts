import type { Span } from '../../server/src/text/span.ts';

/** The text of `He met <<Ada|person>> there`: without the marks and what they say. */
export function unmarked(marked: string): string {
  return marked.replace(/<<([^|>]*)(?:\|[^>]*)?>>/g, '$1');
}

/** A text with its spans marked and labelled: what a test compares with the marked text it began with. */
export function marked<T extends Span>(text: string, spans: readonly T[], label: (span: T) => string): string {
  let result = '';
  let at = 0;
  for (const span of spans) {
    if (span.start < at || span.end <= span.start || span.end > text.length)
      throw new Error(`span ${span.start}-${span.end} out of place`);
    const said = label(span);
    result += `${text.slice(at, span.start)}<<${text.slice(span.start, span.end)}${said === '' ? '' : `|${said}`}>>`;
    at = span.end;
  }
  return result + text.slice(at);
}
