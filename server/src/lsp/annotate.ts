import { newId } from '../annotations/id.ts';
import { readSidecar } from '../annotations/sidecar.ts';
import { type Acceptance, acceptEdit } from '../edits/accept.ts';
import { removeEdit, tagEdit } from '../edits/annotations.ts';
import { placeEdit } from '../edits/place-annotation.ts';
import { addToProject } from '../edits/project-list.ts';
import type { SidecarInput } from '../edits/reanchor.ts';
import type { Ports } from '../ports.ts';
import type { EditResult, Range } from '../protocol.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { editResult, type Outcome } from './edit-result.ts';

/** Computes the edit of the sidecar that annotates ranges of a seed. */
export async function tag(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  request: {
    readonly ranges: readonly Range[];
    readonly type: string;
    readonly attributes?: ReadonlyMap<string, string> | undefined;
    readonly note?: string | undefined;
    readonly rejected?: boolean | undefined;
    readonly by: string;
  },
): Promise<EditResult> {
  const type = snapshot.knowledge.project.types.find(({ id }) => id === request.type);
  if (!type)
    return {
      problem: `There is no type “${request.type}”. Define it under “types:” in seedmark.yaml, or pick another one.`,
    };
  return change(workspace, ports, snapshot, (input) =>
    tagEdit({
      ...input,
      targets: request.ranges.map((range) => [
        { start: snapshot.lines.offsetAt(range.start), end: snapshot.lines.offsetAt(range.end) },
      ]),
      type: type.id,
      attributes: request.attributes,
      note: request.note,
      rejected: request.rejected,
      by: request.by,
      today: ports.clock.today(),
      ids: request.ranges.map(() => newId(ports.random.bytes(8))),
    }),
  );
}

/** Computes the edit of the sidecar that removes annotations. */
export async function remove(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  ids: readonly string[],
): Promise<EditResult> {
  return change(workspace, ports, snapshot, (input) => removeEdit({ ...input, ids }));
}

/** Computes the edit of the sidecar that gives an annotation another place. */
export async function place(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  { id, ranges }: { readonly id: string; readonly ranges: readonly Range[] },
): Promise<EditResult> {
  const { lines } = snapshot;
  const spans = ranges.map(({ start, end }) => ({ start: lines.offsetAt(start), end: lines.offsetAt(end) }));
  return change(workspace, ports, snapshot, (input) => placeEdit({ ...input, id, spans }));
}

/** Computes the edit of the sidecar that accepts a finding. */
export async function accept(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  request: { readonly finding: Acceptance; readonly by: string },
): Promise<EditResult> {
  const { finding, by } = request;
  return change(workspace, ports, snapshot, (input) =>
    acceptEdit({ ...input, finding, by, today: ports.clock.today() }),
  );
}

/** Computes the edit of the project file that says that some words are never a name. */
export async function never(workspace: Workspace, snapshot: SeedSnapshot, text: string): Promise<EditResult> {
  const project = workspace.projectFileFor(snapshot.uri);
  if (project === undefined)
    return {
      problem: 'This seed lies in no folder of the workspace, so no seedmark.yaml can say so. Open its folder.',
    };
  const present = await workspace.presentText(project);
  return editResult(project, present, addToProject(present, 'never', text));
}

async function change(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  compute: (input: SidecarInput) => Outcome,
): Promise<EditResult> {
  if (snapshot.uri.startsWith('untitled:'))
    return { problem: 'Save this text as a file first: its annotations are kept in a file beside it.' };
  const { uri, sidecarUri, lines, place } = snapshot;
  const [saved] = await ports.files.readMany([uri]);
  const sidecar = await workspace.presentText(sidecarUri);
  // Positions belong to the bytes that saving writes: with the mark that the file has, if it has one.
  const known = sidecar === undefined ? undefined : readSidecar(sidecar).sidecar.text;
  const textId = await workspace.origins.idFor(lines, saved?.bom === true, known);
  const outcome = compute({ text: lines.toString(), textId, sidecar, place });
  // When the text changes while nobody looks, its annotations are found again by it.
  if (!('problem' in outcome)) await workspace.origins.keep(lines, saved?.bom === true);
  return editResult(sidecarUri, sidecar, outcome, workspace.linesOf(sidecarUri));
}
