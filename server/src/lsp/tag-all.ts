import { type Connection, RequestType } from 'vscode-languageserver';
import { newId } from '../annotations/id.ts';
import { readSidecar } from '../annotations/sidecar.ts';
import type { Place } from '../annotations/types.ts';
import { tagEdit } from '../edits/annotations.ts';
import type { CancellationToken, FileContent, Ports } from '../ports.ts';
import {
  type FileEdit,
  type Range,
  type Refusal,
  type TagAllParams,
  type TagAllResult,
  type TagAllTarget,
  tagAllRequest,
} from '../protocol.ts';
import { TextLines } from '../text/lines.ts';
import { decoded, sidecarOf } from '../workspace/kinds.ts';
import { storedPlaces } from '../workspace/origins.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { unknownType } from './annotate.ts';
import { notASeed } from './edit-requests.ts';
import { editResult } from './edit-result.ts';
import { cancelled, type GuardContext, guarded, isRange } from './guard.ts';
import { normalizeUri } from './uri.ts';

/** Seeds and sidecars read in one go. */
const AT_ONCE = 50;

/** Answers the edit that annotates passages of many seeds: those that cannot be written into are left out and told. */
export function registerTagAll(connection: Connection, context: GuardContext, ports: Ports): void {
  connection.onRequest(
    new RequestType<TagAllParams, TagAllResult, void>(tagAllRequest),
    guarded(context, tagAllRequest, notASeed, async (snapshot, params, token) => {
      if (snapshot.kind !== 'seed' || !Array.isArray(params.targets)) return notASeed;
      return (await tagAll(context.workspace, ports, snapshot, params, token)) ?? Promise.reject(cancelled());
    }),
  );
}

/** Undefined when nobody wants it any more. */
export async function tagAll(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  params: TagAllParams,
  token: CancellationToken,
): Promise<TagAllResult | undefined> {
  const unknown = unknownType(snapshot, params.type);
  if (unknown) return unknown;
  const targets = params.targets.flatMap((target) => readTarget(target) ?? []);
  const files: FileEdit[] = [];
  const problems: Refusal[] = [];
  let tagged = 0;
  for (let at = 0; at < targets.length; at += AT_ONCE) {
    const batch = targets.slice(at, at + AT_ONCE);
    const contents = await ports.files.readMany(batch.map(({ uri }) => uri));
    const sidecars = await workspace.presentTexts(batch.map(({ uri }) => sidecarOf(uri)));
    for (const [i, target] of batch.entries()) {
      if (token.isCancellationRequested) return undefined;
      const done = await tagOne(workspace, ports, params, target, contents[i], sidecars[i]);
      if ('problem' in done) problems.push(done);
      else {
        files.push(...done.files);
        tagged += done.added;
      }
      await ports.clock.yield();
    }
  }
  const [first] = problems;
  if (files.length === 0) return first ?? { problem: 'Nothing was ticked, so nothing was tagged.' };
  return { files, tagged, seeds: files.length, problems };
}

/** A seed as it stands now. */
interface Present {
  readonly lines: TextLines;
  readonly textId: string;
  readonly place: Place;
}

async function tagOne(
  workspace: Workspace,
  ports: Ports,
  { type, entity, by }: TagAllParams,
  target: TagAllTarget,
  content: FileContent | undefined,
  sidecar: string | undefined,
): Promise<{ readonly files: readonly FileEdit[]; readonly added: number } | Refusal> {
  const { uri, ranges } = target;
  const present = await presentSeed(workspace, ports, target, content, sidecar);
  if ('problem' in present) return present;
  const { lines, textId, place } = present;
  const outcome = tagEdit({
    text: lines.toString(),
    textId,
    place,
    sidecar,
    targets: ranges.map(({ start, end }) => [{ start: lines.offsetAt(start), end: lines.offsetAt(end) }]),
    type,
    entity: typeof entity === 'string' ? entity : undefined,
    by: typeof by === 'string' ? by : '',
    today: ports.clock.today(),
    ids: ranges.map(() => newId(ports.random.bytes(8))),
  });
  const result = editResult(sidecarOf(uri), sidecar, outcome);
  if ('problem' in result) return { ...result, problem: `${nameOf(uri)}: ${result.problem}`, uri: result.uri ?? uri };
  // When the text changes while nobody looks, its annotations are found again by it.
  await workspace.origins.keep(lines, content?.bom === true);
  return { files: result.files, added: 'added' in outcome ? outcome.added : 0 };
}

async function presentSeed(
  workspace: Workspace,
  ports: Ports,
  { uri, version, mark }: TagAllTarget,
  content: FileContent | undefined,
  sidecar: string | undefined,
): Promise<Present | Refusal> {
  const open = workspace.seed(uri);
  const bom = content?.bom === true;
  const known = sidecar === undefined ? undefined : readSidecar(sidecar).sidecar;
  if (open !== undefined) {
    const { lines, place } = open;
    // It may have been opened since it was read for the list.
    const isSame =
      mark === undefined ? version === open.version : mark === (await ports.blobs.idOf(lines.toString(), bom));
    if (!isSame) return changed(uri);
    return { lines, place, textId: await workspace.origins.idFor(lines, bom, known?.text) };
  }
  if (content === undefined) return { problem: `${nameOf(uri)} cannot be read any more, so it was left out.`, uri };
  if (mark === undefined || mark !== (await ports.blobs.idOf(content.text, content.bom))) return changed(uri);
  const lines = TextLines.from(content.text);
  return { lines, ...(await storedPlaces(known ?? { text: undefined, annotations: [] }, content, uri, ports.blobs)) };
}

function changed(uri: string): Refusal {
  return { problem: `${nameOf(uri)} changed meanwhile, so it was left out. Try again.`, uri };
}

function nameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** What came over the wire, as far as it has the right shape. */
function readTarget(value: unknown): TagAllTarget | undefined {
  const { uri, version, mark, ranges } = (value ?? {}) as Partial<Record<keyof TagAllTarget, unknown>>;
  if (typeof uri !== 'string' || !Array.isArray(ranges)) return undefined;
  const own: readonly Range[] = ranges.filter(isRange);
  return {
    uri: normalizeUri(uri),
    ...(typeof version === 'number' ? { version } : {}),
    ...(typeof mark === 'string' ? { mark } : {}),
    ranges: own,
  };
}
