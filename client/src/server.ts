import { type CancellationToken, type Disposable, EventEmitter, type LogOutputChannel, type Uri } from 'vscode';
import { type BaseLanguageClient, State, WorkDoneProgress } from 'vscode-languageclient';
import {
  type ChangedParams,
  changedNotification,
  type IndexState,
  listFilesRequest,
  type NamesState,
  namesChangedNotification,
  type ReadKeptParams,
  type ReadModelParams,
  readFilesRequest,
  readKeptRequest,
  readModelRequest,
  type WriteKeptParams,
  writeKeptRequest,
} from '../../server/src/protocol.ts';
import { listFiles, readFiles, readKept, readModel, writeKept } from './files.ts';
import { messageOf } from './messages.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

/** The language server as the rest of the client sees it: it answers requests, changes, stops and is started again. */
export class Server implements Disposable {
  private client: BaseLanguageClient | undefined;
  /** Starts and restarts, one after another. */
  private turn: Promise<void> = Promise.resolve();
  private readonly stateChanged = new EventEmitter<void>();
  private readonly answersChanged = new EventEmitter<void>();
  readonly onDidChangeState = this.stateChanged.event;
  /** Earlier answers may be out of date for a reason other than an edit. */
  readonly onDidChangeAnswers = this.answersChanged.event;

  private readonly namesChanged = new EventEmitter<void>();
  /** What the seeds of the workspace name is something else now, or more of it is known. */
  readonly onDidChangeNames = this.namesChanged.event;

  private seedsAreNamed = false;
  private namesState: NamesState | undefined;
  /** How many requests with progress there were: each is known by its number. */
  private followed = 0;

  private readonly create: () => BaseLanguageClient;
  private readonly extension: Uri;
  /** The extension's folder for this workspace, where there is one. */
  private readonly storage: Uri | undefined;
  private readonly log: LogOutputChannel;

  /** @param extension where the extension is installed. */
  constructor(
    create: () => BaseLanguageClient,
    { extension, storage }: { readonly extension: Uri; readonly storage: Uri | undefined },
    log: LogOutputChannel,
  ) {
    this.create = create;
    this.extension = extension;
    this.storage = storage;
    this.log = log;
  }

  get state(): ServerState {
    if (this.client?.state === State.Running) return 'running';
    return this.client === undefined || this.client.state === State.Starting ? 'starting' : 'stopped';
  }

  /** Some `seedmark.yaml` names files as seeds, so that it is worth asking of each. */
  get namesSeeds(): boolean {
    return this.seedsAreNamed && this.state === 'running';
  }

  /** How far the server has read the seeds of the workspace, as it told last. */
  get names(): NamesState | undefined {
    return this.namesState;
  }

  /** Starts the server, or starts it anew: a client of its own each time, since one that failed to start cannot be stopped. */
  restart(): Promise<void> {
    this.turn = this.turn.then(() => this.replace());
    return this.turn;
  }

  async request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result> {
    await this.turn;
    if (this.client === undefined) throw new Error('The language server has not been started.');
    return token === undefined
      ? this.client.sendRequest<Result>(method, params)
      : this.client.sendRequest<Result>(method, params, token);
  }

  /** The same for what takes long: `report` hears how much of a hundred is done, and of what. */
  async requestLong<Result>(
    method: string,
    params: object,
    token: CancellationToken,
    report: (percentage: number | undefined, message: string | undefined) => void,
  ): Promise<Result> {
    await this.turn;
    const workDoneToken = `seedmark/${++this.followed}`;
    const listening = this.client?.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'report') report(value.percentage, value.message);
    });
    try {
      return await this.request<Result>(method, { ...params, workDoneToken }, token);
    } finally {
      listening?.dispose();
    }
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // It had crashed, or never started; its process is gone or will be ended.
      this.log.warn(`Stopping the language server: ${messageOf(error)}`);
    }
  }

  dispose(): void {
    void this.stop();
    this.stateChanged.dispose();
    this.answersChanged.dispose();
    this.namesChanged.dispose();
  }

  private async replace(): Promise<void> {
    await this.stop();
    const client = this.create();
    this.client = client;
    this.seedsAreNamed = false;
    this.namesState = undefined;
    client.onRequest(readFilesRequest, readFiles);
    client.onRequest(listFilesRequest, listFiles);
    client.onRequest(readModelRequest, (params: ReadModelParams) => readModel(this.extension, params));
    client.onRequest(readKeptRequest, (params: ReadKeptParams) => readKept(this.storage, params));
    client.onRequest(writeKeptRequest, (params: WriteKeptParams) => writeKept(this.storage, params));
    client.onNotification(changedNotification, (changed: ChangedParams | null | undefined) => {
      this.seedsAreNamed = changed?.namesSeeds === true;
      this.namesState = changed?.names;
      this.answersChanged.fire();
    });
    client.onNotification(namesChangedNotification, (state: IndexState) => {
      this.namesState = state;
      this.namesChanged.fire();
    });
    client.onDidChangeState(({ newState }) => {
      if (this.client !== client) return;
      this.stateChanged.fire();
      if (newState === State.Running) this.answersChanged.fire();
    });
    try {
      await client.start();
    } catch (error) {
      // The client has told the user; commands that need the server offer to restart it.
      this.log.error(`The language server did not start: ${messageOf(error)}`);
      this.stateChanged.fire();
    }
  }
}
