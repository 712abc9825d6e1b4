import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { hasKeyboard, press, see } from './support/keys.ts';
import { atRest, command } from './support/seedmark.ts';
import {
  cleanUp,
  closeAll,
  folder,
  onDisk,
  openSeed,
  rangeOf,
  show,
  sidecarOf,
  tabs,
  unsaved,
  write,
} from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

const HOME = `Source: Example News Published: 2021-07-05
Title: Zorblax under review
Author: A. Writer
URL: https://news.example/review

Regulators opened a review of Zorblax on 2 July 2021.
${'\nNothing is said here.\n'.repeat(80)}
The owner of Zorblax said nothing.
`;
/** Seeds beside the one in which the command runs. */
const OTHERS = 49;

interface Corpus {
  readonly document: vscode.TextDocument;
  readonly editor: vscode.TextEditor;
  /** All sidecars: of the first two something stands in them. */
  readonly sidecars: readonly vscode.Uri[];
}

let round = 0;

/** Fifty seeds with the name in each; two have annotations already, and one of these has another line end. */
async function openCorpus(): Promise<Corpus> {
  round++;
  const seeds = Array.from({ length: OTHERS }, (_, i) =>
    vscode.Uri.joinPath(folder(), 'seeds', `tag-all-${round}`, `seed ${i}.txt`),
  );
  await Promise.all(
    seeds.map((uri, i) =>
      write(uri, `Title: The ${i}th\r\n\r\nIt is Zorblax.\r\n\r\nAnd it was Zorblax once more.\r\n`),
    ),
  );
  for (const [i, uri] of seeds.slice(0, 2).entries())
    await write(
      sidecarOf(uri),
      `# by hand${i === 0 ? '\n' : '\r\n'}annotations:\n  - {id: k1, type: work, quote: The ${i}th, at: 7}\n`.replace(
        /\r?\n/g,
        i === 0 ? '\n' : '\r\n',
      ),
    );
  const { document, editor, sidecar } = await openSeed(HOME, 'tag-all');
  return { document, editor, sidecars: [...seeds.map(sidecarOf), sidecar] };
}

/** What a user cares for: '' and no file are the same. */
async function texts(sidecars: readonly vscode.Uri[]): Promise<string[]> {
  return Promise.all(sidecars.map(async (uri) => (await onDisk(uri)) ?? ''));
}

function countOf(all: readonly string[]): number {
  return all.reduce((sum, text) => sum + (text.match(/quote: Zorblax$|quote: Zorblax,/gm)?.length ?? 0), 0);
}

/** One undo, one redo and one undo: each exact, with nothing left unsaved and no tab opened. */
async function backAndForth(corpus: Corpus, before: readonly string[], after: readonly string[]): Promise<void> {
  for (const [what, expected] of [
    ['undo', before],
    ['redo', after],
    ['undo', before],
  ] as const) {
    await vscode.commands.executeCommand(what);
    await untilEqual(`after ${what}`, () => texts(corpus.sidecars), [...expected]);
    await atRest();
    await untilEqual('unsaved', unsaved, []);
  }
  equal(corpus.document.getText(), HOME);
  equal(corpus.document.isDirty, false);
  equal(tabs().length, 1, 'tabs');
}

suite('Tag all occurrences', () => {
  teardown(cleanUp);

  test('in the document, without a list', async () => {
    const { document, sidecars } = await openCorpus();
    const sidecar = sidecars.at(-1) as vscode.Uri;
    await command('seedmark.tagAll', { type: 'organization', ranges: [rangeOf(document, 'Zorblax')], all: true });
    equal(countOf([(await onDisk(sidecar)) ?? '']), 3);
    await vscode.commands.executeCommand('undo');
    await untilEqual('the sidecar', () => onDisk(sidecar), '');
    equal(document.getText(), HOME);
  });

  test('in fifty seeds: one undo, redo, undo; then the empty files go', async () => {
    const corpus = await openCorpus();
    const { document, sidecars } = corpus;
    const before = await texts(sidecars);
    await command('seedmark.tagAll', {
      type: 'organization',
      ranges: [rangeOf(document, 'Zorblax')],
      scope: 'workspace',
      all: true,
    });
    const after = await texts(sidecars);
    equal(countOf(after), 2 * OTHERS + 3);
    deepEqual(unsaved(), [], 'unsaved');
    equal(tabs().length, 1, 'tabs');
    match(after[0] ?? '', /^# by hand\n/);
    ok((after[1] ?? '').includes('\r\n') && !/[^\r]\n/.test(after[1] ?? ''), 'line ends');
    await backAndForth(corpus, before, after);
    // Their seeds were never open, so they go with the one from which they were written.
    await closeAll();
    await untilEqual('sidecars', async () => (await existing(sidecars)).length, 2);
    deepEqual(await texts(sidecars), before);
  });

  test('an empty file stays as long as its own seed is open, for what that seed can undo', async () => {
    const { document, sidecars } = await openCorpus();
    const [, , third] = sidecars as [vscode.Uri, vscode.Uri, vscode.Uri];
    const own = third.with({ path: third.path.replace('.annotations.yaml', '') });
    await command('seedmark.tagAll', {
      type: 'organization',
      ranges: [rangeOf(document, 'Zorblax')],
      scope: 'workspace',
      all: true,
    });
    await vscode.commands.executeCommand('undo');
    await untilEqual('tagged', async () => countOf(await texts(sidecars)), 0);
    await atRest();
    await show(own);
    await show(document.uri);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await untilEqual('sidecars', async () => (await existing(sidecars)).length, 3);
    equal(await onDisk(third), '');
    await closeAll();
    await untilEqual('sidecars', async () => (await existing(sidecars)).length, 2);
  });

  test('a seed whose annotations are damaged is left out, the others are done', async () => {
    const { document, sidecars } = await openCorpus();
    const broken = 'seedmark: 1\nannotations:\n<<<<<<< ours\n  - id: a1\n';
    await write(sidecars[5] as vscode.Uri, broken);
    await command('seedmark.tagAll', {
      type: 'organization',
      ranges: [rangeOf(document, 'Zorblax')],
      scope: 'workspace',
      all: true,
    });
    equal(countOf(await texts(sidecars)), 2 * OTHERS + 1);
    equal(await onDisk(sidecars[5] as vscode.Uri), broken);
  });
});

async function existing(uris: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const there = await Promise.all(uris.map(async (uri) => (await onDisk(uri)) !== undefined));
  return uris.filter((_, i) => there[i]);
}

if (hasKeyboard) {
  suite('The list of occurrences, by keyboard', () => {
    teardown(cleanUp);

    test('its type, its scope, and all in fifty seeds; the letters reach no text', async () => {
      const corpus = await openCorpus();
      const { document, editor, sidecars } = corpus;
      const before = await texts(sidecars);
      const { start, end } = rangeOf(document, 'Zorblax');
      editor.selection = new vscode.Selection(start, end);
      const done = command('seedmark.tagAll');
      press(
        'o',
        see('3 in this seed'),
        // The box that ticks all, then the first of the buttons in the title; arrows lead to the others.
        'Shift+Tab',
        'Shift+Tab',
        'Enter',
        see('101 in 50 seeds'),
        'Enter',
      );
      await done;
      const after = await texts(sidecars);
      equal(countOf(after), 2 * OTHERS + 3);
      deepEqual(unsaved(), [], 'unsaved');
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await backAndForth(corpus, before, after);
    });

    test('the active row is revealed, one is unticked, what is typed filters', async () => {
      const { document, editor, sidecars } = await openCorpus();
      const { start, end } = rangeOf(document, 'Zorblax');
      editor.selection = new vscode.Selection(start, end);
      const last = document.positionAt(HOME.lastIndexOf('Zorblax')).line;
      let revealed = false;
      const listener = vscode.window.onDidChangeTextEditorVisibleRanges(({ visibleRanges }) => {
        revealed ||= visibleRanges.some((range) => range.start.line <= last && last <= range.end.line);
      });
      try {
        const done = command('seedmark.tagAll', { type: 'organization' });
        press(see('3 in this seed'), ...'owner', 'ArrowDown', 'Space', 'Enter');
        await done;
        ok(revealed, 'the row was not shown');
      } finally {
        listener.dispose();
      }
      const text = (await onDisk(sidecars.at(-1) as vscode.Uri)) ?? '';
      equal(countOf([text]), 2);
      equal(document.getText(), HOME);
      await until('the view is as it was', () => editor.visibleRanges.some(({ start }) => start.line < 3));
    });

    test('Escape tags nothing', async () => {
      const { document, editor, sidecars } = await openCorpus();
      const { start, end } = rangeOf(document, 'Zorblax');
      editor.selection = new vscode.Selection(start, end);
      const done = command('seedmark.tagAll', { type: 'organization', scope: 'workspace' });
      press(see('101 in 50 seeds'), 'z', 'q', 'Shift+X', 'Escape');
      await done;
      equal(countOf(await texts(sidecars)), 0);
      equal(document.getText(), HOME);
    });
  });
}
