import { anchorAll } from './anchor/anchor.ts';
import { spansAtPosition } from './anchor/position.ts';
import { NormalText } from './normal.ts';
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
      const spans = spansAtPosition(annotation, normal, { withContext: false });
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
