/** Longer than anything takes on a slow machine: a guard that names what did not happen, no measure of time. */
const LIMIT = 30_000;
const STEP = 20;

/** Looks again after every turn until `look` answers something true, for what VS Code has no event for. */
export async function until<T>(what: string, look: () => T | Promise<T>): Promise<Exclude<T, false | undefined>> {
  const end = Date.now() + LIMIT;
  for (;;) {
    const found = await look();
    if (found) return found as Exclude<T, false | undefined>;
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}

/** Waits until `read` answers what is expected; the error says what it answered last. */
export async function untilEqual<T>(what: string, read: () => T | Promise<T>, expected: T): Promise<void> {
  let last: T | undefined;
  try {
    await until(what, async () => {
      last = await read();
      return JSON.stringify(last) === JSON.stringify(expected);
    });
  } catch {
    throw new Error(`${what}: ${JSON.stringify(last)}, expected ${JSON.stringify(expected)}`);
  }
}
