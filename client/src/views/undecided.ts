import {
  CancellationTokenSource,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TextDocument,
  workspace,
} from 'vscode';
import {
  type Suggestion,
  type Suggestions,
  type SuggestionsParams,
  suggestionsRequest,
} from '../../../server/src/protocol.ts';
import { messageOf } from '../messages.ts';
import type { Server } from '../server.ts';
import type { ActiveSeed } from './activeSeed.ts';

/** Rest after the last key before the server is asked: longer than for what the text itself shows. */
const DELAY = 250;

/** What the server last said of the names and times that nobody has decided on: asked only while somebody looks. */
export class Undecided implements Disposable {
  private known: { readonly document: TextDocument; readonly suggestions: readonly Suggestion[] } | undefined;
  private pending: { readonly timer: unknown; readonly source: CancellationTokenSource } | undefined;
  private outdated = true;
  private watched = false;
  private readonly changed = new EventEmitter<void>();
  private readonly listeners: readonly Disposable[];
  readonly onDidChange = this.changed.event;

  private readonly server: Server;
  private readonly seed: ActiveSeed;
  private readonly log: LogOutputChannel;

  constructor(server: Server, seed: ActiveSeed, log: LogOutputChannel) {
    this.server = server;
    this.seed = seed;
    this.log = log;
    this.listeners = [
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document === seed.document) this.refresh(DELAY);
      }),
      seed.onDidChange(() => {
        this.known = undefined;
        this.changed.fire();
        this.refresh();
      }),
      server.onDidChangeAnswers(() => this.refresh()),
    ];
  }

  /** Of the seed that the views tell of, perhaps of an earlier version; undefined where nobody has asked yet. */
  get suggestions(): readonly Suggestion[] | undefined {
    return this.known?.document === this.seed.document ? this.known?.suggestions : undefined;
  }

  /** Whether somebody looks. */
  watch(watched: boolean): void {
    this.watched = watched;
    if (!watched) this.cancel();
    else if (this.outdated) this.refresh();
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.cancel();
    this.changed.dispose();
  }

  private refresh(delay = 0): void {
    this.outdated = true;
    this.cancel();
    const { document } = this.seed;
    if (!this.watched || document === undefined) return;
    const source = new CancellationTokenSource();
    this.pending = { timer: setTimeout(() => void this.ask(document, source), delay), source };
  }

  private async ask(document: TextDocument, source: CancellationTokenSource): Promise<void> {
    const answer = await this.answerFor(document, source);
    if (source.token.isCancellationRequested || document.isClosed) return;
    this.cancel();
    // An answer to an older text is dropped: the edit that made it old has asked again.
    if (answer !== undefined && answer.version !== document.version) return;
    this.outdated = false;
    this.known = { document, suggestions: answer?.suggestions ?? [] };
    this.changed.fire();
  }

  /** Undefined where the server has no answer, as one that has stopped. */
  private async answerFor(
    document: TextDocument,
    { token }: CancellationTokenSource,
  ): Promise<Suggestions | undefined> {
    const params: SuggestionsParams = { uri: document.uri.toString() };
    try {
      return (await this.server.request<Suggestions | null>(suggestionsRequest, params, token)) ?? undefined;
    } catch (error) {
      if (!token.isCancellationRequested) this.log.debug(`No suggestions of ${params.uri}: ${messageOf(error)}`);
      return undefined;
    }
  }

  private cancel(): void {
    if (this.pending === undefined) return;
    clearTimeout(this.pending.timer);
    this.pending.source.cancel();
    this.pending.source.dispose();
    this.pending = undefined;
  }
}
