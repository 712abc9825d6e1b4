import {
  type QuickInputButton,
  type QuickPickItem,
  QuickPickItemKind,
  type TextDocument,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Occurrence, OccurrenceScope, Occurrences, TypeChoice } from '../../../server/src/protocol.ts';
import { Look, toRange } from '../look.ts';
import { listHint, listTitle, type OccurrenceRow, occurrenceRows, soughtWords } from './occurrenceRows.ts';
import { plain } from './words.ts';

/** What somebody wants who was shown the list: tag some, or see another list. */
export type ListChoice =
  | { readonly kind: 'tag'; readonly ticked: ReadonlyMap<string, readonly Occurrence[]> }
  | { readonly kind: 'scope' | 'forms' | 'type' };

interface RowItem extends QuickPickItem {
  readonly uri: string;
  readonly row: OccurrenceRow;
}
type Item = RowItem | (QuickPickItem & { readonly row?: undefined });

const OPEN: QuickInputButton = { iconPath: new ThemeIcon('go-to-file'), tooltip: 'Open beside the list' };

/**
 * Shows where words stand, a row an occurrence, to be ticked. The one looked at is shown in the editor of the seed; what is typed
 * filters the rows, and reaches no text. Undefined where nothing is wanted.
 */
export function pickOccurrences(
  found: Occurrences,
  document: TextDocument,
  scope: OccurrenceScope,
  type: TypeChoice | undefined,
): Promise<ListChoice | undefined> {
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  const look = editor && new Look(editor);
  const own = document.uri.toString();
  const items = itemsOf(found, own, scope);
  const rows = items.filter((item): item is RowItem => item.row !== undefined);
  const buttons = buttonsOf(found, scope, type);
  const picker = window.createQuickPick<Item>();
  picker.title = plain(listTitle(found, scope, type));
  picker.placeholder = plain(listHint(found, scope));
  picker.canSelectMany = true;
  picker.ignoreFocusOut = true;
  picker.matchOnDescription = true;
  picker.buttons = buttons.map(({ button }) => button);
  picker.items = items;
  picker.selectedItems = rows.filter(({ row }) => row.ticked);
  const [first] = rows;
  if (first) picker.activeItems = [first];
  return new Promise((resolve) => {
    picker.onDidChangeActive(([item]) => {
      if (item?.row !== undefined && item.uri === own) look?.at([item.row.occurrence.range]);
    });
    picker.onDidTriggerItemButton(({ item }) => {
      if (item.row === undefined) return;
      const selection = toRange(item.row.occurrence.range);
      void window.showTextDocument(Uri.parse(item.uri), { preview: true, preserveFocus: true, selection });
    });
    picker.onDidTriggerButton((button) => {
      const kind = buttons.find((one) => one.button === button)?.kind;
      if (kind) resolve({ kind });
      picker.hide();
    });
    picker.onDidAccept(() => {
      resolve({ kind: 'tag', ticked: bySeed(picker.selectedItems) });
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      look?.end();
      resolve(undefined);
    });
    picker.show();
  });
}

/** What would be ticked. */
export function tickedAtFirst(found: Occurrences, scope: OccurrenceScope): ReadonlyMap<string, readonly Occurrence[]> {
  const seeds = occurrenceRows(found, scope).map(
    ({ uri, rows }) => [uri, rows.filter(({ ticked }) => ticked).map(({ occurrence }) => occurrence)] as const,
  );
  return new Map(seeds.filter(([, occurrences]) => occurrences.length > 0));
}

function itemsOf(found: Occurrences, own: string, scope: OccurrenceScope): Item[] {
  return occurrenceRows(found, scope).flatMap(({ uri, rows }): Item[] => {
    const path = plain(workspace.asRelativePath(Uri.parse(uri)));
    const separator: Item[] = scope === 'document' ? [] : [{ label: path, kind: QuickPickItemKind.Separator }];
    const items = rows.map((row) => ({
      uri: Uri.parse(uri).toString(),
      row,
      label: plain(row.label),
      description: plain(row.description),
      ...(Uri.parse(uri).toString() === own ? {} : { buttons: [OPEN] }),
    }));
    return [...separator, ...items];
  });
}

function bySeed(items: readonly Item[]): Map<string, Occurrence[]> {
  const ticked = new Map<string, Occurrence[]>();
  for (const item of items) {
    if (item.row === undefined) continue;
    const list = ticked.get(item.uri);
    if (list === undefined) ticked.set(item.uri, [item.row.occurrence]);
    else list.push(item.row.occurrence);
  }
  return ticked;
}

function buttonsOf(
  found: Occurrences,
  scope: OccurrenceScope,
  type: TypeChoice | undefined,
): { readonly kind: 'scope' | 'forms' | 'type'; readonly button: QuickInputButton }[] {
  const button = (kind: 'scope' | 'forms' | 'type', icon: string, tooltip: string) => ({
    kind,
    button: { iconPath: new ThemeIcon(icon), tooltip },
  });
  return [
    scope === 'document'
      ? button('scope', 'files', 'Look in All Seeds of the Workspace')
      : button('scope', 'file', 'Look in This Seed Only'),
    ...(found.forms.length > 1
      ? [button('forms', 'whole-word', `Choose the Names to Look for (now ${soughtWords(found.forms)})`)]
      : []),
    button('type', 'tag', `Another Type${type === undefined ? '' : ` than ${type.label}`}`),
  ];
}
