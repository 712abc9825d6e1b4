import {
  CancellationTokenSource,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { type Overview, type OverviewParams, overviewRequest } from '../../server/src/protocol.ts';
import { completed } from './keptParts.ts';
import { messageOf } from './messages.ts';
import { isSeed } from './selector.ts';
import type { Server } from './server.ts';

/** Rest after the last key before the server is asked. */
const DELAY = 100;

interface Pending {
  readonly timer: unknown;
  readonly source: CancellationTokenSource;
}

/** What the server last said of each seed on the screen: asked for when a seed is shown, edited, or its answers change. */
export class Overviews implements Disposable {
  private readonly known = new Map<string, Overview>();
  private readonly pending = new Map<string, Pending>();
  private readonly changed = new EventEmitter<TextDocument>();
  private readonly listeners: readonly Disposable[];
  /** There is a new overview of a seed. */
  readonly onDidChange = this.changed.event;

  private readonly server: Server;
  private readonly log: LogOutputChannel;

  constructor(server: Server, log: LogOutputChannel) {
    this.server = server;
    this.log = log;
    this.listeners = [
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isOnScreen(document)) this.refresh(document, DELAY);
      }),
      // Also when the language of a document on the screen changes.
      workspace.onDidOpenTextDocument((document) => isOnScreen(document) && this.refresh(document)),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
      window.onDidChangeVisibleTextEditors(() => this.refreshAll()),
      server.onDidChangeAnswers(() => this.refreshAll()),
    ];
  }

  /** The last overview, perhaps of an earlier version. */
  of(document: TextDocument): Overview | undefined {
    return this.known.get(document.uri.toString());
  }

  refreshAll(): void {
    for (const document of new Set(window.visibleTextEditors.map((editor) => editor.document))) {
      if (isSeed(document)) this.refresh(document);
    }
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    for (const uri of [...this.pending.keys()]) this.cancel(uri);
    this.changed.dispose();
  }

  private refresh(document: TextDocument, delay = 0): void {
    const uri = document.uri.toString();
    this.cancel(uri);
    const source = new CancellationTokenSource();
    const ask = () => void this.ask(document, source);
    this.pending.set(uri, { timer: setTimeout(ask, delay), source });
  }

  private async ask(document: TextDocument, source: CancellationTokenSource): Promise<void> {
    const uri = document.uri.toString();
    const known = this.known.get(uri);
    const params: OverviewParams = { uri, known: known?.id ?? '' };
    try {
      const answer = await this.server.request<Overview>(overviewRequest, params, source.token);
      const overview = completed(answer, known);
      // An answer to an older text is dropped: the edit that made it old has asked again.
      if (source.token.isCancellationRequested || document.isClosed || overview.version !== document.version) return;
      this.known.set(uri, overview);
      this.changed.fire(document);
    } catch (error) {
      // The server stopped, or was asked something newer. What stands on the screen stays.
      if (!source.token.isCancellationRequested) this.log.debug(`No overview of ${uri}: ${messageOf(error)}`);
    } finally {
      if (this.pending.get(uri)?.source === source) this.cancel(uri);
    }
  }

  private cancel(uri: string): void {
    const pending = this.pending.get(uri);
    if (pending === undefined) return;
    this.pending.delete(uri);
    clearTimeout(pending.timer);
    pending.source.cancel();
    pending.source.dispose();
  }

  private forget(document: TextDocument): void {
    const uri = document.uri.toString();
    this.cancel(uri);
    this.known.delete(uri);
  }
}

function isOnScreen(document: TextDocument): boolean {
  return isSeed(document) && window.visibleTextEditors.some((editor) => editor.document === document);
}
