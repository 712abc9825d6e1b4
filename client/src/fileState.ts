import { FileSystemError, FileType, Uri, workspace } from 'vscode';

/**
 * Whether there is a file. Where a file system does not say, its folder is looked at, and where that says nothing either,
 * the file counts as there: what may exist is not written over.
 */
export async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    // Not every file system keeps to the error it should give.
    return !saysMissing(error) && (await mayBeListed(uri));
  }
}

async function mayBeListed(uri: Uri): Promise<boolean> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  try {
    const entries = await workspace.fs.readDirectory(Uri.joinPath(uri, '..'));
    return entries.some(([entry]) => entry === name);
  } catch (error) {
    return !saysMissing(error);
  }
}

function saysMissing(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'FileNotFound';
}

/** Size of a file in bytes; undefined where there is none, or where it cannot be told: see {@link isThere}. */
export async function sizeOf(uri: Uri): Promise<number | undefined> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    return type === FileType.Directory ? undefined : size;
  } catch {
    return undefined;
  }
}
