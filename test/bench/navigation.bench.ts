import { bench, describe } from 'vitest';
import { references } from '../../server/src/features/references.ts';
import { SymbolTable } from '../../server/src/features/symbol-table.ts';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols.ts';
import { readProject } from '../../server/src/project/read.ts';
import { packSeed, type SeedData } from '../../server/src/workspace/index/record.ts';
import { IndexStore } from '../../server/src/workspace/index/store.ts';
import { type EntityKey, keyOfName } from '../../server/src/workspace/index/types.ts';

// What an editor asks of an index of ten thousand seeds with sixty mentions each, fifty thousand names, few of them frequent.
const SEEDS = 10_000;
const MENTIONS = 60;
const NAMES = 50_000;
const TYPES = ['person', 'organization', 'place', 'event'];
const SYLLABLES = 'ba ko ri ta wen li shi mo du ne ga fo lu pa zen chi hua ber son ton ville dal mar ek ost nor'.split(
  ' ',
);

let state = 42;
function random(below: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

function word(): string {
  const letters = Array.from({ length: 2 + random(2) }, () => SYLLABLES[random(SYLLABLES.length)]).join('');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

function seed(number: number, keys: readonly EntityKey[]): SeedData {
  // The cube of a share: a tenth of the names has half of the mentions.
  const mentions = Array.from({ length: MENTIONS }, (_, line) => ({
    key: keys[Math.floor((random(1e6) / 1e6) ** 3 * keys.length)] as EntityKey,
    line,
    character: 3,
    endLine: line,
    endCharacter: 15,
    sentence: line,
  }));
  return {
    uri: `file:///w/seeds/${number}.txt`,
    named: true,
    content: [number, number],
    body: [number, number],
    title: `${word()} ${word()} ${word()}`,
    source: 'A',
    published: `20${10 + (number % 12)}-0${1 + (number % 9)}-11`,
    authors: [],
    keywords: [],
    sentences: mentions.map(({ line }) => ({ start: line * 60, end: line * 60 + 60, line, date: undefined })),
    mentions,
    statements: [],
    signature: [],
    model: [],
  };
}

const keys = Array.from({ length: NAMES }, () => keyOfName(TYPES[random(4)] as string, `${word()} ${word()}`));
const names = new IndexStore();
for (let i = 0; i < SEEDS; i++) {
  const data = seed(i, keys);
  names.set(data.uri, packSeed(data, names.strings));
}
const [first] = names.seeds();
const record = first && names.record(first.uri);
const { project } = readProject(undefined);
const table = new SymbolTable();
const options = {
  limit: 500,
  names,
  entities: new Map(),
  projectOf: () => project,
  linesOf: () => undefined,
  openPlacesOf: () => undefined,
};
const symbols = (query: string) => JSON.stringify(workspaceSymbols(table, query, options));

describe('symbols of a workspace, with their JSON', () => {
  for (const query of ['', 'w', 'wenli', 'li shi', 'barita kober'])
    bench(JSON.stringify(query), () => {
      symbols(query);
    });
  bench('"wenli", after a seed has changed', () => {
    if (first === undefined) return;
    names.set(first.uri, undefined);
    names.set(first.uri, record);
    symbols('wenli');
  });
});

describe('references, with their JSON', () => {
  const often = [...names.totals()].sort((a, b) => b.mentions - a.mentions);
  for (const total of [often[0], often[2_000]])
    bench(`${total?.mentions} mentions`, () => {
      JSON.stringify(references(names, total?.key ?? '', [], 5_000));
    });
});
