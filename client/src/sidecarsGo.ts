import { Disposable, type LogOutputChannel, type Uri, window, workspace } from 'vscode';
import type { AnnotationEdits } from './apply.ts';
import { isThere, sizeOf } from './fileState.ts';
import { messageOf, tell } from './messages.ts';
import { isSidecar, sidecarOf } from './selector.ts';
import { openDocument } from './tabs.ts';

/** Annotations of deleted seeds that are kept for an undo. */
const MOST_KEPT = 200;
/** Milliseconds for which the status bar says what was done. */
const SAID_FOR = 6000;

/** Larger seeds are not remembered: their annotations come back from the trash or from git. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A deleted seed, by which it is known when it comes back, and its annotations. */
interface Kept {
  readonly seed: Uint8Array;
  readonly sidecar: Uint8Array;
}

/**
 * The annotations of a seed that VS Code deletes go with it, into the trash where there is one, and come back when the
 * very same text does: an undo creates it again, but so does whoever writes another text under its name.
 */
export function sidecarsGo(edits: AnnotationEdits, log: LogOutputChannel): Disposable {
  const seeds = new Map<string, Uint8Array>();
  const kept = new Map<string, Kept>();
  const each = (uris: readonly Uri[], work: (seed: Uri) => Promise<void>) => {
    for (const seed of uris.filter((uri) => !isSidecar(uri)))
      edits.undisturbed(() => work(seed)).catch((error) => failed(sidecarOf(seed), error, log));
  };
  return Disposable.from(
    workspace.onWillDeleteFiles((event) =>
      event.waitUntil(Promise.all(event.files.map((uri) => remember(uri, seeds)))),
    ),
    workspace.onDidDeleteFiles(({ files }) => each(files, (seed) => remove(seed, seeds, kept))),
    workspace.onDidCreateFiles(({ files }) => each(files, (seed) => bringBack(seed, kept))),
  );
}

/** Keeps the text of a seed that is about to be deleted, if it has annotations. */
async function remember(seed: Uri, seeds: Map<string, Uint8Array>): Promise<void> {
  seeds.delete(seed.toString());
  const size = isSidecar(seed) ? undefined : await sizeOf(seed);
  if (size === undefined || size > MOST_BYTES || !(await sizeOf(sidecarOf(seed)))) return;
  try {
    seeds.set(seed.toString(), await workspace.fs.readFile(seed));
  } catch {
    // What cannot be read is not known again.
  }
}

async function remove(seed: Uri, seeds: Map<string, Uint8Array>, kept: Map<string, Kept>): Promise<void> {
  const key = seed.toString();
  const text = seeds.get(key);
  seeds.delete(key);
  const sidecar = sidecarOf(seed);
  const size = await sizeOf(sidecar);
  // What is unsaved would be lost: its editor shows it, and the finding that its seed is gone.
  if (size === undefined || openDocument(sidecar)?.isDirty) return;
  const bytes = await workspace.fs.readFile(sidecar);
  await discard(sidecar);
  // An empty file is what an undone annotation leaves; it goes without a word.
  if (size === 0) return;
  if (text !== undefined) kept.set(key, { seed: text, sidecar: bytes });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  window.setStatusBarMessage(`Seedmark: ${workspace.asRelativePath(sidecar)} was deleted with its seed.`, SAID_FOR);
}

async function discard(uri: Uri): Promise<void> {
  try {
    await workspace.fs.delete(uri, { useTrash: true });
  } catch {
    // Remote folders and browsers have no trash; neither had the seed one.
    await workspace.fs.delete(uri);
  }
}

async function bringBack(seed: Uri, kept: Map<string, Kept>): Promise<void> {
  const known = kept.get(seed.toString());
  if (known === undefined || !same(await workspace.fs.readFile(seed), known.seed)) return;
  kept.delete(seed.toString());
  const sidecar = sidecarOf(seed);
  if (!(await isThere(sidecar))) await workspace.fs.writeFile(sidecar, known.sidecar);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function failed(sidecar: Uri, error: unknown, log: LogOutputChannel): void {
  log.error(`Following ${sidecar}: ${messageOf(error)}`);
  tell({ problem: `${workspace.asRelativePath(sidecar)} could not follow its seed: ${messageOf(error)}.` });
}
