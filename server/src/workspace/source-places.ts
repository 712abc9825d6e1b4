import { readSource } from '../facts/source.ts';
import { encodePart } from '../text/address.ts';
import { decoded, folderOf } from './kinds.ts';

/** What the sources of a facts file count from, besides its own folder. */
export interface SourceBases {
  /** The workspace folder that holds the document; undefined for a document outside of all. */
  readonly folder: string | undefined;
  /** The project file that holds for the document. */
  readonly projectUri: string | undefined;
}

/**
 * The files that a fact's `source` may mean, likeliest first and without the line in it: by its path from the project file's folder, from the workspace
 * folder, from the facts file's own folder; with `./` or `../` from the last one only. Never one outside of the workspace
 * folder.
 */
export function sourcePlaces(uri: string, source: string, { folder, projectUri }: SourceBases): string[] {
  const path = readSource(source).path.replaceAll('\\', '/');
  if (
    folder === undefined ||
    path.startsWith('/') ||
    /(?:^|\/)\.{0,2}$/.test(path) ||
    /^[a-z][a-z0-9+.-]*:/i.test(path)
  )
    return [];
  const bases = /^\.\.?\//.test(path)
    ? [folderOf(uri)]
    : [...(projectUri === undefined ? [] : [folderOf(projectUri)]), folder, folderOf(uri)];
  const places = bases.flatMap((base) => below(folder, base, path) ?? []);
  return [...new Set(places)];
}

/** The path by which a fact names a file: from the project file's folder, else from the workspace folder. */
export function sourcePath(file: string, { folder, projectUri }: SourceBases): string | undefined {
  const project = projectUri === undefined ? undefined : folderOf(projectUri);
  const base = [project, folder].find((each) => each !== undefined && file.startsWith(each));
  return base === undefined ? undefined : decoded(file.slice(base.length));
}

/** The URI of a file that a source means, with the line that it names, as editors open it. */
export function sourceAddress(place: string, source: string): string {
  const { line } = readSource(source);
  return line === undefined ? place : `${place}#L${line}`;
}

/** The URI of a path from `base`, if both stand below `folder`. */
function below(folder: string, base: string, path: string): string | undefined {
  if (!base.startsWith(folder)) return undefined;
  const parts = base
    .slice(folder.length)
    .split('/')
    .filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(encodePart(part));
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : folder + parts.join('/');
}
