import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { hasKeyboard, inText, keysIn, press, pressAll, see } from './support/keys.ts';
import { atRest, command, inspect } from './support/seedmark.ts';
import { cleanUp, onDisk, openSeed, rangeOf, unsaved } from './support/seeds.ts';
import { changed } from './support/undo.ts';
import { until, untilEqual } from './support/until.ts';

/** Twenty names and times, all known by lists and rules. */
const TWENTY = `Source: Example News
Published: 2021-07-05
Title: Four capitals
Author: A. Writer
URL: https://news.example/capitals

Rain fell in France on Monday and in Spain on Tuesday. It cost $3 million in Italy and $4 million in Poland.
Japan and Canada paid 5% in 2019, Brazil and Mexico 6% in 2020, Egypt nothing.
On 1 May 2021 Kenya, Norway and Sweden left.
`;

suite('Reviewing suggestions', () => {
  teardown(cleanUp);

  test('twenty suggestions by keyboard, at most one and a half keys each', async function () {
    if (!hasKeyboard) return this.skip();
    const { document, sidecar } = await openSeed(TWENTY, 'review');
    const total = await suggestionCount(document);
    ok(total >= 20, `only ${total} suggestions`);
    const keys = [
      inText,
      'Shift+Alt+V',
      see(`0 of ${total}`),
      ...Array.from({ length: total }, () => 'a'),
      see('none left'),
    ];
    press(...keys.slice(0, -1), 'q');
    await untilEqual('all are annotated', async () => quotes(await onDisk(sidecar)).length, total);
    const each = keysIn([...keys.slice(0, -1), 'q']) / total;
    console.log(`[test]       ${each.toFixed(2)} keys a suggestion, ${total} suggestions`);
    ok(each <= 1.5, `${each} keys each`);
    equal(document.getText(), TWENTY);
    equal(await suggestionCount(document), 0);
    await untilEqual('unsaved', unsaved, []);
  });

  test('each decision, and the last one taken back', async function () {
    if (!hasKeyboard) return this.skip();
    const { document, sidecar } = await openSeed(TWENTY, 'review-each');
    const total = await suggestionCount(document);
    const done = command('seedmark.review', {});
    // accept, reject, another type (group), reject everywhere, wider + accept, skip, all of "$4 million" is one
    press(
      see(`0 of ${total}`),
      'a',
      'r',
      't',
      see('Which type'),
      'g',
      see('3 of'),
      'x',
      see('4 of'),
      'w',
      see('$3 million in'),
    );
    await untilEqual('four are decided', async () => quotes(await onDisk(sidecar)).length, 4);
    await pressAll('a', see('5 of'), 'u', see('4 of'), 'Escape');
    await done;
    await atRest();
    const text = await untilQuotes(sidecar, 4);
    match(text, /quote: France\n(?:.*\n)+? {2}- id/);
    match(text, /type: date\n {4}quote: Monday\n(?:(?! {2}- ).*\n)* {4}status: rejected\n/);
    match(text, /type: group\n {4}quote: Spain\n/);
    match(text, /quote: Tuesday\n(?:(?! {2}- ).*\n)* {4}status: rejected\n {4}everywhere: true\n/);
    equal(document.getText(), TWENTY);
    await untilEqual('unsaved', unsaved, []);
  });

  test('no letter reaches the seed, whatever is pressed', async function () {
    if (!hasKeyboard) return this.skip();
    const { document } = await openSeed(TWENTY, 'review-letters');
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const beside = (words: string) => ({ ranges: [rangeOf(document, words)] });
    for (const [id, argument] of [
      ['seedmark.review', {}],
      ['seedmark.tag', beside('capitals')],
      ['seedmark.linkEntity', beside('Kenya')],
      ['seedmark.addNote', beside('Kenya')],
      ['seedmark.changeType', beside('Norway')],
      ['seedmark.tagAll', beside('Sweden')],
    ] as const) {
      let done = false;
      command(id, argument).then(() => {
        done = true;
      });
      // A list of types is gone with the first letter that one has; what is pressed after that is the user's own.
      const ofTypes = id === 'seedmark.tag' || id === 'seedmark.changeType';
      await pressAll(...(ofTypes ? ['y', 'y', 'y'] : letters));
      await until(`${id} has ended`, async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return done;
      });
      equal(document.getText(), TWENTY, id);
    }
    await untilEqual('unsaved', unsaved, []);
  });

  test('Escape leads from the types back; what is typed too fast is of the words that were asked for', async function () {
    if (!hasKeyboard) return this.skip();
    const { document, sidecar } = await openSeed(TWENTY, 'review-escape');
    const done = command('seedmark.review', {});
    press(see('France'), 't', see('Which type'), 'Escape', see('Accept as'), 'w', 'a', see('1 of'), 'Escape');
    await done;
    deepEqual(quotes(await untilQuotes(sidecar, 1)), ['France on']);
    equal(document.getText(), TWENTY);
  });

  test('it goes on where it was left', async function () {
    if (!hasKeyboard) return this.skip();
    const { document, editor } = await openSeed(TWENTY, 'review-again');
    const first = command('seedmark.review', {});
    press('j', 'j', 'a', see('1 of'), 'Escape');
    await first;
    await atRest();
    equal(document.getText(editor.document.getWordRangeAtPosition(editor.selection.active)), 'Tuesday');
    const again = command('seedmark.review', {});
    press(see('Tuesday'), 'Escape');
    await again;
  });

  test('the suggestion under the cursor is accepted, all of an entity are rejected', async () => {
    const { document, editor, sidecar } = await openSeed(TWENTY, 'decide');
    const at = rangeOf(document, 'Kenya').start.translate(0, 2);
    editor.selection = new vscode.Selection(at, at);
    await command('seedmark.acceptSuggestions', {});
    match((await onDisk(sidecar)) ?? '', /type: place\n {4}quote: Kenya\n/);
    await command('seedmark.rejectSuggestions', { ranges: [rangeOf(document, 'France'), rangeOf(document, 'Spain')] });
    deepEqual(quotes(await onDisk(sidecar)), ['France', 'Spain', 'Kenya']);
    equal(((await onDisk(sidecar)) ?? '').split('status: rejected').length, 3);
    await vscode.commands.executeCommand('undo');
    await untilEqual('one undo', async () => quotes(await onDisk(sidecar)), ['Kenya']);
  });
});

suite('Saying something of annotations', () => {
  teardown(cleanUp);

  test('a note, an entity, an attribute and a type, of several selections at once, each one undo', async () => {
    const { document, editor, sidecar } = await openSeed(TWENTY, 'say');
    editor.selections = ['Kenya', 'Norway'].map((words) => {
      const { start, end } = rangeOf(document, words);
      return new vscode.Selection(start, end);
    });
    const states: (string | undefined)[] = [''];
    for (const [id, argument] of [
      ['seedmark.addNote', { note: 'left early' }],
      ['seedmark.linkEntity', { entity: 'kenya' }],
      ['seedmark.setAttribute', { name: 'role', value: 'subject' }],
      ['seedmark.changeType', { type: 'organization' }],
    ] as const) {
      await command(id, argument);
      states.push(await onDisk(sidecar));
    }
    const last = states.at(-1) ?? '';
    for (const line of ['note: left early', 'entity: kenya', 'type: organization', 'attributes: { role: subject }'])
      equal(last.split(line).length, 3, `${line} in ${last}`);
    // As with a key held down: while a file is unsaved, VS Code does not read it again.
    const steps = states.slice(1);
    await atRest();
    for (const _ of steps) await changed(sidecar, 'undo');
    await untilEqual('after the undos', () => onDisk(sidecar), '');
    await atRest();
    for (const _ of steps) await changed(sidecar, 'redo');
    await untilEqual('after the redos', () => onDisk(sidecar), last);
    await untilEqual('unsaved', unsaved, []);
    equal(document.getText(), TWENTY);
  });

  test('a new entity is written into the facts, and linked, and one undo takes both back', async function () {
    if (!hasKeyboard) return this.skip();
    const { document, sidecar } = await openSeed(TWENTY, 'entity');
    const facts = vscode.Uri.joinPath(document.uri, '../../facts/places.yaml');
    const before = await onDisk(facts);
    const done = command('seedmark.linkEntity', { ranges: [rangeOf(document, 'Sweden')] });
    press(...'Sweden of 2021', see('New entity'), 'End', 'ArrowUp', 'Enter');
    await done;
    match((await onDisk(sidecar)) ?? '', /quote: Sweden\n(?:.*\n)* {4}entity: sweden-of-2021\n/);
    match((await onDisk(facts)) ?? '', /id: sweden-of-2021\n {4}type: place\n {4}name: Sweden of 2021\n/);
    await vscode.commands.executeCommand('undo');
    await untilEqual('the facts', () => onDisk(facts), before);
    await untilEqual('the sidecar', () => onDisk(sidecar), '');
    await untilEqual('unsaved', unsaved, []);
  });

  test('a note, a known entity, an attribute and another type by keyboard', async function () {
    if (!hasKeyboard) return this.skip();
    const { document, editor, sidecar } = await openSeed(TWENTY, 'say-keys');
    const at = rangeOf(document, 'Writer').start.translate(0, 2);
    editor.selection = new vscode.Selection(at, at);
    const written = (what: RegExp) => until(String(what), async () => what.test((await onDisk(sidecar)) ?? ''));
    await pressAll(inText, 'Shift+Alt+T', see('Writer'), 'p');
    await written(/type: person\n {4}quote: Writer\n|type: person\n {4}quote: A\. Writer\n/);
    await pressAll(inText, 'Shift+Alt+M', see('Note on'), ...'byline', 'Enter');
    await written(/note: byline\n/);
    await pressAll(inText, 'Shift+Alt+L', see('Link'), ...'barack obama', 'Enter');
    await written(/entity: barack-obama\n/);
    let done = command('seedmark.setAttribute');
    await pressAll(see('Attribute of'), ...'role', 'Enter', see('Role'), 'ArrowDown', 'Enter');
    await done;
    await written(/attributes: \{ role: \w+ \}\n/);
    done = command('seedmark.changeType');
    await pressAll(see('Change'), 'g');
    await done;
    await written(/type: group\n/);
    equal(quotes(await onDisk(sidecar)).length, 1);
    equal(document.getText(), TWENTY);
    await untilEqual('unsaved', unsaved, []);
  });

  test('two annotations are related, and the relation goes with one of them', async () => {
    const { document, sidecar } = await openSeed(TWENTY, 'relate');
    await command('seedmark.tag', { type: 'person', ranges: [rangeOf(document, 'Writer')] });
    await command('seedmark.tag', { type: 'organization', ranges: [rangeOf(document, 'Example News')] });
    const ids = [...((await onDisk(sidecar)) ?? '').matchAll(/id: (\S+)/g)].map(([, id]) => id);
    const [organization, person] = ids;
    await command('seedmark.relate', { relation: 'leads', from: person, to: organization });
    match((await onDisk(sidecar)) ?? '', /relations:\n {2}- id: \w+\n {4}type: leads\n/);
    await command('seedmark.removeAnnotation', { ids: [person] });
    match((await onDisk(sidecar)) ?? '', /relations: \[\]\n/);
    await vscode.commands.executeCommand('undo');
    await until('both are back', async () => /type: leads\n/.test((await onDisk(sidecar)) ?? ''));
  });

  test('a relation is removed alone, and of several selections each annotation', async () => {
    const { document, editor, sidecar } = await openSeed(TWENTY, 'remove-several');
    const ranges = ['Writer', 'Example News', 'Kenya'].map((words) => rangeOf(document, words));
    const [writer, news] = ranges as [vscode.Range, vscode.Range, vscode.Range];
    await command('seedmark.tag', { type: 'person', ranges: [writer] });
    await command('seedmark.tag', { type: 'organization', ranges: ranges.slice(1) });
    const idOf = async (words: string) =>
      new RegExp(`id: (\\S+)\\n.*\\n {4}quote: ${words}`).exec((await onDisk(sidecar)) ?? '')?.[1];
    await command('seedmark.relate', {
      relation: 'leads',
      from: await idOf('Writer'),
      to: await idOf('Example News'),
    });
    const relation = /relations:\n {2}- id: (\S+)/.exec((await onDisk(sidecar)) ?? '')?.[1];
    await command('seedmark.removeRelation', { ids: [relation] });
    match((await onDisk(sidecar)) ?? '', /relations: \[\]\n/);
    editor.selections = [writer, news].map(({ start, end }) => new vscode.Selection(start, end));
    await command('seedmark.removeAnnotation');
    deepEqual(quotes(await onDisk(sidecar)), ['Kenya']);
  });

  test('by keyboard: which relation, in which direction, to what', async function () {
    if (!hasKeyboard) return this.skip();
    const { document, sidecar } = await openSeed(TWENTY, 'relate-keys');
    await command('seedmark.tag', { type: 'person', ranges: [rangeOf(document, 'Writer')] });
    await command('seedmark.tag', { type: 'organization', ranges: [rangeOf(document, 'Example News')] });
    const [, person] = [...((await onDisk(sidecar)) ?? '').matchAll(/id: (\S+)/g)].map(([, id]) => id);
    const done = command('seedmark.relate', { ids: [person] });
    press(see('How is'), ...'leads', 'Enter', see('leads'), 'Enter');
    await done;
    match((await onDisk(sidecar)) ?? '', /type: leads\n {4}from: \w+\n/);
  });

  test('tagged once, tagged again as the same', async () => {
    const { document, editor, sidecar } = await openSeed(TWENTY, 'again');
    await vscode.commands.executeCommand('seedmark.tag', { type: 'law', ranges: [rangeOf(document, 'Kenya')] });
    const done = command('seedmark.tag', { ranges: [rangeOf(document, 'Norway')] });
    if (!hasKeyboard) {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await done;
      return;
    }
    press('w');
    await done;
    const { start, end } = rangeOf(document, 'Sweden');
    editor.selection = new vscode.Selection(start, end);
    await command('seedmark.tagAgain');
    const text = (await onDisk(sidecar)) ?? '';
    match(text, /type: (\w+)\n {4}quote: Norway\n(?:.*\n)* {4}type: \1|type: (\w+)\n {4}quote: Sweden/);
  });
});

/** How many names and times wait for a decision, once the model of names has been read. */
async function suggestionCount(document: vscode.TextDocument): Promise<number> {
  const { request } = await inspect();
  const found = await request<{ readonly suggestions: readonly object[] }>('seedmark/suggestions', {
    uri: document.uri.toString(),
  });
  return found.suggestions.length;
}

async function untilQuotes(sidecar: vscode.Uri, count: number): Promise<string> {
  await untilEqual('annotations', async () => quotes(await onDisk(sidecar)).length, count);
  return (await onDisk(sidecar)) ?? '';
}

function quotes(sidecar: string | undefined): string[] {
  return [...(sidecar ?? '').matchAll(/quote: (.+)$/gm)].map(([, quote]) => (quote ?? '').replace(/"/g, ''));
}
