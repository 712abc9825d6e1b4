import { type QuickPickItem, window } from 'vscode';
import type { PrepareTagResult, TypeChoice } from '../../../server/src/protocol.ts';
import { lastUsedFirst } from './lastUsed.ts';
import { rowFor, TypedLetters } from './letters.ts';
import { plain, quotedList } from './words.ts';

interface TypeItem extends QuickPickItem {
  readonly type: TypeChoice;
}

/**
 * Asks for a type; one letter is enough. A quick pick and no keybindings, since a letter that is not bound, a capital or
 * an input method would write into the text. It stays while `choose` runs, so that letters typed meanwhile end here too.
 */
export function pickType(
  { targets, types }: PrepareTagResult,
  lastUsed: string | undefined,
  choose: (type: TypeChoice) => Promise<void>,
): Promise<void> {
  const recognized = commonType(targets);
  const rows = lastUsedFirst(types, lastUsed).map((type) => toItem(type, type.id === recognized));
  const letters = rows.map(({ type }) => type.key);
  const active = rows.find(({ type }) => type.id === recognized) ?? rows[0];
  const typed = new TypedLetters();
  const picker = window.createQuickPick<TypeItem>();
  let chosen = false;

  picker.title = `Tag ${plain(quotedList(targets.map((target) => target.text)))} as…`;
  picker.placeholder = hint(active);
  picker.items = rows;
  if (active) picker.activeItems = [active];

  return new Promise((resolve, reject) => {
    const take = async (row: TypeItem | undefined) => {
      if (chosen || row === undefined) return;
      chosen = true;
      picker.busy = true;
      try {
        await choose(row.type);
        resolve();
      } catch (error) {
        reject(error);
      } finally {
        picker.hide();
      }
    };
    picker.onDidChangeValue((value) => {
      const fresh = typed.take(value);
      if (value !== '') picker.value = '';
      for (const character of fresh) {
        const row = rowFor(character, letters);
        if (row !== undefined) return void take(rows[row]);
        if (!chosen) picker.placeholder = `No type has the letter “${character}”. ${hint(active)}`;
      }
    });
    picker.onDidAccept(() => void take(picker.activeItems[0] ?? picker.selectedItems[0]));
    picker.onDidHide(() => {
      picker.dispose();
      if (!chosen) resolve();
    });
    picker.show();
  });
}

function toItem(type: TypeChoice, recognized: boolean): TypeItem {
  return {
    type,
    label: `${plain(type.key.toUpperCase())}  ${plain(type.label)}`,
    description: plain(recognized ? `recognized here · ${type.description}` : type.description),
    // The box holds a letter for a moment; no row may vanish then.
    alwaysShow: true,
  };
}

function hint(active: TypeItem | undefined): string {
  return active ? `Press a letter. Enter: ${active.type.label}. Escape: nothing.` : 'This project has no types.';
}

/** The type that was recognized in all targets alike. */
function commonType(targets: PrepareTagResult['targets']): string | undefined {
  const first = targets[0]?.type;
  return targets.every(({ type }) => type === first) ? first : undefined;
}
