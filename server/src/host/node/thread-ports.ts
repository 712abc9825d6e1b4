import type { Log, Ports, Stamps } from '../../ports.ts';
import { nodePorts } from './ports.ts';
import { fileStamps } from './stamps.ts';
import { threadFiles } from './thread-files.ts';

/** The world of a thread that reads files on this machine, and starts no program. */
export function threadPorts(log: Log): Ports & { readonly stamps: Stamps } {
  return { ...nodePorts(threadFiles(), log, { git: () => false }), stamps: fileStamps };
}
