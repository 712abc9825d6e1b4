/** What a `source` names: a file or an address, and of a file the line, counted from 1, if it names one. */
export interface Source {
  readonly path: string;
  readonly line: number | undefined;
}

/**
 * A source taken apart. A line stands behind the path as `#L12`, as in addresses of code hosts and in what VS Code opens;
 * anything else behind a `#` belongs to the path.
 */
export function readSource(source: string): Source {
  const written = source.trim();
  const [, path = '', digits = ''] = /^(.+)#L([1-9]\d{0,8})$/s.exec(written) ?? [];
  if (path === '' || isAddress(path)) return { path: written, line: undefined };
  return { path, line: Number(digits) };
}

/** `https:`, `doi:` and the like. */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(source);
}
