// The suites of test/vscode in desktop VS Code, through @vscode/test-electron; on a machine that cannot have it, through code-shim.mjs.
// SEEDMARK_DESKTOP=1 insists on the desktop, SEEDMARK_DESKTOP=0 on the shim.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { hostFolder, root, seedsFolder } from '../../scripts/lib/paths.mjs';
import { runMain } from '../../scripts/lib/problem.mjs';
import { atExit } from '../../scripts/lib/processes.mjs';

await runMain(async () => {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'seedmark-electron-'));
  atExit(() => fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
  const workspace = path.join(temporary, path.basename(seedsFolder));
  fs.cpSync(seedsFolder, workspace, { recursive: true });

  const desktop = await desktopCanBeHad();
  console.log(
    desktop ? 'Desktop VS Code, stable.' : 'No desktop VS Code here: the same call, answered by the embedded one.',
  );
  return runDesktop({
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist', 'test', 'node.cjs'),
    launchArgs: [
      workspace,
      '--disable-extensions',
      `--user-data-dir=${path.join(temporary, 'user')}`,
      `--extensions-dir=${path.join(temporary, 'extensions')}`,
    ],
    ...(desktop
      ? {
          version: 'stable',
          cachePath: path.join(root, '.cache', 'vscode-test'),
        }
      : { vscodeExecutablePath: path.join(hostFolder, 'code-shim.mjs') }),
  });
});

/** @param {import('@vscode/test-electron').TestOptions} options */
async function runDesktop(options) {
  try {
    return await runTests(options);
  } catch (error) {
    // The tests have said what failed; a missing desktop has not.
    console.error(String(error));
    return 1;
  }
}

/** It takes a screen to show it on, and the site to fetch it from. */
async function desktopCanBeHad() {
  const wish = process.env.SEEDMARK_DESKTOP;
  if (wish !== undefined) return wish === '1';
  // Windows starts no script by its first line, so there is no shim.
  if (process.platform === 'win32') return true;
  const screen = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen) return false;
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(10_000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
