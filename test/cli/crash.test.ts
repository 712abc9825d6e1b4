import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { watch } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../support/server.ts';
import { folderOf, runSeedmark } from './run.ts';

/** Annotations files are whole whenever the program that writes them dies. */

const FILES = 200;
const KILLS = 16;
// So many bytes that a write which is not done in one step is often cut short.
const COMMENT = `# ${'The minutes of the meeting, word for word. '.repeat(2_500)}\n`;

const OLD = 'Source: A\nPublished: 2021-07-05\nTitle: T\n\nThe mayor of the town spoke at length on Monday.\n';
const NEW = OLD.replace('The mayor', 'It rained. The mayor');
const id = (text: string) => createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex');

function sidecar(number: number): string {
  return `seedmark: 1\ntext: ${id(OLD)}\nannotations:\n  - id: a${number}\n    type: person\n    quote: mayor\n    at: 49\n    before: "The "\n    after: " of the town spoke at length"\n${COMMENT}`;
}

async function sidecarsOf(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.annotations.yaml'));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

async function temporaryIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('.'));
}

/** Runs the program, and kills it `after` microseconds behind the time at which so many things happened in the folder. */
function killedAfter(folder: string, events: number, after: number): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(REPOSITORY, 'dist/cli.cjs'), 'anchor', '--write', '.'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let left = events;
    const watcher = watch(folder, () => {
      if (--left !== 0) return;
      const end = process.hrtime.bigint() + BigInt(after) * 1000n;
      while (process.hrtime.bigint() < end);
      child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (_, signal) => {
      watcher.close();
      resolve(signal);
    });
  });
}

// Elsewhere a change of a folder is told too late to hit a write with.
test.runIf(process.platform === 'linux')(
  'killed at any moment: each file is the old or the new one, and the next run completes and cleans up',
  async () => {
    const files = Object.fromEntries(
      Array.from({ length: FILES }, (_, i) => [
        [`${i}.seed`, NEW],
        [`${i}.seed.annotations.yaml`, sidecar(i)],
      ]).flat() as [string, string][],
    );
    const folder = await folderOf(files);
    const finished = await mkdtemp(join(tmpdir(), 'seedmark-cli-'));
    try {
      const old = await sidecarsOf(folder);
      await cp(folder, finished, { recursive: true });
      expect(await runSeedmark(finished, ['anchor', '--write', '.'])).toMatchObject({ status: 0, err: '' });
      const whole = await sidecarsOf(finished);
      expect([...whole].every(([name, text]) => text !== old.get(name))).toBe(true);

      // A generator of its own with a fixed start.
      let seed = 1;
      const random = (below: number) => {
        seed = (seed * 48271) % 2147483647;
        return seed % below;
      };
      let died = 0;
      let partly = 0;
      let littered = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const signal = await killedAfter(folder, 1 + random(24), random(300));
        if (signal === 'SIGKILL') died++;
        const now = await sidecarsOf(folder);
        expect(now.size).toBe(FILES);
        const torn = [...now].filter(([name, text]) => text !== old.get(name) && text !== whole.get(name));
        expect(torn.map(([name, text]) => `${name}: ${text.length} characters`)).toEqual([]);
        const written = [...now].filter(([name, text]) => text === whole.get(name)).length;
        if (written > 0 && written < FILES) partly++;
        if ((await temporaryIn(folder)).length > 0) littered++;
      }
      // Otherwise nothing was tried.
      expect(died).toBe(KILLS);
      expect(partly).toBeGreaterThan(KILLS / 2);
      expect(littered).toBeGreaterThan(0);

      expect(await runSeedmark(folder, ['anchor', '--write', '.'])).toMatchObject({ status: 0, err: '' });
      expect(await sidecarsOf(folder)).toEqual(whole);
      expect(await temporaryIn(folder)).toEqual([]);
    } finally {
      for (const path of [folder, finished]) await rm(path, { recursive: true, force: true });
    }
  },
);
