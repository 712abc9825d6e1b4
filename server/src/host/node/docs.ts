import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { uriOfPath } from './files.ts';

/** URI of the folder `docs` of this installation, which lies beside that of the bundle; undefined where it was left out. */
export function docsUri(): string | undefined {
  const folder = resolve(__dirname, '..', 'docs');
  return existsSync(join(folder, 'findings')) ? uriOfPath(folder) : undefined;
}
