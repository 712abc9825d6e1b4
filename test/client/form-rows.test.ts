import { describe, expect, test } from 'vitest';
import { type FormRow, formRows, prompt, taken } from '../../client/src/commands/formRows.ts';
import type { MetadataStep } from '../../server/src/protocol.ts';

const STEP: MetadataStep = {
  key: 'published',
  label: 'Published',
  meaning: 'The day.',
  required: true,
  checked: true,
  value: '',
  suggestions: [
    { value: '2021-07-05', why: 'from the file’s name' },
    { value: '2021-07-06', why: 'today' },
  ],
};

function show(typed: string, step = STEP, check?: Parameters<typeof formRows>[2]): string[] {
  return formRows(step, typed, check).map(
    ({ kind, label, description, detail }) => `${kind} ${label}: ${description}${detail ? ` / ${detail}` : ''}`,
  );
}

describe('the rows of the form', () => {
  test.each<[string, string[], string, Partial<MetadataStep>?]>([
    [
      'nothing typed',
      ['skip Skip: Enter leaves it out', 'suggestion 2021-07-05: from the file’s name', 'suggestion 2021-07-06: today'],
      ' ',
    ],
    ['a wrong value stands there', ['skip Skip: Enter leaves “May” as it is'], '', { value: 'May', suggestions: [] }],
    [
      'something typed',
      [
        'typed 5 July: Enter writes it as Published',
        'suggestion 2021-07-05: from the file’s name',
        'suggestion 2021-07-06: today',
      ],
      ' 5 July ',
    ],
    [
      'a suggestion typed',
      ['typed 2021-07-06: Enter writes it as Published', 'suggestion 2021-07-05: from the file’s name'],
      '2021-07-06',
    ],
  ])('%s', (_, expected, typed, step = {}) => expect(show(typed, { ...STEP, ...step })).toEqual(expected));

  test('a wrong value says what is wrong, a doubtful one how it is written all the same', () => {
    const alone = { ...STEP, suggestions: [] };
    expect(show('May', alone, { written: '', problem: 'No day.', doubtful: false })).toEqual([
      'typed May: Not written / No day.',
    ]);
    expect(show('2031', alone, { written: '', problem: 'Later.', doubtful: true })).toEqual([
      'typed 2031: Enter once more writes it all the same / Later.',
    ]);
  });

  test('the box says what is asked for and what stands there', () => {
    expect(prompt(STEP)).toBe('Required. The day.');
    expect(prompt({ ...STEP, required: false })).toBe('The day.');
    expect(prompt({ ...STEP, value: '05/07/2021' })).toBe('Now “05/07/2021”. The day.');
  });
});

describe('what Enter takes', () => {
  const suggestion: FormRow = { kind: 'suggestion', value: 'S', label: 'S', description: '' };
  const skip: FormRow = { kind: 'skip', value: '', label: 'Skip', description: '' };

  test.each<[string, string, FormRow | undefined, string | undefined, string]>([
    ['an empty box skips', '', skip, undefined, ''],
    ['so does a box before its list is there', ' ', undefined, undefined, ''],
    ['a row picked with the arrow keys', '', suggestion, undefined, 'S'],
    ['what was typed', ' x ', undefined, 'x', 'x'],
    ['a row picked below what was typed', 'x', suggestion, 'x', 'S'],
    ['what was typed faster than the list follows', 'xy', suggestion, 'x', 'xy'],
    ['what was typed before the list follows at all', 'x', suggestion, undefined, 'x'],
  ])('%s', (_, typed, active, seenFor, expected) => expect(taken(typed, active, seenFor)).toBe(expected));
});
