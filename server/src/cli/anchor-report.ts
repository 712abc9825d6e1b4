import type { AnchorState } from '../annotations/anchor/types.ts';
import type { PlacedAnnotation } from '../annotations/types.ts';
import type { Position, TextLines } from '../text/lines.ts';
import { shorten } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { type colors, counted, printable } from './output.ts';

export type AnchorFormat = 'text' | 'json' | 'jsonl';

/** States of what stands nowhere, for a person to look at. */
export const WITHOUT_PLACE: readonly AnchorState[] = ['ambiguous', 'orphaned'];

/** A seed whose annotations were looked for. */
export interface AnchoredFile {
  /** As to be shown; so is the name of its annotations file. */
  readonly name: string;
  readonly sidecarName: string;
  readonly lines: TextLines;
  readonly sidecarLines: TextLines;
  readonly placed: readonly PlacedAnnotation[];
  /** How many positions in it were rewritten; undefined where the file was left alone. */
  readonly written: number | undefined;
}

/** A file that could not be read or written, and why, as the rest of a sentence. */
export interface Failure {
  readonly name: string;
  readonly position?: Position;
  readonly reason: string;
}

export interface AnchorSummary {
  readonly seeds: number;
  readonly counts: Readonly<Record<AnchorState, number>>;
  readonly failures: readonly Failure[];
  /** Annotations files that were written; undefined where none was to be. */
  readonly rewritten: number | undefined;
}

/** Prints what is found as it goes. */
export interface AnchorReport {
  begin(): Promise<void>;
  file(file: AnchoredFile): Promise<void>;
  failure(failure: Failure): Promise<void>;
  end(summary: AnchorSummary): Promise<void>;
}

type Print = (text: string) => Promise<void>;

export function anchorReport(format: AnchorFormat, print: Print, paint: ReturnType<typeof colors>): AnchorReport {
  if (format === 'json') return jsonReport(print);
  if (format === 'jsonl') return jsonlReport(print);
  return textReport(print, paint);
}

/** One object a seed, one line each. What failed is an object with `error`. */
function jsonlReport(print: Print): AnchorReport {
  return {
    begin: async () => undefined,
    file: (file) => print(`${JSON.stringify(fileJson(file))}\n`),
    failure: (failure) => print(`${JSON.stringify(failureJson(failure))}\n`),
    end: async () => undefined,
  };
}

/** One object, a line a seed. */
function jsonReport(print: Print): AnchorReport {
  let separator = '\n';
  return {
    begin: () => print('{"files": ['),
    async file(file) {
      await print(`${separator}${JSON.stringify(fileJson(file))}`);
      separator = ',\n';
    },
    failure: async () => undefined,
    end: ({ counts, failures }) =>
      print(`\n],\n"failures": ${JSON.stringify(failures.map(failureJson))},\n"counts": ${JSON.stringify(counts)}}\n`),
  };
}

function fileJson({ name, sidecarName, lines, sidecarLines, placed, written }: AnchoredFile) {
  const place = ({ start, end }: Span) => ({ start: pointJson(lines, start), end: pointJson(lines, end) });
  return {
    file: name,
    sidecar: sidecarName,
    annotations: placed.map(({ annotation, state, score, spans, candidates }) => ({
      id: annotation.id,
      type: annotation.type,
      quote: annotation.quote,
      entry: pointJson(sidecarLines, annotation.span.start),
      state,
      score: rounded(score),
      places: spans.map(place),
      candidates: candidates.map(({ spans, score }) => ({ score: rounded(score), places: spans.map(place) })),
    })),
    ...(written === undefined ? {} : { rewritten: written }),
  };
}

function failureJson({ name, position, reason }: Failure) {
  const start = position && { line: position.line + 1, column: position.character + 1 };
  return { file: name, ...(start ? { start } : {}), error: reason };
}

/** Lines and columns count from 1, columns in UTF-16 code units, as editors show them. */
function pointJson(lines: TextLines, offset: number) {
  const { line, character } = lines.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

const STYLES = { exact: 'dim', moved: 'info', fuzzy: 'warning', ambiguous: 'error', orphaned: 'error' } as const;

/** For people: a line for each annotation that does not stand at its position, and what was done. */
function textReport(print: Print, paint: ReturnType<typeof colors>): AnchorReport {
  return {
    begin: async () => undefined,
    async file({ name, sidecarName, lines, sidecarLines, placed, written }) {
      for (const { annotation, state, score, spans, candidates } of placed) {
        if (state === 'exact') continue;
        const [first] = spans;
        // What stands nowhere in the text stands in the annotations file.
        const place = first
          ? placeText(name, lines, first.start)
          : placeText(sidecarName, sidecarLines, annotation.span.start);
        const { id, type, quote } = annotation;
        const said = `${score.toFixed(2)} ${printable(id)} ${printable(type)} “${printable(shorten(quote.join(' … ')))}”`;
        await print(`${paint('bold', place)} ${paint(STYLES[state], state)} ${said}\n`);
        for (const { spans, score } of candidates) {
          const [at] = spans;
          if (at === undefined) continue;
          await print(
            `    ${placeText(name, lines, at.start)} ${score.toFixed(2)} ${paint('dim', snippet(lines, at))}\n`,
          );
        }
      }
      if (written === undefined) return;
      const done =
        written === 0 ? 'no position changed, id of the text rewritten' : `${counted(written, 'position')} rewritten`;
      const left = (['fuzzy', 'ambiguous', 'orphaned'] as const).flatMap((state) => {
        const count = placed.filter((item) => item.state === state).length;
        return count === 0 ? [] : [`${count} ${state} left`];
      });
      await print(`${printable(sidecarName)}: ${[done, ...left].join(', ')}\n`);
    },
    failure: async () => undefined,
    end({ seeds, counts, rewritten }) {
      const states = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
      const files = rewritten === undefined ? '' : `; ${counted(rewritten, 'annotations file')} rewritten`;
      return print(`${counted(seeds, 'seed')} with annotations: ${states.join(', ')}${files}\n`);
    },
  };
}

function placeText(name: string, lines: TextLines, offset: number): string {
  const { line, character } = lines.positionAt(offset);
  return `${printable(name)}:${line + 1}:${character + 1}`;
}

/** Code units of the line that are shown on either side. */
const AROUND = 24;

/** The words at a place with what stands round them in the line. */
function snippet(lines: TextLines, { start, end }: Span): string {
  const { line, character } = lines.positionAt(start);
  const text = lines.line(line).trimEnd();
  const last = Math.min(character + (end - start), text.length);
  const [from, to] = [whole(text, character - AROUND), whole(text, last + AROUND)];
  const cut = (at: number) => (at > 0 && at < text.length ? '…' : '');
  const words = shorten(text.slice(character, last));
  return printable(`${cut(from)}${text.slice(from, character)}${words}${text.slice(last, to)}${cut(to)}`);
}

/** An offset in a text that cuts no character in two. */
function whole(text: string, offset: number): number {
  const at = Math.min(Math.max(0, offset), text.length);
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at;
}
