import type { Description } from '../annotations/describe.ts';
import { readEditedSidecar, type SidecarTree } from '../annotations/sidecar.ts';
import { type Annotation, type PlacedAnnotation, standsAsItWas } from '../annotations/types.ts';
import { PointIndex } from '../text/codepoints.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { YamlItem } from '../yaml/read.ts';
import { canonical, isSameItem, saysSame } from '../yaml/values.ts';
import type { NewEntry } from './annotations-write.ts';

/** Why a sidecar was not changed; `span` is a place in the sidecar where the reason can be seen. */
export interface Refused {
  readonly problem: string;
  readonly span?: Span;
}

/** What an edit changes on purpose, beside entries that come and go. */
export interface Allowed {
  /** A key of the file. */
  readonly except?: string;
  /** A name that some items get under `by`, behind those that they have. */
  readonly by?: { readonly name: string; readonly items: ReadonlySet<number> };
  /** Items of which some keys are written anew, and what each says then. */
  readonly changed?: ReadonlyMap<number, { readonly keys: ReadonlySet<string>; readonly says: Annotation }>;
  /** An item that gets another place. */
  readonly placed?: { readonly item: number; readonly place: Description };
}

/**
 * Reads the file as it will be: the entries that were there say what they said, with new positions where those changed,
 * the new ones stand among them, all else is equal. A file odd enough to defeat the splices is refused, not harmed.
 */
export function check(
  sidecar: string,
  edits: readonly TextEdit[],
  tree: SidecarTree,
  placed: readonly PlacedAnnotation[],
  { text, textId }: { readonly text: string; readonly textId: string },
  gone: ReadonlySet<number>,
  entries: readonly NewEntry[],
  allowed: Allowed = {},
): Refused | undefined {
  const after = readEditedSidecar(sidecar, edits);
  const span = edits[0] ? { start: edits[0].start, end: edits[0].end } : { start: 0, end: 0 };
  const refuse = (reason: string): Refused => ({
    problem: `This change cannot be written into the annotations file without harm to other entries near line ${lineOf(sidecar, span.start)}${reason}. Make it there by hand.`,
    span,
  });
  if (after.sidecar.damaged) return refuse(`: ${(after.problems[0]?.message ?? '').replace(/\.$/, '')}`);
  // Without annotations there are no positions that the id speaks of.
  if (after.sidecar.text !== textId && after.sidecar.annotations.length > 0) return refuse('');
  const written = new Set(tree.root?.entries.has('seedmark') ? FILE_KEYS : FRESH_KEYS);
  const { except, by, changed: rewritten, placed: put } = allowed;
  if (except !== undefined) written.add(except);
  const others = tree.root ? saysSame(after.root, tree.root, written) : canonical(after.root, written) === '{}';
  if (!others) return refuse('');
  const added = new Map(entries.map((entry) => [entry.id, entry]));
  const news = after.sidecar.annotations.filter((annotation) => added.has(annotation.id));
  if (news.length !== entries.length || !news.every((annotation) => says(annotation, added.get(annotation.id))))
    return refuse('');
  const newItems = new Set(news.map((annotation) => after.itemOf.get(annotation)));
  const changed = tree.sidecar.text !== textId;
  const skipped = { moving: changed, joining: by?.items, rewritten, placed: put?.item };
  const expected = itemsOf(tree, (index) => gone.has(index), skipped);
  const found = itemsOf(after, (index) => newItems.has(index), skipped);
  if (expected.length !== found.length || !expected.every((item, i) => isSameEntry(item, found[i]))) return refuse('');
  const olds = after.sidecar.annotations.filter((annotation) => !added.has(annotation.id));
  const stay = placed.filter(({ annotation }) => !gone.has(tree.itemOf.get(annotation) ?? -1));
  const points = changed ? new PointIndex(text) : undefined;
  const positions = stay.map((item) => {
    if (put !== undefined && tree.itemOf.get(item.annotation) === put.item) return put.place.at;
    return points ? positionAfter(item, points) : item.annotation.at;
  });
  const own = put === undefined ? undefined : olds.find((annotation) => after.itemOf.get(annotation) === put.item);
  if (put !== undefined && !(own !== undefined && (own.text ?? textId) === textId && saysPlace(own, put.place)))
    return refuse('');
  const names = stay.map(({ annotation }) => {
    const item = tree.itemOf.get(annotation) ?? -1;
    return rewritten?.get(item)?.says.by ?? (by?.items.has(item) ? [...annotation.by, by.name] : annotation.by);
  });
  const asWanted = olds.every((annotation, i) => {
    const old = stay[i]?.annotation;
    const wanted = old && rewritten?.get(tree.itemOf.get(old) ?? -1);
    return wanted === undefined || saying(annotation) === saying(wanted.says);
  });
  if (!asWanted) return refuse('');
  return olds.length === stay.length && olds.every(({ at, by }, i) => at === positions[i] && isSameList(by, names[i]))
    ? undefined
    : refuse('');
}

const FILE_KEYS = new Set(['annotations', 'text']);
const FRESH_KEYS = new Set(['annotations', 'text', 'seedmark']);
const NO_KEYS: ReadonlySet<string> = new Set();
const MOVING_KEYS: ReadonlySet<string> = new Set(['at', 'text']);
const PLACE_KEYS = ['quote', 'at', 'before', 'after', 'text'];

/** What counts as no change, by the order of the items that were there before and stay. */
interface Skipped {
  /** Positions. */
  readonly moving: boolean;
  /** In whose name these are. */
  readonly joining: ReadonlySet<number> | undefined;
  /** Some keys of these. */
  readonly rewritten: Allowed['changed'];
  /** The place of this one. */
  readonly placed: number | undefined;
}

/** An item of the list, and the keys that do not count in it. */
interface Entry {
  readonly item: YamlItem;
  readonly skip: ReadonlySet<string>;
}

/** The items that were there before and stay, in order. */
function itemsOf(
  tree: SidecarTree,
  without: (index: number) => boolean,
  { moving, joining, rewritten, placed }: Skipped,
): Entry[] {
  const known = moving ? new Set(tree.itemOf.values()) : undefined;
  const entries: Entry[] = [];
  for (const [index, item] of (tree.list?.items ?? []).entries()) {
    if (without(index)) continue;
    const number = entries.length;
    let skip = known?.has(index) ? MOVING_KEYS : NO_KEYS;
    if (joining?.has(number)) skip = new Set([...skip, 'by']);
    const keys = rewritten?.get(number)?.keys;
    if (keys !== undefined) skip = new Set([...skip, ...keys]);
    if (number === placed) skip = new Set([...skip, ...PLACE_KEYS]);
    entries.push({ item, skip });
  }
  return entries;
}

/** Whether two items say the same, but for what does not count in either. */
function isSameEntry(one: Entry, other: Entry | undefined): boolean {
  if (other === undefined) return false;
  if (one.skip === NO_KEYS && other.skip === NO_KEYS) return isSameItem(one.item, other.item);
  return canonical(one.item.value, one.skip) === canonical(other.item.value, other.skip);
}

function isSameList(one: readonly string[], other: readonly string[] | undefined): boolean {
  return one === other || (one.length === other?.length && one.every((text, i) => text === other[i]));
}

function says(annotation: Annotation, entry: NewEntry | undefined): boolean {
  if (entry === undefined) return false;
  const { type, place, by, on, attributes = new Map<string, string>(), note = '' } = entry;
  return (
    annotation.type === type &&
    saysPlace(annotation, place) &&
    (annotation.note ?? '') === note &&
    JSON.stringify([...annotation.attributes]) === JSON.stringify([...attributes]) &&
    annotation.by.join() === by &&
    (annotation.entity ?? '') === (entry.entity ?? '') &&
    (annotation.status === 'rejected') === (entry.rejected === true) &&
    (annotation.everywhere === true) === (entry.rejected === true && entry.everywhere === true) &&
    (annotation.on ?? '') === on
  );
}

/** What an annotation says, but for its place. */
function saying({ id, type, status, everywhere, entity = '', note = '', attributes, on = '' }: Annotation): string {
  return JSON.stringify([id, type, status, everywhere === true, entity, note, [...attributes].sort(), on]);
}

function saysPlace(annotation: Annotation, place: Description): boolean {
  return (
    annotation.at === place.at &&
    annotation.before === place.before &&
    annotation.after === place.after &&
    JSON.stringify(annotation.quote) === JSON.stringify(place.quote)
  );
}

/** The position that an entry has after the edit. */
export function positionAfter(placed: PlacedAnnotation, points: PointIndex): number | undefined {
  const { annotation, spans } = placed;
  const start = standsAsItWas(placed) ? spans[0]?.start : undefined;
  return annotation.at === undefined || start === undefined ? annotation.at : points.toPoints(start);
}

/** Number of a line, from 1 on. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
