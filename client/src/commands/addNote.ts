import { window } from 'vscode';
import { announce } from '../announce.ts';
import { type ChangeNeeds, changeAll, findActed, withTypes } from './acted.ts';
import { readNote } from './annotationArgument.ts';
import { plainLine, quotedList } from './words.ts';

/**
 * "Add Note…": one note on annotations, or on words that become annotations. What stands there is offered to be changed. An
 * argument `{ note, ids?, ranges?, uri? }` answers beforehand; '' takes the note away.
 */
export async function addNote(needs: ChangeNeeds, argument: unknown): Promise<void> {
  const acted = await findActed(needs.server, argument);
  if (acted === undefined) return;
  const { targets } = acted;
  const notes = new Set(targets.map(({ annotation }) => annotation?.note ?? ''));
  const present = notes.size === 1 ? [...notes][0] : '';
  const words = quotedList(targets.map(({ text }) => text));
  const note =
    readNote(argument) ??
    (await window.showInputBox({
      title: `Note on ${plainLine(words)}`,
      value: present ?? '',
      placeHolder: 'What should be remembered of it?',
      ...promptFor(notes.size, present),
      ignoreFocusOut: true,
    }));
  if (note === undefined || (note.trim() === present && readNote(argument) === undefined)) return;
  await withTypes(acted, async (all) => {
    if (await changeAll(needs, acted, all, { note: note.trim() }))
      announce(note.trim() === '' ? `${words} has no note now` : `Noted on ${words}`);
  });
}

function promptFor(notes: number, present: string | undefined): { readonly prompt?: string } {
  if (notes > 1) return { prompt: 'They have different notes now; this one takes their place.' };
  return present ? { prompt: 'Leave it empty to take the note away.' } : {};
}
