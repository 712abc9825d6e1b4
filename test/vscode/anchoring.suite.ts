import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { apply, codes, quickFix } from './support/findings.ts';
import { git, hasGit } from './support/git.ts';
import { hasKeyboard, press } from './support/keys.ts';
import { command, inspect } from './support/seedmark.ts';
import {
  cleanUp,
  closeAll,
  inFolder,
  onDisk,
  openSeed,
  REVIEW,
  rangeOf,
  show,
  unsaved,
  write,
} from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

suite('Annotations keep their places', () => {
  teardown(cleanUp);

  test('edited above, inside, across and undone', async () => {
    const { document, editor } = await annotated('edited');
    await replace(editor, 'Title: Three', 'Title: Only\nTitle: Three');
    await shows(document, ['Kanzhun Limited', 'Boss Zhipin']);
    await replace(editor, 'Kanzhun Limited', 'Kanzhun (China) Limited');
    await shows(document, ['Kanzhun (China) Limited', 'Boss Zhipin']);
    await untilEqual('findings', () => codes(document), ['changed-annotation', 'duplicate-field']);
    // From the middle of one to behind the other.
    await replace(editor, 'anzhun (China) Limited, the owner of Boss Zhip', '');
    await shows(document, []);
    await untilEqual('findings', () => codes(document), [
      'duplicate-field',
      'orphaned-annotation',
      'orphaned-annotation',
    ]);
    for (const words of [
      ['Kanzhun (China) Limited', 'Boss Zhipin'],
      ['Kanzhun Limited', 'Boss Zhipin'],
    ]) {
      await vscode.commands.executeCommand('undo');
      await shows(document, words);
    }
    await vscode.commands.executeCommand('undo');
    await shows(document, ['Kanzhun Limited', 'Boss Zhipin']);
    equal(document.getText(), REVIEW);
    await untilEqual('findings', () => codes(document), []);
  });

  test('letter by letter: deleted with Backspace, typed again', async () => {
    const { document, editor } = await annotated('letters');
    const { end } = rangeOf(document, 'Boss Zhipin');
    editor.selection = new vscode.Selection(end, end);
    for (const _ of 'Zhipin') await vscode.commands.executeCommand('deleteLeft');
    await shows(document, ['Kanzhun Limited']);
    for (const text of 'Zhipin') await vscode.commands.executeCommand('type', { text });
    await shows(document, ['Kanzhun Limited', 'Boss Zhipin']);
    equal(document.getText(), REVIEW);
  });

  test('lines moved by keyboard, and a line cut and pasted', async () => {
    const { document, editor } = await annotated('moved');
    const line = rangeOf(document, 'Regulators').start.line;
    editor.selection = new vscode.Selection(line, 3, line, 3);
    await vscode.commands.executeCommand('editor.action.moveLinesDownAction');
    await shows(document, ['Kanzhun Limited', 'Boss Zhipin']);
    ok(rangeOf(document, 'Regulators').start.line > line, 'the line did not move');
    const words = document.lineAt(rangeOf(document, 'Regulators').start.line).text;
    await replace(editor, `${words}\n`, '');
    await shows(document, []);
    await replace(editor, 'Wang Wenbin', `${words}\n\nWang Wenbin`);
    await shows(document, ['Kanzhun Limited', 'Boss Zhipin']);
  });

  test('two editors on one seed', async () => {
    const { document } = await annotated('two');
    const second = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    await replace(second, 'Regulators', 'China’s regulators');
    await shows(document, ['Kanzhun Limited', 'Boss Zhipin']);
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await shows(document, ['Kanzhun Limited', 'Boss Zhipin']);
  });

  test('changed on the disk under an open editor, and under a closed one', async () => {
    const { document } = await annotated('disk');
    const changed = REVIEW.replace('Title:', 'Title: New:').replace('Regulators in', 'On Friday the regulators in');
    await write(document.uri, changed);
    await untilEqual('the text', () => document.getText(), changed);
    await shows(document, ['Kanzhun Limited', 'Boss Zhipin']);
    await closeAll();
    // The other Kanzhun Limited, in the sentence that is now the last one of two alike, was never annotated.
    const sentence =
      'Wang Wenbin, a spokesman for the Ministry of Foreign Affairs of China, said nothing about Kanzhun Limited.\n';
    await write(document.uri, changed.replace('\nOn Friday', `\n${sentence}On Friday`));
    const again = await show(document.uri);
    await shows(again.document, ['Kanzhun Limited', 'Boss Zhipin']);
    equal(await firstDrawn(), again.document.getText().indexOf('Kanzhun Limited, the owner'));
  });

  test('another version of seed and annotations is checked out, and this one again: in either order', async () => {
    const { document, sidecar } = await annotated('checkout');
    const here = (await onDisk(sidecar)) ?? '';
    const other = REVIEW.replace('Regulators in Beijing', 'The regulators').replace('Author: A. Writer\n', '');
    const there = here
      .replace(/text: \S+/, 'text: 0000000000000000000000000000000000000000')
      .replace(/at: (\d+)/g, (_, at) => `at: ${Number(at) - (REVIEW.length - other.length)}`);
    for (const seedFirst of [true, false]) {
      const versions = [
        { text: other, annotations: there },
        { text: REVIEW, annotations: here },
      ];
      for (const { text, annotations } of versions) {
        const writes = [() => write(document.uri, text), () => write(sidecar, annotations)];
        for (const one of seedFirst ? writes : writes.toReversed()) await one();
        await untilEqual('the text', () => document.getText(), text);
        await shows(document, ['Kanzhun Limited', 'Boss Zhipin']);
      }
    }
    await untilEqual('findings', () => codes(document), []);
    equal(await onDisk(sidecar), here);
  });

  test('git checks out another version, and this one again: open, and closed meanwhile', async function () {
    if (!hasGit) return this.skip();
    const folder = inFolder('seeds/vscode-test-repository');
    await vscode.workspace.fs.createDirectory(folder);
    try {
      if (!(await git(folder, 'init', '-q'))) return this.skip();
      // Two sentences alike: without the text as it was committed nobody could tell which is meant.
      const row = 'The minister met Li Wei in the capital.\n\n';
      const text = `Source: Skylark Published: 2021-07-05\n\n${row}Nobody knew why they had met.\n\n${row}The end.\n`;
      const other = text.replace('Source: Skylark', 'Source: The Skylark News').replace('The end.', 'The end of it.');
      const seed = vscode.Uri.joinPath(folder, 'a.txt');
      await write(seed, text);
      const { document, sidecar } = await show(seed);
      const at = text.lastIndexOf('Li Wei');
      const ranges = [new vscode.Range(document.positionAt(at), document.positionAt(at + 6))];
      await command('seedmark.tag', { type: 'person', ranges });
      const entries = await onDisk(sidecar);
      const commit = async (name: string) =>
        (await git(folder, 'add', '.')) && (await git(folder, 'commit', '-q', '-m', name));
      ok(await commit('first'), 'not committed');
      ok(await git(folder, 'tag', 'first'), 'not tagged');
      await write(seed, other);
      ok(await commit('second'), 'not committed');
      ok(await git(folder, 'tag', 'second'), 'not tagged');
      const stands = (version: string) =>
        untilEqual(`in ${version}`, firstDrawn, (version === 'first' ? text : other).lastIndexOf('Li Wei'));
      await untilEqual('the text', () => document.getText(), other);
      await stands('second');
      for (const version of ['first', 'second']) {
        ok(await git(folder, 'checkout', '-q', version), 'not checked out');
        await untilEqual('the text', () => document.getText(), version === 'first' ? text : other);
        await stands(version);
      }
      await closeAll();
      for (const version of ['first', 'second']) {
        ok(await git(folder, 'checkout', '-q', version), 'not checked out');
        await show(seed);
        await stands(version);
        await closeAll();
      }
      equal(await onDisk(sidecar), entries);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  test('conflict markers in the annotations file: the rest works, and nothing is written over them', async () => {
    const { document, sidecar } = await annotated('conflict');
    const text = (await onDisk(sidecar)) ?? '';
    const entry = /^ {2}- id: .*\n(?: {4}.*\n)*/gm.exec(text)?.[0] ?? '';
    const conflict = `<<<<<<< HEAD\n${entry}=======\n${entry.replace('organization', 'person')}>>>>>>> theirs\n`;
    const damaged = text.replace(entry, conflict);
    ok(damaged.includes('>>>>>>> theirs'), 'no conflict was written');
    await write(sidecar, damaged);
    // VS Code keeps its text while the seed is open.
    const held = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === sidecar.toString());
    if (held) await untilEqual('the text of the annotations file', () => held.getText(), damaged);
    await shows(document, ['Kanzhun Limited', 'Boss Zhipin']);
    await command('seedmark.tag', { type: 'place', ranges: [rangeOf(document, 'Beijing')] });
    equal(await onDisk(sidecar), damaged);
    const entries = await show(sidecar);
    await until('the conflict is reported', () => codes(entries.document).includes('yaml-syntax'));
  });
});

suite('Annotations without a place', () => {
  teardown(cleanUp);

  test('a quick fix puts one on the place where it may belong; one undo takes that back', async () => {
    const { document, editor, sidecar } = await annotated('lost');
    const before = await onDisk(sidecar);
    await replace(editor, 'Boss Zhipin', 'the job platform');
    await shows(document, ['Kanzhun Limited']);
    await untilEqual('findings', () => codes(document), ['orphaned-annotation']);
    const [finding] = vscode.languages.getDiagnostics(document.uri);
    equal(document.getText(finding?.range), 'the job platform');
    await apply(await until('there is a quick fix', () => quickFix(document, /^Place “Boss Zhipin” in line 6: /)));
    match((await onDisk(sidecar)) ?? '', /quote: the job platform\n {4}at: \d+\n {4}before: "/);
    await shows(document, ['Kanzhun Limited', 'the job platform']);
    await untilEqual('findings', () => codes(document), []);
    await vscode.commands.executeCommand('undo');
    await untilEqual('the sidecar', () => onDisk(sidecar), before);
    await untilEqual('findings', () => codes(document), ['orphaned-annotation']);
    await vscode.commands.executeCommand('undo');
    await shows(document, ['Kanzhun Limited', 'Boss Zhipin']);
    equal(document.getText(), REVIEW);
    deepEqual(unsaved(), []);
  });

  test('on words that are selected, and removed', async () => {
    const { document, editor, sidecar } = await annotated('selected');
    await replace(editor, ', the owner of Boss Zhipin,', '');
    await untilEqual('findings', () => codes(document), ['orphaned-annotation']);
    const words = rangeOf(document, 'Ministry of Foreign Affairs');
    const offered = async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        words,
      );
      return found.find(({ title }) => title.startsWith('Place the annotation of “Boss Zhipin”'));
    };
    await apply(await until('it is offered', offered));
    await shows(document, ['Kanzhun Limited', 'Ministry of Foreign Affairs']);
    await vscode.commands.executeCommand('undo');
    await untilEqual('findings', () => codes(document), ['orphaned-annotation']);
    await apply(await until('it is offered', () => quickFix(document, /^Remove the annotation of “Boss Zhipin”/)));
    await untilEqual('findings', () => codes(document), []);
    ok(!(await onDisk(sidecar))?.includes('Boss Zhipin'), 'it was not removed');
  });

  test('words that changed are taken over', async () => {
    const { document, editor, sidecar } = await annotated('changed');
    await replace(editor, 'Kanzhun Limited', 'Kanzhun Ltd');
    await untilEqual('findings', () => codes(document), ['changed-annotation']);
    await apply(await until('it is offered', () => quickFix(document, /^Take over the changed words “Kanzhun Ltd”/)));
    match((await onDisk(sidecar)) ?? '', /quote: Kanzhun Ltd$/m);
    await untilEqual('findings', () => codes(document), []);
  });

  test('by keyboard: the places one by one, Enter takes one', async function () {
    if (!hasKeyboard) return this.skip();
    const { document, editor, sidecar } = await annotated('keyboard');
    await replace(editor, 'Boss Zhipin', 'Boss');
    await untilEqual('findings', () => codes(document), ['orphaned-annotation']);
    press('Enter');
    await command('seedmark.placeAnnotation');
    match((await onDisk(sidecar)) ?? '', /quote: Boss$/m);
    await shows(document, ['Kanzhun Limited', 'Boss']);
    equal(document.getText().includes('the owner of Boss, on'), true);
  });
});

/** A seed with two annotations, made by our commands. */
async function annotated(name: string) {
  const seed = await openSeed(REVIEW, `anchor-${name}`);
  const ranges = ['Kanzhun Limited', 'Boss Zhipin'].map((words) => rangeOf(seed.document, words));
  await command('seedmark.tag', { type: 'organization', ranges });
  await shows(seed.document, ['Kanzhun Limited', 'Boss Zhipin']);
  return seed;
}

/** As a user does: one step to undo. */
async function replace(editor: vscode.TextEditor, old: string, text: string): Promise<void> {
  const range = rangeOf(editor.document, old);
  ok(await editor.edit((edit) => edit.replace(range, text)), `“${old}” was not replaced`);
}

/** The annotated words as they are drawn in the active editor, in the order of the text. */
async function drawn(document: vscode.TextDocument): Promise<string[]> {
  return (await ranges()).map((range) => document.getText(range));
}

async function firstDrawn(): Promise<number | undefined> {
  const [first] = await ranges();
  return first && vscode.window.activeTextEditor?.document.offsetAt(first.start);
}

async function ranges(): Promise<vscode.Range[]> {
  const kinds = Object.entries((await inspect()).drawn);
  // What stands in the gutter marks a line, no words.
  const words = kinds.filter(([kind]) => kind !== 'orphan' && kind !== 'note').flatMap(([, ranges]) => ranges);
  return words
    .map(([line = 0, character = 0, endLine = 0, end = 0]) => new vscode.Range(line, character, endLine, end))
    .sort((a, b) => a.start.compareTo(b.start));
}

function shows(document: vscode.TextDocument, words: readonly string[]): Promise<void> {
  return untilEqual('what is drawn', () => drawn(document), [...words]);
}
