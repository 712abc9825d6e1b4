import { recognize } from '../names/recognize.ts';
import type { Mention, NameContext } from '../names/types.ts';
import type { Block, Segment } from '../seed/types.ts';
import type { Problem } from '../text/problem.ts';
import { type UnmatchedQuote, unmatchedQuotes } from '../text/quotations.ts';
import { overlapsOne, type Span, shift } from '../text/span.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { findTimes } from '../times/find.ts';
import type { Time } from '../times/types.ts';

/** What is found in a text without looking for names; spans are relative to the segment's text. */
export interface TimeAnalysis {
  readonly times: readonly Time[];
  /** Problems of the text itself: those of the header or footer, and times that cannot be. */
  readonly problems: readonly Problem[];
  /** Quotation marks of a paragraph that have no partner in it. */
  readonly quotes: readonly UnmatchedQuote[];
}

/** All that the analysis found in a segment; spans are relative to the segment's text. */
export interface SectionAnalysis extends TimeAnalysis {
  readonly mentions: readonly Mention[];
}

/** How far a section is worked out: times, problems and quotations, or names as well. */
export type Stage = 'times' | 'names';

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
  private found: TimeAnalysis | undefined;
  private foundAll: SectionAnalysis | undefined;
  private paint: readonly Painted[] | undefined;

  readonly segment: Segment;
  readonly names: NameContext;
  readonly annotations: readonly LocalAnnotation[];

  constructor(
    segment: Segment,
    names: NameContext,
    annotations: readonly LocalAnnotation[] = [],
    found?: { readonly times: TimeAnalysis | undefined; readonly all: SectionAnalysis | undefined },
  ) {
    this.segment = segment;
    this.names = names;
    this.annotations = annotations;

    this.found = found?.times;
    this.foundAll = found?.all;
  }

  get lineCount(): number {
    return this.segment.lineStarts.length;
  }

  isWorkedOut(stage: Stage): boolean {
    return (stage === 'times' ? this.found : this.foundAll) !== undefined;
  }

  workOut(stage: Stage): void {
    void (stage === 'times' ? this.timeAnalysis : this.analysis);
  }

  /** What findings need: names are not looked for. */
  get timeAnalysis(): TimeAnalysis {
    this.found ??= this.segment.blocks.length === 0 ? withoutBlocks(this.segment) : readTimes(this.segment, tokensOf);
    return this.found;
  }

  get analysis(): SectionAnalysis {
    if (this.foundAll === undefined) {
      this.foundAll = analyze(this.segment, this.names, this.found);
      this.found = this.foundAll;
    }
    return this.foundAll;
  }

  /** The same section with other annotations; its analysis is kept. */
  withAnnotations(annotations: readonly LocalAnnotation[]): Section {
    return new Section(this.segment, this.names, annotations, { times: this.found, all: this.foundAll });
  }

  get painted(): readonly Painted[] {
    this.paint ??= paint(this.analysis, this.annotations);
    return this.paint;
  }
}

/** Tokens of the blocks of a segment; both stages read them, and only one at a time. */
type TokensOf = (block: Block) => readonly Token[];

const tokensOf: TokensOf = (block) => tokenize(block.text);

function withoutBlocks({ problems }: Segment): TimeAnalysis {
  return problems.length === 0 ? NOTHING : { ...NOTHING, problems };
}

const NOTHING: SectionAnalysis = { mentions: [], times: [], problems: [], quotes: [] };

function readTimes(segment: Segment, tokens: TokensOf): TimeAnalysis {
  const times: Time[] = [];
  const problems: Problem[] = [...segment.problems];
  // Blocks are cut where sentences end, so those of the next one are others.
  let firstSentence = 0;
  for (const block of segment.blocks) {
    for (const found of findTimes(block, tokens(block))) {
      const time = moved(found, block.start, firstSentence);
      times.push(time);
      if (time.problem && !isDateField(block)) problems.push(time.problem);
    }
    const last = times.at(-1);
    if (last !== undefined) firstSentence = last.sentence + 1;
  }
  // The whole paragraph, which may be several blocks: a quotation may run through all of them.
  const quotes = segment.kind === 'paragraph' ? unmatchedQuotes(segment.text, { continues: false }) : [];
  return { times, problems, quotes };
}

function analyze(segment: Segment, names: NameContext, known: TimeAnalysis | undefined): SectionAnalysis {
  if (segment.blocks.length === 0) return { ...NOTHING, ...withoutBlocks(segment) };
  const shared = new Map(segment.blocks.map((block) => [block, tokenize(block.text)]));
  const tokens: TokensOf = (block) => shared.get(block) ?? tokensOf(block);
  const found = known ?? readTimes(segment, tokens);
  const mentions: Mention[] = [];
  for (const block of segment.blocks) {
    for (const mention of recognize(block, names, tokens(block))) {
      const moved = shift(mention, block.start);
      // What reads as a time is no name ("May 2021"), unless the user's own facts say so.
      if (mention.evidence !== 'facts' && overlapsOne(found.times, moved)) continue;
      mentions.push({ ...mention, ...moved });
    }
  }
  return { mentions, ...found };
}

/** A time of a block, and all that it points to, counted from where its segment begins. */
function moved(found: Time, by: number, firstSentence: number): Time {
  if (by === 0 && firstSentence === 0) return found;
  const { start, end, type, meaning, mod, tense } = found;
  const sentence = found.sentence + firstSentence;
  const anchor = found.anchor && { ...found.anchor, ...shift(found.anchor, by) };
  const problem = found.problem && { ...found.problem, span: shift(found.problem.span, by) };
  return { start: start + by, end: end + by, type, meaning, mod, sentence, tense, anchor, problem };
}

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
  /** Where annotations are, nested and crossing ones together. */
  const annotated: { start: number; end: number }[] = [];
  const rejected = new Set<string>();
  const sorted = [...annotations].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  for (const annotation of sorted) {
    if (annotation.status === 'rejected') {
      rejected.add(keyOf(annotation, annotation.type));
      continue;
    }
    const last = annotated.at(-1);
    if (last !== undefined && annotation.start < last.end) last.end = Math.max(last.end, annotation.end);
    else annotated.push({ start: annotation.start, end: annotation.end });
    if (annotation.start < end) continue;
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
    if (rejected.has(keyOf(span, type)) || overlapsOne(annotated, span)) return;
    result.push({ start: span.start, end: span.end, type, annotated: false, suggested: false });
  };
  for (const mention of analysis.mentions) add(mention, mention.type);
  for (const time of analysis.times) {
    if (!overlapsOne(analysis.mentions, time)) add(time, time.type);
  }
  return result.sort((a, b) => a.start - b.start);
}

function keyOf({ start, end }: Span, type: string): string {
  return `${start} ${end} ${type}`;
}
