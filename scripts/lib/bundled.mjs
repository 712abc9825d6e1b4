import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './paths.mjs';

/**
 * A program of ours in TypeScript, made runnable and loaded: what it exports.
 * @param {string} entry its file
 * @param {string} outfile where it is put, below `.cache/`
 */
export async function loadBundled(entry, outfile) {
  const file = path.join(root, '.cache', outfile);
  await esbuild.build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(file);
}
