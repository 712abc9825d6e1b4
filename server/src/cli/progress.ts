/** What a terminal is to the progress line. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface Progress {
  /** So many of so many seeds are done. Shown if it is time. */
  show(done: number, total: number): void;
  /** Takes the line away: to be called before anything else is written to the terminal, and at the end. */
  clear(): void;
}

/** Short runs show nothing: a line that flashes by disturbs. */
const FIRST_AFTER = 500;
/** Ten times a second is as often as anybody can read. */
const BETWEEN = 100;

/** To the beginning of the line, and nothing in it. */
const CLEARED = '\r\u001b[K';

const NUMBER = new Intl.NumberFormat('en-GB');

/**
 * One line on a terminal that is rewritten in place while a run goes on; nothing where the stream is no terminal, or
 * one that cannot rewrite a line. `now` counts milliseconds.
 */
export function startProgress(
  stream: ProgressStream,
  now: () => number,
  term: string | undefined = process.env.TERM,
): Progress {
  if (stream.isTTY !== true || term === 'dumb') return { show: () => undefined, clear: () => undefined };
  let next = now() + FIRST_AFTER;
  let shown = false;
  return {
    show(done, total) {
      const time = now();
      if (time < next) return;
      next = time + BETWEEN;
      shown = true;
      const text = `Checked ${NUMBER.format(done)} of ${NUMBER.format(total)} ${total === 1 ? 'seed' : 'seeds'}…`;
      // A line that wrapped could not be taken back: only its last row would be cleared. Some terminals say they have 0 columns.
      stream.write(`${CLEARED}${text.slice(0, (stream.columns || 80) - 1)}`);
    },
    clear() {
      if (!shown) return;
      shown = false;
      stream.write(CLEARED);
    },
  };
}
