import { RelativePattern, Uri, workspace } from 'vscode';
import type {
  ListFilesParams,
  ListFilesResult,
  ReadFilesParams,
  ReadFilesResult,
  ReadKeptParams,
  ReadKeptResult,
  ReadModelParams,
  ReadModelResult,
  WriteKeptParams,
} from '../../server/src/protocol.ts';
import { isSidecar } from './selector.ts';

/** Reads at once: more only queue up in VS Code's own file service. */
const PARALLEL = 64;

/** What the server cannot reach itself: files of the workspace, and the sidecar beside an open document. */
export async function readFiles({ uris }: ReadFilesParams): Promise<ReadFilesResult> {
  const results: (string | null)[] = new Array(uris.length).fill(null);
  let next = 0;
  const worker = async () => {
    while (next < uris.length) {
      const index = next++;
      results[index] = await read(uris[index] ?? '');
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, uris.length) }, worker));
  return results;
}

export async function listFiles({ folder, globs }: ListFilesParams): Promise<ListFilesResult> {
  const base = Uri.parse(folder);
  if (!isInWorkspace(base)) return [];
  const found = await Promise.all(globs.map((glob) => workspace.findFiles(new RelativePattern(base, glob))));
  return [...new Set(found.flat().map(String))];
}

async function read(text: string): Promise<string | null> {
  const uri = Uri.parse(text);
  if (!isInWorkspace(uri) && !isBesideOpenDocument(uri)) return null;
  try {
    return base64(await workspace.fs.readFile(uri));
  } catch {
    // Missing or unreadable are one answer: the server says what it means where it matters.
    return null;
  }
}

/** A file of the extension's own that the server reads, by its plain name. */
export async function readModel(extension: Uri, { name }: ReadModelParams): Promise<ReadModelResult> {
  if (!/^[a-z]+\.model$/.test(name)) return null;
  return base64(await workspace.fs.readFile(Uri.joinPath(extension, 'server', 'data', name)));
}

/** What the server kept in the extension's folder for this workspace. */
export async function readKept(storage: Uri | undefined, { name }: ReadKeptParams): Promise<ReadKeptResult> {
  if (storage === undefined || !KEPT.test(name)) return null;
  try {
    return base64(await workspace.fs.readFile(Uri.joinPath(storage, name)));
  } catch {
    return null;
  }
}

export async function writeKept(storage: Uri | undefined, { name, content }: WriteKeptParams): Promise<void> {
  if (storage === undefined || !KEPT.test(name)) return;
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  await workspace.fs.createDirectory(storage);
  await workspace.fs.writeFile(Uri.joinPath(storage, name), bytes);
}

/** Plain names only: nothing leads out of the folder. */
const KEPT = /^[a-z]+\.[a-z]+$/;

function isInWorkspace(uri: Uri): boolean {
  return !uri.path.split('/').includes('..') && workspace.getWorkspaceFolder(uri) !== undefined;
}

/** A seed may be opened without its folder. */
function isBesideOpenDocument(uri: Uri): boolean {
  return (
    isSidecar(uri) &&
    workspace.textDocuments.some((document) => uri.toString().startsWith(`${document.uri.toString()}.`))
  );
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  // In pieces, since every byte is an argument of the call.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
