import type { Hover } from 'vscode-languageserver-types';
import type { Annotation } from '../annotations/types.ts';
import type { Entity } from '../facts/types.ts';
import type { Mention } from '../names/types.ts';
import { FIELDS } from '../seed/fields.ts';
import type { Field } from '../seed/types.ts';
import type { Position, TextLines } from '../text/lines.ts';
import { shorten } from '../text/shorten.ts';
import { type Span, touches } from '../text/span.ts';
import { resolveTime } from '../times/resolve.ts';
import type { Time } from '../times/types.ts';
import { inWords } from '../times/words.ts';
import type { AnnotatedSeed, KnownEntity, SeedSnapshot } from '../workspace/snapshot.ts';
import { linkAddress } from './link-address.ts';
import { innermost, locate, type Place, rangeIn } from './locate.ts';
import { commandLink, escapeMarkdown, externalLink, fileLink } from './markdown.ts';

export interface HoverOptions {
  /** Facts links may be clicked: the workspace is trusted. */
  readonly trusted: boolean;
  /** The client's commands that a hover may name. */
  readonly commands: readonly string[];
  /** The present text of a facts file, to link to the line of an entry. */
  readonly linesOf: (uri: string) => TextLines | undefined;
  /** Of a sidecar its seed, if it is there. */
  readonly seed?: AnnotatedSeed | undefined;
}

/** Facts shown in a card: more would push the rest out of sight. */
const MOST_FACTS = 5;
/** Relations shown of one annotation. */
const MOST_RELATIONS = 8;
/** Other places of a name shown as links. */
const MOST_PLACES = 6;

/** The card for what stands at a position: an annotation, a name, a time or a metadata field. */
export function hover(snapshot: SeedSnapshot, position: Position, options: HoverOptions): Hover | undefined {
  const place = locate(snapshot, position);
  if (!place) return undefined;
  const { section, line, offset } = place;
  const annotation = innermost(section.annotations, offset);
  const mention = innermost(section.analysis.mentions, offset);
  const time = innermost(section.analysis.times, offset);
  const field = section.segment.fields.find(({ nameSpan }) => touches(nameSpan, offset));
  const parts: string[] = [];
  let span: Span | undefined;
  const whole = annotation && snapshot.annotations.find(({ annotation: { id } }) => id === annotation.id)?.annotation;
  if (annotation && whole) {
    // Of a mention that is the annotated span itself, the annotation's card tells the rest.
    const own = mention && sameSpan(mention, annotation) ? mention : undefined;
    parts.push(annotationCard(snapshot, place, whole, own, options));
    span = annotation;
  }
  if (mention && whole?.status !== 'rejected' && !(annotation && sameSpan(mention, annotation))) {
    parts.push(nameCard(snapshot, place, mention, options));
    span ??= mention;
  }
  if (time && !mention) {
    parts.push(timeCard(snapshot, time, section.segment.text.slice(time.start, time.end)));
    span ??= time;
  }
  if (field) {
    const card = fieldCard(field);
    if (card) {
      parts.push(card);
      span ??= field.nameSpan;
    }
  }
  if (parts.length === 0 || !span) return undefined;
  return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, range: rangeIn(section, line, span) };
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** What people call a type, as Markdown: project files give it. */
function typeLabel(snapshot: SeedSnapshot, type: string): string {
  return escapeMarkdown(snapshot.knowledge.project.types.find(({ id }) => id === type)?.label ?? type);
}

function annotationCard(
  snapshot: SeedSnapshot,
  place: Place,
  annotation: Annotation,
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
    commandLink(
      'Remove',
      'seedmark.removeAnnotation',
      { uri: snapshot.uri, ids: [annotation.id], ask: true },
      options.commands,
    ),
  ];
  const lines = [head.filter((x) => x !== undefined).join(' · ')];
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
    return `${escapeMarkdown(label)} ${sign} ${link}${note ? ` · *${escapeMarkdown(note)}*` : ''}`;
  });
  return ends.length > shown.length ? [...shown, `*${ends.length - shown.length} more relations*`] : shown;
}

const STATUS: Readonly<Record<Annotation['status'], string>> = {
  confirmed: 'annotated',
  suggested: 'suggested',
  rejected: 'rejected',
};

function nameCard(snapshot: SeedSnapshot, place: Place, mention: Mention, options: HoverOptions): string {
  const text = place.section.segment.text.slice(mention.start, mention.end);
  const known = mention.entity === undefined ? undefined : snapshot.knowledge.entities.get(mention.entity);
  const head = [`**${escapeMarkdown(known?.entity.name ?? text)}**`, typeLabel(snapshot, mention.type)];
  if (mention.value) head.push(`${escapeMarkdown(mention.value)}`);
  head.push(EVIDENCE[mention.evidence] ?? mention.evidence);
  const range = rangeIn(place.section, place.line, mention);
  const tag = commandLink('Tag', 'seedmark.tag', { uri: snapshot.uri, ranges: [range] }, options.commands);
  if (tag) head.push(tag);
  const lines = [head.join(' · ')];
  if (known) lines.push(entityCard(known, options));
  const others = otherPlaces(snapshot, place, mention);
  if (others) lines.push(others);
  return lines.join('\n\n');
}

const EVIDENCE: Readonly<Record<string, string>> = {
  facts: 'from your facts',
  rule: 'by rule',
  list: 'from a list',
  model: 'by the model',
};

/** What the facts files say of an entity. */
export function entityCard({ entity, uri }: KnownEntity, options: HoverOptions): string {
  const lines: string[] = [];
  if (entity.description) lines.push(escapeMarkdown(entity.description));
  if (entity.facts.length > 0) lines.push(factsTable(entity, options));
  const links = entity.links.map(([name, value]) => externalLink(name, linkAddress(name, value), options.trusted));
  const file = options.linesOf(uri);
  const line = file?.positionAt(entity.span.start).line ?? 0;
  const name = decodeName(uri);
  links.push(options.trusted ? fileLink(name, uri, line) : escapeMarkdown(name));
  lines.push(links.join(' · '));
  return lines.join('\n\n');
}

function factsTable(entity: Entity, options: HoverOptions): string {
  const rows = entity.facts.slice(0, MOST_FACTS).map((fact) => {
    const when = fact.on ?? [fact.from, fact.to].filter((x) => x !== undefined).join(' – ');
    const source = fact.source === undefined ? '' : sourceOf(fact.source, options);
    return `| ${escapeMarkdown(fact.what)} | ${escapeMarkdown(fact.value)} | ${escapeMarkdown(when)} ${source} |`;
  });
  const more = entity.facts.length - rows.length;
  return ['| | | |', '|:--|:--|:--|', ...rows, ...(more > 0 ? [`| | *${more} more* | |`] : [])].join('\n');
}

function sourceOf(source: string, options: HoverOptions): string {
  return /^https:/i.test(source) ? externalLink('source', source, options.trusted) : escapeMarkdown(source);
}

function decodeName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** "Also in this document": other mentions of the same entity or of the same words. */
function otherPlaces(snapshot: SeedSnapshot, place: Place, mention: Mention): string | undefined {
  const text = place.section.segment.text.slice(mention.start, mention.end);
  const lines: number[] = [];
  let count = 0;
  let line = 0;
  snapshot.sections.each((section) => {
    if (section.isWorkedOut('names')) {
      for (const other of section.analysis.mentions) {
        const same =
          mention.entity !== undefined
            ? other.entity === mention.entity
            : other.end - other.start === text.length &&
              other.type === mention.type &&
              section.segment.text.startsWith(text, other.start);
        if (!same || (section === place.section && other.start === mention.start)) continue;
        count++;
        if (lines.length < MOST_PLACES) lines.push(rangeIn(section, line, other).start.line);
      }
    }
    line += section.lineCount;
  });
  if (count === 0) return 'Nowhere else in this document.';
  const links = [...new Set(lines)].map((at) => fileLink(`line ${at + 1}`, snapshot.uri, at)).join(', ');
  return `${count === 1 ? 'Once more' : `${count} more times`} in this document: ${links}${count > lines.length ? ' …' : ''}`;
}

function timeCard(snapshot: SeedSnapshot, time: Time, text: string): string {
  const doubt = time.problem && escapeMarkdown(time.problem.message);
  if (doubt && time.value === undefined) return `**${escapeMarkdown(text)}** · ${doubt}`;
  const { value, why } = resolveTime(time, snapshot.published);
  if (value === undefined)
    return `**${escapeMarkdown(text)}** · ${typeLabel(snapshot, time.type)}, can be read in more than one way`;
  const card = `**${escapeMarkdown(inWords(value, time.mod))}** · \`${value}\` · ${typeLabel(snapshot, time.type)}`;
  return [card, why && escapeMarkdown(why), doubt].filter((part) => part).join('\n\n');
}

function fieldCard(field: Field): string | undefined {
  const info = FIELDS.find(({ key }) => key === field.key);
  if (!info) return undefined;
  return `**${escapeMarkdown(info.label)}** · metadata · \`${info.term}\`\n\n${escapeMarkdown(info.meaning)}`;
}
