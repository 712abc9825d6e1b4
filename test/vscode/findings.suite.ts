import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { apply, codes, quickFix } from './support/findings.ts';
import { cleanUp, onDisk, openSeed, REVIEW, rangeOf, tabs, unsaved, write } from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

suite('Findings that may stay', () => {
  teardown(cleanUp);

  test('an accepted finding is gone and written down; one Ctrl+Z in the seed brings it back', async () => {
    const { document, sidecar } = await openSeed(`${REVIEW}Key Words: Beijing; CPC\n`);
    await untilEqual('findings', () => codes(document), ['keyword-not-in-text']);
    await apply(await until('there is a quick fix', () => quickFix(document, /^Accept/)));
    await untilEqual('findings', () => codes(document), []);
    const text = (await onDisk(sidecar)) ?? '';
    match(text, /^accepted:\n {2}- code: keyword-not-in-text\n {4}quote: CPC$/m);
    equal(document.isDirty, false, 'the seed is dirty');
    // The file is on the disk a moment before VS Code says that it is saved.
    await untilEqual('unsaved', async () => unsaved(), []);
    equal(tabs().length, 1, 'tabs');
    await vscode.commands.executeCommand('undo');
    await untilEqual('findings', () => codes(document), ['keyword-not-in-text']);
    await untilEqual('the sidecar', () => onDisk(sidecar), '');
    await vscode.commands.executeCommand('redo');
    await untilEqual('findings', () => codes(document), []);
    await untilEqual('the sidecar', () => onDisk(sidecar), text);
  });

  test('which day a date of the body means is annotated; the body stays as it is', async () => {
    const text = REVIEW.replace('2 July 2021', '02/07/2021');
    const { document, sidecar } = await openSeed(text);
    await untilEqual('findings', () => codes(document), ['ambiguous-date']);
    await apply(await until('there is a quick fix', () => quickFix(document, /Annotate as 2 July 2021/)));
    await untilEqual('findings', () => codes(document), []);
    match((await onDisk(sidecar)) ?? '', /quote: 02\/07\/2021$[\s\S]*attributes: \{ value: "2021-07-02" \}/m);
    equal(document.getText(), text);
  });

  test('a date of the metadata is written as ISO, in either reading', async () => {
    const { document } = await openSeed(REVIEW.replace('2021-07-05', '05/07/2021'));
    await untilEqual('findings', () => codes(document), ['ambiguous-date']);
    await until('the other reading is offered', () => quickFix(document, /^Write 2021-05-07$/));
    await apply(await until('there is a quick fix', () => quickFix(document, /^Write 2021-07-05$/)));
    equal(document.getText(), REVIEW);
    await untilEqual('findings', () => codes(document), []);
  });

  test('a source that other seeds spell differently', async () => {
    // With a text of its own, so that it is no copy.
    const earlier = REVIEW.replace(/\n\n[\s\S]*$/, '\n\nThe canal is blocked.\n');
    const { document: other } = await openSeed(earlier);
    const { document } = await openSeed(REVIEW.replace('Example News', 'The Example-news'));
    await untilEqual('findings', () => codes(document), ['source-spelling']);
    await apply(await until('there is a quick fix', () => quickFix(document, /Change to “Example News”/)));
    await untilEqual('findings', () => codes(document), []);
    equal(document.getText(), REVIEW);
    // The other seed changes on disk: nobody writes "Example News" any more.
    await write(other.uri, earlier.replace('Example News', 'Quite Another Paper'));
    await vscode.commands.executeCommand('undo');
    await untilEqual('findings', () => codes(document), []);
  });
});

suite('Completion', () => {
  teardown(cleanUp);

  test('names of fields and dates in the metadata, nothing in prose', async () => {
    const { document } = await openSeed(`${REVIEW.replace('2021-07-05', '')}`);
    const labels = async (position: vscode.Position, trigger?: string) => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
        trigger,
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const today = new Date();
    const iso = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((n) => String(n).padStart(2, '0'))
      .join('-');
    const dates = await until('dates are offered', async () => {
      const found = await labels(rangeOf(document, 'Published: ').end, ':');
      return found.includes(iso) && found;
    });
    ok(dates.length >= 7, dates.join());
    ok((await labels(new vscode.Position(3, 0))).includes('Keywords'), 'no field names');
    deepEqual(await labels(rangeOf(document, 'Regulators').end, ':'), []);
  });
});
