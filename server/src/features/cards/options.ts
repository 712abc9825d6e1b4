import type { TextLines } from '../../text/lines.ts';
import type { AnnotatedSeed } from '../../workspace/snapshot.ts';

export interface HoverOptions {
  /** Facts links may be clicked: the workspace is trusted. */
  readonly trusted: boolean;
  /** The client's commands that a hover may name. */
  readonly commands: readonly string[];
  /** The present text of a facts file, to link to the line of an entry. */
  readonly linesOf: (uri: string) => TextLines | undefined;
  /** Of a sidecar its seed, if it is there. */
  readonly seed?: AnnotatedSeed | undefined;
}
