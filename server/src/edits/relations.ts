import { readEditedSidecar, readSidecarTree } from '../annotations/sidecar.ts';
import type { Annotation, Relation } from '../annotations/types.ts';
import type { TextEdit } from '../text/edit.ts';
import { appendToList } from '../yaml/append.ts';
import type { EntryPair } from '../yaml/entry.ts';
import { joined } from '../yaml/splice.ts';
import { annotationById, idsBeside } from './annotations.ts';
import { check, type Refused } from './annotations-check.ts';
import { placesOf, reanchor, refuseDamaged, type SidecarInput } from './reanchor.ts';
import { keepEnd, REMOVALS, removals } from './removals.ts';

export interface RelateInput extends SidecarInput {
  readonly type: string;
  /** Ids of annotations. */
  readonly from: string;
  readonly to: string;
  readonly note?: string | undefined;
  /** The annotator's name; '' for none. */
  readonly by: string;
  /** ISO date; '' for none. */
  readonly today: string;
  /** Id for the new entry; if the file has it, another is made from it. */
  readonly id: string;
}

/** Relates two annotations: a new entry at the end of the list of relations. */
export function relateEdit(input: RelateInput): { readonly edits: TextEdit[] } | Refused {
  const { sidecar = '' } = input;
  const tree = readSidecarTree(sidecar);
  const refused = refuseDamaged(tree, sidecar);
  if (refused) return refused;
  if (input.from === input.to) return { problem: 'An annotation cannot be related to itself. Pick another one.' };
  const ends: Annotation[] = [];
  for (const id of [input.from, input.to]) {
    const end = annotationById(tree, id, 'relate');
    if ('problem' in end) return end;
    ends.push(end);
  }
  const same = tree.sidecar.relations.find(
    ({ type, from, to }) => type === input.type && from === input.from && to === input.to,
  );
  if (same !== undefined) return { problem: 'These two annotations are related so already.', span: same.span };
  const placed = placesOf(input)(tree.sidecar);
  const anchored = reanchor(sidecar, tree, placed, input, new Set());
  if (!Array.isArray(anchored)) return anchored;
  const id = idsBeside(tree, [input.id]).next().value;
  const appended = tree.root && appendToList(sidecar, tree.root, 'relations', [pairsOf(input, id)]);
  const span = tree.root?.entries.get('relations')?.value.span ?? { start: 0, end: 0 };
  if (appended === undefined)
    return {
      problem: 'The key “relations” has no list that can be written to. Write a list there, then relate again.',
      span,
    };
  const edits = joined([...anchored, ...appended]);
  const wrong = check(sidecar, edits, tree, placed, input, new Set(), [], { except: 'relations' });
  if (wrong) return wrong;
  const after = readEditedSidecar(sidecar, edits).sidecar.relations;
  const last = after.at(-1);
  const kept = sayings(after.slice(0, -1)) === sayings(tree.sidecar.relations);
  if (kept && last?.id === id && last.from === input.from && last.to === input.to && last.type === input.type)
    return { edits };
  return { problem: 'The list “relations” is written in a way that cannot be added to. Add the entry by hand.', span };
}

export interface UnrelateInput extends SidecarInput {
  readonly ids: readonly string[];
}

/** Removes relations with their lines; comment lines above them stay. */
export function unrelateEdit(input: UnrelateInput): { readonly edits: TextEdit[] } | Refused {
  const { sidecar = '', ids } = input;
  const tree = readSidecarTree(sidecar);
  const refused = refuseDamaged(tree, sidecar);
  if (refused) return refused;
  const { relations } = tree.sidecar;
  const wrong = ids.length === 0 ? GONE : ids.map((id) => unknownRelation(relations, id)).find(Boolean);
  if (wrong) return wrong;
  const placed = placesOf(input)(tree.sidecar);
  const anchored = reanchor(sidecar, tree, placed, input, new Set());
  if (!Array.isArray(anchored)) return anchored;
  const gone = relationItems(tree, (relation) => ids.includes(relation.id));
  const rest = sayings(relations.filter(({ id }) => !ids.includes(id)));
  for (const [blanks, trimmed] of REMOVALS) {
    const pair = tree.root?.entries.get('relations');
    const plain = joined([...anchored, ...removals(sidecar, pair, gone, blanks)]);
    const edits = trimmed ? keepEnd(sidecar, plain) : plain;
    const harm = check(sidecar, edits, tree, placed, input, new Set(), [], { except: 'relations' });
    if (harm === undefined && sayings(readEditedSidecar(sidecar, edits).sidecar.relations) === rest) return { edits };
  }
  return { problem: 'The relation cannot be removed without harm to others. Remove its lines by hand.' };
}

const GONE: Refused = {
  problem: 'That relation is no longer in the annotations file. It may have been removed already.',
};

/** Why an id is not that of one relation. */
function unknownRelation(relations: readonly Relation[], id: string): Refused | undefined {
  const [found, second] = relations.filter((relation) => relation.id === id);
  if (found === undefined) return GONE;
  // It is known by its number alone, and by now another entry may have that.
  if (id.startsWith('#'))
    return {
      problem:
        'This relation has no id, so that no command can remove it. Give it one in the annotations file, then try again.',
      span: found.span,
    };
  if (second === undefined) return undefined;
  const problem = `Two relations have the id "${id}". Give one of them another id in the annotations file, then try again.`;
  return { problem, span: second.span };
}

/** The places in the list of those relations of a file that are wanted. */
export function relationItems(
  { root, sidecar }: ReturnType<typeof readSidecarTree>,
  wanted: (relation: Relation) => boolean,
): Set<number> {
  const list = root?.entries.get('relations')?.value;
  const items = list?.kind === 'seq' ? list.items : [];
  const starts = new Set(sidecar.relations.filter(wanted).map(({ span }) => span.start));
  return new Set(items.flatMap(({ value }, index) => (starts.has(value.span.start) ? [index] : [])));
}

/** What relations say, without where they stand in the file. */
export function sayings(relations: readonly Relation[]): string {
  return JSON.stringify(relations.map(({ type, from, to, note = '', by, on = '' }) => [type, from, to, note, by, on]));
}

function pairsOf({ type, from, to, note, by, today }: RelateInput, id: string): EntryPair[] {
  const pairs: EntryPair[] = [
    { key: 'id', value: id },
    { key: 'type', value: type },
    { key: 'from', value: from },
    { key: 'to', value: to },
  ];
  if (note !== undefined && note !== '') pairs.push({ key: 'note', value: note });
  if (by.trim() !== '') pairs.push({ key: 'by', value: [by.trim()] });
  if (today !== '') pairs.push({ key: 'on', value: today });
  return pairs;
}
