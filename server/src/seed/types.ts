import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';

/** The metadata that Seedmark knows, by canonical name. See `fields.ts` for synonyms and meaning. */
export type FieldKey =
  | 'source'
  | 'published'
  | 'retrieved'
  | 'title'
  | 'author'
  | 'url'
  | 'keywords'
  | 'language'
  | 'rights';

/** How a field is written: several to a line, one a line, or as YAML front matter. */
export type FieldStyle = 'inline' | 'line' | 'yaml';

/** One of several values of a field (a keyword, an author). Its span is relative to the segment's text. */
export interface FieldItem {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** One metadata field as it stands in a header or footer. Spans are relative to the segment's text. */
export interface Field {
  /** The canonical key, or undefined where the name is not one that Seedmark knows. */
  readonly key: FieldKey | undefined;
  /** The name as written, without the colon. */
  readonly name: string;
  readonly nameSpan: Span;
  /**
   * The value as written, the blanks around it off; '' when there is none. In YAML also quotes and escapes are off,
   * lines are joined with blanks, and the entries of a list with “; ”.
   */
  readonly value: string;
  /** Where the value stands; an empty span where it would stand when there is none. */
  readonly valueSpan: Span;
  readonly style: FieldStyle;
  /** The single values, where the field is one that holds a list (keywords) or is written as a YAML list; 1,000 at most. */
  readonly items?: readonly FieldItem[];
}

/** The unit of analysis: a paragraph (cut at sentence ends when long), or the value of a metadata field. */
export interface Block {
  /** Offset in the segment's text. */
  readonly start: number;
  /** The block's text: a piece of the segment's text. Hard line ends may stand in it. */
  readonly text: string;
  /** Set when the block is the value of a field. */
  readonly field: FieldKey | undefined;
}

export type SegmentKind = 'header' | 'paragraph' | 'footer';

/**
 * A run of whole lines: the header, a paragraph with the blank lines behind it, or the footer. The texts of all
 * segments in order are the text of the seed, byte for byte.
 */
export interface Segment {
  readonly kind: SegmentKind;
  /** The lines with their line ends. */
  readonly text: string;
  /** Offset in `text` at which each of its lines begins; the first is 0. */
  readonly lineStarts: readonly number[];
  readonly fields: readonly Field[];
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
  /** An unlabelled first line above the fields: the title. Relative to `text`. */
  readonly headline?: Span | undefined;
}

/** A text by its lines; each line carries its own line end (LF, CRLF or a lone CR). The last one may have none. */
export interface LineSource {
  /** Number of lines, at least 1: a text that ends in a line end has an empty last line. */
  readonly count: number;
  line(index: number): string;
}

/** A whole seed. */
export interface Seed {
  readonly segments: readonly Segment[];
}
