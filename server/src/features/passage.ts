import type { PlacedAnnotation } from '../annotations/types.ts';
import { sentenceEnds } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { AnnotatedSeed } from '../workspace/snapshot.ts';
import { escapeMarkdown, fileLink } from './markdown.ts';

/** So much of a sentence is shown on either side of the words. */
const LONGEST = 200;
/** So far is looked for the beginning and the end of a sentence. */
const FAR = 2_000;

/** The words of an annotation in their sentence, with where that is; undefined where the annotation is not known. */
export function passageCard(seed: AnnotatedSeed, id: string): string | undefined {
  const placed = seed.annotations.find(({ annotation }) => annotation.id === id);
  if (placed === undefined) return undefined;
  const [first] = placed.spans;
  if (first === undefined) return 'This annotation has no place in the text\\.';
  const line = seed.lines.positionAt(first.start).line;
  return `${sentence(seed.lines.toString(), placed, first)}\n\n${fileLink(`line ${line + 1}`, seed.uri, line)}`;
}

function sentence(text: string, { spans }: PlacedAnnotation, first: Span): string {
  const last = spans.at(-1) ?? first;
  const { start, end } = paragraph(text, first.start, last.end);
  const ends = sentenceEnds(text.slice(start, end)).map((at) => at + start);
  const from = ends.findLast((at) => at <= first.start) ?? start;
  const to = ends.find((at) => at >= last.end) ?? end;
  const before = text.slice(Math.max(from, first.start - LONGEST), first.start);
  const behind = text.slice(last.end, Math.min(to, last.end + LONGEST));
  const parts = spans.map((span, i) => {
    const next = spans[i + 1];
    const gap = next === undefined ? '' : escapeMarkdown(text.slice(span.end, next.start));
    return `**${escapeMarkdown(text.slice(span.start, span.end))}**${gap}`;
  });
  const cut = [first.start - LONGEST > from ? '…' : '', to > last.end + LONGEST ? '…' : ''];
  return `${cut[0]}${escapeMarkdown(before.trimStart())}${parts.join('')}${escapeMarkdown(behind.trimEnd())}${cut[1]}`;
}

/** What stands between empty lines round a passage, or as much of it as is looked through. */
function paragraph(text: string, start: number, end: number): Span {
  const before = text.slice(Math.max(0, start - FAR), start);
  const behind = text.slice(end, end + FAR);
  const gaps = [...before.matchAll(EMPTY_LINE)];
  const gap = gaps.at(-1);
  const next = behind.search(new RegExp(EMPTY_LINE.source));
  return {
    start: start - before.length + (gap === undefined ? 0 : gap.index + gap[0].length),
    end: end + (next === -1 ? behind.length : next),
  };
}

const EMPTY_LINE = /\n[ \t]*\r?\n|\r\r/g;
