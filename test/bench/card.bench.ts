import { bench, describe } from 'vitest';
import { packSeed, type SeedData } from '../../server/src/workspace/index/record.ts';
import { IndexStore } from '../../server/src/workspace/index/store.ts';
import { keyOfName } from '../../server/src/workspace/index/types.ts';

// What a hover asks of ten thousand seeds about a name that half of them mention.
const SEEDS = 10_000;
const MENTIONS = 60;
const NAMES = 20_000;
const FREQUENT = keyOfName('organization', 'Frequent');

let state = 1;
const random = (below: number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return (state >>> 8) % below;
};

const store = new IndexStore();
for (let i = 0; i < SEEDS; i++) {
  const data = seed(i);
  store.set(data.uri, packSeed(data, store.strings));
}
// Put in order once, as whatever asked before has done.
store.statementsOf(FREQUENT);

describe(`the card of a name in half of ${SEEDS} seeds`, () => {
  bench('latest sentences', () => void store.latestOf(FREQUENT, 3));
  bench('first and last publication', () => void store.spanOf(FREQUENT));
  bench('company', () => void store.companyOf(FREQUENT, 5));
  bench('statements', () => void store.statementsOf(FREQUENT));
  bench('all of it', () => {
    store.latestOf(FREQUENT, 3);
    store.spanOf(FREQUENT);
    store.companyOf(FREQUENT, 5);
    store.statementsOf(FREQUENT);
    store.total(FREQUENT);
  });
  let turn = 0;
  bench('statements after a seed has changed', () => {
    const data = seed(turn++ % 100);
    store.set(data.uri, packSeed(data, store.strings));
    store.statementsOf(FREQUENT);
  });
  bench('for comparison: all mentions', () => void store.mentionsOf(FREQUENT));
});

function seed(i: number): SeedData {
  const sentences = Array.from({ length: MENTIONS / 2 }, (_, k) => ({
    start: k * 150,
    end: k * 150 + 60 + random(80),
    line: k,
    date: random(4) === 0 ? day(random(4000)) : undefined,
  }));
  const mentions = Array.from({ length: MENTIONS }, (_, k) => ({
    key: i % 2 === 0 && k % 15 === 3 ? FREQUENT : keyOfName('person', `Name ${random(random(NAMES) + 1)}`),
    line: k >> 1,
    character: (k % 2) * 30,
    endLine: k >> 1,
    endCharacter: (k % 2) * 30 + 10,
    sentence: k >> 1,
  }));
  return {
    uri: `file:///w/seeds/${i}.txt`,
    named: true,
    content: [i, 0],
    body: [0, 0],
    title: `Title ${i}`,
    source: `Source ${i % 50}`,
    published: day(random(4000)),
    authors: [],
    keywords: [],
    sentences,
    mentions,
    statements: mentions.slice(0, 8).map(({ key, sentence }) => ({
      kind: 'description',
      key,
      sentence,
      value: `the owner of ${random(500)}`,
      employer: undefined,
    })),
    signature: [],
    model: [],
  };
}

function day(number: number): string {
  return new Date(Date.UTC(2012, 0, 1 + number)).toISOString().slice(0, 10);
}
