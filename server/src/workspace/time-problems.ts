import type { Problem } from '../text/problem.ts';
import type { Chunk } from '../text/sequence.ts';
import { type Span, shift } from '../text/span.ts';
import { lastYearOf } from '../times/doubtful.ts';
import { isPastAfter } from '../times/english/contradicted.ts';
import { dependence } from '../times/explain.ts';
import { type Time, wholeDayOf } from '../times/types.ts';
import { dateInWords } from '../times/words.ts';
import type { Section } from './section.ts';
import type { SeedSnapshot } from './snapshot.ts';
import { contextOf } from './time-values.ts';

/** What the body's times say that does not go together with the day of publication; spans are those of the document. */
export function timeProblems(snapshot: SeedSnapshot): readonly Problem[] {
  const { published, metadata } = snapshot;
  if (published !== undefined) return daysAfter(snapshot, published);
  // Of a field that is empty or cannot be read its own finding tells.
  return metadata.first('published') === undefined ? relativeTimes(snapshot) : [];
}

/**
 * One problem, at the first time that hangs on a day of publication which the document does not give: what mends it mends
 * all of them.
 */
function relativeTimes(snapshot: SeedSnapshot): Problem[] {
  let first: Span | undefined;
  let count = 0;
  let hasYear = false;
  const { narrative } = contextOf(snapshot);
  snapshot.sections.eachChunk((chunk, _index, firstLine) => {
    for (const { span, needs } of dependentsOf(chunk)) {
      if (needs === 'nothing') hasYear = true;
      else if (needs === 'publication' || (needs === 'report' ? !narrative : !hasYear)) {
        count++;
        first ??= shift(span, snapshot.lines.offsetOfLine(firstLine));
      }
    }
  });
  if (first === undefined) return [];
  const words = snapshot.lines.slice(first.start, first.end).replace(/\s+/g, ' ');
  const others = count === 1 ? '' : count === 2 ? ' and one other time' : ` and ${count - 1} other times`;
  return [
    {
      code: 'relative-date',
      span: first,
      message: `“${words}”${others} ${count === 1 ? 'is' : 'are'} counted from the day of publication, which this document does not give. Fill in “Published”.`,
      data: { key: 'published' },
    },
  ];
}

interface Dependent {
  /** Counted from the beginning of the chunk. */
  readonly span: Span;
  readonly needs: NonNullable<ReturnType<typeof dependence>>;
}

/** The times of a chunk that hang on something, and those that others may hang on, in order. */
function dependentsOf(chunk: Chunk<Section>): readonly Dependent[] {
  let list = dependents.get(chunk);
  if (list === undefined) {
    const all: Dependent[] = [];
    eachTime(chunk, (time, offset) => {
      const needs = dependence(time);
      if (needs !== undefined) all.push({ span: shift(time, offset), needs });
    });
    list = all;
    dependents.set(chunk, list);
  }
  return list;
}

const dependents = new WeakMap<Chunk<Section>, readonly Dependent[]>();

/** Days that lie behind the day of publication though the text says that they are over. */
function daysAfter(snapshot: SeedSnapshot, published: string): Problem[] {
  const found: Problem[] = [];
  snapshot.sections.eachChunk((chunk, _index, firstLine) => {
    const list = contradictionsIn(chunk, published);
    if (list.length === 0) return;
    const chunkAt = snapshot.lines.offsetOfLine(firstLine);
    for (const problem of list) found.push({ ...problem, span: shift(problem.span, chunkAt) });
  });
  return found;
}

function contradictionsIn(chunk: Chunk<Section>, published: string): readonly Problem[] {
  const known = contradictions.get(chunk);
  if (known?.published === published) return known.problems;
  const problems: Problem[] = [];
  eachTime(chunk, (time, offset, text) => {
    const day = wholeDayOf(time);
    if (day === undefined || !isPastAfter(time, text, published)) return;
    const value = lastYearOf(day, published);
    problems.push({
      code: 'date-after-publication',
      span: shift(time, offset),
      message: `${dateInWords(day)} is over by what the text says, but the document was published before it, on ${dateInWords(published)}. Check this date and “Published”.`,
      ...(value === undefined ? {} : { data: { value } }),
    });
  });
  contradictions.set(chunk, { published, problems });
  return problems;
}

const contradictions = new WeakMap<
  Chunk<Section>,
  { readonly published: string; readonly problems: readonly Problem[] }
>();

/** Visits the times of the paragraphs of a chunk, each with where its paragraph begins in the chunk, and that text. */
function eachTime(chunk: Chunk<Section>, visit: (time: Time, offset: number, text: string) => void): void {
  let offset = 0;
  for (const { segment, timeAnalysis } of chunk.items) {
    if (segment.kind === 'paragraph') for (const time of timeAnalysis.times) visit(time, offset, segment.text);
    offset += segment.text.length;
  }
}
