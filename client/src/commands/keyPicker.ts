import { type Disposable, type QuickPick, type QuickPickItem, window } from 'vscode';
import { type KeyRow, rowFor, TypedLetters } from './letters.ts';

interface Item<Id> extends QuickPickItem {
  readonly row: KeyRow<Id>;
}

/**
 * A quick pick of which every row has a key, and which stays for the next key. A quick pick and no keybindings, since a
 * letter that is not bound, a capital or an input method would write into the text. It never leaves by itself while something
 * is done: letters typed meanwhile must end here, too.
 */
export class KeyPicker<Id> implements Disposable {
  private readonly picker: QuickPick<Item<Id>> = window.createQuickPick<Item<Id>>();
  private readonly typed = new TypedLetters();
  private rows: readonly KeyRow<Id>[] = [];
  private placeholder = '';
  private standsBack = false;

  /**
   * @param picked a row was picked, by its key or by Enter.
   * @param left the user has closed it.
   */
  constructor(picked: (id: Id) => void, left: () => void) {
    this.picker.ignoreFocusOut = true;
    this.picker.onDidChangeValue((value) => {
      const fresh = this.typed.take(value);
      if (value !== '') this.picker.value = '';
      // A key may change the rows: the next one is read by what is shown then.
      for (const character of fresh) {
        const index =
          character === ' '
            ? this.spaceRow()
            : rowFor(
                character,
                this.rows.map(({ key }) => key),
              );
        const row = index === undefined ? undefined : this.rows[index];
        if (row !== undefined) picked(row.id);
        else this.say(`No row has the key “${character}”.`);
      }
    });
    this.picker.onDidAccept(() => {
      const row = this.picker.activeItems[0]?.row;
      if (row !== undefined) picked(row.id);
    });
    this.picker.onDidHide(() => {
      if (!this.standsBack) left();
    });
  }

  /** Shows other rows; `active` is picked by Enter, by default the first one. */
  update(title: string, placeholder: string, rows: readonly KeyRow<Id>[], active?: Id): void {
    const same =
      rows.length === this.rows.length &&
      rows.every(({ label, description, detail }, i) => {
        const shown = this.rows[i];
        return label === shown?.label && description === shown.description && detail === shown.detail;
      });
    this.rows = rows;
    this.placeholder = placeholder;
    this.picker.title = title;
    this.picker.placeholder = placeholder;
    if (same) return;
    // The box holds a letter for a moment; no row may vanish then.
    const items = rows.map((row) => ({
      row,
      label: row.label,
      description: row.description ?? '',
      ...(row.detail === undefined ? {} : { detail: row.detail }),
      alwaysShow: true,
    }));
    this.picker.items = items;
    const first = items.find(({ row }) => row.id === active) ?? items[0];
    if (first) this.picker.activeItems = [first];
  }

  /** Says something of the key that was pressed, until the next one. */
  say(text: string): void {
    this.picker.placeholder = `${text} ${this.placeholder}`;
  }

  set busy(busy: boolean) {
    this.picker.busy = busy;
  }

  show(): void {
    this.standsBack = false;
    this.picker.show();
  }

  /** Another picker is about to be shown in its place. */
  standBack(): void {
    this.standsBack = true;
  }

  dispose(): void {
    this.picker.dispose();
  }

  private spaceRow(): number | undefined {
    const index = this.rows.findIndex(({ space }) => space === true);
    return index === -1 ? undefined : index;
  }
}
