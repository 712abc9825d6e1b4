import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Whether there is a git to test with; `npm test` installs one where it can. */
export const gitIsThere = spawnSync('git', ['--version']).status === 0;
if (!gitIsThere) console.log('Skipped: tests that ask git, since there is none on the search path. Install it.');

/** Whoever runs the tests may have a configuration of their own, or be inside a hook. */
export const GIT_ENV: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
};

const NOBODY = ['-c', 'user.name=N', '-c', 'user.email=n@example.org', '-c', 'init.defaultBranch=main'];

/** Runs git in a folder and gives what it says. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', [...NOBODY, '-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    env: GIT_ENV,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** A new repository in which these files are committed. */
export async function repositoryOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'seedmark-git-')));
  git(folder, 'init', '-q');
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'as it was');
  return folder;
}
