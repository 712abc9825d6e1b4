import { commands } from 'vscode';
import { ANNOTATIONS_VIEW } from '../views/table.ts';
import type { Views } from '../views/views.ts';
import { filterBox } from './filterBox.ts';

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
  await filterBox({
    title: 'Filter Annotations',
    placeholder: 'Words of the quote, type, entity, note, annotator or status',
    prompt: 'All words must be there. An empty box shows all annotations.',
    before: annotations.filter,
    typed: (filter) => {
      annotations.filter = filter;
    },
  });
}

/** Removes the annotation whose row has the focus in the view *Annotations*. */
export async function removeListed({ annotations }: Views): Promise<void> {
  const node = await annotations.focused();
  if (node?.ids === undefined) return;
  await commands.executeCommand('seedmark.removeAnnotation', { uri: node.uri, ids: node.ids });
}
