import { realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Log } from '../../ports.ts';
import { decode } from '../content.ts';
import type { TextStore } from '../texts.ts';
import { hasId } from './blob-id.ts';
import { CatFile, type Limits } from './cat-file.ts';
import { MOST_BYTES, pathOfUri } from './files.ts';
import { findGit } from './git-program.ts';

/** Repositories with a program of their own at the same time. */
const MOST_REPOSITORIES = 4;

export interface GitOptions extends Partial<Limits> {
  /** Whether a program may be started now: not where the workspace is not trusted. */
  readonly allowed: () => boolean;
  readonly log: Log;
  /** Folders of which nothing may be run. */
  readonly avoided?: (() => readonly string[]) | undefined;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds for which a folder whose git did not answer counts as having none. */
  readonly againAfter?: number;
}

/** Texts that git keeps in the repository of a file, by blob id. Git itself reads them: its files have many forms. */
export function gitTexts(options: GitOptions): TextStore {
  const { allowed, log, avoided = () => [], env = process.env, againAfter = 60_000 } = options;
  const { answerWithin = 2_000, idleFor = 30_000, mostBytes = MOST_BYTES } = options;
  /** By the folder of the repository, the one that was asked last at the end. */
  const running = new Map<string, CatFile>();
  const without = new Map<string, number>();

  function givenUp(folder: string): boolean {
    const since = without.get(folder);
    return since !== undefined && performance.now() - since < againAfter;
  }

  function giveUp(folder: string, reason: string): void {
    if (givenUp(folder)) return;
    without.set(folder, performance.now());
    log.info(`Earlier texts are not taken from git in ${folder}: ${reason}`);
  }

  async function programIn(folder: string): Promise<CatFile | undefined> {
    if (givenUp(folder)) return undefined;
    let child = running.get(folder);
    if (child === undefined) {
      const program = await findGit(env, avoided());
      if (program === undefined) giveUp(folder, 'there is no git on the search path.');
      // While git was looked for, another question may have started it.
      child = running.get(folder) ?? (program === undefined ? undefined : start(program, folder));
    }
    if (child === undefined) return undefined;
    running.delete(folder);
    running.set(folder, child);
    return child;
  }

  function start(program: string, folder: string): CatFile {
    for (const oldest of [...running.values()].filter(({ busy }) => !busy)) {
      if (running.size < MOST_REPOSITORIES) break;
      oldest.end();
    }
    const ended = (reason: string | undefined) => {
      if (running.get(folder) === child) running.delete(folder);
      if (reason !== undefined) giveUp(folder, reason);
    };
    const child = new CatFile(program, folder, env, { answerWithin, idleFor, mostBytes, ended });
    return child;
  }

  return {
    async read(ids, uri) {
      const texts = new Map<string, string>();
      if (!allowed()) return texts;
      const folder = await repositoryOf(uri);
      const child = folder === undefined ? undefined : await programIn(folder);
      if (child === undefined) return texts;
      await Promise.all(
        ids.map(async (id) => {
          const bytes = await child.read(id);
          if (bytes === undefined || !hasId(bytes, id)) return;
          const { text, utf8 } = decode(bytes);
          if (utf8) texts.set(id, text);
        }),
      );
      return texts;
    },
  };
}

/**
 * The nearest folder above a file that git would begin with. Looking first means that no program is started where there
 * is no repository, and that all folders of one share a program.
 */
async function repositoryOf(uri: string): Promise<string | undefined> {
  const path = pathOfUri(uri);
  if (path === undefined) return undefined;
  try {
    for (let folder = await realpath(dirname(path)); ; folder = dirname(folder)) {
      if (await exists(join(folder, '.git'))) return folder;
      if (dirname(folder) === folder) return undefined;
    }
  } catch {
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
