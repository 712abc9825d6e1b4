import {
  Disposable,
  type LogOutputChannel,
  Position,
  Range,
  type Tab,
  TabInputText,
  type TextDocument,
  TextEdit,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { EditResult, FileEdit, Refusal } from '../../server/src/protocol.ts';
import { isThere, sizeOf } from './fileState.ts';
import { messageOf } from './messages.ts';
import { isOurYaml, isSidecar, SIDECARS, sameUri, seedOf } from './selector.ts';
import { changes, isUnsavedInTab, NOTICE_LIMIT, SidecarSaves } from './sidecarSaves.ts';
import { hasTab, openDocument } from './tabs.ts';

/** How often an edit is computed anew because a file changed while the server computed it. */
const ATTEMPTS = 3;

/** A file as it was and as it is after an edit. */
export interface FileChange {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The one way an edit reaches the files. An edit of sidecars that also carries an empty insert into the seed becomes one
 * undo step of the seed's editor; the sidecars are saved at once, and again after each undo or redo, so that VS Code
 * neither leaves them dirty nor opens them as tabs.
 */
export class AnnotationEdits implements Disposable {
  /** Sidecars that this session created, each with its seed. */
  private readonly created = new Map<string, Uri>();
  /** Sidecars whose text is kept in memory, each with its seed. */
  private readonly held = new Map<string, Uri>();
  private readonly saves: SidecarSaves;
  private turn: Promise<unknown> = Promise.resolve();
  /** Edits that were asked for and are not done. */
  private asked = 0;
  /** Timers that look whether a new sidecar is still there. */
  private readonly looks = new Set<unknown>();
  private readonly listeners: Disposable;
  private readonly log: LogOutputChannel;

  constructor(log: LogOutputChannel) {
    this.log = log;
    this.saves = new SidecarSaves(log);
    const watcher = workspace.createFileSystemWatcher(SIDECARS, true, true, false);
    this.listeners = Disposable.from(
      this.saves,
      watcher,
      watcher.onDidDelete((uri) => void this.forgetText(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => {
        void this.holdAgain(uri);
        void this.closed(uri);
      }),
      window.tabGroups.onDidChangeTabs(({ opened }) => {
        for (const tab of opened) void this.closeUnasked(tab);
      }),
    );
  }

  /**
   * Computes an edit and applies it, after those asked for before: each is computed from what the one before left.
   * `undefined` says that it was done.
   *
   * @param done is told of the files that were changed.
   */
  run(
    seed: TextDocument,
    compute: () => Promise<EditResult>,
    done?: (changes: readonly FileChange[]) => void,
  ): Promise<Refusal | undefined> {
    this.asked++;
    const result = this.turn
      .then(() => this.computeAndApply(seed, compute, done))
      .finally(() => {
        this.asked--;
      });
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** Does what must not meet an edit or a save of a sidecar: after all that were asked for before. */
  undisturbed(work: () => Promise<void>): Promise<void> {
    const result = this.turn.then(() => this.saves.settled()).then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** Files are being changed or saved. */
  get isBusy(): boolean {
    return this.asked > 0 || this.saves.isSaving;
  }

  dispose(): void {
    for (const look of this.looks) clearTimeout(look);
    this.listeners.dispose();
  }

  private async computeAndApply(
    seed: TextDocument,
    compute: () => Promise<EditResult>,
    done?: (changes: readonly FileChange[]) => void,
  ): Promise<Refusal | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = openVersions();
      const result = await compute();
      if ('problem' in result) return result;
      const uris = result.files.map(({ uri }) => Uri.parse(uri));
      const forgotten = await Promise.all(uris.map((uri) => this.forgetText(uri)));
      const after = openVersions();
      if (!forgotten.includes(true) && uris.every((uri) => unchanged(uri, before, after)))
        return this.apply(seed, result.files, done);
    }
    return { problem: 'The annotations are being changed by something else at this moment. Try again.' };
  }

  private async apply(
    seed: TextDocument,
    files: readonly FileEdit[],
    done?: (changes: readonly FileChange[]) => void,
  ): Promise<Refusal | undefined> {
    if (files.length === 0) return undefined;
    const fresh = files.map(({ uri }) => uri).filter((uri) => !this.created.has(Uri.parse(uri).toString()));
    const prepared = await Promise.all(files.map((file) => this.prepare(file, seed.uri)));
    const refusal = prepared.find((one) => one !== undefined);
    if (refusal) {
      await this.removeEmptySidecars(fresh);
      return refusal;
    }
    const toSave = files.map(({ uri }) => Uri.parse(uri)).filter((uri) => isOurYaml(uri) && !isUnsavedInTab(uri));
    const texts = () => new Map(files.map(({ uri }) => [uri, openDocument(Uri.parse(uri))?.getText()]));
    const before = texts();
    if (!(await workspace.applyEdit(workspaceEdit(seed, files)))) {
      await this.removeEmptySidecars(fresh);
      return { problem: 'VS Code did not apply the change. The file may be read-only, or have changed meanwhile.' };
    }
    const after = texts();
    done?.(files.map(({ uri }) => ({ uri, before: before.get(uri) ?? '', after: after.get(uri) ?? '' })));
    // All at once: saved one after another, the last ones are opened as tabs meanwhile.
    const saved = await Promise.all(toSave.map((uri) => this.saves.save(uri)));
    const failed = toSave.find((_, index) => saved[index] === false);
    return (
      failed && {
        problem: `The change was made but not saved: ${workspace.asRelativePath(failed)}.`,
        uri: failed.toString(),
      }
    );
  }

  /** Makes sure that a file is there, and stays at hand. */
  private async prepare(file: FileEdit, seed: Uri): Promise<Refusal | undefined> {
    const uri = Uri.parse(file.uri);
    const refusal = file.create || (await sizeOf(uri)) === undefined ? await this.createEmpty(uri, seed) : undefined;
    if (refusal !== undefined) return refusal;
    await this.hold(uri, seed);
    this.saves.follow(uri);
    return undefined;
  }

  /** The creation is not part of the undo step: a redo would not find the file that its undo had removed. */
  private async createEmpty(uri: Uri, seed: Uri): Promise<Refusal | undefined> {
    const size = await sizeOf(uri);
    // Never over something that appeared there since the server looked.
    if (size !== undefined && size > 0 && openDocument(uri)?.getText() !== '') {
      return { problem: `${workspace.asRelativePath(uri)} has just appeared. Try again.`, uri: uri.toString() };
    }
    // Neither the server nor the size above can tell a file that is not there from one that cannot be read now.
    if (size === undefined && (await isThere(uri))) return unreadable(uri);
    try {
      if (size === undefined) await workspace.fs.writeFile(uri, new Uint8Array());
    } catch (error) {
      return { problem: `${workspace.asRelativePath(uri)} cannot be written: ${messageOf(error)}` };
    }
    if (isSidecar(uri)) {
      this.created.set(uri.toString(), seed);
      // Of a file that is created and deleted within one batch of its watcher, VS Code reports neither.
      const look = setTimeout(() => {
        this.looks.delete(look);
        void this.forgetText(uri);
      }, NOTICE_LIMIT);
      this.looks.add(look);
    }
    return undefined;
  }

  /**
   * Keeps a sidecar's text in memory while its seed is open. Without that VS Code lets go of it after each save, and then
   * an undo has to load it first: of a key held down some are dropped, and others meet a file that is being written.
   */
  private async hold(sidecar: Uri, seed: Uri): Promise<void> {
    this.held.set(sidecar.toString(), seed);
    // VS Code keeps for some minutes what an extension opens, if it was not open already.
    if (!openDocument(sidecar)) await workspace.openTextDocument(sidecar);
  }

  private async holdAgain(uri: Uri): Promise<void> {
    const seed = this.held.get(uri.toString());
    if (seed === undefined) return;
    try {
      if (openDocument(seed) && (await sizeOf(uri)) !== undefined) await workspace.openTextDocument(uri);
      else this.held.delete(uri.toString());
    } catch (error) {
      this.held.delete(uri.toString());
      this.log.debug(`Not kept in memory: ${uri}: ${messageOf(error)}`);
    }
  }

  /**
   * Now and then VS Code looks for unsaved files, and opens them as tabs in the background. One that it finds just before
   * it is saved here is closed again.
   */
  private async closeUnasked(tab: Tab): Promise<void> {
    const uri = tab.input instanceof TabInputText ? tab.input.uri : undefined;
    // Who opens a tab looks at it.
    if (uri === undefined || !isSidecar(uri) || tab.isActive) return;
    const saving = this.saves.of(uri);
    if (saving && (await saving) && !tab.isActive && !tab.isDirty) await window.tabGroups.close(tab, true);
  }

  /**
   * When a sidecar is deleted (by a checkout, say), VS Code keeps its text as long as the document is in memory, and so
   * would its annotations come back. A file that is empty for a moment makes it forget. Answers whether it had to.
   */
  private async forgetText(uri: Uri): Promise<boolean> {
    const document = openDocument(uri);
    // In a tab, the user sees the text and may want it back.
    if (!isSidecar(uri) || document === undefined || document.getText() === '' || document.isDirty || hasTab(uri))
      return false;
    if (this.saves.of(uri) !== undefined || (await sizeOf(uri)) !== undefined) return false;
    try {
      await workspace.fs.writeFile(uri, new Uint8Array());
      await changes(() => document.isClosed || document.getText() === '');
      await this.deleteEmpty(uri);
    } catch (error) {
      this.log.warn(`The text of a deleted file is still there: ${uri}: ${messageOf(error)}`);
    }
    return true;
  }

  /**
   * An empty sidecar counts as none. It stays while its seed is open, and while the seed is from which it was written, so that
   * a redo finds it; of a seed that was never open it goes with the latter.
   */
  private closed(uri: Uri): Promise<void> {
    const concerned = [...this.created].filter(
      ([sidecar, origin]) => sameUri(origin, uri) || sameUri(seedOf(Uri.parse(sidecar)), uri),
    );
    const isInUse = (seed: Uri) => openDocument(seed) !== undefined || hasTab(seed);
    return this.removeEmptySidecars(
      concerned
        // A change of language closes a document too.
        .filter(([sidecar, origin]) => !isInUse(origin) && !isInUse(seedOf(Uri.parse(sidecar))))
        .map(([sidecar]) => sidecar),
    );
  }

  private async removeEmptySidecars(sidecars: readonly string[]): Promise<void> {
    await Promise.all(
      sidecars.map(async (text) => {
        const uri = Uri.parse(text);
        await this.saves.of(uri);
        if (!this.created.has(uri.toString()) || hasTab(uri) || (openDocument(uri)?.getText() ?? '') !== '') return;
        this.created.delete(uri.toString());
        await this.deleteEmpty(uri);
      }),
    );
  }

  private async deleteEmpty(uri: Uri): Promise<void> {
    if ((await sizeOf(uri)) !== 0) return;
    try {
      await workspace.fs.delete(uri);
    } catch (error) {
      this.log.warn(`An empty file could not be deleted: ${uri}: ${messageOf(error)}`);
    }
  }
}

/**
 * Computes edits of files that are no sidecars, applies and saves them, but for one in which the user has unsaved changes.
 * Each is undone in its own editor.
 */
export async function applyAndSave(compute: () => Promise<EditResult>): Promise<Refusal | undefined> {
  const before = openVersions();
  const result = await compute();
  if ('problem' in result) return result;
  const edit = new WorkspaceEdit();
  for (const file of result.files) {
    const uri = Uri.parse(file.uri);
    // The places were counted in the text as it was.
    if (!unchanged(uri, before, openVersions()))
      return { problem: `${workspace.asRelativePath(uri)} changed meanwhile, so nothing was written. Try again.` };
    if (file.create) {
      if (await isThere(uri))
        return { problem: `${workspace.asRelativePath(uri)} has just appeared. Try again.`, uri: file.uri };
      const text = file.edits.map(({ newText }) => newText).join('');
      await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    } else edit.set(uri, file.edits.map(toTextEdit));
  }
  const uris = edit.entries().map(([uri]) => uri);
  const toSave = uris.filter((uri) => !isUnsavedInTab(uri));
  if (uris.length > 0 && !(await workspace.applyEdit(edit))) {
    return { problem: 'VS Code did not apply the change. The file may be read-only, or have changed meanwhile.' };
  }
  const saved = await Promise.all(toSave.map(async (uri) => (await workspace.openTextDocument(uri)).save()));
  const failed = toSave.find((_, index) => saved[index] === false);
  return (
    failed && {
      problem: `The change was made but not saved: ${workspace.asRelativePath(failed)}.`,
      uri: failed.toString(),
    }
  );
}

function toTextEdit({ range, newText }: FileEdit['edits'][number]): TextEdit {
  return new TextEdit(new Range(range.start.line, range.start.character, range.end.line, range.end.character), newText);
}

function workspaceEdit(seed: TextDocument, files: readonly FileEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const file of files) {
    const uri = Uri.parse(file.uri);
    for (const one of file.edits) {
      const { range, newText } = toTextEdit(one);
      edit.replace(uri, range, newText);
    }
  }
  // Binds the edit to the undo stack of the seed in which the command ran, and of no other.
  if (!edit.has(seed.uri)) edit.insert(seed.uri, new Position(0, 0), '');
  return edit;
}

function unreadable(uri: Uri): Refusal {
  return {
    problem: `${workspace.asRelativePath(uri)} cannot be read at the moment, so nothing was written. Try again when it can.`,
    uri: uri.toString(),
  };
}

function openVersions(): ReadonlyMap<string, number> {
  return new Map(workspace.textDocuments.map((document) => [document.uri.toString(), document.version]));
}

/** A file that was opened or closed in between has the text it had. */
function unchanged(uri: Uri, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): boolean {
  const [first, second] = [before.get(uri.toString()), after.get(uri.toString())];
  return first === undefined || second === undefined || first === second;
}
