import { addAliasEdit } from '../edits/add-alias.ts';
import { addFactEdit } from '../edits/add-fact.ts';
import { isGoodId } from '../edits/facts-entries.ts';
import { mergeEdit } from '../edits/merge-entities.ts';
import { freshEntityId, newEntityEdit } from '../edits/new-entity.ts';
import { reidFactsEdit, reidSidecarEdit, renameEdit } from '../edits/rename-entity.ts';
import { toLsp } from '../features/fixes/fix.ts';
import type { AddFactParams, EditResult, FileEdit, MergeEntitiesResult, Refusal } from '../protocol.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { TextLines } from '../text/lines.ts';
import { flatLine } from '../text/shorten.ts';
import { wholeEdit } from '../text/whole-edit.ts';
import { decoded, folderOf, kindOf, sidecarOf } from '../workspace/kinds.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { unknownType } from './annotate.ts';
import { editResult } from './edit-result.ts';
import { factsFileFor } from './new-entity.ts';

/** Files whose texts are read in one go. */
const AT_ONCE = 200;

/** Computes the edit that adds a fact to an entry, or to a new one; the seed and its line are written as the source. */
export async function addFact(
  workspace: Workspace,
  snapshot: SeedSnapshot,
  { range, entity, what, value, on }: Omit<AddFactParams, 'uri'>,
): Promise<EditResult> {
  const fact = {
    what: flatLine(what).trim(),
    value: flatLine(value).trim(),
    on,
    source: sourceOf(workspace, snapshot, range),
  };
  if (fact.what === '' || fact.value === '')
    return { problem: 'A fact needs what it says and a value. Write both, then try again.' };
  const known = snapshot.knowledge.entities;
  if (typeof entity === 'string') {
    const uri = known.get(entity)?.uri;
    if (uri === undefined) return { problem: `The entity “${entity}” stands in no facts file any more.` };
    const text = (await workspace.presentText(uri)) ?? '';
    return editResult(uri, text, addFactEdit(text, entity, fact));
  }
  const name = flatLine(entity.name).trim();
  if (name === '') return { problem: 'An entity needs a name. Write one, then try again.' };
  const unknown = unknownType(snapshot, entity.type);
  if (unknown) return unknown;
  const uri = factsFileFor(workspace, snapshot, entity.type);
  if (uri === undefined)
    return { problem: 'This seed lies in no folder of the workspace, so no facts file can be made. Open its folder.' };
  const id = freshEntityId(name, (one) => known.has(one));
  const text = await workspace.presentText(uri);
  const made = newEntityEdit(text, { id, type: entity.type, name });
  if ('problem' in made) return editResult(uri, text, made);
  const withEntry = applyEdits(text ?? '', made.edits);
  const added = addFactEdit(withEntry, id, fact);
  if ('problem' in added) return { problem: added.problem };
  return editResult(uri, text, { edits: wholeEdit(text ?? '', applyEdits(withEntry, added.edits)) });
}

/** The path of a seed as facts name it: below the folder of its project file, or of the workspace; with the line. */
function sourceOf(workspace: Workspace, { uri }: SeedSnapshot, { start }: AddFactParams['range']): string | undefined {
  const project = workspace.projectUri(uri);
  const bases = [project === undefined ? undefined : folderOf(project), workspace.folderOf(uri)];
  const base = bases.find((folder) => folder !== undefined && uri.startsWith(folder));
  return base === undefined ? undefined : `${decoded(uri.slice(base.length))}#L${start.line + 1}`;
}

/** Computes the edit that makes several entries one, in all facts files and annotations files of the workspace. */
export async function mergeEntities(
  workspace: Workspace,
  kept: string,
  others: readonly string[],
): Promise<MergeEntitiesResult> {
  const gone = new Set(others.filter((id) => id !== kept));
  const uris = workspace
    .knowledgeUris()
    .filter((uri) => kindOf(uri) === 'facts')
    .sort();
  const texts = await textsOf(workspace, uris);
  const merged = mergeEdit(texts, kept, gone);
  if ('problem' in merged) {
    const { problem, uri, span } = merged;
    return uri === undefined || span === undefined
      ? { problem }
      : (editResult(uri, texts.get(uri), { problem, span }) as Refusal);
  }
  const linked = await sidecarEdits(workspace, (text) => reidSidecarEdit(text, gone, kept));
  if ('problem' in linked) return linked;
  return filesOf([
    ...merged.files.map(({ uri, edits }) => ({ uri, edits, text: texts.get(uri) ?? '', what: 'facts' })),
    ...linked.edits,
  ]);
}

/** Computes the edit that adds a name to those that an entity goes by. */
export async function addAlias(workspace: Workspace, id: string, alias: string): Promise<EditResult> {
  const known = workspace.entities().get(id);
  if (known === undefined) return { problem: `The entity “${id}” stands in no facts file any more.` };
  const text = (await workspace.presentText(known.uri)) ?? '';
  return editResult(known.uri, text, addAliasEdit(text, id, flatLine(alias).trim()));
}

/** Computes the edit that gives an entity another name. */
export async function renameEntity(workspace: Workspace, id: string, name: string): Promise<EditResult> {
  const known = workspace.entities().get(id);
  const written = flatLine(name).trim();
  if (known === undefined) return { problem: `The entity “${id}” stands in no facts file any more.` };
  if (written === '') return { problem: 'An entity needs a name.' };
  const text = (await workspace.presentText(known.uri)) ?? '';
  return editResult(known.uri, text, renameEdit(text, id, written));
}

/** Computes the edit that gives an entity another id, in all facts files and annotations files of the workspace. */
export async function reidEntity(workspace: Workspace, from: string, to: string): Promise<EditResult> {
  const id = to.trim();
  if (id === from) return { files: [] };
  if (!isGoodId(id))
    return {
      problem: `“${id}” cannot be an id. Use letters and digits with hyphens between them, such as “wang-wenbin”.`,
    };
  if (workspace.entities().has(id))
    return { problem: `There is an entity with the id “${id}” already. To make two one, use Merge Entities….` };
  const uris = workspace
    .knowledgeUris()
    .filter((uri) => kindOf(uri) === 'facts')
    .sort();
  const texts = await textsOf(workspace, uris);
  const files: Changed[] = [];
  for (const [uri, text] of texts) {
    // A damaged file that does not name it is nobody's business here.
    if (!text.includes(from)) continue;
    const outcome = reidFactsEdit(text, from, id);
    if ('problem' in outcome) return editResult(uri, text, outcome);
    files.push({ uri, text, edits: outcome.edits, what: 'facts' });
  }
  const linked = await sidecarEdits(workspace, (text) =>
    text.includes(from) ? reidSidecarEdit(text, from, id) : { edits: [] },
  );
  if ('problem' in linked) return linked;
  const { files: edits } = filesOf([...files, ...linked.edits]);
  return { files: edits };
}

interface Changed {
  readonly uri: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly what: string;
}

async function sidecarEdits(
  workspace: Workspace,
  edit: (text: string) => ReturnType<typeof reidSidecarEdit>,
): Promise<{ readonly edits: Changed[] } | Refusal> {
  const uris = (await workspace.annotatedSeeds()).map(sidecarOf);
  const changed: Changed[] = [];
  for (const [uri, text] of await textsOf(workspace, uris)) {
    const outcome = edit(text);
    if ('problem' in outcome) return editResult(uri, text, outcome) as Refusal;
    if (outcome.edits.length > 0) changed.push({ uri, text, edits: outcome.edits, what: 'annotations' });
  }
  return { edits: changed };
}

async function textsOf(workspace: Workspace, uris: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let at = 0; at < uris.length; at += AT_ONCE) {
    const batch = uris.slice(at, at + AT_ONCE);
    const read = await workspace.presentTexts(batch);
    batch.forEach((uri, i) => {
      const text = read[i];
      if (text !== undefined && text.trim() !== '') texts.set(uri, text);
    });
  }
  return texts;
}

function filesOf(changed: readonly Changed[]): Exclude<MergeEntitiesResult, Refusal> {
  const files: FileEdit[] = [];
  const changes: Exclude<MergeEntitiesResult, Refusal>['changes'][number][] = [];
  for (const { uri, text, edits, what } of changed) {
    if (edits.length === 0) continue;
    const lines = TextLines.from(text);
    const written = edits.map((one) => toLsp(lines, one));
    files.push({ uri, create: false, edits: written });
    const start = lines.positionAt(edits[0]?.start ?? 0);
    const count = edits.length;
    const label =
      what === 'annotations'
        ? `${count} ${count === 1 ? 'annotation' : 'annotations'} linked to it`
        : `${count} ${count === 1 ? 'change' : 'changes'} in entries`;
    changes.push({ uri, range: { start, end: start }, what: label });
  }
  return { files, changes };
}
