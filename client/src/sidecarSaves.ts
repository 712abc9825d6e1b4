import {
  Disposable,
  type LogOutputChannel,
  type TextDocument,
  TextDocumentChangeReason,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { messageOf } from './messages.ts';
import { isSidecar } from './selector.ts';
import { hasTab, openDocument } from './tabs.ts';

/** Longest wait for VS Code to take notice of a change of a file. */
export const NOTICE_LIMIT = 1000;
/** How often saving one text of a file is tried. */
const ATTEMPTS = 10;

/** A sidecar that is being saved. */
interface Saving {
  /** What is to stand on the disk: the text that the last command, undo or redo left. */
  wanted: string;
  /** What was to stand there before that, since this began. */
  readonly past: Set<string>;
  readonly done: Promise<boolean>;
}

/**
 * Saves sidecars that no editor shows: after a command, and after each undo or redo of it, which VS Code does to hidden
 * documents without saving them. Undone and done again fast, VS Code's memory and the disk come apart: it believes that what
 * stood on the disk before still does, or hears late of its own saving and reads an older text over a newer one. So a file
 * counts as saved when the disk holds what was wanted last.
 */
export class SidecarSaves implements Disposable {
  private readonly running = new Map<string, Saving>();
  /** Files beside sidecars that commands have changed: of those, too, an undo is saved. */
  private readonly followed = new Set<string>();
  private readonly listener: Disposable;
  private readonly log: LogOutputChannel;

  constructor(log: LogOutputChannel) {
    this.log = log;
    this.listener = workspace.onDidChangeTextDocument(({ document, reason }) => {
      if (reason === TextDocumentChangeReason.Undo || reason === TextDocumentChangeReason.Redo)
        void this.saveAfterUndo(document);
    });
  }

  /** From now on an undo that changes this file is saved, as is one that changes a sidecar. */
  follow(uri: Uri): void {
    if (!isSidecar(uri)) this.followed.add(uri.toString());
  }

  /** Files are being saved. */
  get isSaving(): boolean {
    return this.running.size > 0;
  }

  /** Resolves when a file is no longer being saved; whether that went well, and undefined where nobody saves it. */
  of(uri: Uri): Promise<boolean> | undefined {
    return this.running.get(uri.toString())?.done;
  }

  /** Resolves when nothing is being saved of what is now. */
  async settled(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ done }) => done));
  }

  /** Saves the text that a document holds now. Who comes while it is being saved waits for the same end. */
  async save(uri: Uri): Promise<boolean> {
    try {
      return await this.start(await workspace.openTextDocument(uri));
    } catch (error) {
      this.log.error(`Saving ${uri}: ${messageOf(error)}`);
      return false;
    }
  }

  dispose(): void {
    this.listener.dispose();
  }

  /** At once: VS Code opens what is unsaved as a tab, and when it looks cannot be told. */
  private async saveAfterUndo(document: TextDocument): Promise<void> {
    const { uri } = document;
    const isOurs = isSidecar(uri) || this.followed.has(uri.toString());
    if (!isOurs || window.activeTextEditor?.document === document) return;
    // Unsaved already, in a tab and not by our doing: the user decides when to save it.
    if (isUnsavedInTab(uri) && !this.running.has(uri.toString())) return;
    if (!(await this.start(document))) this.log.warn(`Not saved after undo or redo: ${uri}`);
  }

  private start(document: TextDocument): Promise<boolean> {
    const key = document.uri.toString();
    const wanted = document.getText();
    const running = this.running.get(key);
    if (running !== undefined) {
      if (running.wanted !== wanted) running.past.add(running.wanted);
      running.past.delete(wanted);
      running.wanted = wanted;
      return running.done;
    }
    const saving = { wanted, past: new Set<string>() };
    const done = this.saveUntilStill(document.uri, saving);
    this.running.set(key, Object.assign(saving, { done }));
    return done;
  }

  private async saveUntilStill(uri: Uri, saving: Pick<Saving, 'wanted' | 'past'>): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      const { wanted } = saving;
      let saved: boolean | undefined;
      try {
        saved = await saveOnce(uri, saving);
      } catch (error) {
        this.log.error(`Saving ${uri}: ${messageOf(error)}`);
      }
      if (saving.wanted !== wanted) attempt = 0;
      if (saving.wanted !== wanted || (saved === undefined && attempt < ATTEMPTS)) continue;
      // At once: who comes now must not wait for this end.
      this.running.delete(uri.toString());
      return saved === true;
    }
  }
}

/** One attempt; undefined where another one is needed. */
async function saveOnce(uri: Uri, saving: Pick<Saving, 'wanted' | 'past'>): Promise<boolean | undefined> {
  const document = await workspace.openTextDocument(uri);
  const { wanted } = saving;
  if (document.getText() !== wanted) {
    // Somebody else has changed it, and what they wrote stays.
    if (document.isDirty || !saving.past.has(document.getText())) return document.save();
    await workspace.fs.writeFile(uri, new TextEncoder().encode(wanted));
    await changes(() => document.isClosed || document.getText() === wanted || saving.wanted !== wanted);
    return undefined;
  }
  const saved = await document.save();
  if (saving.wanted !== wanted) return undefined;
  // VS Code may let go of a hidden document at any moment, and does not save it then.
  if (!document.isClosed) {
    if (!saved && document.isDirty) return false;
    if (document.getText() !== wanted) return undefined;
  }
  if (await holds(uri, wanted)) return true;
  // It takes VS Code a moment to see what is written past it; if the next undo comes in that moment, the two meet, so it
  // gets the time to come before.
  const { version } = document;
  await changes(() => document.isClosed || document.version !== version || saving.wanted !== wanted);
  if (saving.wanted === wanted && document.version === version && !(await holds(uri, wanted)))
    await workspace.fs.writeFile(uri, new TextEncoder().encode(wanted));
  return undefined;
}

async function holds(uri: Uri, text: string): Promise<boolean> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri)) === text;
}

/** A user who has unsaved changes in a tab decides when to save them. */
export function isUnsavedInTab(uri: Uri): boolean {
  return openDocument(uri)?.isDirty === true && hasTab(uri);
}

/** Waits until changes of documents make something true, or for some time. */
export function changes(look: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      listeners.dispose();
      resolve();
    };
    const lookAgain = () => {
      if (look()) end();
    };
    const listeners = Disposable.from(
      workspace.onDidChangeTextDocument(lookAgain),
      workspace.onDidCloseTextDocument(lookAgain),
    );
    const timer = setTimeout(end, NOTICE_LIMIT);
    lookAgain();
  });
}
