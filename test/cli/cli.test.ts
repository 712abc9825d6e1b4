import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPOSITORY } from '../support/server.ts';
import { folderOf, runSeedmark } from './run.ts';

const CLEAN = 'Source: A\nPublished: 2021-07-05\nTitle: T\nAuthor: B\nURL: https://example.org/\n\nNothing.\n';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seedmark-cli-'));
  await mkdir(join(folder, 'seeds'));
  await mkdir(join(folder, 'facts'));
  await writeFile(join(folder, 'seeds/clean.txt'), CLEAN);
  await writeFile(
    join(folder, 'seeds/bad.txt'),
    'Source: A Publised: 2021-07-05\n\nKanzhun paid US$2.8billion in China on 31 June 2021.\n',
  );
  await writeFile(join(folder, 'seeds/latin1.txt'), Buffer.from([0x53, 0xe9, 0x0a]));
  await writeFile(join(folder, 'facts/f.yaml'), 'entities:\n  - {id: kanzhun, type: organization, name: Kanzhun}\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const seedmark = (args: readonly string[], input?: string | Uint8Array) => runSeedmark(folder, args, input);

describe('seedmark check', () => {
  test('a clean seed: status 0 and a count', async () => {
    expect(await seedmark(['check', 'seeds/clean.txt'])).toEqual({
      status: 0,
      out: '1 seed: 0 errors, 0 warnings, 0 for information\n',
      err: '',
    });
  });

  test('findings: status 1, one line each with place and code', async () => {
    const { status, out, err } = await seedmark(['check', 'seeds/bad.txt']);
    expect(status).toBe(1);
    expect(err).toBe('');
    expect(out).toMatch(/^seeds\/bad\.txt:1:\d+ warning .*\[missing-metadata\]$/m);
    expect(out).toMatch(/^seeds\/bad\.txt:1:11 info .*Published.*\[unknown-field\]$/m);
    expect(out).toMatch(/^seeds\/bad\.txt:3:\d+ warning .*30 days.*\[impossible-date\]$/m);
    expect(out).not.toMatch(/\u001b/);
  });

  test('a broken annotations file, facts file and type name are told, and none of them drives the terminal', async () => {
    const other = await mkdtemp(join(tmpdir(), 'seedmark-broken-'));
    await mkdir(join(other, 'facts'));
    await writeFile(join(other, 'a.seed'), 'Source: A\nPublished: 2021-07-05\nTitle: T\n\nKanzhun fell.\n');
    await writeFile(join(other, 'a.seed.annotations.yaml'), 'annotations:\n<<<<<<< ours\n  - id: a\n');
    await writeFile(join(other, 'facts/f.yaml'), 'entities:\n  - {id: k, type: "\\e[31mred", name: Kanzhun}\n  - [\n');
    const { status, out, err } = await seedmark(['check', other]);
    expect(status).toBe(1);
    expect(out).toMatch(/a\.seed\.annotations\.yaml:\d+:\d+ error/);
    expect(out).toMatch(/f\.yaml:\d+:\d+ error/);
    const found = await seedmark(['recognize', other]);
    expect(`${out}${err}${found.out}${found.err}`).not.toContain('\u001b');
    await rm(other, { recursive: true, force: true });
  });

  test('--format json is JSON, --fail-on error lets warnings pass', async () => {
    const { status, out } = await seedmark(['check', '--format', 'json', '--fail-on', 'error', 'seeds/bad.txt']);
    expect(status).toBe(0);
    const report = JSON.parse(out);
    expect(report.files[0].file).toBe('seeds/bad.txt');
    expect(report.files[0].findings.map((f: { code: string }) => f.code)).toContain('impossible-date');
    expect(report.counts.warning).toBeGreaterThan(0);
    expect(report.unreadable).toEqual([]);
  });

  test('--format json is JSON with no file in it, and says which files were not read', async () => {
    const { status, out } = await seedmark(['check', '--format', 'json', 'seeds/latin1.txt']);
    expect(status).toBe(2);
    expect(JSON.parse(out)).toEqual({
      files: [],
      unreadable: [{ file: 'seeds/latin1.txt', reason: 'it is not UTF-8; save it as UTF-8 first' }],
      counts: { error: 0, warning: 0, info: 0, hint: 0 },
    });
  });

  test('a folder is searched; what is not UTF-8 is said and makes status 2, the rest goes on', async () => {
    const { status, out, err } = await seedmark(['check', 'seeds']);
    expect(status).toBe(2);
    expect(err).toContain('latin1.txt: it is not UTF-8');
    expect(out).toContain('2 seeds:');
  });

  test.each([
    [['check'], 'No path'],
    [['check', 'nowhere'], 'nowhere does not exist'],
    [['check', '--format', 'xml', 'seeds'], '--format takes'],
    [['check', '--bogus', 'seeds'], '--bogus'],
    [['check', '--fail-on', 'hint', 'seeds'], '--fail-on takes error, warning, info; “hint” is none of them'],
    [['check', 'seeds/**/*.seed'], 'No file matches “seeds/**/*.seed”'],
    [['check', 'seeds/clean.txt', 'no{where}'], 'No file matches “no{where}”'],
    [['check', 'facts'], 'No seeds below facts'],
    [['check', '--stdin-filename', 'seeds/a.txt', 'seeds'], 'give “-” as a path'],
    [['check', '--stdin-filename', 'seeds', '-'], '“seeds” is a folder'],
    [['check', '--stdin-filename', '', '-'], '“” is a folder'],
    [['check', '--stdin-filename', 'facts/f.yaml', '-'], 'another file of the project'],
    [['frobnicate'], 'no command'],
    [['recognize', '--jsonl', 'seeds'], 'takes no paths'],
    [['recognize', '--jsonl', '--stdin-filename', 'seeds/a.txt'], 'without --jsonl'],
  ])('wrong usage %j: status 2 and what to do', async (args, message) => {
    const { status, out, err } = await seedmark(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('seedmark check: what paths name', () => {
  let world: string;
  beforeAll(async () => {
    world = await folderOf({
      'seeds/a.txt': CLEAN,
      'seeds/b.txt': CLEAN,
      'seeds/b.txt.annotations.yaml': 'seedmark: 1\nannotations:\n  - {id: x, type: vessel, quote: [gone]}\n',
      'seeds/deep/c.txt': CLEAN,
      'seeds/deep/er/d.txt': CLEAN,
      'seeds/deep/note.md': CLEAN,
      'seeds/.hidden.txt': CLEAN,
      'seeds/[x] *.txt': CLEAN,
      'seeds/x y.txt': CLEAN,
      'facts/f.yaml': 'entities: [\n',
    });
  });
  afterAll(() => rm(world, { recursive: true, force: true }));

  /** The files of a report that are checked, facts files aside: they are checked with whatever seeds. */
  async function checked(...paths: string[]): Promise<string[]> {
    const { out, err } = await runSeedmark(world, ['check', '--format', 'json', ...paths]);
    expect(err).toBe('');
    const files: { file: string }[] = JSON.parse(out).files;
    return files.map(({ file }) => file.replaceAll('\\', '/')).filter((file) => !file.startsWith('facts/'));
  }

  test.each<[string, string[], string[]]>([
    ['a file', ['seeds/a.txt'], ['seeds/a.txt']],
    ['a folder', ['seeds/deep'], ['seeds/deep/c.txt', 'seeds/deep/er/d.txt']],
    ['* within a name', ['seeds/a*.txt'], ['seeds/a.txt']],
    ['? for one character', ['seeds/deep/?.txt'], ['seeds/deep/c.txt']],
    ['** for folders', ['seeds/deep/**/*.txt'], ['seeds/deep/c.txt', 'seeds/deep/er/d.txt']],
    ['a glob takes files as they are', ['seeds/deep/*.md'], ['seeds/deep/note.md']],
    ['alternatives', ['seeds/{a,deep/c}.txt'], ['seeds/a.txt', 'seeds/deep/c.txt']],
    ['the seeds of a folder that a glob matches', ['seeds/d*'], ['seeds/deep/c.txt', 'seeds/deep/er/d.txt']],
    ['dots and doubled slashes', ['./seeds//../seeds/./a*.txt'], ['seeds/a.txt']],
    ['a name with a dot in front only if it is asked for', ['seeds/.h*'], ['seeds/.hidden.txt']],
    ['what exists is no glob', ['seeds/[x] *.txt'], ['seeds/[x] *.txt']],
    ['nothing twice', ['seeds/a.txt', 'seeds/a*', 'seeds/a.txt'], ['seeds/a.txt']],
    [
      'an annotations file stands for its seed, too, and neither is checked twice',
      ['seeds/b.txt.annotations.yaml', 'seeds/b.txt'],
      ['seeds/b.txt', 'seeds/b.txt.annotations.yaml'],
    ],
  ])('%s: %j', async (_name, paths, files) => {
    expect(await checked(...paths)).toEqual(files);
  });

  test('a facts file that is named, too, is checked once', async () => {
    const { out } = await runSeedmark(world, ['check', 'facts/f.yaml', 'seeds/a.txt']);
    expect(out.match(/yaml-syntax/g)).toHaveLength(1);
  });

  test('an absolute glob', async () => {
    expect(await checked(join(world, 'seeds', 'a*.txt'))).toEqual(['seeds/a.txt']);
  });
});

describe('seedmark check -: standard input', () => {
  let world: string;
  beforeAll(async () => {
    world = await folderOf({
      'own/seedmark.yaml': 'metadata: {required: [language], recommended: []}\n',
      'own/facts/f.yaml': 'entities:\n  - {id: kanzhun, type: organization, name: Zyxwvu}\n',
      'own/a.txt': CLEAN,
      'own/a.txt.annotations.yaml': 'seedmark: 1\nannotations:\n  - {id: x, type: person, quote: [Jane]}\n',
    });
  });
  afterAll(() => rm(world, { recursive: true, force: true }));

  const TEXT = 'Source: A\nPublished: 2021-07-05\nTitle: T\n\nZyxwvu fell.\n';

  test('without a name: <stdin>, with what holds in the working folder', async () => {
    const { status, out } = await runSeedmark(world, ['check', '--fail-on', 'info', '-'], TEXT);
    expect(status).toBe(1);
    expect(out).toMatch(/^<stdin>:1:1 info .*author.*\[missing-recommended-metadata\]$/m);
    expect(out).toContain('1 seed: 0 errors, 0 warnings, 2 for information\n');
  });

  test('with a name that does not exist: that place’s project and facts hold', async () => {
    const args = ['--stdin-filename', 'own/new/b.txt', '-'];
    const { status, out } = await runSeedmark(world, ['check', ...args], TEXT);
    expect(status).toBe(1);
    expect(out).toMatch(/^own\/new\/b\.txt:1:1 warning .*language.*\[missing-metadata\]$/m);
    expect(out).not.toContain('author');
    expect((await runSeedmark(world, ['recognize', ...args], TEXT)).out).toMatch(
      /^own\/new\/b\.txt:5:1 organization Zyxwvu/m,
    );
  });

  test('with the name of a seed: its annotations hold, and the text goes before the file’s', async () => {
    const { out } = await runSeedmark(
      world,
      ['check', '--stdin-filename', './own/a.txt', '-', 'own/a.txt'],
      `Language: en\n${TEXT}`,
    );
    expect(out).toMatch(/^\.\/own\/a\.txt:1:1 warning .*“Jane”.*\[orphaned-annotation\]$/m);
    expect(out).toContain('1 seed: 0 errors, 1 warning, 0 for information\n');
  });

  test('what is not UTF-8 is said under that name', async () => {
    const { status, out, err } = await runSeedmark(
      world,
      ['check', '--stdin-filename', 'n.txt', '-'],
      Buffer.from([0x53, 0xe9, 0x0a]),
    );
    expect(status).toBe(2);
    expect(err).toBe('seedmark: n.txt: it is not UTF-8; save it as UTF-8 first\n');
    expect(out).toContain('0 seeds');
  });

  test('nothing at all is a seed without metadata', async () => {
    const { status, out } = await runSeedmark(world, ['check', '-'], '');
    expect(status).toBe(1);
    expect(out).toContain('1 seed: 0 errors, 3 warnings');
  });
});

describe('seedmark recognize', () => {
  test('prints names and times of seeds with their places', async () => {
    const { status, out } = await seedmark(['recognize', 'seeds/bad.txt']);
    expect(status).toBe(0);
    expect(out).toMatch(/^seeds\/bad\.txt:3:1 organization Kanzhun/m);
    expect(out).toMatch(/money US\$2\.8billion USD 2800000000$/m);
    expect(out).toMatch(/place China 0\.\d\d$/m);
  });

  test('says of a time all that is known of it', async () => {
    const text =
      'Published: 2021-07-05\n\nThe tests come three days after the fire. They met early last month, every Monday, twice a week.\n';
    const { out } = await seedmark(['recognize', '-'], text);
    const said = out.split('\n').map((line) => line.split(' ').slice(1).join(' '));
    expect(said).toEqual([
      'date 2021-07-05 2021-07-05',
      'duration three days P3D 2021-07-02/2021-07-05',
      'date early last month 2021-06 START',
      'set every Monday XXXX-WXX-1 EVERY',
      'set twice a week P1W 2X',
      '',
    ]);
  });

  test('finds names that stand on no list, says how sure it is, and what short ones mean', async () => {
    const folder = await folderOf({
      'seeds/a.txt': 'Published: 2021-07-05\n\nAngela Brandt flew to Canada. Ms Brandt was 40.\n',
      'facts/f.yaml': 'entities:\n  - id: brandt\n    type: person\n    name: Angela Brandt\n',
      'seedmark.yaml': 'thresholds: {place: never}\n',
    });
    const { out } = await runSeedmark(folder, ['recognize', 'seeds', '--format', 'json']);
    const [{ entities }] = JSON.parse(out);
    expect(entities).toMatchObject([
      { type: 'person', evidence: 'facts', entity: 'brandt', score: 1 },
      { type: 'person', evidence: 'model', entity: 'brandt' },
    ]);
    expect(entities[1].score).toBeGreaterThan(0.5);
    expect((await runSeedmark(folder, ['recognize', 'seeds'])).out).toMatch(/person Brandt 0\.\d\d$/m);
  });

  test('--jsonl: in order, offsets of the text as given, a bad line does not stop the rest', async () => {
    const text = 'It was fined US$2.8billion in China on 5 July 2021.\r\nOn June 11 too.';
    const lines = [
      JSON.stringify({ id: 'a', text, published: '2021-07-05' }),
      'no json',
      JSON.stringify({ id: 'c' }),
      JSON.stringify({ id: 'd', text: 'Published: 2020-01-02\n\nOn June 11.', seed: true }),
      JSON.stringify({ id: 'e', text: 'a\u2028b' }).replace('\\u2028', '\u2028'),
      JSON.stringify({ id: 'f', text: 'It comes three days after the vote ended.', published: '2021-07-05' }),
    ];
    const { status, out } = await seedmark(['recognize', '--jsonl'], lines.join('\n'));
    expect(status).toBe(0);
    const [a, b, c, d, e, f, ...rest] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rest).toEqual([]);
    expect(
      a.entities.map((x: { start: number; end: number; type: string }) => [text.slice(x.start, x.end), x.type]),
    ).toEqual([
      ['US$2.8billion', 'money'],
      ['China', 'place'],
    ]);
    expect(
      a.times.map((x: { start: number; end: number; value: string }) => [text.slice(x.start, x.end), x.value]),
    ).toEqual([
      ['5 July 2021', '2021-07-05'],
      ['June 11', '2021-06-11'],
    ]);
    expect(b.error).toContain('not JSON');
    expect(c).toEqual({ id: 'c', error: '"text" must be a string' });
    expect(d.times.map((x: { value: string }) => x.value)).toContain('2020-06-11');
    expect(e.id).toBe('e');
    expect(f.times).toEqual([
      {
        start: 9,
        end: 19,
        type: 'duration',
        value: 'P3D',
        anchor: { start: 26, end: 40, relation: 'after', from: '2021-07-02', to: '2021-07-05' },
      },
    ]);
  });
});

describe('seedmark', () => {
  test('--version and --help', async () => {
    expect((await seedmark(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { status, out } = await seedmark(['--help']);
    expect(status).toBe(0);
    expect(out).toContain('recognize --jsonl');
    expect((await seedmark([])).status).toBe(2);
    expect(await seedmark(['check', '--help'])).toEqual({ status: 0, out, err: '' });
  });

  test('a reader that has had enough is no failure', async () => {
    const child = spawn(process.execPath, [join(REPOSITORY, 'dist/cli.cjs'), 'recognize', '--jsonl'], { cwd: folder });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (data) => {
      err += data;
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdout.destroy();
    // The pipe may break while this is written: that is what is tried.
    child.stdin.on('error', () => undefined);
    const line = `${JSON.stringify({ id: 1, text: 'China. '.repeat(2000) })}\n`;
    child.stdin.end(line.repeat(20));
    expect(await ended).toBe(0);
    expect(err).toBe('');
  });

  test('lsp --stdio answers initialize and ends with its client', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, capabilities: {}, rootUri: null },
    });
    const child = spawn(process.execPath, [join(REPOSITORY, 'dist/cli.cjs'), 'lsp', '--stdio'], { cwd: folder });
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    let out = '';
    for await (const data of child.stdout.setEncoding('utf8')) {
      out += data;
      if (out.includes('"serverInfo"')) break;
    }
    expect(out).toContain('"hoverProvider":true');
    child.stdin.end();
    await ended;
  });
});
