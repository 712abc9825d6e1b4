import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSidecar } from '../../server/src/annotations/sidecar.ts';
import { readFacts } from '../../server/src/facts/read.ts';
import { BUILT_IN_TYPES } from '../../server/src/project/defaults.ts';
import { readProject } from '../../server/src/project/read.ts';
import { FINDINGS } from '../../server/src/project/severities.ts';
import { parseSeed } from '../../server/src/seed/seed.ts';
import { findingsOf } from '../../server/src/workspace/findings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { ROOT, world } from '../support/world.ts';

const folder = new URL('../../seeds/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
const seeds = files.filter((name) => name.endsWith('.txt'));
/** Whatever is in this folder is faulty on purpose. */
const faulty = 'findings/';
const sidecars = files.filter((name) => name.endsWith('.annotations.yaml') && !name.startsWith(faulty));
const factsFiles = files.filter((name) => name.startsWith('facts/'));

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly quote: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly entity?: string;
  readonly note?: string;
}
interface File {
  readonly seedmark: number;
  readonly text: string;
  readonly annotations: readonly Entry[];
  readonly relations?: readonly {
    readonly id: string;
    readonly type: string;
    readonly from: string;
    readonly to: string;
  }[];
}

const isFile = (name: string) => /\.\w+$/.test(name);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const project = readProject(read('seedmark.yaml'));
const entities = new Map(
  factsFiles.flatMap((name) => readFacts(read(name)).entities.map((entity) => [entity.id, entity])),
);

describe('seeds', () => {
  test('there are eight', () => {
    expect(seeds.sort()).toEqual([
      '1969-07-21-moon.txt',
      '1988-10-14-mahfouz.txt',
      '1989-11-10-berlin.txt',
      '1993-04-30-web-press-release.txt',
      '2012-10-30-sandy.txt',
      '2015-10-05-nobel-tu-youyou.txt',
      '2021-03-30-ever-given.txt',
      'findings/every-finding.txt',
    ]);
  });

  test.each(seeds)('%s is clean text', (name) => {
    const text = read(name);
    expect(text).not.toMatch(/[\r\t\ufeff\u00a0]| $/m);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).toBe(text.normalize('NFC'));
  });

  test.each<[string, string, string[]]>([
    ['2012-10-30-sandy.txt', 'inline', ['source', 'published', 'title', 'author', 'url', 'keywords', 'rights']],
    [
      '1989-11-10-berlin.txt',
      'line',
      ['title', 'source', 'author', 'published', 'retrieved', 'url', 'language', 'rights', 'keywords'],
    ],
    [
      '2015-10-05-nobel-tu-youyou.txt',
      'yaml',
      ['title', 'source', 'author', 'published', 'retrieved', 'url', 'language', 'keywords', 'rights'],
    ],
    [
      '1969-07-21-moon.txt',
      'line',
      ['source', 'published', 'retrieved', 'title', 'author', 'url', 'language', 'keywords', 'rights'],
    ],
    [
      '1988-10-14-mahfouz.txt',
      'inline',
      ['source', 'published', 'author', 'language', 'title', 'url', 'keywords', 'rights'],
    ],
    [
      '1993-04-30-web-press-release.txt',
      'line',
      ['source', 'published', 'author', 'url', 'language', 'keywords', 'rights'],
    ],
    // The one that shows the quick fixes: "Publised" is no name of a field.
    ['2021-03-30-ever-given.txt', 'line', ['source', 'Publised', 'retrieved', 'keywords']],
  ])('the metadata of %s', (name, style, keys) => {
    const fields = parseSeed(read(name)).segments.flatMap((segment) => segment.fields);
    expect(fields[0]?.style).toBe(style);
    expect(fields.map((field) => field.key ?? field.name)).toEqual(keys);
  });

  test('one has no title but its headline', () => {
    const [header] = parseSeed(read('1993-04-30-web-press-release.txt')).segments;
    expect(header?.headline).toBeDefined();
  });

  test('one has Chinese names, one Arabic ones', () => {
    expect(read('2015-10-05-nobel-tu-youyou.txt')).toMatch(/\p{Script=Han}{3}/u);
    expect(read('1988-10-14-mahfouz.txt')).toMatch(/\p{Script=Arabic}+ \p{Script=Arabic}+/u);
  });

  test('one is wrapped by hand', () => {
    const lines = read('1989-11-10-berlin.txt').split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
  });
});

describe('what is found in them', () => {
  const found = async (name: string) => {
    const world_ = world(Object.fromEntries(files.filter(isFile).map((each) => [`seeds/${each}`, read(each)])));
    // All of them were retrieved by now.
    const ports = { ...world_, clock: { ...world_.clock, today: () => '2026-01-01' } };
    const workspace = new Workspace(ports);
    workspace.setFolders([`${ROOT}seeds`]);
    await workspace.settled();
    await workspace.indexed();
    const uri = `${ROOT}seeds/${name}`;
    workspace.open(uri, read(name), 1);
    await workspace.settled();
    const snapshot = workspace.snapshot(uri);
    return new Set(snapshot && findingsOf(snapshot).map(({ code }) => code));
  };
  const about = (subject: string) => Object.keys(FINDINGS).filter((code) => FINDINGS[code]?.about === subject);

  test('in one, everything that can be found in a seed', async () => {
    // One of them needs a day of publication that is wrong, another one that there is none.
    const all = [...about('metadata'), ...about('body'), 'orphaned-annotation'].filter(
      (code) => code !== 'relative-date',
    );
    expect([...(await found('findings/every-finding.txt'))].sort()).toEqual(all.sort());
  });

  test('in one, what the quick fixes are shown with', async () => {
    const codes = [
      'impossible-date',
      'missing-metadata',
      'missing-recommended-metadata',
      'relative-date',
      'unknown-field',
    ];
    expect([...(await found('2021-03-30-ever-given.txt'))].sort()).toEqual(codes);
  });

  const clean = [...seeds, ...sidecars, ...factsFiles, 'seedmark.yaml', 'findings/seedmark.yaml'];
  test.each(clean.filter((name) => name !== '2021-03-30-ever-given.txt' && name !== 'findings/every-finding.txt'))(
    'nothing in %s',
    async (name) => expect([...(await found(name))]).toEqual([]),
  );
});

describe.each(sidecars)('%s', (name) => {
  const seed = readFileSync(new URL(name.replace(/\.annotations\.yaml$/, ''), folder));
  const points = [...seed.toString('utf8').replace(/\r\n?/g, '\n')];
  const sidecar = parse(read(name)) as File;
  const { annotations } = sidecar;

  test('was taken from the seed as it is', () => {
    expect(sidecar.seedmark).toBe(1);
    expect(sidecar.text).toBe(createHash('sha1').update(`blob ${seed.length}\0`).update(seed).digest('hex'));
  });

  test.each(annotations.map((entry) => [entry.quote, entry] as const))('%s stands at its position', (quote, entry) => {
    const start = entry.at;
    const end = start + [...quote].length;
    expect(points.slice(start, end).join('')).toBe(quote);
    expect(points.slice(start - [...entry.before].length, start).join('')).toBe(entry.before);
    expect(points.slice(end, end + [...entry.after].length).join('')).toBe(entry.after);
  });

  test('entries stand in the order of the text, the longer one first', () => {
    const order = annotations.map(({ at, quote }) => [at, -[...quote].length] as const);
    expect(order).toEqual(order.toSorted(([a, x], [b, y]) => a - b || x - y));
  });

  test('shows a nested pair, a note and an entity', () => {
    const span = ({ at, quote }: Entry) => [at, at + [...quote].length] as const;
    const nested = annotations.filter((inner) =>
      annotations.some(
        (outer) => outer !== inner && span(outer)[0] <= span(inner)[0] && span(inner)[1] <= span(outer)[1],
      ),
    );
    expect(nested.length).toBeGreaterThan(0);
    expect(annotations.some(({ note }) => note !== undefined)).toBe(true);
    expect(annotations.some(({ entity }) => entity !== undefined)).toBe(true);
  });

  test('refers to what there is', () => {
    const ids = annotations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const types = project.project.types.map(({ id }) => id);
    for (const { type, entity } of annotations) {
      expect(types).toContain(type);
      if (entity !== undefined) expect(entities.get(entity)?.type).toBe(type);
    }
    for (const { from, to } of sidecar.relations ?? []) expect(ids).toEqual(expect.arrayContaining([from, to]));
  });

  test('reads without a problem', () => {
    expect(readSidecar(read(name)).problems).toEqual([]);
  });
});

describe('facts', () => {
  test.each(factsFiles)('%s reads without a problem', (name) => {
    expect(readFacts(read(name)).problems).toEqual([]);
  });

  test('ids are unique, types known, sources there', () => {
    const all = factsFiles.flatMap((name) => readFacts(read(name)).entities);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { type, facts } of all) {
      expect(BUILT_IN_TYPES.map(({ id }) => id)).toContain(type);
      for (const { source } of facts)
        if (source !== undefined && !source.startsWith('https:')) expect(seeds).toContain(source);
    }
  });
});

test('seedmark.yaml reads without a problem', () => {
  expect(project.problems).toEqual([]);
});
