import type { Log, Ports, Stamps } from '../../ports.ts';
import { nodeFiles } from './files.ts';
import { nodePorts } from './ports.ts';
import { fileStamps } from './stamps.ts';

/** The world of a thread that reads files on this machine, and starts no program. */
export function threadPorts(log: Log): Ports & { readonly stamps: Stamps } {
  return { ...nodePorts(nodeFiles(), log, { git: () => false }), stamps: fileStamps };
}
