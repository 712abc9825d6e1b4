import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 what this process is: a server that works a little for each key, a few seconds now and then, and shares the
 * machine with an editor.
 *
 * - Its young objects hardly ever live long, so the room for them need not grow: 4 MB of text hold a third less memory.
 * - Before Node 22 (Maglev), code went from baseline to the dearest compiler after a few hundred keys of work; half
 *   of the processor time of the first hundred keys was spent on that.
 *
 * Measured in `docs/performance.md`. A flag that a version does not know costs a line on standard error.
 */
export function tuneEngine(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 22) setFlagsFromString('--interrupt-budget=1000000');
}
