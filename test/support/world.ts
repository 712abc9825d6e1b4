import { createHash } from 'node:crypto';
import { noWorkers } from '../../server/src/host/no-workers.ts';
import type { CacheFile, FileContent, Ports } from '../../server/src/ports.ts';
import { compileGlob } from '../../server/src/text/glob.ts';
import type { SeedSnapshot, YamlSnapshot } from '../../server/src/workspace/snapshot.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';

/** A world in memory: files by URI, a clock that stands, a log that keeps what was said. */
export interface World extends Ports {
  readonly disk: Map<string, string>;
  readonly logged: string[];
  /** Texts at hand by blob id: what was kept, and what a test puts there in git's place. */
  readonly texts: Map<string, string>;
  /** What is kept between two starts. */
  readonly kept: Map<string, CacheFile>;
}

export const ROOT = 'file:///w/';
export const TODAY = '2021-07-06';

/** @param options.model bytes of a names model: names are what it finds, too. */
export function world(
  files: Readonly<Record<string, string>> = {},
  { model }: { readonly model?: Uint8Array | undefined } = {},
): World {
  const disk = new Map(Object.entries(files).map(([name, text]) => [ROOT + name, text]));
  const logged: string[] = [];
  const texts = new Map<string, string>();
  const kept = new Map<string, CacheFile>();
  let seed = 1;
  return {
    disk,
    logged,
    texts,
    kept,
    files: {
      async readMany(uris) {
        return uris.map((uri): FileContent | undefined => {
          const text = disk.get(uri);
          if (text === undefined) return undefined;
          const bom = text.startsWith('\ufeff');
          return { text: bom ? text.slice(1) : text, bom, utf8: true };
        });
      },
      async list(folder, globs) {
        const patterns = globs.map(compileGlob);
        return [...disk.keys()].filter(
          (uri) => uri.startsWith(folder) && patterns.some((pattern) => pattern.test(uri.slice(folder.length))),
        );
      },
    },
    blobs: {
      async idOf(text, bom) {
        const bytes = Buffer.from((bom ? '\ufeff' : '') + text, 'utf8');
        return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
      },
      async textsOf(ids) {
        return new Map(ids.flatMap((id) => (texts.has(id) ? [[id, texts.get(id) ?? '']] : [])));
      },
      keep: (id, text) => void texts.set(id, text),
    },
    models: { bytes: async () => model },
    cache: { read: async (name) => kept.get(name), write: async (name, file) => void kept.set(name, file) },
    workers: noWorkers,
    clock: {
      now: () => 0,
      today: () => TODAY,
      yield: () => Promise.resolve(),
      later: (_milliseconds, work) => queueMicrotask(work),
    },
    log: {
      info: () => undefined,
      warn: (message) => logged.push(message),
      error: (message) => logged.push(message),
    },
    random: {
      // A generator of its own with a fixed start: ids differ, and are the same in every run.
      bytes(length) {
        return Uint8Array.from({ length }, () => {
          seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
          return seed >>> 16;
        });
      },
    },
  };
}

export const NEVER_CANCELLED = { isCancellationRequested: false };

/** A workspace with one seed open, everything read and analysed. */
export async function openSeed(
  text: string,
  files: Readonly<Record<string, string>> = {},
  name = 'seeds/a.txt',
  options: { readonly model?: Uint8Array | undefined } = {},
): Promise<{ workspace: Workspace; uri: string; snapshot: SeedSnapshot; world: World }> {
  const w = world(files, options);
  const workspace = new Workspace(w);
  workspace.setFolders([ROOT]);
  const uri = ROOT + name;
  workspace.open(uri, text, 1);
  await workspace.settled();
  await workspace.indexed();
  await workspace.modelRead();
  const opened = workspace.seed(uri);
  const snapshot = opened && (await workspace.analyze(opened, NEVER_CANCELLED));
  if (!snapshot) throw new Error('the seed did not open');
  return { workspace, uri, snapshot, world: w };
}

/** A workspace with one sidecar, facts or project file open, everything read. */
export async function openYaml(
  name: string,
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<{ workspace: Workspace; snapshot: YamlSnapshot }> {
  const workspace = new Workspace(world(files));
  workspace.setFolders([ROOT]);
  await workspace.settled();
  workspace.open(ROOT + name, text, 1);
  await workspace.settled();
  const snapshot = workspace.snapshot(ROOT + name);
  if (snapshot?.kind !== 'yaml') throw new Error('the file did not open');
  return { workspace, snapshot };
}
