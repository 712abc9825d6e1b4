import { FINDINGS } from '../project/severities.ts';
import type { Severity } from '../project/types.ts';
import type { Part } from '../seed/metadata.ts';
import type { Position } from '../text/lines.ts';
import type { Problem } from '../text/problem.ts';
import type { Chunk } from '../text/sequence.ts';
import { type Span, shift } from '../text/span.ts';
import { isSettled } from './accepted.ts';
import { absentKeywords } from './keywords.ts';
import { quoteProblems } from './quotations.ts';
import type { Section } from './section.ts';
import type { SeedSnapshot, Snapshot } from './snapshot.ts';
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
}

/** All findings of a document, in its order, without those that were accepted. Equal documents give equal findings. */
export function findingsOf(snapshot: Snapshot): readonly Finding[] {
  const found: Finding[] = [];
  const severities = snapshot.kind === 'seed' ? snapshot.knowledge.project.severities : snapshot.project.severities;
  const add = (problem: Problem, base: number, part: Finding['part'], related?: Finding['related']) => {
    const severity = severities[problem.code] ?? FINDINGS[problem.code]?.severity ?? 'warning';
    if (severity === 'off') return;
    const { code, message, data } = problem;
    const span = { start: base + problem.span.start, end: base + problem.span.end };
    if (snapshot.kind === 'seed' && isSettled(snapshot, { code, span, missing: missingField(problem) })) return;
    const [start, end] = [snapshot.lines.positionAt(span.start), snapshot.lines.positionAt(span.end)];
    found.push({ code, severity, message, span, start, end, part, data, related });
  };
  if (snapshot.kind === 'yaml') for (const problem of snapshot.problems) add(problem, 0, undefined);
  else {
    const footerAt = snapshot.lines.offsetOfLine(snapshot.footerLine);
    const inMetadata = (problem: Problem, part: Part) => add(problem, part === 'footer' ? footerAt : 0, part);
    for (const problem of snapshot.metadataProblems) inMetadata(problem, problem.part);
    for (const { problem, part } of unusualSpellings(snapshot)) inMetadata(problem, part);
    for (const { problem, part } of absentKeywords(snapshot)) inMetadata(problem, part);
    snapshot.sections.eachChunk((chunk, _index, firstLine) => {
      for (const { line, part, section } of troubled(chunk)) {
        const base = snapshot.lines.offsetOfLine(firstLine + line);
        for (const problem of section.timeAnalysis.problems) add(problem, base, part);
        for (const { partner, ...problem } of quoteProblems(
          section,
          sectionAt(snapshot, firstLine + line + section.lineCount),
        ))
          add(
            problem,
            base,
            part,
            partner && { uri: snapshot.uri, span: shift(partner, base), message: 'Opened here' },
          );
      }
    });
    for (const problem of unplaced(snapshot)) add(problem, 0, 'body', problem.related);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
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

/** The sections of a chunk that have problems, by their lines counted from the chunk's first. */
function troubled(chunk: Chunk<Section>): readonly Troubled[] {
  let found = remembered.get(chunk);
  if (found === undefined) {
    const list: Troubled[] = [];
    let line = 0;
    for (const section of chunk.items) {
      const { problems, quotes } = section.timeAnalysis;
      const { kind } = section.segment;
      if (problems.length + quotes.length > 0) list.push({ line, section, part: kind === 'paragraph' ? 'body' : kind });
      line += section.lineCount;
    }
    found = list;
    remembered.set(chunk, found);
  }
  return found;
}

interface Troubled {
  readonly line: number;
  readonly part: NonNullable<Finding['part']>;
  readonly section: Section;
}

const remembered = new WeakMap<Chunk<Section>, readonly Troubled[]>();

/** The section that begins at a line; undefined behind the last one. */
function sectionAt(snapshot: SeedSnapshot, line: number): Section | undefined {
  const found = snapshot.sections.find(line);
  return found?.start === line ? found.item : undefined;
}

function unplaced(snapshot: SeedSnapshot): (Problem & { related: NonNullable<Finding['related']> })[] {
  return snapshot.annotations
    .filter((placed) => placed.state === 'unplaced')
    .map(({ annotation }) => {
      const quote = annotation.quote.join(' … ');
      return {
        code: 'unplaced-annotation',
        span: { start: 0, end: 0 },
        message: `The annotation of “${quote}” (${annotation.type}) has no place in this text: its quote does not stand at its position, nor once with its context. Tag the passage again and remove the old entry, or correct “quote” in the annotations file.`,
        data: { id: annotation.id },
        related: { uri: snapshot.sidecarUri, span: annotation.span, message: `The entry “${annotation.id}”` },
      };
    });
}
