import type { Annotation } from '../annotations/types.ts';
import { boilerplate } from '../names/boilerplate.ts';
import type { ModelMention } from '../names/model/recognizer.ts';
import { recognize } from '../names/recognize.ts';
import type { Mention, NameContext } from '../names/types.ts';
import { withModel } from '../names/with-model.ts';
import type { Block, Segment } from '../seed/types.ts';
import type { Problem } from '../text/problem.ts';
import { type UnmatchedQuote, unmatchedQuotes } from '../text/quotations.ts';
import { flatLine } from '../text/shorten.ts';
import { indexOfOverlapping, isWithin, type Span, shift } from '../text/span.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { findTimes } from '../times/find.ts';
import type { Time } from '../times/types.ts';
import { type Painted, paint } from './painted.ts';

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

/** The part of an annotation that lies in a section; spans are relative to the segment's text. */
export interface LocalAnnotation extends Span {
  readonly id: string;
  readonly type: string;
  readonly status: 'confirmed' | 'suggested' | 'rejected';
}

/** What the model finds in a block. */
export type ModelMentions = readonly ModelMention[];

/** How far a section is worked out: times, problems and quotations, or names as well. */
export type Stage = 'times' | 'names';

/**
 * A segment of a seed with what is known of it. Immutable to its readers: the analysis is made when first asked for
 * and kept, so a section whose inputs stand is never analysed twice. A new input makes a new section.
 */
export class Section {
  private found: TimeAnalysis | undefined;
  private ruled: readonly Ruled[] | undefined;
  private foundAll: SectionAnalysis | undefined;
  private paint: readonly Painted[] | undefined;

  readonly segment: Segment;
  readonly names: NameContext;
  readonly annotations: readonly LocalAnnotation[];
  /** What the model finds in each block; undefined as long as it has not been asked. */
  readonly model: readonly ModelMentions[] | undefined;
  /** What somebody says is nothing of the kind, wherever it stands in the document. */
  readonly rejected: RejectedNames;

  constructor(
    segment: Segment,
    names: NameContext,
    annotations: readonly LocalAnnotation[] = [],
    model?: readonly ModelMentions[],
    rejected: RejectedNames = NOTHING_REJECTED,
  ) {
    this.segment = segment;
    this.names = names;
    this.annotations = annotations;
    this.model = model;
    this.rejected = rejected;
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
      this.readAll();
      this.foundAll = { ...this.timeAnalysis, mentions: this.mentions() };
      this.found = this.foundAll;
    }
    return this.foundAll;
  }

  /** What is found without the model; the tokens are made once for both. */
  private readAll(): void {
    if (this.ruled !== undefined) return;
    const { segment, names } = this;
    const shared = new Map(segment.blocks.map((block) => [block, tokenize(block.text)]));
    const tokens: TokensOf = (block) => shared.get(block) ?? tokensOf(block);
    this.found ??= segment.blocks.length === 0 ? withoutBlocks(segment) : readTimes(segment, tokens);
    this.ruled = segment.blocks.map((block) => ({
      mentions: recognize(block, names, tokens(block)),
      none: boilerplate({ text: block.text, tokens: tokens(block) }),
    }));
  }

  private mentions(): Mention[] {
    const { segment, names, model, ruled } = this;
    const { times } = this.timeAnalysis;
    const mentions: Mention[] = [];
    segment.blocks.forEach((block, i) => {
      const { mentions: known, none } = ruled?.[i] ?? NO_RULES;
      const found = model?.[i];
      for (const mention of found === undefined ? known : withModel(block.text, known, found, none, names)) {
        const moved = shift(mention, block.start);
        if (this.rejects(mention.type, moved)) continue;
        // What reads as a time is no name ("May 2021"), unless it goes on ("May Day Committee") or the user's facts say so.
        if (mention.evidence !== 'facts' && readsAsTime(times, moved)) continue;
        mentions.push({ ...mention, ...moved });
      }
    });
    return mentions;
  }

  /** The same section with other annotations; its analysis is kept. */
  withAnnotations(annotations: readonly LocalAnnotation[]): Section {
    const section = new Section(this.segment, this.names, annotations, this.model, this.rejected);
    section.found = this.found;
    section.ruled = this.ruled;
    section.foundAll = this.foundAll;
    return section;
  }

  /** The same section with what the model finds in it now. */
  withModel(model: readonly ModelMentions[] | undefined): Section {
    const section = new Section(this.segment, this.names, this.annotations, model, this.rejected);
    section.found = this.found;
    section.ruled = this.ruled;
    return section;
  }

  /** The same section read with other facts and lists: the model is not asked again. */
  withNames(names: NameContext): Section {
    const section = new Section(this.segment, names, this.annotations, this.model, this.rejected);
    section.found = this.found;
    return section;
  }

  /** The same section with other facts of which it holds no name: all that was found stands. */
  withOtherNames(names: NameContext): Section {
    const section = new Section(this.segment, names, this.annotations, this.model, this.rejected);
    section.found = this.found;
    section.ruled = this.ruled;
    section.foundAll = this.foundAll;
    section.paint = this.paint;
    return section;
  }

  /** The same section with other names rejected: nothing is looked for again. */
  withRejected(rejected: RejectedNames): Section {
    const section = new Section(this.segment, this.names, this.annotations, this.model, rejected);
    section.found = this.found;
    section.ruled = this.ruled;
    return section;
  }

  get painted(): readonly Painted[] {
    this.paint ??= paint(this.analysis, this.annotations, (span, type) => this.rejects(type, span));
    return this.paint;
  }

  /** Whether somebody says that the words of a span are no such thing anywhere. */
  private rejects(type: string, { start, end }: Span): boolean {
    return this.rejected.size > 0 && this.rejected.has(rejectedName(type, this.segment.text.slice(start, end)));
  }
}

/** Names and times that somebody rejected for a whole document, by {@link rejectedName}. */
export type RejectedNames = ReadonlySet<string>;

const NOTHING_REJECTED: RejectedNames = new Set();

/** Lines end inside of names, too. */
export function rejectedName(type: string, text: string): string {
  return `${type}\n${flatLine(text)}`;
}

/** The names that annotations of a document reject in all of it. */
export function rejectedBy(annotations: readonly Annotation[]): RejectedNames {
  const everywhere = annotations.filter((annotation) => annotation.everywhere);
  return new Set(everywhere.map(({ type, quote }) => rejectedName(type, quote.join(' '))));
}

/** What facts, rules and lists say of a block, and where names are none. */
interface Ruled {
  readonly mentions: readonly Mention[];
  readonly none: readonly Span[];
}

const NO_RULES: Ruled = { mentions: [], none: [] };

/** Tokens of the blocks of a segment; both stages read them, and only one at a time. */
type TokensOf = (block: Block) => readonly Token[];

const tokensOf: TokensOf = (block) => tokenize(block.text);

function withoutBlocks({ problems }: Segment): TimeAnalysis {
  return problems.length === 0 ? NOTHING : { ...NOTHING, problems };
}

const NOTHING: TimeAnalysis = { times: [], problems: [], quotes: [] };

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

/** Whether a span is a time or part of one, or crosses one. */
function readsAsTime(times: readonly Time[], span: Span): boolean {
  const first = indexOfOverlapping(times, span);
  if (first < 0) return false;
  let last = first;
  while (last + 1 < times.length && (times[last + 1] as Time).start < span.end) last++;
  // Those between the first and the last lie inside anyway.
  return !isWithin(times[first] as Time, span) || !isWithin(times[last] as Time, span);
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
