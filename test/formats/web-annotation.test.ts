import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as describePlace } from '../../server/src/annotations/describe.ts';
import type { Span } from '../../server/src/text/span.ts';
import { exported, samples } from '../support/exports.ts';
import { spanIn } from '../support/sidecars.ts';
import {
  atPosition,
  charactersOf,
  placesOfQuote,
  type ReadAnnotation,
  readCollection,
} from '../support/web-annotations.ts';

function idOf(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

interface Entry {
  readonly id?: string;
  readonly quote: string | readonly string[];
  readonly more?: Readonly<Record<string, unknown>>;
}

/** An annotations file for a text; what is quoted stands where it stands first. */
function sidecar(text: string, entries: readonly Entry[], relations: readonly object[] = []): string {
  const annotations = entries.map(({ id, quote, more }) => {
    const parts = typeof quote === 'string' ? [quote] : quote;
    let from = 0;
    const spans = parts.map((part) => {
      const start = text.indexOf(part, from);
      from = start + part.length;
      return { start, end: from };
    });
    const lost = spans.some(({ start }) => start === -1);
    const place = lost ? { quote: parts } : describePlace(text, spans);
    return { ...(id === undefined ? {} : { id }), type: 'person', ...place, ...more };
  });
  // JSON is YAML.
  return JSON.stringify({ seedmark: 1, text: idOf(text), annotations, relations });
}

async function exportedOf(
  text: string,
  entries: readonly Entry[],
  relations: readonly object[] = [],
  options: { readonly rejected?: boolean } = {},
): Promise<ReadAnnotation[]> {
  const files = { 'seeds/a.txt': text, 'seeds/a.txt.annotations.yaml': sidecar(text, entries, relations) };
  return readCollection((await exported(files, 'web-annotation', options)).content);
}

const HEAD = 'Source: Harbour Times\nPublished: 2021-07-05\nTitle: T\nURL: https://news.example/harbour\n\n';

describe('the samples', () => {
  const files = samples();

  test('every annotation selects its own words, by position and by quote', async () => {
    const { content, counts, read } = await exported(files, 'web-annotation', { rejected: true });
    const annotations = readCollection(content).filter(({ motivation }) => motivation !== 'linking');
    expect(annotations).toHaveLength(counts.annotations);
    const expected = read.flatMap((one) => ('snapshot' in one ? one.snapshot.annotations : []));
    expect(annotations).toHaveLength(expected.length);
    expect(expected.length).toBeGreaterThan(10);
    let placed = 0;
    for (const [index, { targets, id }] of annotations.entries()) {
      const { annotation, spans } = expected[index] ?? { annotation: undefined, spans: [] };
      expect(targets.map(({ exact }) => exact)).toEqual(annotation?.quote);
      for (const target of targets) {
        const text = files[decodeURIComponent(target.cached ?? target.source)] ?? '';
        expect(text, id).not.toBe('');
        if (spans.length === 0) {
          expect(target, id).not.toHaveProperty('start');
          continue;
        }
        placed++;
        expect(atPosition(text, target), id).toBe(target.exact);
        expect(placesOfQuote(text, target), id).toBe(1);
      }
    }
    expect(placed).toBeGreaterThan(10);
  });

  test('every relation whose ends are there leads from one annotation to another', async () => {
    const { content, read } = await exported(files, 'web-annotation', { rejected: true });
    const all = readCollection(content);
    const links = all.filter(({ motivation }) => motivation === 'linking');
    const relations = read.flatMap((one) => ('snapshot' in one ? one.snapshot.relations : []));
    expect(links.length).toBeGreaterThan(0);
    expect(links.length).toBeLessThanOrEqual(relations.length);
    const ids = new Set(all.map(({ id }) => id));
    for (const { bodies, targets } of links) {
      expect(ids).toContain(targets[0]?.source);
      expect(ids).toContain(bodies.find(({ purpose }) => purpose === 'linking')?.source);
    }
  });
});

describe('an annotation', () => {
  const TEXT = `${HEAD}Jane Doe met John Roe. Later Jane Doe left.\n`;

  test('with all that can be said of it', async () => {
    const facts =
      'entities:\n  - id: doe\n    type: person\n    name: Jane Doe\n    links:\n      wikidata: Q42\n      url: [https://doe.example/, http://old.example/, notes.txt]\n';
    const more = {
      entity: 'doe',
      note: 'The “elder”.\nTwo lines.',
      attributes: { role: 'subject', empty: '' },
      by: ['jd', 'second reader'],
      on: '2021-07-06',
      status: 'suggested',
    };
    const { content } = await exported(
      {
        'seeds/ä b.txt': TEXT,
        'seeds/ä b.txt.annotations.yaml': sidecar(TEXT, [{ id: 'k7m9qf3t', quote: 'Jane Doe', more }]),
        'a.facts.yaml': facts,
      },
      'web-annotation',
    );
    const text = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value, format: 'text/plain' });
    expect(readCollection(content)).toEqual([
      {
        id: 'seeds/%C3%A4%20b.txt.annotations.yaml#k7m9qf3t',
        motivation: 'classifying',
        creators: ['jd', 'second reader'],
        created: '2021-07-06T00:00:00Z',
        bodies: [
          text('tagging', 'person'),
          text('assessing', 'suggested'),
          { ...text('identifying', 'doe'), label: 'Jane Doe' },
          { type: 'SpecificResource', purpose: 'identifying', source: 'https://www.wikidata.org/wiki/Q42' },
          { type: 'SpecificResource', purpose: 'identifying', source: 'https://doe.example/' },
          { ...text('describing', 'subject'), label: 'role' },
          { ...text('describing', ''), label: 'empty' },
          text('commenting', 'The “elder”.\nTwo lines.'),
        ],
        targets: [
          {
            source: 'https://news.example/harbour',
            cached: 'seeds/%C3%A4%20b.txt',
            exact: 'Jane Doe',
            prefix: 'le/harbour\n\n',
            suffix: ' met John Roe.',
            start: HEAD.length,
            end: HEAD.length + 8,
          },
        ],
      },
    ]);
  });

  test('of a seed without an address has its file as the source', async () => {
    const [found] = await exportedOf('Jane Doe left.', [{ id: 'a', quote: 'Jane Doe' }]);
    expect(found?.targets).toMatchObject([{ source: 'seeds/a.txt', start: 0, end: 8 }]);
    expect(found?.targets[0]).not.toHaveProperty('cached');
    expect(found).toMatchObject({ creators: [], created: undefined });
  });

  test.each([
    ['URL: www.news.example/x', 'https://www.news.example/x'],
    ['URL: https://a.example/1, https://b.example/2', 'https://a.example/1'],
    ['URL: https://a.example/{x}|<y>', 'https://a.example/%7Bx%7D%7C%3Cy%3E'],
    ['URL: doi:10.1000/182', 'doi:10.1000/182'],
    ['URL: on the front page', 'seeds/a.txt'],
  ])('%s is the source %s', async (line, source) => {
    const [found] = await exportedOf(`Title: T\n${line}\n\nJane Doe left.`, [{ id: 'a', quote: 'Jane Doe' }]);
    expect(found?.targets[0]?.source).toBe(source);
  });

  test('that was rejected is left out unless it is asked for, with what hangs on it', async () => {
    const entries = [
      { id: 'a', quote: 'Jane Doe', more: { status: 'rejected' } },
      { id: 'b', quote: 'John Roe' },
    ];
    const relations = [{ id: 'r', type: 'knows', from: 'a', to: 'b' }];
    expect((await exportedOf(TEXT, entries, relations)).map(({ id }) => id)).toEqual([
      'seeds/a.txt.annotations.yaml#b',
    ]);
    const all = await exportedOf(TEXT, entries, relations, { rejected: true });
    expect(all.map(({ motivation }) => motivation)).toEqual(['classifying', 'classifying', 'linking']);
    expect(all[0]?.bodies[1]).toMatchObject({ purpose: 'assessing', value: 'rejected' });
  });

  test('whose span has gaps has a target for each part', async () => {
    const [found] = await exportedOf(TEXT, [{ id: 'a', quote: ['Jane', 'Roe'] }]);
    expect(found?.targets.map((target) => atPosition(TEXT, target))).toEqual(['Jane', 'Roe']);
  });

  test('that has no place keeps its words only', async () => {
    const more = { before: 'said ', after: ' of the ministry' };
    const [found] = await exportedOf(TEXT, [{ id: 'a', quote: ['a spokes', 'person'], more }]);
    expect(found?.targets).toEqual([
      { source: 'https://news.example/harbour', cached: 'seeds/a.txt', exact: 'a spokes', prefix: 'said ', suffix: '' },
      {
        source: 'https://news.example/harbour',
        cached: 'seeds/a.txt',
        exact: 'person',
        prefix: '',
        suffix: ' of the ministry',
      },
    ]);
  });

  test('without an id, or with one that another has, has a name of its own', async () => {
    const all = await exportedOf(TEXT, [
      { quote: 'Jane Doe' },
      { id: 'x y', quote: 'John' },
      { id: 'x y', quote: 'Roe' },
    ]);
    expect(all.map(({ id }) => id.replace(/.*#/, ''))).toEqual(['annotation-1', 'x%20y', 'x%20y-2']);
  });

  test.each([
    ['2021-07-06', '2021-07-06T00:00:00Z'],
    ['2021-07-06T10:00:00+02:00', '2021-07-06T08:00:00Z'],
    ['2021-06-31', undefined],
    ['2021-07', undefined],
    ['last week', undefined],
  ])('made on %s was created %s', async (on, created) => {
    const [found] = await exportedOf(TEXT, [{ id: 'a', quote: 'Jane Doe', more: { on } }]);
    expect(found?.created).toBe(created);
  });

  test('in a text of another kind of line end, and behind a byte order mark, is where readers count it', async () => {
    const text = '\ufeffTitle: T\r\n\r\n👩‍👩‍👧 e\u0301 Jane\rDoe 漢字\r\n';
    const { content } = await exported(
      {
        'seeds/a.txt': text,
        'seeds/a.txt.annotations.yaml': sidecar(text.slice(1), [
          { id: 'a', quote: '👩‍👩‍👧' },
          { id: 'b', quote: 'e\u0301' },
          { id: 'c', quote: 'Jane\rDoe' },
          { id: 'd', quote: '漢字' },
        ]),
      },
      'web-annotation',
    );
    const targets = readCollection(content).flatMap((one) => one.targets);
    expect(targets.map((target) => atPosition(text, target))).toEqual(['👩‍👩‍👧', 'e\u0301', 'Jane\nDoe', '漢字']);
    expect(targets.map(({ exact }) => exact)).toEqual(['👩‍👩‍👧', 'e\u0301', 'Jane\nDoe', '漢字']);
  });
});

test('nothing annotated is a collection of nothing', async () => {
  expect(readCollection((await exported({ 'seeds/a.txt': HEAD }, 'web-annotation')).content)).toEqual([]);
});

test('any texts: what a reader selects is what was annotated', async () => {
  const text = fc
    .array(
      fc.constantFrom('Ann', ' ', '\n', '\r\n', '\r', '😀', 'e\u0301', '漢', '"', '\\', '\u2028', '\ufeff', '. '),
      {
        minLength: 3,
        maxLength: 40,
      },
    )
    .map((pieces) => `${pieces.join('').replace(/^\ufeff+/, '')}.`);
  const spans = fc.array(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(text, spans, async (body, chosen) => {
      const annotated = chosen.map((pairs) => inOrder(pairs.map(([a, b]) => spanIn(body, a, b))));
      const annotations = annotated.map((parts, index) => ({
        id: `a${index}`,
        type: 'person',
        ...describePlace(body, parts),
      }));
      const files = {
        'seeds/a.txt': body,
        'seeds/a.txt.annotations.yaml': JSON.stringify({ seedmark: 1, text: idOf(body), annotations }),
      };
      const { content } = await exported(files, 'web-annotation');
      const found = readCollection(content);
      expect(found).toHaveLength(annotated.length);
      for (const [index, { targets }] of found.entries()) {
        const words = (annotated[index] ?? []).map(({ start, end }) =>
          charactersOf(`.${body.slice(start, end)}`)
            .slice(1)
            .join(''),
        );
        expect(targets.map(({ exact }) => exact)).toEqual(words);
        expect(targets.map((target) => atPosition(body, target))).toEqual(words);
      }
    }),
    { numRuns: 200 },
  );
});

/** Spans as parts of one annotation: sorted, none over another. */
function inOrder(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.filter(({ start }, i) => sorted.slice(0, i).every((other) => other.end <= start));
}
