import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExportCounts, exportSeeds, readSeeds } from '../../server/src/exchange/export.ts';
import { FORMATS } from '../../server/src/formats/formats.ts';
import type { WriteOptions } from '../../server/src/formats/types.ts';
import type { SeedRead } from '../../server/src/workspace/stored-seed.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { REPOSITORY } from './server.ts';
import { NEVER_CANCELLED, ROOT, world } from './world.ts';

/** The annotated seeds among some files, written in a format. */
export async function exported(
  files: Readonly<Record<string, string>>,
  format: string,
  options: Partial<WriteOptions> = {},
): Promise<{ readonly content: string; readonly counts: ExportCounts; readonly read: readonly SeedRead[] }> {
  const ports = world(files);
  const workspace = new Workspace(ports);
  workspace.setFolders([ROOT]);
  await workspace.settled();
  const read: SeedRead[] = [];
  async function* seeds(): AsyncGenerator<SeedRead> {
    for await (const one of readSeeds(await workspace.annotatedSeeds(), workspace, ports, NEVER_CANCELLED)) {
      read.push(one);
      yield one;
    }
  }
  const chosen = FORMATS.find(({ id }) => id === format);
  if (chosen === undefined) throw new Error(`no format ${format}`);
  const pieces: string[] = [];
  const request = {
    format: chosen,
    options: { rejected: false, mark: false, ...options },
    pathOf: (uri: string) => decodeURIComponent(uri.slice(ROOT.length)),
  };
  const counts = await exportSeeds(seeds(), request, (piece) => void pieces.push(piece));
  return { content: pieces.join(''), counts, read };
}

/** The sample seeds with all that belongs to them, by their paths. */
export function samples(): Record<string, string> {
  const folder = join(REPOSITORY, 'seeds');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(txt|yaml)$/.test(name));
  return Object.fromEntries(
    names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}
