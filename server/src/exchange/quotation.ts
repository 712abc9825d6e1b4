import type { Passage, Quotation } from '../formats/quotations/types.ts';
import type { Block } from '../seed/types.ts';
import { isBlank } from '../text/characters.ts';
import type { Position } from '../text/lines.ts';
import { sentenceEnds } from '../text/sentences.ts';
import { type Span, shift } from '../text/span.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { sourceOf } from './source.ts';

interface Selection {
  readonly start: Position;
  readonly end: Position;
}

/**
 * What is selected, as a quotation; of a mere cursor the sentence that it is in. Undefined where nothing stands there.
 * `path` is that of the seed's file, as it shall be written.
 */
export function quotationOf(
  snapshot: SeedSnapshot,
  selections: readonly Selection[],
  path: string,
): Quotation | undefined {
  const spans = selections.flatMap((selection) => spanOf(snapshot, selection) ?? []);
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const different = spans.filter(({ start, end }, i) => start !== spans[i - 1]?.start || end !== spans[i - 1]?.end);
  if (different.length === 0) return undefined;
  return {
    source: sourceOf(snapshot.metadata, path),
    passages: different.map((span) => passageOf(snapshot, span)),
  };
}

/** A selection without the blanks at its edges. */
function spanOf(snapshot: SeedSnapshot, { start, end }: Selection): Span | undefined {
  const { lines } = snapshot;
  const [a, b] = [lines.offsetAt(start), lines.offsetAt(end)];
  if (a === b) return sentenceAt(snapshot, lines.positionAt(a));
  return trimmed(lines.toString(), { start: Math.min(a, b), end: Math.max(a, b) });
}

function trimmed(text: string, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : undefined;
}

/** The sentence of the body that a cursor is in, at its edges included; one behind the cursor goes before one in front. */
function sentenceAt({ lines, sections }: SeedSnapshot, { line, character }: Position): Span | undefined {
  const found = sections.find(line);
  if (found === undefined || found.item.segment.kind !== 'paragraph') return undefined;
  const { blocks, lineStarts } = found.item.segment;
  const offset = (lineStarts[line - found.start] ?? 0) + character;
  const touched = blocks.filter(({ start, text }) => start <= offset && offset <= start + text.length);
  const sentences = touched.flatMap(sentencesOf).filter(({ start, end }) => start <= offset && offset <= end);
  const sentence = sentences.at(-1) ?? sentenceBefore(blocks, offset);
  return sentence && shift(sentence, lines.offsetOfLine(found.start));
}

/** Between two sentences there may be several blanks: then it is the one in front. */
function sentenceBefore(blocks: readonly Block[], offset: number): Span | undefined {
  const block = blocks.find(({ start, text }) => start <= offset && offset <= start + text.length);
  return block && sentencesOf(block).findLast(({ end }) => end <= offset);
}

/** Without the blanks behind them; spans of the segment. */
function sentencesOf({ start, text }: Block): Span[] {
  let from = 0;
  return sentenceEnds(text).flatMap((behind) => {
    const sentence = trimmed(text, { start: from, end: behind });
    from = behind;
    return sentence === undefined ? [] : [shift(sentence, start)];
  });
}

function passageOf(snapshot: SeedSnapshot, span: Span): Passage {
  const { lines } = snapshot;
  const [first, last] = [lines.positionAt(span.start).line, lines.positionAt(span.end).line];
  const paragraphs: string[] = [];
  for (let line = first; line <= last; ) {
    const found = snapshot.sections.find(line);
    // The lines of a paragraph are one; header and footer have one for each.
    const isWrapped = found?.item.segment.kind === 'paragraph';
    const next = isWrapped ? found.start + found.item.lineCount : line + 1;
    const start = Math.max(span.start, lines.offsetOfLine(line));
    const end = Math.min(span.end, lines.offsetOfLine(next));
    const words = lines
      .slice(start, end)
      .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
      .trim();
    if (words !== '') paragraphs.push(words);
    line = next;
  }
  return { paragraphs, line: first + 1, lastLine: last + 1 };
}
