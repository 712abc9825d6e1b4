import type { Mention } from '../names/types.ts';
import { labelOfType } from '../project/labels.ts';
import type { Suggestion, Suggestions } from '../protocol.ts';
import type { Position } from '../text/lines.ts';
import { flatLine, shorten } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import type { ResolvedTime } from '../times/types.ts';
import { timeInWords } from '../times/words.ts';
import { entityOf, referentsOf } from '../workspace/referents.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { valuesBetween } from '../workspace/time-values.ts';
import { evidenceText } from './cards/evidence.ts';
import { rangeIn } from './locate.ts';
import { timeAttributes } from './time-attributes.ts';

/** Longest words of a suggestion that are sent. */
const MOST_TEXT = 200;
/** Rules say nothing of how sure they are. Stands for times as a whole: F1 95.2 % on WikiWars where an overlap counts (docs/times.md). */
const TIME_SCORE = 0.95;

/** So many are told at once: more than a person decides on in a day, and few enough for an answer that is not waited for. */
export const MOST_SUGGESTIONS = 2000;

/**
 * The names and times of the title and the body that nobody has decided on, in the order of the text; of very many those
 * round a place.
 */
export function suggestions(
  snapshot: SeedSnapshot,
  around: Position = { line: 0, character: 0 },
  most = MOST_SUGGESTIONS,
): Suggestions {
  const found: Suggestion[] = [];
  const { project } = snapshot.knowledge;
  const types = new Map(project.types.map((type) => [type.id, type]));
  const looks = (type: string) => ({
    label: labelOfType(project, type),
    color: types.get(type)?.color ?? 'custom6',
  });
  const { first, end } = sectionsRound(snapshot, around, most);
  let line = snapshot.sections.before(first);
  for (const { section, times } of valuesBetween(snapshot, first, end)) {
    const mentions = new Map(section.analysis.mentions.map((mention) => [keyOf(mention), mention]));
    const values = new Map(times.map((time) => [keyOf(time), time]));
    for (const painted of section.painted) {
      const { start, end: stop, type, annotated } = painted;
      if (annotated || !types.has(type) || !isText(section, start)) continue;
      const mention = mentions.get(keyOf(painted));
      const time = mention === undefined ? values.get(keyOf(painted)) : undefined;
      const range = rangeIn(section, line, { start, end: stop });
      const text = flatLine(section.segment.text.slice(start, stop));
      const common = { range, text: shorten(text, MOST_TEXT), type, ...looks(type) };
      if (mention !== undefined) found.push({ ...common, ...nameParts(snapshot, mention, text) });
      else if (time !== undefined) found.push({ ...common, ...timeParts(time, text) });
    }
    line += section.lineCount;
  }
  for (const { annotation, spans } of snapshot.annotations) {
    const [first] = spans;
    const last = spans.at(-1);
    if (annotation.status !== 'suggested' || first === undefined || last === undefined) continue;
    const { id, type, quote, by, entity } = annotation;
    const text = flatLine(quote.join(' … '));
    const { lines } = snapshot;
    found.push({
      id,
      range: { start: lines.positionAt(first.start), end: lines.positionAt(last.end) },
      text: shorten(text, MOST_TEXT),
      type,
      ...looks(type),
      evidence: 'annotation',
      score: 1,
      reason: by.length === 0 ? 'suggested in the annotations file' : `suggested by ${by.join(', ')}`,
      group: `${type}\n${entity ?? text}`,
      name: shorten(text, MOST_TEXT),
      ...entityParts(snapshot, entity),
    });
  }
  found.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  const more = first > 0 || end < snapshot.sections.length;
  return { version: snapshot.version, more, suggestions: found };
}

/** A run of sections round a place with as many suggestions as are wanted, or a few more; all sections where there are less. */
function sectionsRound(
  { sections, lines }: SeedSnapshot,
  around: Position,
  most: number,
): { readonly first: number; readonly end: number } {
  const middle = sections.find(lines.clamp(around).line)?.index ?? 0;
  let [first, end, count] = [middle, middle, 0];
  const open = (index: number) =>
    sections.at(index).painted.reduce((sum, { annotated }) => sum + (annotated ? 0 : 1), 0);
  while (count < most && (first > 0 || end < sections.length)) {
    if (end < sections.length) count += open(end++);
    if (first > 0) count += open(--first);
  }
  return { first, end };
}

function keyOf({ start, end, type }: Span & { readonly type: string }): string {
  return `${start} ${end} ${type}`;
}

function nameParts(
  snapshot: SeedSnapshot,
  mention: Mention,
  text: string,
): Pick<Suggestion, 'evidence' | 'score' | 'reason' | 'group' | 'name' | 'value' | 'attributes' | 'entity'> {
  const { type, value } = mention;
  const entity = entityOf(snapshot, mention, text);
  const full = referentsOf(snapshot).fullOf(type, text)?.text ?? text;
  return {
    evidence: mention.evidence as Suggestion['evidence'],
    score: mention.score,
    reason: evidenceText(mention),
    group: groupOf(snapshot, mention, text),
    name: shorten(flatLine(full), MOST_TEXT),
    ...(value === undefined ? {} : { value, attributes: { value } }),
    ...entityParts(snapshot, entity),
  };
}

/** What those have in common that name the same in a document. */
export function groupOf(snapshot: SeedSnapshot, mention: Mention, text: string): string {
  const { type, value } = mention;
  const full = () => referentsOf(snapshot).fullOf(type, text)?.text ?? text;
  return `${type}\n${entityOf(snapshot, mention, text) ?? value ?? full()}`;
}

function timeParts(
  time: ResolvedTime,
  text: string,
): Pick<Suggestion, 'evidence' | 'score' | 'reason' | 'group' | 'name' | 'value' | 'attributes'> {
  const attributes = timeAttributes(time);
  const { value, type } = time;
  return {
    evidence: 'rule',
    score: TIME_SCORE,
    reason: attributes === undefined || value === undefined ? 'by rule' : `by rule: ${timeInWords({ ...time, value })}`,
    group: `${type}\n${attributes?.value ?? text.toLowerCase()}`,
    name: shorten(text, MOST_TEXT),
    ...(attributes === undefined ? {} : { attributes }),
    ...(attributes === undefined || value === undefined ? {} : { value }),
  };
}

function entityParts(
  { knowledge }: SeedSnapshot,
  entity: string | undefined,
): Pick<Suggestion, 'entity' | 'entityName' | 'entityDescription'> {
  if (entity === undefined) return {};
  const known = knowledge.entities.get(entity)?.entity;
  return {
    entity,
    ...(known === undefined ? {} : { entityName: known.name }),
    ...(known?.description === undefined ? {} : { entityDescription: known.description }),
  };
}

/** The body and the title are what a source says; all other fields are what is said of it. */
export function isText({ segment }: Section, start: number): boolean {
  if (segment.kind === 'paragraph') return true;
  if (segment.headline !== undefined && start < segment.headline.end) return true;
  return segment.blocks.some(
    ({ field, start: from, text }) => field === 'title' && start >= from && start < from + text.length,
  );
}
