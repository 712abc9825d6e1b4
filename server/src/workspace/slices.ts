import type { CancellationToken, Clock } from '../ports.ts';

/** Longest stretch of work, in milliseconds, before other requests get their turn. */
const SLICE = 20;

/** So few items are done at once, whoever has the turn: to wait for it would take longer. */
const FEW = 3;

/** A work that waits for its next turn. */
interface Waiting {
  /** Items that are left; infinitely many of what nobody waits for. */
  readonly left: number;
  go(): void;
}

/**
 * Long work in slices, between which others get their turn. Of several works only one runs a slice in each turn, so that
 * whoever else asks for something waits for one slice and not for one of each. The shortest goes first: a small document
 * does not wait for a large one, and of two equal works the first is done soon instead of both late.
 */
export class Slices {
  private readonly clock: Clock;
  private readonly waiting: Waiting[] = [];
  private running = 0;
  private pumping = false;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /**
   * Does something with each item. False when the asker no longer wants it.
   *
   * @param slice longest stretch in milliseconds, for what nobody waits for: everything else goes first.
   */
  async run<T>(
    items: readonly T[],
    token: CancellationToken,
    work: (item: T, index: number) => void,
    slice?: number,
  ): Promise<boolean> {
    if (items.length === 0) return true;
    const left = (done: number) => (slice === undefined ? items.length - done : Number.POSITIVE_INFINITY);
    this.running++;
    try {
      // Another work has this turn already.
      if (this.running > 1 && items.length > FEW) await this.nextTurn(left(0));
      let started = this.clock.now();
      for (const [index, item] of items.entries()) {
        if (this.clock.now() - started > (slice ?? SLICE)) {
          await this.nextTurn(left(index));
          started = this.clock.now();
        }
        if (token.isCancellationRequested) return false;
        work(item, index);
      }
      return true;
    } finally {
      this.running--;
    }
  }

  /** Runs steps to their end, when nobody else has anything to do. @param slice see {@link run}. */
  async finish<T>(steps: Generator<void, T>, slice: number): Promise<T> {
    this.running++;
    try {
      if (this.running > 1) await this.nextTurn(Number.POSITIVE_INFINITY);
      let started = this.clock.now();
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        if (this.clock.now() - started <= slice) continue;
        await this.nextTurn(Number.POSITIVE_INFINITY);
        started = this.clock.now();
      }
    } finally {
      this.running--;
    }
  }

  private nextTurn(left: number): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ left, go: resolve });
      if (!this.pumping) void this.pump();
    });
  }

  private async pump(): Promise<void> {
    this.pumping = true;
    while (this.waiting.length > 0) {
      await this.clock.yield();
      let next = 0;
      for (const [i, { left }] of this.waiting.entries()) if (left < (this.waiting[next] as Waiting).left) next = i;
      this.waiting.splice(next, 1)[0]?.go();
      // It runs as soon as this function lets go, and waits again or ends before the next turn.
      await Promise.resolve();
    }
    this.pumping = false;
  }
}
