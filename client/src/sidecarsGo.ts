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

/**
 * The annotations of a seed that VS Code deletes go with it, into the trash where there is one, and come back when the seed
 * does: an undo creates it again.
 */
export function sidecarsGo(edits: AnnotationEdits, log: LogOutputChannel): Disposable {
  const kept = new Map<string, Uint8Array>();
  const each = (seeds: readonly Uri[], work: (sidecar: Uri) => Promise<void>) => {
    for (const sidecar of seeds.filter((uri) => !isSidecar(uri)).map(sidecarOf))
      edits.undisturbed(() => work(sidecar)).catch((error) => failed(sidecar, error, log));
  };
  return Disposable.from(
    workspace.onDidDeleteFiles(({ files }) => each(files, (sidecar) => remove(sidecar, kept))),
    workspace.onDidCreateFiles(({ files }) => each(files, (sidecar) => bringBack(sidecar, kept))),
  );
}

async function remove(sidecar: Uri, kept: Map<string, Uint8Array>): Promise<void> {
  // An empty file is what an undone annotation leaves; it goes without a word.
  const size = await sizeOf(sidecar);
  if (size === undefined) return;
  // What is unsaved would be lost: its editor shows it, and the finding that its seed is gone.
  if (openDocument(sidecar)?.isDirty) return;
  const bytes = await workspace.fs.readFile(sidecar);
  await discard(sidecar);
  if (size === 0) return;
  kept.set(sidecar.toString(), bytes);
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

async function bringBack(sidecar: Uri, kept: Map<string, Uint8Array>): Promise<void> {
  const bytes = kept.get(sidecar.toString());
  if (bytes === undefined) return;
  kept.delete(sidecar.toString());
  if (!(await isThere(sidecar))) await workspace.fs.writeFile(sidecar, bytes);
}

function failed(sidecar: Uri, error: unknown, log: LogOutputChannel): void {
  log.error(`Following ${sidecar}: ${messageOf(error)}`);
  tell({ problem: `${workspace.asRelativePath(sidecar)} could not follow its seed: ${messageOf(error)}.` });
}
