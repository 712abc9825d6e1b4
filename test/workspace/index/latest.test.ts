import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packSeed, type SeedData } from '../../../server/src/workspace/index/record.ts';
import { IndexStore } from '../../../server/src/workspace/index/store.ts';
import { type EntityKey, keyOfName } from '../../../server/src/workspace/index/types.ts';

const A = keyOfName('person', 'A');

interface Sentence {
  readonly keys: readonly string[];
  readonly date?: string | undefined;
  readonly length?: number;
}

/** Each sentence begins at a hundred times its number, and each of its names is one sign. */
function seed(name: string, published: string | undefined, sentences: readonly Sentence[]): SeedData {
  return {
    uri: name,
    named: true,
    content: [0, 0],
    body: [0, 0],
    title: undefined,
    source: undefined,
    published,
    authors: [],
    keywords: [],
    sentences: sentences.map(({ date, length = 10 }, i) => ({
      start: i * 100,
      end: i * 100 + length,
      line: i,
      date,
    })),
    mentions: sentences.flatMap(({ keys }, sentence) =>
      keys.map((key, k) => ({ key, line: sentence, character: k, endLine: sentence, endCharacter: k + 1, sentence })),
    ),
    statements: [],
    signature: [],
    model: [],
  };
}

function storeOf(seeds: readonly SeedData[]): IndexStore {
  const store = new IndexStore();
  for (const data of seeds) store.set(data.uri, packSeed(data, store.strings));
  return store;
}

/** `uri:line` of what is found. */
function latest(seeds: readonly SeedData[], limit = 3, ...seen: Parameters<IndexStore['latestOf']>[2][]): string[] {
  return storeOf(seeds)
    .latestOf(A, limit, ...seen)
    .map(({ seed: { uri }, sentence: { line } }) => `${uri}:${line}`);
}

describe('the latest sentences', () => {
  test('come by their own date, else by their seed’s; what has no date comes last', () => {
    const seeds = [
      seed('undated', undefined, [{ keys: [A], length: 11 }]),
      seed('old', '2019-05-05', [{ keys: [A], length: 12 }]),
      seed('new', '2021-07-05', [
        { keys: [A], date: '2018', length: 13 },
        { keys: [A], date: '2021-06-11', length: 14 },
        { keys: ['x'], length: 15 },
        { keys: [A, A], length: 16 },
      ]),
    ];
    expect(latest(seeds, 9)).toEqual(['new:3', 'new:1', 'old:0', 'new:0', 'undated:0']);
    expect(latest(seeds)).toEqual(['new:3', 'new:1', 'old:0']);
  });

  test('a day to come is said when it is said', () => {
    const seeds = [
      seed('a', '2020-01-01', [{ keys: [A], date: '2050', length: 11 }]),
      seed('b', '2020-01-02', [{ keys: [A], length: 12 }]),
    ];
    expect(latest(seeds)).toEqual(['b:0', 'a:0']);
    expect(storeOf(seeds).latestOf(A, 2)[1]?.sentence.date).toBe('2050');
  });

  test('those as long as another come behind all others, and are not lost', () => {
    const seeds = [
      seed('a', '2021-01-04', [{ keys: [A] }]),
      seed('b', '2021-01-03', [{ keys: [A] }]),
      seed('c', '2021-01-02', [{ keys: [A], length: 20 }]),
      seed('d', '2021-01-01', [{ keys: [A], length: 30 }]),
    ];
    expect(latest(seeds)).toEqual(['a:0', 'c:0', 'd:0']);
    expect(latest(seeds.slice(0, 3))).toEqual(['a:0', 'c:0', 'b:0']);
    expect(latest([...seeds].reverse(), 4)).toEqual(['a:0', 'c:0', 'd:0', 'b:0']);
  });

  test('the one that somebody sees is left out, and what may be a copy of it comes last', () => {
    const seeds = [
      seed('a', '2021-01-03', [{ keys: [A] }, { keys: [A], length: 20 }]),
      seed('b', '2021-01-02', [{ keys: [A] }]),
      seed('c', '2021-01-01', [{ keys: [A], length: 30 }]),
    ];
    expect(latest(seeds, 3, { uri: 'a', offset: 4, length: 10 })).toEqual(['a:1', 'c:0', 'b:0']);
  });

  test('of what nobody names there is nothing', () => {
    expect(latest([seed('a', '2021', [{ keys: ['x'] }])])).toEqual([]);
    expect(storeOf([]).spanOf(A)).toBeUndefined();
    expect(storeOf([seed('a', undefined, [{ keys: [A] }])]).spanOf(A)).toBeUndefined();
  });
});

describe('what is run over in numbers says what all mentions say', () => {
  const date = fc.constantFrom(undefined, '2019', '2020-02', '2020-02-03', '2021-01-01');
  const key = fc.constantFrom<EntityKey[]>(A, '#b', '#c', 'place\nD');
  const sentence = fc.record({ keys: fc.array(key, { maxLength: 4 }), date });
  const seeds = fc
    .array(fc.record({ published: date, sentences: fc.array(sentence, { maxLength: 4 }) }), { maxLength: 6 })
    .map((list) =>
      list.map(({ published, sentences }, i) =>
        seed(
          `s${i}`,
          published,
          // No two are as long.
          sentences.map((one, k) => ({ ...one, length: 10 + i * 10 + k })),
        ),
      ),
    );

  test('the latest sentences, and from when to when', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 4 }), (list, limit) => {
        const store = storeOf(list);
        const all = store.mentionsOf(A).flatMap(({ seed: { uri, published = '' }, mentions }) =>
          mentions
            .filter(({ sentence: { line } }, i) => line !== mentions[i - 1]?.sentence.line)
            .map(({ sentence: { line, date: own = published, start } }) => {
              const when = published !== '' && own > published ? published : own;
              return { id: `${uri}:${line}`, order: [when, published], uri, start };
            }),
        );
        all.sort((a, b) => compare(b.order.join(' '), a.order.join(' ')) || compare(a.uri, b.uri) || a.start - b.start);
        expect(latest(list, limit)).toEqual(all.slice(0, limit).map(({ id }) => id));
        const days = store.mentionsOf(A).flatMap(({ seed: { published } }) => published ?? []);
        const span = days.length === 0 ? undefined : { first: days[0], last: days.at(-1) };
        expect(store.spanOf(A)).toEqual(span);
      }),
    );
  });

  test('what stands in a name or round it is no company', () => {
    const places = [
      [0, 8],
      [0, 20],
      [4, 8],
      [15, 25],
      [30, 35],
    ] as const;
    const keys = ['#inner', A, '#in', '#crossing', '#beside'];
    const data = seed('a', '2021', [{ keys }]);
    const mentions = data.mentions.map((mention, i) => {
      const [character = 0, endCharacter = 0] = places[i] ?? [];
      return { ...mention, character, endCharacter };
    });
    const store = storeOf([{ ...data, mentions }]);
    expect(store.companyOf(A, 9).map(({ name }) => name.key)).toEqual(['#beside']);
    // To a short one the long one is no company either.
    expect(store.companyOf('#in', 9).map(({ name }) => name.key)).toEqual(['#beside', '#crossing']);
  });

  test('the company', () => {
    fc.assert(
      fc.property(seeds, (list) => {
        const counts = new Map<string, number>();
        for (const { keys } of list.flatMap(({ mentions, sentences }) =>
          sentences.map((_, i) => ({
            keys: new Set(mentions.filter((one) => one.sentence === i).map((one) => one.key)),
          })),
        ))
          if (keys.has(A)) for (const other of keys) if (other !== A) counts.set(other, (counts.get(other) ?? 0) + 1);
        const expected = [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b)).slice(0, 2);
        const found = storeOf(list).companyOf(A, 2);
        expect(found.map(({ name, sentences }) => [name.key, sentences])).toEqual(expected);
      }),
    );
  });
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
