import type { AnnotationInfo, Overview, RelationInfo } from '../../../server/src/protocol.ts';
import { count, quoted } from '../commands/words.ts';
import { escapeMarkdown } from '../markdown.ts';
import { compareRanges } from '../positions.ts';
import { passes } from './filter.ts';
import type { Row } from './row.ts';
import { annotationIcon, typeIcon } from './typeIcons.ts';

/** How the annotations of a seed are put in order. */
export type AnnotationOrder = 'type' | 'text';

export interface AnnotationRowOptions {
  readonly order: AnnotationOrder;
  /** '' shows all. */
  readonly filter: string;
}

/** Characters of a quote that a row shows; the tooltip has more. */
const QUOTE = 60;

/** The rows of the view *Annotations*: those without a place first, then by type or as they stand in the text. */
export function annotationRows(
  { annotations, relations }: Pick<Overview, 'annotations' | 'relations'>,
  { order, filter }: AnnotationRowOptions,
): readonly Row[] {
  const shown = annotations.filter((annotation) => passes(annotation, filter));
  const placed = shown.filter(({ ranges }) => ranges.length > 0).sort(byPlace);
  const orphans = shown.filter(({ ranges }) => ranges.length === 0);
  const web = relationsByEnd(annotations, relations);
  const rows = (some: readonly AnnotationInfo[], group: Group) =>
    unique(some.map((annotation) => annotationRow(annotation, web, group)));
  return [
    ...(orphans.length > 0 ? [orphanGroup(rows(orphans, 'orphans'))] : []),
    ...(order === 'text' ? rows(placed, 'text') : typeGroups(placed, rows)),
  ];
}

/** What is said under the title of a view that is filtered. */
export function filterMessage(annotations: readonly AnnotationInfo[], filter: string): string | undefined {
  if (filter.trim() === '') return undefined;
  const passing = annotations.filter((annotation) => passes(annotation, filter)).length;
  return `${quoted(filter, 30)}: ${passing} of ${count(annotations.length, 'annotation')}`;
}

export function orphansOf(annotations: readonly AnnotationInfo[]): readonly AnnotationInfo[] {
  return annotations.filter(({ ranges }) => ranges.length === 0);
}

/** What a row need not say, since its group says it. */
type Group = 'orphans' | 'text' | 'type' | 'rejected';
type RowsOf = (some: readonly AnnotationInfo[], group: Group) => readonly Row[];

function orphanGroup(children: readonly Row[]): Row {
  return {
    id: 'orphans',
    label: 'Without a Place',
    description: String(children.length),
    icon: { name: 'warning', color: 'list.warningForeground' },
    tooltip: 'The words of these annotations are not where they were. Place each again, or remove it.',
    spoken: `Without a place, ${count(children.length, 'annotation')}`,
    kind: 'group',
    open: 'expanded',
    children,
  };
}

/** The most frequent type first; what was rejected comes last, and folded. */
function typeGroups(placed: readonly AnnotationInfo[], rows: RowsOf): readonly Row[] {
  const groups = new Map<string, AnnotationInfo[]>();
  for (const annotation of placed) {
    if (annotation.status === 'rejected') continue;
    const group = groups.get(annotation.type);
    if (group) group.push(annotation);
    else groups.set(annotation.type, [annotation]);
  }
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length || compare(labelOf(a), labelOf(b)));
  const rejected = placed.filter(({ status }) => status === 'rejected');
  return [
    ...sorted.flatMap((some) => typeGroup(some, rows(some, 'type'))),
    ...(rejected.length > 0 ? [rejectedGroup(rows(rejected, 'rejected'))] : []),
  ];
}

function typeGroup([first]: readonly AnnotationInfo[], children: readonly Row[]): readonly Row[] {
  if (first === undefined) return [];
  return [
    {
      id: `type ${first.type}`,
      label: first.label,
      description: String(children.length),
      icon: typeIcon(first),
      spoken: `${first.label}, ${count(children.length, 'annotation')}`,
      kind: 'group',
      open: 'expanded',
      children,
    },
  ];
}

function rejectedGroup(children: readonly Row[]): Row {
  return {
    id: 'rejected',
    label: 'Rejected',
    description: String(children.length),
    icon: { name: 'circle-slash', color: 'seedmark.rejected' },
    tooltip: 'Said to be no such thing, so that it is not suggested again.',
    spoken: `Rejected, ${count(children.length, 'annotation')}`,
    kind: 'group',
    open: 'collapsed',
    children,
  };
}

function annotationRow(annotation: AnnotationInfo, web: Web, group: Group): Row {
  const { id, label, quote, status, ranges, region, entity, entityName, by = [] } = annotation;
  const orphaned = ranges.length === 0;
  const children = unique((web.byEnd.get(id) ?? []).map((relation) => relationRow(relation, id, web)));
  const said = [
    whereOf(annotation),
    ...(group === 'type' ? [] : [label]),
    ...(entity === undefined || entityName === quote ? [] : [entityName ?? entity]),
    ...(by.length > 0 ? [`by ${by.join(', ')}`] : []),
    ...(status === 'confirmed' || group === 'rejected' ? [] : [status]),
  ];
  const spoken = [
    ...said,
    ...(group === 'type' ? [label] : []),
    ...(group === 'rejected' ? [status] : []),
    ...(annotation.note === undefined ? [] : [`note: ${annotation.note}`]),
    ...(children.length > 0 ? [count(children.length, 'relation')] : []),
  ];
  return {
    id,
    label: cut(quote),
    description: said.join(' · '),
    icon: annotationIcon(annotation),
    tooltip: annotationTooltip(annotation, web),
    spoken: [cut(quote), ...spoken].join(', '),
    kind: orphaned ? 'orphan' : 'annotation',
    ...(children.length > 0 ? { open: 'collapsed' as const } : {}),
    place: { annotation: id, ranges: orphaned && region ? [region] : ranges },
    about: { ids: [id] },
    children,
  };
}

function whereOf({ ranges, region }: AnnotationInfo): string {
  const [first] = ranges;
  if (first) return `line ${first.start.line + 1}`;
  return region ? `was in line ${region.start.line + 1}` : 'nowhere found';
}

/** Which annotations there are, and the relations that begin or end at each: those that begin there first. */
interface Web {
  readonly annotations: ReadonlyMap<string, AnnotationInfo>;
  readonly byEnd: ReadonlyMap<string, readonly RelationInfo[]>;
}

function relationsByEnd(annotations: readonly AnnotationInfo[], relations: readonly RelationInfo[]): Web {
  const byEnd = new Map<string, RelationInfo[]>();
  const add = (id: string, relation: RelationInfo) => {
    const known = byEnd.get(id);
    if (known) known.push(relation);
    else byEnd.set(id, [relation]);
  };
  for (const relation of relations) add(relation.from, relation);
  for (const relation of relations) if (relation.to !== relation.from) add(relation.to, relation);
  return { annotations: new Map(annotations.map((annotation) => [annotation.id, annotation])), byEnd };
}

function relationRow(relation: RelationInfo, from: string, { annotations }: Web): Row {
  const outward = relation.from === from;
  const otherId = outward ? relation.to : relation.from;
  const other = annotations.get(otherId);
  const says = `${relation.label} ${outward ? '→' : '←'} `;
  const name = other ? cut(other.quote) : otherId;
  const where = other ? whereOf(other) : 'no such annotation';
  const region = other?.ranges.length === 0 && other.region ? [other.region] : other?.ranges;
  return {
    id: `${outward ? 'to' : 'from'} ${relation.id}`,
    label: says + name,
    strong: [says.length, says.length + name.length],
    description: other ? `${other.label} · ${where}` : where,
    icon: other ? annotationIcon(other) : { name: 'warning', color: 'list.warningForeground' },
    ...(relation.note === undefined ? {} : { tooltip: escapeMarkdown(relation.note) }),
    spoken: outward ? `${relation.label} ${name}, ${where}` : `${name} ${relation.label} this, ${where}`,
    kind: 'relation',
    ...(region && region.length > 0 ? { place: { annotation: otherId, ranges: region } } : {}),
    children: [],
  };
}

const STATUS: Readonly<Record<AnnotationInfo['status'], string>> = {
  confirmed: 'annotated',
  suggested: 'suggested',
  rejected: 'rejected',
};

/** Markdown: all text from files is escaped. */
function annotationTooltip(annotation: AnnotationInfo, web: Web): string {
  const { id, label, quote, status, entity, entityName, note, attributes = {}, by = [] } = annotation;
  const known = entity === undefined ? [] : [entityName ?? entity];
  const made = STATUS[status] + (by.length > 0 ? ` by ${escapeMarkdown(by.join(', '))}` : '');
  const related = (web.byEnd.get(id) ?? []).slice(0, 8).map((relation) => {
    const outward = relation.from === id;
    const other = outward ? relation.to : relation.from;
    const name = web.annotations.get(other)?.quote ?? other;
    return `${escapeMarkdown(relation.label)} ${outward ? '→' : '←'} ${escapeMarkdown(name, 80)}`;
  });
  return [
    [`**${escapeMarkdown(quote)}**`, ...[label, ...known].map((text) => escapeMarkdown(text)), made].join(' · '),
    ...(annotation.ranges.length === 0 ? ['These words are not where they were.'] : []),
    ...(note === undefined ? [] : [`*${escapeMarkdown(note)}*`]),
    Object.entries(attributes)
      .map(([name, value]) => `${escapeMarkdown(name)}: ${escapeMarkdown(value)}`)
      .join('  \n'),
    related.join('  \n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Files that people write may give one id to two entries. */
function unique(rows: readonly Row[]): readonly Row[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = (seen.get(row.id) ?? 0) + 1;
    seen.set(row.id, times);
    return times === 1 ? row : { ...row, id: `${row.id} (${times})` };
  });
}

function byPlace(a: AnnotationInfo, b: AnnotationInfo): number {
  const [first, second] = [a.ranges[0], b.ranges[0]];
  if (!first || !second) return 0;
  return compareRanges(first, second);
}

function labelOf([first]: readonly AnnotationInfo[]): string {
  return first?.label ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A quote without the marks round it. */
function cut(text: string): string {
  return quoted(text, QUOTE).slice(1, -1);
}
