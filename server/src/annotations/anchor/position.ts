import type { Span } from '../../text/span.ts';
import { insidePair, type NormalText, normalLineEnds } from '../normal.ts';
import type { Selector } from './types.ts';

/**
 * The spans of all parts, in units of the text as it is, where the first one stands at the stored position and the others
 * behind it; with context only if all of that stands round them, too. Line ends are all one.
 */
export function spansAtPosition(
  { quote, at, before, after }: Selector,
  normal: NormalText,
  { withContext }: { readonly withContext: boolean },
): Span[] | undefined {
  const start = at === undefined ? undefined : normal.unitOfPoint(at);
  const { text } = normal;
  const [first = '', ...rest] = quote.map(normalLineEnds);
  if (start === undefined || first === '' || !text.startsWith(first, start)) return undefined;
  const front = normalLineEnds(before);
  if (withContext && !(start >= front.length && text.startsWith(front, start - front.length))) return undefined;
  const behind = normalLineEnds(after);
  const spans = [{ start, end: start + first.length }];
  for (const [index, part] of rest.entries()) {
    const from = spans.at(-1)?.end ?? 0;
    let place = -1;
    if (index === rest.length - 1 && behind !== '') place = text.indexOf(part + behind, from);
    if (place === -1) place = text.indexOf(part, from);
    if (place === -1) return undefined;
    spans.push({ start: place, end: place + part.length });
  }
  if (withContext && !text.startsWith(behind, spans.at(-1)?.end)) return undefined;
  // Half a character is no place: a broken quote must not split whole ones.
  if (spans.some((span) => insidePair(text, span.start) || insidePair(text, span.end))) return undefined;
  return spans.map((span) => normal.toOriginal(span));
}
