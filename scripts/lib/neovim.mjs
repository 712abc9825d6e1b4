// Neovim, in which the page about other editors is tried.
import { spawnSync } from 'node:child_process';
import { ensureProgram, findOnPath } from './programs.mjs';

/** @returns {Promise<string | undefined>} Its path, after installing it where that is ours to do; undefined where there is none. */
export function ensureNeovim() {
  return ensureProgram('neovim', 'the tests of other editors', findNeovim);
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
