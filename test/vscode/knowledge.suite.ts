import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import { hasKeyboard, inText, press, see } from './support/keys.ts';
import { atRest, command, inspect } from './support/seedmark.ts';
import { cleanUp, inFolder, onDisk, openSeed, rangeOf, show, unsaved, write } from './support/seeds.ts';
import { changed } from './support/undo.ts';
import { until, untilEqual } from './support/until.ts';

const SEED = `Source: Example News
Published: 2021-07-05
Title: A founder
Author: A. Writer
URL: https://news.example/founder

Vera Testova founded Testov Widgets in Riga on 3 May 1998.
`;
const FACTS = `entities:
  - id: testova # the founder
    type: person
    name: Vera Testova
    facts:
      - what: born
        value: Riga
`;

suite('Knowledge', () => {
  teardown(cleanUp);

  async function facts(text: string, name = 'vscode-knowledge'): Promise<vscode.Uri> {
    const uri = inFolder(`facts/${name}.yaml`);
    await write(uri, text);
    return uri;
  }

  test('a fact is added with its source and date, and one undo takes it back', async () => {
    const file = await facts(FACTS);
    const { document } = await openSeed(SEED, 'add-fact');
    const ranges = [rangeOf(document, 'Testov Widgets')];
    await until('the facts are known', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        rangeOf(document, 'Vera').start,
      );
      return found.length > 0;
    });
    await command('seedmark.addFact', {
      ranges,
      entity: 'testova',
      what: 'founded',
      value: 'Testov Widgets',
      on: '1998-05-03',
    });
    await atRest();
    const text = (await onDisk(file)) ?? '';
    ok(text.startsWith(FACTS), text);
    match(
      text.slice(FACTS.length),
      /^ {6}- what: founded\n {8}value: Testov Widgets\n {8}on: "?1998-05-03"?\n {8}source: seeds\/.*#L7\n$/,
    );
    equal(document.getText(), SEED);
    await changed(file, 'undo');
    await untilEqual('the facts', () => onDisk(file), FACTS);
    await changed(file, 'redo');
    await untilEqual('the facts again', () => onDisk(file), text);
    await untilEqual('unsaved', unsaved, []);
  });

  test('by keyboard: of whom, what, the selected words, the date of the sentence', async function () {
    if (!hasKeyboard) return this.skip();
    const file = await facts(FACTS);
    const { document, editor } = await openSeed(SEED, 'add-fact-keys');
    editor.selection = new vscode.Selection(rangeOf(document, 'Riga').start, rangeOf(document, 'Riga').end);
    press(
      inText,
      'Shift+Alt+G',
      see('Vera Testova'),
      'Enter',
      see('What is known of'),
      'b',
      'Enter',
      see('born of'),
      'Enter',
      see('from the sentence'),
      'Enter',
    );
    const text = await until('a fact is added', async () => {
      const now = await onDisk(file);
      return now !== undefined && now !== FACTS && now;
    });
    match(text, /- what: born\n {8}value: Riga\n {8}on: "?1998-05-03"?\n {8}source: seeds\/.*#L7\n$/);
    equal(document.getText(), SEED);
    await untilEqual('unsaved', unsaved, []);
  });

  test('two entities become one in facts and annotations, and one undo makes them two again', async () => {
    const first = await facts(FACTS);
    const other = await facts(
      'entities:\n  - {id: v-testova, type: person, name: V. Testova, description: a founder}\n',
      'vscode-knowledge-2',
    );
    const { document, sidecar } = await openSeed(SEED, 'merge');
    await until('both are known', async () => {
      const known = await (await inspect()).request<object[]>('seedmark/knownEntities', {
        query: 'testova',
        except: [],
      });
      return known.length === 2;
    });
    await command('seedmark.tag', { type: 'person', ranges: [rangeOf(document, 'Vera Testova')] });
    await atRest();
    await command('seedmark.linkEntity', { ranges: [rangeOf(document, 'Vera Testova')], entity: 'v-testova' });
    await atRest();
    const before = [await onDisk(first), await onDisk(other), await onDisk(sidecar)];
    match(before[2] ?? '', /entity: v-testova/);
    await command('seedmark.mergeEntities', { kept: 'testova', others: ['v-testova'], all: true });
    await atRest();
    match((await onDisk(first)) ?? '', /description: a founder\n {4}aliases: \[V\. Testova\]\n/);
    equal((await onDisk(other))?.includes('v-testova'), false);
    match((await onDisk(sidecar)) ?? '', /entity: testova\n/);
    await changed(sidecar, 'undo');
    for (const [i, uri] of [first, other, sidecar].entries())
      await untilEqual(`file ${i}`, () => onDisk(uri), before[i]);
    await untilEqual('unsaved', unsaved, []);
  });

  test('an entity gets another name by F2 in a seed, and the seed stays', async () => {
    const file = await facts(FACTS);
    const { document } = await openSeed(SEED, 'rename-entity');
    const at = rangeOf(document, 'Vera').start;
    const edit = await until('it can be renamed', async () => {
      try {
        return await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          at,
          'Vera T.',
        );
      } catch {
        return false;
      }
    });
    equal(
      edit
        .entries()
        .map(([uri]) => uri.path.split('/').at(-1))
        .join(),
      'vscode-knowledge.yaml',
    );
    await vscode.workspace.applyEdit(edit);
    const { document: shown } = await show(file);
    match(shown.getText(), /name: Vera T\.\n[\s\S]*aliases: \[Vera Testova\]/);
    equal(document.getText(), SEED);
  });
});
