import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The folder of the embedded VS Code: its own package and lock file, its own `node_modules`. */
export const hostFolder = path.join(root, 'test', 'host');

/** The sample seeds: what `npm start` opens and the tests copy. */
export const seedsFolder = path.join(root, 'seeds');

/** The one that `npm start` shows first: it has something of everything. */
export const firstSeed = path.join(seedsFolder, '2012-10-30-sandy.txt');

/** @param {string} file A path for people: relative to where they are, if that is shorter. */
export function shown(file) {
  const relative = path.relative(process.cwd(), file) || '.';
  return relative.length < file.length ? relative : file;
}
