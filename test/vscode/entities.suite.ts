import * as vscode from 'vscode';
import type { DossierResult, NameSeeds } from '../../server/src/protocol.ts';
import { deepEqual, equal, match, ok } from './assert.ts';
import { hasKeyboard, press, see } from './support/keys.ts';
import { command, inspect, type ShownRow } from './support/seedmark.ts';
import { cleanUp, inFolder, onDisk, openSeed, rangeOf, sidecarOf, write } from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

const FACTS = `entities:
  - id: quux
    type: person
    name: Zed Quux
    aliases: [Old Zed]
    description: Master of the ship
    facts: [{what: rank, value: Master, source: README.md}]
`;
const SEED = `Source: Example News Published: 2021-07-05
Title: The lock of Ghent

It rained for a week.
Then Zed Quux came to the lock. Old Zed saw [it](command:x) and left.
`;

suite('The view Entities', () => {
  setup(async () => {
    await write(inFolder('facts/vscode-test-entities.yaml'), FACTS);
    await openSeed(SEED, 'entities');
    await vscode.commands.executeCommand('seedmark.entities.focus');
  });
  teardown(async () => {
    await command('seedmark.clearEntityFilter');
    await command('seedmark.entitiesByMentions');
    await vscode.commands.executeCommand('workbench.view.explorer');
    await cleanUp();
  });

  test('filtered as it is typed, by type, in another order, and no longer', async () => {
    const all = await until('the rows', async () => {
      const { rows } = (await inspect()).views.entities;
      return rows.some(({ label }) => label === 'Zed Quux') && rows.length > 3 && rows.length;
    });
    await command('seedmark.filterEntities', { filter: 'ship master' });
    await untilEqual('the rows', labels, ['Zed Quux']);
    match((await inspect()).views.entities.message, /^1 of [\d,]+ names/);
    await command('seedmark.filterEntityTypes', { types: ['place'] });
    await untilEqual('the rows', labels, []);
    await command('seedmark.filterEntities', { filter: '' });
    await until('places', async () => (await labels()).length > 0 && (await labels()).length < all);
    await command('seedmark.entitiesByName');
    await until('the order', async () => {
      const names = await labels();
      return (
        names.length > 1 &&
        names.every((name, i) => i === 0 || (names[i - 1] ?? '').toLowerCase() <= name.toLowerCase())
      );
    });
    await command('seedmark.clearEntityFilter');
    await until('all rows', async () => (await labels()).length >= all);
  });

  test('down to the sentences, one of which is shown with the name selected, and quoted', async () => {
    const { row, sentence } = await openRows();
    deepEqual(row, { label: 'Zed Quux', description: '1 seed · 2 mentions' });
    deepEqual(
      sentence.map(({ label, description }) => `${label} | ${description}`),
      ['Then Zed Quux came to the lock. | line 5', 'Old Zed saw [it](command:x) and left. | line 5'],
    );
    await vscode.commands.executeCommand('list.focusDown');
    await vscode.commands.executeCommand('list.select');
    await untilEqual(
      'the selection',
      () => {
        const editor = vscode.window.activeTextEditor;
        return editor?.document.getText(editor.selection);
      },
      'Old Zed',
    );
    const editor = vscode.window.activeTextEditor;
    ok(editor, 'no editor');
    const { start } = editor.selection;
    // What the menu of the row hands over.
    const ranges = [{ start, end: start }];
    await command('seedmark.copyQuotation', { uri: editor.document.uri.toString(), ranges, format: 'plain' });
    match(
      await vscode.env.clipboard.readText(),
      /^“Old Zed saw \[it\]\(command:x\) and left.”\n— “The lock of Ghent”, /,
    );
  });

  test('follows what is read, with rows that stay open', async () => {
    await openRows();
    await write(
      inFolder('seeds/vscode-test-entities-more.txt'),
      'Published: 2021-07-06\nTitle: Later\n\nZed Quux is back.\n',
    );
    await untilEqual('the row', async () => (await found())?.description, '2 seeds · 3 mentions');
    await until('the seeds', async () =>
      (await found())?.children.map(({ label }) => label).includes('2021-07-06 Later'),
    );
  });

  test('the menu of a sentence works on a seed that nobody has opened', async () => {
    const seed = inFolder('seeds/vscode-test-entities-closed.txt');
    await write(seed, SEED);
    const about = {
      uri: seed.toString(),
      ranges: [{ start: { line: 4, character: 5 }, end: { line: 4, character: 5 } }],
    };
    await command('seedmark.copyQuotation', { ...about, format: 'plain' });
    match(await vscode.env.clipboard.readText(), /^“Then Zed Quux came to the lock.”\n/);
    await command('seedmark.tagAll', { ...about, type: 'person', all: true });
    const sidecar = (await onDisk(sidecarOf(seed))) ?? '';
    deepEqual(sidecar.match(/(?<=quote: ).*/g), ['Zed Quux']);
    match(sidecar, /entity: quux/);
  });

  test('the name of a row is copied', async () => {
    await command('seedmark.copyName', { name: 'Zed Quux' });
    equal(await vscode.env.clipboard.readText(), 'Zed Quux');
  });
});

suite('Dossier', () => {
  setup(async () => {
    await write(inFolder('facts/vscode-test-entities.yaml'), FACTS);
  });
  teardown(cleanUp);

  test('of the name at a place: a document that can be kept, whose links lead to the lines', async () => {
    const { document: seed } = await openSeed(SEED, 'dossier');
    await until('it is named there alone', () => isNamedAlone(seed.uri));
    await command('seedmark.dossier', { uri: seed.uri.toString(), position: { line: 4, character: 6 } });
    const document = await until('the document', () => dossiers()[0]);
    const text = document.getText();
    match(text, /^# Zed Quux\n\n\*Person\* · 1 seed · 2 mentions\n\nMaster of the ship\n/);
    ok(text.includes('- **5 July 2021** Old Zed saw \\[it\\](command:x) and left. — [The lock of Ghent]('), text);
    const links = await until('its links', async () => {
      const all = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
        1_000,
      );
      return all.length > 0 && all;
    });
    const target = links.find(({ range }) => document.getText(range).includes('vscode-test-dossier'))?.target;
    ok(target, links.map(({ range }) => document.getText(range)).join());
    await follow(target);
    await untilEqual('the seed', () => vscode.window.activeTextEditor?.document.uri.toString(), seed.uri.toString());
    await untilEqual('the line', () => vscode.window.activeTextEditor?.selection.active.line, 4);
  });

  if (hasKeyboard) {
    test('with keys: the name at the cursor, or one that is typed, however fast', async () => {
      const { document, editor } = await openSeed(SEED, 'dossier-keys');
      await until('it is named there alone', () => isNamedAlone(document.uri));
      const inside = rangeOf(document, 'Zed Quux').start.translate(0, 2);
      editor.selection = new vscode.Selection(inside, inside);
      const first = command('seedmark.dossier');
      press(see('at the cursor'), 'Enter');
      await first;
      await until('the first', () => dossiers().length === 1);
      const second = command('seedmark.dossier');
      press(see('Dossier of'), ...'ship master', 'Enter');
      await second;
      await until('the second', () => dossiers().length === 2);
      for (const dossier of dossiers()) match(dossier.getText(), /^# Zed Quux\n/);
    });
  }

  test('of nothing that is known there is none', async () => {
    const refused = await answer<DossierResult>('seedmark/dossier', { key: 'person\nNobody' });
    deepEqual(refused, {
      problem: 'Nothing is known of “Nobody”: no seed names it any more, and no facts file has it.',
    });
  });
});

/** The dossiers that are open. */
function dossiers(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    ({ isUntitled, languageId, isClosed }) => isUntitled && languageId === 'markdown' && !isClosed,
  );
}

/** Whether a seed is the only one that names Zed Quux: those of earlier tests are forgotten. */
async function isNamedAlone(seed: vscode.Uri): Promise<boolean> {
  const { seeds } = await answer<NameSeeds>('seedmark/nameSeeds', { key: '#quux' });
  return seeds.map(({ uri }) => uri).join() === seed.toString();
}

/** As a click does it: Markdown's links are commands, others are addresses. */
async function follow(target: vscode.Uri): Promise<void> {
  if (target.scheme !== 'command') {
    await vscode.commands.executeCommand('vscode.open', target);
    return;
  }
  const given = JSON.parse(decodeURIComponent(target.query));
  await vscode.commands.executeCommand(target.path, ...(Array.isArray(given) ? given : [given]));
}

async function answer<Result>(method: string, params: object): Promise<Result> {
  return (await inspect()).request<Result>(method, params);
}

async function labels(): Promise<string[]> {
  return (await inspect()).views.entities.rows.map(({ label }) => label);
}

async function found(): Promise<ShownRow | undefined> {
  return (await inspect()).views.entities.rows.find(({ label }) => label === 'Zed Quux');
}

/** Opens the row of Zed Quux and the seed below it by keys. */
async function openRows() {
  await command('seedmark.filterEntities', { filter: 'zed quux' });
  await untilEqual('the row', labels, ['Zed Quux']);
  await vscode.commands.executeCommand('seedmark.entities.focus');
  await until('the row is drawn', async () => {
    await keys('list.focusFirst', 'list.select');
    return (await inspect()).views.entities.selected.join() === 'Zed Quux';
  });
  await until('the seeds', async () => {
    await keys('list.focusFirst', 'list.expand');
    return (await found())?.children.length !== 0;
  });
  const sentence = await until('the sentences', async () => {
    await keys('list.focusFirst', 'list.focusDown', 'list.expand');
    const below = (await found())?.children[0]?.children ?? [];
    // The seed of the test before may be known a moment longer than it is there.
    return below.length > 0 && !below.some(({ label }) => label === 'This sentence has changed') && below;
  });
  await vscode.commands.executeCommand('list.focusDown');
  const { label, description } = (await found()) ?? { label: '', description: '' };
  return { row: { label, description }, sentence };
}

/** Moves in the list that has the focus. VS Code draws rows some time after it was told of them, and fails in between. */
async function keys(...ids: readonly string[]): Promise<void> {
  try {
    for (const id of ids) await vscode.commands.executeCommand(id);
  } catch {
    // Whoever asked looks whether it was done, and tries again.
  }
}
