import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The import table of DESIGN.md, "Rooms". A room may import itself, the rooms named here and the packages named here,
 * whether for types or for values: a type that is known is known.
 */
interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  /** May import Node's own modules. */
  readonly node?: true;
}

const domain = ['text', 'yaml', 'seed', 'times', 'names', 'facts', 'annotations', 'project'];
const core = [...domain, 'workspace', 'edits', 'features', 'ports', 'protocol'];
const lspPackages = [
  'vscode-languageserver',
  'vscode-languageserver-types',
  'vscode-languageserver-protocol',
  'vscode-uri',
];

const ROOMS: Readonly<Record<string, Room>> = {
  protocol: { rooms: [], packages: [] },
  ports: { rooms: [], packages: [] },
  text: { rooms: [], packages: [] },
  yaml: { rooms: ['text'], packages: ['yaml'] },
  seed: { rooms: ['text'], packages: [] },
  times: { rooms: ['text', 'seed'], packages: [] },
  names: { rooms: ['text', 'seed'], packages: [] },
  facts: { rooms: ['text', 'yaml'], packages: [] },
  annotations: { rooms: ['text', 'seed', 'yaml'], packages: ['approx-string-match', 'diff'] },
  project: { rooms: ['text', 'yaml'], packages: [] },
  workspace: { rooms: [...domain, 'ports'], packages: [] },
  edits: { rooms: [...domain, 'workspace', 'ports', 'protocol'], packages: [] },
  formats: { rooms: domain, packages: [] },
  // What formats are given, made of snapshots: neither knows the other.
  exchange: { rooms: [...domain, 'workspace', 'ports', 'formats'], packages: [] },
  features: { rooms: core, packages: ['vscode-languageserver-types'] },
  lsp: { rooms: [...core, 'formats', 'exchange'], packages: lspPackages },
  cli: {
    rooms: [...core, 'formats', 'exchange', 'lsp', 'host', 'host/node', 'version'],
    packages: lspPackages,
    node: true,
  },
  // One constant that the build puts in.
  version: { rooms: [], packages: [] },
  // What both hosts share.
  host: { rooms: ['ports', 'protocol'], packages: [] },
  'host/node': { rooms: ['host', 'ports', 'protocol', 'text'], packages: lspPackages, node: true },
  'host/browser': { rooms: ['host', 'ports', 'protocol'], packages: lspPackages },
  'main.cli': { rooms: ['lsp', 'cli', 'host/node', 'version', 'main.worker'], packages: lspPackages, node: true },
  'main.browser': { rooms: ['lsp', 'host/browser', 'version'], packages: lspPackages },
  'main.worker': { rooms: ['workspace', 'host/node', 'ports'], packages: [], node: true },
  client: { rooms: ['protocol'], packages: ['vscode', 'vscode-languageclient'] },
  'client.node': { rooms: ['client'], packages: ['vscode', 'vscode-languageclient/node'] },
  'client.browser': { rooms: ['client'], packages: ['vscode', 'vscode-languageclient/browser'] },
};

interface Import {
  /** Path of the importing file from the repository's root, with `/`. */
  readonly file: string;
  readonly specifier: string;
}

const root = path.resolve(import.meta.dirname, '..');
const files = ['server/src', 'client/src'].flatMap(sourceFiles);
const imports = files.flatMap((file) =>
  importsOf(fs.readFileSync(path.join(root, file), 'utf8')).map((specifier) => ({ file, specifier })),
);

describe('the rooms', () => {
  test('every file stands in a room of the table', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  test('import only what the table allows', () => {
    expect(imports.flatMap(violation)).toEqual([]);
  });

  test('do not import each other in a circle', () => {
    expect(circles(imports)).toEqual([]);
  });

  test('the table itself has no circle', () => {
    const table = Object.entries(ROOMS).flatMap(([from, { rooms }]) => rooms.map((to) => ({ from, to })));
    expect(circlesOf(table)).toEqual([]);
  });

  test('sibling domain rooms do not know each other', () => {
    const siblings = ['times', 'names', 'facts', 'annotations', 'project'];
    for (const room of siblings) {
      for (const sibling of siblings) if (room !== sibling) expect(ROOMS[room]?.rooms, room).not.toContain(sibling);
    }
  });
});

describe('the test itself', () => {
  const report = (file: string, specifier: string) => violation({ file, specifier }).join();

  test.each([
    ['server/src/times/patterns.ts', '../names/types.ts', 'times must not import names'],
    ['server/src/facts/read.ts', '../project/types.ts', 'facts must not import project'],
    ['server/src/text/span.ts', '../seed/types.ts', 'text must not import seed'],
    ['server/src/formats/brat.ts', '../workspace/snapshot.ts', 'formats must not import workspace'],
    ['server/src/workspace/index.ts', '../features/hover.ts', 'workspace must not import features'],
    ['server/src/lsp/server.ts', '../host/node/files.ts', 'lsp must not import host/node'],
    ['server/src/features/hover.ts', 'vscode', "features must not import the package 'vscode'"],
    [
      'server/src/features/hover.ts',
      'vscode-languageserver',
      "features must not import the package 'vscode-languageserver'",
    ],
    ['server/src/seed/parse.ts', 'node:fs', "seed must not import Node's 'node:fs'"],
    ['server/src/seed/parse.ts', 'fs/promises', "seed must not import Node's 'fs/promises'"],
    ['server/src/host/browser/files.ts', 'node:path', "host/browser must not import Node's 'node:path'"],
    ['server/src/main.browser.ts', './host/node/files.ts', 'main.browser must not import host/node'],
    ['client/src/apply.ts', '../../server/src/text/span.ts', 'client must not import text'],
    ['client/src/apply.ts', 'node:path', "client must not import Node's 'node:path'"],
    ['client/src/extension.node.ts', 'node:path', "client.node must not import Node's 'node:path'"],
    [
      'client/src/apply.ts',
      'vscode-languageclient/node',
      "client must not import the package 'vscode-languageclient/node'",
    ],
    ['client/src/apply.ts', 'vscode-uri', "client must not import the package 'vscode-uri'"],
    ['client/src/apply.ts', '../../test/vscode/assert.ts', 'which is no room'],
    ['server/src/facts/read.ts', '../../../docs/schemas/facts.schema.json', 'which is no room'],
    ['client/src/apply.ts', './selector', 'name the file with its ending'],
    ['client/src/apply.ts', './extension.node.ts', 'client must not import client.node'],
  ])('reports %s importing %s', (file, specifier, message) => {
    expect(report(file, specifier)).toContain(message);
    expect(report(file, specifier)).toContain(file);
  });

  test.each([
    ['server/src/names/recognize.ts', '../seed/types.ts'],
    ['server/src/names/recognize.ts', './types.ts'],
    ['server/src/names/list.ts', '../../data/names.json'],
    ['server/src/features/yaml-schemas.ts', '../../../docs/schemas/facts.schema.json'],
    ['server/src/host/node/files.ts', 'node:fs/promises'],
    ['server/src/features/hover.ts', '../protocol.ts'],
    ['server/src/lsp/server.ts', 'vscode-languageserver/node'],
    ['client/src/commands/tag.ts', '../../../server/src/protocol.ts'],
    ['client/src/extension.browser.ts', 'vscode-languageclient/browser'],
  ])('allows %s importing %s', (file, specifier) => {
    expect(report(file, specifier)).toBe('');
  });

  test('reports a circle with the files that make it', () => {
    const found = circles([
      { file: 'server/src/times/a.ts', specifier: '../seed/b.ts' },
      { file: 'server/src/seed/b.ts', specifier: '../text/c.ts' },
      { file: 'server/src/text/c.ts', specifier: '../times/a.ts' },
      { file: 'server/src/names/d.ts', specifier: '../text/c.ts' },
    ]);
    expect(found).toEqual(['seed -> text -> times -> seed']);
  });

  test('finds every way to import', () => {
    const source = `
      import './a.ts';
      import b from './b.ts';
      import type { C } from './c.ts';
      import {
        d, // from './not-this.ts'
        type E,
      } from "./d.ts";
      export * from './e.ts';
      export type { F } from './f.ts';
      import * as g from './g.ts';
      const h = await import('./h.ts');
      type I = import('./i.ts').I;
      const j = require('./j.ts');
      // import './comment.ts';
      /* import './block.ts'; */
      const text = 'import nothing';
      const url = 'https://example.org'; import './k.ts';
    `;
    expect(importsOf(source).sort()).toEqual('abcdefghijk'.split('').map((letter) => `./${letter}.ts`));
  });

  test('looked at something', () => {
    expect(imports.length).toBeGreaterThan(50);
  });
});

/** What is wrong with an import, as a sentence; nothing if it is allowed. */
function violation({ file, specifier }: Import): string[] {
  const from = roomOf(file);
  const room = from === undefined ? undefined : ROOMS[from];
  if (from === undefined || room === undefined) return [`${file} stands in no room of test/architecture.test.ts.`];
  const no = (what: string) => [`${file}: ${from} must not import ${what} (table in test/architecture.test.ts).`];

  if (!specifier.startsWith('.')) {
    if (isNodeModule(specifier)) return room.node ? [] : no(`Node's '${specifier}'`);
    return allowsPackage(room, specifier) ? [] : no(`the package '${specifier}'`);
  }
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (!path.posix.extname(target)) return [`${file}: name the file with its ending in '${specifier}'.`];
  // Data is no room: bytes and tables that whoever stands beside them reads.
  if (target.startsWith('server/data/') && target.endsWith('.json')) return [];
  // The published schemas themselves: what the editor says of a key cannot then differ from what is published.
  if (from === 'features' && /^docs\/schemas\/[\w-]+\.schema\.json$/.test(target)) return [];
  const to = roomOf(target);
  if (to === undefined) return [`${file}: imports ${target}, which is no room.`];
  return to === from || room.rooms.includes(to) ? [] : no(`${to} ('${specifier}')`);
}

function allowsPackage({ packages }: Room, specifier: string): boolean {
  if (packages.includes(specifier)) return true;
  // The server's package has one entry for each platform; which platform a room is for, the compiler's projects say.
  return specifier.startsWith('vscode-languageserver/') && packages.includes('vscode-languageserver');
}

function isNodeModule(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

function roomOf(file: string): string | undefined {
  return [clientRoom(file), serverRoom(file)].find((room) => room !== undefined && room in ROOMS);
}

function clientRoom(file: string): string | undefined {
  if (!file.startsWith('client/src/')) return undefined;
  const platform = /^client\/src\/extension\.(node|browser)\.ts$/.exec(file)?.[1];
  return platform ? `client.${platform}` : 'client';
}

function serverRoom(file: string): string | undefined {
  const [first, second, third] = file.startsWith('server/src/') ? file.slice('server/src/'.length).split('/') : [];
  if (first === undefined) return undefined;
  if (second === undefined) return first.replace(/\.ts$/, '');
  // `host/content.ts` is for both hosts, `host/node/files.ts` for one.
  return first === 'host' && third !== undefined ? `host/${second}` : first;
}

function circles(all: readonly Import[]): string[] {
  const edges = all.flatMap(({ file, specifier }) => {
    const from = roomOf(file);
    const to = specifier.startsWith('.') ? roomOf(path.posix.join(path.posix.dirname(file), specifier)) : undefined;
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  return circlesOf(edges);
}

/** Each circle once, from its alphabetically first room. */
function circlesOf(edges: readonly { readonly from: string; readonly to: string }[]): string[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of edges) if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to));
  const found = new Set<string>();
  const walk = (trail: readonly string[]) => {
    const last = trail.at(-1) ?? '';
    for (const room of [...(next.get(last) ?? [])].sort()) {
      if (room === trail[0]) found.add([...trail, room].join(' -> '));
      // Rooms before the first one in the alphabet start circles of their own.
      else if (!trail.includes(room) && room > (trail[0] ?? '')) walk([...trail, room]);
    }
  };
  for (const room of [...next.keys()].sort()) walk([room]);
  return [...found];
}

/** What a source file imports or exports from, for types or for values. */
function importsOf(source: string): string[] {
  const code = withoutComments(source);
  const patterns = [
    /(?:^|[;}\s])(?:import|export)\s+(?:type\s+)?[\w*{][^'"`;]*?\bfrom\s*(['"])([^'"]+)\1/g,
    /(?:^|[;}\s])import\s*(['"])([^'"]+)\1/g,
    /\b(?:import|require)\s*\(\s*(['"`])([^'"`]+)\1/g,
  ];
  return [...new Set(patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((found) => found[2] ?? '')))];
}

/** Strings are matched first, so that a `//` inside one begins no comment. */
function withoutComments(source: string): string {
  const pattern = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return source.replace(pattern, (found) => (found.startsWith('/') ? ' ' : found));
}

function sourceFiles(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();
}
