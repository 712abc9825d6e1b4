/** Paths of new seeds, relative to a workspace folder, with `/` between folders. No 'vscode' here, so that tests can run it. */

/** What is wrong with a path that somebody typed; undefined where a seed may be written there. */
export function pathProblem(typed: string): string | undefined {
  const path = tidyPath(typed);
  if (path === '') return 'Write where to save the seed, such as seeds/harbour-times-2021-07-05.txt.';
  if (/^\/|^[a-z]:/i.test(path))
    return 'Write the path from the workspace folder on, without a slash or a drive in front.';
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.includes('..')) return 'The seed must stay inside the workspace folder: leave out “..”.';
  if (parts.some((part) => part === '' || part === '.')) return 'A folder or file in this path has no name.';
  const sign = /[\p{Cc}<>:"|?*]/u.exec(path)?.[0];
  if (sign !== undefined) return `The sign “${sign}” cannot stand in the name of a file on every system. Leave it out.`;
  const bad = parts.find((part) => /[. ]$/.test(part) || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part));
  if (bad !== undefined) return `“${bad}” cannot be the name of a file or folder on Windows. Choose another one.`;
  if (/\.ya?ml$/i.test(name)) return 'A YAML file is no seed. Let the name end in .txt or .seed.';
  if (new TextEncoder().encode(`${name}.annotations.yaml`).length > 255)
    return 'The name of the file is too long. Shorten it.';
  return undefined;
}

/** As people on Windows write it, too. */
export function tidyPath(typed: string): string {
  return typed.trim().replaceAll('\\', '/');
}

/** The path with a number before its ending: `seeds/a-2.txt`. */
export function numbered(path: string, number: number): string {
  const ending = /(?:\.seed)?\.[^./]*$/.exec(path);
  const at = ending && ending.index > path.lastIndexOf('/') + 1 ? ending.index : path.length;
  return `${path.slice(0, at)}-${number}${path.slice(at)}`;
}

/** From where to where a path is most likely changed: the name without its ending. */
export function nameRange(path: string): [number, number] {
  const start = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  return [start, dot > start ? dot : path.length];
}
