import type { AcceptedFinding } from '../annotations/types.ts';
import { FINDINGS } from '../project/severities.ts';
import type { Span } from '../text/span.ts';
import type { SeedSnapshot } from './snapshot.ts';

/** Context written down with an accepted finding, on each side, where its words stand in several places. */
const CONTEXT = 16;

/** What tells a finding from others like it, so that accepting it can be written down. Offsets are those of the whole seed. */
export interface FindingKey {
  readonly code: string;
  readonly span: Span;
  /** The metadata field that is missing; its finding points at another place. */
  readonly missing: string | undefined;
}

/** How a finding is written into the sidecar when it is accepted; undefined for one that must be mended. */
export function describeFinding(
  snapshot: SeedSnapshot,
  { code, span, missing }: FindingKey,
): Pick<AcceptedFinding, 'code' | 'quote' | 'field' | 'before' | 'after'> | undefined {
  const info = FINDINGS[code];
  if (info === undefined || info.about === 'file') return undefined;
  if (missing !== undefined) return { code, field: missing, quote: undefined, before: '', after: '' };
  const text = snapshot.lines.toString();
  const quote = text.slice(span.start, span.end);
  const first = text.indexOf(quote);
  const alone = first === text.lastIndexOf(quote);
  return {
    code,
    field: undefined,
    quote: plain(quote),
    before: alone ? '' : plain(text.slice(whole(text, span.start - CONTEXT), span.start)),
    after: alone ? '' : plain(text.slice(span.end, whole(text, span.end + CONTEXT))),
  };
}

/** Findings that an annotation answers: one that says which day a date means. */
const ANSWERED = new Set(['ambiguous-date', 'weekday-mismatch', 'impossible-date', 'date-after-publication']);

/** Whether people have dealt with a finding without changing the text: accepted it, or annotated what is meant. */
export function isSettled(snapshot: SeedSnapshot, key: FindingKey): boolean {
  if (snapshot.accepted.length > 0 && isAccepted(snapshot, key)) return true;
  if (snapshot.annotations.length === 0 || !ANSWERED.has(key.code)) return false;
  const { start, end } = key.span;
  return snapshot.annotations.some(
    ({ annotation, spans }) =>
      annotation.status === 'confirmed' &&
      annotation.attributes.has('value') &&
      spans.some((span) => span.start <= start && end <= span.end),
  );
}

function isAccepted(snapshot: SeedSnapshot, { code, span, missing }: FindingKey): boolean {
  return snapshot.accepted.some((accepted) => {
    if (accepted.code !== code) return false;
    if (accepted.field !== undefined || missing !== undefined) return accepted.field === missing;
    const { quote, before, after } = accepted;
    if (quote === undefined) return false;
    const text = snapshot.lines.toString();
    return (
      plain(text.slice(span.start, span.end)) === quote &&
      // Twice the length, since a line end may be two characters.
      (before === '' || plain(text.slice(Math.max(0, span.start - 2 * before.length), span.start)).endsWith(before)) &&
      (after === '' || plain(text.slice(span.end, span.end + 2 * after.length)).startsWith(after))
    );
  });
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** An offset inside the text that divides no character. */
function whole(text: string, at: number): number {
  const offset = Math.min(text.length, Math.max(0, at));
  const low = text.charCodeAt(offset);
  return low >= 0xdc00 && low <= 0xdfff && offset > 0 ? offset - 1 : offset;
}
