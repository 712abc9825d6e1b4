import { newId } from '../annotations/id.ts';
import { type Acceptance, acceptEdit } from '../edits/accept.ts';
import { removeEdit, tagEdit } from '../edits/annotations.ts';
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
    readonly by: string;
  },
): Promise<EditResult> {
  const type = snapshot.knowledge.project.types.find(({ id }) => id === request.type);
  if (!type)
    return {
      problem: `There is no type “${request.type}”. Define it under “types:” in seedmark.yaml, or pick another one.`,
    };
  return change(workspace, ports, snapshot, (text, textId, sidecar) =>
    tagEdit({
      text,
      textId,
      sidecar,
      targets: request.ranges.map((range) => [
        { start: snapshot.lines.offsetAt(range.start), end: snapshot.lines.offsetAt(range.end) },
      ]),
      type: type.id,
      attributes: request.attributes,
      note: request.note,
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
  return change(workspace, ports, snapshot, (text, textId, sidecar) => removeEdit({ text, textId, sidecar, ids }));
}

/** Computes the edit of the sidecar that accepts a finding. */
export async function accept(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  request: { readonly finding: Acceptance; readonly by: string },
): Promise<EditResult> {
  const { finding, by } = request;
  return change(workspace, ports, snapshot, (text, textId, sidecar) =>
    acceptEdit({ text, textId, sidecar, finding, by, today: ports.clock.today() }),
  );
}

async function change(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  compute: (text: string, textId: string, sidecar: string | undefined) => Outcome,
): Promise<EditResult> {
  if (snapshot.uri.startsWith('untitled:'))
    return { problem: 'Save this text as a file first: its annotations are kept in a file beside it.' };
  const uri = snapshot.sidecarUri;
  const [saved] = await ports.files.readMany([snapshot.uri]);
  const text = withoutBom(snapshot.lines.toString());
  // Positions belong to the bytes that saving writes: with the mark that the file has, if it has one.
  const textId = await ports.blobs.idOf(text, saved?.bom === true);
  const sidecar = await workspace.presentText(uri);
  return editResult(uri, sidecar, compute(snapshot.lines.toString(), textId, sidecar));
}

function withoutBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
