import { commands, Disposable, type LogOutputChannel, type Memento } from 'vscode';
import {
  NAME_ORDERS,
  type NameOrder,
  type NameSeeds,
  type NameSeedsParams,
  type NameSentences,
  type NameSentencesParams,
  type Names,
  type NamesParams,
  type NamesState,
  nameSeedsRequest,
  nameSentencesRequest,
  namesRequest,
} from '../../../server/src/protocol.ts';
import { messageOf } from '../messages.ts';
import type { Server } from '../server.ts';
import type { ShownView } from './annotationsView.ts';
import {
  type EntityFilter,
  entitiesMessage,
  entityRows,
  filterText,
  isReading,
  namingRows,
  sentenceRows,
} from './entityRows.ts';
import type { Row } from './row.ts';
import { RowsView } from './rowsView.ts';
import type { RowNode } from './rowTree.ts';
import { ENTITIES_VIEW } from './table.ts';

/** Where the order is remembered. */
const ORDER = 'entitiesOrder';
/** Rows at most: who looks for one narrows them down. */
const MOST = 500;
/** Milliseconds between two looks at what has changed; */
const PAUSE = 1_000;
/** while seeds are being read rows would change their places with every look. */
const PAUSE_READING = 3_000;
/** After the last key of a filter. */
const TYPED = 120;

/** The view *Entities*: what the seeds of the workspace name, the seeds that name it, and the sentences. Nothing is asked while nobody looks. */
export class EntitiesView implements Disposable {
  private readonly view: RowsView;
  private filter: EntityFilter = { query: '', types: undefined };
  private names: Names | undefined;
  /** How far the seeds have been read, as the server said last, in an answer or by itself. */
  private state: NamesState | undefined;
  /** What is shown may be out of date. */
  private outdated = true;
  private askedAt = 0;
  /** Counts questions: only the answer to the last one counts. */
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners: Disposable;

  private readonly server: Server;
  private readonly memory: Memento;
  private readonly log: LogOutputChannel;

  constructor(server: Server, memory: Memento, log: LogOutputChannel) {
    this.server = server;
    this.memory = memory;
    this.log = log;
    this.view = new RowsView(ENTITIES_VIEW, (node) => this.load(node));
    this.listeners = Disposable.from(
      server.onDidChangeAnswers(() => this.heard()),
      server.onDidChangeNames(() => this.heard()),
      this.view.tree.onDidChangeVisibility(() => this.look()),
    );
    void commands.executeCommand('setContext', 'seedmark.entitiesOrder', this.order);
    this.look();
  }

  get order(): NameOrder {
    const kept = this.memory.get(ORDER);
    return NAME_ORDERS.find((order) => order === kept) ?? 'mentions';
  }

  async setOrder(order: NameOrder): Promise<void> {
    await this.memory.update(ORDER, order);
    await commands.executeCommand('setContext', 'seedmark.entitiesOrder', order);
    await this.ask();
  }

  get query(): string {
    return this.filter.query;
  }

  set query(query: string) {
    this.setFilter({ ...this.filter, query: query.trim() });
  }

  get types(): readonly string[] | undefined {
    return this.filter.types;
  }

  set types(types: readonly string[] | undefined) {
    this.setFilter({ ...this.filter, types });
  }

  clearFilter(): void {
    this.setFilter({ query: '', types: undefined });
  }

  /** The types of all that is named. */
  get knownTypes(): Names['types'] {
    return this.names?.types ?? [];
  }

  get shown(): ShownView {
    const { visible, message, badge, selection } = this.view.tree;
    const selected = selection.map(({ row }) => row.label);
    return { visible, message: message ?? '', badge: badge?.value, selected, rows: this.view.shown };
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.dispose();
    this.view.dispose();
  }

  private setFilter(filter: EntityFilter): void {
    this.filter = filter;
    const isFiltered = filter.query !== '' || filter.types !== undefined;
    void commands.executeCommand('setContext', 'seedmark.entitiesFiltered', isFiltered);
    this.tell();
    this.later(TYPED, { again: true });
  }

  private heard(): void {
    this.state = this.server.names;
    if (this.state === undefined || this.state.revision !== this.names?.state.revision) this.outdated = true;
    this.look();
  }

  /** Looks soon whether anything is to be shown anew, if somebody sees it. */
  private look(): void {
    if (this.view.tree.visible) this.later(Math.max(0, this.askedAt + PAUSE - Date.now()));
  }

  /** @param again The wait begins anew. */
  private later(milliseconds: number, { again = false } = {}): void {
    if (this.timer !== undefined && !again) return;
    clearTimeout(this.timer);
    if (again) this.outdated = true;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.update(again);
    }, milliseconds);
  }

  private async update(atOnce: boolean): Promise<void> {
    if (!this.view.tree.visible) return;
    this.tell();
    const reading = this.state !== undefined && isReading(this.state);
    const isDue = atOnce || !reading || Date.now() >= this.askedAt + PAUSE_READING;
    if (this.outdated && isDue) await this.ask();
    // Nobody need tell that more has been read.
    if (this.outdated || (reading && this.view.tree.visible)) this.later(PAUSE);
  }

  private async ask(): Promise<void> {
    const number = ++this.asked;
    this.askedAt = Date.now();
    this.outdated = false;
    const { query, types } = this.filter;
    const params: NamesParams = { query, sort: this.order, limit: MOST, ...(types === undefined ? {} : { types }) };
    const names = await this.request<Names>(namesRequest, params);
    if (number !== this.asked || names === undefined) return;
    this.names = names;
    this.state = names.state;
    // More may have been read meanwhile.
    this.outdated = isReading(names.state);
    this.tell();
    this.view.replace(entityRows(names), '');
    await this.view.refill();
  }

  private tell(): void {
    const { tree } = this.view;
    tree.description = filterText(this.filter, this.knownTypes);
    tree.message = entitiesMessage(this.names, this.state, this.filter);
  }

  private async load({ row, key, uri }: RowNode): Promise<readonly Row[] | undefined> {
    if (key === undefined) return undefined;
    if (row.kind === 'entity') {
      const params: NameSeedsParams = { key };
      const seeds = await this.request<NameSeeds>(nameSeedsRequest, params);
      return seeds && namingRows(seeds, key);
    }
    const params: NameSentencesParams = { key, uri };
    const sentences = await this.request<NameSentences>(nameSentencesRequest, params);
    return sentences && sentenceRows(sentences, key, uri);
  }

  /** Undefined where the server has no answer, as one that has stopped. */
  private async request<Result>(method: string, params: object): Promise<Result | undefined> {
    try {
      return await this.server.request<Result>(method, params);
    } catch (error) {
      this.log.debug(`No names: ${messageOf(error)}`);
      return undefined;
    }
  }
}
