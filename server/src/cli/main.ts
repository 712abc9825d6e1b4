import { version } from '../version.ts';
import { check } from './check.ts';
import { serve } from './lsp.ts';
import { recognize } from './recognize.ts';
import { UsageError } from './usage.ts';

const HELP = `seedmark ${version}: annotate and check source documents

Usage
  seedmark check PATHS          say what is wrong with seeds
  seedmark recognize PATHS      print the names and times in seeds
  seedmark recognize --jsonl    the same as a filter: one JSON document a line in, one a line out
  seedmark lsp --stdio          serve the Language Server Protocol

PATHS are files, or folders that are searched for seeds: *.seed, *.seed.txt, *.txt below a folder "seeds",
and what the project's seedmark.yaml names under "seeds:".

Options
  --format FORMAT     check: text, json; recognize: text, json, jsonl
  --fail-on SEVERITY  check: exit 1 from this severity on: error, warning, info (default: warning)
  --no-color          no colours, also on a terminal (NO_COLOR is heeded too)
  --help, --version

Exit status: 0 clean, 1 findings, 2 wrong usage or unreadable input.
`;

/** Runs the command line and gives its exit status. `argv` is without the program's own name. */
export async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  try {
    switch (command) {
      case 'check':
        return await check(rest);
      case 'recognize':
        return await recognize(rest);
      case 'lsp':
        // The connection reads its transport from the process's own arguments.
        serve();
        return 0;
      case '--version':
      case '-v':
        process.stdout.write(`${version}\n`);
        return 0;
      case '--help':
      case '-h':
      case 'help':
        process.stdout.write(HELP);
        return 0;
      case undefined:
        process.stderr.write(HELP);
        return 2;
      default:
        throw new UsageError(`There is no command “${command}”.`);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`seedmark: ${error.message}\nTry “seedmark --help”.\n`);
    return 2;
  }
}
