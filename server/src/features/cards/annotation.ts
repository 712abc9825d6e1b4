import type { Annotation, PlacedAnnotation } from '../../annotations/types.ts';
import type { Mention } from '../../names/types.ts';
import { shorten } from '../../text/shorten.ts';
import type { SeedSnapshot } from '../../workspace/snapshot.ts';
import type { Place } from '../locate.ts';
import { commandLink, escapeMarkdown, fileLink } from '../markdown.ts';
import { entityCard } from './entity.ts';
import type { HoverOptions } from './options.ts';
import { otherPlaces, typeLabel } from './places.ts';

/** Relations shown of one annotation. */
const MOST_RELATIONS = 8;

/** What an annotation says: its type, who made it and when, its note, attributes, relations and entity. */
export function annotationCard(
  snapshot: SeedSnapshot,
  place: Place,
  { annotation, state }: PlacedAnnotation,
  mention: Mention | undefined,
  options: HoverOptions,
): string {
  const id = annotation.entity ?? mention?.entity;
  const known = id === undefined ? undefined : snapshot.knowledge.entities.get(id);
  const head = [
    `$(tag) **${escapeMarkdown(known?.entity.name ?? annotation.quote.join(' … '), 80)}**`,
    typeLabel(snapshot, annotation.type),
    STATUS[annotation.status] + (annotation.by.length > 0 ? ` by ${escapeMarkdown(annotation.by.join(', '))}` : ''),
    annotation.on && escapeMarkdown(annotation.on),
  ];
  const lines = [head.filter((x) => x !== undefined).join(' · ')];
  const links = annotationLinks(snapshot, annotation, options);
  if (links !== '') lines.push(links);
  if (state === 'fuzzy')
    lines.push(`Annotated as “${escapeMarkdown(annotation.quote.join(' … '), 80)}”; the words have changed since.`);
  if (annotation.note) lines.push(`*${escapeMarkdown(annotation.note)}*`);
  for (const [name, value] of annotation.attributes) lines.push(`${escapeMarkdown(name)}: ${escapeMarkdown(value)}`);
  const related = relationsOf(snapshot, annotation);
  if (related.length > 0) lines.push(related.join('  \n'));
  if (known) lines.push(entityCard(known, options));
  else if (annotation.entity) lines.push(`The entity “${escapeMarkdown(annotation.entity)}” stands in no facts file.`);
  const others = mention && otherPlaces(snapshot, place, mention);
  if (others) lines.push(others);
  return lines.join('\n\n');
}

/** What can be done with an annotation: all of it asks before anything is written. */
function annotationLinks(
  { uri, relations }: SeedSnapshot,
  { id, status }: Annotation,
  { commands }: HoverOptions,
): string {
  const about = { uri, ids: [id] };
  const link = (label: string, command: string, more: object = {}) =>
    commandLink(label, command, { ...about, ...more }, commands);
  const related = relations.some(({ from, to }) => from === id || to === id);
  const links = [
    link('Change type', 'seedmark.changeType'),
    link('Link', 'seedmark.linkEntity'),
    link('Note', 'seedmark.addNote'),
    status === 'rejected' ? undefined : link('Relate', 'seedmark.relate'),
    related ? link('Show relations', 'seedmark.showRelations') : undefined,
    link('Remove', 'seedmark.removeAnnotation', { ask: true }),
  ];
  return links.filter((one) => one !== undefined).join(' · ');
}

/** "owns → Didi", "owns ← Kanzhun": one line a relation, those that start here first. */
function relationsOf(snapshot: SeedSnapshot, { id }: Annotation): string[] {
  const ends = [
    ...snapshot.relations
      .filter(({ from }) => from === id)
      .map((relation) => ({ relation, sign: '→', other: relation.to })),
    ...snapshot.relations
      .filter(({ to }) => to === id)
      .map((relation) => ({ relation, sign: '←', other: relation.from })),
  ];
  const shown = ends.slice(0, MOST_RELATIONS).map(({ relation, sign, other }) => {
    const { type, note } = relation;
    const label = snapshot.knowledge.project.relations.find((known) => known.id === type)?.label ?? type;
    const placed = snapshot.annotations.find(({ annotation }) => annotation.id === other);
    const name = placed?.annotation.quote.join(' … ') ?? other;
    const start = placed?.spans[0]?.start;
    const link =
      start === undefined
        ? escapeMarkdown(name, 80)
        : fileLink(shorten(name, 80), snapshot.uri, snapshot.lines.positionAt(start).line);
    const lost = placed !== undefined && start === undefined ? ' (has lost its place)' : '';
    return `${escapeMarkdown(label)} ${sign} ${link}${lost}${note ? ` · *${escapeMarkdown(note)}*` : ''}`;
  });
  return ends.length > shown.length ? [...shown, `*${ends.length - shown.length} more relations*`] : shown;
}

const STATUS: Readonly<Record<Annotation['status'], string>> = {
  confirmed: 'annotated',
  suggested: 'suggested',
  rejected: 'rejected',
};
