import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileMatcher } from '../../server/src/names/matcher.ts';
import { NameRecognizer } from '../../server/src/names/model/recognizer.ts';
import { recognizeText } from '../../server/src/workspace/recognize.ts';
import { anyText, faultOf, hardText, unicodeRuns } from '../support/unicode.ts';
import { projectModel } from './model/support.ts';

const recognizer = new NameRecognizer(projectModel());
const matcher = compileMatcher([
  { text: 'Didi', type: 'organization', entity: 'didi' },
  { text: '人大', type: 'organization', entity: 'npc' },
  { text: 'é', type: 'person', entity: 'e' },
]);
const names = { matcher, never: new Set(['china']) };

/** What all that finds names and times in a text gets wrong: spans outside, out of order, crossing, in half a pair. */
function faultIn(text: string, seed: boolean): string | undefined {
  const { entities, times } = recognizeText(text, names, { seed });
  const [mentions = []] = recognizer.document([text]);
  return faultOf(text, entities) ?? faultOf(text, times) ?? faultOf(text, mentions);
}

function check(text: string, seed = false): void {
  const fault = faultIn(text, seed);
  if (fault !== undefined) expect.fail(fault);
}

describe('ten thousand texts', () => {
  test.each([
    ['of any code units', anyText],
    ['of what scanners look for', hardText],
  ])('%s', (_name, texts) => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, seed) => {
        expect(faultIn(text, seed)).toBeUndefined();
      }),
      { numRuns: 5000 },
    );
  });
});

describe('every block of Unicode', () => {
  test('a sample of each, next to names, money and times', () => {
    for (const run of unicodeRuns(0x110000, 32)) check(`5 May $5${run} in Bonn`);
  });

  test('all of those where most scripts and signs are', () => {
    for (const run of unicodeRuns(0x3400)) check(run);
    for (const run of unicodeRuns(0x20000, 8)) check(run);
  });

  test('each character as part of a name, a number and a time', () => {
    for (const run of unicodeRuns(0x3400, 4))
      check([...run].map((character) => `Ada${character} Wu ${character}5${character} May 2021.`).join(' '));
  });
});

test('what stands in a text beside hostile signs is found where it stands', () => {
  for (const sign of ['\u200e', '\ud83d', '👩\u200d💻', '\u0000', '\u200b', '¹', '"\u0301']) {
    const text = `${sign} On ${sign} 5 May 2021 ${sign} they met in Geneva. ${sign}`;
    const { entities, times } = recognizeText(text, names, { seed: false });
    expect(entities.map(({ start, end }) => text.slice(start, end))).toEqual(['Geneva']);
    expect(times.map(({ start, end }) => text.slice(start, end))).toEqual(['5 May 2021']);
  }
});

describe('a long run of one piece', () => {
  test.each(['a', 'A ', '(', '"', '1,', '中', 'U.S. ', '-', "'", '@', 'http://', '\n'])('%j', (piece) => {
    const text = piece.repeat(Math.ceil(2 ** 17 / piece.length));
    const { entities, times } = recognizeText(text, names, { seed: false });
    expect(faultOf(text, entities) ?? faultOf(text, times)).toBeUndefined();
    // The model is asked about blocks, which have at most 4,000 code units.
    const block = text.slice(0, 2 ** 12);
    const [mentions = []] = recognizer.document([block]);
    expect(faultOf(block, mentions)).toBeUndefined();
  });
});
