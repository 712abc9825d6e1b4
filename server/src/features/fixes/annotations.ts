import type { CodeAction } from 'vscode-languageserver-types';
import type { PlacedAnnotation } from '../../annotations/types.ts';
import { labelOfType } from '../../project/labels.ts';
import { PLACE_ANNOTATION, placeRequest, type Range, removeRequest } from '../../protocol.ts';
import { onOneLine } from '../../text/shorten.ts';
import type { Span } from '../../text/span.ts';
import type { SeedSnapshot } from '../../workspace/snapshot.ts';
import { type FixInput, sidecarFix } from './fix.ts';

/** Places that are offered one by one. */
const MOST_OFFERED = 3;
/** Annotations without a place that are offered for the words selected. */
const MOST_WAITING = 6;
/** Code units of a selection that are looked at: nobody annotates a whole text as one name. */
const MOST_SELECTED = 1000;
/** Text shown round a place, on each side. */
const AROUND = 24;

/** The places where an annotation without one may belong; all of them to look at, where the client can; and to let it go. */
export function placeAgain(input: FixInput): CodeAction[] {
  const { snapshot, finding, options, diagnostic } = input;
  const placed = annotationOf(input);
  if (placed === undefined) return [];
  const quote = quoteOf(placed);
  const offers = placed.candidates.slice(0, MOST_OFFERED).map(({ spans }) => {
    const line = snapshot.lines.positionAt(spans[0]?.start ?? 0).line + 1;
    return placeFix(input, placed, spans, `Place “${quote}” in line ${line}: ${passage(snapshot, spans)}`);
  });
  const title = `Look at the places for “${quote}”…`;
  const look =
    placed.candidates.length > 0 && options.commands?.includes(PLACE_ANNOTATION)
      ? [
          {
            title,
            kind: 'quickfix',
            diagnostics: [diagnostic],
            command: {
              title,
              command: PLACE_ANNOTATION,
              arguments: [{ uri: snapshot.uri, ids: [placed.annotation.id] }],
            },
          },
        ]
      : [];
  const params = { uri: snapshot.uri, ids: [finding.data?.id ?? ''] };
  return [
    ...offers,
    ...look,
    sidecarFix(input, `Remove the annotation of “${quote}”`, { method: removeRequest, params }),
  ];
}

/** The words of an annotation as they stand in the text now. */
export function takeWordsOver(input: FixInput): CodeAction[] {
  const placed = annotationOf(input);
  if (placed === undefined || placed.spans.length === 0) return [];
  const words = placed.spans.map(({ start, end }) => input.snapshot.lines.slice(start, end)).join(' … ');
  const fix = placeFix(input, placed, placed.spans, `Take over the changed words “${short(words)}”`);
  return [{ ...fix, isPreferred: true }];
}

/** For words that are selected: to place there one of the annotations that have no place. */
export function placeHere(snapshot: SeedSnapshot, range: Range): CodeAction[] {
  const waiting = snapshot.annotations.filter(({ spans }) => spans.length === 0);
  if (waiting.length === 0) return [];
  const [start, end] = [snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end)];
  const selected = short(snapshot.lines.slice(start, Math.min(end, start + MOST_SELECTED)));
  if (selected === '') return [];
  return waiting
    .toSorted((a, b) => likeness(b, selected) - likeness(a, selected))
    .slice(0, MOST_WAITING)
    .map((placed) => ({
      title: `Place the annotation of “${quoteOf(placed)}” (${labelOfType(snapshot.knowledge.project, placed.annotation.type)}) on “${selected}”`,
      kind: 'quickfix',
      data: {
        method: placeRequest,
        params: { uri: snapshot.uri, id: placed.annotation.id, ranges: [range], version: snapshot.version },
      },
    }));
}

/** One action for all that lost their place at a range, where there are several: with a sentence its annotations went. */
export function removeAll(inputs: readonly FixInput[]): CodeAction[] {
  const lost = inputs.filter(({ finding }) => finding.code === 'orphaned-annotation');
  const [first] = lost;
  if (first === undefined || lost.length < 2) return [];
  const params = { uri: first.snapshot.uri, ids: lost.map(({ finding }) => finding.data?.id ?? '') };
  const action = sidecarFix(first, `Remove all ${lost.length} annotations that stood here`, {
    method: removeRequest,
    params,
  });
  return [{ ...action, diagnostics: lost.map(({ diagnostic }) => diagnostic) }];
}

function placeFix(
  input: FixInput,
  { annotation }: PlacedAnnotation,
  spans: readonly Span[],
  title: string,
): CodeAction {
  const { uri, version, lines } = input.snapshot;
  const ranges = spans.map(({ start, end }) => ({ start: lines.positionAt(start), end: lines.positionAt(end) }));
  return sidecarFix(input, title, { method: placeRequest, params: { uri, id: annotation.id, ranges, version } });
}

function annotationOf({ snapshot, finding }: FixInput): PlacedAnnotation | undefined {
  return snapshot.annotations.find(({ annotation }) => annotation.id === finding.data?.id);
}

/** The words of a place with what stands next to them in their line. */
function passage({ lines }: SeedSnapshot, spans: readonly Span[]): string {
  const start = spans[0]?.start ?? 0;
  const end = spans.at(-1)?.end ?? start;
  const before =
    lines
      .slice(Math.max(0, start - AROUND), start)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const after = lines.slice(end, Math.min(lines.length, end + AROUND)).split(/[\r\n]/)[0] ?? '';
  const from = before.length < AROUND ? before : `…${before.replace(/^\S*\s/, '')}`;
  const to = after.length < AROUND ? after : `${after.replace(/\s\S*$/, '')}…`;
  return `“${from}${short(lines.slice(start, end))}${to}”`;
}

/** How much the words selected look like those that were annotated. */
function likeness(placed: PlacedAnnotation, selected: string): number {
  const words = new Set(placed.annotation.quote.join(' ').toLowerCase().split(/\s+/));
  return selected
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => words.has(word)).length;
}

function quoteOf({ annotation }: PlacedAnnotation): string {
  return short(annotation.quote.join(' … '));
}

/** As a title has it. */
function short(text: string): string {
  return onOneLine(text, 40);
}
