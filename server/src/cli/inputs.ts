import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '../host/content.ts';
import { MOST_BYTES, nodeFiles, uriOfPath } from '../host/node/files.ts';
import { nodePorts } from '../host/node/ports.ts';
import type { FileContent, Log, Ports } from '../ports.ts';
import { type FileKind, kindOf, seedOf, sidecarOf } from '../workspace/kinds.ts';
import { Workspace } from '../workspace/workspace.ts';
import { filesAt, type Place, placeOf } from './places.ts';
import { UsageError } from './usage.ts';

/** A file to be looked at: a seed named on the command line, and the files that belong to seeds. */
export interface Input {
  /** As to be shown: relative to the working folder. */
  readonly name: string;
  readonly uri: string;
  readonly kind: FileKind;
  readonly content: FileContent | undefined;
}

export interface Inputs {
  readonly ports: Ports;
  /** With the facts and project files read that hold for the inputs. */
  readonly workspace: Workspace;
  readonly inputs: AsyncIterable<Input>;
  /** How many of the inputs are seeds. */
  readonly seeds: number;
  /** Of the one that comes from standard input, if one does. */
  readonly stdinUri: string | undefined;
}

/** The path that stands for standard input. */
const STDIN = '-';

/**
 * The workspace of the given paths, with its facts and project read, and the seeds they name in order. A file is taken
 * as it is; a folder is searched; a glob names files and folders; `-` is one seed from standard input, which stands for
 * the file `stdinFilename`. With `index` each seed can be compared with the others of its project.
 */
export async function readInputs(
  paths: readonly string[],
  stdinFilename: string | undefined,
  { index }: { readonly index: boolean },
): Promise<Inputs> {
  if (paths.length === 0) throw new UsageError('No path was given: name files, or folders that hold seeds.');
  const stdin = await stdinOf(paths, stdinFilename);
  const places = new Map<string, Place>();
  for (const path of paths) if (path !== STDIN) places.set(path, await placeOf(path));

  const files = nodeFiles();
  // Who runs a program on a checkout has git run on it as well.
  const ports = nodePorts(files, toStderr, { git: () => true });
  const workspace = new Workspace(ports);
  const folders = [...places.values()].map(({ kind, path }) => (kind === 'file' ? dirname(path) : path));
  if (stdin) folders.push(dirname(stdin.path));
  workspace.setFolders([...new Set(folders.map(projectRoot))].map(uriOfPath), { index: index && 'metadata' });
  await workspace.settled();
  await workspace.indexed();

  // All paths are looked at before the first file is read: a wrong one is told before any work.
  const named: string[] = [];
  for (const path of paths) {
    const place = places.get(path);
    if (place === undefined) {
      if (stdin) named.push(stdin.uri);
      continue;
    }
    const found = await filesAt(place, (file) => workspace.isSeed(uriOfPath(file)) || isOrphan(uriOfPath(file)));
    if (found.length === 0) throw new UsageError(nothingAt(path, place));
    for (const file of found) named.push(uriOfPath(file));
  }
  const uris = new Set([...workspace.knowledgeUris().sort(), ...named.flatMap(withItsOther)]);
  const content = stdin && (await readStdin());

  async function* inputs(): AsyncGenerator<Input> {
    for (const uri of uris) {
      const kind = kindOf(uri);
      if (uri === stdin?.uri) {
        yield { name: stdin.name, uri, kind, content };
        continue;
      }
      const [read] = await files.readMany([uri]);
      // Most seeds have no annotations yet.
      if (read === undefined && kind === 'sidecar') continue;
      const path = fileURLToPath(uri);
      yield { name: nameOf(path), uri, kind, content: read };
    }
  }
  const seeds = [...uris].filter((uri) => kindOf(uri) === 'seed').length;
  return { ports, workspace, inputs: inputs(), seeds, stdinUri: stdin?.uri };
}

/** A path as to be shown: relative to the working folder. */
export function nameOf(path: string): string {
  return relative(process.cwd(), path) || path;
}

/** A seed and its annotations file: whether annotations have their places can be told of both together only. */
function withItsOther(uri: string): string[] {
  const kind = kindOf(uri);
  if (kind === 'seed') return [uri, sidecarOf(uri)];
  if (kind === 'sidecar' && existsSync(fileURLToPath(seedOf(uri)))) return [seedOf(uri), uri];
  return [uri];
}

/** An annotations file whose seed is gone: nothing else would lead to it. */
function isOrphan(uri: string): boolean {
  return kindOf(uri) === 'sidecar' && !existsSync(fileURLToPath(seedOf(uri)));
}

function nothingAt(argument: string, { kind }: Place): string {
  return kind === 'glob'
    ? `No file matches “${argument}”. In it, * and ? stand for characters of one name, ** for any number of folders, {a,b} for either.`
    : `No seeds below ${argument}: it holds no *.seed, no *.seed.txt and no *.txt in a folder “seeds”. Name the files, or their globs under “seeds:” in seedmark.yaml.`;
}

interface Stdin {
  readonly name: string;
  readonly path: string;
  readonly uri: string;
}

async function stdinOf(paths: readonly string[], filename: string | undefined): Promise<Stdin | undefined> {
  if (!paths.includes(STDIN)) {
    if (filename === undefined) return undefined;
    throw new UsageError('--stdin-filename says what standard input stands for; give “-” as a path to read it.');
  }
  // Without a name it stands for a file in the working folder: the project of that folder holds.
  const name = filename ?? '<stdin>';
  const path = resolve(name);
  const uri = uriOfPath(path);
  const place = existsSync(path) ? await placeOf(path) : undefined;
  if (place?.kind === 'folder' || kindOf(uri) !== 'seed')
    throw new UsageError(
      `--stdin-filename takes the path of a seed; “${name}” is ${place?.kind === 'folder' ? 'a folder' : 'another file of the project'}.`,
    );
  return { name, path, uri };
}

/** All of standard input; undefined where it cannot be read or has no end. */
async function readStdin(): Promise<FileContent | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MOST_BYTES) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return decode(Buffer.concat(chunks));
}

/** The folder whose facts hold for a folder: the nearest one with a `seedmark.yaml`, else with a `facts` folder, else itself. */
function projectRoot(start: string): string {
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
