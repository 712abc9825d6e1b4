import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { hasKeyboard, press, see } from './support/keys.ts';
import { command, inspect, serverRuns } from './support/seedmark.ts';
import { cleanUp, closeAll, inFolder, onDisk, tabs, write } from './support/seeds.ts';
import { until } from './support/until.ts';

const PASTE = 'Old lock to reopen after six years\r\nBy Jane Doe\r\n5 July 2021\r\n\r\nThe board voted to open it.\r\n';
const HEADER =
  'Source: Harbour Times\r\nPublished: 2021-07-05\r\nTitle: Old lock to reopen after six years\r\nAuthor: Jane Doe\r\n\r\n';
const ANSWERS = { source: 'Harbour Times' };

suite('New Seed from Clipboard', () => {
  suiteSetup(async () => {
    await inspect();
    await serverRuns();
  });
  teardown(cleanUp);

  test('what was pasted stands behind its header, byte for byte, in a new file that is open as a seed', async () => {
    const uri = inFolder('vscode-test-new/a.txt');
    await vscode.env.clipboard.writeText(PASTE);
    await command('seedmark.newSeedFromClipboard', { answers: ANSWERS, path: 'vscode-test-new/a.txt' });
    equal(await onDisk(uri), HEADER + PASTE);
    const document = vscode.window.activeTextEditor?.document;
    equal(document?.uri.toString(), uri.toString());
    equal(document?.languageId, 'seed');
    equal(document?.isDirty, false);
  });

  test('a file that is there is never written over', async () => {
    const uri = inFolder('seeds/vscode-test-there.txt');
    await write(uri, 'mine');
    await vscode.env.clipboard.writeText(PASTE);
    await command('seedmark.newSeedFromClipboard', { answers: ANSWERS, path: 'seeds/vscode-test-there.txt' });
    equal(await onDisk(uri), 'mine');
    deepEqual(tabs(), [], 'something was opened');
  });

  test('nothing is written outside of the workspace, and nothing for an empty clipboard', async () => {
    await vscode.env.clipboard.writeText(PASTE);
    await command('seedmark.newSeedFromClipboard', { answers: ANSWERS, path: '../vscode-test-out.txt' });
    await vscode.env.clipboard.writeText(' \n');
    const uri = inFolder('seeds/vscode-test-empty.txt');
    await command('seedmark.newSeedFromClipboard', { answers: ANSWERS, path: 'seeds/vscode-test-empty.txt' });
    equal(await onDisk(uri), undefined);
    deepEqual(tabs(), [], 'something was opened');
  });

  test('Enter takes what is proposed, also the path', async () => {
    await vscode.env.clipboard.writeText(`${PASTE}\r\nhttps://www.bbc.co.uk/news/vscode-test\r\n`);
    const uri = inFolder('bbc-news-2021-07-05-old-lock-to-reopen-after-six-years.txt');
    await answer('workbench.action.acceptSelectedQuickOpenItem');
    match((await onDisk(uri)) ?? '', /^Source: BBC News\r\n/);
    // A second time the path is taken, and another one proposed.
    await closeAll();
    const second = inFolder('bbc-news-2021-07-05-old-lock-to-reopen-after-six-years-2.txt');
    await answer('workbench.action.acceptSelectedQuickOpenItem');
    match((await onDisk(second)) ?? '', /^Source: BBC News\r\n/);
  });

  test('Escape leaves everything as it was', async () => {
    await vscode.env.clipboard.writeText(PASTE);
    const before = await vscode.workspace.findFiles('*2021-07-05-old-lock*');
    await answer('workbench.action.closeQuickOpen');
    equal((await vscode.workspace.findFiles('*2021-07-05-old-lock*')).length, before.length);
    deepEqual(tabs(), [], 'something was opened');
  });

  if (hasKeyboard) {
    test('with keys: the source is typed, the date of the paste is kept, the path edited', async () => {
      await vscode.env.clipboard.writeText('Old lock to reopen after six years\nDate 05/07/2021\n\nThe board voted.\n');
      const uri = inFolder('k.txt');
      const done = command('seedmark.newSeedFromClipboard');
      press(
        ...[see('1 of 3'), 'K', 'Enter'],
        // The proposed day has two readings: Enter does not take it.
        ...[see('2 of 3'), 'Enter', see('can be read as'), 'ControlOrMeta+a', ...'2021-07-05', 'Enter'],
        // The name is selected without its ending.
        ...[see('3 of 3'), 'k', 'Enter'],
      );
      await done;
      equal(
        await until('the seed is written', () => onDisk(uri)),
        'Source: K\nPublished: 2021-07-05\nTitle: Old lock to reopen after six years\n\nOld lock to reopen after six years\nDate 05/07/2021\n\nThe board voted.\n',
      );
    });
  }
});

/** Runs the command and answers every box alike, until it has ended. */
async function answer(key: string): Promise<void> {
  let done = false;
  command('seedmark.newSeedFromClipboard').then(() => {
    done = true;
  });
  await until(`the boxes took ${key}`, async () => {
    await vscode.commands.executeCommand(key);
    return done;
  });
  ok(done, 'the command goes on');
}
