import { stat } from 'node:fs/promises';
import { basename, relative, resolve, sep } from 'node:path';
import { walk } from '../host/node/files.ts';
import { compileGlob, type Glob as Pattern } from '../text/glob.ts';
import { UsageError } from './usage.ts';

/** What a path on the command line names. Paths in it are absolute. */
export type Place = Named | Glob;

interface Named {
  readonly kind: 'file' | 'folder';
  readonly path: string;
}

interface Glob {
  readonly kind: 'glob';
  /** The folder above the first step with a sign in it. */
  readonly path: string;
  /** For paths relative to that folder, with `/`. */
  readonly pattern: Pattern;
  /** Names that begin with a dot are meant, too. */
  readonly hidden: boolean;
}

const SIGNS = /[*?{]/;

/** Reads a path: what exists under that very name goes before what the name could mean as a glob. */
export async function placeOf(argument: string): Promise<Place> {
  const path = resolve(argument);
  const found = await stat(path).catch(() => undefined);
  if (found) return { kind: found.isDirectory() ? 'folder' : 'file', path };
  if (!SIGNS.test(argument)) throw new UsageError(`${argument} does not exist.`);
  const steps = argument.split(sep === '\\' ? /[\\/]/ : '/');
  const first = steps.findIndex((step) => SIGNS.test(step));
  const above = steps.slice(0, first).map((step) => `${step}/`);
  const rest = steps.slice(first).filter((step) => step !== '' && step !== '.');
  return {
    kind: 'glob',
    path: resolve(above.join('')),
    pattern: compileGlob(rest.join('/')),
    hidden: rest.at(-1)?.startsWith('.') === true,
  };
}

/**
 * The files of a place, in order: a file as it is, the seeds of a folder, and what a shell would make of a glob: the
 * files that match it, and the seeds in folders that match it.
 */
export async function filesAt(place: Place, isSeed: (path: string) => boolean): Promise<string[]> {
  if (place.kind === 'file') return [place.path];
  const found: string[] = [];
  for await (const file of walk(place.path))
    if (place.kind === 'glob' ? matches(place, file, isSeed) : isSeed(file)) found.push(file);
  return found.sort();
}

function matches({ path, pattern, hidden }: Glob, file: string, isSeed: (path: string) => boolean): boolean {
  const name = relative(path, file).split(sep).join('/');
  if (pattern.test(name)) return hidden || !basename(file).startsWith('.');
  for (let end = name.indexOf('/'); end !== -1; end = name.indexOf('/', end + 1))
    if (pattern.test(name.slice(0, end))) return isSeed(file);
  return false;
}
