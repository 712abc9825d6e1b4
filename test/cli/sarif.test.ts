import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnreadableFile } from '../../server/src/cli/reports/report.ts';
import { sarifReport } from '../../server/src/cli/reports/sarif.ts';
import { FINDINGS } from '../../server/src/project/severities.ts';
import { findingsOf } from '../../server/src/workspace/findings.ts';
import { kindOf } from '../../server/src/workspace/kinds.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { ROOT, world } from '../support/world.ts';
import { folderOf, runSeedmark } from './run.ts';

/** What is read here of a log; the schema holds the rest. */
interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region?: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
  };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Run {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly version: string;
      readonly rules: readonly { readonly id: string; readonly defaultConfiguration: object }[];
      readonly notifications: readonly { readonly id: string }[];
    };
  };
  readonly results: readonly Result[];
  readonly columnKind: string;
  readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly exitCode: number;
    readonly toolExecutionNotifications: readonly {
      readonly descriptor: { readonly id: string; readonly index: number };
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly Location[];
    }[];
  }[];
}
interface Log {
  readonly version: string;
  readonly runs: readonly Run[];
}

const {
  id: _id,
  $schema: _draft,
  ...schema
} = JSON.parse(readFileSync(new URL('../fixtures/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
// The schema is one of draft 4, of which it uses nothing that the drafts after it read otherwise but the name of its id.
const validate = new Ajv({
  allErrors: true,
  strict: false,
  // One of its patterns has a bracket that is none in a regular expression of Unicode.
  unicodeRegExp: false,
  formats: {
    uri: /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-F]{2})*$/i,
    'uri-reference': /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-F]{2})*$/i,
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(schema);

/** What the schema says against a log; [] when nothing. */
function errors(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The log of files in memory. */
async function logOf(
  files: Readonly<Record<string, string>>,
  unreadable: readonly UnreadableFile[] = [],
): Promise<Log> {
  let out = '';
  const report = sarifReport(
    async (text) => {
      out += text;
    },
    ROOT,
    '1.2.3',
  );
  const workspace = new Workspace(world(files));
  workspace.setFolders([ROOT]);
  await workspace.settled();
  await report.begin();
  for (const [name, text] of Object.entries(files)) {
    const uri = ROOT + name;
    workspace.open(uri, text, 0);
    await workspace.settled();
    const snapshot = workspace.snapshot(uri);
    if (!snapshot) throw new Error(`${name} is not open`);
    await report.file({ name, uri, kind: kindOf(uri), lines: snapshot.lines, findings: findingsOf(snapshot) });
  }
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  await report.end({ seeds: 1, counts, unreadable, status: unreadable.length > 0 ? 2 : 1 });
  const log: Log = JSON.parse(out);
  expect(errors(log)).toEqual([]);
  return log;
}

const runOf = async (...args: Parameters<typeof logOf>): Promise<Run> => (await logOf(...args)).runs[0] as Run;

const HEAD = 'Source: A\nPublished: 2021-07-05\nTitle: T\nAuthor: B\nURL: https://example.org/\n';

describe('the log', () => {
  test('no file: no result, and valid', async () => {
    const run = await runOf({});
    expect(run.results).toEqual([]);
    expect(run.tool.driver).toMatchObject({ name: 'Seedmark', version: '1.2.3' });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.originalUriBaseIds).toEqual({ SRCROOT: { uri: ROOT } });
    expect(run.invocations).toEqual([{ executionSuccessful: true, exitCode: 1, toolExecutionNotifications: [] }]);
  });

  test('every finding is a rule, with the level of its severity', async () => {
    const { rules } = (await runOf({})).tool.driver;
    const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;
    expect(rules).toEqual(
      Object.entries(FINDINGS).map(([id, { title, severity }]) => ({
        id,
        shortDescription: { text: `${title}.` },
        fullDescription: { text: `${title}.` },
        help: {
          text: expect.stringContaining(`docs/findings/${id}.md`),
          markdown: expect.stringContaining(`\`docs/findings/${id}.md\``),
        },
        defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
      })),
    );
  });

  test('a result names its rule and its place, with columns in UTF-16 code units', async () => {
    const run = await runOf({ 'a.txt': `${HEAD}\n😀 On 31 June 2021.\n` });
    expect(run.results).toEqual([
      {
        ruleId: 'impossible-date',
        ruleIndex: expect.any(Number),
        level: 'warning',
        message: { text: 'June has 30 days; there is no 31 June. Check the day and the month.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'a.txt', uriBaseId: 'SRCROOT' },
              region: { startLine: 7, startColumn: 7, endLine: 7, endColumn: 19 },
            },
          },
        ],
        partialFingerprints: { 'seedmarkFinding/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
      },
    ]);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('levels are what the project makes of severities', async () => {
    const { results } = await runOf({
      'seedmark.yaml':
        'severities: {missing-metadata: error, missing-recommended-metadata: hint, unknown-field: off}\n',
      'a.txt': 'Source: A Publised: 2021-07-05\n\nText.\n',
    });
    expect(results.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
      'missing-metadata error',
      'missing-recommended-metadata note',
      'missing-recommended-metadata note',
    ]);
  });

  test('text from a file makes no placeholder and no link of a message', async () => {
    const { results } = await runOf({
      'a.txt': `${HEAD}\nText.\n`,
      'a.txt.annotations.yaml':
        'seedmark: 1\nannotations:\n  - {id: x, type: person, quote: ["{0} [here](https://example.org) {}"]}\n',
    });
    expect(results.map(({ message }) => message.text)).toEqual([
      expect.stringContaining('“{{0}} [here] (https://example.org) {{}}”'),
    ]);
  });

  test('files that could not be read are notifications of a run that was no success', async () => {
    const run = await runOf({}, [{ name: 'b é.txt', uri: `${ROOT}b%20%C3%A9.txt`, reason: 'it cannot be read' }]);
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        exitCode: 2,
        toolExecutionNotifications: [
          {
            descriptor: { id: 'unreadable-file', index: 0 },
            level: 'error',
            message: { text: 'This file could not be checked: it cannot be read.' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'b%20%C3%A9.txt', uriBaseId: 'SRCROOT' } } }],
          },
        ],
      },
    ]);
    expect(run.tool.driver.notifications[0]?.id).toBe('unreadable-file');
  });

  test('the schema would find what is wrong', async () => {
    const broken = async (change: (result: Result, run: Run) => void) => {
      const log = await logOf({ 'a.txt': 'Text.\n' });
      const run = log.runs[0] as Run;
      change(run.results[0] as Result, run);
      return errors(log);
    };
    expect(await broken(() => undefined)).toEqual([]);
    expect(await broken((result) => Object.assign(result, { level: 'hint' }))).not.toEqual([]);
    expect(await broken((result) => Object.assign(result, { place: 1 }))).not.toEqual([]);
    expect(await broken((_result, run) => Object.assign(run, { columnKind: 'utf16' }))).not.toEqual([]);
    const locate = (artifactLocation: object) => (result: Result) =>
      Object.assign(result, { locations: [{ physicalLocation: { artifactLocation } }] });
    expect(await broken(locate({ uri: 'a.txt' }))).toEqual([]);
    expect(await broken(locate({ uri: 'a b.txt' }))).not.toEqual([]);
    expect(await broken(locate({ uri: 'é.txt' }))).not.toEqual([]);
  });
});

describe('fingerprints', () => {
  /** The fingerprints of the findings in a seed (and its annotations), by finding. */
  async function prints(text: string, sidecar?: string): Promise<string[]> {
    const { results } = await runOf({ ...(sidecar ? { 'a.txt.annotations.yaml': sidecar } : {}), 'a.txt': text });
    const all = results.map(({ ruleId, partialFingerprints }) => `${ruleId} ${Object.values(partialFingerprints)}`);
    expect(new Set(all).size).toBe(all.length);
    return all;
  }

  const seed = `${HEAD}\nOn 31 June 2021.\n`;

  test.each<[string, string]>([
    ['a line above', `${HEAD}\nMore.\n\nOn 31 June 2021.\n`],
    ['text before and behind it in its line', `${HEAD}\nThat was on 31 June 2021, a Monday.\n`],
    ['other line ends', seed.replaceAll('\n', '\r\n')],
    ['another value in the metadata', seed.replace('Title: T', 'Title: Another')],
  ])('survive %s', async (_name, text) => {
    expect(await prints(text)).toEqual(await prints(seed));
  });

  test('differ where the text differs', async () => {
    expect(await prints(seed.replace('31 June', '31 April'))).not.toEqual(await prints(seed));
  });

  test('repeats are numbered, and the first stays what it was', async () => {
    const [first, second, ...rest] = await prints(`${HEAD}\nOn 31 June 2021. On 31 June 2021.\n`);
    expect(rest).toEqual([]);
    expect([first]).toEqual(await prints(seed));
    expect(second).not.toBe(first);
  });

  test('a missing field stays itself when another one is filled in', async () => {
    const before = await prints('Source: A\nTitle: T\nAuthor: B\n\nText.\n');
    const after = await prints('Published: 2021-07-05\nSource: A\nTitle: T\nAuthor: B\n\nText.\n');
    expect(before).toHaveLength(2);
    expect(after).toHaveLength(1);
    expect(before).toContain(after[0]);
  });

  test('an annotation without a place stays itself when the text changes', async () => {
    const sidecar = 'seedmark: 1\nannotations:\n  - {id: x, type: person, quote: [Jane]}\n';
    const before = await prints(`${HEAD}\nText.\n`, sidecar);
    expect(before).toEqual([expect.stringMatching(/^orphaned-annotation /)]);
    expect(await prints(`Language: en\n${HEAD}\nText.\n`, sidecar)).toEqual(before);
  });
});

describe('seedmark check --format sarif', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await folderOf({
      'inner/seeds/b ö #1?.txt': 'Source: A\n\nOn 31 June 2021.\n',
      'inner/seeds/latin1.txt': Buffer.from([0x53, 0xe9, 0x0a]),
      'outer.seed': 'Source: A\n\nText.\n',
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function log(cwd: string, args: readonly string[], input?: string) {
    const { status, out } = await runSeedmark(cwd, ['check', '--format', 'sarif', ...args], input);
    const parsed: Log = JSON.parse(out);
    expect(errors(parsed)).toEqual([]);
    const [run] = parsed.runs as [Run];
    const uris = new Set(run.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation));
    return { status, run, places: [...new Set([...uris].map((place) => JSON.stringify(place)))] };
  }

  test('relative to the working folder, percent-encoded; status and exit code agree', async () => {
    const { status, run, places } = await log(folder, ['inner/seeds', '*.seed']);
    expect(status).toBe(2);
    expect(places.map((place) => JSON.parse(place))).toEqual([
      { uri: 'inner/seeds/b%20%C3%B6%20%231%3F.txt', uriBaseId: 'SRCROOT' },
      { uri: 'outer.seed', uriBaseId: 'SRCROOT' },
    ]);
    expect(run.originalUriBaseIds.SRCROOT?.uri).toMatch(/^file:\/\/\/.*\/$/);
    expect(run.tool.driver.version).toMatch(/^\d+\.\d+\.\d+/);
    const [invocation] = run.invocations;
    expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 2 });
    expect(invocation?.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      'This file could not be checked: it is not UTF-8; save it as UTF-8 first.',
    ]);
  });

  test('a file outside of the working folder has its whole URI, and no base', async () => {
    const { status, run, places } = await log(`${folder}/inner`, ['../outer.seed']);
    expect(status).toBe(1);
    expect(places.map((place) => JSON.parse(place))).toEqual([
      { uri: run.originalUriBaseIds.SRCROOT?.uri.replace(/inner\/$/, 'outer.seed') },
    ]);
  });

  test('standard input under its name', async () => {
    const named = await log(folder, ['-', '--stdin-filename', 'a b.txt'], 'Text.\n');
    expect(named.places.map((place) => JSON.parse(place))).toEqual([{ uri: 'a%20b.txt', uriBaseId: 'SRCROOT' }]);
    const nameless = await log(folder, ['-'], 'Text.\n');
    expect(nameless.places.map((place) => JSON.parse(place))).toEqual([{ uri: '%3Cstdin%3E', uriBaseId: 'SRCROOT' }]);
  });
});
