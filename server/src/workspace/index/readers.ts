import type { Ports } from '../../ports.ts';
import type { KnowledgeFiles, ReadJob, ReadResult, SeedReader, Stamp } from './jobs.ts';
import { threadReader } from './thread-reader.ts';

/**
 * The readers of seeds: threads where there are any, else this one. They are started when there is work, and end when there
 * has been none for some time. What a thread fails at is done in this one, and no other thread is started.
 */
export class Readers {
  private readers: (SeedReader | undefined)[] = [];
  private failed = false;

  private readonly ports: Ports;
  private readonly local: SeedReader;
  private readonly knowledge: () => KnowledgeFiles;

  /**
   * @param local reads in this thread, with the facts and project files that hold now.
   * @param knowledge these files, for a thread that begins.
   */
  constructor(ports: Ports, local: SeedReader, knowledge: () => KnowledgeFiles) {
    this.ports = ports;
    this.local = local;
    this.knowledge = knowledge;
  }

  /** How many can read at the same time. */
  get most(): number {
    return this.failed ? 1 : Math.max(1, this.ports.workers.most);
  }

  async read(index: number, job: ReadJob): Promise<ReadResult> {
    const reader = this.reader(index);
    try {
      return await reader.read(job);
    } catch (error) {
      if (reader === this.local) throw error;
      this.fail(error);
      return this.local.read(job);
    }
  }

  /** What the file system says of seeds, where a thread can ask it; see {@link SeedReader.stamps}. */
  async stamps(uris: readonly string[]): Promise<readonly (Stamp | undefined)[] | undefined> {
    try {
      return await this.reader(0).stamps(uris);
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  setKnowledge(files: KnowledgeFiles): void {
    for (const reader of [this.local, ...this.readers]) reader?.setKnowledge(files);
  }

  close(): void {
    for (const reader of this.readers) reader?.close();
    this.readers = [];
  }

  private reader(index: number): SeedReader {
    if (this.failed || this.ports.workers.most === 0) return this.local;
    let reader = this.readers[index];
    if (reader === undefined) {
      reader = threadReader(this.ports.workers, this.ports.log);
      reader.setKnowledge(this.knowledge());
      this.readers[index] = reader;
    }
    return reader;
  }

  private fail(error: unknown): void {
    if (!this.failed)
      this.ports.log.error(
        `Seeds are read in the server's own thread from now on: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    this.failed = true;
    this.close();
  }
}
