import { type QuickPickItem, type TextDocument, Uri, window, workspace } from 'vscode';
import {
  type EntityChoice,
  type KnownEntitiesParams,
  knownEntitiesRequest,
  type MergeEntitiesParams,
  type MergeEntitiesResult,
  mergeEntitiesRequest,
} from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import { tell, tellFailure } from '../messages.ts';
import type { Server } from '../server.ts';
import type { ChangeNeeds } from './acted.ts';
import { readMergeArgument } from './argument.ts';
import { count, plain, quoted } from './words.ts';

/**
 * "Merge Entities…": makes two entries of the facts files one; all that is linked to the other leads to it then. What changes
 * is shown before. An argument `{ kept?, others?, all? }` answers beforehand; `all`: without the list of what changes.
 */
export async function mergeEntities(needs: ChangeNeeds, argument: unknown): Promise<void> {
  const { server, edits } = needs;
  const known = readMergeArgument(argument);
  const kept = known.kept === undefined ? await pick(server, 'Which entity stays?', []) : named(known.kept);
  if (kept === undefined) return;
  const title = `Which one is ${plain(quoted(kept.name))}, too?`;
  const other = known.others === undefined ? await pick(server, title, [kept.id]) : undefined;
  const others = known.others ?? (other === undefined ? [] : [other.id]);
  if (others.length === 0) return;
  const params: MergeEntitiesParams = { kept: kept.id, others };
  const found = await server.request<MergeEntitiesResult>(mergeEntitiesRequest, params);
  if ('problem' in found) return tell(found);
  const gone = other === undefined ? others.map((id) => quoted(id)).join(', ') : quoted(other.name);
  if (!known.all && !(await confirm(`Merge ${plain(gone)} into ${plain(quoted(kept.name))}?`, found.changes))) return;
  const [first] = found.changes;
  if (first === undefined) return;
  const document: TextDocument =
    window.activeTextEditor?.document ?? (await workspace.openTextDocument(Uri.parse(first.uri)));
  const refusal = await edits.run(document, () => server.request<MergeEntitiesResult>(mergeEntitiesRequest, params));
  if (refusal) tell(refusal);
  else announce(`${gone} is ${quoted(kept.name)} now: ${count(found.files.length, 'file')} changed`);
}

function named(id: string): Pick<EntityChoice, 'id' | 'name'> {
  return { id, name: id };
}

type Changes = Extract<MergeEntitiesResult, { changes: unknown }>['changes'];

/** Shows what changes, file by file; Enter says yes. */
async function confirm(title: string, changes: Changes): Promise<boolean> {
  const rows = changes.map(({ uri, what }) => ({
    label: `$(file) ${plain(workspace.asRelativePath(Uri.parse(uri)))}`,
    description: what,
  }));
  const yes = { label: `$(check) Merge`, description: `changes ${count(changes.length, 'file')}` };
  const picked = await window.showQuickPick([yes, ...rows], {
    title,
    placeHolder: 'Enter merges, Escape leaves all as it is.',
    ignoreFocusOut: true,
  });
  return picked !== undefined;
}

interface EntityItem extends QuickPickItem {
  readonly choice: EntityChoice;
}

/** Asks for an entry of the facts files; what is typed is looked for among all. */
function pick(server: Server, title: string, except: readonly string[]): Promise<EntityChoice | undefined> {
  const picker = window.createQuickPick<EntityItem>();
  picker.title = title;
  picker.placeholder = 'Type to look for an entity.';
  picker.ignoreFocusOut = true;
  let turn = 0;
  const look = async (query: string) => {
    const own = ++turn;
    picker.busy = true;
    try {
      const params: KnownEntitiesParams = { query, except };
      const found = await server.request<readonly EntityChoice[]>(knownEntitiesRequest, params);
      if (own !== turn) return;
      picker.items = found.map((choice) => ({
        label: plain(choice.name),
        description: plain([choice.label, choice.id, choice.why].filter((part) => part !== '').join(' · ')),
        ...(choice.description === undefined ? {} : { detail: plain(choice.description) }),
        alwaysShow: true,
        choice,
      }));
    } catch (error) {
      tellFailure('The facts could not be asked', error);
    } finally {
      if (own === turn) picker.busy = false;
    }
  };
  picker.onDidChangeValue((value) => void look(value));
  void look('');
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const [active] = picker.activeItems;
      if (active === undefined || picker.busy) return;
      resolve(active.choice);
      picker.dispose();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
