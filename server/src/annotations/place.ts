import type { Span } from '../text/span.ts';
import { anchorAll } from './anchor/anchor.ts';
import { insidePair, NormalText, normalLineEnds } from './normal.ts';
import type { Annotation, PlacedAnnotation, Sidecar } from './types.ts';

/** What is known of the texts that positions were taken from. */
export interface Origins {
  /** Git blob id of the text in which places are looked for. */
  readonly textId?: string | undefined;
  /** Earlier texts by blob id, as far as they are at hand. */
  readonly bases?: ReadonlyMap<string, string> | undefined;
}

/**
 * Where the annotations of a sidecar stand in a text, in the sidecar's order. In the very text that a position was taken
 * from the position tells, if the quote stands there; in any other the place is looked for by {@link anchorAll}, with the
 * text of the position at hand or without.
 */
export function placeAll(
  { text: own, annotations }: Pick<Sidecar, 'text' | 'annotations'>,
  text: string,
  { textId, bases }: Origins = {},
): PlacedAnnotation[] {
  const placed: (PlacedAnnotation | undefined)[] = new Array(annotations.length).fill(undefined);
  const open = new Map<string | undefined, number[]>();
  let normal: NormalText | undefined;
  for (const [index, annotation] of annotations.entries()) {
    const id = annotation.text ?? own;
    if (id !== undefined && id === textId) {
      normal ??= new NormalText(text);
      const spans = spansAtPosition(annotation, normal);
      if (spans !== undefined) {
        placed[index] = { annotation, state: 'exact', score: 1, spans, candidates: [] };
        continue;
      }
    }
    // What has no text of its own at hand is told by its context, whatever text it is from.
    const base = id === textId ? id : id !== undefined && bases?.has(id) ? id : undefined;
    const group = open.get(base);
    if (group === undefined) open.set(base, [index]);
    else group.push(index);
  }
  for (const [id, indices] of open) {
    const base = id === undefined ? undefined : id === textId ? text : bases?.get(id);
    const sought = indices.map((index) => annotations[index] as Annotation);
    for (const [k, found] of anchorAll(sought, { text, base }).entries())
      placed[indices[k] as number] = found.state === 'ambiguous' ? { ...found, spans: [] } : found;
  }
  return placed.filter((item) => item !== undefined);
}

/** The spans of all parts where the first one stands at the stored position; undefined where one stands nowhere. */
function spansAtPosition({ quote, at, after }: Annotation, normal: NormalText): Span[] | undefined {
  const start = at === undefined ? undefined : normal.unitOfPoint(at);
  const [first = '', ...rest] = quote.map(normalLineEnds);
  if (start === undefined || first === '' || !normal.text.startsWith(first, start)) return undefined;
  const spans = partsFrom(start, first, rest, normalLineEnds(after), normal.text)?.map((span) =>
    normal.toOriginal(span),
  );
  return spans;
}

/** Each later part where it first stands behind its predecessor, the last one in front of the stored context if it can be. */
function partsFrom(
  at: number,
  first: string,
  rest: readonly string[],
  after: string,
  text: string,
): Span[] | undefined {
  const spans = [{ start: at, end: at + first.length }];
  let from = at + first.length;
  for (const [index, part] of rest.entries()) {
    const last = index === rest.length - 1;
    let start = last && after !== '' ? text.indexOf(part + after, from) : -1;
    if (start === -1) start = text.indexOf(part, from);
    if (start === -1) return undefined;
    from = start + part.length;
    spans.push({ start, end: from });
  }
  // Half a character is no place: a broken quote must not split whole ones.
  return spans.some(({ start, end }) => insidePair(text, start) || insidePair(text, end)) ? undefined : spans;
}
