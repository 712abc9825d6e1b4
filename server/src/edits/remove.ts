import { readEditedSidecar, readSidecarTree } from '../annotations/sidecar.ts';
import { joined } from '../yaml/splice.ts';
import { annotationById, type SidecarChange } from './annotations.ts';
import { check, type Refused } from './annotations-check.ts';
import { placesOf, reanchor, refuseDamaged, type SidecarInput } from './reanchor.ts';
import { relationItems, sayings } from './relations.ts';
import { keepEnd, REMOVALS, removals } from './removals.ts';

export interface RemoveInput extends SidecarInput {
  readonly ids: readonly string[];
}

/** Removes annotations with their lines, and the relations that begin or end in them; comment lines above them stay. */
export function removeEdit(input: RemoveInput): SidecarChange | Refused {
  const { sidecar = '' } = input;
  const tree = readSidecarTree(sidecar);
  const refused = refuseDamaged(tree, sidecar);
  if (refused) return refused;
  const gone = new Set<number>();
  for (const id of input.ids) {
    const found = annotationById(tree, id, 'remove');
    if ('problem' in found) return found;
    gone.add(tree.itemOf.get(found) ?? -1);
  }
  if (gone.size === 0) return { problem: 'No annotation was named that could be removed.' };
  const ids = new Set(input.ids);
  const isCut = ({ from, to }: { from: string; to: string }) => ids.has(from) || ids.has(to);
  const cut = relationItems(tree, isCut);
  const rest = sayings(tree.sidecar.relations.filter((relation) => !isCut(relation)));
  const placed = placesOf(input)(tree.sidecar);
  const anchored = reanchor(sidecar, tree, placed, input, gone);
  if (!Array.isArray(anchored)) return anchored;
  const [annotations, relations] = ['annotations', 'relations'].map((key) => tree.root?.entries.get(key));
  const allowed = cut.size === 0 ? {} : { except: 'relations' };
  let wrong: Refused | undefined;
  // A block text in front may end in blank lines that count: then the blank lines behind the entry must not join them,
  // or the last line end must stay. The first way that leaves all other entries as they were is taken.
  for (const [blanks, trimmed] of REMOVALS) {
    const lines = removals(sidecar, annotations, gone, blanks);
    const related = cut.size === 0 ? [] : removals(sidecar, relations, cut, blanks);
    const plain = joined([...anchored, ...lines, ...related]);
    const edits = trimmed ? keepEnd(sidecar, plain) : plain;
    const found = check(sidecar, edits, tree, placed, input, gone, [], allowed);
    const kept = cut.size === 0 || sayings(readEditedSidecar(sidecar, edits).sidecar.relations) === rest;
    if (found === undefined && kept) return { edits, added: 0, removed: gone.size };
    wrong ??= found;
  }
  return wrong ?? { problem: 'The annotation could not be removed.' };
}
