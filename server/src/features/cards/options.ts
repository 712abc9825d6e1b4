import type { TextLines } from '../../text/lines.ts';
import type { AnnotatedSeed } from '../../workspace/snapshot.ts';
import type { Told } from './told.ts';

export interface HoverOptions {
  /** Facts links may be clicked: the workspace is trusted. */
  readonly trusted: boolean;
  /** The client's commands that a hover may name. */
  readonly commands: readonly string[];
  /** The present text of a facts file, to link to the line of an entry. */
  readonly linesOf: (uri: string) => TextLines | undefined;
  /** The file that a fact's source names, if it is there. */
  readonly sourceFile?: ((factsUri: string, source: string) => string | undefined) | undefined;
  /** Whether the editor draws `$(icon)`. */
  readonly icons?: boolean | undefined;
  /** What the seeds of the workspace tell of what stands there. */
  readonly told?: Told | undefined;
  /** Of a sidecar its seed, if it is there. */
  readonly seed?: AnnotatedSeed | undefined;
}
