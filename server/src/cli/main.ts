import { version } from '../version.ts';
import { anchor } from './anchor.ts';
import { check } from './check.ts';
import { exportFiles } from './export.ts';
import { serve } from './lsp.ts';
import { recognize } from './recognize.ts';
import { UsageError } from './usage.ts';

const HELP = `seedmark ${version}: annotate and check source documents

Usage
  seedmark check PATHS          say what is wrong with seeds
  seedmark recognize PATHS      print the names and times in seeds
  seedmark recognize --jsonl    the same as a filter: one JSON document a line in, one a line out
  seedmark anchor PATHS         say where annotations stand in seeds that have changed
  seedmark anchor --jsonl       the same as a filter
  seedmark export PATHS --to FORMAT
                                write the annotations of seeds for other tools
  seedmark export PATHS --to dossier --entity NAME
                                write all that facts and seeds say of somebody or something
  seedmark lsp --stdio          serve the Language Server Protocol

Each of PATHS is one of
  a file         taken as a seed, whatever its name; an annotations file stands for its seed, too
  a folder       searched for seeds: *.seed, *.seed.txt, *.txt below a folder "seeds", and what the project's
                 seedmark.yaml names under "seeds:"
  a glob         in quotes, so that the shell leaves it: * and ? stand for characters of one name, ** for any number
                 of folders, {a,b} for either; a path that exists is never read as a glob
  -              one seed from standard input

Options
  --format FORMAT        check: text, json, sarif (default: text); recognize, anchor: text, json, jsonl
                         (default: text)
  --fail-on SEVERITY     check: exit 1 from this severity on: error, warning, info (default: warning)
  --write                anchor: bring annotations files up to their seeds: new positions for what stands as it was
  --to FORMAT            export: web-annotation (W3C Web Annotation, JSON-LD), csv (a table, one row an annotation),
                         dossier (Markdown)
  --entity NAME          export, dossier: of whom or what: an id of the facts files, a name or an alias
  --output FILE          export: into this file, which is replaced in one step (default: standard output)
  --all                  export: also what somebody rejected
  --bom                  export, csv: begin with a byte order mark, by which spreadsheets tell that it is UTF-8
  --stdin-filename PATH  the file that standard input stands for, which need not exist: it is shown under that name,
                         and the project, facts and annotations of that place hold
  --no-color             no colours, also on a terminal (NO_COLOR is heeded too)
  --help, --version

Exit status: 0 nothing found from --fail-on on, 1 findings (anchor: an annotation that has no place; export: never),
2 wrong usage, or a file that could not be read or written.
`;

/** Runs the command line and gives its exit status. `argv` is without the program's own name. */
export async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (rest.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  try {
    switch (command) {
      case 'check':
        return await check(rest);
      case 'anchor':
        return await anchor(rest);
      case 'export':
        return await exportFiles(rest);
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
