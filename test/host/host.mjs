// Starts the VS Code server of the embedded VS Code (no package needed here but what `ensureHost` installed).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findNode24 } from '../../scripts/lib/node24.mjs';
import { hostFolder } from '../../scripts/lib/paths.mjs';
import { Problem } from '../../scripts/lib/problem.mjs';
import { atExit, exitOf, kill, start } from '../../scripts/lib/processes.mjs';

/**
 * @typedef {object} Host
 * @property {string} authority One spelling, in page addresses and in `vscode-remote:` ones, or VS Code takes them for two machines.
 * @property {string} folder Its own temporary folder; gone after `stop`.
 * @property {(settings: object) => void} writeSettings Replaces what was changed of the user's settings.
 * @property {Promise<number>} ended The server's exit status, when it ends.
 * @property {() => void} stop
 *
 * @typedef {object} HostOptions
 * @property {number} [port] 0: any free one.
 * @property {string} [token] Who does not send it is turned away.
 * @property {string} [extension] Folder of an extension to link in, as it is built.
 * @property {string} [vsix] A packaged extension to install.
 * @property {object} [settings] User settings, besides `quietSettings`.
 * @property {boolean} [testDriver] Without it VS Code ignores `extensionDevelopmentPath` and `extensionTestsPath`; with it, it shows no toasts.
 * @property {boolean} [verbose] Prints the server's log.
 */

const vscode = path.join(hostFolder, 'node_modules', 'code-server', 'lib', 'vscode');
const secondsToStart = 120;

/** Nothing that covers the document, asks for attention or wants the network. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  // As on the desktop; in a browser VS Code saves by itself.
  'files.autoSave': 'off',
};

/** What a folder of texts and YAML files needs. The other ninety built-in extensions only cost time at the start. */
const builtInExtensions = [
  'configuration-editing',
  'json',
  'markdown-basics',
  'markdown-language-features',
  'references-view',
  'search-result',
  'theme-defaults',
  'theme-modern-icons',
  'theme-monokai',
  'theme-seti',
  'theme-solarized-dark',
  'theme-solarized-light',
  'yaml',
];

/**
 * @param {HostOptions} [options]
 * @returns {Promise<Host>}
 */
export async function startHost({
  port = 0,
  token,
  extension,
  vsix,
  settings = {},
  testDriver = false,
  verbose = false,
} = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'seedmark-host-'));
  const removeFolder = atExit(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  /** @param {object} changed */
  const writeSettings = (changed) => writeUserSettings(folder, { ...quietSettings, ...changed });
  writeSettings(settings);
  linkExtensions(path.join(folder, 'builtin'), builtInExtensions.map(builtIn));
  linkExtensions(
    path.join(folder, 'extensions'),
    extension === undefined ? [] : [{ name: installedName(extension), target: extension }],
  );

  const common = [
    path.join(vscode, 'out', 'server-main.js'),
    ...['--server-data-dir', folder, '--extensions-dir', path.join(folder, 'extensions')],
    ...['--builtin-extensions-dir', path.join(folder, 'builtin')],
    ...['--accept-server-license-terms', '--disable-telemetry'],
  ];
  if (vsix !== undefined) await install(common, vsix);
  const args = [
    ...common,
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...['--disable-workspace-trust', '--log', 'info'],
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
  ];
  const server = start(findNode24(), args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment(),
    endBy: 'SIGKILL',
  });
  const ended = exitOf(server);
  // Whoever waits for it sees the error; nobody need wait.
  ended.catch(() => undefined);
  const stop = () => {
    kill(server);
    removeFolder();
  };
  try {
    const listening = await listeningPort(server, verbose);
    return {
      authority: `127.0.0.1:${listening}`,
      folder,
      writeSettings,
      ended,
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * @param {string} authority
 * @param {string} file
 */
export function remoteUri(authority, file) {
  return `vscode-remote://${authority}${remotePath(file)}`;
}

/**
 * The address of the workbench with a folder open.
 * @param {string} authority
 * @param {{ folder: string, token?: string | undefined, payload?: [string, string][] }} options `payload`: what on the desktop are command line options.
 */
export function workbenchUrl(authority, { folder, token, payload = [] }) {
  const query = new URLSearchParams();
  if (token !== undefined) query.set('tkn', token);
  query.set('folder', remotePath(folder));
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  // Slashes may stand in a query, and people read this address.
  return `http://${authority}/?${query.toString().replaceAll('%2F', '/')}`;
}

/** @param {string} file As VS Code writes paths: `/c:/seeds` on Windows. */
function remotePath(file) {
  const forward = path.resolve(file).replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}

/**
 * @param {string} folder
 * @param {object} settings
 */
function writeUserSettings(folder, settings) {
  const user = path.join(folder, 'data', 'User');
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

/** @param {string} name */
function builtIn(name) {
  return { name, target: path.join(vscode, 'extensions', name) };
}

/** @param {string} extension The name under which VS Code keeps an installed extension. */
function installedName(extension) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
  return `${publisher}.${name}-${version}`;
}

/**
 * Links instead of copies: what is built while the server runs is there after "Reload Window".
 * @param {string} folder
 * @param {{ name: string, target: string }[]} extensions
 */
function linkExtensions(folder, extensions) {
  fs.mkdirSync(folder);
  for (const { name, target } of extensions) {
    if (!fs.existsSync(target))
      throw new Problem(`The embedded VS Code has no extension ${name}: ${target} is missing.`);
    fs.symlinkSync(target, path.join(folder, name), 'junction');
  }
}

/**
 * Installs a package as a user of the server does: by its own command line.
 * @param {string[]} args
 * @param {string} vsix
 */
async function install(args, vsix) {
  const child = start(findNode24(), [...args, '--install-extension', vsix], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment(),
    endBy: 'SIGKILL',
  });
  let output = '';
  /** @param {Buffer} data */
  const read = (data) => {
    output += data;
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const status = await exitOf(child);
  // It ends with 0 even where it could not install.
  if (status !== 0 || !output.includes('was successfully installed'))
    throw new Problem(`VS Code did not install ${vsix}: status ${status}. It said:\n${output}`);
}

/** The server must not take itself for a child of the VS Code, the npm or the debugger that we may run in. */
function cleanEnvironment() {
  const foreign = /^(npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {boolean} verbose
 * @returns {Promise<number>}
 */
function listeningPort(server, verbose) {
  return new Promise((resolve, reject) => {
    let output = '';
    /** @param {string} what */
    const fail = (what) => reject(new Problem(`The VS Code server ${what}. It said:\n${output}`));
    /** @param {Buffer} data */
    const read = (data) => {
      if (verbose) process.stderr.write(data);
      if (output.length > 100_000) return;
      output += data;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', (error) => fail(`did not start (${error.message})`));
    server.once('exit', (code) => fail(`ended at its start with status ${code}`));
    setTimeout(() => fail(`did not start in ${secondsToStart} s`), secondsToStart * 1000).unref();
  });
}
