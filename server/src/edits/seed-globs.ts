import { compileGlob } from '../text/glob.ts';

/** A path as a glob that means it and nothing much else. */
export function globOfPath(path: string): string {
  // Globs have no way to write these signs, but for the sign that stands for any one.
  return path.replace(/[{},]/g, '?');
}

/** Globs for files like one, from the narrowest to the widest; `path` is relative to the project's folder. */
export function globsLike(path: string): string[] {
  const slash = path.lastIndexOf('/');
  const folder = globOfPath(path.slice(0, slash + 1));
  const dot = path.lastIndexOf('.');
  const files = dot > slash + 1 ? `*${globOfPath(path.slice(dot))}` : '*';
  const globs = [folder + files, `${folder}**/${files}`];
  const top = folder.slice(0, folder.indexOf('/') + 1);
  if (top !== folder) globs.push(`${top}**/${files}`);
  return globs.filter((glob, i) => globs.indexOf(glob) === i && compileGlob(glob).test(path));
}
