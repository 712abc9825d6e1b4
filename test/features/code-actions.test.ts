import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { openSeed } from '../support/world.ts';

const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** The text after the quick fix whose title holds `title`, with `‸` where a client with snippets puts the cursor. */
async function fixed(text: string, title: string): Promise<string | undefined> {
  const { snapshot } = await openSeed(text);
  const results = [true, false].map((snippets) => {
    const action = codeActions(snapshot, EVERYWHERE, { snippets }).find((a) => a.title.includes(title));
    if (!action?.edit) return undefined;
    const lines = TextLines.from(text);
    const changes = action.edit.changes?.[snapshot.uri] ?? [];
    const documents = (action.edit.documentChanges ?? []).flatMap((d) => ('edits' in d ? d.edits : []));
    const edits = [...changes, ...documents].map((edit) => ({
      start: lines.offsetAt(edit.range.start),
      end: lines.offsetAt(edit.range.end),
      newText: 'snippet' in edit ? edit.snippet.value.replace('$0', '‸').replace(/\\([\\$}])/g, '$1') : edit.newText,
    }));
    return applyEdits(text, edits);
  });
  const [withSnippet, plain] = results;
  expect(withSnippet?.replace('‸', '')).toBe(plain);
  return withSnippet;
}

describe('quick fixes of metadata', () => {
  test.each([
    ['Title', 'Source: A Published: 2021-07-05\n\nText.\n', 'Source: A Published: 2021-07-05\nTitle: ‸\n\nText.\n'],
    ['Published', 'Source: A\nTitle: T\n\nText.\n', 'Source: A\nPublished: ‸\nTitle: T\n\nText.\n'],
    [
      'Title',
      '---\nsource: A\npublished: 2021-07-05\n---\nText.\n',
      '---\nsource: A\npublished: 2021-07-05\ntitle: ‸\n---\nText.\n',
    ],
  ])('insert %s', async (field, text, expected) => {
    expect(await fixed(text, `missing field “${field}”`)).toBe(expected);
  });

  test('correct a near miss, in the letters of this header', async () => {
    expect(await fixed('Source: A\nPublised: 2021-07-05\n\nText.\n', 'Publised')).toBe(
      'Source: A\nPublished: 2021-07-05\n\nText.\n',
    );
  });

  test('only the findings that touch the range are fixed', async () => {
    const { snapshot } = await openSeed('Source: A\nPublised: 2021-07-05\n\nText.\n');
    const at = { line: 3, character: 1 };
    expect(codeActions(snapshot, { start: at, end: at }, { snippets: false })).toEqual([]);
  });

  test('fixes come before what leaves things as they are, and no two titles are the same', async () => {
    const { snapshot } = await openSeed('Publised:\nAuthor:\n\nOn 31 June 2021 and 05/07/2021.\n');
    const titles = codeActions(snapshot, EVERYWHERE, { snippets: false }).map(({ title }) => title);
    const answer = /^(Accept|Note)/;
    const first = titles.findIndex((title) => answer.test(title));
    expect(first).toBeGreaterThan(0);
    expect(titles.slice(first).every((title) => answer.test(title))).toBe(true);
    expect(titles.slice(first)).toEqual([...new Set(titles.slice(first))]);
    expect(titles).toContain('Accept this finding (missing-metadata: title)');
  });

  test('none of them touches the body', async () => {
    const body = 'The body. Publised: no.\n31 June 2021.\n';
    const { snapshot } = await openSeed(`Source: A Publised: 2021\n\n${body}`);
    const bodyLine = 2;
    for (const action of codeActions(snapshot, EVERYWHERE, { snippets: false }))
      for (const edit of action.edit?.changes?.[snapshot.uri] ?? []) expect(edit.range.end.line).toBeLessThan(bodyLine);
  });
});
