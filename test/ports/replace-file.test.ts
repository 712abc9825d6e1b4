import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeLeftovers, replaceFile } from '../../server/src/host/node/replace-file.ts';

const OLD = Buffer.from('\ufeffold\r\n');
const NEW = Buffer.from('\ufeffnew\r\n');
const POSIX = process.platform !== 'win32';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seedmark-write-'));
  file = join(folder, 'a.yaml');
  await writeFile(file, OLD);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('replacing a file', () => {
  test('the new bytes are there, and nothing else', async () => {
    expect(await replaceFile(file, OLD, NEW)).toBeUndefined();
    expect(await readFile(file)).toEqual(NEW);
    expect(await readdir(folder)).toEqual(['a.yaml']);
  });

  test.runIf(POSIX).each([0o644, 0o600, 0o664, 0o755])('its mode stays %o, whatever the mask', async (mode) => {
    await chmod(file, mode);
    const mask = process.umask(0o077);
    try {
      expect(await replaceFile(file, OLD, NEW)).toBeUndefined();
    } finally {
      process.umask(mask);
    }
    expect((await stat(file)).mode & 0o777).toBe(mode);
  });

  test.runIf(process.getuid?.() === 0)('its owner stays', async () => {
    await chown(file, 1234, 4321);
    expect(await replaceFile(file, OLD, NEW)).toBeUndefined();
    expect(await stat(file)).toMatchObject({ uid: 1234, gid: 4321 });
  });

  test.runIf(POSIX)('a link stays one, and the file that it leads to is replaced', async () => {
    await mkdir(join(folder, 'links'));
    const link = join(folder, 'links/b.yaml');
    await symlink('../a.yaml', link);
    expect(await replaceFile(link, OLD, NEW)).toBeUndefined();
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file)).toEqual(NEW);
    expect(await readdir(join(folder, 'links'))).toEqual(['b.yaml']);
  });

  test('one that changed since it was read is left as it is, be it by a byte', async () => {
    const changed = Buffer.from('\ufeffold\n');
    await writeFile(file, changed);
    expect(await replaceFile(file, OLD, NEW)).toBe('it has changed since it was read. Run the command again.');
    expect(await readFile(file)).toEqual(changed);
    expect(await readdir(folder)).toEqual(['a.yaml']);
  });

  test('one that is read-only is left as it is, also by root', async () => {
    await chmod(file, 0o444);
    expect(await replaceFile(file, OLD, NEW)).toContain('it is read-only. Make it writable');
    expect(await readFile(file)).toEqual(OLD);
    expect(await readdir(folder)).toEqual(['a.yaml']);
  });

  test('one that is gone, or no file, is said to be so', async () => {
    await rm(file);
    expect(await replaceFile(file, OLD, NEW)).toMatch(/^it cannot be written: .*ENOENT/);
    await mkdir(file);
    expect(await replaceFile(file, OLD, NEW)).toMatch(/^it cannot be written: /);
    expect(await readdir(folder)).toEqual(['a.yaml']);
  });
});

describe('what a run that was killed left behind', () => {
  const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  /** A process that is over. */
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const name = (pid: number, machine = here, rest = '0123456789ab.tmp') => `.seedmark-${pid}-${machine}-${rest}`;

  test('goes; what somebody may still be writing, or nobody of us wrote, stays', async () => {
    const stay = [
      name(process.pid),
      name(dead, 'ffffffff'),
      name(dead, here, 'mine.tmp'),
      '.seedmark.tmp',
      'a.yaml',
      `x${name(dead)}`,
    ];
    const old = name(dead, 'ffffffff', 'ba9876543210.tmp');
    for (const leftover of [...stay, name(dead), old]) await writeFile(join(folder, leftover), OLD);
    const before = new Date(Date.now() - 48 * 60 * 60 * 1000);
    await utimes(join(folder, old), before, before);
    const done = new Set<string>();
    await removeLeftovers(file, done);
    expect((await readdir(folder)).sort()).toEqual(stay.sort());
    // Looking once is enough for a run.
    await writeFile(join(folder, name(dead)), OLD);
    await removeLeftovers(file, done);
    expect(await readdir(folder)).toContain(name(dead));
    await removeLeftovers(file, new Set());
    expect(await readdir(folder)).not.toContain(name(dead));
  });

  test('a folder that is not there has none', async () => {
    await expect(removeLeftovers(join(folder, 'no/a.yaml'), new Set())).resolves.toBeUndefined();
  });
});
