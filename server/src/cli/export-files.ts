import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uriOfPath } from '../host/node/files.ts';
import { type OutputFile, openOutput } from '../host/node/output-file.ts';
import { removeLeftovers } from '../host/node/replace-file.ts';
import { kindOf, seedOf, sidecarOf } from '../workspace/kinds.ts';
import type { SeedRead, SidecarDamage } from '../workspace/stored-seed.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Input, type Inputs, nameOf } from './inputs.ts';
import { UsageError } from './usage.ts';

/** What a program that writes files for other tools has to do with files. */

export interface Output {
  readonly name: string;
  /** Where a link to it leads. */
  readonly target: string;
  readonly file: OutputFile;
}

/** The file to write, begun; undefined for standard output. */
export async function outputOf(path: string | undefined, workspace: Workspace): Promise<Output | undefined> {
  if (path === undefined || path === '-') return undefined;
  const target = await realPath(path);
  const isOurs = (file: string) => kindOf(uriOfPath(file)) !== 'seed' || workspace.isSeed(uriOfPath(file));
  if (isOurs(resolve(path)) || isOurs(target))
    throw new UsageError(
      `${path} is, or would be, a file of the project itself: a seed, or one that belongs to seeds. Name another file.`,
    );
  await removeLeftovers(path, new Set());
  const file = await openOutput(path);
  if (typeof file === 'string') throw new UsageError(`${path}: ${file}`);
  return { name: path, target, file };
}

/** The path of a file behind links; of one that is not there its own. */
export function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** Undefined where there is nothing to hand over: the files that belong to seeds. */
export async function readInput(
  { uri, kind, content }: Input,
  { ports, workspace }: Inputs,
): Promise<SeedRead | undefined> {
  if (kind === 'sidecar') {
    const seed = fileURLToPath(seedOf(uri));
    if (existsSync(seed)) return undefined;
    return { uri, reason: `its seed, ${nameOf(seed)}, is not there. Bring it back, or remove this file.` };
  }
  if (kind !== 'seed') return undefined;
  const sidecarUri = sidecarOf(uri);
  const [sidecar] = await ports.files.readMany([sidecarUri]);
  if (sidecar === undefined && existsSync(fileURLToPath(sidecarUri)))
    return { uri: sidecarUri, reason: 'it cannot be read' };
  return workspace.readSeed(uri, { seed: content, sidecar });
}

export function damageText(sidecarUri: string, { problem, lines }: SidecarDamage): [name: string, reason: string] {
  const { line, character } = lines.positionAt(problem.span.start);
  return [`${nameOf(fileURLToPath(sidecarUri))}:${line + 1}:${character + 1}`, `it is damaged. ${problem.message}`];
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
