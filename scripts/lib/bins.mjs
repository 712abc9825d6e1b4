import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';

const packages = {
  tsc: 'typescript',
  biome: '@biomejs/biome',
  vitest: 'vitest',
  vsce: '@vscode/vsce',
};

/**
 * Runs a tool that is installed in this project, on every platform alike (`node_modules/.bin` holds batch files on Windows).
 * @param {keyof typeof packages} name
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runBin(name, args, options = {}) {
  const folder = path.join(root, 'node_modules', packages[name]);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[name];
  if (script === undefined) throw new Problem(`The package ${packages[name]} brings no program ${name}.`);
  return run(process.execPath, [path.join(folder, script), ...args], {
    cwd: root,
    ...options,
  });
}
