import { window } from 'vscode';
import { type EntityChoice, type KnownEntitiesParams, knownEntitiesRequest } from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import { type ChangeNeeds, changeAll, findActed, withTypes } from './acted.ts';
import { makeEntity } from './linkEntity.ts';
import { plain, quoted } from './words.ts';

/** "New Entity from Selection…": an entry of the facts files by the words, to which they are linked. */
export async function newEntity(needs: ChangeNeeds, argument: unknown): Promise<void> {
  const acted = await findActed(needs.server, argument);
  const first = acted?.targets[0];
  if (acted === undefined || first === undefined) return;
  const name = first.text.replace(/\s+/gu, ' ').trim();
  const asked: KnownEntitiesParams = { query: name, except: [] };
  const [known] = await needs.server.request<readonly EntityChoice[]>(knownEntitiesRequest, asked);
  if (known !== undefined && known.name.toLowerCase() === name.toLowerCase()) {
    const link = {
      label: `$(link) Link to ${plain(quoted(known.name))}`,
      description: plain(known.description ?? known.type),
    };
    const make = { label: `$(add) New entity ${plain(quoted(name))}` };
    const title = `The facts know ${plain(quoted(known.name))} already`;
    const picked = await window.showQuickPick([link, make], { title, ignoreFocusOut: true });
    if (picked === undefined) return;
    if (picked === link) {
      await withTypes(acted, async (all) => {
        if (await changeAll(needs, acted, all, { entity: known.id }))
          announce(`${quoted(name)} is ${quoted(known.name)} now`);
      });
      return;
    }
  }
  await makeEntity(needs, acted, name);
}
