import { Range, Selection, TextEditorRevealType, type Uri, window, workspace } from 'vscode';
import type { Range as ProtocolRange } from '../../../server/src/protocol.ts';
import { sameUri } from '../selector.ts';

/** Shows a seed where it is in sight, or else in the active group, with ranges selected: one a part. */
export async function show(
  uri: Uri,
  ranges: readonly ProtocolRange[],
  { preserveFocus }: { readonly preserveFocus: boolean },
): Promise<void> {
  const visible = window.visibleTextEditors.find(({ document }) => sameUri(document.uri, uri));
  const editor =
    visible && preserveFocus
      ? visible
      : await window.showTextDocument(visible?.document ?? (await workspace.openTextDocument(uri)), {
          preserveFocus,
          ...(visible?.viewColumn === undefined ? {} : { viewColumn: visible.viewColumn }),
        });
  const selections = ranges.map(
    ({ start, end }) => new Selection(start.line, start.character, end.line, end.character),
  );
  const [first] = selections;
  if (first === undefined) return;
  editor.selections = selections;
  editor.revealRange(new Range(first.start, first.end), TextEditorRevealType.InCenterIfOutsideViewport);
}
