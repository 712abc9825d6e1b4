import type { Hover } from 'vscode-languageserver-types';
import { FILL_METADATA, type Range } from '../protocol.ts';
import { FIELDS } from '../seed/fields.ts';
import type { Field } from '../seed/types.ts';
import type { Position } from '../text/lines.ts';
import { type Span, touches } from '../text/span.ts';
import { explain, hangsOnPublication, isOpen } from '../times/explain.ts';
import type { ResolvedTime } from '../times/types.ts';
import { timeInWords } from '../times/words.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { contextOf, valuesIn } from '../workspace/time-values.ts';
import { annotationCard } from './cards/annotation.ts';
import { typeIcon } from './cards/icons.ts';
import { nameCard, wordLinks } from './cards/name.ts';
import type { HoverOptions } from './cards/options.ts';
import { typeLabel } from './cards/places.ts';
import { innermost, locate, rangeIn } from './locate.ts';
import { commandLink, escapeMarkdown } from './markdown.ts';

/** The card for what stands at a position: an annotation, a name, a time or a metadata field. */
export function hover(snapshot: SeedSnapshot, position: Position, options: HoverOptions): Hover | undefined {
  const place = locate(snapshot, position);
  if (!place) return undefined;
  const { section, line, offset } = place;
  const annotation = innermost(section.annotations, offset);
  const mention = innermost(section.analysis.mentions, offset);
  const time = innermost(valuesIn(snapshot, place.index), offset);
  const field = section.segment.fields.find(({ nameSpan }) => touches(nameSpan, offset));
  const parts: string[] = [];
  let span: Span | undefined;
  const whole = annotation && snapshot.annotations.find(({ annotation: { id } }) => id === annotation.id);
  if (annotation && whole) {
    // Of a mention that is the annotated span itself, the annotation's card tells the rest.
    const own = mention && sameSpan(mention, annotation) ? mention : undefined;
    parts.push(annotationCard(snapshot, place, whole, own, options));
    span = annotation;
  }
  if (mention && whole?.annotation.status !== 'rejected' && !(annotation && sameSpan(mention, annotation))) {
    // What is annotated as a whole, with an annotation inside, need not be tagged.
    const local = section.annotations.find((one) => sameSpan(one, mention) && one.id !== annotation?.id);
    const outer = local && snapshot.annotations.find(({ annotation: { id } }) => id === local.id);
    parts.push(
      outer ? annotationCard(snapshot, place, outer, mention, options) : nameCard(snapshot, place, mention, options),
    );
    span ??= mention;
  }
  if (time && !mention) {
    // What can be done with an annotated time stands in the annotation's card.
    const open = section.annotations.some((one) => sameSpan(one, time)) ? undefined : rangeIn(section, line, time);
    parts.push(timeCard(snapshot, time, section.segment.text, open, options));
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

/**
 * What a time means: its value in words and as TIMEX3, why, and what is doubtful about it.
 *
 * @param open where it stands, if nobody has annotated it.
 */
function timeCard(
  snapshot: SeedSnapshot,
  time: ResolvedTime,
  text: string,
  open: Range | undefined,
  options: HoverOptions,
): string {
  const { commands } = options;
  const { value, problem } = time;
  const wordsAt = ({ start, end }: Span) => text.slice(start, end);
  const type = typeLabel(snapshot, time.type);
  const icon = typeIcon(time.type, options);
  const said = explain(time, contextOf(snapshot), wordsAt).map((sentence) => escapeMarkdown(sentence));
  const fill = commandLink('Fill in what is missing…', FILL_METADATA, { uri: snapshot.uri }, commands);
  if (fill && snapshot.published === undefined && isOpen(time) && hangsOnPublication(time)) said.push(fill);
  if (problem) said.unshift(escapeMarkdown(problem.message));
  if (value !== undefined) {
    const head = `${icon}**${escapeMarkdown(timeInWords({ ...time, value }))}** · \`${value}\` · ${type}`;
    const links = open === undefined ? '' : wordLinks(snapshot, open, options).join(' · ');
    return [head, ...said, links].filter((part) => part !== '').join('\n\n');
  }
  const words = `${icon}**${escapeMarkdown(wordsAt(time))}** · ${type}`;
  return said.length > 0 ? [words, ...said].join('\n\n') : `${words}, can be read in more than one way`;
}

function fieldCard(field: Field): string | undefined {
  const info = FIELDS.find(({ key }) => key === field.key);
  if (!info) return undefined;
  return `**${escapeMarkdown(info.label)}** · metadata · \`${info.term}\`\n\n${escapeMarkdown(info.meaning)}`;
}
