import fs from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';

/**
 * The licences of the libraries in the bundles, which ask that their text goes where the code goes. The lock file knows which they are: all
 * that are not there for development only.
 * @param {string} folder
 */
export function thirdPartyNotices(folder) {
  /** @type {{ packages: Record<string, { version?: string, license?: string, dev?: boolean }> }} */
  const lock = JSON.parse(fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8'));
  const notices = Object.entries(lock.packages)
    .filter(([place, { dev }]) => place !== '' && dev !== true)
    .map(([place, { version, license }]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return `${name} ${version} (${license})\n\n${licenceOf(path.join(folder, place)).trim()}\n`;
    });
  return `Seedmark contains these libraries:\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** @param {string} folder */
function licenceOf(folder) {
  const file = fs.readdirSync(folder).find((name) => /^licen[cs]e(\.\w+)?$/i.test(name));
  if (file === undefined) throw new Problem(`${folder} has no licence file, which the package must pass on.`);
  return fs.readFileSync(path.join(folder, file), 'utf8');
}
