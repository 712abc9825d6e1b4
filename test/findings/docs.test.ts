import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readProject } from '../../server/src/project/read.ts';
import { FINDINGS } from '../../server/src/project/severities.ts';
import { findingsIn, open } from './check.ts';

/** The pages of the findings: their examples are run, and what they say of severities is compared with the code. */

const folder = new URL('../../docs/findings/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** A block of code in a page: what it is there for, the file it stands for, and its text. */
interface Block {
  readonly language: string;
  readonly role: string;
  readonly path: string | undefined;
  readonly text: string;
}

/** The fenced blocks of a page; one in a list is indented with it. */
function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^( *)```(\S+)(?: (\S+))?(?: (\S+))?\n([\s\S]*?)^ *```$/gm)].map(
    ([, indent = '', language = '', role = '', path, text = '']) => ({
      language,
      role,
      path,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

test('every finding has its page, and there are no others', () => {
  const pages = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(
    Object.keys(FINDINGS)
      .map((code) => `${code}.md`)
      .sort(),
  );
});

test('the list names all of them by subject, with severity and title', () => {
  const parts = read('README.md').split('\n## ').slice(1);
  const rows = parts.map((part) => [...part.matchAll(/^\| \[`([\w-]+)`\]\(([\w.-]+)\) +\| (\w+) +\| (.+?) +\|$/gm)]);
  const listed = rows.map((part) => part.map(([, code, link, severity, title]) => ({ code, link, severity, title })));
  expect(parts.map((part) => part.split('\n')[0])).toEqual(['Metadata', 'Body', 'Files']);
  for (const [i, about] of (['metadata', 'body', 'file'] as const).entries()) {
    const expected = Object.entries(FINDINGS)
      .filter(([, info]) => info.about === about)
      .map(([code, { severity, title }]) => ({ code, link: `${code}.md`, severity, title }));
    expect(listed[i]).toEqual(expected);
  }
});

describe.each(Object.entries(FINDINGS))('%s', (code, { severity, title, about }) => {
  const page = read(`${code}.md`);
  const blocks = blocksOf(page);

  test('says what it is and how severe', () => {
    const [first] = page.split('\n');
    expect(first?.toLowerCase()).toBe(`# \`${code}\`: ${title}`.toLowerCase());
    expect(page).toContain(`\nSeverity: ${severity}.\n`);
  });

  test('says how to accept it, where that can be done', () => {
    expect(/_Accept this finding_|accept this finding|_Note “sic”_/.test(page)).toBe(about !== 'file');
  });

  test('its snippet for seedmark.yaml is read and does what it says', () => {
    const snippet = blocks.find(({ language, role }) => language === 'yaml' && role === '');
    const { project, problems } = readProject(snippet?.text);
    expect(problems).toEqual([]);
    expect(project.severities[code]).not.toBe(severity);
    const others = Object.entries(FINDINGS).filter(([other]) => other !== code);
    for (const [other, info] of others) expect(project.severities[other]).toBe(info.severity);
  });

  test('its wrong examples have the finding, its right ones have not', async () => {
    expect(blocks.filter(({ role }) => role === 'wrong').length).toBeGreaterThan(0);
    expect(blocks.filter(({ role }) => role === 'right').length).toBeGreaterThan(0);
    const beside = Object.fromEntries(
      blocks.filter(({ role }) => role === 'beside').map(({ path = '', text }) => [path, text]),
    );
    for (const { language, role, path = 'seeds/example.txt', text } of blocks) {
      if (role !== 'wrong' && role !== 'right') continue;
      expect(language).toBe(path.endsWith('.txt') ? 'seed' : 'yaml');
      const said = await codesOf(code, path, text, beside);
      expect(said, `${role}: ${text}`).toBe(role === 'wrong');
    }
  });

  test('links lead somewhere', () => {
    for (const [, target = ''] of page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g))
      if (!target.startsWith('https:')) expect(() => read(target), target).not.toThrow();
  });
});

/** Whether an example has the finding: in itself, or in the seed that it stands beside. */
async function codesOf(code: string, name: string, text: string, files: Readonly<Record<string, string>>) {
  const own = findingsIn(await open({ name, text, files }), code).own;
  const seedName = name.replace(/\.annotations\.yaml$/, '');
  const seed = seedName === name ? undefined : files[seedName];
  if (own.length > 0 || seed === undefined) return own.length > 0;
  return findingsIn(await open({ name: seedName, text: seed, files: { ...files, [name]: text } }), code).own.length > 0;
}
