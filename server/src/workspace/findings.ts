import { FINDINGS } from '../project/severities.ts';
import type { Severity } from '../project/types.ts';
import type { Position } from '../text/lines.ts';
import type { Problem } from '../text/problem.ts';
import type { Chunk } from '../text/sequence.ts';
import type { Span } from '../text/span.ts';
import type { Section } from './section.ts';
import type { SeedSnapshot, Snapshot } from './snapshot.ts';

/** A problem with its place in the document and its severity in this project. */
export interface Finding {
  readonly code: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  readonly data: Readonly<Record<string, string>> | undefined;
  /** Another place that says more. */
  readonly related?: { readonly uri: string; readonly span: Span; readonly message: string } | undefined;
}

/** All findings of a document, in its order. Equal documents give equal findings. */
export function findingsOf(snapshot: Snapshot): readonly Finding[] {
  const found: Finding[] = [];
  const severities = snapshot.kind === 'seed' ? snapshot.knowledge.project.severities : snapshot.project.severities;
  const add = (problem: Problem, base: number, related?: Finding['related']) => {
    const severity = severities[problem.code] ?? FINDINGS[problem.code]?.severity ?? 'warning';
    if (severity === 'off') return;
    found.push({
      code: problem.code,
      severity,
      message: problem.message,
      start: snapshot.lines.positionAt(base + problem.span.start),
      end: snapshot.lines.positionAt(base + problem.span.end),
      data: problem.data,
      related,
    });
  };
  if (snapshot.kind === 'yaml') for (const problem of snapshot.problems) add(problem, 0);
  else {
    const footerAt = snapshot.lines.offsetOfLine(snapshot.footerLine);
    for (const problem of snapshot.metadataProblems) add(problem, problem.part === 'footer' ? footerAt : 0);
    snapshot.sections.eachChunk((chunk, _index, firstLine) => {
      for (const { line, problems } of troubled(chunk)) {
        const base = snapshot.lines.offsetOfLine(firstLine + line);
        for (const problem of problems) add(problem, base);
      }
    });
    for (const problem of unplaced(snapshot)) add(problem, 0, problem.related);
  }
  return found.sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
}

/** The sections of a chunk that have problems, by their lines counted from the chunk's first. */
function troubled(chunk: Chunk<Section>): readonly Troubled[] {
  let found = remembered.get(chunk);
  if (found === undefined) {
    const list: Troubled[] = [];
    let line = 0;
    for (const section of chunk.items) {
      const { problems } = section.analysis;
      if (problems.length > 0) list.push({ line, problems });
      line += section.lineCount;
    }
    found = list;
    remembered.set(chunk, found);
  }
  return found;
}

interface Troubled {
  readonly line: number;
  readonly problems: readonly Problem[];
}

const remembered = new WeakMap<Chunk<Section>, readonly Troubled[]>();

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
