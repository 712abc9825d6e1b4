import { chown, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CatFile } from '../../server/src/host/node/cat-file.ts';
import { uriOfPath } from '../../server/src/host/node/files.ts';
import { findGit } from '../../server/src/host/node/git-program.ts';
import { type GitOptions, gitTexts } from '../../server/src/host/node/git-texts.ts';
import { GIT_ENV, git, gitIsThere, repositoryOf } from '../support/git.ts';

const NOWHERE = '0123456789012345678901234567890123456789';
const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

async function folder(): Promise<string> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'seedmark-ports-')));
  made.push(path);
  return path;
}

async function repository(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const path = await repositoryOf(files);
  made.push(path);
  return path;
}

function textsOf(options: Partial<GitOptions> = {}) {
  const logged: string[] = [];
  const log = { info: (message: string) => void logged.push(message), warn: fail, error: fail };
  const store = gitTexts({ allowed: () => true, log, env: GIT_ENV, ...options });
  const read = async (path: string, ...ids: readonly string[]) =>
    Object.fromEntries(await store.read(ids, uriOfPath(path)));
  return { read, logged };
}

function fail(message: string): never {
  throw new Error(`nothing of this is worth a warning: ${message}`);
}

describe.skipIf(!gitIsThere)('texts from git', () => {
  test('the text as it was committed, also when the file is another one since, or is gone', async () => {
    const root = await repository({ 'seeds/a.txt': 'Old.\n', 'seeds/b.txt': 'B, with é and 😀.\n' });
    const [a, b] = [git(root, 'rev-parse', 'HEAD:seeds/a.txt'), git(root, 'rev-parse', 'HEAD:seeds/b.txt')];
    await writeFile(join(root, 'seeds/a.txt'), 'New.\n');
    await rm(join(root, 'seeds/b.txt'));
    const { read, logged } = textsOf();
    expect(await read(join(root, 'seeds/a.txt'), a, b, NOWHERE)).toEqual({
      [a]: 'Old.\n',
      [b]: 'B, with é and 😀.\n',
    });
    expect(await read(join(root, 'seeds/never-was.txt'), b)).toEqual({ [b]: 'B, with é and 😀.\n' });
    expect(logged).toEqual([]);
  });

  test('answers that are no texts: trees, commits, short ids, other encodings, what is too large', async () => {
    const root = await repository({
      'a.txt': 'A\n',
      'latin.txt': Buffer.from([0xe9, 10]),
      'large.txt': 'x'.repeat(99),
    });
    const id = (name: string) => git(root, 'rev-parse', name);
    const asked = [
      id('HEAD'),
      id('HEAD^{tree}'),
      id('HEAD:latin.txt'),
      id('HEAD:large.txt'),
      id('HEAD:a.txt').slice(0, 8),
    ];
    const { read, logged } = textsOf({ mostBytes: 98 });
    // What stands behind an answer that was read over is still understood.
    expect(await read(join(root, 'a.txt'), ...asked, id('HEAD:a.txt'))).toEqual({ [id('HEAD:a.txt')]: 'A\n' });
    expect(await textsOf({ mostBytes: 99 }).read(join(root, 'a.txt'), id('HEAD:large.txt'))).toEqual({
      [id('HEAD:large.txt')]: 'x'.repeat(99),
    });
    expect(logged).toEqual([]);
  });

  test('nothing but ids is ever sent', async () => {
    const root = await repository({ 'a.txt': 'A\n' });
    const { read, logged } = textsOf();
    expect(await read(join(root, 'a.txt'), 'HEAD:a.txt', 'HEAD', `${NOWHERE}\nHEAD:a.txt`, '')).toEqual({});
    expect(await read(join(root, 'a.txt'), git(root, 'rev-parse', 'HEAD:a.txt'))).not.toEqual({});
    expect(logged).toEqual([]);
  });

  test('an empty text, a byte order mark, and CRLF in git itself', async () => {
    const root = await repository({ 'empty.txt': '', 'bom.txt': '\ufeffA\n', 'crlf.txt': 'A\r\nB\r\n' });
    const ids = ['empty', 'bom', 'crlf'].map((name) => git(root, 'rev-parse', `HEAD:${name}.txt`));
    const [empty, bom, crlf] = ids as [string, string, string];
    expect(await textsOf().read(join(root, 'a.txt'), ...ids)).toEqual({
      [empty]: '',
      [bom]: 'A\n',
      [crlf]: 'A\r\nB\r\n',
    });
  });

  test('autocrlf: bytes on disk end lines in CRLF, the id of their LF form leads to what git has', async () => {
    const root = await repository({ 'a.txt': 'A\nB\n' });
    git(root, 'config', 'core.autocrlf', 'true');
    await rm(join(root, 'a.txt'));
    git(root, 'checkout', '--', 'a.txt');
    expect(await readFile(join(root, 'a.txt'), 'utf8')).toBe('A\r\nB\r\n');
    const id = git(root, 'rev-parse', 'HEAD:a.txt');
    expect(await textsOf().read(join(root, 'a.txt'), id)).toEqual({ [id]: 'A\nB\n' });
  });

  test('many texts of several sizes through one program', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`${i}.txt`, `${i} ${'ä line\n'.repeat(i * i * 20)}`]),
    );
    const root = await repository(files);
    const ids = new Map(Object.keys(files).map((name) => [name, git(root, 'rev-parse', `HEAD:${name}`)]));
    const texts = await textsOf().read(join(root, 'x.txt'), ...ids.values());
    expect(Object.keys(texts)).toHaveLength(60);
    for (const [name, text] of Object.entries(files)) expect(texts[ids.get(name) ?? ''] === text, name).toBe(true);
  });

  test('worktrees, submodules, and a folder linked from elsewhere', async () => {
    const root = await repository({ 'a.txt': 'A\n' });
    const other = await repository({ 'b.txt': 'B\n' });
    const outside = await folder();
    git(root, 'worktree', 'add', '-q', join(outside, 'tree'));
    git(root, 'submodule', 'add', '-q', other, 'sub');
    await symlink(root, join(outside, 'link'), 'junction');
    const [a, b] = [git(root, 'rev-parse', 'HEAD:a.txt'), git(other, 'rev-parse', 'HEAD:b.txt')];
    const { read } = textsOf();
    expect(await read(join(outside, 'tree/a.txt'), a, b)).toEqual({ [a]: 'A\n' });
    expect(await read(join(root, 'sub/b.txt'), a, b)).toEqual({ [b]: 'B\n' });
    expect(await read(join(outside, 'link/a.txt'), a, b)).toEqual({ [a]: 'A\n' });
  });

  test('inside of a hook: another repository’s variables lead nobody astray', async () => {
    const root = await repository({ 'a.txt': 'A\n' });
    const hooked = await repository({ 'b.txt': 'B\n' });
    const a = git(root, 'rev-parse', 'HEAD:a.txt');
    const env = { ...GIT_ENV, GIT_DIR: join(hooked, '.git'), GIT_WORK_TREE: hooked, GIT_INDEX_FILE: 'index' };
    expect(await textsOf({ env }).read(join(root, 'a.txt'), a)).toEqual({ [a]: 'A\n' });
  });

  test('what a replacement puts in place of a text is not that text', async () => {
    const root = await repository({ 'a.txt': 'A\n', 'b.txt': 'B\n' });
    const [a, b] = [git(root, 'rev-parse', 'HEAD:a.txt'), git(root, 'rev-parse', 'HEAD:b.txt')];
    git(root, 'replace', a, b);
    expect(await textsOf().read(join(root, 'a.txt'), a)).toEqual({ [a]: 'A\n' });
  });

  test('a partial clone fetches nothing, whatever the version of git', async () => {
    const origin = await repository({ 'a.txt': 'A\n' });
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    const clone = join(await folder(), 'clone');
    git(origin, 'clone', '-q', '--no-checkout', '--filter=blob:none', `file://${origin}`, clone);
    const objects = () => git(clone, 'count-objects', '-v');
    const [a, before] = [git(origin, 'rev-parse', 'HEAD:a.txt'), objects()];
    expect(await textsOf().read(join(clone, 'a.txt'), a)).toEqual({});
    expect(objects()).toBe(before);
    // With a fetch the text would be there.
    expect(git(clone, 'cat-file', 'blob', a)).toBe('A');
    expect(objects()).not.toBe(before);
  });

  test('what is committed while the program runs is found, too', async () => {
    const root = await repository({ 'a.txt': 'A\n' });
    const { read } = textsOf();
    expect(await read(join(root, 'a.txt'), git(root, 'rev-parse', 'HEAD:a.txt'), NOWHERE)).not.toEqual({});
    await writeFile(join(root, 'a.txt'), 'B\n');
    git(root, 'commit', '-q', '-a', '-m', 'b');
    git(root, 'gc', '-q');
    const b = git(root, 'rev-parse', 'HEAD:a.txt');
    expect(await read(join(root, 'a.txt'), b)).toEqual({ [b]: 'B\n' });
  });

  test('an answer that came while we were busy ourselves is not late', async () => {
    const root = await repository({ 'a.txt': 'A\n' });
    const program = await findGit(GIT_ENV, []);
    const reasons: (string | undefined)[] = [];
    const limits = { answerWithin: 20, idleFor: 1000, mostBytes: 100 };
    const child = new CatFile(program ?? '', root, GIT_ENV, { ...limits, ended: (reason) => reasons.push(reason) });
    const answer = child.read(git(root, 'rev-parse', 'HEAD:a.txt'));
    const end = performance.now() + 1000;
    while (performance.now() < end);
    expect((await answer)?.toString()).toBe('A\n');
    child.end();
    expect(reasons).toEqual([undefined]);
  });

  test('no repository: nothing is started', async () => {
    const { read, logged } = textsOf({ env: { PATH: '' } });
    expect(await read(join(await folder(), 'a.txt'), NOWHERE)).toEqual({});
    expect(logged).toEqual([]);
  });

  test.runIf(process.getuid?.() === 0)(
    'somebody else’s repository: one line in the log, and no second try',
    async () => {
      const root = await repository({ 'a.txt': 'A\n' });
      const a = git(root, 'rev-parse', 'HEAD:a.txt');
      await chown(root, 12345, 12345);
      await chown(join(root, '.git'), 12345, 12345);
      const { read, logged } = textsOf();
      expect(await read(join(root, 'a.txt'), a)).toEqual({});
      expect(await read(join(root, 'a.txt'), a)).toEqual({});
      expect(logged).toEqual([expect.stringMatching(/not taken from git in .*: fatal: .*ownership/)]);
    },
  );
});

// A program in git's place that says how it was called, and then does as it is told.
describe.skipIf(process.platform === 'win32')('how git is started', () => {
  async function fake(script: string): Promise<{ root: string; path: string; calls: () => Promise<string[]> }> {
    const root = await folder();
    const bin = await folder();
    await mkdir(join(root, '.git'));
    const record = join(bin, 'calls');
    const text = `#!/bin/sh\necho "$0 $* in $PWD; fetch $GIT_NO_LAZY_FETCH; dir $GIT_DIR; locks $GIT_OPTIONAL_LOCKS" >> ${record}\n${script}\n`;
    await writeFile(join(bin, 'git'), text, { mode: 0o755 });
    return {
      root,
      path: [bin, process.env.PATH].join(delimiter),
      calls: async () => (await readFile(record, 'utf8').catch(() => '')).split('\n').filter(Boolean),
    };
  }
  const MISSING = 'while read id; do echo "$id missing"; done';

  test('by its absolute path, in the repository, without what is around and without fetching; once for many questions', async () => {
    const { root, path, calls } = await fake(MISSING);
    await mkdir(join(root, 'seeds'));
    const { read } = textsOf({ env: { PATH: path, GIT_DIR: '/elsewhere' } });
    await Promise.all([read(join(root, 'a.txt'), NOWHERE), read(join(root, 'seeds/b.txt'), NOWHERE)]);
    await read(join(root, 'a.txt'), NOWHERE);
    const [call, ...more] = await calls();
    expect(more).toEqual([]);
    const bin = path.split(delimiter)[0];
    expect(call).toBe(
      `${bin}/git --no-replace-objects --literal-pathspecs cat-file --batch in ${root}; fetch 1; dir ; locks 0`,
    );
  });

  test('never where it is not allowed', async () => {
    const { root, path, calls } = await fake(MISSING);
    let trusted = false;
    const { read } = textsOf({ env: { PATH: path }, allowed: () => trusted });
    await read(join(root, 'a.txt'), NOWHERE);
    expect(await calls()).toEqual([]);
    trusted = true;
    await read(join(root, 'a.txt'), NOWHERE);
    expect(await calls()).toHaveLength(1);
  });

  test.each([
    ['hangs', 'exec sleep 60', 'did not answer within 0.2 s'],
    [
      'hangs in the middle of a text',
      'read id; printf "%s blob 10\\nabc" $id; exec sleep 60',
      'did not answer within 0.2 s',
    ],
    ['crashes', 'read id; echo "fatal: out of luck" >&2; exit 3', 'fatal: out of luck'],
    ['crashes without a word', 'read id; kill -9 $$', 'SIGKILL'],
    ['speaks another language', 'read id; echo "bonjour $id"', 'in a way that is not known'],
    ['never stops', 'exec yes | tr -d "\\n"', 'in a way that is not known'],
    ['answers something else', 'while read id; do echo "1$id blob 3"; echo abc; done', undefined],
    ['has a text that is another one', 'while read id; do echo "$id blob 3"; echo abc; done', undefined],
  ])('one that %s gives nothing', async (_, script, reason) => {
    const { root, path, calls } = await fake(script);
    const { read, logged } = textsOf({ env: { PATH: path }, answerWithin: 200 });
    expect(await read(join(root, 'a.txt'), NOWHERE, NOWHERE.replaceAll('0', 'a'))).toEqual({});
    expect(await read(join(root, 'a.txt'), NOWHERE)).toEqual({});
    expect(logged).toEqual(reason === undefined ? [] : [expect.stringContaining(reason)]);
    expect(await calls()).toHaveLength(1);
  });

  test('after a failure another try is made, in time', async () => {
    const { root, path, calls } = await fake('exit 3');
    const { read } = textsOf({ env: { PATH: path }, againAfter: 0 });
    await read(join(root, 'a.txt'), NOWHERE);
    await read(join(root, 'a.txt'), NOWHERE);
    expect(await calls()).toHaveLength(2);
  });

  test('it is ended when it was not asked for a while, and started again', async () => {
    const { root, path, calls } = await fake(`${MISSING}; echo ended >> "$0.end"`);
    const { read, logged } = textsOf({ env: { PATH: path }, idleFor: 1 });
    await read(join(root, 'a.txt'), NOWHERE);
    const bin = path.split(delimiter)[0] ?? '';
    await expect.poll(() => readFile(join(bin, 'git.end'), 'utf8').catch(() => '')).toBe('ended\n');
    await read(join(root, 'a.txt'), NOWHERE);
    expect(await calls()).toHaveLength(2);
    expect(logged).toEqual([]);
  });

  test('of many repositories only a few keep a program', async () => {
    const { path } = await fake(`${MISSING}; echo ended >> "$0.end"`);
    const { read } = textsOf({ env: { PATH: path } });
    for (let i = 0; i < 6; i++) {
      const root = await folder();
      await mkdir(join(root, '.git'));
      await read(join(root, 'a.txt'), NOWHERE);
    }
    const bin = path.split(delimiter)[0] ?? '';
    await expect.poll(() => readFile(join(bin, 'git.end'), 'utf8').catch(() => '')).toBe('ended\nended\n');
  });
});

describe.skipIf(process.platform === 'win32')('which git', () => {
  async function withPrograms(...names: readonly string[]): Promise<string> {
    const root = await folder();
    for (const name of names) {
      await mkdir(join(root, name), { recursive: true });
      await writeFile(join(root, name, 'git'), '', { mode: 0o755 });
    }
    return root;
  }

  test('the first on the search path, not from folders of sources, relative ones or the current one', async () => {
    const root = await withPrograms('work/bin', 'good', 'later');
    await symlink(join(root, 'work/bin'), join(root, 'linked'));
    await mkdir(join(root, 'sly'));
    await symlink(join(root, 'work/bin/git'), join(root, 'sly/git'));
    await mkdir(join(root, 'no/git'), { recursive: true });
    await mkdir(join(root, 'plain'));
    await writeFile(join(root, 'plain/git'), '', { mode: 0o644 });
    const parts = ['', '.', 'good', join(root, 'work/bin'), join(root, 'linked'), join(root, 'sly'), join(root, 'no')];
    const PATH = [...parts, join(root, 'plain'), process.cwd(), join(root, 'good'), join(root, 'later')].join(
      delimiter,
    );
    expect(await findGit({ PATH }, [join(root, 'work')])).toBe(join(root, 'good/git'));
    expect(await findGit({ PATH }, [root])).toBeUndefined();
    expect(await findGit({}, [])).toBeUndefined();
  });
});
