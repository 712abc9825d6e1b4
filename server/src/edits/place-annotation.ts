import { Describer } from '../annotations/describe.ts';
import { readSidecarTree } from '../annotations/sidecar.ts';
import type { TextEdit } from '../text/edit.ts';
import { onOneLine } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { styleOf, writtenValue } from '../yaml/entry.ts';
import { joined } from '../yaml/splice.ts';
import { annotationById, partsLost, wellFormed } from './annotations.ts';
import { check, type Refused } from './annotations-check.ts';
import { addPairBehind, placePairs, setValue } from './annotations-write.ts';
import { dropOwnText, placesOf, reanchor, refuseDamaged, type SidecarInput } from './reanchor.ts';

export interface PlaceInput extends SidecarInput {
  readonly id: string;
  /** Where the annotation is to stand: its parts, one as a rule. */
  readonly spans: readonly Span[];
}

/**
 * Gives an annotation a place: writes its quote, position and context anew, and nothing else of it. What it is, who said so
 * and how it is related stays.
 */
export function placeEdit(input: PlaceInput): { readonly edits: TextEdit[] } | Refused {
  const { text, sidecar = '' } = input;
  const [spans] = wellFormed([input.spans], text);
  if (spans === undefined)
    return { problem: 'Nothing is selected. Select the words where the annotation belongs first.' };
  const tree = readSidecarTree(sidecar);
  const refused = refuseDamaged(tree, sidecar);
  if (refused) return refused;
  const annotation = annotationById(tree, input.id, 'place');
  if ('problem' in annotation) return annotation;
  const item = tree.itemOf.get(annotation) ?? -1;
  const node = tree.list?.items[item]?.value;
  if (node?.kind !== 'map' || node.alias) {
    const problem = `The annotation “${onOneLine(annotation.quote.join(' … '))}” stands here through an alias. Write the entry out, then try again.`;
    return { problem, span: annotation.span };
  }
  const place = new Describer(text).describe(spans);
  const lost = partsLost(place, spans, text);
  if (lost) return lost;
  const placed = placesOf(input)(tree.sidecar);
  const anchored = reanchor(sidecar, tree, placed, input, new Set([item]));
  if (!Array.isArray(anchored)) return anchored;
  const edits: TextEdit[] = [...anchored];
  // What is missing comes behind what an entry says in front of it as a rule.
  let last = node.entries.get('quote');
  for (const pair of placePairs(place)) {
    const old = node.entries.get(pair.key);
    if (old === undefined) {
      if (pair.value !== '' && last !== undefined) edits.push(addPairBehind(sidecar, node, last, pair.key, pair.value));
      continue;
    }
    last = old;
    if (said(annotation, pair.key) !== JSON.stringify(pair.value))
      edits.push(setValue(old, writtenValue(pair, styleOf(node))));
  }
  if (node.entries.has('text')) edits.push(dropOwnText(sidecar, node, input.textId));
  const all = joined(edits);
  const wrong = check(sidecar, all, tree, placed, input, new Set(), [], { placed: { item, place } });
  return wrong ?? { edits: all };
}

/** What an entry says now of its place. */
function said(
  { quote, at, before, after }: { quote: readonly string[]; at: number | undefined; before: string; after: string },
  key: string,
): string | undefined {
  const values: Readonly<Record<string, unknown>> = { quote: quote.length === 1 ? quote[0] : quote, at, before, after };
  return JSON.stringify(values[key]);
}
