import type { Span } from '../text/span.ts';
import type { Anchored } from './anchor/types.ts';

export type AnnotationStatus = 'confirmed' | 'suggested' | 'rejected';

/** An annotation as it stands in the sidecar (see docs/annotation-format.md). */
export interface Annotation {
  /** Where the entry has none: `#` and the number of the entry, from 1 on. */
  readonly id: string;
  readonly type: string;
  /** The annotated text; several parts when the span is discontinuous. */
  readonly quote: readonly string[];
  /** Start of the first part in Unicode code points, a line end counting one (W3C Web Annotation TextPositionSelector). */
  readonly at: number | undefined;
  readonly before: string;
  readonly after: string;
  readonly entity?: string | undefined;
  /** Where the value of `entity` stands in the sidecar. */
  readonly entitySpan?: Span | undefined;
  readonly note?: string | undefined;
  readonly by: readonly string[];
  readonly on?: string | undefined;
  readonly status: AnnotationStatus;
  /** Of a rejected one: its words are not of its type anywhere in the document. */
  readonly everywhere?: boolean | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the names and values of attributes stand in the sidecar. */
  readonly attributeSpans?: ReadonlyMap<string, AttributeSpans> | undefined;
  /** Git blob id of the text that `at` was taken from, where that is not the sidecar's own `text`. */
  readonly text?: string | undefined;
  /** Where the values of `id`, `type`, `quote` and `at` stand in the sidecar, as far as they are there. */
  readonly idSpan?: Span | undefined;
  readonly typeSpan?: Span | undefined;
  readonly quoteSpan?: Span | undefined;
  readonly atSpan?: Span | undefined;
  /** Where the entry stands in the sidecar; code units. */
  readonly span: Span;
}

export interface AttributeSpans {
  readonly name: Span;
  readonly value: Span;
}

/** How two annotations of one sidecar are related, as it stands there. */
export interface Relation {
  /** Where the entry has none: `#` and the number of the entry, from 1 on. */
  readonly id: string;
  readonly type: string;
  /** Ids of the annotations at its ends, whether they are there or not. */
  readonly from: string;
  readonly to: string;
  readonly note: string | undefined;
  readonly by: readonly string[];
  readonly on: string | undefined;
  /** Where the values stand in the sidecar; code units. */
  readonly idSpan: Span | undefined;
  readonly typeSpan: Span;
  readonly fromSpan: Span;
  readonly toSpan: Span;
  readonly span: Span;
}

/** A finding that somebody has seen and accepted, so that it is not shown again. */
export interface AcceptedFinding {
  /** Code of the finding. */
  readonly code: string;
  /** The words that the finding is about; undefined where it is about a field that is missing. */
  readonly quote: string | undefined;
  /** The metadata field that it is about. */
  readonly field: string | undefined;
  /** What stands next to the quote, where the same words stand in several places. */
  readonly before: string;
  readonly after: string;
  readonly note: string | undefined;
  readonly by: readonly string[];
  readonly on: string | undefined;
  readonly span: Span;
}

/** A sidecar as read. */
export interface Sidecar {
  /** Git blob id of the bytes from which all positions were taken. */
  readonly text: string | undefined;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly accepted: readonly AcceptedFinding[];
  /** The file's syntax or shape is broken: what could be read is here, and nobody may write into the file. */
  readonly damaged?: boolean | undefined;
}

/** An annotation and where it stands in the text. An ambiguous one stands nowhere: it has candidates. */
export interface PlacedAnnotation extends Anchored<Annotation> {
  /** Of one without a place where it was, or would be looked for first. */
  readonly region?: Span | undefined;
}

/** Finds the places of the annotations of a sidecar in a text, in their order. */
export type Place = (sidecar: Pick<Sidecar, 'text' | 'annotations'>) => readonly PlacedAnnotation[];

/** Whether an annotation stands as it was: its position may be written anew. */
export function standsAsItWas({ state }: Pick<PlacedAnnotation, 'state'>): boolean {
  return state === 'exact' || state === 'moved';
}
