import { CancellationTokenSource, type QuickPickItem, ThemeColor, ThemeIcon, window } from 'vscode';
import { type NameRow, type Names, type NamesParams, namesRequest } from '../../../server/src/protocol.ts';
import { tellFailure } from '../messages.ts';
import type { Server } from '../server.ts';
import { mentionCount, seedCount, typeLabel } from '../views/entityRows.ts';
import { typeIcon } from '../views/typeIcons.ts';
import { plain } from './words.ts';

/** More than a list shows; who types narrows them down. */
const MOST = 50;

interface NameItem extends QuickPickItem {
  readonly row: NameRow;
}

/**
 * Asks for something that seeds or facts name, the most frequent first; what is typed is looked for among all. Undefined
 * when the user has left.
 *
 * @param first What is offered before anything is typed: the name at the cursor.
 */
export function pickName(server: Server, title: string, first: NameRow | undefined): Promise<NameRow | undefined> {
  const picker = window.createQuickPick<NameItem>();
  picker.title = title;
  picker.placeholder = 'Type a name, another name of it, or what it is.';
  picker.ignoreFocusOut = true;
  let asked: CancellationTokenSource | undefined;
  /** Enter was pressed before the answer to what was typed had come. */
  let waiting = false;
  /** Those that were lit without anybody's doing. */
  const firsts = new Set<NameItem>();
  /** What is lit; VS Code says late what that is in a list that is new, so it may be of the list before. */
  const lit = (): NameItem | undefined => {
    const [active] = picker.activeItems;
    const [first] = picker.items;
    if (active === undefined || firsts.has(active)) return picker.items.find((item) => item === active) ?? first;
    return picker.items.find(({ row }) => row.key === active.row.key) ?? first;
  };

  return new Promise((resolve) => {
    const take = (item: NameItem | undefined) => {
      if (item === undefined) return;
      resolve(item.row);
      picker.hide();
    };
    const look = async (query: string) => {
      asked?.cancel();
      const source = new CancellationTokenSource();
      asked = source;
      picker.busy = true;
      try {
        const params: NamesParams = { query, limit: MOST, unnamed: true };
        const { rows } = await server.request<Names>(namesRequest, params, source.token);
        if (source.token.isCancellationRequested) return;
        const others = query.trim() === '' ? rows.filter(({ key }) => key !== first?.key) : rows;
        const front = query.trim() === '' && first !== undefined ? [itemOf(first, 'at the cursor')] : [];
        picker.items = [...front, ...others.map((row) => itemOf(row))];
        if (picker.items[0] !== undefined) firsts.add(picker.items[0]);
        if (waiting) take(picker.items[0]);
      } catch (error) {
        if (!source.token.isCancellationRequested) tellFailure('The names could not be asked', error);
      } finally {
        if (asked === source) picker.busy = false;
        source.dispose();
      }
    };
    picker.onDidChangeValue((value) => {
      waiting = false;
      void look(value);
    });
    picker.onDidAccept(() => {
      // What is lit belongs to what was typed before.
      if (picker.busy) waiting = true;
      else take(lit());
    });
    picker.onDidHide(() => {
      asked?.cancel();
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
    void look('');
  });
}

function itemOf(row: NameRow, why?: string): NameItem {
  const { name, type, label, seeds, mentions, description } = row;
  const counts = seeds === 0 ? 'in no seed' : `${seedCount(seeds)} · ${mentionCount(mentions)}`;
  const icon = typeIcon(row);
  return {
    row,
    label: plain(name),
    description: plain([typeLabel({ id: type, label }), counts, ...(why === undefined ? [] : [why])].join(' · ')),
    ...(description === undefined ? {} : { detail: plain(description) }),
    iconPath: new ThemeIcon(icon.name, icon.color === undefined ? undefined : new ThemeColor(icon.color)),
    // The server has looked already, also at what is not shown.
    alwaysShow: true,
  };
}
