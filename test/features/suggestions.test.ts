import { describe, expect, test } from 'vitest';
import { suggestions } from '../../server/src/features/suggestions.ts';
import { openSeed, ROOT } from '../support/world.ts';

const TEXT = `Source: Skylark News
Published: 2021-07-05
Title: Storm in New Jersey

Rain fell in New Jersey on Monday and cost $3 million, Barack Obama said. Mr Obama left for China.
`;

const FACTS = `entities:
  - id: barack-obama
    type: person
    name: Barack Obama
    aliases: [Mr Obama]
    description: President of the United States
`;

/** What is suggested, one line each: words, type, value. */
async function suggested(text: string, sidecar?: string): Promise<string[]> {
  const files: Record<string, string> = { 'facts/people.yaml': FACTS };
  if (sidecar !== undefined) files['seeds/a.txt.annotations.yaml'] = sidecar;
  const { snapshot } = await openSeed(text, files);
  return suggestions(snapshot).suggestions.map(({ id, text: words, type, value }) =>
    [id, words, type, value].filter((part) => part !== undefined).join(' · '),
  );
}

function entry(words: string, type: string, ...more: readonly string[]): string {
  return ['  - id: a1', `    type: ${type}`, `    quote: ${words}`, ...more.map((line) => `    ${line}`), ''].join(
    '\n',
  );
}

const ALL = [
  'New Jersey · place',
  'New Jersey · place',
  'Monday · date · 2021-07-05',
  '$3 million · money · USD 3000000',
  'Barack Obama · person',
  'Mr Obama · person',
  'China · place',
];

describe('what nobody has decided on', () => {
  test('names, amounts and times of the title and the body, in order', async () => {
    expect(await suggested(TEXT)).toEqual(ALL);
  });

  test.each([
    ['what is annotated', entry('China', 'place'), 'China · place'],
    ['what is annotated as something else', entry('China', 'group'), 'China · place'],
    ['what lies in something annotated', entry('left for China', 'event'), 'China · place'],
    ['what is rejected there', entry('China', 'place', 'status: rejected'), 'China · place'],
    ['times, too', entry('Monday', 'date', 'status: rejected'), 'Monday · date · 2021-07-05'],
  ])('not %s', async (_, annotations, gone) => {
    const left = await suggested(TEXT, `seedmark: 1\nannotations:\n${annotations}`);
    expect(left).toEqual((await suggested(TEXT)).filter((line) => line !== gone));
  });

  test('a rejection of another type says nothing', async () => {
    const sidecar = `seedmark: 1\nannotations:\n${entry('China', 'group', 'status: rejected')}`;
    expect(await suggested(TEXT, sidecar)).toEqual(await suggested(TEXT));
  });

  test('what is rejected everywhere is nowhere suggested, whether it has a place or not', async () => {
    for (const more of [['at: 50'], ['at: 9000', 'before: nowhere']]) {
      const everywhere = entry('New Jersey', 'place', 'status: rejected', 'everywhere: true', ...more);
      expect(await suggested(TEXT, `seedmark: 1\nannotations:\n${everywhere}`)).not.toContain('New Jersey · place');
    }
    const monday = entry('Monday', 'date', 'status: rejected', 'everywhere: true');
    expect(await suggested(`${TEXT}\nAnd on Monday again.\n`, `seedmark: 1\nannotations:\n${monday}`)).not.toContain(
      'Monday · date · 2021-07-05',
    );
  });

  test('what the file suggests comes with its id', async () => {
    const sidecar = `seedmark: 1\nannotations:\n${entry('left for China', 'event', 'status: suggested', 'by: [tool]')}`;
    expect(await suggested(TEXT, sidecar)).toEqual([
      ...(await suggested(TEXT)).filter((line) => line !== 'China · place'),
      'a1 · left for China · event',
    ]);
  });
});

test('each says why, what it is called in full, and which ones name the same', async () => {
  const { snapshot } = await openSeed(TEXT, { 'facts/people.yaml': FACTS });
  const all = suggestions(snapshot).suggestions;
  const of = (words: string) => all.filter(({ text }) => text === words);
  const [obama] = of('Barack Obama');
  expect(obama).toMatchObject({
    evidence: 'facts',
    reason: 'from your facts',
    entity: 'barack-obama',
    entityName: 'Barack Obama',
    entityDescription: 'President of the United States',
    color: 'person',
    label: 'Person',
  });
  expect(of('Mr Obama')[0]?.group).toBe(obama?.group);
  expect(new Set(of('New Jersey').map(({ group }) => group)).size).toBe(1);
  expect(of('Monday')[0]).toMatchObject({
    attributes: { value: '2021-07-05' },
    reason: expect.stringContaining('5 July 2021'),
  });
});

test('after an edit and a new sidecar it is as if all had been read anew', async () => {
  const { workspace, uri, world } = await openSeed(TEXT, { 'facts/people.yaml': FACTS });
  const sidecarUri = `${ROOT}seeds/a.txt.annotations.yaml`;
  const write = async (text: string) => {
    world.disk.set(sidecarUri, text);
    workspace.filesChanged([sidecarUri]);
    await workspace.settled();
  };
  const now = async () => {
    const seed = workspace.seed(uri);
    const snapshot = seed && (await workspace.analyze(seed, { isCancellationRequested: false }));
    return snapshot ? suggestions(snapshot).suggestions.map(({ text, type }) => `${text} · ${type}`) : [];
  };
  const china = `seedmark: 1\nannotations:\n${entry('China', 'place', 'status: rejected', 'everywhere: true')}`;
  await write(china);
  expect(await now()).not.toContain('China · place');
  workspace.change(
    uri,
    [{ range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: 'In China. ' }],
    2,
  );
  expect(await now()).not.toContain('China · place');
  await write('seedmark: 1\nannotations: []\n');
  expect((await now()).filter((line) => line === 'China · place')).toHaveLength(2);
});

test('of very many, those round a place are told, and that there are more', async () => {
  const line = (i: number) => `Rain fell in France on day ${i}.\n\n`;
  const { snapshot } = await openSeed(`Title: T\n\n${Array.from({ length: 60 }, (_, i) => line(i)).join('')}`);
  const told = (at: number, most: number) => {
    const { suggestions: some, more } = suggestions(snapshot, { line: at, character: 0 }, most);
    const lines = some.map(({ range }) => range.start.line);
    return [lines[0], lines.at(-1), some.length >= most, more];
  };
  const all = suggestions(snapshot);
  expect(all.more).toBe(false);
  expect(told(0, 5)).toEqual([2, expect.any(Number), true, true]);
  const [first, last] = told(62, 10);
  expect(first).toBeLessThan(62);
  expect(last).toBeGreaterThan(62);
  expect(told(9999, 4)).toEqual([expect.any(Number), 120, true, true]);
  expect(told(60, 100_000)).toEqual([2, 120, false, false]);
});
