import type { AnnotationStatus } from '../annotations/types.ts';
import type { Span } from '../text/span.ts';

/** A format in which annotations are handed over to other tools. One that is read has a `read` beside its `write`. */
export interface ExchangeFormat {
  readonly id: string;
  readonly label: string;
  /** One line: what it is good for. */
  readonly description: string;
  /** Of its files, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Spreadsheets tell by a byte order mark that it is UTF-8. */
  readonly takesMark: boolean;
  /**
   * The file, piece by piece: of many documents only one has to be in memory. Whoever has had enough takes no more pieces.
   */
  write(documents: Documents, options: WriteOptions): AsyncGenerator<string>;
}

export type Documents = Iterable<AnnotatedDocument> | AsyncIterable<AnnotatedDocument>;

export interface WriteOptions {
  /** Also what somebody said is not one. */
  readonly rejected: boolean;
  /** Begin with a byte order mark, in a format that takes one. */
  readonly mark: boolean;
}

/** A text with what was said of it. */
export interface AnnotatedDocument {
  readonly source: Source;
  readonly text: string;
  readonly annotations: readonly DocumentAnnotation[];
  readonly relations: readonly DocumentRelation[];
}

/** Where a text comes from. Dates are ISO dates of any precision, or as they are written where they cannot be read. */
export interface Source {
  /** Of its file, with `/`, below the folder that it is exported from. */
  readonly path: string;
  readonly publisher?: string | undefined;
  readonly title?: string | undefined;
  readonly authors: readonly string[];
  readonly published?: string | undefined;
  readonly retrieved?: string | undefined;
  /** As it is written. */
  readonly url?: string | undefined;
  /** An IRI that it stands for. */
  readonly address?: string | undefined;
  readonly language?: string | undefined;
  /** What sort of document it says that it is: "press release". */
  readonly kind?: string | undefined;
}

export interface DocumentAnnotation {
  /** Undefined where its entry has none. */
  readonly id: string | undefined;
  readonly type: string;
  readonly status: AnnotationStatus;
  /** Of a rejected one: its words are no such thing anywhere in the document. */
  readonly everywhere?: boolean | undefined;
  /** Where its parts stand in the text, in code units; empty where it has no place. */
  readonly spans: readonly Span[];
  /** The words that were annotated, part by part, and what stood next to them: all that is known of one without a place. */
  readonly quote: readonly string[];
  readonly before: string;
  readonly after: string;
  readonly entity?: DocumentEntity | undefined;
  readonly note?: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  readonly by: readonly string[];
  readonly on?: string | undefined;
}

/** What an annotation is about. */
export interface DocumentEntity {
  readonly id: string;
  /** Where the facts files have it. */
  readonly name?: string | undefined;
  /** Addresses that stand for it elsewhere. */
  readonly links: readonly string[];
}

/** How two annotations of one document are related, by their ids. */
export interface DocumentRelation {
  readonly id: string | undefined;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly note?: string | undefined;
  readonly by: readonly string[];
  readonly on?: string | undefined;
}

/** The status of an annotation in one or two words: `rejected everywhere` of one that stands for its words wherever they are. */
export function statusText({ status, everywhere }: Pick<DocumentAnnotation, 'status' | 'everywhere'>): string {
  return everywhere ? `${status} everywhere` : status;
}

/** The annotations of a document that are written. */
export function annotationsToWrite(
  { annotations }: Pick<AnnotatedDocument, 'annotations'>,
  { rejected }: Pick<WriteOptions, 'rejected'>,
): readonly DocumentAnnotation[] {
  return rejected ? annotations : annotations.filter(({ status }) => status !== 'rejected');
}
