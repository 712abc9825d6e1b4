import type { TextLines } from '../../text/lines.ts';
import type { Finding } from '../../workspace/findings.ts';
import type { FileKind } from '../../workspace/kinds.ts';

/** Prints what a check finds in one format, as it goes: nothing is kept until the end but what the format needs. */
export interface Report {
  begin(): Promise<void>;
  file(file: CheckedFile): Promise<void>;
  end(summary: Summary): Promise<void>;
}

/** Writes a piece of the report. */
export type Print = (text: string) => Promise<void>;

export interface CheckedFile {
  /** As to be shown. */
  readonly name: string;
  readonly uri: string;
  readonly kind: FileKind;
  readonly lines: TextLines;
  readonly findings: readonly Finding[];
}

export interface UnreadableFile {
  readonly name: string;
  readonly uri: string;
  /** Why, as the rest of a sentence. */
  readonly reason: string;
}

export interface Summary {
  readonly seeds: number;
  readonly counts: Readonly<Record<Finding['severity'], number>>;
  readonly unreadable: readonly UnreadableFile[];
  /** Exit status of the run. */
  readonly status: number;
}
