import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { hasKeyboard, press, see } from './support/keys.ts';
import { command } from './support/seedmark.ts';
import { cleanUp, inFolder, onDisk, openSeed, REVIEW, rangeOf, tabs } from './support/seeds.ts';

const SOURCE = 'A. Writer, “Three more platforms under review”, Example News, 5 July 2021, https://news.example/review';

suite('Copy as Quotation', () => {
  teardown(cleanUp);

  test('the sentence at the cursor and several selections, with where they come from; the seed stays as it is', async () => {
    const { document, editor } = await openSeed(REVIEW, 'quote');
    const path = vscode.workspace.asRelativePath(document.uri, false);
    const { start } = rangeOf(document, 'Boss Zhipin');
    editor.selection = new vscode.Selection(start, start);
    await command('seedmark.copyQuotation', { format: 'plain' });
    equal(
      await vscode.env.clipboard.readText(),
      `“Regulators in Beijing opened a review of Kanzhun Limited, the owner of Boss Zhipin, on 2 July 2021.”\n— ${SOURCE} (${path}, line 6)`,
    );
    editor.selections = ['Wang Wenbin', 'Beijing'].map((words) => {
      const range = rangeOf(document, words);
      return new vscode.Selection(range.start, range.end);
    });
    await command('seedmark.copyQuotation', { format: 'bibtex' });
    match(await vscode.env.clipboard.readText(), /^@misc\{writer2021three,[^@]*“Beijing” .*“Wang Wenbin” /s);
    equal(document.getText(), REVIEW);
    equal(document.isDirty, false);
  });

  if (hasKeyboard) {
    test('with keys: the form is picked, and the next time it is the first', async () => {
      const { document, editor } = await openSeed(REVIEW, 'quote-keys');
      const { start } = rangeOf(document, 'said nothing');
      editor.selection = new vscode.Selection(start, start);
      const first = command('seedmark.copyQuotation');
      press(see('Copy as Quotation'), ...'markdown', 'Enter');
      await first;
      match(
        await vscode.env.clipboard.readText(),
        /^> Wang Wenbin, a spokesman .*\[Three more platforms under review\]\(/s,
      );
      await vscode.env.clipboard.writeText('');
      const second = command('seedmark.copyQuotation');
      press(see('Copy as Quotation'), 'Enter');
      await second;
      match(await vscode.env.clipboard.readText(), /^> Wang Wenbin/);
      equal(document.getText(), REVIEW);
    });
  }
});

suite('Export', () => {
  teardown(cleanUp);

  test('one seed, and all of the workspace with those that are closed, into files; nothing is opened or written over', async () => {
    const { document } = await openSeed(REVIEW, 'export');
    await command('seedmark.tag', { type: 'organization', ranges: [rangeOf(document, 'Kanzhun Limited')] });
    const one = inFolder('vscode-test-one.jsonld');
    await command('seedmark.export', { format: 'web-annotation', scope: 'document', target: one.toString() });
    const collection = JSON.parse((await onDisk(one)) ?? '{}');
    equal(collection.total, 1);
    const [quote, position] = collection.first.items[0].target.selector;
    equal(quote.exact, 'Kanzhun Limited');
    equal(position.start, REVIEW.indexOf('Kanzhun Limited'));

    const all = inFolder('vscode-test-all.csv');
    await command('seedmark.export', { format: 'csv', scope: 'workspace', mark: true, target: all.toString() });
    const bytes = await vscode.workspace.fs.readFile(all);
    deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
    const table = (await onDisk(all)) ?? '';
    match(table, /^\ufeff?seed,line,column,quote,/);
    ok(table.includes(`${vscode.workspace.asRelativePath(document.uri, false)},6,`), table);
    // A sample that nobody has opened.
    ok(table.includes('2012-10-30-sandy.txt,'), table);
    equal(tabs().length, 1, 'tabs');

    await command('seedmark.export', { format: 'csv', scope: 'document', target: document.uri.toString() });
    equal(await onDisk(document.uri), REVIEW);
    equal(document.isDirty, false);
  });

  if (hasKeyboard) {
    test('with keys: format and extent are picked', async () => {
      const { document } = await openSeed(REVIEW, 'export-keys');
      await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
      const target = inFolder('vscode-test-keys.csv');
      const done = command('seedmark.export', { target: target.toString() });
      press(see('Export: Format'), ...'csv', 'Enter', see('Export: Annotations'), 'Enter');
      await done;
      match((await onDisk(target)) ?? '', /,6,15,Beijing,/);
    });
  }
});
