import type { Description } from '../annotations/describe.ts';
import { readSidecarTree, type SidecarTree } from '../annotations/sidecar.ts';
import { type Annotation, type PlacedAnnotation, standsAsItWas } from '../annotations/types.ts';
import { PointIndex } from '../text/codepoints.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { YamlNode } from '../yaml/read.ts';
import { canonical } from '../yaml/values.ts';
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
  const after = readSidecarTree(applyEdits(sidecar, edits));
  const span = edits[0] ? { start: edits[0].start, end: edits[0].end } : { start: 0, end: 0 };
  const refuse = (reason: string): Refused => ({
    problem: `This change cannot be written into the annotations file without harm to other entries near line ${lineOf(sidecar, span.start)}${reason}. Make it there by hand.`,
    span,
  });
  if (after.sidecar.damaged) return refuse(`: ${(after.problems[0]?.message ?? '').replace(/\.$/, '')}`);
  // Without annotations there are no positions that the id speaks of.
  if (after.sidecar.text !== textId && after.sidecar.annotations.length > 0) return refuse('');
  const written = new Set(tree.root?.entries.has('seedmark') ? FILE_KEYS : FRESH_KEYS);
  const { except, by, placed: put } = allowed;
  if (except !== undefined) written.add(except);
  if (canonical(after.root, written) !== (tree.root ? canonical(tree.root, written) : '{}')) return refuse('');
  const added = new Map(entries.map((entry) => [entry.id, entry]));
  const news = after.sidecar.annotations.filter((annotation) => added.has(annotation.id));
  if (news.length !== entries.length || !news.every((annotation) => says(annotation, added.get(annotation.id))))
    return refuse('');
  const newItems = new Set(news.map((annotation) => after.itemOf.get(annotation)));
  const changed = tree.sidecar.text !== textId;
  const skipped = { moving: changed, joining: by?.items, placed: put?.item };
  const expected = itemsOf(tree, (index) => gone.has(index), skipped);
  const found = itemsOf(after, (index) => newItems.has(index), skipped);
  if (expected.length !== found.length || expected.some((item, i) => item !== found[i])) return refuse('');
  const points = new PointIndex(text);
  const olds = after.sidecar.annotations.filter((annotation) => !added.has(annotation.id));
  const stay = placed.filter(({ annotation }) => !gone.has(tree.itemOf.get(annotation) ?? -1));
  const positions = stay.map((item) => {
    if (put !== undefined && tree.itemOf.get(item.annotation) === put.item) return put.place.at;
    return changed ? positionAfter(item, points) : item.annotation.at;
  });
  const own = put === undefined ? undefined : olds.find((annotation) => after.itemOf.get(annotation) === put.item);
  if (put !== undefined && !(own !== undefined && (own.text ?? textId) === textId && saysPlace(own, put.place)))
    return refuse('');
  const names = stay.map(({ annotation }) =>
    by?.items.has(tree.itemOf.get(annotation) ?? -1) ? [...annotation.by, by.name] : annotation.by,
  );
  return olds.length === stay.length &&
    olds.every(({ at, by }, i) => at === positions[i] && JSON.stringify(by) === JSON.stringify(names[i]))
    ? undefined
    : refuse('');
}

const FILE_KEYS = new Set(['annotations', 'text']);
const FRESH_KEYS = new Set(['annotations', 'text', 'seedmark']);
const MOVING_KEYS = new Set(['at', 'text']);
const PLACE_KEYS = ['quote', 'at', 'before', 'after', 'text'];

/** What counts as no change, by the order of the items that were there before and stay. */
interface Skipped {
  /** Positions. */
  readonly moving: boolean;
  /** In whose name these are. */
  readonly joining: ReadonlySet<number> | undefined;
  /** The place of this one. */
  readonly placed: number | undefined;
}

/** What the items say that were there before and stay, in order. */
function itemsOf(
  tree: SidecarTree,
  without: (index: number) => boolean,
  { moving, joining, placed }: Skipped,
): string[] {
  const known = new Set(tree.itemOf.values());
  const items: readonly { value: YamlNode }[] = tree.list?.items ?? [];
  const said: string[] = [];
  for (const [index, { value }] of items.entries()) {
    if (without(index)) continue;
    const skip = new Set(moving && known.has(index) ? MOVING_KEYS : []);
    if (joining?.has(said.length)) skip.add('by');
    if (said.length === placed) for (const key of PLACE_KEYS) skip.add(key);
    said.push(canonical(value, skip));
  }
  return said;
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
    (annotation.on ?? '') === on
  );
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
