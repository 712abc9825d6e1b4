import type { Ports } from '../../ports.ts';
import { contentHash } from '../../text/content-hash.ts';
import { type KeptIndex, type KeptSeed, readIndex, writeIndex } from './cache-file.ts';
import type { KnowledgeFiles } from './jobs.ts';
import { renumber } from './record.ts';
import { Strings } from './strings.ts';

const NAME = 'seeds.index';

/** What was kept of an index, and whether it was read with other facts or settings. */
export interface Kept extends Pick<KeptIndex, 'strings' | 'seeds'> {
  readonly isOutdated: boolean;
}

/** Keeps the index between two starts. What another program wrote, or what is damaged, is let go. */
export class IndexKeeper {
  private taken = false;
  private isOther = false;

  private readonly ports: Pick<Ports, 'cache' | 'log'>;
  private readonly program: string;

  constructor(ports: Pick<Ports, 'cache' | 'log'>, program: string) {
    this.ports = ports;
    this.program = program;
  }

  /** What is known is no longer what was kept. */
  changed(): void {
    this.isOther = true;
  }

  /** What was kept, once. */
  async take(knowledge: KnowledgeFiles): Promise<Kept | undefined> {
    if (this.taken) return undefined;
    this.taken = true;
    const { cache, log } = this.ports;
    const file = await cache.read(NAME);
    if (file === undefined) return undefined;
    try {
      const kept = readIndex(file);
      if (kept.program !== this.program) return undefined;
      return { ...kept, isOutdated: kept.knowledge !== fingerprint(knowledge) };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      log.warn(`What was kept of the seeds is not used (${why}): they are read anew.`);
      return undefined;
    }
  }

  /** Keeps the records of seeds; only strings that they use are kept. */
  async keep(seeds: readonly KeptSeed[], strings: Strings, knowledge: KnowledgeFiles): Promise<void> {
    if (!this.isOther) return;
    this.isOther = false;
    const used = new Strings();
    const numbers = new Int32Array(strings.length);
    const numberOf = (number: number) => {
      if (number === 0) return 0;
      if (numbers[number] === 0) numbers[number] = used.append(strings.at(number));
      return numbers[number] as number;
    };
    // Once to learn which strings are used: to hold all records twice would take too much memory.
    for (const { record } of seeds) renumber(record, numberOf);
    const kept = { program: this.program, knowledge: fingerprint(knowledge), strings: used.all(), seeds };
    const file = writeIndex(kept, numberOf);
    await this.ports.cache.write(NAME, file);
  }
}

/** Tells facts and project files from others. */
function fingerprint(files: KnowledgeFiles): string {
  const parts = files.map(([uri, text]) => `${uri} ${contentHash(text ?? '').join(' ')}`);
  return contentHash(parts.sort().join('\n')).join(' ');
}
