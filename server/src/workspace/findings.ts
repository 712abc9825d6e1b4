import { FINDINGS } from '../project/severities.ts';
import type { Severity } from '../project/types.ts';
import type { Part } from '../seed/metadata.ts';
import type { Segment } from '../seed/types.ts';
import { contentLength, type Position } from '../text/lines.ts';
import type { Problem } from '../text/problem.ts';
import type { Chunk } from '../text/sequence.ts';
import { type Span, shift } from '../text/span.ts';
import { isSettled } from './accepted.ts';
import { copiedSeeds } from './copied-seeds.ts';
import { absentKeywords } from './keywords.ts';
import { lostAnnotations } from './lost-annotations.ts';
import { nameVariants } from './name-variants.ts';
import { quoteProblems } from './quotations.ts';
import type { Section } from './section.ts';
import type { SeedSnapshot, Snapshot } from './snapshot.ts';
import { timeProblems } from './time-problems.ts';
import { unusualSpellings } from './unusual-spellings.ts';

/** A problem with its place in the document and its severity in this project. */
export interface Finding {
  readonly code: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  /** Code units of the whole document. */
  readonly span: Span;
  readonly start: Position;
  readonly end: Position;
  /** What part of a seed it is in; undefined in other files. */
  readonly part: Part | 'body' | undefined;
  readonly data: Readonly<Record<string, string>> | undefined;
  /** Another place that says more. */
  readonly related?: { readonly uri: string; readonly span: Span; readonly message: string } | undefined;
  /** Other files that it is about, as a whole. */
  readonly others?: readonly { readonly uri: string; readonly message: string }[] | undefined;
}

/** All findings of a document, in its order, without those that were accepted. Equal documents give equal findings. */
export function findingsOf(snapshot: Snapshot): readonly Finding[] {
  const found: Finding[] = [];
  const severities = snapshot.kind === 'seed' ? snapshot.knowledge.project.severities : snapshot.project.severities;
  const add = (
    problem: Problem,
    span: Span,
    part: Finding['part'],
    places?: Places,
    related?: Finding['related'],
    others?: Finding['others'],
  ) => {
    const { code, message, data } = problem;
    const severity = severities[code] ?? FINDINGS[code]?.severity ?? 'warning';
    if (severity === 'off') return;
    if (snapshot.kind === 'seed' && isSettled(snapshot, { code, span, missing: missingField(problem) })) return;
    const { start, end } = places ?? {
      start: snapshot.lines.positionAt(span.start),
      end: snapshot.lines.positionAt(span.end),
    };
    found.push({ code, severity, message, span, start, end, part, data, related, others });
  };
  if (snapshot.kind === 'yaml')
    for (const problem of snapshot.problems) add(problem, problem.span, undefined, undefined, problem.related);
  else {
    const footerAt = snapshot.lines.offsetOfLine(snapshot.footerLine);
    const inMetadata = (problem: Problem, part: Part) =>
      add(problem, shift(problem.span, part === 'footer' ? footerAt : 0), part);
    for (const problem of snapshot.metadataProblems) inMetadata(problem, problem.part);
    for (const { problem, part } of unusualSpellings(snapshot)) inMetadata(problem, part);
    for (const { problem, part } of absentKeywords(snapshot)) inMetadata(problem, part);
    for (const { problem, part, others } of copiedSeeds(snapshot)) {
      const span = part === 'footer' ? shift(problem.span, footerAt) : problem.span;
      add(problem, span, part ?? 'body', undefined, undefined, others);
    }
    snapshot.sections.eachChunk((chunk, _index, firstLine) => {
      const list = troubled(chunk);
      if (list.length === 0) return;
      const chunkAt = snapshot.lines.offsetOfLine(firstLine);
      for (const { line, offset, part, section, problems } of list) {
        const base = chunkAt + offset;
        for (const { problem, start, end } of problems)
          add(problem, shift(problem.span, base), part, { start: down(start, firstLine), end: down(end, firstLine) });
        const next =
          section.timeAnalysis.quotes.length > 0
            ? sectionAt(snapshot, firstLine + line + section.lineCount)
            : undefined;
        for (const { partner, ...problem } of quoteProblems(section, next)) {
          const related = partner && { uri: snapshot.uri, span: shift(partner, base), message: 'Opened here' };
          add(problem, shift(problem.span, base), part, undefined, related);
        }
      }
    });
    for (const problem of timeProblems(snapshot)) add(problem, problem.span, 'body');
    for (const problem of nameVariants(snapshot)) add(problem, problem.span, 'body');
    for (const { entry, ...problem } of lostAnnotations(snapshot)) {
      const related = { uri: snapshot.sidecarUri, span: entry, message: `The entry “${problem.data?.id}”` };
      add(problem, problem.span, 'body', undefined, related);
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

interface Places {
  readonly start: Position;
  readonly end: Position;
}

function down({ line, character }: Position, lines: number): Position {
  return { line: line + lines, character };
}

/** The field that a problem says is missing: its span points at another place. */
export function missingField({
  code,
  data,
}: {
  readonly code: string;
  readonly data?: Finding['data'];
}): string | undefined {
  return code === 'missing-metadata' || code === 'missing-recommended-metadata' ? data?.key : undefined;
}

/** The sections of a chunk that have problems, with lines and offsets counted from the chunk's beginning. */
function troubled(chunk: Chunk<Section>): readonly Troubled[] {
  let found = remembered.get(chunk);
  if (found === undefined) {
    const list: Troubled[] = [];
    let line = 0;
    let offset = 0;
    for (const section of chunk.items) {
      const { problems, quotes } = section.timeAnalysis;
      const { kind, text } = section.segment;
      if (problems.length + quotes.length > 0) {
        const at = (place: number) => down(positionIn(section.segment, place), line);
        list.push({
          line,
          offset,
          section,
          part: kind === 'paragraph' ? 'body' : kind,
          problems: problems.map((problem) => ({ problem, start: at(problem.span.start), end: at(problem.span.end) })),
        });
      }
      line += section.lineCount;
      offset += text.length;
    }
    found = list;
    remembered.set(chunk, found);
  }
  return found;
}

interface Troubled {
  readonly line: number;
  readonly offset: number;
  readonly part: NonNullable<Finding['part']>;
  readonly section: Section;
  readonly problems: readonly (Places & { readonly problem: Problem })[];
}

/** The position of an offset of a segment, counted from its first line; inside a line end, the end of the line's content. */
function positionIn({ text, lineStarts }: Segment, offset: number): Position {
  let line = 0;
  while (line + 1 < lineStarts.length && (lineStarts[line + 1] as number) <= offset) line++;
  const start = lineStarts[line] ?? 0;
  const content = contentLength(text.slice(start, lineStarts[line + 1] ?? text.length));
  return { line, character: Math.min(offset - start, content) };
}

const remembered = new WeakMap<Chunk<Section>, readonly Troubled[]>();

/** The section that begins at a line; undefined behind the last one. */
function sectionAt(snapshot: SeedSnapshot, line: number): Section | undefined {
  const found = snapshot.sections.find(line);
  return found?.start === line ? found.item : undefined;
}
