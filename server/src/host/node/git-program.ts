import { existsSync } from 'node:fs';
import { access, constants, realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, sep } from 'node:path';

/**
 * The absolute path of git, from the search path. A program that lies where sources do is never taken for it, whatever
 * the search path says: not from the current folder, not from below one of `avoided`.
 */
export async function findGit(env: NodeJS.ProcessEnv, avoided: readonly string[]): Promise<string | undefined> {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const key = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const outside = await Promise.all(avoided.map(resolved));
  const current = await resolved(process.cwd());
  for (const entry of (env[key] ?? '').split(delimiter)) {
    const folder = entry.replace(/^"(.*)"$/, '$1');
    if (!isAbsolute(folder)) continue;
    const program = join(folder, name);
    if (!(await isProgram(program)) || asksToInstall(program)) continue;
    const places = [await resolved(folder), await resolved(program)];
    if (places[0] === current || places.some((place) => outside.some((folder) => lies(place, folder)))) continue;
    return program;
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** macOS has a program of that name which opens a dialog to install git, as long as there is none. */
function asksToInstall(path: string): boolean {
  if (process.platform !== 'darwin' || path !== '/usr/bin/git') return false;
  return !['/var/db/xcode_select_link', '/Library/Developer/CommandLineTools', '/Applications/Xcode.app'].some(
    existsSync,
  );
}

function lies(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function resolved(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
