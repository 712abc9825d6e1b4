import { commands, type QuickPickItem, window } from 'vscode';
import { typeLabel } from '../views/entityRows.ts';
import { ENTITIES_VIEW } from '../views/table.ts';
import type { Views } from '../views/views.ts';
import { objectOf } from './argument.ts';
import { filterBox } from './filterBox.ts';
import { grouped, plain } from './words.ts';

/** "Filter Entities…": what is typed filters at once; Escape brings back what was. An argument `{ filter }` is the answer. */
export async function filterEntities({ entities }: Views, argument: unknown): Promise<void> {
  const { filter } = objectOf(argument);
  if (typeof filter === 'string') {
    entities.query = filter;
    return;
  }
  await commands.executeCommand(`${ENTITIES_VIEW}.focus`);
  await filterBox({
    title: 'Filter Entities',
    placeholder: 'Words of the name, another name, description or type',
    prompt: 'All words must be there. An empty box shows everything that the seeds name.',
    before: entities.query,
    typed: (query) => {
      entities.query = query;
    },
  });
}

/** "Choose Types of Entities…": only those that are ticked are listed; none or all of them is no choice. An argument `{ types }` is the answer. */
export async function chooseEntityTypes({ entities }: Views, argument: unknown): Promise<void> {
  const { types } = objectOf(argument);
  if (Array.isArray(types) && types.every((type) => typeof type === 'string')) {
    entities.types = types.length === 0 ? undefined : types;
    return;
  }
  await commands.executeCommand(`${ENTITIES_VIEW}.focus`);
  const known = entities.knownTypes;
  const items = known.map((type): QuickPickItem & { readonly id: string } => ({
    id: type.id,
    label: plain(typeLabel(type)),
    description: grouped(type.names),
    picked: entities.types?.includes(type.id) ?? true,
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Types of Entities',
    placeHolder: 'Which types shall be listed?',
    canPickMany: true,
  });
  if (picked === undefined) return;
  entities.types = picked.length === 0 || picked.length === known.length ? undefined : picked.map(({ id }) => id);
}
