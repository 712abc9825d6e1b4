// The one place that decides which Node runs the embedded VS Code. Its server needs Node 24 or newer, while everything else here
// runs on 20.20. `test/host` installs one from npm where npm has it (Linux); elsewhere it is the user's own.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { hostFolder } from './paths.mjs';
import { Problem } from './problem.mjs';

const needed = 24;

/** @returns {string} The program to run the server with. */
export function findNode24() {
  const packaged = path.join(hostFolder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (fs.existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
  const own = process.env.SEEDMARK_NODE24;
  if (own !== undefined && majorOf(own) >= needed) return own;
  throw new Problem(
    `The embedded VS Code needs Node ${needed} or newer, and this is ${process.version} on ${process.platform}-${process.arch}.\n` +
      `Run the command with a newer Node, or set SEEDMARK_NODE24 to the path of one.`,
  );
}

/** @param {string} program */
function majorOf(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0);
}
