import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { documentLinks } from '../../server/src/features/document-links.ts';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { foldingRanges } from '../../server/src/features/folding-ranges.ts';
import { hover } from '../../server/src/features/hover.ts';
import { hintTooltip, inlayHints } from '../../server/src/features/inlay-hints.ts';
import { overview } from '../../server/src/features/overview.ts';
import { semanticTokens, semanticTokensDelta } from '../../server/src/features/semantic-tokens.ts';
import type { Sequence } from '../../server/src/text/sequence.ts';
import type { Section } from '../../server/src/workspace/section.ts';
import { SeedDocument, type TextChange } from '../../server/src/workspace/seed-document.ts';
import type { SeedSnapshot } from '../../server/src/workspace/snapshot.ts';
import { valuesIn } from '../../server/src/workspace/time-values.ts';
import { openSeed, TODAY } from '../support/world.ts';

/** Pieces that make headers, footers, front matter, wrapped paragraphs and what lies between them. */
const piece = fc.constantFrom(
  'Source: Skynews Published: 2021-07-05\n',
  'Published: 2021-02-30\n',
  'Title: Three platforms\n',
  'Publised: 2020\n',
  '---\n',
  'Key Words: China; Didi\n',
  'Please Find us: Twitter: X YouTube: Y\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  'a',
  'Didi was put under review on 30 June 2021 in China, and the review went on for a long time after that day\n',
  'and the US$2.8billion fine of 31 June 2021 was paid by nobody. ',
  'Wang Wenbin said no.\n',
  'He said: “no”. ',
  'LONDON: The firm\n',
  'THE NEXT PART\n',
  '# A heading\n',
  'What they say\n\n',
  '* * *\n',
  'See www.a.example and doi:10.1000/182\n',
  '人大重阳 😀 ',
  'Kanzhun ',
  'Published: 2021-07\n',
  'It began in 1940. ',
  'On Monday they met at noon.\n\n',
  'Three days later it rained, two days after the vote.\n\n',
  'They left in June, after the flood of 2 May 1941.\n\n',
  `${'A long sentence about nothing that goes on. '.repeat(60)}\n`,
);
const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
interface Edit {
  readonly at: number;
  readonly length: number;
  readonly newText: string;
}

/** From the start; or, below zero, from the end, where the footer is. */
const place = fc.oneof(fc.nat(), fc.integer({ min: -80, max: -1 }));
const edit = fc.record({
  at: place,
  length: fc.nat(400),
  newText: fc.oneof(text, fc.constantFrom('', '', 'x', '\n')),
  whole: fc.nat(30),
});

const SIDECAR = `seedmark: 1
annotations:
  - id: a1
    type: organization
    quote: Didi
    at: 40
    before: "\\n"
    after: " was put"
  - id: b2
    type: person
    quote: Wang Wenbin
    at: 0
    before: ""
    after: " said"
`;
const FACTS = { 'facts/f.yaml': 'entities:\n  - id: kanzhun\n    type: organization\n    name: Kanzhun\n' };
const FILES = { ...FACTS, 'seeds/a.txt.annotations.yaml': SIDECAR };

const LINKS = { trusted: true, findsAddresses: false, limit: 1000, folder: undefined, projectUri: undefined };
function offsetIn(length: number, at: number): number {
  return at < 0 ? Math.max(0, length + at) : at % (length + 1);
}

/** Everything a reader can see of a state. */
function seen(snapshot: SeedSnapshot) {
  return {
    text: snapshot.lines.toString(),
    segments: [...snapshot.sections].map(({ segment }) => segment),
    local: [...snapshot.sections].map(({ annotations }) => annotations),
    analysis: [...snapshot.sections].map(({ analysis }) => analysis),
    tokens: semanticTokens(snapshot).data,
    diagnostics: diagnostics(snapshot),
    symbols: documentSymbols(snapshot, { limit: 1000 }),
    folding: foldingRanges(snapshot, { limit: 1000 }),
    links: documentLinks(snapshot, LINKS),
    words: overview(snapshot).words,
    times: [...snapshot.sections].map((_, index) => valuesIn(snapshot, index)),
    ...hinted(snapshot),
    placed: snapshot.annotations,
    published: snapshot.published,
    footerLine: snapshot.footerLine,
  };
}

/** The hints, and what is said where one stands. */
function hinted(snapshot: SeedSnapshot) {
  const hints = inlayHints(snapshot, 0, snapshot.lines.count, 'all');
  return {
    hints,
    tooltips: hints.map(({ position }) => hintTooltip(snapshot, position)),
    hovers: hints.map(({ position }) =>
      hover(snapshot, position, { trusted: true, commands: [], linesOf: () => undefined }),
    ),
  };
}

function applyDelta(
  data: readonly number[],
  edits: { start: number; deleteCount: number; data?: number[] }[],
): number[] {
  let result = [...data];
  for (const { start, deleteCount, data: added } of [...edits].sort((a, b) => b.start - a.start))
    result = [...result.slice(0, start), ...(added ?? []), ...result.slice(start + deleteCount)];
  return result;
}

describe('incremental equals from scratch', () => {
  // Annotations keep their places through edits, where opening anew has to look for them: both are edited.
  test.each([
    ['without annotations', FACTS],
    ['with annotations, which are followed whether anybody looks or not', FILES],
  ])(
    'any sequence of edits leaves what opening the text anew gives; deltas from any older answer lead there: %s',
    async (_, files) => {
      expect((await openSeed('Didi was put', FILES)).snapshot.annotations.length).toBe(2);
      await fc.assert(
        fc.asyncProperty(
          text,
          fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
          async (start, bursts) => {
            const { workspace, uri, snapshot } = await openSeed(start, files);
            const done: TextChange[] = [];
            const answers: { sections: Sequence<Section>; data: number[] }[] = [
              { sections: snapshot.sections, data: semanticTokens(snapshot).data },
            ];
            let version = 1;
            for (const burst of bursts) {
              for (const { at, length, newText, whole } of burst) {
                const { lines } = workspace.seed(uri) as SeedSnapshot;
                const from = offsetIn(lines.length, at);
                const change: TextChange =
                  whole === 0
                    ? { text: newText }
                    : { range: { start: lines.positionAt(from), end: lines.positionAt(from + length) }, text: newText };
                done.push(change);
                workspace.change(uri, [change], ++version);
              }
              const now = workspace.seed(uri) as SeedSnapshot;
              const data = semanticTokens(now).data;
              for (const old of answers)
                expect(applyDelta(old.data, semanticTokensDelta(old.sections, now).edits as never)).toEqual(data);
              answers.push({ sections: now.sections, data });
              const fresh = await openSeed(files === FACTS ? now.lines.toString() : start, files);
              if (files !== FACTS) for (const change of done) fresh.workspace.change(uri, [change], 2);
              expect(seen(now)).toEqual(seen(fresh.workspace.seed(uri) as SeedSnapshot));
            }
          },
        ),
        { numRuns: 150 },
      );
    },
    120_000,
  );

  test('several edits before anybody asks are as good as one at a time', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(edit, { minLength: 2, maxLength: 6 }), editedAtOnce),
      // Lines go above the footer, which changes too: its place is counted in the lines of the text before both.
      {
        numRuns: 150,
        examples: [
          [
            `${'Didi said no.\n'.repeat(20)}\nKey Words: China\n`,
            [
              { at: 112, length: 84, newText: '' },
              { at: -3, length: 0, newText: '; Didi' },
            ],
          ],
        ],
      },
    );
  }, 120_000);
});

async function editedAtOnce(start: string, edits: readonly Edit[]): Promise<void> {
  const { snapshot, uri } = await openSeed(start);
  const { knowledge, corpus } = snapshot;
  const document = new SeedDocument(uri, `${uri}.annotations.yaml`, start, 1, knowledge, corpus, () => TODAY);
  document.snapshot();
  for (const { at, length, newText } of edits) {
    const lines = document.text;
    const from = offsetIn(lines.length, at);
    document.change(
      [{ range: { start: lines.positionAt(from), end: lines.positionAt(from + length) }, text: newText }],
      2,
    );
  }
  const fresh = (await openSeed(document.text.toString())).snapshot;
  expect(seen(document.snapshot())).toEqual(seen(fresh));
}

describe('work follows the edit', () => {
  test('a key in a large document makes at most three sections new', async () => {
    const paragraph =
      'Didi was put under review on 30 June 2021 in China, and the review went on. The US said nothing.\n\n';
    const { workspace, uri, snapshot } = await openSeed(
      `Source: Skynews Published: 2021-07-05\n\n${paragraph.repeat(4000)}`,
    );
    let version = 1;
    const made: number[] = [];
    for (let i = 0; i < 60; i++) {
      const before = new Set(workspace.seed(uri)?.sections ?? []);
      const line = 2 + ((i * 131) % (snapshot.lines.count - 4));
      workspace.change(
        uri,
        [{ range: { start: { line, character: 4 }, end: { line, character: 4 } }, text: 'x' }],
        ++version,
      );
      const after = workspace.seed(uri) as SeedSnapshot;
      made.push([...after.sections].filter((section) => !before.has(section)).length);
    }
    expect(Math.max(...made)).toBeLessThanOrEqual(3);
  });
});
