import { commands, type Disposable, EventEmitter, type TextDocument, window, workspace } from 'vscode';
import { isSeed } from '../selector.ts';

/** The seed that the views tell of: the active editor's, or the last one as long as it is in sight. */
export class ActiveSeed implements Disposable {
  private current: TextDocument | undefined;
  private readonly changed = new EventEmitter<void>();
  private readonly listeners: readonly Disposable[];
  readonly onDidChange = this.changed.event;

  constructor() {
    this.listeners = [
      window.onDidChangeActiveTextEditor(() => this.look()),
      window.onDidChangeVisibleTextEditors(() => this.look()),
      // Also when the language of a document changes.
      workspace.onDidOpenTextDocument(() => this.look()),
      workspace.onDidCloseTextDocument(() => this.look()),
    ];
    this.look();
  }

  get document(): TextDocument | undefined {
    return this.current;
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }

  private look(): void {
    const next = this.find();
    if (next === this.current) return;
    this.current = next;
    void commands.executeCommand('setContext', 'seedmark.seedInSight', next !== undefined);
    this.changed.fire();
  }

  private find(): TextDocument | undefined {
    const active = window.activeTextEditor?.document;
    if (active && isSeed(active)) return active;
    const visible = window.visibleTextEditors.map(({ document }) => document).filter(isSeed);
    return visible.find((document) => document === this.current) ?? visible[0];
  }
}
