import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSidecarTree, type SidecarTree } from '../annotations/sidecar.ts';
import { reanchorEdit } from '../edits/reanchor.ts';
import { bytesOf } from '../host/node/blob-id.ts';
import { removeLeftovers, replaceFile } from '../host/node/replace-file.ts';
import type { FileContent } from '../ports.ts';
import { applyEdits } from '../text/edit.ts';
import { TextLines } from '../text/lines.ts';
import { seedOf, sidecarOf } from '../workspace/kinds.ts';
import { type StoredPlaces, storedPlaces } from '../workspace/origins.ts';
import { type AnchorFormat, anchorReport, type Failure, WITHOUT_PLACE } from './anchor-report.ts';
import { type Input, type Inputs, nameOf, readInputs } from './inputs.ts';
import { colors, printable, write } from './output.ts';
import { startProgress } from './progress.ts';

interface Options {
  readonly format: AnchorFormat;
  /** Bring the annotations files up to their texts. */
  readonly write: boolean;
  readonly color: boolean;
}

/** `seedmark anchor PATHS`: prints where annotations stand in their seeds as they are now; 1 if one stands nowhere. */
export async function anchorFiles(
  paths: readonly string[],
  stdinFilename: string | undefined,
  options: Options,
): Promise<number> {
  const progress = startProgress(process.stderr, () => performance.now());
  process.once('exit', progress.clear);
  const inputs = await readInputs(paths, stdinFilename, { index: false });
  const print = async (text: string) => {
    if (process.stdout.isTTY) progress.clear();
    await write(process.stdout, text);
  };
  const report = anchorReport(options.format, print, colors(process.stdout, options.color));
  const counts = { exact: 0, moved: 0, fuzzy: 0, ambiguous: 0, orphaned: 0 };
  const failures: Failure[] = [];
  let [seen, seeds, rewritten] = [0, 0, 0];
  const tidied = new Set<string>();
  const failed = async (failure: Failure) => {
    failures.push(failure);
    progress.clear();
    const { name, position, reason } = failure;
    const place = position ? `:${position.line + 1}:${position.character + 1}` : '';
    process.stderr.write(`seedmark: ${printable(name)}${place}: ${printable(reason)}\n`);
    await report.failure(failure);
  };
  try {
    await report.begin();
    for await (const input of inputs.inputs) {
      if (input.kind === 'seed') progress.show(seen++, inputs.seeds);
      const found = await lookAt(input, inputs);
      if (found === undefined) continue;
      if ('reason' in found) {
        await failed(found);
        continue;
      }
      seeds++;
      const placed = found.places.place(found.tree.sidecar);
      for (const { state } of placed) counts[state]++;
      const { name, seed, sidecarName, sidecar } = found;
      if (options.write) await removeLeftovers(found.sidecarPath, tidied);
      const outcome = options.write ? await bringUp(found) : damageOf(found);
      const written = typeof outcome === 'number' ? outcome : undefined;
      if (written !== undefined) rewritten++;
      await report.file({
        name,
        sidecarName,
        lines: TextLines.from(seed.text),
        sidecarLines: TextLines.from(sidecar.text),
        placed,
        written,
      });
      if (typeof outcome === 'object') await failed(outcome);
    }
    await report.end({ seeds, counts, failures, rewritten: options.write ? rewritten : undefined });
    if (failures.length > 0) return 2;
    return WITHOUT_PLACE.some((state) => counts[state] > 0) ? 1 : 0;
  } finally {
    progress.clear();
  }
}

/** A seed with its annotations file, both as they are on disk. */
interface Found {
  readonly name: string;
  readonly seed: FileContent;
  readonly sidecarName: string;
  readonly sidecarPath: string;
  readonly sidecar: FileContent;
  readonly tree: SidecarTree;
  readonly places: StoredPlaces;
}

/** Undefined where there is nothing to place: a seed without annotations, a facts or project file. */
async function lookAt({ name, uri, kind, content }: Input, { ports }: Inputs): Promise<Found | Failure | undefined> {
  if (kind === 'sidecar') {
    const seed = fileURLToPath(seedOf(uri));
    return existsSync(seed)
      ? undefined
      : { name, reason: `its seed, ${nameOf(seed)}, is not there. Bring it back, or remove this file.` };
  }
  if (kind !== 'seed') return undefined;
  const sidecarUri = sidecarOf(uri);
  const sidecarPath = fileURLToPath(sidecarUri);
  const [sidecar] = await ports.files.readMany([sidecarUri]);
  if (sidecar === undefined && !existsSync(sidecarPath)) return undefined;
  const sidecarName = nameOf(sidecarPath);
  if (content === undefined || !content.utf8) return { name, reason: unreadable(content) };
  if (sidecar === undefined || !sidecar.utf8) return { name: sidecarName, reason: unreadable(sidecar) };
  const tree = readSidecarTree(sidecar.text);
  const places = await storedPlaces(tree.sidecar, content, uri, ports.blobs);
  return { name, seed: content, sidecarName, sidecarPath, sidecar, tree, places };
}

function unreadable(content: FileContent | undefined): string {
  return content === undefined ? 'it cannot be read' : 'it is not UTF-8; save it as UTF-8 first';
}

/** Rewrites an annotations file; how many positions changed, undefined if none had to be written. */
async function bringUp({
  seed,
  sidecar,
  sidecarName,
  sidecarPath,
  tree,
  places,
}: Found): Promise<number | Failure | undefined> {
  const outcome = reanchorEdit({ text: seed.text, sidecar: sidecar.text, ...places });
  if ('problem' in outcome) return failureAt(sidecarName, sidecar.text, outcome.problem, outcome.span);
  if (outcome.edits.length === 0) return undefined;
  const after = applyEdits(sidecar.text, outcome.edits);
  const reason = await replaceFile(sidecarPath, bytesOf(sidecar.text, sidecar.bom), bytesOf(after, sidecar.bom));
  if (reason !== undefined) return { name: sidecarName, reason };
  const now = readSidecarTree(after).sidecar.annotations;
  return tree.sidecar.annotations.filter(({ at }, index) => now[index]?.at !== at).length;
}

/** What could not be read of an annotations file; its other entries were looked at. */
function damageOf({ tree, sidecar, sidecarName }: Found): Failure | undefined {
  if (!tree.sidecar.damaged) return undefined;
  const first = tree.problems.find(({ code }) => code.startsWith('yaml-')) ?? tree.problems[0];
  return failureAt(sidecarName, sidecar.text, `it is damaged. ${first?.message ?? ''}`.trim(), first?.span);
}

function failureAt(name: string, text: string, reason: string, span: { readonly start: number } | undefined): Failure {
  return { name, reason, ...(span ? { position: TextLines.from(text).positionAt(span.start) } : {}) };
}
