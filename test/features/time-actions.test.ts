import { describe, expect, test } from 'vitest';
import { timeActions } from '../../server/src/features/time-actions.ts';
import { computeEdit } from '../../server/src/lsp/edit-requests.ts';
import { isSidecarFix } from '../../server/src/lsp/fixes.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { withCursor } from '../support/cursor.ts';
import { openSeed } from '../support/world.ts';

const HEAD = 'Source: Skynews Published: 2021-07-05\n\n';

/** What is offered at the cursor, by title, with what comes of it: the seed, or what is written beside it. */
async function offered(marked: string, files: Record<string, string> = {}): Promise<Record<string, string>> {
  const { text, position } = withCursor(marked);
  const { snapshot, workspace, world } = await openSeed(text, files);
  const made: Record<string, string> = {};
  for (const { title, edit, data } of timeActions(snapshot, { start: position, end: position })) {
    if (title.startsWith('Not a time')) continue;
    if (edit) {
      const lines = TextLines.from(text);
      const edits = (edit.changes?.[snapshot.uri] ?? []).map(({ range, newText }) => ({
        start: lines.offsetAt(range.start),
        end: lines.offsetAt(range.end),
        newText,
      }));
      made[title] = applyEdits(text, edits);
      continue;
    }
    if (!isSidecarFix(data)) throw new Error(`“${title}” does nothing`);
    const result = await computeEdit(workspace, world, snapshot, data.method, { ...data.params, by: '' });
    if (!('files' in result)) throw new Error(result.problem);
    expect(result.files.map(({ uri }) => uri)).toEqual([snapshot.sidecarUri]);
    const written = result.files[0]?.edits.map(({ newText }) => newText).join('') ?? '';
    const said = (key: string) => new RegExp(`^ +(?:- )?${key}: (.*)$`, 'm').exec(written)?.[1];
    made[title] = `${said('type')} ${said('quote')} ${said('attributes')}`;
  }
  return made;
}

describe('annotating the value of a time', () => {
  test.each([
    ['It came on Mon$0day.', 'Annotate as date: 2021-07-05', 'date Monday { value: "2021-07-05" }'],
    ['It came on 2 July$0 2021.', 'Annotate as date: 2021-07-02', 'date 2 July 2021 { value: "2021-07-02" }'],
    ['It came in early Ju$0ne.', 'Annotate as date: 2021-06', 'date early June { value: "2021-06", mod: START }'],
    ['It took three da$0ys.', 'Annotate as duration: P3D', 'duration three days { value: P3D }'],
    ['It comes every Mon$0day.', 'Annotate as set: XXXX-WXX-1', 'set every Monday { value: XXXX-WXX-1, quant: EVERY }'],
    ['It came at 6 p$0m.', 'Annotate as time: 2021-07-05T18:00', 'time 6 pm { value: "2021-07-05T18:00" }'],
  ])('%s', async (text, title, written) => expect(await offered(`${HEAD}${text}\n`)).toEqual({ [title]: written }));

  test.each([
    ['no time', `${HEAD}It ra$0ined.\n`],
    ['metadata', 'Source: Skynews Published: 2021-0$07-05\n\nIt rained.\n'],
    ['what is open', 'Source: Skynews\n\nIt came on Mon$0day.\n'],
    ['what its finding mends', `${HEAD}It came on Tues$0day, 5 July 2021.\n`],
    ['what cannot be', `${HEAD}It came on 31 Ju$0ne 2021.\n`],
    ['nothing', '$0'],
  ])('not on %s', async (_, text) => expect(await offered(text)).toEqual({}));

  test('not twice, nor where somebody said that it is none', async () => {
    const beside = (status: string) => ({
      'seeds/a.txt.annotations.yaml': `annotations:\n  - {id: a1, type: date, quote: Monday, status: ${status}}\n`,
    });
    const text = `${HEAD}It came on Mon$0day.\n`;
    expect(await offered(text, beside('confirmed'))).toEqual({});
    expect(await offered(text, beside('rejected'))).toEqual({});
  });
});

describe('a day of the text as the day of publication', () => {
  const title = 'Use 5 July 2021 as the day of publication';

  test.each([
    ['Source: A\nTitle: T\n\nOn 5 Ju$0ly 2021.\n', 'Source: A\nPublished: 2021-07-05\nTitle: T\n\nOn 5 July 2021.\n'],
    ['Source: A\nPublished:\n\nOn 5 Ju$0ly 2021.\n', 'Source: A\nPublished: 2021-07-05\n\nOn 5 July 2021.\n'],
    ['Source: A\nPublished: 2021\n\nOn 5 Ju$0ly 2021.\n', 'Source: A\nPublished: 2021-07-05\n\nOn 5 July 2021.\n'],
    ['---\nsource: A\n---\n\nOn 5 Ju$0ly 2021.\n', '---\nsource: A\npublished: 2021-07-05\n---\n\nOn 5 July 2021.\n'],
  ])('%j', async (text, expected) => expect((await offered(text))[title]).toBe(expected));

  test.each([
    ['one that is known stays', `${HEAD}On 2 Ju$0ly 2021.\n`],
    ['a month is no day', 'Source: A\n\nIn Ju$0ly 2021.\n'],
    ['nor is a day of some year', 'Source: A\n\nOn 5 Ju$0ly.\n'],
    ['nor one that is doubtful', 'Source: A\n\nOn Tues$0day, 5 July 2021.\n'],
  ])('not: %s', async (_, text) =>
    expect(Object.keys(await offered(text)).filter((one) => /Use/.test(one))).toEqual([]),
  );
});

describe('that words are no time', () => {
  const rejections = async (marked: string, files: Record<string, string> = {}) => {
    const { text, position } = withCursor(marked);
    const { snapshot, workspace, world } = await openSeed(text, files);
    const actions = timeActions(snapshot, { start: position, end: position });
    const found = actions.filter(({ title }) => title.startsWith('Not a time'));
    const [first] = found;
    if (first === undefined || !isSidecarFix(first.data)) return { titles: [], written: '' };
    const result = await computeEdit(workspace, world, snapshot, first.data.method, { ...first.data.params, by: '' });
    const written = 'files' in result ? (result.files[0]?.edits[0]?.newText ?? '') : result.problem;
    return { titles: found.map(({ title }) => title), written };
  };

  test('is kept beside the seed', async () => {
    const { titles, written } = await rejections(`${HEAD}It came in Ma$0y 2020.\n`);
    expect(titles).toEqual(['Not a time: “May 2020” is no date here']);
    expect(written).toMatch(/type: date\n {4}quote: May 2020\n(?:.*\n)* {4}status: rejected\n/);
  });

  test('is not said twice', async () => {
    const sidecar = 'annotations:\n  - {id: a1, type: date, quote: May 2020, status: rejected}\n';
    const files = { 'seeds/a.txt.annotations.yaml': sidecar };
    expect((await rejections(`${HEAD}It came in Ma$0y 2020.\n`, files)).titles).toEqual([]);
  });
});
