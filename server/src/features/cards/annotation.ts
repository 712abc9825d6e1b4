import type { Annotation, PlacedAnnotation } from '../../annotations/types.ts';
import type { Mention } from '../../names/types.ts';
import { shorten } from '../../text/shorten.ts';
import { nameOfKey } from '../../workspace/index/types.ts';
import { referentsOf } from '../../workspace/referents.ts';
import type { SeedSnapshot } from '../../workspace/snapshot.ts';
import { type Place, rangeIn } from '../locate.ts';
import { commandLink, escapeMarkdown, fileLink } from '../markdown.ts';
import { entityCard } from './entity.ts';
import { typeIcon } from './icons.ts';
import { aboutLinks } from './name.ts';
import type { HoverOptions } from './options.ts';
import { otherPlaces, typeLabel } from './places.ts';
import { keyOfAnnotation } from './subject.ts';

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
  const local = place.section.annotations.find(({ id }) => id === annotation.id);
  const key = keyOfAnnotation(snapshot, annotation, mention);
  const id = annotation.entity ?? mention?.entity ?? (key && nameOfKey(key).entity);
  const known = id === undefined ? undefined : snapshot.knowledge.entities.get(id);
  const full = referentsOf(snapshot).fullOf(annotation.type, annotation.quote.join(' '))?.text;
  const head = [
    `${typeIcon(annotation.type, options)}**${escapeMarkdown(known?.entity.name ?? full ?? annotation.quote.join(' … '), 80)}**`,
    typeLabel(snapshot, annotation.type),
    STATUS[annotation.status] + (annotation.by.length > 0 ? ` by ${escapeMarkdown(annotation.by.join(', '))}` : ''),
    annotation.on && escapeMarkdown(annotation.on),
  ];
  const lines = [head.filter((x) => x !== undefined).join(' · ')];
  const range = local && rangeIn(place.section, place.line, local);
  const links = [
    ...annotationLinks(snapshot, annotation, options),
    ...(range === undefined ? [] : aboutLinks(snapshot.uri, range, key, known?.entity.id, options)),
  ];
  if (links.length > 0) lines.push(links.join(' · '));
  if (state === 'fuzzy')
    lines.push(`Annotated as “${escapeMarkdown(annotation.quote.join(' … '), 80)}”; the words have changed since.`);
  if (annotation.note) lines.push(`*${escapeMarkdown(annotation.note)}*`);
  const attributes = [...annotation.attributes].map(
    ([name, value]) => `${escapeMarkdown(name)}: ${escapeMarkdown(value)}`,
  );
  if (attributes.length > 0) lines.push(attributes.join(' · '));
  const related = relationsOf(snapshot, annotation);
  const about = { uri: snapshot.uri, ids: [annotation.id] };
  const walk = commandLink('Show relations', 'seedmark.showRelations', about, options.commands);
  if (related.length > 0) lines.push(related.join('  \n') + (walk ? ` · ${walk}` : ''));
  lines.push(...entityCard(known, key, snapshot.knowledge, options));
  if (!known && annotation.entity)
    lines.push(`The entity “${escapeMarkdown(annotation.entity)}” stands in no facts file.`);
  const others = mention && otherPlaces(snapshot, place, mention);
  if (others) lines.push(others);
  return lines.join('\n\n');
}

/** What can be done with an annotation: all of it asks before anything is written. */
function annotationLinks({ uri }: SeedSnapshot, { id, status }: Annotation, { commands }: HoverOptions): string[] {
  const about = { uri, ids: [id] };
  const link = (label: string, command: string, more: object = {}) =>
    commandLink(label, command, { ...about, ...more }, commands);
  return [
    link('Change type', 'seedmark.changeType'),
    link('Link', 'seedmark.linkEntity'),
    link('Note', 'seedmark.addNote'),
    status === 'rejected' ? undefined : link('Relate', 'seedmark.relate'),
    link('Remove', 'seedmark.removeAnnotation', { ask: true }),
  ].filter((one) => one !== undefined);
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
