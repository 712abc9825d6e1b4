import type { CancellationToken, Ports } from '../ports.ts';
import { type Corpus, CorpusIndex } from './corpus.ts';
import { readQuickly } from './index/read-seed.ts';
import { packSeed } from './index/record.ts';
import { IndexStore } from './index/store.ts';
import type { Slices } from './slices.ts';
import type { Knowledge } from './snapshot.ts';

const NEVER_CANCELLED: CancellationToken = { isCancellationRequested: false };

/** Seeds read in one go. */
const AT_ONCE = 200;

/**
 * Reads the seeds of the workspace for their metadata, in the background: whatever is open is answered meanwhile. Readings
 * follow one another, so that the last one asked for has the last word. Owned by the workspace.
 */
export class SeedIndex {
  private readonly corpus = new CorpusIndex();
  /** What the seeds name. */
  readonly names = new IndexStore();
  private work: Promise<void> = Promise.resolve();

  private readonly ports: Ports;
  private readonly slices: Slices;
  private readonly changed: () => void;
  private readonly knowledgeOf: (uri: string) => Knowledge;

  /** @param changed called when what seeds may see of each other is another now. */
  constructor(ports: Ports, slices: Slices, knowledgeOf: (uri: string) => Knowledge, changed: () => void) {
    this.ports = ports;
    this.slices = slices;
    this.knowledgeOf = knowledgeOf;
    this.changed = changed;
  }

  /** Reads some seeds again: created, changed or gone. */
  read(uris: readonly string[]): void {
    this.queue(() => this.take(uris));
  }

  /**
   * Reads all seeds that `list` finds when it is their turn, and forgets all others. `again`: also those that are known,
   * where nobody says what changed on disk.
   */
  readAll(list: () => Promise<readonly string[]>, { again }: { readonly again: boolean }): void {
    this.queue(async () => {
      const found = new Set(await list());
      let changed = false;
      for (const uri of [...this.corpus.uris()])
        if (!found.has(uri)) {
          changed = this.corpus.set(uri, undefined) || changed;
          this.names.set(uri, undefined);
        }
      const read = await this.take(again ? [...found] : [...found].filter((uri) => !this.corpus.has(uri)));
      return read || changed;
    });
  }

  /** Resolves when all seeds asked for so far have been read. */
  done(): Promise<void> {
    return this.work;
  }

  has(uri: string): boolean {
    return this.corpus.has(uri);
  }

  uris(): Iterable<string> {
    return this.corpus.uris();
  }

  /** The same object as long as nothing changed. */
  view(): Corpus {
    return this.corpus.view();
  }

  private async take(uris: readonly string[]): Promise<boolean> {
    let changed = false;
    for (let i = 0; i < uris.length; i += AT_ONCE) {
      const batch = uris.slice(i, i + AT_ONCE);
      const contents = await this.ports.files.readMany(batch);
      await this.slices.run(batch, NEVER_CANCELLED, (uri, k) => {
        const text = contents[k]?.text;
        changed = this.corpus.set(uri, text) || changed;
        const data = text === undefined ? undefined : readQuickly(uri, text, this.knowledgeOf(uri));
        this.names.set(uri, data && packSeed(data, this.names.strings));
      });
    }
    return changed;
  }

  private queue(task: () => Promise<boolean>): void {
    this.work = this.work
      .then(async () => {
        if (await task()) this.changed();
      })
      .catch((error) =>
        this.ports.log.error(`Reading seeds failed: ${error instanceof Error ? error.stack : String(error)}`),
      );
  }
}
