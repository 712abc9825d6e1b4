import { recognize } from '../names/recognize.ts';
import type { Mention, NameContext } from '../names/types.ts';
import type { Block, Segment } from '../seed/types.ts';
import type { Problem } from '../text/problem.ts';
import { type UnmatchedQuote, unmatchedQuotes } from '../text/quotations.ts';
import { overlaps, type Span, shift } from '../text/span.ts';
import { findTimes } from '../times/find.ts';
import type { Time } from '../times/types.ts';

/** What the first stage of the analysis found in a segment; spans are relative to the segment's text. */
export interface SectionAnalysis {
  readonly mentions: readonly Mention[];
  readonly times: readonly Time[];
  /** Problems of the text itself: those of the header or footer, and times that cannot be. */
  readonly problems: readonly Problem[];
  /** Quotation marks of a paragraph that have no partner in it. */
  readonly quotes: readonly UnmatchedQuote[];
}

/** The part of an annotation that lies in a section; spans are relative to the segment's text. */
export interface LocalAnnotation extends Span {
  readonly id: string;
  readonly type: string;
  readonly status: 'confirmed' | 'suggested' | 'rejected';
}

/** What an editor paints: spans that do not overlap, in order; relative to the segment's text. */
export interface Painted extends Span {
  readonly type: string;
  readonly annotated: boolean;
  readonly suggested: boolean;
}

/**
 * A segment of a seed with what is known of it. Immutable to its readers: the analysis is made when first asked for
 * and kept, so a section whose inputs stand is never analysed twice. A new input makes a new section.
 */
export class Section {
  private found: SectionAnalysis | undefined;
  private paint: readonly Painted[] | undefined;

  readonly segment: Segment;
  readonly names: NameContext;
  readonly annotations: readonly LocalAnnotation[];

  constructor(
    segment: Segment,
    names: NameContext,
    annotations: readonly LocalAnnotation[] = [],
    found?: SectionAnalysis,
  ) {
    this.segment = segment;
    this.names = names;
    this.annotations = annotations;

    this.found = found;
  }

  get lineCount(): number {
    return this.segment.lineStarts.length;
  }

  get analyzed(): boolean {
    return this.found !== undefined;
  }

  get analysis(): SectionAnalysis {
    this.found ??= analyze(this.segment, this.names);
    return this.found;
  }

  /** The same section with other annotations; its analysis is kept. */
  withAnnotations(annotations: readonly LocalAnnotation[]): Section {
    return new Section(this.segment, this.names, annotations, this.found);
  }

  get painted(): readonly Painted[] {
    this.paint ??= paint(this.analysis, this.annotations);
    return this.paint;
  }
}

function analyze(segment: Segment, names: NameContext): SectionAnalysis {
  if (segment.blocks.length === 0)
    return segment.problems.length === 0 ? NOTHING : { ...NOTHING, problems: segment.problems };
  const mentions: Mention[] = [];
  const times: Time[] = [];
  const problems: Problem[] = [...segment.problems];
  for (const block of segment.blocks) {
    const found = findTimes(block, { published: undefined });
    for (const time of found) {
      times.push({ ...time, ...shift(time, block.start) });
      if (time.problem && !isDateField(block)) {
        problems.push({ ...time.problem, span: shift(time.problem.span, block.start) });
      }
    }
    for (const mention of recognize(block, names)) {
      // What reads as a time is no name ("May 2021"), unless the user's own facts say so.
      if (mention.evidence !== 'facts' && found.some((time) => overlaps(time, mention))) continue;
      mentions.push({ ...mention, ...shift(mention, block.start) });
    }
  }
  // The whole paragraph, which may be several blocks: a quotation may run through all of them.
  const quotes = segment.kind === 'paragraph' ? unmatchedQuotes(segment.text, { continues: false }) : [];
  return { mentions, times, problems, quotes };
}

const NOTHING: SectionAnalysis = { mentions: [], times: [], problems: [], quotes: [] };

/** Dates of the metadata are checked as metadata: once is enough. */
function isDateField(block: Block): boolean {
  return block.field === 'published' || block.field === 'retrieved';
}

/**
 * Annotations win over what was recognised; of nested or crossing annotations the outermost is painted, since editors
 * cannot paint both and decorations show the inner ones. A rejected annotation takes the mention of its span away.
 */
function paint(analysis: SectionAnalysis, annotations: readonly LocalAnnotation[]): readonly Painted[] {
  const outer: Painted[] = [];
  const sorted = [...annotations].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  for (const annotation of sorted) {
    if (annotation.status === 'rejected' || annotation.start < end) continue;
    outer.push({
      start: annotation.start,
      end: annotation.end,
      type: annotation.type,
      annotated: true,
      suggested: annotation.status === 'suggested',
    });
    end = annotation.end;
  }
  const result: Painted[] = [...outer];
  const add = (span: Span, type: string) => {
    if (annotations.some((a) => (a.status === 'rejected' ? a.type === type && same(a, span) : overlaps(a, span))))
      return;
    result.push({ start: span.start, end: span.end, type, annotated: false, suggested: false });
  };
  for (const mention of analysis.mentions) add(mention, mention.type);
  for (const time of analysis.times) {
    if (!analysis.mentions.some((mention) => overlaps(mention, time))) add(time, time.type);
  }
  return result.sort((a, b) => a.start - b.start);
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
