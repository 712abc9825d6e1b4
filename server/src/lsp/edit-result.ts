import { toLsp } from '../features/fixes/fix.ts';
import type { EditResult } from '../protocol.ts';
import type { TextEdit } from '../text/edit.ts';
import { TextLines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** What `edits/` computes: edits of one file, or why there are none and where that can be seen. */
export type Outcome =
  | { readonly edits: readonly TextEdit[] }
  | { readonly problem: string; readonly span?: Span | undefined };

/**
 * An edit of a file as our protocol writes it. `text` is what the file holds; undefined where it is to be made. `known`: a
 * text of which the lines are known, as a rule that one.
 */
export function editResult(
  uri: string,
  text: string | undefined,
  outcome: Outcome,
  known?: TextLines | undefined,
): EditResult {
  const lines = known !== undefined && known.toString() === text ? known : TextLines.from(text ?? '');
  if ('problem' in outcome) {
    const { problem, span } = outcome;
    if (span === undefined) return { problem };
    return { problem, uri, range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) } };
  }
  const edits = outcome.edits.map((edit) => toLsp(lines, edit));
  return { files: edits.length === 0 ? [] : [{ uri, create: text === undefined, edits }] };
}
