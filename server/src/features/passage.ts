import type { PlacedAnnotation } from '../annotations/types.ts';
import type { Span } from '../text/span.ts';
import type { AnnotatedSeed } from '../workspace/snapshot.ts';
import { escapeMarkdown, fileLink } from './markdown.ts';
import { sentenceAround } from './sentence.ts';

/** So much of a sentence is shown on either side of the words. */
const LONGEST = 200;

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
  const { start: from, end: to } = sentenceAround(text, { start: first.start, end: last.end });
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
