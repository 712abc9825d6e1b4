import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import { actions, apply, codes, quickFix } from './support/findings.ts';
import { cleanUp, openSeed, REVIEW, rangeOf } from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

suite('Reading a seed', () => {
  teardown(cleanUp);

  test('a text file below seeds/ is a seed', async () => {
    const { document } = await openSeed(REVIEW);
    equal(document.languageId, 'seed');
  });

  test('names and dates have semantic tokens', async () => {
    const { document } = await openSeed(REVIEW);
    const words = await until('tokens come', () => tokens(document));
    equal(words.get('2 July 2021'), 'date');
    equal(words.get('Beijing'), 'place');
  });

  test('a date says on hover which day it is', async () => {
    const { document } = await openSeed(REVIEW);
    match(await hover(document, '2 July 2021'), /2021-07-02/);
  });

  test('relative times have their value behind them, as the setting says', async () => {
    const { document } = await openSeed('Source: A Published: 2021-07-05\n\nThey met on Monday, and on 2 July 2021.\n');
    const settings = vscode.workspace.getConfiguration('seedmark');
    await untilEqual('hints', () => hints(document), ['2021-07-05']);
    try {
      await settings.update('inlayHints.times', 'all', vscode.ConfigurationTarget.Global);
      await untilEqual('all hints', () => hints(document), ['2021-07-05', '2021-07-02']);
      await settings.update('inlayHints.times', 'off', vscode.ConfigurationTarget.Global);
      await untilEqual('no hints', () => hints(document), []);
    } finally {
      await settings.update('inlayHints.times', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('a name says on hover what it is, with a link to our command', async () => {
    const { document } = await openSeed(REVIEW);
    const text = await hover(document, 'Beijing');
    match(text, /\*\*Beijing\*\*/);
    match(text, /Place/);
    match(text, /command:seedmark\.tag\?/);
  });

  test('a field of the header says on hover what it means', async () => {
    const { document } = await openSeed(REVIEW);
    match(await hover(document, 'Published'), /metadata/);
  });

  test('only our own commands run from a hover, and no HTML is drawn', async () => {
    const { document } = await openSeed(REVIEW);
    const [content] = await hovers(document, 'Beijing');
    ok(content, 'no hover');
    const { isTrusted, supportHtml, supportThemeIcons } = content;
    ok(
      typeof isTrusted === 'object' && isTrusted.enabledCommands.every((id) => id.startsWith('seedmark.')),
      `trusts ${JSON.stringify(isTrusted)}`,
    );
    ok(!supportHtml, 'HTML');
    ok(supportThemeIcons, 'no icons');
  });

  test('a complete seed has no findings', async () => {
    const { document } = await openSeed(REVIEW);
    await until('tokens come', () => tokens(document));
    await untilEqual('findings', () => codes(document), []);
  });

  test('a missing field is found, and inserted by the quick fix', async () => {
    const { document } = await openSeed(REVIEW.replace(' Published: 2021-07-05', ''));
    await untilEqual('findings', () => codes(document), ['missing-metadata']);
    const fix = await until('there is a quick fix', () => quickFix(document, /Insert/));
    await apply(fix);
    match(document.getText(), /Published: ?(\r?\n|$)/m);
    await untilEqual('findings', () => codes(document), ['empty-field']);
  });

  test('a field that is nearly a known one is renamed by the quick fix', async () => {
    const { document } = await openSeed(REVIEW.replace('Author:', 'Auther:'));
    await until('the slip is found', () => codes(document).includes('unknown-field'));
    const fix = await until('there is a quick fix', () => quickFix(document, /Change .*Auther/));
    await apply(fix);
    equal(document.getText(), REVIEW);
    await untilEqual('findings', () => codes(document), []);
  });

  test('findings follow the typing', async () => {
    const { document, editor } = await openSeed(REVIEW);
    await editor.edit((edit) => edit.delete(rangeOf(document, '2021-07-05')));
    await untilEqual('findings', () => codes(document), ['empty-field']);
    await vscode.commands.executeCommand('undo');
    await untilEqual('findings', () => codes(document), []);
  });

  test('the body is never edited by a quick fix', async () => {
    const { document } = await openSeed(REVIEW.replace('Author: A. Writer\n', '').replace('2 July', '31 June'));
    await until('the date is found', () => codes(document).includes('impossible-date'));
    const body = rangeOf(document, 'Regulators').start.line;
    for (const action of await actions(document)) {
      for (const [, edits] of action.edit?.entries() ?? []) {
        for (const { range } of edits) ok(range.start.line < body, `“${action.title}” edits line ${range.start.line}`);
      }
    }
  });
});

/** The text of each token with its type. */
async function tokens(document: vscode.TextDocument): Promise<Map<string, string> | undefined> {
  const [legend, tokens] = await Promise.all([
    vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    ),
    vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    ),
  ]);
  if (!legend || !tokens || tokens.data.length === 0) return undefined;
  const found = new Map<string, string>();
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < tokens.data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = tokens.data.slice(at, at + 4);
    character = down === 0 ? character + right : right;
    line += down;
    found.set(
      document.getText(new vscode.Range(line, character, line, character + length)),
      legend.tokenTypes[type] ?? '',
    );
  }
  return found;
}

async function hints(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole,
  );
  return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  const contents = await until(`“${words}” has a hover`, async () => {
    const found = await hovers(document, words);
    return found.length > 0 && found;
  });
  return contents.map(({ value }) => value).join('\n');
}

async function hovers(document: vscode.TextDocument, words: string): Promise<vscode.MarkdownString[]> {
  const position = rangeOf(document, words).start.translate(0, 1);
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return found.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
}
