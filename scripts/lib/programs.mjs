import fs from 'node:fs';
import path from 'node:path';
import { run } from './processes.mjs';

/**
 * @param {string} name Of the program, and of its package.
 * @param {string} whatFor Who needs it.
 * @returns {Promise<string | undefined>} Its path, after installing it where that is ours to do; undefined where there is none.
 */
export async function ensureProgram(name, whatFor, find = () => findOnPath([name])) {
  const found = find();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || findOnPath(['apt-get']) === undefined) return undefined;
  console.log(`Installing ${name} with apt-get: ${whatFor} need it, and there is none.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return find();
}

/**
 * @param {string[]} names In order of preference.
 * @returns {string | undefined}
 */
export function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      const found = endings.map((ending) => path.join(folder, name + ending)).find(isProgram);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** @param {string} file */
function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
