import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { nodeFiles, uriOfPath, walk } from '../host/node/files.ts';
import { globToRegExp } from '../host/node/glob.ts';
import { nodePorts } from '../host/node/ports.ts';
import type { FileContent, Log } from '../ports.ts';
import { folderOf } from '../workspace/kinds.ts';
import { Workspace } from '../workspace/workspace.ts';
import { UsageError } from './usage.ts';

/** A seed named on the command line. */
export interface Input {
  /** As to be shown: relative to the working folder. */
  readonly name: string;
  readonly uri: string;
  readonly content: FileContent | undefined;
}

const SEED_GLOBS = ['**/*.seed', '**/*.seed.txt', '**/seeds/**/*.txt'].map(globToRegExp);

/**
 * The workspace of the given paths, with its facts and project read, and the seeds they name in order. A file is taken
 * as it is; a folder is searched.
 */
export async function readInputs(
  paths: readonly string[],
): Promise<{ workspace: Workspace; inputs: AsyncIterable<Input> }> {
  if (paths.length === 0) throw new UsageError('No path was given: name files, or folders that hold seeds.');
  const files = nodeFiles();
  const workspace = new Workspace(nodePorts(files, toStderr));
  const roots = new Set<string>();
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
    roots.add(await projectRoot(resolve(path)));
  }
  workspace.setFolders([...roots].map(uriOfPath));
  await workspace.settled();
  async function* inputs(): AsyncGenerator<Input> {
    for (const path of paths) {
      let found = 0;
      for await (const file of seedsAt(resolve(path), workspace)) {
        found++;
        const uri = uriOfPath(file);
        const [content] = await files.readMany([uri]);
        yield { name: relative(process.cwd(), file) || file, uri, content };
      }
      if (found === 0)
        throw new UsageError(
          `No seeds below ${path}: it holds no *.seed, no *.seed.txt and no *.txt in a folder “seeds”. Name the files, or their globs under “seeds:” in seedmark.yaml.`,
        );
    }
  }
  return { workspace, inputs: inputs() };
}

async function* seedsAt(path: string, workspace: Workspace): AsyncGenerator<string> {
  const info = await stat(path);
  if (!info.isDirectory()) {
    yield path;
    return;
  }
  const found: string[] = [];
  for await (const file of walk(path)) if (isSeed(file, workspace)) found.push(file);
  yield* found.sort();
}

function isSeed(path: string, workspace: Workspace): boolean {
  const name = path.split(sep).join('/').replace(/^\//, '');
  if (SEED_GLOBS.some((glob) => glob.test(name))) return true;
  const { project, projectUri } = workspace.knowledge(uriOfPath(path));
  if (projectUri === undefined || project.seeds.length === 0) return false;
  const below = decodeURIComponent(uriOfPath(path).slice(folderOf(projectUri).length));
  return project.seeds.some((glob) => globToRegExp(glob).test(below));
}

/** The folder whose facts hold: the nearest one with a `seedmark.yaml`, else with a `facts` folder, else its own. */
async function projectRoot(path: string): Promise<string> {
  const start = (await stat(path)).isDirectory() ? path : dirname(path);
  for (const mark of ['seedmark.yaml', 'facts'])
    for (let folder = start; ; folder = dirname(folder)) {
      if (existsSync(join(folder, mark))) return folder;
      if (dirname(folder) === folder) break;
    }
  return start;
}

const toStderr: Log = {
  info: () => undefined,
  warn: (message) => process.stderr.write(`seedmark: ${message}\n`),
  error: (message) => process.stderr.write(`seedmark: ${message}\n`),
};
