import { CancellationTokenSource, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type EntitiesParams, type EntityChoice, entitiesRequest } from '../../../server/src/protocol.ts';
import { tellFailure } from '../messages.ts';
import type { Server } from '../server.ts';
import { plain, quoted, quotedList } from './words.ts';

/** What was picked: an entry of the facts files, a new one, or none any more. */
export type EntityPick =
  | { readonly kind: 'known'; readonly id: string; readonly name: string }
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'none' };

interface EntityItem extends QuickPickItem {
  readonly pick?: EntityPick;
}

/**
 * Asks for an entity, the likeliest first; what is typed is looked for among all.
 *
 * @param linked they have an entity now, which may be taken away.
 * @param title what it is for.
 * @param done told before the picker goes, so that another one can take its place; undefined when the user has left.
 */
export function pickEntity(
  server: Server,
  { uri, texts, type }: EntitiesParams,
  linked: boolean,
  done: (pick: EntityPick | undefined) => void,
  title = `Link ${plain(quotedList(texts))} to…`,
): void {
  const picker = window.createQuickPick<EntityItem>();
  picker.title = title;
  picker.placeholder = 'Type to look for other entities, or a name for a new one.';
  picker.matchOnDescription = true;
  picker.ignoreFocusOut = true;
  let asked: CancellationTokenSource | undefined;
  let over = false;
  /** Enter was pressed before the answer to what was typed had come. */
  let waiting = false;

  /** Those that were lit without anybody's doing. */
  const firsts = new Set<EntityItem>();

  /** What is lit; VS Code says late what that is in a list that is new, so it may be of the list before. */
  const lit = (): EntityItem | undefined => {
    const [active] = picker.activeItems;
    const [first] = picker.items;
    if (active === undefined || firsts.has(active)) return picker.items.find((item) => item === active) ?? first;
    return picker.items.find((item) => item === active || isSamePick(item.pick, active.pick)) ?? first;
  };
  const take = (item: EntityItem | undefined) => {
    if (item?.pick === undefined || over) return;
    over = true;
    done(item.pick);
    picker.dispose();
  };
  const look = async (query: string) => {
    asked?.cancel();
    const source = new CancellationTokenSource();
    asked = source;
    picker.busy = true;
    try {
      const params: EntitiesParams = { uri, texts, query, ...(type === undefined ? {} : { type }) };
      const choices = await server.request<readonly EntityChoice[]>(entitiesRequest, params, source.token);
      if (source.token.isCancellationRequested) return;
      const items = itemsFor(choices, query.trim() || (texts[0] ?? ''), linked);
      if (items[0] !== undefined) firsts.add(items[0]);
      picker.items = items;
      if (waiting) take(lit());
    } catch (error) {
      if (!source.token.isCancellationRequested) tellFailure('The facts could not be asked', error);
    } finally {
      if (asked === source) picker.busy = false;
      source.dispose();
    }
  };
  picker.onDidChangeValue((value) => void look(value));
  picker.onDidAccept(() => {
    // What is lit belongs to what was typed before.
    if (picker.busy) waiting = true;
    else take(lit());
  });
  picker.onDidHide(() => {
    if (over) return;
    over = true;
    done(undefined);
    picker.dispose();
  });
  picker.show();
  void look('');
}

/** Whether two rows of different lists mean the same: the same entry, a new one under the name that is typed, or none. */
function isSamePick(one: EntityPick | undefined, other: EntityPick | undefined): boolean {
  if (one?.kind === 'known' && other?.kind === 'known') return one.id === other.id;
  return one !== undefined && one.kind === other?.kind;
}

function itemsFor(choices: readonly EntityChoice[], name: string, linked: boolean): EntityItem[] {
  const known = choices.map(
    ({ id, name: called, label, description, why }): EntityItem => ({
      label: plain(called),
      description: plain([label, why].filter((part) => part !== '').join(' · ')),
      ...(description === undefined ? {} : { detail: plain(description) }),
      alwaysShow: true,
      pick: { kind: 'known', id, name: called },
    }),
  );
  const fresh: EntityItem[] =
    name === ''
      ? []
      : [{ label: `$(add) New entity ${plain(quoted(name))}`, alwaysShow: true, pick: { kind: 'new', name } }];
  const none: EntityItem[] = linked ? [{ label: '$(close) No entity', alwaysShow: true, pick: { kind: 'none' } }] : [];
  const separator: EntityItem[] = known.length > 0 ? [{ label: '', kind: QuickPickItemKind.Separator }] : [];
  return [...known, ...separator, ...fresh, ...none];
}
