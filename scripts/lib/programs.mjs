import fs from 'node:fs';
import path from 'node:path';

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
