import { mayReplace } from '../annotations/live/tracked.ts';
import { type PlacedAnnotation, standsAsItWas } from '../annotations/types.ts';
import { labelOfType } from '../project/labels.ts';
import type { Problem } from '../text/problem.ts';
import { onOneLine } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import type { SeedSnapshot } from './snapshot.ts';

/** Lines named in a message. */
const MOST_LINES = 3;
export type LostProblem = Problem & { readonly entry: Span };

/** Annotations that have lost their place, fit several, or stand on words that have changed. */
export function lostAnnotations(snapshot: SeedSnapshot): LostProblem[] {
  return snapshot.annotations.flatMap((placed) => {
    if (standsAsItWas(placed)) return [];
    const { annotation } = placed;
    const problem = { data: { id: annotation.id }, entry: annotation.span };
    const name = `“${onOneLine(annotation.quote.join(' … '))}” (${labelOfType(snapshot.knowledge.project, annotation.type)})`;
    switch (placed.state) {
      case 'orphaned':
        return [
          {
            ...problem,
            code: 'orphaned-annotation',
            span: regionOf(placed, snapshot),
            message: orphaned(snapshot, placed, name),
          },
        ];
      case 'ambiguous': {
        const message = `The annotation of ${name} fits several places of this text: ${linesOf(snapshot, placed)}. Pick one with a quick fix, or remove the annotation.`;
        return [
          {
            ...problem,
            code: 'ambiguous-annotation',
            span: placed.candidates[0]?.spans[0] ?? regionOf(placed, snapshot),
            message,
          },
        ];
      }
      case 'fuzzy': {
        const [first] = placed.spans;
        const now = placed.spans.map(({ start, end }) => snapshot.lines.slice(start, end)).join(' … ');
        const message = `The annotation of ${name} stands on changed words: “${onOneLine(now)}”. Take them over with a quick fix once they are right.`;
        return [{ ...problem, code: 'changed-annotation', span: first ?? regionOf(placed, snapshot), message }];
      }
      default:
        return [];
    }
  });
}

function orphaned(snapshot: SeedSnapshot, placed: PlacedAnnotation, name: string): string {
  const lost = `The annotation of ${name} has lost its place: its words are gone from here`;
  return placed.candidates.length === 0
    ? `${lost}. Select the words where it belongs and place it there with a quick fix, or remove it.`
    : `${lost}. It may belong to ${linesOf(snapshot, placed)}. Place it there with a quick fix, select other words for it, or remove it.`;
}

/** "line 3", "lines 3 and 7". */
function linesOf({ lines }: SeedSnapshot, { candidates }: PlacedAnnotation): string {
  const numbers = [...new Set(candidates.map(({ spans: [span] }) => lines.positionAt(span?.start ?? 0).line + 1))].sort(
    (a, b) => a - b,
  );
  const shown = numbers.slice(0, MOST_LINES).map(String);
  if (numbers.length > shown.length) shown.push('others');
  const last = shown.pop() ?? '';
  return shown.length === 0 ? `line ${last}` : `lines ${shown.join(', ')} and ${last}`;
}

/** Where it was. Of a passage that was written anew only the beginning, or whole paragraphs would be underlined. */
function regionOf({ region, annotation }: PlacedAnnotation, { lines }: SeedSnapshot): Span {
  if (region === undefined) return { start: 0, end: 0 };
  if (mayReplace(region, annotation.quote.join(''))) return region;
  const words = lines.slice(region.start, region.end);
  const start = region.start + words.length - words.trimStart().length;
  return { start, end: start };
}
