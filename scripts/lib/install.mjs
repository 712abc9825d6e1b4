// Installs what a folder's lock file names, when it is not there yet.
import fs from 'node:fs';
import path from 'node:path';
import { findNode24 } from './node24.mjs';
import { hostFolder, root, shown } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';

/** The compiler, the linter, the bundler, the libraries of the extension. */
export async function ensureProject() {
  await ensureInstalled(root, 'the libraries and tools of Seedmark');
}

/** The embedded VS Code, apart from the rest because it is large and only `npm start` and the tests inside VS Code need it. */
export async function ensureHost() {
  await ensureInstalled(hostFolder, 'the embedded VS Code (about 520 MB)');
  linkHostModules();
  findNode24();
}

/**
 * @param {string} folder
 * @param {string} what
 */
async function ensureInstalled(folder, what) {
  const reason = whyStale(folder);
  if (reason === undefined) return;
  console.log(`Installing ${what} into ${shown(path.join(folder, 'node_modules'))}: ${reason}.`);
  // No package here needs its install script, so none is run.
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const status = await runNpm(args, folder);
  if (status === 0) return;
  throw new Problem(
    `npm could not install ${what}: \`npm ${args.join(' ')}\` in ${shown(folder)} ended with status ${status}, see above.\n` +
      'Is the npm registry reachable, and is there room on the disk?',
  );
}

/**
 * npm keeps a copy of the lock in `node_modules` of what it really installed. Comparing the two also sees the user's own `npm install`,
 * which a mark of our own would not.
 * @param {string} folder
 * @returns {string | undefined}
 */
function whyStale(folder) {
  const installed = readPackages(path.join(folder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return 'nothing is installed yet';
  const wanted = readPackages(path.join(folder, 'package-lock.json'));
  for (const [name, { version, optional }] of Object.entries(wanted ?? {})) {
    if (name === '') continue;
    const found = installed[name];
    // An optional package may be made for another platform.
    if (found === undefined && !optional) return `${name} is missing`;
    if (found !== undefined && found.version !== version)
      return `${name} is ${found.version}, the lock file says ${version}`;
  }
  return undefined;
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function readPackages(lockFile) {
  try {
    return JSON.parse(fs.readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
function runNpm(args, cwd) {
  // Below `npm run` this names npm's own script, which starts on Windows too, where `npm` itself is a batch file.
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], { cwd });
  return run('npm', args, { cwd, shell: process.platform === 'win32' });
}

/** The browser fetches some modules from the VS Code server's own `node_modules`, which are plain dependencies of our folder. */
function linkHostModules() {
  const modules = path.join(hostFolder, 'node_modules');
  const link = path.join(modules, 'code-server', 'lib', 'vscode', 'node_modules');
  if (!fs.existsSync(link)) fs.symlinkSync(modules, link, 'junction');
}
