import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { hasKeyboard, press } from './support/keys.ts';
import { command, inspect } from './support/seedmark.ts';
import { cleanUp, closeAll, onDisk, openSeed, REVIEW, rangeOf, show, tabs, unsaved, write } from './support/seeds.ts';
import { Unreadable } from './support/unreadable.ts';
import { until, untilEqual } from './support/until.ts';

suite('Tagging', () => {
  teardown(cleanUp);

  test('a range with a type: the annotation is on the disk, the seed is as it was', async () => {
    const { document, sidecar } = await openSeed(REVIEW);
    await command('seedmark.tag', { type: 'organization', ranges: [rangeOf(document, 'Kanzhun Limited')] });
    const text = await onDisk(sidecar);
    ok(text, 'no sidecar');
    match(text, /^seedmark: 1$/m);
    match(text, /^text: ['"]?[0-9a-f]{40}['"]?$/m);
    match(text, /type: organization$/m);
    match(text, /quote: Kanzhun Limited$/m);
    match(text, new RegExp(`at: ${REVIEW.indexOf('Kanzhun Limited')}$`, 'm'));
    equal(document.getText(), REVIEW);
    equal(document.isDirty, false, 'the seed is dirty');
    deepEqual(unsaved(), [], 'unsaved');
    equal(tabs().length, 1, 'tabs');
  });

  test('the selection, trimmed', async () => {
    const { document, editor, sidecar } = await openSeed(REVIEW);
    const words = rangeOf(document, ' Boss Zhipin, ');
    editor.selection = new vscode.Selection(words.start, words.end);
    await command('seedmark.tag', { type: 'product' });
    match((await onDisk(sidecar)) ?? '', /quote: Boss Zhipin$/m);
  });

  test('the word under the cursor where nothing is selected', async () => {
    const { document, editor, sidecar } = await openSeed(REVIEW);
    const word = rangeOf(document, 'spokesman');
    editor.selection = new vscode.Selection(word.start.translate(0, 2), word.start.translate(0, 2));
    await command('seedmark.tag', { type: 'group' });
    match((await onDisk(sidecar)) ?? '', /quote: spokesman$/m);
  });

  test('several selections at once', async () => {
    const { document, editor, sidecar } = await openSeed(REVIEW);
    editor.selections = ['Kanzhun Limited', 'Boss Zhipin'].map((words) => {
      const { start, end } = rangeOf(document, words);
      return new vscode.Selection(start, end);
    });
    await command('seedmark.tag', { type: 'organization' });
    equal(quotes(await onDisk(sidecar)).join(), 'Kanzhun Limited,Boss Zhipin');
  });

  test('the annotator of the settings is written down', async () => {
    const { document, sidecar } = await openSeed(REVIEW);
    const settings = vscode.workspace.getConfiguration('seedmark');
    await settings.update('annotator', 'Ada', vscode.ConfigurationTarget.Workspace);
    try {
      await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
      match((await onDisk(sidecar)) ?? '', /by:.*Ada|by:\s*\n\s*- Ada/);
    } finally {
      await settings.update('annotator', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('a sidecar that cannot be read at the moment is not written over', async () => {
    const files = new Unreadable(['/a.seed', '/b.seed'], '/a.seed.annotations.yaml');
    const registered = vscode.workspace.registerFileSystemProvider('seedmark-unreadable', files);
    try {
      for (const path of ['/a.seed', '/b.seed']) {
        const { document } = await show(vscode.Uri.from({ scheme: 'seedmark-unreadable', path }));
        await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
      }
      equal(files.text('/a.seed.annotations.yaml'), REVIEW);
      match(files.text('/b.seed.annotations.yaml'), /quote: Beijing$/m);
    } finally {
      await closeAll();
      registered.dispose();
    }
  });

  test('taggings asked for at once come one after another', async () => {
    const { document, sidecar } = await openSeed(REVIEW);
    const words = ['Beijing', 'Kanzhun Limited', 'Boss Zhipin', 'Wang Wenbin', 'China'];
    await Promise.all(words.map((one) => command('seedmark.tag', { type: 'event', ranges: [rangeOf(document, one)] })));
    equal(
      quotes(await onDisk(sidecar))
        .sort()
        .join(),
      [...words].sort().join(),
    );
    deepEqual(unsaved(), [], 'unsaved');
  });

  test('with the list of types: Enter takes the active row, and no letter reaches the text', async () => {
    const { document, editor, sidecar } = await openSeed(REVIEW);
    const { start, end } = rangeOf(document, 'Kanzhun Limited');
    editor.selection = new vscode.Selection(start, end);
    let done = false;
    const tagged = command('seedmark.tag').then(() => {
      done = true;
    });
    // There is no event for "the list is shown": keys pressed before it are as good as none.
    await until('the list took Enter', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done;
    });
    await tagged;
    equal(document.getText(), REVIEW);
    equal(quotes(await onDisk(sidecar)).join(), 'Kanzhun Limited');
    deepEqual(unsaved(), [], 'unsaved');
  });

  test('a list that is left tags nothing', async () => {
    const { document, editor, sidecar } = await openSeed(REVIEW);
    const { start, end } = rangeOf(document, 'Kanzhun Limited');
    editor.selection = new vscode.Selection(start, end);
    let done = false;
    command('seedmark.tag').then(() => {
      done = true;
    });
    await until('the list is closed', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return done;
    });
    equal(document.getText(), REVIEW);
    equal(await onDisk(sidecar), undefined);
  });

  test('a sidecar that people wrote keeps its comments and its style', async () => {
    const { document, sidecar } = await openSeed(REVIEW);
    const mine =
      '# checked by Ada\nseedmark: 1\nannotations:\n    -   id: k7m9qf3t\n        type: place\n        quote: "Beijing"  # the city\n';
    await write(sidecar, mine);
    await untilEqual('what is drawn', async () => Object.keys((await inspect()).drawn), ['place']);
    await command('seedmark.tag', { type: 'organization', ranges: [rangeOf(document, 'Kanzhun Limited')] });
    const text = (await onDisk(sidecar)) ?? '';
    match(text, /^# checked by Ada$/m);
    match(text, /quote: "Beijing" {2}# the city$/m);
    equal(quotes(text).length, 2);
  });

  test('a sidecar with unsaved changes in a tab is left unsaved', async () => {
    const { document, sidecar } = await openSeed(REVIEW);
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    const before = await onDisk(sidecar);
    const { editor } = await show(sidecar);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
    await show(document.uri);
    await command('seedmark.tag', { type: 'organization', ranges: [rangeOf(document, 'Boss Zhipin')] });
    equal(await onDisk(sidecar), before, 'saved behind the user’s back');
    equal(quotes(editor.document.getText()).length, 2);
    await editor.document.save();
  });

  test('a broken sidecar is not written over', async () => {
    const { document, sidecar } = await openSeed(REVIEW);
    const broken = 'seedmark: 1\nannotations:\n<<<<<<< ours\n  - id: a1\n=======\n  - id: b2\n>>>>>>> theirs\n';
    await write(sidecar, broken);
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    const text = (await onDisk(sidecar)) ?? '';
    for (const line of broken.split('\n')) ok(text.includes(line), `lost: ${line}`);
  });

  test('an annotation is removed by id, and the one at the cursor', async () => {
    const { document, editor, sidecar } = await openSeed(REVIEW);
    for (const [words, type] of [
      ['Beijing', 'place'],
      ['Boss Zhipin', 'product'],
    ] as const) {
      await command('seedmark.tag', { type, ranges: [rangeOf(document, words)] });
    }
    const id = /id: (\S+)/.exec((await onDisk(sidecar)) ?? '')?.[1];
    await command('seedmark.removeAnnotation', { ids: [id] });
    equal(quotes(await onDisk(sidecar)).join(), 'Boss Zhipin');
    const at = rangeOf(document, 'Boss Zhipin').start.translate(0, 3);
    editor.selection = new vscode.Selection(at, at);
    await command('seedmark.removeAnnotation');
    equal(quotes(await onDisk(sidecar)).join(), '');
    equal(document.isDirty, false, 'the seed is dirty');
    deepEqual(unsaved(), [], 'unsaved');
  });

  test('a link asks before it removes', async () => {
    const { document, sidecar } = await openSeed(REVIEW);
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    const link = {
      uri: document.uri.toString(),
      ids: [/id: (\S+)/.exec((await onDisk(sidecar)) ?? '')?.[1]],
      ask: true,
    };
    for (const [key, left] of [
      ['workbench.action.closeQuickOpen', 'Beijing'],
      ['workbench.action.acceptSelectedQuickOpenItem', ''],
    ] as const) {
      let done = false;
      command('seedmark.removeAnnotation', link).then(() => {
        done = true;
      });
      await until(`the list took ${key}`, async () => {
        await vscode.commands.executeCommand(key);
        return done;
      });
      equal(quotes(await onDisk(sidecar)).join(), left);
    }
  });

  test('of nested annotations, the innermost is offered first', async () => {
    const { document, editor, sidecar } = await openSeed(REVIEW);
    await command('seedmark.tag', {
      type: 'organization',
      ranges: [rangeOf(document, 'Ministry of Foreign Affairs of China')],
    });
    const china = rangeOf(document, 'China');
    await command('seedmark.tag', { type: 'place', ranges: [china] });
    editor.selection = new vscode.Selection(china.start.translate(0, 1), china.start.translate(0, 1));
    let done = false;
    command('seedmark.removeAnnotation').then(() => {
      done = true;
    });
    await until('the list took Enter', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done;
    });
    equal(quotes(await onDisk(sidecar)).join(), 'Ministry of Foreign Affairs of China');
  });

  test('an empty sidecar goes when its seed is closed', async () => {
    const { document, sidecar } = await openSeed(REVIEW);
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    await vscode.commands.executeCommand('undo');
    await untilEqual('the sidecar', () => onDisk(sidecar), '');
    await closeAll();
    await untilEqual('the sidecar', () => onDisk(sidecar), undefined);
  });

  test('a sidecar that is deleted takes its annotations along', async () => {
    const { document, sidecar } = await openSeed(REVIEW);
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    await vscode.workspace.fs.delete(sidecar);
    await untilEqual('what is drawn', async () => (await inspect()).drawn, {});
    await command('seedmark.tag', { type: 'product', ranges: [rangeOf(document, 'Boss Zhipin')] });
    equal(quotes(await onDisk(sidecar)).join(), 'Boss Zhipin');
  });

  test('a sidecar that has annotations stays when its seed is closed', async () => {
    const { document, sidecar } = await openSeed(REVIEW);
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    const { uri } = document;
    await closeAll();
    await until(
      'the seed is closed',
      () => !vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri.toString()),
    );
    equal(quotes(await onDisk(sidecar)).join(), 'Beijing');
    await show(uri);
    await untilEqual('what is drawn', async () => Object.keys((await inspect()).drawn), ['place']);
  });
});

if (hasKeyboard) {
  suite('Picking a type by its letter', () => {
    teardown(cleanUp);

    test('one letter tags', async () => {
      const { document, editor, sidecar } = await openSeed(REVIEW);
      const { start, end } = rangeOf(document, 'Boss Zhipin');
      editor.selection = new vscode.Selection(start, end);
      const done = command('seedmark.tag');
      press('o');
      await done;
      await until(
        'the annotation is on disk',
        async () => (await onDisk(sidecar))?.includes('type: organization') === true,
      );
      deepEqual(quotes(await onDisk(sidecar)), ['Boss Zhipin']);
      equal(document.getText(), REVIEW);
    });

    test('no letter or capital that stands for no type reaches the seed; Escape leaves everything as it was', async () => {
      const { document, editor, sidecar } = await openSeed(REVIEW);
      const { start, end } = rangeOf(document, 'Boss Zhipin');
      editor.selection = new vscode.Selection(start, end);
      const done = command('seedmark.tag');
      press('y', 'j', 'k', 'b', 'Shift+Y', 'Shift+K', 'Escape');
      await done;
      equal(document.getText(), REVIEW);
      equal(document.isDirty, false);
      equal(await onDisk(sidecar), undefined);
    });
  });
}

suite('What is drawn', () => {
  teardown(cleanUp);

  test('annotations have boxes, suggestions dashed ones, rejected ones dotted lines', async () => {
    const { document, sidecar } = await openSeed(REVIEW);
    const entry = (id: string, type: string, quote: string, status: string) =>
      `  - id: ${id}\n    type: ${type}\n    quote: ${quote}\n    at: ${REVIEW.indexOf(quote)}\n    status: ${status}\n`;
    await write(
      sidecar,
      `seedmark: 1\nannotations:\n${entry('a1', 'place', 'Beijing', 'confirmed')}${entry('b2', 'product', 'Boss Zhipin', 'suggested')}${entry('c3', 'person', 'Wang Wenbin', 'rejected')}`,
    );
    await untilEqual('what is drawn', drawn, {
      place: [numbers(rangeOf(document, 'Beijing'))],
      'product suggested': [numbers(rangeOf(document, 'Boss Zhipin'))],
      rejected: [numbers(rangeOf(document, 'Wang Wenbin'))],
    });
  });

  test('nested annotations are all drawn, and follow taggings, undo and removal', async () => {
    const { document } = await openSeed(REVIEW);
    const outer = rangeOf(document, 'Ministry of Foreign Affairs of China');
    const inner = rangeOf(document, 'China');
    await command('seedmark.tag', { type: 'organization', ranges: [outer] });
    await command('seedmark.tag', { type: 'place', ranges: [inner] });
    await untilEqual('what is drawn', drawn, { organization: [numbers(outer)], 'place inside 1': [numbers(inner)] });
    await vscode.commands.executeCommand('undo');
    await untilEqual('what is drawn', drawn, { organization: [numbers(outer)] });
    await vscode.commands.executeCommand('undo');
    await untilEqual('what is drawn', drawn, {});
  });

  test('an annotation inside one of its own type has a box of its own', async () => {
    const { document } = await openSeed(REVIEW);
    const outer = rangeOf(document, 'Ministry of Foreign Affairs of China');
    const inner = rangeOf(document, 'Ministry of Foreign Affairs');
    await command('seedmark.tag', { type: 'organization', ranges: [outer] });
    await command('seedmark.tag', { type: 'organization', ranges: [inner] });
    await untilEqual('what is drawn', drawn, {
      organization: [numbers(outer)],
      'organization inside 1': [numbers(inner)],
    });
  });

  test('boxes move with the text', async () => {
    const { document, editor } = await openSeed(REVIEW);
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    await editor.edit((edit) => edit.insert(rangeOf(document, 'Regulators').start, 'Yesterday\n'));
    await untilEqual('what is drawn', drawn, { place: [numbers(rangeOf(document, 'Beijing'))] });
  });

  test('the status bar counts', async () => {
    const { document } = await openSeed(REVIEW);
    await untilEqual('the status', status, '$(tag) 0 annotations');
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    await untilEqual('the status', status, '$(tag) 1 annotation');
    await closeAll();
    await untilEqual('the status', status, undefined);
  });
});

function quotes(sidecar: string | undefined): string[] {
  return [...(sidecar ?? '').matchAll(/^[\s-]*quote: ["']?(.*?)["']?\s*(?:#.*)?$/gm)].map(([, quote]) => quote ?? '');
}

async function drawn(): Promise<unknown> {
  const { drawn } = await inspect();
  return Object.fromEntries(Object.entries(drawn).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function status(): Promise<string | undefined> {
  return (await inspect()).statusText;
}

function numbers({ start, end }: vscode.Range): number[] {
  return [start.line, start.character, end.line, end.character];
}
