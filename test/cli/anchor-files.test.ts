import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { git, gitIsThere, repositoryOf } from '../support/git.ts';
import { folderOf, runSeedmark } from './run.ts';

const schema = JSON.parse(readFileSync(new URL('../../docs/anchor.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true });
ajv.addSchema(schema);

/** What is wrong with an output by the published schema. */
function errors(definition: string, output: unknown): unknown {
  const validate = ajv.getSchema(`${schema.$id}#/$defs/${definition}`);
  if (validate === undefined) throw new Error(`${definition} is no schema`);
  validate(output);
  return validate.errors ?? [];
}

const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

async function folder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const path = await folderOf(files);
  made.push(path);
  return path;
}

function idOf(text: string | Uint8Array): string {
  const bytes = Buffer.from(text as string);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

interface Entry {
  readonly id: string;
  readonly quote: string;
  readonly at: number;
  readonly before?: string;
  readonly after?: string;
  readonly text?: string;
}

function sidecar(text: string, ...entries: readonly Entry[]): string {
  const lines = entries.map(
    ({ id, quote, at, before = '', after = '', text }) =>
      `  - id: ${id}\n    type: person\n    quote: ${quote}\n    at: ${at}\n${text ? `    text: ${text}\n` : ''}    before: "${before}"\n    after: "${after}"\n`,
  );
  return `seedmark: 1 # by hand\ntext: ${text}\nannotations:\n${lines.join('')}`;
}

const HEAD = 'Source: A\nPublished: 2021-07-05\nTitle: T\n\n';
const OLD = `${HEAD}The mayor spoke on Monday. The council listened, and the office fined Kanzhun after a long debate.
Nobody left early. The office fined Kanzhun after a long debate.
The mayer of the old town opened the market hall by the river.
`;
const NOWHERE = 'f123456789012345678901234567890123456789';
const MAYOR: Entry = {
  id: 'm',
  quote: 'mayor',
  at: OLD.indexOf('mayor'),
  before: 'The ',
  after: ' spoke on Monday. The',
};
const DOUBTFUL: readonly Entry[] = [
  { id: 'amb', quote: 'Kanzhun', at: 5, before: 'office fined ', after: ' after a long debate.' },
  { id: 'fuz', quote: 'The mayor of the old town', at: 500, after: ' opened the market hall by the river.' },
  { id: 'orp', quote: 'spokesperson', at: 30, before: 'said the ', after: ' of the ministry.' },
];

describe('seedmark anchor PATHS', () => {
  test('what does not stand at its position, with its candidates, and a summary', async () => {
    const path = await folder({
      'seeds/a.txt': OLD,
      'seeds/a.txt.annotations.yaml': sidecar(NOWHERE, MAYOR, ...DOUBTFUL),
      'seeds/none.txt': OLD,
      'facts/f.yaml': 'entities: []\n',
    });
    const { status, out, err } = await runSeedmark(path, ['anchor', '.']);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out.replace(/ [01]\.\d\d /g, ' S ')).toBe(
      `seeds/a.txt.annotations.yaml:10:5 ambiguous S amb person “Kanzhun”
    seeds/a.txt:5:71 S …d, and the office fined Kanzhun after a long debate.
    seeds/a.txt:6:37 S …early. The office fined Kanzhun after a long debate.
seeds/a.txt:7:1 fuzzy S fuz person “The mayor of the old town”
seeds/a.txt.annotations.yaml:22:5 orphaned S orp person “spokesperson”
    seeds/a.txt:5:11 S The mayor spoke on Monday. The council lis…
1 seed with annotations: 1 exact, 0 moved, 1 fuzzy, 1 ambiguous, 1 orphaned
`,
    );
  });

  test.each(['json', 'jsonl'])('--format %s says the same, as the schema has it', async (format) => {
    const path = await folder({
      'a.seed': OLD,
      'a.seed.annotations.yaml': sidecar(NOWHERE, MAYOR, ...DOUBTFUL),
      'b.seed': OLD,
      'b.seed.annotations.yaml': '<<<<<<< ours\nannotations:\n',
    });
    const { status, out } = await runSeedmark(path, ['anchor', '--format', format, '.']);
    expect(status).toBe(2);
    const lines =
      format === 'jsonl'
        ? out
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [];
    const [report, seed, failure] = format === 'json' ? [JSON.parse(out)] : [undefined, lines[0], lines.at(-1)];
    if (report) expect(errors('report', report)).toEqual([]);
    else expect([errors('seed', seed), errors('failure', failure), lines.length]).toEqual([[], [], 3]);
    expect(failure ?? report.failures[0]).toEqual({
      file: 'b.seed.annotations.yaml',
      start: { line: 1, column: 1 },
      error: expect.stringContaining('it is damaged'),
    });
    const { annotations } = seed ?? report.files[0];
    expect(annotations.map(({ id, state }: { id: string; state: string }) => `${id} ${state}`)).toEqual([
      'm exact',
      'amb ambiguous',
      'fuz fuzzy',
      'orp orphaned',
    ]);
    expect(annotations[0]).toMatchObject({
      quote: ['mayor'],
      entry: { line: 4, column: 5 },
      places: [{ start: { line: 5, column: 5 }, end: { line: 5, column: 10 } }],
      candidates: [],
    });
    expect(annotations[1]).toMatchObject({ places: [], candidates: [{}, {}] });
    if (report) expect(report.counts).toEqual({ exact: 1, moved: 0, fuzzy: 1, ambiguous: 1, orphaned: 1 });
  });

  test.each<[string, string, string]>([
    ['LF on disk, positions from CRLF', OLD, OLD.replaceAll('\n', '\r\n')],
    ['CRLF on disk, positions from LF', OLD.replaceAll('\n', '\r\n'), OLD],
  ])('line ends make no other text: %s', async (_, seed, from) => {
    const yaml = sidecar(idOf(from), MAYOR);
    const path = await folder({ 'a.seed': seed, 'a.seed.annotations.yaml': yaml });
    const { status, out } = await runSeedmark(path, ['anchor', '--write', 'a.seed']);
    expect({ status, out }).toEqual({
      status: 0,
      out: '1 seed with annotations: 1 exact, 0 moved, 0 fuzzy, 0 ambiguous, 0 orphaned; 0 annotations files rewritten\n',
    });
    expect(await readFile(join(path, 'a.seed.annotations.yaml'), 'utf8')).toBe(yaml);
  });

  test('one seed from standard input, with the annotations of the file that it stands for', async () => {
    const path = await folder({ 'a.seed': OLD, 'a.seed.annotations.yaml': sidecar(idOf(OLD), MAYOR) });
    const { status, out } = await runSeedmark(
      path,
      ['anchor', '-', '--stdin-filename', 'a.seed'],
      OLD.replace('The mayor', 'Today the mayor'),
    );
    expect(status).toBe(0);
    expect(out).toMatch(/^a\.seed:5:11 moved .* m person “mayor”\n1 seed/);
  });

  test.each<[string, Readonly<Record<string, string | Uint8Array>>, string]>([
    [
      'a seed',
      { 'a.seed': Uint8Array.of(0xe9), 'a.seed.annotations.yaml': sidecar(NOWHERE, MAYOR) },
      'a.seed: it is not UTF-8',
    ],
    [
      'an annotations file',
      { 'a.seed': OLD, 'a.seed.annotations.yaml': Uint8Array.of(0xe9) },
      'a.seed.annotations.yaml: it is not UTF-8',
    ],
    [
      'a seed that is gone',
      { 'a.seed.annotations.yaml': sidecar(NOWHERE, MAYOR) },
      'a.seed.annotations.yaml: its seed, a.seed, is not there',
    ],
  ])('unreadable: %s: status 2, and the rest goes on', async (_, files, message) => {
    const path = await folder({ ...files, 'b.seed': OLD, 'b.seed.annotations.yaml': sidecar(idOf(OLD), MAYOR) });
    const { status, out, err } = await runSeedmark(path, ['anchor', '.']);
    expect(status).toBe(2);
    expect(err).toContain(`seedmark: ${message}`);
    expect(out).toContain('1 seed with annotations: 1 exact');
  });

  test('nothing in a text or an annotations file drives the terminal', async () => {
    const path = await folder({
      'a.seed': `${HEAD}\u001b[31mThe man \u001b[31mspoke.\n`,
      'a.seed.annotations.yaml': sidecar(NOWHERE, {
        id: '"\\e[31mx"',
        quote: '"\\e[31mspokesman"',
        at: 3,
        before: 'man ',
      }),
    });
    const { out, err } = await runSeedmark(path, ['anchor', '.']);
    expect(out).toContain('spokesman');
    expect(out + err).not.toContain('\u001b');
  });

  test.each([
    [['anchor'], 'No path was given'],
    [['anchor', 'nowhere'], 'nowhere does not exist'],
    [['anchor', '--write', '-'], '--write brings annotations up to texts in files'],
    [['anchor', '--format', 'sarif', '.'], '--format takes text, json, jsonl'],
    [['anchor', '--jsonl', '--write'], '--jsonl reads texts and annotations from standard input'],
    [['anchor', '--jsonl', '--format', 'json'], 'use --format jsonl'],
  ])('wrong usage %j: status 2 and what to do', async (args, message) => {
    const { status, out, err } = await runSeedmark(await folder({ 'a.seed': OLD }), args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('seedmark anchor --write', () => {
  const NEW = OLD.replace('The mayor', 'It rained. The mayor');
  const AT = MAYOR.at + 'It rained. '.length;

  async function write(files: Readonly<Record<string, string | Uint8Array>>) {
    const path = await folder(files);
    const run = async () => {
      const { status, out, err } = await runSeedmark(path, ['anchor', '--write', '.']);
      return { status, err, out: out.split('\n').filter((line) => line.includes('rewritten')) };
    };
    return { path, run, sidecar: () => readFile(join(path, 'a.seed.annotations.yaml'), 'utf8') };
  }

  test('positions and the id of their text are brought up to the seed; a second run changes nothing', async () => {
    const {
      path,
      run,
      sidecar: now,
    } = await write({
      'a.seed': NEW,
      'a.seed.annotations.yaml': sidecar(idOf(OLD), MAYOR),
      'b.seed': OLD,
      'b.seed.annotations.yaml': sidecar(idOf(OLD), MAYOR),
    });
    const before = await stat(join(path, 'b.seed.annotations.yaml'));
    expect(await run()).toEqual({
      status: 0,
      err: '',
      out: [
        'a.seed.annotations.yaml: 1 position rewritten',
        '2 seeds with annotations: 1 exact, 1 moved, 0 fuzzy, 0 ambiguous, 0 orphaned; 1 annotations file rewritten',
      ],
    });
    const written = sidecar(idOf(NEW), { ...MAYOR, at: AT });
    expect(await now()).toBe(written);
    const after = await stat(join(path, 'a.seed.annotations.yaml'));
    expect(await run()).toMatchObject({ status: 0, out: [expect.stringContaining('2 exact')] });
    expect(await now()).toBe(written);
    // Not even written with the same bytes.
    expect((await stat(join(path, 'a.seed.annotations.yaml'))).ino).toBe(after.ino);
    expect((await stat(join(path, 'b.seed.annotations.yaml'))).ino).toBe(before.ino);
    expect((await readdir(path)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('what is not as it was keeps its position, under the id of the text that it is from', async () => {
    const { run, sidecar: now } = await write({
      'a.seed': NEW,
      'a.seed.annotations.yaml': sidecar(NOWHERE, MAYOR, ...DOUBTFUL),
    });
    expect(await run()).toMatchObject({
      status: 1,
      out: [
        'a.seed.annotations.yaml: 1 position rewritten, 1 fuzzy left, 1 ambiguous left, 1 orphaned left',
        expect.anything(),
      ],
    });
    const text = await now();
    expect(text.match(/^ {4}text: .*$/gm)).toEqual(Array(3).fill(`    text: ${NOWHERE}`));
    expect(text).toContain(`at: ${AT}`);
    for (const { at } of DOUBTFUL) expect(text).toContain(`at: ${at}\n`);
    await run();
    expect(await now()).toBe(text);
  });

  test('byte order mark, line ends, comments and mode stay', async () => {
    const crlf = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const {
      path,
      run,
      sidecar: now,
    } = await write({
      'a.seed': NEW,
      'a.seed.annotations.yaml': crlf(`# ours\n${sidecar(idOf(OLD), MAYOR)}`),
    });
    await chmod(join(path, 'a.seed.annotations.yaml'), 0o640);
    expect(await run()).toMatchObject({ status: 0, err: '' });
    expect(await now()).toBe(crlf(`# ours\n${sidecar(idOf(NEW), { ...MAYOR, at: AT })}`));
    if (process.platform !== 'win32')
      expect((await stat(join(path, 'a.seed.annotations.yaml'))).mode & 0o777).toBe(0o640);
  });

  test('only the id of the text changes where the change stands behind everything', async () => {
    const { run, sidecar: now } = await write({
      'a.seed': `${OLD}One more line.\n`,
      'a.seed.annotations.yaml': sidecar(idOf(OLD), MAYOR),
    });
    expect(await run()).toMatchObject({
      status: 0,
      out: ['a.seed.annotations.yaml: no position changed, id of the text rewritten', expect.anything()],
    });
    expect(await now()).toBe(sidecar(idOf(`${OLD}One more line.\n`), MAYOR));
  });

  test.each<[string, (path: string) => Promise<unknown>, string]>([
    [
      'a merge conflict',
      (path) => writeFile(path, `${sidecar(idOf(OLD), MAYOR)}<<<<<<< ours\n`),
      'a.seed.annotations.yaml:10:1: The annotations file is damaged in line 10',
    ],
    ['read-only', (path) => chmod(path, 0o444), 'a.seed.annotations.yaml: it is read-only'],
  ])('refused: %s: status 2, place and reason, and not a byte is changed', async (_, prepare, message) => {
    const {
      path,
      run,
      sidecar: now,
    } = await write({
      'a.seed': NEW,
      'a.seed.annotations.yaml': sidecar(idOf(OLD), MAYOR),
    });
    await prepare(join(path, 'a.seed.annotations.yaml'));
    const before = await now();
    const { status, err, out } = await run();
    expect(status).toBe(2);
    expect(err).toContain(`seedmark: ${message}`);
    expect(out).toEqual([expect.stringContaining('0 annotations files rewritten')]);
    expect(await now()).toBe(before);
  });
});

describe.skipIf(!gitIsThere)('seedmark anchor with git', () => {
  const line = 'The mayor spoke. The council listened.\n';
  const was = `${HEAD}${line}${line}Then all left the hall.\n`;
  // The second of two lines that say the same. A third one on top: by its words alone it could be any of them.
  const second: Entry = {
    id: 's',
    quote: 'mayor',
    at: was.lastIndexOf('mayor'),
    before: 'The ',
    after: ' spoke. The council',
  };
  const third: Entry = { id: 't', quote: 'hall', at: was.indexOf('hall'), before: 'left the ', after: '.' };

  test('the text as it was committed tells what words alone could not', async () => {
    const path = await repositoryOf({ 'a.seed': was, 'a.seed.annotations.yaml': sidecar(idOf(was), second, third) });
    made.push(path);
    expect(git(path, 'rev-parse', 'HEAD:a.seed')).toBe(idOf(was));
    await writeFile(join(path, 'a.seed'), was.replace(HEAD, `${HEAD}A first paragraph that is new.\n\n`));
    const started = performance.now();
    const { status, out, err } = await runSeedmark(path, ['anchor', '--format', 'jsonl', '.']);
    const took = performance.now() - started;
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const startOf = (out: string) => JSON.parse(out).annotations[0]?.places[0]?.start;
    expect(startOf(out)).toEqual({ line: 8, column: 5 });
    // Git, which would run for half a minute more, did not keep the program.
    expect(took).toBeLessThan(20_000);

    // The same without git: the second line is not found.
    await rm(join(path, '.git'), { recursive: true });
    const without = await runSeedmark(path, ['anchor', '--format', 'jsonl', '.']);
    expect(startOf(without.out)).not.toEqual({ line: 8, column: 5 });
  });

  test('an entry’s own text is looked up, too', async () => {
    const path = await repositoryOf({ 'a.seed': was });
    made.push(path);
    const now = was.replace(HEAD, `${HEAD}A first paragraph that is new.\n\n`);
    await writeFile(join(path, 'a.seed'), now);
    const text = sidecar(idOf(now), { ...second, text: idOf(was) });
    await writeFile(join(path, 'a.seed.annotations.yaml'), text);
    const { out } = await runSeedmark(path, ['anchor', '.']);
    expect(out).toMatch(/^a\.seed:8:5 moved/);
  });

  test('CRLF on disk, LF in git: positions from the LF text are found in the text as it was', async () => {
    const path = await repositoryOf({ 'a.seed': was, 'a.seed.annotations.yaml': sidecar(idOf(was), second) });
    made.push(path);
    git(path, 'config', 'core.autocrlf', 'true');
    const now = was.replace(HEAD, `${HEAD}A first paragraph that is new.\n\n`).replaceAll('\n', '\r\n');
    await writeFile(join(path, 'a.seed'), now);
    const { status, out } = await runSeedmark(path, ['anchor', '--write', '.']);
    expect({ status, first: out.split('\n')[0] }).toEqual({
      status: 0,
      first: expect.stringMatching(/^a\.seed:8:5 moved/),
    });
    expect(await readFile(join(path, 'a.seed.annotations.yaml'), 'utf8')).toBe(
      sidecar(idOf(now), { ...second, at: second.at + 'A first paragraph that is new.\n\n'.length }),
    );
  });
});
