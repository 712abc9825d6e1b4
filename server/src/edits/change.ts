import { Describer } from '../annotations/describe.ts';
import { readSidecarTree, type SidecarTree } from '../annotations/sidecar.ts';
import type { Annotation, AnnotationStatus, PlacedAnnotation } from '../annotations/types.ts';
import type { TextEdit } from '../text/edit.ts';
import { onOneLine } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import type { EntryPair } from '../yaml/entry.ts';
import type { YamlMap } from '../yaml/read.ts';
import { joined, lineEndOf } from '../yaml/splice.ts';
import {
  annotationById,
  entriesInto,
  idsBeside,
  NOTHING_SELECTED,
  partsLost,
  sameAs,
  wellFormed,
} from './annotations.ts';
import { check, type Refused } from './annotations-check.ts';
import { freshLines, type NewEntry } from './annotations-write.ts';
import { changeEntry, unreadable, type Wanted } from './entry-change.ts';
import { joinBy } from './join-by.ts';
import { placesOf, reanchor, refuseDamaged, type SidecarInput } from './reanchor.ts';

/** What annotations are to say; what is not named stays, '' takes a value away. */
export interface Change {
  readonly type?: string | undefined;
  readonly status?: 'confirmed' | 'rejected' | undefined;
  /** With the status `rejected`: nor are the same words elsewhere in the document. */
  readonly everywhere?: boolean | undefined;
  readonly entity?: string | undefined;
  readonly note?: string | undefined;
  readonly attributes?: ReadonlyMap<string, string> | undefined;
}

/** A passage without an annotation, and as what it is annotated. */
export interface Passage {
  readonly spans: readonly Span[];
  readonly type: string;
  readonly attributes?: ReadonlyMap<string, string> | undefined;
  readonly entity?: string | undefined;
}

export interface ChangeInput extends SidecarInput {
  /** Annotations that are there. */
  readonly ids: readonly string[];
  /** Passages that are annotated, with the change on top. One that is annotated so already is changed. */
  readonly passages: readonly Passage[];
  readonly change: Change;
  /** The annotator's name; '' for none. */
  readonly by: string;
  /** ISO date; '' for none. */
  readonly today: string;
  /** Ids for new entries, at least one a passage. */
  readonly newIds: readonly string[];
}

/**
 * Changes what annotations say, and annotates passages that are not yet. Whoever confirms what others suggest joins them under
 * `by`; whoever says something else of a passage (another type, that it is none) stands there alone.
 */
export function changeEdit(input: ChangeInput): { readonly edits: TextEdit[] } | Refused {
  const { textId, sidecar = '' } = input;
  const blank = /^\ufeff?\s*$/.test(sidecar);
  const tree = readSidecarTree(blank ? '' : sidecar);
  const refused = refuseDamaged(tree, sidecar);
  if (refused) return refused;
  const placed = placesOf(input)(tree.sidecar);
  const sorted = sort(input, placed);
  const changes = new Map<number, EntryChange>();
  for (const id of [...input.ids, ...sorted.known]) {
    const annotation = annotationById(tree, id, 'try');
    if ('problem' in annotation) return annotation;
    const change = changeOf(input, annotation);
    if (change === undefined) continue;
    const refusal = twinOf(annotation, change.says.type, placed) ?? prepare(sidecar, tree, annotation, change, changes);
    if (refusal) return refusal;
  }
  const entries = newEntries(input, sorted.fresh, tree);
  if (!Array.isArray(entries)) return entries;
  if (changes.size === 0 && entries.length === 0) return nothingToDo(input, tree);
  if (blank) {
    const lineEnd = lineEndOf(sidecar);
    const start = sidecar.startsWith('\ufeff') ? 1 : 0;
    return { edits: [{ start, end: sidecar.length, newText: freshLines(textId, entries).join(lineEnd) + lineEnd }] };
  }
  const anchored = reanchor(sidecar, tree, placed, input, new Set());
  if (!Array.isArray(anchored)) return anchored;
  const inserted = entriesInto(sidecar, tree, textId, entries, placed);
  if (!Array.isArray(inserted)) return inserted;
  const edits = joined([...anchored, ...inserted, ...[...changes.values()].flatMap((change) => change.edits)]);
  return check(sidecar, edits, tree, placed, input, new Set(), entries, { changed: changes }) ?? { edits };
}

/** Why an annotation cannot get a type that another one of the very same passage has. */
function twinOf(annotation: Annotation, type: string, placed: readonly PlacedAnnotation[]): Refused | undefined {
  if (type === annotation.type) return undefined;
  const spans = placed.find((one) => one.annotation === annotation)?.spans ?? [];
  const twin = spans.length === 0 ? undefined : sameAs(spans, type, placed);
  if (twin === undefined) return undefined;
  const problem = `“${onOneLine(twin.quote.join(' … '))}” is annotated as ${type} already. Remove one of the two instead.`;
  return { problem, span: twin.span };
}

/** How an entry is changed. */
interface EntryChange {
  readonly edits: readonly TextEdit[];
  readonly keys: ReadonlySet<string>;
  /** What it says then. */
  readonly says: Annotation;
}

/** Passages that are new, and the ids of those that are annotated so already. */
function sort(
  { passages, text, ids, change }: ChangeInput,
  placed: readonly PlacedAnnotation[],
): {
  readonly fresh: readonly Passage[];
  readonly known: readonly string[];
} {
  const fresh = new Map<string, Passage>();
  const known = new Set<string>();
  for (const passage of passages) {
    const [spans] = wellFormed([passage.spans], text);
    if (spans === undefined) continue;
    const type = change.type ?? passage.type;
    const same = sameAs(spans, passage.type, placed) ?? sameAs(spans, type, placed);
    const key = JSON.stringify([type, spans]);
    if (same === undefined) fresh.set(key, fresh.get(key) ?? { ...passage, spans });
    else if (!ids.includes(same.id)) known.add(same.id);
  }
  return { fresh: [...fresh.values()], known: [...known] };
}

function changeOf(
  { change, by, today }: ChangeInput,
  annotation: Annotation,
): { readonly wanted: Wanted; readonly says: Annotation } | undefined {
  const wanted = new Map<string, EntryPair['value'] | undefined>();
  const name = by.trim();
  let says = annotation;
  const { type = annotation.type, entity, note, attributes } = change;
  const status: AnnotationStatus = change.status ?? annotation.status;
  if (type !== annotation.type) {
    wanted.set('type', type);
    says = { ...says, type };
  }
  if (status !== annotation.status) {
    wanted.set('status', status === 'confirmed' ? undefined : status);
    says = { ...says, status };
  }
  const everywhere = status === 'rejected' && (change.everywhere ?? annotation.everywhere) === true;
  if (everywhere !== (annotation.everywhere === true)) {
    wanted.set('everywhere', everywhere ? true : undefined);
    says = { ...says, everywhere };
  }
  if (entity !== undefined && entity !== (annotation.entity ?? '')) {
    wanted.set('entity', entity === '' ? undefined : entity);
    says = { ...says, entity: entity === '' ? undefined : entity };
  }
  if (note !== undefined && note !== (annotation.note ?? '')) {
    wanted.set('note', note === '' ? undefined : note);
    says = { ...says, note: note === '' ? undefined : note };
  }
  if (attributes !== undefined) {
    const all = merged(annotation.attributes, attributes);
    if (!sameMap(all, annotation.attributes)) {
      wanted.set('attributes', all.size === 0 ? undefined : all);
      says = { ...says, attributes: all };
    }
  }
  const isOther = says.type !== annotation.type || (says.status !== annotation.status && says.status === 'rejected');
  const confirms =
    change.status !== undefined && status === annotation.status ? true : says.status !== annotation.status;
  const names =
    name === '' ? annotation.by : isOther ? [name] : confirms ? withName(annotation.by, name) : annotation.by;
  if (names !== annotation.by && names.join('\n') !== annotation.by.join('\n')) {
    wanted.set('by', names);
    says = { ...says, by: names };
  }
  if (wanted.size === 0) return undefined;
  const said = says.type !== annotation.type || says.status !== annotation.status;
  if (said && today !== '' && today !== annotation.on) {
    wanted.set('on', today);
    says = { ...says, on: today };
  }
  return { wanted, says };
}

function withName(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names : [...names, name];
}

function prepare(
  sidecar: string,
  tree: SidecarTree,
  annotation: Annotation,
  { wanted, says }: { readonly wanted: Wanted; readonly says: Annotation },
  changes: Map<number, EntryChange>,
): Refused | undefined {
  const item = tree.itemOf.get(annotation) ?? -1;
  const node = tree.list?.items[item]?.value;
  if (node?.kind !== 'map' || node.alias) {
    const problem = `The annotation “${onOneLine(annotation.quote.join(' … '))}” stands here through an alias. Write the entry out, then try again.`;
    return { problem, span: annotation.span };
  }
  const odd = unreadable(node, wanted);
  if (odd !== undefined) {
    const problem = `What stands under “${odd.key}” of the annotation “${onOneLine(annotation.quote.join(' … '))}” cannot be read and would be lost. Correct it in the annotations file, then try again.`;
    return { problem, span: odd.value.span };
  }
  changes.set(item, { edits: editsOf(sidecar, node, wanted, annotation), keys: new Set(wanted.keys()), says });
  return undefined;
}

/** A name that joins others goes beside them; all else is written in the place of what stood there. */
function editsOf(sidecar: string, node: YamlMap, wanted: Wanted, { by }: Annotation): readonly TextEdit[] {
  const names = wanted.get('by');
  const name = Array.isArray(names) && names.length > 1 && names.length === by.length + 1 ? names.at(-1) : undefined;
  const joining = typeof name === 'string' ? joinBy(sidecar, node, name) : undefined;
  if (joining === undefined) return changeEntry(sidecar, node, wanted);
  return [...changeEntry(sidecar, node, new Map([...wanted].filter(([key]) => key !== 'by'))), joining];
}

function newEntries(input: ChangeInput, passages: readonly Passage[], tree: SidecarTree): NewEntry[] | Refused {
  const ids = idsBeside(tree, input.newIds);
  const { change, by, today } = input;
  const describer = new Describer(input.text);
  const entries: NewEntry[] = [];
  for (const { spans, type, attributes, entity } of passages) {
    const place = describer.describe(spans);
    const lost = partsLost(place, spans, input.text);
    if (lost) return lost;
    entries.push({
      id: ids.next().value,
      type: change.type ?? type,
      place,
      entity: (change.entity ?? entity) || undefined,
      attributes: merged(attributes ?? new Map(), change.attributes ?? new Map()),
      note: change.note,
      rejected: change.status === 'rejected',
      everywhere: change.everywhere,
      by: by.trim(),
      on: today,
      start: spans[0]?.start ?? 0,
    });
  }
  return entries;
}

/** Values by name with others put over them; '' takes one away. */
function merged(values: ReadonlyMap<string, string>, over: ReadonlyMap<string, string>): Map<string, string> {
  const all = new Map(values);
  for (const [name, value] of over) {
    if (value === '') all.delete(name);
    else all.set(name, value);
  }
  return all;
}

function sameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
}

function nothingToDo({ ids, passages, text }: ChangeInput, tree: SidecarTree): Refused {
  const [id] = ids;
  if (id === undefined && passages.length > 0 && passages.every(({ spans }) => wellFormed([spans], text).length === 0))
    return { problem: NOTHING_SELECTED };
  const annotation = tree.sidecar.annotations.find((one) => one.id === id);
  if (ids.length + passages.length === 0) return { problem: 'No annotation was named that could be changed.' };
  const problem = 'The annotation says so already, so nothing was written.';
  return annotation === undefined ? { problem } : { problem, span: annotation.span };
}
