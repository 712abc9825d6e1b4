// Neovim, in which the page about other editors is tried.
import { spawnSync } from 'node:child_process';
import { run } from './processes.mjs';
import { findOnPath } from './programs.mjs';

/** @returns {Promise<string | undefined>} Its path, after installing it where that is ours to do; undefined where there is none. */
export async function ensureNeovim() {
  const found = findNeovim();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || findOnPath(['apt-get']) === undefined) return undefined;
  console.log('Installing neovim with apt-get: the tests of other editors need it, and there is none.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'neovim'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return findNeovim();
}

/**
 * @param {string} program
 * @returns {number} 7 for 0.7.2.
 */
export function neovimMinor(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const [, major, minor] = /^NVIM v(\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
  // Whatever comes after 0 is newer than all that the page speaks of.
  return Number(major) > 0 ? 1000 : Number(minor ?? 0);
}

function findNeovim() {
  return process.env.NEOVIM || findOnPath(['nvim']);
}
