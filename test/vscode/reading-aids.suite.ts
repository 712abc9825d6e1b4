import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { cleanUp, openSeed, rangeOf, show, write } from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

const SEED = `Source: Example News Published: 2021-07-05
Title: Three more platforms under review
Author: A. Writer
URL: https://news.example/review

# The review

Regulators in Beijing opened a review of Kanzhun Limited, the owner of
Boss Zhipin, on 2 July 2021. See www.news.example for more, or write
to desk@news.example.

WHAT COMES NEXT

The ministry in Beijing said nothing about it.

Please Find us: Twitter: examplenews YouTube: ExampleNews
Key Words: Beijing; Kanzhun Limited
`;

suite('Reading aids', () => {
  teardown(cleanUp);

  test('the outline: metadata, sections with their paragraphs, footer', async () => {
    const { document } = await openSeed(SEED);
    const symbols = await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', document.uri);
    deepEqual(
      symbols.flatMap((symbol) => outline(symbol)),
      [
        'Metadata',
        '  Source',
        '  Published',
        '  Title',
        '  Author',
        '  URL',
        'The review',
        '  Regulators in Beijing opened a review of…',
        '  WHAT COMES NEXT',
        '    The ministry in Beijing said nothing…',
        'Footer',
        '  Keywords',
      ],
    );
    equal(symbols[0]?.children[2]?.detail, 'Three more platforms under review');
  });

  test('folds: header, sections, the wrapped paragraph, footer', async () => {
    const { document } = await openSeed(SEED);
    const folds = await ask<vscode.FoldingRange>('vscode.executeFoldingRangeProvider', document.uri);
    deepEqual(
      folds.map(({ start, end, kind }) => [start, end, kind === vscode.FoldingRangeKind.Region]),
      [
        [0, 3, true],
        [5, 13, false],
        [7, 9, false],
        [11, 13, false],
        [15, 16, true],
      ],
    );
  });

  test('links: ours beside those that VS Code finds, none of them twice', async () => {
    const { document } = await openSeed(SEED);
    await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', document.uri);
    const links = await until('ours are there', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return found.length > 1 && found;
    });
    deepEqual(
      links.map(({ range, target }) => [document.getText(range), target?.toString(true)]),
      [
        ['https://news.example/review', 'https://news.example/review'],
        ['www.news.example', 'https://www.news.example/'],
        ['desk@news.example', 'mailto:desk@news.example'],
        ['examplenews', 'https://x.com/examplenews'],
        ['ExampleNews', 'https://www.youtube.com/@ExampleNews'],
      ],
    );
  });

  test('the source of a fact leads to the seed', async () => {
    const { document: seed } = await openSeed(SEED);
    const name = seed.uri.path.slice(seed.uri.path.lastIndexOf('/') + 1);
    // Beside the seed: the path is looked for from the project's folder first, and found from the file's own.
    const facts = vscode.Uri.joinPath(seed.uri, '..', 'vscode-test.facts.yaml');
    await write(
      facts,
      `entities:\n  - id: vscode-test\n    type: organization\n    name: Vscode Test\n    facts:\n      - {what: said, value: so, source: ${name}}\n    links: {wikidata: Q1}\n`,
    );
    await show(facts);
    const links = await until('the links are there', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', facts, 9);
      return found.length === 2 && found;
    });
    deepEqual(
      links.map(({ target }) => target?.path),
      [seed.uri.path, '/wiki/Q1'],
    );
  });

  test('Expand Selection goes from the word to the document', async () => {
    const { document } = await openSeed(SEED);
    const position = rangeOf(document, 'Limited').start.translate(0, 2);
    const steps = await until('steps are there', async () => {
      const [first] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [position],
      );
      const texts: string[] = [];
      for (let step = first; step; step = step.parent as vscode.SelectionRange)
        texts.push(document.getText(step.range));
      return texts.some((text) => text.startsWith('# The review')) && texts;
    });
    const starts = steps.map((text) => text.replace(/\s+/g, ' ').slice(0, 24));
    for (const expected of ['Limited', 'Regulators in Beijing op', '# The review Regulators '])
      ok(starts.includes(expected), `${JSON.stringify(expected)} is not among ${JSON.stringify(starts)}`);
    equal(steps.at(-1), document.getText());
  });

  test('a name is highlighted wherever it stands', async () => {
    const { document } = await openSeed(SEED);
    const position = rangeOf(document, 'Beijing').start.translate(0, 2);
    await untilEqual('highlights', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
        'vscode.executeDocumentHighlights',
        document.uri,
        position,
      );
      return found?.map(({ range }) => [range.start.line, document.getText(range)]);
    }, [
      [7, 'Beijing'],
      [13, 'Beijing'],
      [16, 'Beijing'],
    ]);
  });
});

/** What providers answer, once ours answers at all. */
function ask<T>(command: string, uri: vscode.Uri): Promise<T[]> {
  return until(`${command} answers`, async () => {
    const found = await vscode.commands.executeCommand<T[] | undefined>(command, uri);
    return found && found.length > 1 && found;
  });
}

function outline({ name, children }: vscode.DocumentSymbol, indent = ''): string[] {
  return [indent + name, ...children.flatMap((child) => outline(child, `${indent}  `))];
}
