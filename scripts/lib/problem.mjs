/** Something that the person at the keyboard can mend. The message says what, where and what to do; the stack says nothing to them. */
export class Problem extends Error {}

/** @param {unknown} error What to print of it: a problem's message, or everything there is to say of a bug. */
export function explain(error) {
  if (error instanceof Problem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Runs a script's main function and makes its outcome the exit status.
 * @param {() => Promise<number | undefined>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}
