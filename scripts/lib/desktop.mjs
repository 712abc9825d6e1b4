import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { firstSeed, root, seedsFolder, shown } from './paths.mjs';
import { run } from './processes.mjs';
import { findOnPath } from './programs.mjs';

const names = ['code', 'code-insiders', 'codium'];

/** @returns {Promise<boolean>} False where there is no desktop VS Code, or none that opened. */
export async function openDesktop() {
  const program = findDesktop();
  if (program === undefined) return false;
  console.log(`Opening ${shown(seedsFolder)} in ${program}, with Seedmark from this checkout.`);
  const args = [`--extensionDevelopmentPath=${root}`, ...argsForRoot(), seedsFolder, firstSeed];
  // Windows starts the batch file `code.cmd` only through its shell, which needs the quotes.
  const windows = process.platform === 'win32';
  const status = await run(windows ? `"${program}"` : program, windows ? args.map((arg) => `"${arg}"`) : args, {
    shell: windows,
  });
  if (status === 0) return true;
  console.log(`It ended with status ${status}: using the embedded VS Code instead.`);
  return false;
}

function findDesktop() {
  // In the terminal of a remote window `code` opens files there, and knows nothing of extensions under development.
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  return findOnPath(names) ?? usualPlaces().find((file) => fs.existsSync(file));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = {
      code: 'Visual Studio Code',
      'code-insiders': 'Visual Studio Code - Insiders',
      codium: 'VSCodium',
    };
    const folders = ['/Applications', path.join(os.homedir(), 'Applications')];
    return Object.entries(apps).flatMap(([name, app]) =>
      folders.map((folder) => `${folder}/${app}.app/Contents/Resources/app/bin/${name}`),
    );
  }
  if (process.platform === 'win32') {
    const local = path.join(process.env.LocalAppData ?? '', 'Programs');
    const folders = [local, process.env.ProgramFiles ?? ''];
    const programs = [
      'Microsoft VS Code/bin/code.cmd',
      'Microsoft VS Code Insiders/bin/code-insiders.cmd',
      'VSCodium/bin/codium.cmd',
    ];
    return folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
  }
  return ['/usr/share/code/bin/code', '/snap/bin/code', '/usr/share/codium/bin/codium', '/snap/bin/codium'];
}

/** VS Code refuses to run as root unless it is told where to keep its files. */
function argsForRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  return ['--no-sandbox', `--user-data-dir=${path.join(root, '.cache', 'vscode-user')}`];
}
