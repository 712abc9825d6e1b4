import type { InlayHint, MarkupContent, Position } from 'vscode-languageserver-types';
import type { TimeHints } from '../protocol.ts';
import type { Span } from '../text/span.ts';
import { explain, isOpen } from '../times/explain.ts';
import { isTimeType, type ResolvedTime } from '../times/types.ts';
import { inWords, timeInWords } from '../times/words.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { contextOf, valuesBetween, valuesIn } from '../workspace/time-values.ts';
import { positionOf } from './locate.ts';
import { escapeMarkdown } from './markdown.ts';

/**
 * The value behind each time of the body that does not say it itself: `on Monday` has `2021-07-05` behind it. With `all`,
 * also behind dates that name their year. Lines from `first` to `last`, both included; of other lines nothing is worked out
 * but what their values hang on.
 */
export function inlayHints(snapshot: SeedSnapshot, first: number, last: number, times: TimeHints): InlayHint[] {
  const { sections } = snapshot;
  const from = sections.find(first);
  const to = sections.find(last);
  if (times === 'off' || from === undefined || to === undefined) return [];
  const hints: InlayHint[] = [];
  let line = from.start;
  for (const { section, times: values } of valuesBetween(snapshot, from.index, to.index + 1)) {
    for (const { position, label } of hintsOf(snapshot, section, values, times)) {
      const at = position.line + line;
      if (at < first || at > last) continue;
      hints.push({ position: { line: at, character: position.character }, label, paddingLeft: true });
    }
    line += section.lineCount;
  }
  return hints;
}

/**
 * What a hint says when it is pointed at: its value in words and why, in Markdown. It is made for the one that is asked
 * for: an editor asks for all hints it shows with each key.
 */
export function hintTooltip(snapshot: SeedSnapshot, position: Position): MarkupContent | undefined {
  const found = snapshot.sections.find(position.line);
  if (found === undefined) return undefined;
  const { index, start, item: section } = found;
  const time = valuesIn(snapshot, index).find(({ end }) => {
    const { line, character } = positionOf(section.segment, start, end);
    return line === position.line && character === position.character;
  });
  if (time === undefined) return undefined;
  const said = annotatedValue(snapshot, section, time);
  if (said !== undefined) return markdown([`**${escapeMarkdown(inWords(said))}**`, 'As annotated.']);
  const { value } = time;
  if (value === undefined) return undefined;
  const wordsAt = ({ start: from, end }: Span) => section.segment.text.slice(from, end);
  const why = explain(time, contextOf(snapshot), wordsAt).map((sentence) => escapeMarkdown(sentence));
  return markdown([`**${escapeMarkdown(timeInWords({ ...time, value }))}**`, ...why]);
}

function markdown(paragraphs: readonly string[]): MarkupContent {
  return { kind: 'markdown', value: paragraphs.join('\n\n') };
}

interface Hint {
  /** Lines are counted from the first one of its paragraph. */
  readonly position: Position;
  readonly label: string;
}

/** The hints of a section. Those of paragraphs that stand are not made again. */
function hintsOf(
  snapshot: SeedSnapshot,
  section: Section,
  values: readonly ResolvedTime[],
  times: TimeHints,
): readonly Hint[] {
  if (section.segment.kind !== 'paragraph') return [];
  const last = made.get(values);
  if (last?.times === times && last.section === section && section.annotations.length === 0) return last.hints;
  const hints: Hint[] = [];
  for (const time of values) {
    const words = section.segment.text.slice(time.start, time.end);
    const value =
      annotatedValue(snapshot, section, time) ?? (isWorthSaying(time, words, times) ? time.value : undefined);
    if (value === undefined || value === words) continue;
    hints.push({ position: positionOf(section.segment, 0, time.end), label: shown(value) });
  }
  made.set(values, { section, times, hints });
  return hints;
}

/** By the values of a paragraph's times, which are others as soon as anything is that they depend on. */
const made = new WeakMap<
  readonly ResolvedTime[],
  { readonly section: Section; readonly times: TimeHints; readonly hints: readonly Hint[] }
>();

function isWorthSaying(time: ResolvedTime, words: string, times: TimeHints): boolean {
  const { meaning, because, value } = time;
  // What is left open says no more than the text; of a vague word and a length of time, the text says it best.
  if (meaning?.kind !== 'instant' || value === undefined || isOpen(time) || value.includes('_')) return false;
  if (because !== undefined) return true;
  return times === 'all' && !words.includes(value);
}

/** What somebody said that the time means, in an annotation of these words. */
function annotatedValue(snapshot: SeedSnapshot, { annotations }: Section, time: Span): string | undefined {
  for (const { id, start, end, status } of annotations) {
    if (status !== 'confirmed' || start > time.start || end < time.end) continue;
    const annotation = snapshot.annotations.find((placed) => placed.annotation.id === id)?.annotation;
    const value = annotation?.attributes.get('value');
    if (value !== undefined && isTimeType(annotation?.type)) return value;
  }
  return undefined;
}

/** A value comes from a file as well: no longer than a line, and on one. */
function shown(value: string): string {
  return value.replace(/\s+/g, ' ').slice(0, 40);
}
