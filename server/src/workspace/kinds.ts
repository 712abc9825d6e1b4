import { compileGlob } from '../text/glob.ts';

/** What a file is to Seedmark, by its URI. */
export type FileKind = 'seed' | 'sidecar' | 'facts' | 'project';

const SIDECAR = '.annotations.yaml';

/** Globs, relative to a workspace folder, of the files that say something about all its seeds. */
export const KNOWLEDGE_GLOBS = ['**/seedmark.yaml', '**/facts/**/*.yaml', '**/*.facts.yaml'] as const;

/** Globs, relative to a workspace folder, of the files that are seeds without anybody saying so. */
export const SEED_GLOBS = ['**/*.seed', '**/*.seed.txt', '**/seeds/**/*.txt'] as const;

const SEEDS = SEED_GLOBS.map(compileGlob);

/** Whether a file is a seed by its name, or by a folder `seeds` above it. */
export function isSeedByName(uri: string): boolean {
  if (kindOf(uri) !== 'seed') return false;
  const path = decoded(uri.replace(/^[^:/]*:(?:\/\/[^/]*)?\/*/, ''));
  return SEEDS.some((glob) => glob.test(path));
}

/** A URI or a path without escapes, as people read it. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function kindOf(uri: string): FileKind {
  const path = uri.replace(/[?#].*$/s, '');
  if (path.endsWith(SIDECAR)) return 'sidecar';
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'seedmark.yaml') return 'project';
  if (name.endsWith('.facts.yaml') || (name.endsWith('.yaml') && path.includes('/facts/'))) return 'facts';
  return 'seed';
}

/** The sidecar of a seed, beside it. */
export function sidecarOf(seedUri: string): string {
  return seedUri + SIDECAR;
}

/** The seed of a sidecar. */
export function seedOf(sidecarUri: string): string {
  return sidecarUri.slice(0, -SIDECAR.length);
}

/** The folder of a file, with its closing slash. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}
