import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { hostileText } from '../seed/hostile.ts';
import { openSeed } from '../support/world.ts';

const PROSE =
  'Ships are moving through the canal again. The Ever Given was pulled free on Monday, six days after it had run aground.';

/** The outline, one symbol a line: name, detail, and the text of its range by its first and last word. */
async function outline(text: string, limit = 100): Promise<string> {
  const { snapshot } = await openSeed(text);
  const lines = snapshot.lines;
  const show = (symbol: DocumentSymbol, indent: string): string => {
    const words = textIn(lines, symbol.range).trim().split(/\s+/);
    const [first, last] = [words[0], words.at(-1)];
    const detail = symbol.detail === undefined ? '' : ` = ${symbol.detail}`;
    return [`${indent}${symbol.name}${detail} <${first}${words.length > 1 ? ` … ${last}` : ''}>`]
      .concat((symbol.children ?? []).map((child) => show(child, `${indent}  `)))
      .join('\n');
  };
  return documentSymbols(snapshot, { limit })
    .map((symbol) => show(symbol, ''))
    .join('\n');
}

function textIn(lines: TextLines, { start, end }: Range): string {
  return lines.toString().slice(lines.offsetAt(start), lines.offsetAt(end));
}

describe('the outline', () => {
  test('metadata with its fields, paragraphs by their first words, footer', async () => {
    expect(
      await outline(
        `Source: Skylark Published: 2021-07-05\nTitle: Ships move\nSection: World\n\n${PROSE}\n\nA short one.\n\nFind us: Twitter: skylark YouTube: Sky\nKey Words: shipping; canal\n`,
      ),
    ).toMatchInlineSnapshot(`
      "Metadata <Source: … World>
        Source = Skylark <Source: … Skylark>
        Published = 2021-07-05 <Published: … 2021-07-05>
        Title = Ships move <Title: … move>
        Section = World <Section: … World>
      Ships are moving through the canal… <Ships … aground.>
      A short one. <A … one.>
      Footer <Find … canal>
        Keywords = shipping; canal <Key … canal>"
    `);
  });

  test('front matter, and a headline that is no labelled field', async () => {
    expect(
      await outline('---\ntitle: "Ships: a *tale*"\nkeywords:\n  - a\n  - b\n---\nText.\n'),
    ).toMatchInlineSnapshot(`
      "Metadata <--- … --->
        Title = Ships: a *tale* <title: … *tale*>
        Keywords = a; b <keywords: … b>
      Text. <Text.>"
    `);
    expect(await outline('Ships move\nSource: Skylark\nAuthor:\n\nText.\n')).toMatchInlineSnapshot(`
      "Metadata <Ships … Author:>
        Title = Ships move <Ships … move>
        Source = Skylark <Source: … Skylark>
        Author <Author:>
      Text. <Text.>"
    `);
  });

  test('sections nest: Markdown by its levels, capitals, lines set apart, separators', async () => {
    const text = `# One\n\n${PROSE}\n\n## One, first ##\n\nText.\n\nTHE SECOND PART\n${PROSE}\n\nWhat they say\n\n${PROSE}\n\n* * *\n\nText.\n\n# Two\n${PROSE}\n`;
    expect(await outline(text)).toMatchInlineSnapshot(`
      "One <# … Text.>
        Ships are moving through the canal… <Ships … aground.>
        One, first <## … Text.>
          Text. <Text.>
          THE SECOND PART <THE … Text.>
            Ships are moving through the canal… <Ships … aground.>
            What they say <What … Text.>
              Ships are moving through the canal… <Ships … aground.>
              * * * <* … Text.>
                Text. <Text.>
      Two <# … aground.>
        Ships are moving through the canal… <Ships … aground.>"
    `);
  });

  test('more than the limit: headings first, then the first paragraphs', async () => {
    expect(
      await outline(`Text one.\n\n# A\n\nText two.\n\nText three.\n\n# B\n\nText four.\n`, 4),
    ).toMatchInlineSnapshot(`
      "Text one. <Text … one.>
      A <# … three.>
        Text two. <Text … two.>
      B <# … four.>"
    `);
  });

  test.each([
    ['nothing', '', ''],
    ['blank lines', '\n \n\t\n', ''],
    ['no metadata', 'Text.', 'Text. <Text.>'],
    ['what cannot be seen has a name all the same', '\u200b\n', '… <\u200b>'],
    ['Chinese', `${'人大重阳'.repeat(20)}\n`, `${'人大重阳'.repeat(10)}… <${'人大重阳'.repeat(20)}>`],
    ['no surrogate pair is cut', `x${'😀'.repeat(40)}`, `x${'😀'.repeat(19)}… <x${'😀'.repeat(40)}>`],
    ['a front matter without fields', '---\n---\nText.', 'Metadata <--- … --->\nText. <Text.>'],
  ])('%s', async (_name, text, expected) => {
    expect(await outline(text)).toBe(expected);
  });

  test('the title is what an editor keeps in view for the metadata', async () => {
    const { snapshot } = await openSeed('---\nsource: Skylark\ntitle: Ships\n---\nText.\n');
    expect(documentSymbols(snapshot, { limit: 10 })[0]?.selectionRange.start).toEqual({ line: 2, character: 0 });
  });

  test('an edit makes or unmakes a heading also where the text is kept in pieces', async () => {
    const text = `What they say\n\n${PROSE}\n\n`.repeat(150);
    const { workspace, uri, snapshot } = await openSeed(text);
    documentSymbols(snapshot, { limit: 1000 });
    // The sections are kept in chunks of 150: whether a line is set apart may depend on the end of the chunk before.
    const answers = new Set<string>();
    for (let paragraph = 155; paragraph >= 145; paragraph -= 2) {
      const start = { line: paragraph * 2, character: PROSE.length };
      const blank = { start, end: { line: paragraph * 2 + 1, character: 0 } };
      workspace.change(uri, [{ range: blank, text: '' }], 1000 - paragraph);
      const now = workspace.seed(uri);
      if (now === undefined) throw new Error('the seed is gone');
      const symbols = documentSymbols(now, { limit: 1000 });
      answers.add(JSON.stringify(symbols));
      const fresh = await openSeed(now.lines.toString());
      expect(symbols).toEqual(documentSymbols(fresh.snapshot, { limit: 1000 }));
    }
    expect(answers.size).toBe(6);
  });

  test('every range nests, in any text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const { snapshot } = await openSeed(text);
        const whole: Range = { start: { line: 0, character: 0 }, end: TextLines.from(text).positionAt(text.length) };
        checkNesting(snapshot.lines, documentSymbols(snapshot, { limit: 1000 }), whole);
      }),
      { numRuns: 500 },
    );
  });
});

function checkNesting(lines: TextLines, symbols: readonly DocumentSymbol[], parent: Range): void {
  for (const { name, range, selectionRange, children } of symbols) {
    expect(name).toMatch(/\S/);
    expect(name).not.toMatch(/[\n\r]/);
    for (const { start, end } of [range, selectionRange]) {
      expect(lines.clamp(start)).toEqual(start);
      expect(lines.clamp(end)).toEqual(end);
      expect(lines.offsetAt(start)).toBeLessThanOrEqual(lines.offsetAt(end));
    }
    expect(isWithin(lines, range, parent)).toBe(true);
    expect(isWithin(lines, selectionRange, range)).toBe(true);
    checkNesting(lines, children ?? [], range);
  }
}

function isWithin(lines: TextLines, inner: Range, outer: Range): boolean {
  return (
    lines.offsetAt(outer.start) <= lines.offsetAt(inner.start) && lines.offsetAt(inner.end) <= lines.offsetAt(outer.end)
  );
}
