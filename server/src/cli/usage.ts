import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The command line was called in a way that makes no sense: exit status 2. The message says what, and what to do. */
export class UsageError extends Error {}

/** `parseArgs` whose complaints are usage errors. */
export function parse<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** One of several words, or a usage error that names them. */
export function oneOf<const T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${option} takes ${choices.join(', ')}; “${value}” is none of them.`);
  return found;
}
