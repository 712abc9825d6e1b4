import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '../support/server.ts';

export interface Result {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line in a folder; `npm run build` makes it. */
export function runSeedmark(folder: string, args: readonly string[], input: string | Uint8Array = ''): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(REPOSITORY, 'dist/cli.cjs'), ...args], { cwd: folder });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (data) => {
      out += data;
    });
    child.stderr.setEncoding('utf8').on('data', (data) => {
      err += data;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, err }));
    // A run that complains about its arguments reads no input: that the pipe breaks then is no failure of the test.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** A new folder that holds these files. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seedmark-cli-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}
