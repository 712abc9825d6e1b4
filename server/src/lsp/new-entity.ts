import { freshEntityId, newEntityEdit } from '../edits/new-entity.ts';
import type { Ports } from '../ports.ts';
import type { EditResult } from '../protocol.ts';
import { flatLine } from '../text/shorten.ts';
import { kindOf } from '../workspace/kinds.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { change, type NewPassage, unknownType } from './annotate.ts';
import { editResult } from './edit-result.ts';

/** Computes the edit that makes a new entry in the facts files, and links passages and annotations to it. */
export async function newEntity(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  request: {
    readonly name: string;
    readonly type: string;
    readonly ids: readonly string[];
    readonly passages: readonly NewPassage[];
    readonly by: string;
  },
): Promise<EditResult> {
  const { type, ids, passages, by } = request;
  const name = flatLine(request.name).trim();
  if (name === '') return { problem: 'An entity needs a name. Write one, then try again.' };
  const unknown = unknownType(snapshot, type);
  if (unknown) return unknown;
  const uri = factsFileFor(workspace, snapshot, type);
  if (uri === undefined)
    return { problem: 'This seed lies in no folder of the workspace, so no facts file can be made. Open its folder.' };
  const known = snapshot.knowledge.entities;
  const id = freshEntityId(name, (one) => known.has(one));
  const text = await workspace.presentText(uri);
  const facts = editResult(uri, text, newEntityEdit(text, { id, type, name }));
  if ('problem' in facts || ids.length + passages.length === 0) return facts;
  const linked = await change(workspace, ports, snapshot, { ids, passages, change: { entity: id }, by });
  return 'problem' in linked ? linked : { files: [...facts.files, ...linked.files] };
}

/** The facts file that has most entries of a type; where there is none of it, the first one, or one that is to be made. */
export function factsFileFor(workspace: Workspace, snapshot: SeedSnapshot, type: string): string | undefined {
  const folder = workspace.folderOf(snapshot.uri);
  const files = workspace
    .knowledgeUris()
    .filter((uri) => kindOf(uri) === 'facts' && (folder === undefined || uri.startsWith(folder)))
    .sort();
  const counts = new Map<string, number>();
  for (const { entity, uri } of snapshot.knowledge.entities.values())
    if (entity.type === type) counts.set(uri, (counts.get(uri) ?? 0) + 1);
  const [best] = files.filter((uri) => counts.has(uri)).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return best ?? files[0] ?? (folder === undefined ? undefined : `${folder}facts/entities.yaml`);
}
