import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { hasKeyboard, press, see } from './support/keys.ts';
import { command } from './support/seedmark.ts';
import { cleanUp, onDisk, openSeed, tabs } from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

const BODY = `
Regulators in Beijing opened a review of Kanzhun Limited on 2 July 2021.
Publised: this line is evidence, too.
`;
const HEADER = 'Source: Example News Published: 05/07/2021\n';
const SEED = HEADER + BODY;

suite('Fill In Missing Metadata', () => {
  teardown(cleanUp);

  test('answers given beforehand are one edit: one undo takes all of them back, one redo brings them again', async () => {
    const { document } = await openSeed(SEED, 'fill');
    await command('seedmark.fillMetadata', {
      values: { title: 'Review: Kanzhun', url: 'https://news.example/r', published: '2021-07-05', author: 'A. Writer' },
    });
    const filled = `Source: Example News Published: 2021-07-05
Title: Review: Kanzhun
Author: A. Writer
URL: https://news.example/r
${BODY}`;
    equal(document.getText(), filled);
    ok(document.isDirty, 'the seed was saved behind the user’s back');
    equal(await onDisk(document.uri), SEED);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), SEED);
    await untilEqual('unsaved', () => document.isDirty, false);
    await vscode.commands.executeCommand('redo');
    equal(document.getText(), filled);
    equal(tabs().length, 1, 'tabs');
  });

  test('one undo for front matter and footer at once', async () => {
    const text = `---\nsource: Example News\n---\n${BODY}\nAuthor:\n`;
    const { document } = await openSeed(text, 'fill-front');
    await command('seedmark.fillMetadata', { values: { title: 'Review: Kanzhun', author: 'A. Writer' } });
    equal(document.getText(), `---\nsource: Example News\ntitle: "Review: Kanzhun"\n---\n${BODY}\nAuthor: A. Writer\n`);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text);
  });

  test('a text that was typed into a moment ago', async () => {
    const { document, editor } = await openSeed(SEED, 'fill-typing');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Title: T\n'));
    await command('seedmark.fillMetadata', { values: { language: 'en' } });
    equal(document.getText(), `Title: T\nLanguage: en\n${HEADER}${BODY}`);
  });

  test('no answer, no change', async () => {
    const { document } = await openSeed(SEED, 'fill-nothing');
    await command('seedmark.fillMetadata', { values: {} });
    equal(document.getText(), SEED);
    equal(document.isDirty, false);
  });

  test('the quick fix opens the form', async () => {
    const { document } = await openSeed(SEED, 'fill-fix');
    const actions = await until('the quick fix is there', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 0),
        'quickfix',
      );
      const ours = found.filter(({ title }) => title === 'Fill in missing metadata…');
      return ours.length > 0 && ours;
    });
    deepEqual(
      actions.map((action) => action.command?.command),
      ['seedmark.fillMetadata'],
    );
  });

  test('the refactorings are offered in the header, by their kind', async () => {
    const { document } = await openSeed(`Title: T\nSource: X\n${BODY}`, 'rewrite');
    const offered = async (line: number) => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(line, 0, line, 0),
        'refactor.rewrite',
      );
      return found.filter(({ kind }) => kind?.value === 'refactor.rewrite');
    };
    await untilEqual('in the body', async () => (await offered(4)).length, 0);
    const actions = await offered(0);
    deepEqual(
      actions.map(({ title }) => title),
      [
        'Convert the header to front matter',
        'Order the fields',
        'Fill in keywords from the names the text mentions most',
      ],
    );
    const [convert] = actions;
    ok(convert?.edit, 'no edit');
    await vscode.workspace.applyEdit(convert.edit);
    equal(document.getText(), `---\nsource: X\ntitle: T\n---\n${BODY}`);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), `Title: T\nSource: X\n${BODY}`);
  });
});

if (hasKeyboard) {
  suite('Fill In Missing Metadata with the keyboard', () => {
    teardown(cleanUp);

    const type = (text: string) => [...text];

    test('typed, picked, skipped; one undo', async () => {
      const body = `${BODY}More: https://x.org/r\n`;
      const { document } = await openSeed(HEADER + body, 'fill-keys');
      const done = command('seedmark.fillMetadata');
      // Published: the first suggestion. Title: typed. Author: an empty box skips. URL: the one in the text.
      press(
        'ArrowDown',
        'Enter',
        see('2/4'),
        ...type('Review'),
        'Enter',
        see('3/4'),
        'Enter',
        see('4/4'),
        'ArrowDown',
        'Enter',
      );
      await done;
      equal(
        document.getText(),
        `Source: Example News Published: 2021-07-05\nTitle: Review\nURL: https://x.org/r\n${body}`,
      );
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), HEADER + body);
    });

    test('Escape keeps what is done', async () => {
      const { document } = await openSeed(SEED, 'fill-escape');
      const done = command('seedmark.fillMetadata');
      press('Enter', see('2/4'), ...type('Review'), 'Enter', see('3/4'), ...type('Nobody'), 'Escape');
      await done;
      equal(document.getText(), `${HEADER}Title: Review\n${BODY}`);
    });

    test('Back goes back, to the answer that was given', async () => {
      const { document } = await openSeed(SEED, 'fill-back');
      const done = command('seedmark.fillMetadata');
      press(
        'Enter',
        see('2/4'),
        'T',
        'Enter',
        see('3/4'),
        'Shift+Tab',
        'Enter',
        see('2/4'),
        'End',
        'U',
        'Enter',
        see('3/4'),
        'Escape',
      );
      await done;
      equal(document.getText(), `${HEADER}Title: TU\n${BODY}`);
    });

    test('a wrong day is not taken', async () => {
      const { document } = await openSeed(SEED, 'fill-wrong');
      const done = command('seedmark.fillMetadata');
      press(...type('yesterday'), 'Enter', 'Enter', 'Enter', 'Escape');
      await done;
      equal(document.getText(), SEED);
    });

    test('no letter reaches the seed', async () => {
      const { document } = await openSeed(SEED, 'fill-letters');
      const done = command('seedmark.fillMetadata');
      press(...type('xyz'), 'Escape');
      await done;
      equal(document.getText(), SEED);
      equal(document.isDirty, false);
    });
  });
}
