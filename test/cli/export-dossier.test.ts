import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, runSeedmark } from './run.ts';

const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

async function folder(): Promise<string> {
  const path = await folderOf(FILES);
  made.push(path);
  return path;
}

const FILES = {
  'facts/p.yaml': `entities:
  - id: zed
    type: person
    name: Zed Quux
    aliases: [Old Zed]
    facts: [{what: rank, value: Master, source: seeds/a 1.txt}]
`,
  'seeds/a 1.txt': 'Source: Harbour Times\nPublished: 2021-07-05\nTitle: The lock\n\nZed Quux came.\n',
  'seeds/b.txt': 'Published: 2021-07-06\nTitle: Gone\n\nOn 1 July 2021 the master of the ship left.\n',
  'seeds/b.txt.annotations.yaml':
    'annotations:\n  - id: m\n    type: person\n    quote: master\n    before: "the "\n    after: " of the ship"\n    entity: zed\n',
};

const DOSSIER = `# Zed Quux

*Person* · 2 seeds · 2 mentions

**Also called** Old Zed

## Facts

| Fact | Value | When | Source |
| --- | --- | --- | --- |
| rank | Master |  | [The lock](seeds/a%201.txt#L1) |

## Mentions by Date

- **1 July 2021** On 1 July 2021 the master of the ship left. — [Gone](seeds/b.txt#L4), 6 July 2021
- **5 July 2021** Zed Quux came. — [The lock](seeds/a%201.txt#L5), Harbour Times

## Links

- [facts/p.yaml](facts/p.yaml#L2)
`;

describe('seedmark export --to dossier', () => {
  test.each([
    ['an id', 'zed'],
    ['an alias', 'old zed'],
  ])('of %s, what people annotated included', async (_, entity) => {
    const { status, out, err } = await runSeedmark(await folder(), [
      ...['export', '.', '--to', 'dossier', '--entity', entity],
    ]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(DOSSIER);
  });

  test('in a file, with links that count from there', async () => {
    const path = await folder();
    const args = ['export', 'seeds', '--to', 'dossier', '--entity', 'zed', '--output', 'facts/zed.md'];
    expect(await runSeedmark(path, args)).toEqual({
      status: 0,
      err: '',
      out: '2 mentions in 2 seeds written to facts/zed.md\n',
    });
    const content = await readFile(join(path, 'facts/zed.md'), 'utf8');
    expect(content).toContain('[Gone](../seeds/b.txt#L4)');
    expect(content).toContain('[facts/p.yaml](p.yaml#L2)');
  });

  test('of a seed from standard input', async () => {
    const args = ['export', '-', '--stdin-filename', 'seeds/new.txt', '--to', 'dossier', '--entity', 'zed'];
    const { status, out } = await runSeedmark(await folder(), args, 'Published: 2022\n\nZed Quux is back.\n');
    expect(status).toBe(0);
    expect(out).toContain('- **2022** Zed Quux is back. — [seeds/new.txt](seeds/new.txt#L3)');
  });

  test('nothing is written of what nobody knows, and names like it are told', async () => {
    const args = ['export', 'seeds', '--to', 'dossier', '--entity', 'Quux the Elder'];
    expect(await runSeedmark(await folder(), args)).toEqual({
      status: 2,
      out: '',
      err: 'seedmark: Nothing is known of “Quux the Elder” here. Similar names: Zed Quux.\n',
    });
  });

  test.each<[string, readonly string[], string]>([
    ['no entity', ['--to', 'dossier'], 'Say with --entity of what'],
    ['an empty one', ['--to', 'dossier', '--entity', ' '], 'Say with --entity of what'],
    ['an entity of annotations', ['--to', 'csv', '--entity', 'zed'], '--entity goes with dossier'],
    ['what was rejected', ['--to', 'dossier', '--entity', 'zed', '--all'], '--all goes with annotations'],
    ['a mark', ['--to', 'dossier', '--entity', 'zed', '--bom'], '--bom goes with annotations'],
    ['a seed to write to', ['--to', 'dossier', '--entity', 'zed', '-o', 'seeds/b.txt'], 'a file of the project itself'],
  ])('wrong usage: %s', async (_, args, message) => {
    const { status, out, err } = await runSeedmark(await folder(), ['export', 'seeds', ...args]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });
});
