import { describe, expect, test } from 'vitest';
import { readSidecar } from '../../server/src/annotations/sidecar.ts';
import { type Acceptance, acceptEdit } from '../../server/src/edits/accept.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const FINDING: Acceptance = {
  code: 'ambiguous-date',
  quote: '05/07/2021',
  field: undefined,
  before: '',
  after: '',
  note: undefined,
};

/** The sidecar after the finding is accepted; or why it is not. */
function accepted(sidecar: string | undefined, finding: Partial<Acceptance> = {}, by = ''): string {
  const input = { text: 'On 05/07/2021 he came.\n', textId: 'new', by, today: '' };
  const result = acceptEdit({ ...input, sidecar, finding: { ...FINDING, ...finding } });
  return 'edits' in result ? applyEdits(sidecar ?? '', result.edits) : result.problem;
}

const HEAD = 'seedmark: 1\ntext: new\n';
const ENTRY = '  - code: ambiguous-date\n    quote: 05/07/2021\n';

describe('a sidecar that says nothing yet', () => {
  test.each([
    [undefined, `${HEAD}accepted:\n${ENTRY}`],
    ['', `${HEAD}accepted:\n${ENTRY}`],
    ['\ufeff', `\ufeff${HEAD}accepted:\n${ENTRY}`],
    ['# mine', `# mine\n${HEAD}accepted:\n${ENTRY}`],
    ['# mine\r\n', `# mine\r\n${`${HEAD}accepted:\n${ENTRY}`.replaceAll('\n', '\r\n')}`],
  ])('%j', (sidecar, expected) => expect(accepted(sidecar)).toBe(expected));
});

/** What stands behind `seedmark` and `text`, before and after. */
describe('the entry comes last, in the style of the file', () => {
  test.each<[string, string, string]>([
    ['no list yet', '', `accepted:\n${ENTRY}`],
    [
      'behind annotations',
      'annotations:\n- id: a1\n  type: date\n  quote: came\n  at: 17\n',
      'annotations:\n- id: a1\n  type: date\n  quote: came\n  at: 17\naccepted:\n- code: ambiguous-date\n  quote: 05/07/2021\n',
    ],
    ['a list', 'accepted:\n  - code: x\n    quote: y\n', `accepted:\n  - code: x\n    quote: y\n${ENTRY}`],
    [
      'a list with comments, and something behind it',
      'accepted:\n  - code: x   # why\n    quote: y\n    # more\n\n# relations\nrelations: []\n',
      `accepted:\n  - code: x   # why\n    quote: y\n    # more\n${ENTRY}\n# relations\nrelations: []\n`,
    ],
    [
      'a wide list',
      'accepted:\n    -   code: x\n',
      'accepted:\n    -   code: x\n    -   code: ambiguous-date\n        quote: 05/07/2021\n',
    ],
    ['nothing', 'accepted:\nrelations: []\n', `accepted:\n${ENTRY}relations: []\n`],
    ['~', 'accepted: ~\n', `accepted:\n${ENTRY}`],
    ['an empty list with a comment', 'accepted: [] # none\n', `accepted: # none\n${ENTRY}`],
    [
      'a list in brackets',
      'accepted: [{code: x}]\n',
      'accepted: [{code: x}, { code: ambiguous-date, quote: 05/07/2021 }]\n',
    ],
    [
      'a list in brackets, one a line',
      'accepted: [\n  {code: x},\n]\n',
      'accepted: [\n  {code: x},\n  { code: ambiguous-date, quote: 05/07/2021 },\n]\n',
    ],
    [
      'entries in braces',
      'accepted:\n  - {code: x}\n',
      'accepted:\n  - {code: x}\n  - { code: ambiguous-date, quote: 05/07/2021 }\n',
    ],
    ['an anchor', 'accepted: &a\n  - code: x\n', `accepted: &a\n  - code: x\n${ENTRY}`],
    [
      'a literal at the end',
      'accepted:\n  - code: x\n    note: |\n      one\n\n      two\n',
      `accepted:\n  - code: x\n    note: |\n      one\n\n      two\n${ENTRY}`,
    ],
    ['the end of a document', 'accepted:\n  - code: x\n...\n', `accepted:\n  - code: x\n${ENTRY}...\n`],
  ])('%s', (_, before, after) => {
    expect(accepted(`seedmark: 1\ntext: old\n${before}`)).toBe(HEAD + after);
    // Line ends are those of the file.
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(accepted(crlf(`seedmark: 1\ntext: old\n${before}`))).toBe(crlf(HEAD + after));
  });

  test.each([
    [
      '{"seedmark": 1, "text": "old"}',
      '{"seedmark": 1, "text": "new", "accepted": [{ "code": "ambiguous-date", "quote": "05/07/2021" }]}',
    ],
    [
      '{"seedmark": 1, "text": "old", "accepted": []}',
      '{"seedmark": 1, "text": "new", "accepted": [{ "code": "ambiguous-date", "quote": "05/07/2021" }]}',
    ],
  ])('JSON: %s', (before, after) => expect(accepted(before)).toBe(after));
});

describe('what cannot be written to is left alone', () => {
  test.each([
    ['accepted: {code: x}\n', /^The key “accepted” has no list that can be written to/],
    ['accepted: yes\n', /^The key “accepted” has no list/],
    ['list: &a [{code: x}]\naccepted: *a\n', /^The key “accepted” has no list/],
    ['accepted:\n  - code: "x\n', /^The annotations file is damaged in line 4, so nothing was written/],
  ])('%j', (before, problem) => expect(accepted(`seedmark: 1\ntext: old\n${before}`)).toMatch(problem));

  test('a file of another version', () => {
    expect(accepted('seedmark: 2\naccepted: []\n')).toMatch(/this program knows version 1/);
  });
});

describe('whatever a finding is about is read back as it was', () => {
  test.each<Partial<Acceptance>>([
    { quote: 'a: "b"\n#c — ‘d’ \u2028 \t', before: '\n- ', after: ' x' },
    { quote: '' },
    { quote: '---' },
    { quote: '~' },
    { quote: ' x ' },
    { quote: 'Title:' },
    { quote: '2021-07-05', note: 'null' },
    { quote: '屠呦呦 😀', before: '😀' },
    { quote: undefined, field: 'title' },
    { quote: undefined, field: 'yes', note: 'sic' },
  ])('%j', (finding) => {
    for (const sidecar of [undefined, 'seedmark: 1\naccepted: []\n', '{"seedmark": 1}']) {
      const [read] = readSidecar(accepted(sidecar, finding, 'jd')).sidecar.accepted;
      expect(read).toMatchObject({ ...FINDING, ...finding, by: ['jd'] });
    }
  });
});

describe('what somebody else has accepted', () => {
  const entry = (by: string) =>
    `${HEAD}accepted:\n  - code: ambiguous-date # this\n    quote: 05/07/2021\n${by}  - code: x\n`;

  test.each([
    ['    by: Ann\n', '    by: [Ann, Bo]\n'],
    ['    by: [Ann] # she\n', '    by: [Ann, Bo] # she\n'],
    ['    by:\n      - Ann\n', '    by:\n      - Ann\n      - Bo\n'],
    ['', '    by: Bo\n'],
  ])('gets the name beside theirs: %j', (before, after) => {
    expect(accepted(entry(before), {}, 'Bo')).toBe(entry(after));
    expect(accepted(entry(before).replace('text: new', 'text: old'), {}, 'Bo')).toBe(entry(after));
    expect(accepted(entry(after), {}, 'Bo')).toBe('This finding is accepted already.');
    expect(accepted(entry(before))).toBe('This finding is accepted already.');
  });

  test('unless it says something else', () => {
    for (const other of [{ note: 'sic' }, { before: 'On ' }, { quote: '06/07/2021' }])
      expect(readSidecar(accepted(entry('    by: Ann\n'), other, 'Bo')).sidecar.accepted).toHaveLength(3);
  });

  test('or is written so that no name can be added', () => {
    expect(accepted(entry('    by: {a: b}\n'), {}, 'Bo')).toMatch(/no name can be added/);
    expect(accepted(entry('    by: &a [Ann]\n').replace('code: x', 'code: x\n    by: *a'), {}, 'Bo')).toMatch(
      /no name can/,
    );
  });
});
