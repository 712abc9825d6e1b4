import { newId } from '../annotations/id.ts';
import { readSidecar } from '../annotations/sidecar.ts';
import { type Acceptance, acceptEdit } from '../edits/accept.ts';
import { tagEdit } from '../edits/annotations.ts';
import { type Change, changeEdit, type Passage } from '../edits/change.ts';
import { placeEdit } from '../edits/place-annotation.ts';
import { addToProject } from '../edits/project-list.ts';
import type { SidecarInput } from '../edits/reanchor.ts';
import { relateEdit, unrelateEdit } from '../edits/relations.ts';
import { removeEdit } from '../edits/remove.ts';
import type { Ports } from '../ports.ts';
import { labelOfType } from '../project/labels.ts';
import type { EditResult, Range, Refusal } from '../protocol.ts';
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
    readonly entity?: string | undefined;
    readonly note?: string | undefined;
    readonly rejected?: boolean | undefined;
    readonly everywhere?: boolean | undefined;
    readonly by: string;
  },
): Promise<EditResult> {
  const unknown = unknownType(snapshot, request.type);
  if (unknown) return unknown;
  return write(workspace, ports, snapshot, (input) =>
    tagEdit({
      ...input,
      targets: request.ranges.map((range) => [
        { start: snapshot.lines.offsetAt(range.start), end: snapshot.lines.offsetAt(range.end) },
      ]),
      type: request.type,
      attributes: request.attributes,
      entity: request.entity,
      note: request.note,
      rejected: request.rejected,
      everywhere: request.everywhere,
      by: request.by,
      today: ports.clock.today(),
      ids: request.ranges.map(() => newId(ports.random.bytes(8))),
    }),
  );
}

/** A passage that is to be annotated, as a request gives it. */
export interface NewPassage extends Omit<Passage, 'spans'> {
  readonly ranges: readonly Range[];
}

/** Computes the edit of the sidecar that changes what annotations say, and annotates passages. */
export async function change(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  request: {
    readonly ids: readonly string[];
    readonly passages: readonly NewPassage[];
    readonly change: Change;
    readonly by: string;
  },
): Promise<EditResult> {
  const { ids, by } = request;
  const types = [request.change.type, ...request.passages.map(({ type }) => type)];
  for (const type of types) {
    const unknown = type === undefined ? undefined : unknownType(snapshot, type);
    if (unknown) return unknown;
  }
  const spanOf = ({ start, end }: Range) => ({
    start: snapshot.lines.offsetAt(start),
    end: snapshot.lines.offsetAt(end),
  });
  const passages = request.passages.map(({ ranges, ...passage }) => ({ ...passage, spans: ranges.map(spanOf) }));
  const newIds = passages.map(() => newId(ports.random.bytes(8)));
  const today = ports.clock.today();
  return write(workspace, ports, snapshot, (input) =>
    changeEdit({ ...input, ids, passages, change: request.change, by, today, newIds }),
  );
}

/** Computes the edit of the sidecar that relates two annotations, as far as the project has such a relation between their types. */
export async function relate(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  request: {
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly note?: string | undefined;
    readonly by: string;
  },
): Promise<EditResult> {
  const { relations } = snapshot.knowledge.project;
  const relation = relations.find(({ id }) => id === request.type);
  if (relation === undefined && (relations.length > 0 || request.type === ''))
    return {
      problem: `There is no relation “${request.type}”. Define it under “relations:” in seedmark.yaml, or pick another one.`,
    };
  const typeOf = (id: string) => snapshot.annotations.find(({ annotation }) => annotation.id === id)?.annotation.type;
  for (const [allowed, id, end] of [
    [relation?.from, request.from, 'begin'],
    [relation?.to, request.to, 'end'],
  ] as const) {
    const type = typeOf(id);
    if (allowed !== undefined && type !== undefined && !allowed.includes(type))
      return {
        problem: `“${relation?.label}” cannot ${end} at ${labelOfType(snapshot.knowledge.project, type)}; seedmark.yaml allows ${allowed.join(', ')} there.`,
      };
  }
  const [today, id] = [ports.clock.today(), newId(ports.random.bytes(8))];
  return write(workspace, ports, snapshot, (input) => relateEdit({ ...input, ...request, today, id }));
}

/** Computes the edit of the sidecar that removes relations. */
export async function unrelate(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  ids: readonly string[],
): Promise<EditResult> {
  return write(workspace, ports, snapshot, (input) => unrelateEdit({ ...input, ids }));
}

/** Computes the edit of the sidecar that removes annotations. */
export async function remove(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  ids: readonly string[],
): Promise<EditResult> {
  return write(workspace, ports, snapshot, (input) => removeEdit({ ...input, ids }));
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
  return write(workspace, ports, snapshot, (input) => placeEdit({ ...input, id, spans }));
}

/** Computes the edit of the sidecar that accepts a finding. */
export async function accept(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  request: { readonly finding: Acceptance; readonly by: string },
): Promise<EditResult> {
  const { finding, by } = request;
  return write(workspace, ports, snapshot, (input) =>
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

/** Why nothing can be annotated as a type: the project has none such. */
export function unknownType(snapshot: SeedSnapshot, type: string): Refusal | undefined {
  if (snapshot.knowledge.project.types.some(({ id }) => id === type)) return undefined;
  return {
    problem: `There is no type “${type}”. Define it under “types:” in seedmark.yaml, or pick another one.`,
  };
}

/** Computes an edit of the sidecar of a seed from what both hold now. */
export async function write(
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
