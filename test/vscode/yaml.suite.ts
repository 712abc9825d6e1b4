import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { cleanUp, openSeed, REVIEW, rangeOf, show, write } from './support/seeds.ts';
import { until } from './support/until.ts';

suite('Writing sidecars and project files', () => {
  teardown(cleanUp);

  test('an id of the facts is offered where an entry names its entity', async () => {
    const { document } = await openSidecar('annotations:\n  - id: x\n    type: person\n    entity: bara\n');
    const item = await offered(document, endOf(document, 'entity: bara'), 'barack-obama');
    equal(item.detail, 'Barack Obama');
    match(String(item.documentation), /President of the United States/);
    equal(item.insertText, 'barack-obama');
    deepEqual(item.range, rangeOf(document, 'bara'));
  });

  test('types of the project are offered, and keys that are not there yet', async () => {
    const { document } = await openSidecar('annotations:\n  - id: x\n    type: \n    \n');
    equal((await offered(document, endOf(document, 'type: '), 'disaster')).detail, 'Disaster');
    const keys = await completions(document, endOf(document, 'type: \n    '));
    const labels = keys.map(labelOf);
    ok(labels.includes('quote') && labels.includes('note'), `offered: ${labels}`);
    ok(!labels.includes('id') && !labels.includes('type'), `offered again: ${labels}`);
  });

  test('what is taken stands in the indentation of its place', async () => {
    const { document, editor } = await openSidecar('annotations:\n  - id: x\n    attr\n');
    const at = endOf(document, 'attr');
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await take(document);
    equal(document.getText(), 'annotations:\n  - id: x\n    attributes:\n      \n');
    deepEqual(editor.selection.active, new vscode.Position(3, 6));
  });

  test('a key is followed by what it may be', async () => {
    const { document, editor } = await openSidecar('annotations:\n  - id: x\n    typ\n    quote: y\n');
    const at = endOf(document, 'typ');
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await take(document);
    equal(document.getText(), 'annotations:\n  - id: x\n    type: \n    quote: y\n');
    await take(document);
    equal(document.getText(), 'annotations:\n  - id: x\n    type: person\n    quote: y\n');
  });

  test('a new entry brings the keys that it needs', async () => {
    const { document, editor } = await openSidecar('seedmark: 1\nrelations:\n  - id: r\n  \n');
    const at = endOf(document, '- id: r\n  ');
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await take(document);
    match(document.getText(), /\n {2}- id: r\n {2}- id: \n {4}type: \n {4}from: \n {4}to: \n$/);
  });

  test('keys and values say on hover what they mean', async () => {
    const { document } = await openSidecar('annotations:\n  - type: disaster\n    entity: barack-obama\n');
    match(await hover(document, 'type'), /\*\*type\*\* · required/);
    match(await hover(document, 'disaster'), /A named storm, flood, quake or wreck/);
    match(await hover(document, 'barack-obama'), /\*\*Barack Obama\*\*/);
  });

  test('so it is in seedmark.yaml', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder, 'no folder is open');
    const { document } = await show(vscode.Uri.joinPath(folder.uri, 'seedmark.yaml'));
    match(await hover(document, 'ambiguous-date'), /warning in this project, info by default/);
    match(await hover(document, 'recommended: '), /Fields whose absence is worth knowing/);
    const at = endOf(document, 'ambiguous-date: ');
    const { range } = await offered(document, at, 'warning');
    deepEqual(range, new vscode.Range(at, at.translate(0, 'warning'.length)));
  });
});

/** A sidecar of a seed that is open, too, as it is when somebody writes one by hand. */
async function openSidecar(text: string): Promise<{ document: vscode.TextDocument; editor: vscode.TextEditor }> {
  const { sidecar } = await openSeed(REVIEW, 'yaml');
  await write(sidecar, text);
  return show(sidecar);
}

async function completions(document: vscode.TextDocument, at: vscode.Position): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  // VS Code offers words of the text, too.
  return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

function offered(document: vscode.TextDocument, at: vscode.Position, label: string): Promise<vscode.CompletionItem> {
  return until(`${label} is offered`, async () =>
    (await completions(document, at)).find((item) => labelOf(item) === label),
  );
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** Takes the first of what VS Code suggests, or is about to suggest, at the cursor. */
async function take(document: vscode.TextDocument): Promise<void> {
  const before = document.getText();
  // Until the suggestions are there the command does nothing.
  await until('a suggestion is taken', async () => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return document.getText() !== before;
  });
}

function endOf(document: vscode.TextDocument, words: string): vscode.Position {
  return rangeOf(document, words).end;
}

async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  const found = await until(`there is a hover on “${words}”`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, words).start.translate(0, 1),
    );
    return hovers.length > 0 && hovers;
  });
  const [content] = found[0]?.contents ?? [];
  return typeof content === 'string' ? content : (content?.value ?? '').replaceAll('\\', '');
}
