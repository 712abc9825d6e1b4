import { describe, expect, test } from 'vitest';
import { targets } from '../../server/src/features/targets.ts';
import { openSeed } from '../support/world.ts';

const TEXT = 'Published: 2021-07-05\n\nThe University of China paid $3 million on Monday, Barack Obama said.\n';
const FACTS = 'entities:\n  - id: obama\n    type: person\n    name: Barack Obama\n';
const SIDECAR = `seedmark: 1
annotations:
  - id: uni
    type: organization
    quote: University of China
  - id: chn
    type: place
    quote: China
  - id: not
    type: group
    quote: China
    status: rejected
`;

/** What selections mean, given by the words they hold; a bar in them stands for the cursor. */
async function meant(...selections: readonly string[]): Promise<string[]> {
  const { snapshot } = await openSeed(TEXT, { 'facts/f.yaml': FACTS, 'seeds/a.txt.annotations.yaml': SIDECAR });
  const ranges = selections.map((words) => {
    const bar = words.indexOf('|');
    const start = TEXT.indexOf(words.replace('|', ''));
    const [from, to] = bar === -1 ? [start, start + words.length] : [start + bar, start + bar];
    return { start: snapshot.lines.positionAt(from), end: snapshot.lines.positionAt(to) };
  });
  return targets(snapshot, ranges).targets.map(({ text, annotation, type, attributes, entity }) =>
    [annotation?.id ?? '-', text, type, attributes && JSON.stringify(attributes), entity]
      .filter((part) => part !== undefined)
      .join(' · '),
  );
}

describe('what commands act on', () => {
  test.each([
    ['the annotation under the cursor', ['Univ|ersity'], ['uni · University of China']],
    ['the innermost one, and not one that was rejected', ['Chi|na'], ['chn · China']],
    ['the one whose words are selected', ['University of China'], ['uni · University of China']],
    ['whatever is selected beside them', [' University of China '], ['uni · University of China']],
    ['other words are none', ['of China'], ['- · of China']],
    ['a name under the cursor', ['Bar|ack'], ['- · Barack Obama · person · obama']],
    ['an amount with its value', ['$3 mil|lion'], ['- · $3 million · money · {"value":"USD 3000000"}']],
    ['a time with its value', ['Mon|day'], ['- · Monday · date · {"value":"2021-07-05"}']],
    ['a word that is nothing', ['sa|id'], ['- · said']],
    ['several, in order, each once', ['sa|id', 'Chi|na', 'China'], ['chn · China', '- · said']],
    ['nothing', [], []],
  ])('%s', async (_, selections, expected) => {
    expect(await meant(...selections)).toEqual(expected);
  });
});
