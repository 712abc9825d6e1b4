import { createHash, randomBytes } from 'node:crypto';
import {
  access,
  constants,
  type FileHandle,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** Milliseconds after which a temporary file is nobody's, also if it is another machine's. */
const ABANDONED_AFTER = 24 * 60 * 60 * 1000;
/** Shared folders are written to from several machines, on which one number is two processes. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const TEMPORARY = /^\.seedmark-(\d{1,10})-([0-9a-f]{8})-[0-9a-f]{12}\.tmp$/;

/**
 * Gives a file other bytes, in one step: whenever the process or the machine stops, the file holds the old bytes or the
 * new ones. Its mode stays, and a link to it. Nothing is written where the file is no longer as it was read, `before`.
 *
 * @returns why nothing was written, as the rest of a sentence that begins with the file's name.
 */
export async function replaceFile(path: string, before: Uint8Array, after: Uint8Array): Promise<string | undefined> {
  let temporary: string | undefined;
  try {
    const target = await realpath(path);
    const { mode, uid, gid } = await stat(target);
    if (!(await isWritable(target, mode))) return READ_ONLY;
    const name = temporaryBeside(target);
    const file = await open(name, 'wx', 0o600);
    temporary = name;
    try {
      await file.writeFile(after);
      await keepOwner(file, uid, gid);
      await file.chmod(mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    if (Buffer.compare(await readFile(target), before) !== 0)
      return 'it has changed since it was read. Run the command again.';
    await rename(name, target);
    temporary = undefined;
    await syncFolder(dirname(target));
    return undefined;
  } catch (error) {
    return `it cannot be written: ${error instanceof Error ? error.message : String(error)}.`;
  } finally {
    if (temporary !== undefined) await unlink(temporary).catch(() => undefined);
  }
}

export const READ_ONLY = 'it is read-only. Make it writable (chmod u+w), then try again.';

/** A free name in the folder of a file, under which it can be written before it takes that file's place. */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `.seedmark-${process.pid}-${MACHINE}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Removes the temporary files that runs which were killed left beside a file; not again in folders that are `done`. */
export async function removeLeftovers(path: string, done: Set<string>): Promise<void> {
  const folder = await realpath(path).then(dirname, () => dirname(path));
  if (done.has(folder)) return;
  done.add(folder);
  for (const name of await readdir(folder).catch(() => [])) {
    const [, pid, machine] = TEMPORARY.exec(name) ?? [];
    if (pid === undefined) continue;
    const file = join(folder, name);
    const old = await stat(file).then(
      ({ mtimeMs }) => Date.now() - mtimeMs > ABANDONED_AFTER,
      () => false,
    );
    if (old || (machine === MACHINE && !isRunning(Number(pid)))) await unlink(file).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Root may write everything; what was made read-only shall stay as it is for root as well. */
export async function isWritable(path: string, mode: number): Promise<boolean> {
  if ((mode & 0o222) === 0) return false;
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** As root one writes other people's files, and they stay theirs. Others cannot give files away, and need not. */
export async function keepOwner(file: FileHandle, uid: number, gid: number): Promise<void> {
  const own = await file.stat();
  if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid).catch(() => undefined);
}

/** The new name is on disk only when its folder is. Windows has no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The file is whole all the same; only after a loss of power it might be the old one.
  }
}
