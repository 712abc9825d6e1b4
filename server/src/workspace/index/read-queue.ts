/** A batch of seeds to be read: quickly, or whole. */
export interface Batch {
  readonly how: 'quick' | 'whole';
  readonly uris: readonly string[];
  /** They went before others. */
  readonly first: boolean;
}

/**
 * Which seeds wait to be read, and which are being read. Those that somebody looks at or that just changed go first, then
 * all that are to be read quickly, then those that are to be read whole. No seed is read twice at the same time, so that
 * the last reading has the last word.
 */
export class ReadQueue {
  private readonly quick = new Set<string>();
  private readonly whole = new Set<string>();
  private readonly first = new Set<string>();
  private readonly reading = new Map<string, boolean>();
  /** Those that are being read, and that nobody wants any more. */
  private readonly dropped = new Set<string>();

  add(how: 'quick' | 'whole', uri: string, { first = false } = {}): void {
    (how === 'quick' ? this.quick : this.whole).add(uri);
    if (first) this.first.add(uri);
    this.dropped.delete(uri);
  }

  /** A seed that waits goes before all others. */
  hurry(uri: string): void {
    if (this.waits(uri)) this.first.add(uri);
  }

  remove(uri: string): void {
    for (const waiting of [this.quick, this.whole, this.first]) waiting.delete(uri);
    if (this.reading.has(uri)) this.dropped.add(uri);
  }

  /** Whether a seed that is being read was removed since. */
  isDropped(uri: string): boolean {
    return this.dropped.has(uri);
  }

  /** Takes back all that are to be read whole, but for those that go first. */
  dropWhole(): void {
    for (const uri of this.whole) if (!this.first.has(uri)) this.whole.delete(uri);
  }

  /** The next seeds to be read; undefined when none waits that is not being read. */
  next(most: Readonly<Record<Batch['how'], number>>): Batch | undefined {
    for (const from of [this.first, this.quick, this.whole]) {
      const batch = this.take(from, most);
      if (batch !== undefined) return batch;
    }
    return undefined;
  }

  private take(from: ReadonlySet<string>, most: Readonly<Record<Batch['how'], number>>): Batch | undefined {
    let how: Batch['how'] | undefined;
    const uris: string[] = [];
    const urgent = from === this.first;
    for (const uri of from) {
      if (this.reading.has(uri)) continue;
      const own = this.quick.has(uri) ? 'quick' : 'whole';
      how ??= own;
      if (own !== how) continue;
      uris.push(uri);
      if (uris.length === most[how]) break;
    }
    if (how === undefined) return undefined;
    for (const uri of uris) {
      this.reading.set(uri, urgent || how === 'quick');
      (how === 'quick' ? this.quick : this.whole).delete(uri);
      if (!this.waits(uri)) this.first.delete(uri);
    }
    return { how, uris, first: urgent };
  }

  /** A batch has been read, or could not be. */
  done({ uris }: Batch): void {
    for (const uri of uris) {
      this.reading.delete(uri);
      this.dropped.delete(uri);
    }
  }

  /** Those that are being read. */
  underWay(): Iterable<string> {
    return this.reading.keys();
  }

  private waits(uri: string): boolean {
    return this.quick.has(uri) || this.whole.has(uri);
  }

  get isEmpty(): boolean {
    return this.quick.size + this.whole.size + this.reading.size === 0;
  }

  /** Whether nothing waits, or is being read, but what is read whole in the background. */
  get isQuiet(): boolean {
    return this.quick.size + this.first.size === 0 && ![...this.reading.values()].includes(true);
  }

  /** Seeds that wait, or are read, of which nothing is known. */
  unread(isKnown: (uri: string) => boolean): number {
    let count = 0;
    for (const uri of this.quick) if (!isKnown(uri)) count++;
    for (const uri of this.reading.keys()) if (!isKnown(uri) && !this.quick.has(uri)) count++;
    return count;
  }

  get waiting(): number {
    return this.quick.size + this.whole.size;
  }
}
