import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileMatcher } from '../../server/src/names/matcher.ts';
import { readModel } from '../../server/src/names/model/format.ts';
import { NameRecognizer } from '../../server/src/names/model/recognizer.ts';
import { recognizeText } from '../../server/src/workspace/recognize.ts';
import { SeedDocument } from '../../server/src/workspace/seed-document.ts';
import type { SeedSnapshot } from '../../server/src/workspace/snapshot.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { projectModelBytes } from '../names/model/support.ts';
import { NEVER_CANCELLED, openSeed, ROOT, TODAY, world } from '../support/world.ts';

const MODEL = projectModelBytes();
const recognizer = new NameRecognizer(readModel(MODEL));
const PLAIN = { matcher: compileMatcher([]), never: new Set<string>() };

/** Sentences that say something of each other's names. */
const PIECES = [
  'Tamsin Orleigh joined Corvane Systems as an engineer. ',
  'Orleigh said she would stay.\n',
  'ORLEIGH LEAVES CORVANE\n\n',
  'The Ardale Institute (AI) opened in Graz.\n\n',
  'The AI hired Ukrainians, and Ardale paid them. ',
  'Later, Corvane was sold to Mr. Ardale.\n',
  'In Graz they met on Monday. ',
  'Nobody in Ardale had heard of corvane systems or of graz.\n\n',
  'Source: The Graz Post Published: 2021-07-05\n',
  'Title: Orleigh and Ardale\n\n',
  'Key Words: Corvane; Graz\n',
  'orleigh\n\n',
  ' ',
  '\n\n',
  'and ',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((parts) => parts.join(''));

function namesOf(snapshot: SeedSnapshot): string[] {
  const names: string[] = [];
  for (const { segment, analysis } of snapshot.sections)
    for (const { start, end, type, evidence, score } of analysis.mentions)
      names.push(`${segment.text.slice(start, end)} ${type} ${evidence} ${score.toFixed(4)}`);
  return names;
}

function fromScratch(whole: string): string[] {
  return recognizeText(whole, PLAIN, { seed: true, recognizer }).entities.map(
    ({ start, end, type, evidence, score }) => `${whole.slice(start, end)} ${type} ${evidence} ${score.toFixed(4)}`,
  );
}

describe('the names of an edited document', () => {
  test('are those of the text opened anew, after any sequence of edits', async () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat(300), newText: text, asks: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(text, fc.array(edit, { minLength: 1, maxLength: 8 }), async (before, edits) => {
        const { workspace, uri, snapshot } = await openSeed(before, {}, 'seeds/a.txt', { model: MODEL });
        let current = before;
        expect(namesOf(snapshot)).toEqual(fromScratch(current));
        let version = 1;
        for (const { at, length, newText, asks } of edits) {
          const { lines } = workspace.seed(uri) as SeedSnapshot;
          const start = at % (current.length + 1);
          const end = Math.min(current.length, start + length);
          const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
          workspace.change(uri, [{ range, text: newText }], ++version);
          current = (workspace.seed(uri) as SeedSnapshot).lines.toString();
          if (!asks) continue;
          const named = await workspace.analyze(workspace.seed(uri) as SeedSnapshot, NEVER_CANCELLED);
          expect(namesOf(named as SeedSnapshot)).toEqual(fromScratch(current));
        }
        const last = await workspace.analyze(workspace.seed(uri) as SeedSnapshot, NEVER_CANCELLED);
        expect(namesOf(last as SeedSnapshot)).toEqual(fromScratch(current));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('a paragraph that stands twice counts twice', async () => {
    const paragraph = 'Later, Orleigh left.\n\n';
    const { workspace, uri } = await openSeed(paragraph, {}, 'seeds/a.txt', { model: MODEL });
    workspace.change(uri, [{ range: at(0, 0), text: paragraph }], 2);
    workspace.change(uri, [{ range: at(0, 0), text: paragraph }], 3);
    const named = await workspace.analyze(workspace.seed(uri) as SeedSnapshot, NEVER_CANCELLED);
    expect(namesOf(named as SeedSnapshot)).toEqual(fromScratch(paragraph.repeat(3)));
  });
});

function at(line: number, character: number) {
  return { start: { line, character }, end: { line, character } };
}

describe('a key in a long text', () => {
  /** 400 KB of prose with names that come back all the time, the same in every run. */
  function longText(): string {
    let seed = 7;
    const next = (size: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % size;
    };
    const names = [
      'Tamsin Orleigh',
      'Corvane Systems',
      'Graz',
      'Kenya',
      'the Ardale Institute',
      'Orleigh',
      'Peter Kamau',
    ];
    const words = 'the minister said that nobody would have to pay for what others had broken in spring'.split(' ');
    let whole = 'Source: Post\n\n';
    while (whole.length < 400_000) {
      const sentence = Array.from({ length: 8 + next(12) }, () =>
        next(9) === 0 ? names[next(names.length)] : words[next(words.length)],
      ).join(' ');
      whole += `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.${next(5) === 0 ? '\n\n' : ' '}`;
    }
    return whole;
  }

  test('has at most three blocks read again, in 95 of 100 cases', async () => {
    const { knowledge, corpus } = (await openSeed('x')).snapshot;
    const document = new SeedDocument(`${ROOT}a.seed`, '', longText(), 1, knowledge, corpus, () => TODAY);
    document.setRecognizer(recognizer);
    const names = document.names;
    if (names === undefined) throw new Error('no names');
    const read = () => {
      const before = names.passes;
      for (const block of names.leaving(document.sections)) names.readAgain(block);
      for (const block of names.waiting(document.sections, 'first')) names.read(block);
      document.settleNames();
      for (const block of names.waiting(document.sections, 'second')) names.find(block);
      document.applyNames();
      return names.passes - before;
    };
    expect(read()).toBeGreaterThan(400);
    const passes: number[] = [];
    let version = 1;
    for (const [share, typed] of [
      [0.2, 'Then Graz was told that Mara Lindqvist, 40, had left the city. '],
      [0.5, 'a few words in small letters, and Peter Kamau of Kenya '],
      [0.8, 'NOBODY IN GRAZ'],
    ] as const) {
      const start = document.text.positionAt(Math.floor(document.text.length * share));
      for (let key = 0; key < typed.length; key++) {
        const place = { line: start.line, character: start.character + key };
        document.change([{ range: { start: place, end: place }, text: typed.charAt(key) }], ++version);
        passes.push(read());
      }
    }
    passes.sort((a, b) => a - b);
    expect(passes[Math.floor(passes.length * 0.95)]).toBeLessThanOrEqual(3);
    const whole = document.text.toString();
    expect(namesOf(document.snapshot())).toEqual(fromScratch(whole));
  });
});

describe('a text too long to be read at once', () => {
  const PARAGRAPH =
    'Tamsin Orleigh of Corvane Systems went to Graz, where the Ardale Institute had invited Peter Kamau. ';
  const LONG = `${PARAGRAPH.repeat(10)}\n\n`.repeat(150);

  /** The text open in a workspace that has its model; whatever waits for a turn waits until `step` is called. */
  async function opened() {
    const changed: number[] = [];
    const w = world({}, { model: MODEL });
    const workspace = new Workspace(w, () => changed.push(1));
    const uri = `${ROOT}seeds/a.txt`;
    workspace.open(uri, 'Graz.', 1);
    await workspace.modelRead();
    workspace.close(uri);
    changed.length = 0;
    workspace.open(uri, LONG, 1);
    await workspace.settled();
    let turns: (() => void)[] = [];
    const clock = w.clock as { yield: () => Promise<void>; now: () => number };
    let now = 0;
    clock.now = () => (now += 30);
    clock.yield = () => new Promise((resolve) => turns.push(resolve));
    /** Gives all that wait a turn, and says how many they were. */
    const step = async () => {
      for (let i = 0; i < 8; i++) await Promise.resolve();
      const waiting = turns;
      turns = [];
      for (const resume of waiting) resume();
      return waiting.length;
    };
    const seed = () => workspace.seed(uri) as SeedSnapshot;
    /** What is known of some lines when the answer about them comes. */
    const ask = async (fromLine: number, toLine: number) => {
      let answer: SeedSnapshot | undefined;
      void workspace.analyze(seed(), NEVER_CANCELLED, { fromLine, toLine }).then((named) => {
        answer = named;
      });
      for (let i = 0; answer === undefined; i++) {
        expect(i).toBeLessThan(2000);
        await step();
      }
      return [...answer.sections].map((section) => section.model !== undefined);
    };
    return { workspace, uri, changed, step, seed, ask, logged: w.logged };
  }

  test('shows what is looked at, then all, and says so', async () => {
    const { workspace, uri, changed, step, seed, ask } = await opened();
    const first = await ask(0, 10);
    expect(first.slice(0, 5)).toEqual([true, true, true, true, true]);
    expect(first.at(-1)).toBe(false);
    expect(changed).toEqual([]);
    // What is typed while the rest is read is read first.
    workspace.change(uri, [{ range: at(200, 0), text: 'In Graz, ' }], 2);
    const typed = await ask(0, 1);
    expect(typed[100]).toBe(true);
    expect(typed.at(-1)).toBe(false);
    for (let i = 0; changed.length === 0; i++) {
      expect(i).toBeLessThan(5000);
      await step();
    }
    expect([...seed().sections].every((section) => section.model !== undefined)).toBe(true);
    expect(changed).toEqual([1]);
    expect(namesOf(seed())).toEqual(fromScratch(seed().lines.toString()));
  }, 30_000);

  test('a closed one is read no further', async () => {
    const { workspace, uri, step, ask, changed, logged } = await opened();
    await ask(0, 10);
    workspace.close(uri);
    let turns = 0;
    while ((await step()) > 0) turns++;
    expect(turns).toBeLessThan(5);
    expect(changed).toEqual([]);
    expect(logged).toEqual([]);
  });
});

test('a model that fails costs its names and nothing else', async () => {
  const { workspace, uri, world: w } = await openSeed('Graz.', {}, 'seeds/a.txt', { model: MODEL });
  const failing = () => {
    throw new Error('a slip');
  };
  const seeds = (workspace as unknown as { seeds: Map<string, SeedDocument> }).seeds;
  const names = seeds.get(uri)?.names as unknown as { recognizer: { read: () => never } };
  names.recognizer = { read: failing };
  workspace.change(uri, [{ range: at(0, 0), text: 'In Canada, ' }], 2);
  const named = await workspace.analyze(workspace.seed(uri) as SeedSnapshot, NEVER_CANCELLED);
  expect(namesOf(named as SeedSnapshot)).toEqual(['Canada place list 0.9000']);
  expect(w.logged).toEqual([expect.stringContaining('a slip')]);
});

describe('the model', () => {
  test('is waited for by nobody: names are those of lists at first, and then the model’s', async () => {
    const uri = `${ROOT}seeds/a.txt`;
    const text = 'Angela Brandt flew to Canada.';
    const w = world({}, { model: MODEL });
    const early = new Workspace(w);
    early.open(uri, text, 1);
    const first = await early.analyze(early.seed(uri) as SeedSnapshot, NEVER_CANCELLED);
    expect(namesOf(first as SeedSnapshot)).toEqual(['Canada place list 0.9000']);
    await early.modelRead();
    const then = await early.analyze(early.seed(uri) as SeedSnapshot, NEVER_CANCELLED);
    expect(namesOf(then as SeedSnapshot).map((name) => name.replace(/ [\d.]+$/, ''))).toEqual([
      'Angela Brandt person model',
      'Canada place model',
    ]);
  });

  test.each<[string, Uint8Array | undefined, RegExp]>([
    ['missing', undefined, /not found/],
    ['damaged', new TextEncoder().encode('<!doctype html>'), /cannot be used: .*model of names/],
  ])('that is %s is told of in the log, and lists go on', async (_, bytes, message) => {
    const w = { ...world(), models: { bytes: async () => bytes } };
    const workspace = new Workspace(w);
    const uri = `${ROOT}seeds/a.txt`;
    workspace.open(uri, 'She flew to Canada.', 1);
    await workspace.modelRead();
    expect(w.logged).toEqual([expect.stringMatching(message)]);
    const named = await workspace.analyze(workspace.seed(uri) as SeedSnapshot, NEVER_CANCELLED);
    expect(namesOf(named as SeedSnapshot)).toEqual(['Canada place list 0.9000']);
  });
});
