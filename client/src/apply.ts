import {
  type Disposable,
  type LogOutputChannel,
  Position,
  Range,
  type TextDocument,
  TextDocumentChangeReason,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import type { EditResult, FileEdit, Refusal } from '../../server/src/protocol.ts';
import { messageOf } from './messages.ts';
import { hasTab, isSidecar, sameUri } from './selector.ts';

/** How often an edit is computed anew because a file changed while the server computed it. */
const ATTEMPTS = 3;

/**
 * The one way an edit reaches the files. An edit of sidecars that also carries an empty insert into the seed becomes one
 * undo step of the seed's editor; the sidecars are saved at once, and again after each undo or redo, so that VS Code
 * neither leaves them dirty nor opens them as tabs.
 */
export class AnnotationEdits implements Disposable {
  /** Sidecars that this session created, each with its seed. */
  private readonly created = new Map<string, Uri>();
  private turn: Promise<unknown> = Promise.resolve();
  private readonly listeners: readonly Disposable[];

  private readonly log: LogOutputChannel;

  constructor(log: LogOutputChannel) {
    this.log = log;
    this.listeners = [
      workspace.onDidChangeTextDocument(({ document, reason }) => {
        if (reason === TextDocumentChangeReason.Undo || reason === TextDocumentChangeReason.Redo)
          void this.saveAfterUndo(document);
      }),
      workspace.onDidCloseTextDocument((document) => void this.removeEmptySidecars(document.uri)),
    ];
  }

  /**
   * Computes an edit and applies it, after those asked for before: each is computed from what the one before left.
   * `undefined` says that it was done.
   */
  run(seed: TextDocument, compute: () => Promise<EditResult>): Promise<Refusal | undefined> {
    const result = this.turn.then(() => this.computeAndApply(seed, compute));
    this.turn = result.catch(() => undefined);
    return result;
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }

  private async computeAndApply(seed: TextDocument, compute: () => Promise<EditResult>): Promise<Refusal | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = openVersions();
      const result = await compute();
      if ('problem' in result) return result;
      const after = openVersions();
      if (result.files.every(({ uri }) => unchanged(key(uri), before, after))) return this.apply(seed, result.files);
    }
    return { problem: 'The annotations are being changed by something else at this moment. Try again.' };
  }

  private async apply(seed: TextDocument, files: readonly FileEdit[]): Promise<Refusal | undefined> {
    if (files.length === 0) return undefined;
    for (const file of files) {
      const refusal = file.create ? await this.createEmpty(Uri.parse(file.uri), seed.uri) : undefined;
      if (refusal) return refusal;
    }
    const toSave = files.map((file) => Uri.parse(file.uri)).filter((uri) => isSidecar(uri) && !isUnsavedInTab(uri));
    const edit = new WorkspaceEdit();
    for (const file of files) {
      const uri = Uri.parse(file.uri);
      for (const { range, newText } of file.edits) {
        edit.replace(
          uri,
          new Range(range.start.line, range.start.character, range.end.line, range.end.character),
          newText,
        );
      }
    }
    // Binds the edit to the undo stack of the seed in which the command ran, and of no other.
    if (!files.some((file) => sameUri(Uri.parse(file.uri), seed.uri))) edit.insert(seed.uri, new Position(0, 0), '');
    if (!(await workspace.applyEdit(edit))) {
      return {
        problem: 'VS Code did not apply the change. The file may be read-only, or have changed meanwhile.',
        ...firstFile(files),
      };
    }
    // All at once: saved one after another, the last ones are opened as tabs meanwhile.
    const saved = await Promise.all(toSave.map((uri) => this.save(uri)));
    const failed = toSave.find((_, index) => saved[index] === false);
    return (
      failed && {
        problem: `The change was made but not saved: ${workspace.asRelativePath(failed)}.`,
        uri: failed.toString(),
      }
    );
  }

  /** The creation is not part of the undo step: a redo would not find the file that its undo had removed. */
  private async createEmpty(uri: Uri, seed: Uri): Promise<Refusal | undefined> {
    const size = await sizeOf(uri);
    // Never over something that appeared there since the server looked.
    if (size !== undefined && size > 0 && openDocument(uri)?.getText() !== '') {
      return { problem: `${workspace.asRelativePath(uri)} has just appeared. Try again.`, uri: uri.toString() };
    }
    if (size === undefined) {
      try {
        await workspace.fs.writeFile(uri, new Uint8Array());
      } catch (error) {
        return { problem: `${workspace.asRelativePath(uri)} cannot be written: ${messageOf(error)}` };
      }
    }
    if (isSidecar(uri)) this.created.set(uri.toString(), seed);
    return undefined;
  }

  private async saveAfterUndo(document: TextDocument): Promise<void> {
    if (!isSidecar(document.uri) || hasTab(document.uri)) return;
    if (!(await this.save(document.uri))) this.log.warn(`Not saved after undo or redo: ${document.uri}`);
  }

  private async save(uri: Uri): Promise<boolean> {
    try {
      // Opened by the API, a document would stay in memory for minutes, and its annotations after its file is deleted.
      const document = await workspace.openTextDocument(uri);
      return (await document.save()) || !document.isDirty;
    } catch (error) {
      this.log.error(`Saving ${uri}: ${messageOf(error)}`);
      return false;
    }
  }

  /** An empty sidecar counts as none. It stays while its seed is open, so that a redo finds it. */
  private async removeEmptySidecars(seed: Uri): Promise<void> {
    for (const [text, owner] of this.created) {
      if (!sameUri(owner, seed)) continue;
      const uri = Uri.parse(text);
      // A change of language closes a document too.
      if (openDocument(seed) || hasTab(seed) || hasTab(uri) || (openDocument(uri)?.getText() ?? '') !== '') continue;
      this.created.delete(text);
      if ((await sizeOf(uri)) !== 0) continue;
      try {
        await workspace.fs.delete(uri);
      } catch (error) {
        this.log.warn(`An empty sidecar could not be removed: ${uri}: ${messageOf(error)}`);
      }
    }
  }
}

/** Size of a file in bytes, undefined where there is none. */
async function sizeOf(uri: Uri): Promise<number | undefined> {
  try {
    return (await workspace.fs.stat(uri)).size;
  } catch {
    return undefined;
  }
}

function openDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => !document.isClosed && sameUri(document.uri, uri));
}

/** A user who has unsaved changes in a tab decides when to save them. */
function isUnsavedInTab(uri: Uri): boolean {
  return openDocument(uri)?.isDirty === true && hasTab(uri);
}

function openVersions(): ReadonlyMap<string, number> {
  return new Map(workspace.textDocuments.map((document) => [document.uri.toString(), document.version]));
}

/** A file that was opened or closed in between has the text it had. */
function unchanged(uri: string, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): boolean {
  const [first, second] = [before.get(uri), after.get(uri)];
  return first === undefined || second === undefined || first === second;
}

function key(uri: string): string {
  return Uri.parse(uri).toString();
}

function firstFile(files: readonly FileEdit[]): { uri?: string } {
  const [file] = files;
  return file && !file.create ? { uri: file.uri } : {};
}
