import { type Disposable, FileType, type LogOutputChannel, type Uri, workspace } from 'vscode';
import type { AnnotationEdits } from './apply.ts';
import { sizeOf } from './fileState.ts';
import { messageOf, tell } from './messages.ts';
import { isSidecar, sameUri, sidecarOf } from './selector.ts';
import { openDocument } from './tabs.ts';

interface Rename {
  readonly oldUri: Uri;
  readonly newUri: Uri;
}

/**
 * A seed that is renamed or moved takes its annotations file along, after the fact: to take part in the rename itself
 * VS Code asks the user each time. When the rename is undone the same event comes the other way round. Folders carry both
 * files anyway.
 */
export function sidecarsFollow(edits: AnnotationEdits, log: LogOutputChannel): Disposable {
  return workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) {
      const renamed = { oldUri: sidecarOf(oldUri), newUri: sidecarOf(newUri) };
      // An annotations file has none of its own, and one that the user renamed together with its seed has gone already.
      if (isSidecar(oldUri) || files.some((file) => sameUri(file.oldUri, renamed.oldUri))) continue;
      edits
        .undisturbed(() => follow(renamed, newUri))
        .catch((error) => {
          log.error(`Renaming ${renamed.oldUri}: ${messageOf(error)}`);
          const name = workspace.asRelativePath(renamed.oldUri);
          tell({ problem: `${name} could not be renamed with its seed: ${messageOf(error)}. Rename it yourself.` });
        });
    }
  });
}

async function follow({ oldUri, newUri }: Rename, seed: Uri): Promise<void> {
  const document = openDocument(oldUri);
  if (document?.isDirty) await document.save();
  // An empty file is what an undone annotation leaves, and counts as none.
  if (!(await sizeOf(oldUri)) || (await workspace.fs.stat(seed)).type === FileType.Directory) return;
  const there = await sizeOf(newUri);
  if (there) {
    const [from, to] = [oldUri, newUri].map((uri) => workspace.asRelativePath(uri));
    tell({
      problem: `The annotations stay in ${from}, because ${to} is there already. Look which of the two belongs to the seed.`,
      uri: newUri.toString(),
    });
    return;
  }
  await workspace.fs.rename(oldUri, newUri, { overwrite: there === 0 });
}
