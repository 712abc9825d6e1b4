// A browser of the Chromium family: the embedded VS Code is driven in it. Any installed one will do.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';
import { findOnPath } from './programs.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

/** @returns {string | undefined} */
export function findChromium() {
  const own = process.env.CHROMIUM;
  if (own) return own;
  return findOnPath(names) ?? usualPlaces().find((file) => fs.existsSync(file));
}

/** @returns {Promise<string>} Its path, after installing it where that is ours to do. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || findOnPath(['apt-get']) === undefined) throw new Problem(advice());
  console.log('Installing chromium with apt-get: the tests inside VS Code need a browser, and there is none.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const installed = findChromium();
  if (installed === undefined) throw new Problem(`apt-get could not install chromium, see above.\n${advice()}`);
  return installed;
}

function advice() {
  return (
    'No browser found. The tests inside VS Code need Chrome, Chromium or Edge.\n' +
    'Install one (Debian, as root: apt-get install chromium; Fedora: dnf install chromium; macOS: brew install --cask chromium),\n' +
    'or set CHROMIUM to the path of its program.'
  );
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', path.join(os.homedir(), 'Applications')];
    return folders.flatMap((folder) => apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (process.platform === 'win32') {
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((name) => process.env[name] ?? '');
    return folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
  }
  return [];
}
