import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { REPOSITORY } from '../support/server.ts';
import { folderOf, runSeedmark } from './run.ts';

const doc = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');

/** The fenced blocks of one language. */
function blocks(language: string): string[] {
  return [...doc.matchAll(/^```(\w*)\n(.*?)^```$/gms)]
    .filter(([, found]) => found === language)
    .map(([, , text]) => text ?? '');
}

/** The options that a text names. */
const options = (text: string) => [...new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g))].sort();

let help: string;
beforeAll(async () => {
  help = (await runSeedmark(REPOSITORY, ['--help'])).out;
});

describe('docs/ci.md, the help and the program agree', () => {
  test('every option that the document names is one of the help', () => {
    expect(options(doc).length).toBeGreaterThan(3);
    expect(options(help)).toEqual(expect.arrayContaining(options(doc)));
  });

  test('the help’s options for check are in the document', () => {
    const others = [
      '--jsonl',
      '--write',
      '--to',
      '--entity',
      '--output',
      '--all',
      '--bom',
      '--stdio',
      '--help',
      '--version',
    ];
    expect(options(doc)).toEqual(options(help).filter((option) => !others.includes(option)));
  });

  test.each(['--format=text', '--fail-on=error', '--stdin-filename=a.txt', '--no-color'])(
    'check takes %s',
    async (arg) => {
      const { status, err } = await runSeedmark(REPOSITORY, ['check', arg, '-'], 'Text.\n');
      expect(err).toBe('');
      expect(status).not.toBe(2);
    },
  );

  test('the formats and severities of the document are taken, and there are no others', async () => {
    const named = (option: string) => [
      ...new Set([...doc.matchAll(new RegExp(`${option} ([a-z]+)`, 'g'))].map((m) => m[1])),
    ];
    const complaint = async (option: string) => (await runSeedmark(REPOSITORY, ['check', option, 'x', '.'])).err;
    expect(await complaint('--format')).toContain('--format takes text, json, sarif;');
    expect(named('--format').sort()).toEqual(['json', 'sarif', 'text']);
    expect(await complaint('--fail-on')).toContain('--fail-on takes error, warning, info;');
    expect(named('--fail-on').sort()).toEqual(['error', 'info']);
  });
});

describe('its examples', () => {
  test('JSON: what the program makes of the seed', async () => {
    const [seed, ...more] = blocks('text');
    expect(more).toEqual([]);
    const folder = await folderOf({ 'seeds/harbour.txt': seed ?? '' });
    const { status, out } = await runSeedmark(folder, ['check', '--format', 'json', 'seeds']);
    await rm(folder, { recursive: true, force: true });
    expect(status).toBe(1);
    expect(blocks('json').map((text) => JSON.parse(text))).toEqual([JSON.parse(out)]);
  });

  test('GitHub Actions: the check writes the file that is uploaded, also when it failed', () => {
    const [workflow] = blocks('yaml').map((text) => parse(text));
    const steps: { run?: string; uses?: string; if?: string; with?: Record<string, string> }[] =
      workflow.jobs.check.steps;
    const check = steps.findIndex(({ run }) => run?.includes('check --format sarif'));
    const upload = steps.findIndex(({ uses }) => uses?.includes('upload-sarif'));
    expect(upload).toBeGreaterThan(check);
    expect(steps[check]?.run).toMatch(/ > seedmark\.sarif$/);
    expect(steps[upload]?.with?.sarif_file).toBe('seedmark.sarif');
    expect(steps[upload]?.if).toMatch(/^\$\{\{ !cancelled\(\) \}\}$/);
    expect(workflow.permissions['security-events']).toBe('write');
  });

  test.each<[string, boolean]>([
    ['seeds/a.txt', true],
    ['corpus/seeds/2021/a.txt', true],
    ['notes/a.seed', true],
    ['notes/a.seed.txt', true],
    ['seeds/a.txt.annotations.yaml', true],
    ['facts/people.yaml', true],
    ['x/people.facts.yaml', true],
    ['seedmark.yaml', true],
    ['notes/a.txt', false],
    ['seeds/README.md', false],
    ['oilseeds/a.txt', false],
    ['not-seedmark.yaml', false],
    ['a.seeds', false],
  ])('pre-commit: %s: %s', (name, wanted) => {
    const [, config] = blocks('yaml').map((text) => parse(text));
    expect(new RegExp(config.repos[0].hooks[0].files).test(name)).toBe(wanted);
  });
});
