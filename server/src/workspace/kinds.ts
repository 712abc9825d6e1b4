/** What a file is to Seedmark, by its URI. */
export type FileKind = 'seed' | 'sidecar' | 'facts' | 'project';

const SIDECAR = '.annotations.yaml';

/** Globs, relative to a workspace folder, of the files that say something about all its seeds. */
export const KNOWLEDGE_GLOBS = ['**/seedmark.yaml', '**/facts/**/*.yaml', '**/*.facts.yaml'] as const;

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
