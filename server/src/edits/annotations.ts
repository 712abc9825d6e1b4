import { Describer } from '../annotations/describe.ts';
import { placeAll } from '../annotations/place.ts';
import { readSidecarTree, type SidecarTree } from '../annotations/sidecar.ts';
import type { Annotation, PlacedAnnotation } from '../annotations/types.ts';
import type { TextEdit } from '../text/edit.ts';
import { onOneLine } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { joined, lineEndOf } from '../yaml/splice.ts';
import { check, type Refused } from './annotations-check.ts';
import { freshLines, insertEntries, type NewEntry } from './annotations-write.ts';
import { joinBy } from './join-by.ts';
import { placesOf, reanchor, refuseDamaged, type SidecarInput } from './reanchor.ts';

export type { Refused } from './annotations-check.ts';

/** A change of a sidecar: edits of its text, '' where it is not there yet. */
export interface SidecarChange {
  readonly edits: TextEdit[];
  readonly added: number;
  readonly removed: number;
}

export interface TagInput extends SidecarInput {
  /** What is annotated: the parts of each, one as a rule. */
  readonly targets: readonly (readonly Span[])[];
  readonly type: string;
  /** What else is said of each. */
  readonly attributes?: ReadonlyMap<string, string> | undefined;
  readonly note?: string | undefined;
  /** Id of the entry of the facts files that each is about. */
  readonly entity?: string | undefined;
  /** What somebody says they are not is kept, so that it is not suggested again. */
  readonly rejected?: boolean | undefined;
  /** With `rejected`: nor are the same words elsewhere in the document. */
  readonly everywhere?: boolean | undefined;
  /** The annotator's name; '' for none. */
  readonly by: string;
  /** ISO date; '' for none. */
  readonly today: string;
  /** Ids for the new entries, at least one a target; those that the file has already are passed over. */
  readonly ids: readonly string[];
}

/**
 * Annotates passages: splices new entries into the sidecar. What was tagged so before is not tagged again; where somebody
 * else did, the annotator's name goes beside theirs.
 */
export function tagEdit(input: TagInput): SidecarChange | Refused {
  const { text, textId, sidecar = '' } = input;
  const targets = wellFormed(input.targets, text);
  if (targets.length === 0) return { problem: NOTHING_SELECTED };
  const blank = /^\ufeff?\s*$/.test(sidecar);
  const tree = readSidecarTree(blank ? '' : sidecar);
  const refused = refuseDamaged(tree, sidecar);
  if (refused) return refused;
  const placed = placesOf(input)(tree.sidecar);
  const fresh = targets.filter((target) => sameAs(target, input.type, placed) === undefined);
  const joining = blank ? new Map<number, TextEdit>() : joinings(input, targets, tree, placed);
  if (fresh.length === 0 && joining.size === 0) return alreadyThere(targets, input.type, placed, text);
  const entries = newEntries(input, fresh, tree);
  if (!Array.isArray(entries)) return entries;
  if (blank) {
    const lineEnd = lineEndOf(sidecar);
    const newText = freshLines(textId, entries).join(lineEnd) + lineEnd;
    const start = sidecar.startsWith('\ufeff') ? 1 : 0;
    return { edits: [{ start, end: sidecar.length, newText }], added: entries.length, removed: 0 };
  }
  const anchored = reanchor(sidecar, tree, placed, input, new Set());
  if (!Array.isArray(anchored)) return anchored;
  const inserted = entriesInto(sidecar, tree, textId, entries, placed);
  if (!Array.isArray(inserted)) return inserted;
  const write = (names: ReadonlyMap<number, TextEdit>): SidecarChange | Refused => {
    const edits = joined([...anchored, ...inserted, ...names.values()]);
    const by = { name: input.by.trim(), items: new Set(names.keys()) };
    const wrong = check(sidecar, edits, tree, placed, input, new Set(), entries, { by });
    return wrong ?? { edits, added: entries.length, removed: 0 };
  };
  const written = write(joining);
  if ('edits' in written || joining.size === 0) return written;
  // Names that others share through an anchor cannot be added to here; the rest can be written all the same.
  return entries.length > 0 ? write(new Map()) : alreadyThere(targets, input.type, placed, text);
}

export const NOTHING_SELECTED = 'Nothing is selected that could be annotated. Select some words first.';

/** Inserts new entries among those that are there, each in front of the first one that stands behind it in the text. */
export function entriesInto(
  sidecar: string,
  tree: SidecarTree,
  textId: string,
  entries: readonly NewEntry[],
  placed: readonly PlacedAnnotation[],
): TextEdit[] | Refused {
  if (entries.length === 0) return [];
  const starts = startsByItem(tree, placed);
  const inserted = insertEntries(sidecar, tree, textId, entries, (item) => starts.get(item));
  if (inserted !== undefined) return inserted;
  const span = tree.root?.entries.get('annotations')?.value.span ?? { start: 0, end: 0 };
  return { problem: 'The list of annotations stands here through an alias. Write the list out, then tag again.', span };
}

/** The one annotation that has an id. `what` is what the user wants to do with it. */
export function annotationById({ sidecar }: SidecarTree, id: string, what: string): Annotation | Refused {
  // It is known by its number alone, and by now another entry may have that.
  if (id.startsWith('#'))
    return {
      problem: `This entry has no id, so that no command can change it. Give it one in the annotations file, where a quick fix does so, then ${what} again.`,
      span: sidecar.annotations.find((annotation) => annotation.id === id)?.span ?? { start: 0, end: 0 },
    };
  const [found, second] = sidecar.annotations.filter((annotation) => annotation.id === id);
  if (found === undefined)
    return {
      problem: `There is no annotation with the id "${id}" in the annotations file. It may have been removed already.`,
    };
  if (second === undefined) return found;
  const problem = `Two annotations have the id "${id}". Give one of them another id in the annotations file, then ${what} again.`;
  return { problem, span: second.span };
}

/** Whole characters, in document order, each passage once. */
export function wellFormed(targets: TagInput['targets'], text: string): Span[][] {
  const result = new Map<string, Span[]>();
  for (const target of targets) {
    const spans = target
      .map(({ start, end }) => wholeCharacters(text, Math.max(0, start), Math.min(text.length, end)))
      .filter((span) => span.start < span.end)
      .sort((a, b) => a.start - b.start);
    if (spans.length > 0) result.set(JSON.stringify(spans), spans);
  }
  return [...result.values()].sort(
    (a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0) || (b.at(-1)?.end ?? 0) - (a.at(-1)?.end ?? 0),
  );
}

function wholeCharacters(text: string, start: number, end: number): Span {
  const first = start === 0 && end > 1 && text.startsWith('\ufeff') ? 1 : start;
  return { start: isInside(text, first) ? first - 1 : first, end: isInside(text, end) ? end + 1 : end };
}

function isInside(text: string, at: number): boolean {
  if (text[at - 1] === '\r' && text[at] === '\n') return true;
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** The annotation that says the same of the same passage. */
export function sameAs(
  target: readonly Span[],
  type: string,
  placed: readonly PlacedAnnotation[],
): Annotation | undefined {
  return placed.find(({ annotation, spans }) => annotation.type === type && sameSpans(spans, target))?.annotation;
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, i) => span.start === b[i]?.start && span.end === b[i]?.end);
}

/** By list item: how the annotator's name goes to entries that say the same, in the name of others or of nobody. */
function joinings(
  input: TagInput,
  targets: readonly (readonly Span[])[],
  tree: SidecarTree,
  placed: readonly PlacedAnnotation[],
): Map<number, TextEdit> {
  const edits = new Map<number, TextEdit>();
  const name = input.by.trim();
  if (name === '') return edits;
  for (const target of targets) {
    const annotation = sameAs(target, input.type, placed);
    const item = annotation && tree.itemOf.get(annotation);
    if (annotation === undefined || item === undefined || !saysNoMore(input, annotation)) continue;
    if (annotation.status !== statusOf(input) || annotation.by.includes(name)) continue;
    const node = tree.list?.items[item]?.value;
    const edit = node?.kind === 'map' ? joinBy(input.sidecar ?? '', node, name) : undefined;
    if (edit !== undefined) edits.set(item, edit);
  }
  return edits;
}

/** Whether all that is to be said of a passage stands in an entry already. */
function saysNoMore({ attributes, note = '' }: TagInput, entry: Annotation): boolean {
  if (note !== '' && note !== entry.note) return false;
  return [...(attributes ?? [])].every(([name, value]) => entry.attributes.get(name) === value);
}

function statusOf({ rejected }: TagInput): Annotation['status'] {
  return rejected ? 'rejected' : 'confirmed';
}

function alreadyThere(
  targets: readonly (readonly Span[])[],
  type: string,
  placed: readonly PlacedAnnotation[],
  text: string,
): Refused {
  const [first] = targets;
  const annotation = first && sameAs(first, type, placed);
  const quote = onOneLine((first ?? []).map(({ start, end }) => text.slice(start, end)).join(' … '));
  const what = targets.length === 1 ? `“${quote}” is` : `“${quote}” and the other ${targets.length - 1} places are`;
  const rejected = annotation?.status === 'rejected' ? ' and rejected. Remove that entry first' : '';
  const problem = `${what} annotated as ${type} already${rejected}.`;
  return annotation ? { problem, span: annotation.span } : { problem };
}

function newEntries(input: TagInput, targets: readonly Span[][], tree: SidecarTree): NewEntry[] | Refused {
  const ids = idsBeside(tree, input.ids);
  const describer = new Describer(input.text);
  const entries: NewEntry[] = [];
  for (const spans of targets) {
    const place = describer.describe(spans);
    const lost = partsLost(place, spans, input.text);
    if (lost) return lost;
    const id = ids.next().value;
    const { type, today: on, attributes, entity, note, rejected, everywhere } = input;
    const [by, start] = [input.by.trim(), spans[0]?.start ?? 0];
    entries.push({ id, type, place, attributes, entity, note, rejected, everywhere, by, on, start });
  }
  return entries;
}

/** Why a passage of several parts cannot be annotated: it would not be found again. */
export function partsLost(place: NewEntry['place'], spans: readonly Span[], text: string): Refused | undefined {
  if (spans.length < 2 || findsAgain(place, spans, text)) return undefined;
  const quote = onOneLine(place.quote.join(' … '));
  return {
    problem: `The parts “${quote}” cannot be told apart from the same words between them. Annotate one passage instead.`,
  };
}

/** The ids given, without those taken; should they run out, made from them. */
export function* idsBeside({ sidecar }: SidecarTree, ids: readonly string[]): Generator<string, never> {
  const taken = new Set([...sidecar.annotations, ...sidecar.relations].map(({ id }) => id));
  for (const id of ids) {
    if (taken.has(id)) continue;
    taken.add(id);
    yield id;
  }
  const base = ids[0] ?? 'a';
  for (let number = 2; ; number++) {
    const id = `${base}-${number}`;
    if (!taken.has(id)) yield id;
  }
}

function findsAgain(place: NewEntry['place'], spans: readonly Span[], text: string): boolean {
  const annotation: Annotation = {
    ...place,
    id: '',
    type: '',
    by: [],
    status: 'confirmed',
    attributes: new Map(),
    span: { start: 0, end: 0 },
  };
  const [placed] = placeAll({ text: undefined, annotations: [annotation] }, text);
  return placed !== undefined && sameSpans(placed.spans, spans);
}

function startsByItem(tree: SidecarTree, placed: readonly PlacedAnnotation[]): Map<number, number> {
  const starts = new Map<number, number>();
  for (const { annotation, spans } of placed) {
    const item = tree.itemOf.get(annotation);
    if (item !== undefined && spans[0]) starts.set(item, spans[0].start);
  }
  return starts;
}
