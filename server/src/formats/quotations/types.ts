import type { Source } from '../types.ts';

/** A form in which passages are quoted, with where they come from. */
export interface QuotationFormat {
  readonly id: string;
  readonly label: string;
  /** One line: where it is pasted. */
  readonly description: string;
  write(quotation: Quotation): string;
}

/** Passages of one document, in the order of the text. There is at least one. */
export interface Quotation {
  readonly source: Source;
  readonly passages: readonly Passage[];
}

export interface Passage {
  /** The words, paragraph by paragraph, each on one line. */
  readonly paragraphs: readonly string[];
  /** Where it begins and ends; counted from 1. */
  readonly line: number;
  readonly lastLine: number;
}
