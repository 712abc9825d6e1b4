import { placeAll } from '../annotations/place.ts';
import { readSidecarTree, type SidecarTree } from '../annotations/sidecar.ts';
import { type Place, type PlacedAnnotation, standsAsItWas } from '../annotations/types.ts';
import { PointIndex } from '../text/codepoints.ts';
import type { TextEdit } from '../text/edit.ts';
import { onOneLine } from '../text/shorten.ts';
import { doubleQuoted, quoteYaml } from '../yaml/quote.ts';
import type { YamlMap } from '../yaml/read.ts';
import { beginsLine, contentEnd, joined, lineBehind, lineStart } from '../yaml/splice.ts';
import { check, lineOf, positionAfter, type Refused } from './annotations-check.ts';
import { addPairBehind, setValue, textIdEdits } from './annotations-write.ts';

/** What every change of a sidecar is computed from. */
export interface SidecarInput {
  /** The seed's text. */
  readonly text: string;
  /** Its git blob id. */
  readonly textId: string;
  /** The sidecar's text; undefined where there is none. */
  readonly sidecar: string | undefined;
  /** Where annotations stand in the text, for whoever knows more of it than the text and its id tell. */
  readonly place?: Place | undefined;
}

/** How the annotations of an input find their places. */
export function placesOf({ text, textId, place }: Omit<SidecarInput, 'sidecar'>): Place {
  return place ?? ((sidecar) => placeAll(sidecar, text, { textId }));
}

/**
 * Brings the positions of a sidecar up to a text that changed: what stands as it was gets its new position, all else keeps
 * its old one under the id of the text that it was taken from. No edits where nothing changed.
 */
export function reanchorEdit(input: SidecarInput): { readonly edits: TextEdit[] } | Refused {
  const { sidecar = '' } = input;
  const tree = readSidecarTree(sidecar);
  const refused = refuseDamaged(tree, sidecar);
  if (refused) return refused;
  if (tree.sidecar.annotations.length === 0) return { edits: [] };
  const placed = placesOf(input)(tree.sidecar);
  const anchored = reanchor(sidecar, tree, placed, input, new Set());
  if (!Array.isArray(anchored)) return anchored;
  const edits = joined(anchored);
  return check(sidecar, edits, tree, placed, input, new Set(), []) ?? { edits };
}

/** Where the text changed since the positions were taken: its new id, and the new position of all that have a place. */
export function reanchor(
  sidecar: string,
  tree: SidecarTree,
  placed: readonly PlacedAnnotation[],
  { text, textId }: { readonly text: string; readonly textId: string },
  gone: ReadonlySet<number>,
): TextEdit[] | Refused {
  const old = tree.sidecar.text;
  if (old === textId) return [];
  const points = new PointIndex(text);
  const edits = textIdEdits(sidecar, tree, textId);
  for (const item of placed) {
    const { annotation } = item;
    const index = tree.itemOf.get(annotation);
    const node = index === undefined || gone.has(index) ? undefined : tree.list?.items[index]?.value;
    const at = node?.kind === 'map' ? node.entries.get('at') : undefined;
    if (node?.kind !== 'map' || at === undefined || annotation.at === undefined) continue;
    const position = positionAfter(item, points);
    const own = node.entries.get('text');
    const changes = position !== annotation.at;
    const stands = standsAsItWas(item);
    const loses = stands && own !== undefined && annotation.text !== undefined;
    const gains = !stands && own === undefined && old !== undefined;
    if (node.alias && (changes || loses || gains)) {
      const problem = `The annotation “${onOneLine(annotation.quote.join(' … '))}” stands here through an alias, and its position has changed. Write the entry out, then try again.`;
      return { problem, span: node.span };
    }
    if (changes) edits.push(setValue(at, String(position)));
    if (loses) edits.push(dropOwnText(sidecar, node, textId));
    if (gains) edits.push(addPairBehind(sidecar, node, at, 'text', old));
  }
  return edits;
}

/** An entry that has a place again needs no `text` of its own: its line goes, if nothing else stands on it. */
export function dropOwnText(sidecar: string, node: YamlMap, textId: string): TextEdit {
  const own = node.pairs.findIndex((pair) => pair.key === 'text');
  const pair = node.pairs[own];
  if (pair === undefined) throw new RangeError('the entry has no text of its own');
  const { keySpan, end } = pair;
  const front = node.pairs[own - 1];
  // In braces it goes with the comma in front of it, if there is nothing else.
  if (node.flow && front !== undefined && /^\s*,\s*$/.test(sidecar.slice(front.end, keySpan.start)))
    return { start: front.end, end, newText: '' };
  const alone = beginsLine(sidecar, keySpan.start) && sidecar.slice(end, contentEnd(sidecar, end)).trim() === '';
  if (own > 0 && !node.flow && alone)
    return { start: lineStart(sidecar, keySpan.start), end: lineBehind(sidecar, end), newText: '' };
  return setValue(pair, node.flow ? doubleQuoted(textId) : quoteYaml(textId));
}

export function refuseDamaged(tree: SidecarTree, sidecar: string): Refused | undefined {
  if (!tree.sidecar.damaged) return undefined;
  const first = tree.problems.find(({ code }) => code.startsWith('yaml-')) ?? tree.problems[0];
  if (first === undefined) return { problem: 'The annotations file is damaged. Repair it first.' };
  const problem = `The annotations file is damaged in line ${lineOf(sidecar, first.span.start)}, so nothing was written into it. ${first.message}`;
  return { problem, span: first.span };
}
