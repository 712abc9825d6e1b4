import { describe, expect, test } from 'vitest';
import { tagTargets } from '../../server/src/features/tag-targets.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { openSeed } from '../support/world.ts';

/** `[` and `]` mark selections, `|` an empty one; gives what would be tagged. */
async function targets(marked: string): Promise<string[]> {
  const text = marked.replace(/[[\]|]/g, '');
  const lines = TextLines.from(text);
  const marks = [...marked.matchAll(/[[\]|]/g)].map((m, i) => ({ mark: m[0], at: (m.index as number) - i }));
  const selections = marks.flatMap(({ mark, at }, i) => {
    if (mark === ']') return [];
    const end = mark === '|' ? at : (marks[i + 1]?.at as number);
    return [{ start: lines.positionAt(at), end: lines.positionAt(end) }];
  });
  const { snapshot } = await openSeed(text);
  return tagTargets(snapshot, selections).targets.map((target) =>
    target.type ? `${target.text} (${target.type})` : target.text,
  );
}

describe('what Tag Selection As… would tag', () => {
  test.each([
    ['It was [ “Boss Zhipin,” ] that fell.', ['Boss Zhipin']],
    ['It was [Boss] Zhipin.', ['Boss']],
    ['[, .”]', []],
    ['He met Zh|ang there.', ['Zhang']],
    ['He met Zhang| there.', ['Zhang']],
    ['He met O’Ne|ill’s men.', ['O’Neill']],
    ['It rained in New Zea|land.', ['New Zealand (place)']],
    ['It was paid on 5 Ju|ly 2021.', ['5 July 2021 (date)']],
    ['They paid [US$2.8billion].', ['US$2.8billion (money)']],
    ['[China] and [France] and [ China ]', ['China (place)', 'France (place)', 'China (place)']],
    ['|', []],
    ['a  |  b', []],
    ['The [人大重阳] said', ['人大重阳']],
    ['[two\r\nlines]', ['two\r\nlines']],
  ])('%s', async (marked, expected) => {
    expect(await targets(marked)).toEqual(expected);
  });
});

test('each type says what its annotations may say besides', async () => {
  const project = 'types:\n  - id: vessel\n    attributes: {flag: , fate: [afloat, sunk]}\n';
  const { snapshot } = await openSeed('It sank.', { 'seedmark.yaml': project });
  const { types } = tagTargets(snapshot, []);
  const of = (type: string) => types.find(({ id }) => id === type)?.attributes;
  expect(of('person')).toEqual([]);
  expect(of('vessel')).toEqual([
    { id: 'flag', label: 'Flag' },
    { id: 'fate', label: 'Fate', values: ['afloat', 'sunk'] },
  ]);
  expect(of('money')?.map(({ id, description }) => `${id}: ${description}`)).toEqual([
    'value: The amount in digits, such as 2800000000',
    'unit: What is counted: a currency such as USD, or a unit such as km',
  ]);
});
