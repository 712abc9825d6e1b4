import * as vscode from 'vscode';
import { deepEqual, equal } from './assert.ts';
import { atRest, command } from './support/seedmark.ts';
import { cleanUp, onDisk, openSeed, REVIEW, rangeOf, show, tabs, unsaved } from './support/seeds.ts';
import { changed } from './support/undo.ts';
import { until, untilEqual } from './support/until.ts';

/** The whole state that a user cares for. */
interface State {
  readonly seed: string;
  readonly sidecar: string | undefined;
}

// The empty insert that binds an edit to the seed's undo stack is no promise of VS Code's: these tests hold it.
suite('One Ctrl+Z in the seed takes back a whole command', () => {
  teardown(cleanUp);

  test('tag, type, tag; three undos and three redos are each exact', async () => {
    const { document, editor, sidecar } = await openSeed(REVIEW, 'undo');
    const state = async (): Promise<State> => ({ seed: document.getText(), sidecar: await onDisk(sidecar) });
    const events: string[] = [];
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) events.push(event.contentChanges.map(({ text }) => text).join());
    });
    try {
      const states: State[] = [{ seed: REVIEW, sidecar: '' }];

      await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
      equal(document.isDirty, false, 'the seed is dirty from tagging');
      equal(events.length, 0, 'tagging changed the seed');
      states.push(await state());

      const end = document.positionAt(document.getText().length);
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand('type', { text: 'x' });
      equal(document.getText(), `${REVIEW}x`);
      states.push(await state());

      await command('seedmark.tag', { type: 'organization', ranges: [rangeOf(document, 'Kanzhun Limited')] });
      equal(document.getText(), `${REVIEW}x`);
      states.push(await state());
      equal(new Set(states.map((one) => JSON.stringify(one))).size, 4, 'different states');

      for (const round of ['first', 'second']) {
        for (const at of [2, 1, 0]) {
          await vscode.commands.executeCommand('undo');
          await untilEqual(`${round} round, after undo`, state, states[at] as State);
          await untilEqual('unsaved', unsaved, at >= 2 ? [document.uri.toString()] : []);
        }
        for (const at of [1, 2, 3]) {
          await vscode.commands.executeCommand('redo');
          await untilEqual(`${round} round, after redo`, state, states[at] as State);
          await untilEqual('unsaved', unsaved, at >= 2 ? [document.uri.toString()] : []);
        }
      }
      await untilEqual('tabs', () => tabs().length, 1);
    } finally {
      listener.dispose();
    }
  });

  test('removing is taken back too', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'undo-remove');
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    const tagged = (await onDisk(sidecar)) ?? '';
    await command('seedmark.removeAnnotation', { ids: [/id: (\S+)/.exec(tagged)?.[1]] });
    const removed = await onDisk(sidecar);
    await vscode.commands.executeCommand('undo');
    await untilEqual('the sidecar', () => onDisk(sidecar), tagged);
    await vscode.commands.executeCommand('redo');
    await untilEqual('the sidecar', () => onDisk(sidecar), removed);
    await untilEqual('unsaved', unsaved, []);
  });

  test('several annotations of one command are one step', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'undo-many');
    await command('seedmark.tag', {
      type: 'place',
      ranges: ['Beijing', 'China', 'Kanzhun Limited'].map((words) => rangeOf(document, words)),
    });
    const tagged = await onDisk(sidecar);
    await vscode.commands.executeCommand('undo');
    await untilEqual('the sidecar', () => onDisk(sidecar), '');
    await vscode.commands.executeCommand('redo');
    await untilEqual('the sidecar', () => onDisk(sidecar), tagged);
  });

  test('a key held down: each undo as soon as the one before has happened', async () => {
    const { document, sidecar } = await openSeed(REVIEW, 'undo-fast');
    const words = ['Beijing', 'Kanzhun Limited', 'Boss Zhipin', 'Wang Wenbin', 'China'];
    for (const one of words) await command('seedmark.tag', { type: 'event', ranges: [rangeOf(document, one)] });
    const tagged = await onDisk(sidecar);
    for (let round = 0; round < 3; round++) {
      for (const _ of words) await changed(sidecar, 'undo');
      await untilEqual('the sidecar', () => onDisk(sidecar), '');
      await atRest();
      for (const _ of words) await changed(sidecar, 'redo');
      await untilEqual('the sidecar', () => onDisk(sidecar), tagged);
      await atRest();
    }
    await untilEqual('unsaved', unsaved, []);
  });

  test('a redo while its undo is being saved', async () => {
    for (let round = 0; round < 3; round++) {
      const { document, sidecar } = await openSeed(REVIEW, 'undo-race');
      await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
      const tagged = await onDisk(sidecar);
      await changed(sidecar, 'undo');
      // The moment in which the file is written.
      await until('the undo reaches the disk', async () => (await onDisk(sidecar)) === '');
      await changed(sidecar, 'redo');
      await untilEqual('the sidecar', () => onDisk(sidecar), tagged);
      await untilEqual('unsaved', unsaved, []);
    }
  });

  test('cursor and selection stay where they are', async () => {
    const { document, editor } = await openSeed(REVIEW, 'undo-cursor');
    const { start, end } = rangeOf(document, 'Boss Zhipin');
    editor.selection = new vscode.Selection(start, end);
    await command('seedmark.tag', { type: 'product' });
    deepEqual([editor.selection.start, editor.selection.end].map(at), [start, end].map(at));
    await vscode.commands.executeCommand('undo');
    await untilEqual('unsaved', unsaved, []);
    deepEqual([editor.selection.start, editor.selection.end].map(at), [start, end].map(at));
  });

  test('an undo in one seed leaves another seed alone', async () => {
    const first = await openSeed(REVIEW, 'undo-one');
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(first.document, 'Beijing')] });
    const tagged = await onDisk(first.sidecar);
    const second = await openSeed(REVIEW, 'undo-other');
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(second.document, 'China')] });
    await vscode.commands.executeCommand('undo');
    await untilEqual('the sidecar', () => onDisk(second.sidecar), '');
    equal(await onDisk(first.sidecar), tagged);
    await show(first.document.uri);
    await vscode.commands.executeCommand('undo');
    await untilEqual('the sidecar', () => onDisk(first.sidecar), '');
  });
});

function at({ line, character }: vscode.Position): string {
  return `${line}:${character}`;
}
