import { type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isWritable, keepOwner, READ_ONLY, syncFolder, temporaryBeside } from './replace-file.ts';

/** A file that is written piece by piece and is there only when it is whole: until then what was there before stays. */
export interface OutputFile {
  write(text: string): Promise<void>;
  /** Puts it in its place. */
  finish(): Promise<void>;
  /** Leaves everything as it was; nothing where it is finished already. */
  discard(): Promise<void>;
}

/**
 * Begins a file at `path`, where there may be one: its mode stays, and a link to it. Answers why it cannot be written, as
 * the rest of a sentence that begins with the file's name.
 */
export async function openOutput(path: string): Promise<OutputFile | string> {
  try {
    const target = await realpath(path).catch(() => resolve(path));
    const before = await stat(target).catch(() => undefined);
    // A device, or a pipe, would be gone when a file took its place.
    if (before !== undefined && !before.isFile())
      return `it is ${before.isDirectory() ? 'a folder' : 'no ordinary file'}.`;
    if (before !== undefined && !(await isWritable(target, before.mode))) return READ_ONLY;
    const temporary = temporaryBeside(target);
    const file = await open(temporary, 'wx', 0o666);
    if (before !== undefined) {
      await keepOwner(file, before.uid, before.gid);
      await file.chmod(before.mode & 0o7777);
    }
    return outputTo(file, temporary, target);
  } catch (error) {
    return `it cannot be written: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function outputTo(file: FileHandle, temporary: string, target: string): OutputFile {
  let isOpen = true;
  const close = async () => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  return {
    write: (text) => file.appendFile(text),
    async finish() {
      await file.sync();
      await close();
      await rename(temporary, target);
      await syncFolder(dirname(target));
    },
    async discard() {
      await close();
      await unlink(temporary).catch(() => undefined);
    },
  };
}
