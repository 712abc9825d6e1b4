import { commands, window } from 'vscode';
import { ANNOTATIONS_VIEW } from '../views/table.ts';
import type { Views } from '../views/views.ts';

export interface ViewNeeds {
  readonly views: Views;
}

/** "Filter Annotations…": what is typed filters at once; Escape brings back what was. An argument `{ filter }` is the answer. */
export async function filterAnnotations({ annotations }: Views, argument: unknown): Promise<void> {
  const given = typeof argument === 'object' && argument !== null && 'filter' in argument ? argument.filter : undefined;
  if (typeof given === 'string') {
    annotations.filter = given;
    return;
  }
  await commands.executeCommand(`${ANNOTATIONS_VIEW}.focus`);
  const before = annotations.filter;
  const box = window.createInputBox();
  box.title = 'Filter Annotations';
  box.placeholder = 'Words of the quote, type, entity, note, annotator or status';
  box.prompt = 'All words must be there. An empty box shows all annotations.';
  box.value = before;
  let kept = false;
  await new Promise<void>((resolve) => {
    box.onDidChangeValue((value) => {
      annotations.filter = value;
    });
    box.onDidAccept(() => {
      kept = true;
      box.hide();
    });
    box.onDidHide(() => {
      if (!kept) annotations.filter = before;
      box.dispose();
      resolve();
    });
    box.show();
  });
}

/** Removes the annotation whose row has the focus in the view *Annotations*. */
export async function removeListed({ annotations }: Views): Promise<void> {
  const node = await annotations.focused();
  if (node?.ids === undefined) return;
  await commands.executeCommand('seedmark.removeAnnotation', { uri: node.uri, ids: node.ids });
}
