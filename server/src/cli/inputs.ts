import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFiles, uriOfPath, walk } from '../host/node/files.ts';
import { nodePorts } from '../host/node/ports.ts';
import type { FileContent, Log } from '../ports.ts';
import { globToRegExp } from '../text/glob.ts';
import { type FileKind, kindOf, sidecarOf } from '../workspace/kinds.ts';
import { Workspace } from '../workspace/workspace.ts';
import { UsageError } from './usage.ts';

/** A file to be looked at: a seed named on the command line, and the files that belong to seeds. */
export interface Input {
  /** As to be shown: relative to the working folder. */
  readonly name: string;
  readonly uri: string;
  readonly kind: FileKind;
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
  // All paths are looked at before the first file is read: a wrong one is told before any work.
  const uris = new Set<string>();
  for (const path of paths) {
    const found = await seedsAt(resolve(path), workspace);
    if (found.length === 0)
      throw new UsageError(
        `No seeds below ${path}: it holds no *.seed, no *.seed.txt and no *.txt in a folder “seeds”. Name the files, or their globs under “seeds:” in seedmark.yaml.`,
      );
    for (const file of found) uris.add(uriOfPath(file));
  }
  async function* inputs(): AsyncGenerator<Input> {
    const known = workspace.knowledgeUris().sort();
    for (const uri of [...known, ...[...uris].flatMap((seed) => [seed, sidecarOf(seed)])]) {
      const [content] = await files.readMany([uri]);
      const kind = kindOf(uri);
      // Most seeds have no annotations yet.
      if (content === undefined && kind === 'sidecar') continue;
      const path = fileURLToPath(uri);
      yield { name: relative(process.cwd(), path) || path, uri, kind, content };
    }
  }
  return { workspace, inputs: inputs() };
}

async function seedsAt(path: string, workspace: Workspace): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const found: string[] = [];
  for await (const file of walk(path)) if (isSeed(file, workspace)) found.push(file);
  return found.sort();
}

function isSeed(path: string, workspace: Workspace): boolean {
  const name = path.split(sep).join('/').replace(/^\//, '');
  return SEED_GLOBS.some((glob) => glob.test(name)) || workspace.isNamedSeed(uriOfPath(path));
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
