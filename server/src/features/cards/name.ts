import type { Mention } from '../../names/types.ts';
import type { Range } from '../../protocol.ts';
import type { EntityKey } from '../../workspace/index/types.ts';
import { entityOf, referentsOf } from '../../workspace/referents.ts';
import type { SeedSnapshot } from '../../workspace/snapshot.ts';
import { type Place, rangeIn } from '../locate.ts';
import { commandLink, escapeMarkdown } from '../markdown.ts';
import { entityCard } from './entity.ts';
import { evidenceText } from './evidence.ts';
import { typeIcon } from './icons.ts';
import type { HoverOptions } from './options.ts';
import { otherPlaces, typeLabel } from './places.ts';
import { keyAt } from './subject.ts';

/** The card of a name that nobody has annotated. */
export function nameCard(snapshot: SeedSnapshot, place: Place, mention: Mention, options: HoverOptions): string {
  const text = place.section.segment.text.slice(mention.start, mention.end);
  const entity = entityOf(snapshot, mention, text);
  const known = entity === undefined ? undefined : snapshot.knowledge.entities.get(entity);
  const full = referentsOf(snapshot).fullOf(mention.type, text);
  const name = escapeMarkdown(known?.entity.name ?? full?.text ?? text);
  const head = [`${typeIcon(mention.type, options)}**${name}**`, typeLabel(snapshot, mention.type)];
  if (mention.value) head.push(`${escapeMarkdown(mention.value)}`);
  head.push(evidenceText(mention));
  const range = rangeIn(place.section, place.line, mention);
  const key = keyAt(snapshot, place, mention);
  const lines = [head.join(' · ')];
  const links = [
    ...wordLinks(snapshot, range, options),
    ...aboutLinks(snapshot.uri, range, key, known?.entity.id, options),
  ];
  if (links.length > 0) lines.push(links.join(' · '));
  lines.push(...entityCard(known, key, snapshot.knowledge, options));
  const written = full && `Written “${escapeMarkdown(text, 80)}” here.`;
  lines.push([written, otherPlaces(snapshot, place, mention)].filter((part) => part !== undefined).join(' '));
  return lines.join('\n\n');
}

/** What can be done with words that nobody has annotated: all of it asks before anything is written. */
export function wordLinks({ uri }: SeedSnapshot, range: Range, { commands }: HoverOptions): string[] {
  const ranges = [range];
  return [
    commandLink('Review', 'seedmark.review', { uri, range }, commands),
    commandLink('Tag', 'seedmark.tag', { uri, ranges }, commands),
    commandLink('Tag all', 'seedmark.tagAll', { uri, ranges }, commands),
    commandLink('Link', 'seedmark.linkEntity', { uri, ranges }, commands),
  ].filter((one) => one !== undefined);
}

/**
 * What can be done with what words name: say something of it, and read on.
 *
 * @param key how the index knows it; undefined of values, which name nothing.
 * @param entity its id in the facts files.
 */
export function aboutLinks(
  uri: string,
  range: Range,
  key: EntityKey | undefined,
  entity: string | undefined,
  { commands }: HoverOptions,
): string[] {
  if (key === undefined) return [];
  const place = { uri, position: range.start };
  const about = entity === undefined ? {} : { entity };
  return [
    commandLink('Add fact', 'seedmark.addFact', { uri, ranges: [range], ...about }, commands),
    commandLink('Show all', 'seedmark.showMentions', { key, ...place }, commands),
    commandLink('Dossier', 'seedmark.dossier', { key }, commands),
  ].filter((one) => one !== undefined);
}
