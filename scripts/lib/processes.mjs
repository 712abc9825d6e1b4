// Child processes that never outlive us. Each gets a process group of its own, so that what it starts itself ends with it.
import { spawn, spawnSync } from 'node:child_process';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const windows = process.platform === 'win32';
const secondsToEnd = 15;
const checkMs = 50;
const parentCheckMs = 1000;

/**
 * How each is asked to end.
 * @type {Map<ChildProcess, 'SIGTERM' | 'SIGKILL'>}
 */
const running = new Map();
/** @type {Set<() => void>} */
const cleanups = new Set();
let watching = false;

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { endBy?: 'SIGTERM' | 'SIGKILL' }} [options] `endBy`: SIGKILL for what
 * has nothing to put in order at its end and would only take its time.
 */
export function start(command, args, { endBy = 'SIGTERM', ...options } = {}) {
  watch();
  // On Windows a detached child opens a console window; `taskkill /T` finds its children without.
  const child = spawn(command, args, { detached: !windows, ...options });
  running.set(child, endBy);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end, its output being ours.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} The exit status; 128 where a signal ended it.
 */
export function run(command, args, options = {}) {
  return exitOf(
    start(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      ...options,
    }),
  );
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<number>}
 */
export function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 128));
  });
}

/** Asks every child to end, with all that it started, and insists after some seconds. */
export async function endAll() {
  for (const [child, endBy] of running) signal(child, endBy);
  const asked = [...running].filter(([, endBy]) => endBy === 'SIGTERM').map(([child]) => child);
  const deadline = performance.now() + secondsToEnd * 1000;
  while (asked.some(groupLives) && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, checkMs));
  }
  for (const child of asked) kill(child);
}

/** @param {ChildProcess} child Ends it and all it started, at once. */
export function kill(child) {
  signal(child, 'SIGKILL');
}

/**
 * Something to do before this process is gone, however it goes. It must be synchronous.
 * @param {() => void} cleanup
 * @returns {() => void} Does it now, and not again.
 */
export function atExit(cleanup) {
  watch();
  const once = () => {
    if (cleanups.delete(cleanup)) cleanup();
  };
  cleanups.add(cleanup);
  return once;
}

function watch() {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    killAll();
    for (const cleanup of cleanups) cleanup();
  });
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(name, endAndExit);
  }
  watchParent();
}

async function endAndExit() {
  await endAll();
  process.exit(130);
}

/** npm passes no signal on when it is ended, so look whether it is still there. (Outside npm a parent may well go: `nohup`.) */
function watchParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    endAndExit();
  }, parentCheckMs);
  timer.unref();
}

function killAll() {
  for (const child of running.keys()) signal(child, 'SIGKILL');
}

/** @param {ChildProcess} child The child may be gone while something that it started is still putting its things in order. */
function groupLives(child) {
  if (windows || child.pid === undefined) return child.pid !== undefined && child.exitCode === null;
  try {
    return process.kill(-child.pid, 0);
  } catch {
    return false;
  }
}

/**
 * @param {ChildProcess} child
 * @param {'SIGTERM' | 'SIGKILL'} name
 */
function signal(child, name) {
  if (child.pid === undefined) return;
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], {
      stdio: 'ignore',
    });
    return;
  }
  try {
    process.kill(-child.pid, name);
  } catch {
    // It has ended in the meantime.
  }
}
