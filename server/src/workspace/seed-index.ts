import type { Ports } from '../ports.ts';
import { NearNames } from '../text/near-names.ts';
import { type Corpus, CorpusIndex, LEAST_SEEDS } from './corpus.ts';
import { type KnowledgeFiles, type SeedReader, type SeedToRead, type Stamp, sameStamp } from './index/jobs.ts';
import { IndexKeeper } from './index/keeper.ts';
import { type Batch, ReadQueue } from './index/read-queue.ts';
import type { Depth } from './index/read-seed.ts';
import { Readers } from './index/readers.ts';
import {
  contentOf,
  isNamed,
  mentionsKey,
  metadataIn,
  modelOf,
  packSeed,
  renumber,
  type SeedData,
  type SeedRecord,
  uriOf,
} from './index/record.ts';
import { IndexStore } from './index/store.ts';
import { keyOfEntity } from './index/types.ts';

/** Seeds read in one go: of what is quick many, of what takes long so few that others get their turn. */
const AT_ONCE = { quick: 100, whole: 20 } as const;
/** Milliseconds in which several changes on disk become one reading: a checkout changes hundreds of files. */
const BURST = 100;
/** Milliseconds without work after which threads end and what is known is kept. */
const IDLE = 10_000;

export interface SeedIndexOptions {
  /** What seeds may see of each other is another now. */
  readonly corpusChanged: () => void;
  /** What seeds name, or how much of it is known, is another now. Called after each batch. */
  readonly namesChanged: () => void;
  /** Reads in this thread, with the facts and project files that hold now. */
  readonly local: SeedReader;
  /** Tells what reads: what another program found is not taken over. */
  readonly program: string;
}

/**
 * Reads the seeds of the workspace in the background: first all for their metadata and for names by facts, rules and
 * lists, then all for the names that the model finds. Whatever is open is answered meanwhile. What was read is kept between
 * starts, and taken over where the files' stamps or contents say that it still holds. Owned by the workspace.
 */
export class SeedIndex {
  readonly names = new IndexStore();
  private readonly corpus = new CorpusIndex(() => this.usualNames());
  /** The names that many seeds write, and of which state of the index that is. */
  private usual: { readonly names: NearNames; readonly turn: number } | undefined;
  /** Counts what was read, or went. */
  private turn = 0;
  private readonly stamps = new Map<string, Stamp | undefined>();
  private readonly queue = new ReadQueue();
  private readonly readers: Readers;
  private readonly keeper: IndexKeeper;
  /**
   * Seeds of which it is not known what the present facts and settings make of them: all of it, or only if they hold one
   * of {@link words}.
   */
  private readonly outdated = new Map<string, 'whole' | 'if touched'>();
  private readonly words = new Set<string>();
  /** What is on disk of seeds whose editors say something else. */
  private readonly stored = new Map<string, SeedRecord>();
  /** Seeds that changed since the last burst was read. */
  private readonly changed = new Set<string>();
  /** Facts and project files as the readers know them. */
  private readonly told = new Map<string, string>();
  private depth: 'metadata' | 'names' = 'metadata';
  private stopped = false;
  private work: Promise<void> = Promise.resolve();
  private pumping = 0;
  private waiters: { readonly isReached: () => boolean; readonly resolve: () => void }[] = [];
  private isCorpusOther = false;
  private idleTurn = 0;

  private readonly ports: Ports;
  private readonly options: SeedIndexOptions;

  constructor(ports: Ports, options: SeedIndexOptions) {
    this.ports = ports;
    this.options = options;
    this.readers = new Readers(ports, options.local, () => this.knowledge());
    this.keeper = new IndexKeeper(ports, options.program);
  }

  /** How deep seeds are read from now on. */
  setDepth(depth: 'metadata' | 'names'): void {
    this.depth = depth;
  }

  /** Whether seeds are read for more than their metadata. */
  get looksForNames(): boolean {
    return this.depth === 'names';
  }

  // ---- what is to be read ------------------------------------------------------------------------------------------

  /** Some seeds were created, changed or are gone. */
  read(uris: readonly string[]): void {
    const isFirst = this.changed.size === 0;
    for (const uri of uris) this.changed.add(uri);
    if (!isFirst) return;
    const burst = new Promise<void>((resolve) => this.ports.clock.later(BURST, resolve));
    this.afterwards(async () => {
      await burst;
      for (const uri of this.changed) this.enqueue(uri, { first: true });
      this.changed.clear();
      this.pump();
    });
  }

  /**
   * Reads all seeds that `list` finds when it is their turn, and forgets all others. `again`: also those that are known,
   * where nobody says what changed on disk.
   */
  readAll(list: () => Promise<readonly string[]>, { again }: { readonly again: boolean }): void {
    this.afterwards(async () => {
      const found = await list();
      if (found.length > 0 && this.depth === 'names') await this.takeKept();
      const wanted = new Set(found);
      for (const uri of [...this.names.uris()])
        if (!wanted.has(uri)) {
          this.queue.remove(uri);
          this.forget(uri);
        }
      const known = found.filter((uri) => this.names.record(uri) !== undefined);
      const stamps = again && known.length > 0 ? await this.readers.stamps(known) : undefined;
      known.forEach((uri, i) => {
        if (again && !sameStamp(this.stamps.get(uri), stamps?.[i])) this.enqueue(uri);
        else if (this.isUnfinished(uri)) this.queue.add('whole', uri);
      });
      for (const uri of found) if (this.names.record(uri) === undefined) this.enqueue(uri);
      this.tellCorpus();
      this.tellNames();
      this.pump();
    });
  }

  /**
   * Facts or project files changed: what the model found stays, what is made of it is made anew.
   *
   * @param touched where only aliases came or went: which entities had or have them, and the aliases.
   */
  knowledgeChanged(
    files: KnowledgeFiles,
    touched?: { readonly entities: ReadonlySet<string>; readonly aliases: readonly string[] },
  ): void {
    for (const [uri, text] of files)
      if (text === undefined) this.told.delete(uri);
      else this.told.set(uri, text);
    this.readers.setKnowledge(files);
    if (this.depth === 'metadata') return;
    // These were given away with what held before.
    for (const uri of this.queue.underWay()) this.outdated.set(uri, 'whole');
    this.afterwards(async () => {
      const ids = touched && [...touched.entities].flatMap((id) => this.names.strings.find(keyOfEntity(id)) ?? []);
      for (const alias of touched?.aliases ?? []) this.words.add(alias);
      for (const uri of this.names.uris()) {
        const record = this.record(uri);
        if (record === undefined) continue;
        const whole = ids === undefined || ids.some((id) => mentionsKey(record, id));
        if (whole || !this.outdated.has(uri)) this.outdated.set(uri, whole ? 'whole' : 'if touched');
        this.queue.add(isNamed(record) ? 'whole' : 'quick', uri);
      }
      this.pump();
    });
  }

  /** Goes before all other seeds: somebody looks at it. */
  hurry(uri: string): void {
    this.queue.hurry(uri);
  }

  /** What an editor says of a seed of the workspace, as long as it is open; undefined when it no longer does. */
  overlay(uri: string, data: SeedData | undefined): void {
    const stored = this.record(uri);
    if (data === undefined) {
      if (!this.stored.delete(uri) || stored === undefined) return;
      this.names.set(uri, stored);
    } else if (stored !== undefined) {
      this.stored.set(uri, stored);
      this.names.set(uri, packSeed(data, this.names.strings));
    }
  }

  /** The model is asked no more in this session, but about seeds that change. */
  stop(): void {
    this.stopped = true;
    this.queue.dropWhole();
    this.tellNames();
    this.settle();
  }

  /** Whether something is read now, or waits for it. */
  get isBusy(): boolean {
    return !this.queue.isEmpty;
  }

  /** Resolves when the metadata of all seeds asked for so far, and their names without the model, are known. */
  done(): Promise<void> {
    return this.allAsked(() => this.queue.isQuiet);
  }

  /** Resolves when all is known of all seeds asked for so far. */
  complete(): Promise<void> {
    return this.allAsked(() => this.queue.isEmpty);
  }

  // ---- what is known -----------------------------------------------------------------------------------------------

  has(uri: string): boolean {
    return this.names.record(uri) !== undefined;
  }

  /** What is known of a seed as it stands on disk. */
  private record(uri: string): SeedRecord | undefined {
    return this.stored.get(uri) ?? this.names.record(uri);
  }

  uris(): Iterable<string> {
    return this.names.uris();
  }

  /** The same object as long as nothing changed. */
  view(): Corpus {
    return this.corpus.view();
  }

  // ---- reading -----------------------------------------------------------------------------------------------------

  /** A seed whose names are known is read whole at once: they must not go while others are read. */
  private enqueue(uri: string, { first = false } = {}): void {
    const record = this.record(uri);
    const whole = record !== undefined && isNamed(record) && this.depth === 'names';
    this.queue.add(whole ? 'whole' : 'quick', uri, { first });
  }

  private isUnfinished(uri: string): boolean {
    const record = this.record(uri);
    if (this.depth !== 'names' || record === undefined) return false;
    return this.outdated.has(uri) || (!isNamed(record) && !this.stopped);
  }

  /** Starts as many readers as are of use for what waits. */
  private pump(): void {
    this.idleTurn++;
    while (this.pumping < this.readers.most && this.queue.waiting > this.pumping * AT_ONCE.whole) {
      void this.readOn(this.pumping++);
    }
    this.settle();
  }

  private async readOn(index: number): Promise<void> {
    for (;;) {
      const batch = this.queue.next(AT_ONCE);
      if (batch === undefined) break;
      try {
        await this.readBatch(batch, index);
      } catch (error) {
        this.ports.log.error(`Reading seeds failed: ${messageOf(error)}`);
      }
      this.queue.done(batch);
      // While all seeds are read whole each batch brings something that others may see: that is told at the end.
      if (this.queue.isEmpty || (this.queue.isQuiet && (batch.how === 'quick' || batch.first))) this.tellCorpus();
      this.tellNames();
      this.settle();
    }
    this.pumping--;
    // What was being read by another one when it was looked for.
    if (this.queue.waiting > 0 && this.pumping === 0) this.pump();
    if (!this.queue.isEmpty) return;
    this.words.clear();
    // Where only metadata are read there are no threads, and nothing is kept: a timer would only hold the program up.
    if (this.depth === 'names') this.rest();
  }

  private async readBatch(batch: Batch, index: number): Promise<void> {
    const { how, uris } = batch;
    const depth: Depth = how === 'whole' ? 'names' : this.depth === 'metadata' ? 'metadata' : 'rules';
    const seeds = uris.map((uri) => this.toRead(uri, depth));
    for (const uri of uris) this.outdated.delete(uri);
    const result = await this.readers.read(index, { depth, seeds, words: [...this.words] });
    const { strings } = this.names;
    const numbers = result.strings.map((text, number) => (number === 0 ? 0 : strings.numberOf(text)));
    result.seeds.forEach(({ state, record, stamp }, i) => {
      const uri = uris[i] as string;
      if (this.queue.isDropped(uri)) return;
      if (state === 'gone') {
        this.forget(uri);
        return;
      }
      this.stamps.set(uri, stamp);
      if (record !== undefined)
        this.take(
          uri,
          renumber(record, (number) => numbers[number] as number),
        );
      if (this.isUnfinished(uri)) this.queue.add('whole', uri);
    });
    this.keeper.changed();
  }

  private toRead(uri: string, depth: Depth): SeedToRead {
    const record = this.record(uri);
    if (record === undefined) return { uri };
    const content = contentOf(record);
    const known = isNamed(record) ? { content, model: modelOf(record) } : undefined;
    const outdated = this.outdated.get(uri);
    const isFinished = isNamed(record) || depth !== 'names';
    return {
      uri,
      ...(known === undefined ? {} : { known }),
      ...(isFinished && outdated !== 'whole' ? { unless: content, ifTouched: outdated === 'if touched' } : {}),
    };
  }

  /** Made when somebody asks and all seeds have been read; until then, and while others are read, what was known before. */
  private usualNames(): NearNames {
    const isCurrent = this.usual !== undefined && (this.usual.turn === this.turn || !this.queue.isEmpty);
    if (this.usual !== undefined && isCurrent) return this.usual.names;
    const many = this.names.totals().filter(({ entity, seeds }) => entity === undefined && seeds >= LEAST_SEEDS);
    this.usual = {
      names: new NearNames(many.map(({ text, type, seeds }) => ({ text, type, count: seeds }))),
      turn: this.turn,
    };
    return this.usual.names;
  }

  private take(uri: string, record: SeedRecord): void {
    this.turn++;
    if (this.stored.has(uri)) this.stored.set(uri, record);
    else this.names.set(uri, record);
    if (this.corpus.set(uri, metadataIn(record, this.names.strings))) this.isCorpusOther = true;
  }

  /** It is not there any more; if it came again meanwhile, it waits already. */
  private forget(uri: string): void {
    this.outdated.delete(uri);
    this.stamps.delete(uri);
    this.stored.delete(uri);
    if (!this.has(uri)) return;
    this.turn++;
    this.names.set(uri, undefined);
    if (this.corpus.set(uri, undefined)) this.isCorpusOther = true;
    this.keeper.changed();
  }

  private knowledge(): KnowledgeFiles {
    return [...this.told];
  }

  // ---- between starts ----------------------------------------------------------------------------------------------

  /** Takes over what was kept, once. What was read with other facts still tells what the model found. */
  private async takeKept(): Promise<void> {
    const kept = await this.keeper.take(this.knowledge());
    if (kept === undefined || this.names.size > 0) return;
    this.names.replaceStrings(kept.strings);
    for (const { record, stamp } of kept.seeds) {
      const uri = uriOf(record, this.names.strings);
      this.take(uri, record);
      this.stamps.set(uri, stamp);
      if (kept.isOutdated) this.outdated.set(uri, 'whole');
    }
  }

  /** Keeps what is known, at once. */
  async keep(): Promise<void> {
    const seeds = [...this.names.uris()].flatMap((uri) => {
      const record = this.record(uri);
      // What would have to be read anew tells nothing.
      return record === undefined || this.outdated.has(uri) ? [] : [{ record, stamp: this.stamps.get(uri) }];
    });
    await this.keeper.keep(seeds, this.names.strings, this.knowledge());
  }

  /** When there has been nothing to do for some time, what is known is kept and threads end. */
  private rest(): void {
    const turn = ++this.idleTurn;
    this.ports.clock.later(IDLE, () => {
      if (turn !== this.idleTurn || !this.queue.isEmpty) return;
      this.readers.close();
      void this.keep();
    });
  }

  // ---- waiting -----------------------------------------------------------------------------------------------------

  private tellCorpus(): void {
    if (!this.isCorpusOther) return;
    this.isCorpusOther = false;
    this.options.corpusChanged();
  }

  private tellNames(): void {
    this.names.unread = this.queue.unread((uri) => this.has(uri));
    this.options.namesChanged();
  }

  private afterwards(task: () => Promise<void>): void {
    this.work = this.work
      .then(task)
      .catch((error) => this.ports.log.error(`Reading seeds failed: ${messageOf(error)}`));
  }

  private async allAsked(isReached: () => boolean): Promise<void> {
    for (;;) {
      const { work } = this;
      await work;
      await this.until(isReached);
      if (work === this.work) return;
    }
  }

  private until(isReached: () => boolean): Promise<void> {
    if (isReached()) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push({ isReached, resolve }));
  }

  private settle(): void {
    const reached = this.waiters.filter(({ isReached }) => isReached());
    if (reached.length === 0) return;
    this.waiters = this.waiters.filter((waiter) => !reached.includes(waiter));
    for (const { resolve } of reached) resolve();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
