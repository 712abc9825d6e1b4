import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { command, inspect, type ShownRow } from './support/seedmark.ts';
import { cleanUp, onDisk, openSeed, REVIEW, rangeOf, unsaved, write } from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

/** Two annotations of one type with a relation, a suggested one and one whose words are gone. */
const SIDECAR = `seedmark: 1
annotations:
${entry('k1', 'organization', 'Kanzhun Limited')}    note: Listed in New York
${entry('b2', 'product', 'Boss Zhipin')}
${entry('p3', 'person', 'Wang Wenbin')}    status: suggested
${entry('o4', 'place', 'Atlantis')}
${entry('m5', 'organization', 'Ministry of Foreign Affairs')}
relations:
  - id: r1
    type: owns
    from: k1
    to: b2
`;

suite('The view Annotations', () => {
  setup(async () => {
    await command('seedmark.annotationsByType');
    await vscode.commands.executeCommand('seedmark.annotations.focus');
  });
  teardown(async () => {
    await command('seedmark.clearAnnotationFilter');
    await vscode.commands.executeCommand('workbench.view.explorer');
    await cleanUp();
  });

  test('by type, what has lost its place first, with relations under both ends', async () => {
    await open();
    await untilEqual('the rows', rows, [
      'Without a Place 1: Atlantis',
      'Organisation 2: Kanzhun Limited (owns → Boss Zhipin), Ministry of Foreign Affairs',
      'Person 1: Wang Wenbin',
      'Product 1: Boss Zhipin (owns ← Kanzhun Limited)',
    ]);
    equal((await inspect()).views.annotations.badge, 1, 'badge');
  });

  test('in the order of the text', async () => {
    await open();
    await command('seedmark.annotationsInOrder');
    await untilEqual('the rows', rows, [
      'Without a Place 1: Atlantis',
      'Kanzhun Limited line 6 · Organisation: owns → Boss Zhipin',
      'Boss Zhipin line 6 · Product: owns ← Kanzhun Limited',
      'Wang Wenbin line 7 · Person · suggested',
      'Ministry of Foreign Affairs line 7 · Organisation',
    ]);
  });

  test('filtered, and no longer', async () => {
    await open();
    await command('seedmark.filterAnnotations', { filter: 'new york' });
    await untilEqual('the rows', rows, ['Organisation 1: Kanzhun Limited (owns → Boss Zhipin)']);
    equal((await inspect()).views.annotations.message, '“new york”: 1 of 5 annotations');
    await command('seedmark.clearAnnotationFilter');
    await untilEqual('the message', async () => (await inspect()).views.annotations.message, '');
    equal((await rows()).length, 4);
  });

  test('follows the cursor without taking the focus', async () => {
    const { document, editor } = await open();
    await untilEqual('the rows', async () => (await rows()).length, 4);
    for (const words of ['Wang Wenbin', 'Kanzhun Limited']) {
      const inside = rangeOf(document, words).start.translate(0, 2);
      editor.selection = new vscode.Selection(inside, inside);
      await untilEqual('the row', async () => (await inspect()).views.annotations.selected, [words]);
    }
  });

  test('a click shows and selects the words', async () => {
    const { document, editor } = await open();
    await untilEqual('the rows', async () => (await rows()).length, 4);
    // Down into the second group, and on its first row.
    await choose(editor, 'Kanzhun Limited', 3);
    const range = rangeOf(document, 'Kanzhun Limited');
    await untilEqual('the selection', () => document.getText(editor.selection), 'Kanzhun Limited');
    ok(editor.selection.isEqual(range), 'another place');
  });

  test('Delete removes the annotation of the row; one undo in the seed brings it back', async () => {
    const { document, editor, sidecar } = await open();
    await choose(editor, 'Atlantis', 1);
    await command('seedmark.removeListed');
    await untilEqual('the badge', async () => (await inspect()).views.annotations.badge, undefined);
    ok(!(await onDisk(sidecar))?.includes('Atlantis'), 'it is still there');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await untilEqual('the badge', async () => (await inspect()).views.annotations.badge, 1);
    await untilEqual('unsaved', unsaved, []);
  });

  test('tells of the seed in sight, and of none where there is none', async () => {
    await open();
    await untilEqual('the rows', async () => (await rows()).length, 4);
    await openSeed(REVIEW);
    await untilEqual('the rows', rows, []);
    await cleanUp();
    await untilEqual('the badge', async () => (await inspect()).views.annotations.badge, undefined);
  });
});

suite('The view Suggestions', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await cleanUp();
  });

  test('its badge counts the places that it lists', async () => {
    await openSeed(REVIEW);
    await vscode.commands.executeCommand('seedmark.suggestions.focus');
    await until('the server has answered', async () => {
      const { visible, message } = (await inspect()).views.suggestions;
      return visible && message === '';
    });
    const { rows, badge } = (await inspect()).views.suggestions;
    const places = rows.map(({ children }) => Math.max(1, children.length));
    equal(
      places.reduce((sum, one) => sum + one, 0),
      badge ?? 0,
    );
  });
});

suite('Going from place to place', () => {
  teardown(cleanUp);

  test('every annotation in the order of the text, and round again', async () => {
    const { document, editor } = await open();
    const order = ['Kanzhun Limited', 'Boss Zhipin', 'Wang Wenbin', 'Ministry of Foreign Affairs', 'Kanzhun Limited'];
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    for (const words of order) {
      await command('seedmark.nextAnnotation');
      equal(document.getText(editor.selection), words);
    }
    for (const words of order.slice(0, 4).reverse()) {
      await command('seedmark.previousAnnotation');
      equal(document.getText(editor.selection), words);
    }
  });

  test('where an annotation was that has lost its place', async () => {
    const { editor } = await open();
    const end = new vscode.Position(6, 10);
    editor.selection = new vscode.Selection(end, end);
    await command('seedmark.nextOrphan');
    ok(!editor.selection.active.isEqual(end), 'the cursor stayed');
  });
});

suite('Relations in the text', () => {
  teardown(cleanUp);

  test('are written behind their other ends while the cursor is in an annotation', async () => {
    const { document, editor } = await open();
    const relationEnds = async () => (await inspect()).relationEnds;
    for (const [words, expected] of [
      ['Kanzhun Limited', [' ← owns']],
      ['Boss Zhipin', [' owns →']],
      ['Regulators', []],
    ] as const) {
      const inside = rangeOf(document, words).start.translate(0, 2);
      editor.selection = new vscode.Selection(inside, inside);
      await untilEqual(`what is written for ${words}`, relationEnds, [...expected]);
    }
  });

  test('can be peeked at from either end; the cursor goes to the annotation that is asked for', async () => {
    const { document, editor } = await open();
    for (const [id, words] of [
      ['k1', 'Kanzhun Limited'],
      ['b2', 'Boss Zhipin'],
    ] as const) {
      await command('seedmark.showRelations', { uri: document.uri.toString(), ids: [id] });
      const { start } = rangeOf(document, words);
      await untilEqual(`the cursor is at ${words}`, () => editor.selection.active.isEqual(start), true);
      await vscode.commands.executeCommand('closeReferenceSearch');
    }
  });
});

suite('The signs of what is not confirmed', () => {
  teardown(cleanUp);

  test('each status is drawn in a way of its own', async () => {
    await open();
    const kinds = async () => Object.keys((await inspect()).drawn).sort();
    await untilEqual('what is drawn', kinds, ['note', 'organization', 'orphan', 'person suggested', 'product']);
  });
});

/** Goes down from the first row and presses Enter, once the view has drawn its rows: when it follows the cursor, it has. */
async function choose(editor: vscode.TextEditor, label: string, down: number): Promise<void> {
  const selected = async () => (await inspect()).views.annotations.selected;
  const inside = rangeOf(editor.document, 'Wang Wenbin').start.translate(0, 2);
  editor.selection = new vscode.Selection(inside, inside);
  await untilEqual('the row of Wang Wenbin', selected, ['Wang Wenbin']);
  await vscode.commands.executeCommand('seedmark.annotations.focus');
  await vscode.commands.executeCommand('list.focusFirst');
  for (let step = 0; step < down; step++) await vscode.commands.executeCommand('list.focusDown');
  await vscode.commands.executeCommand('list.select');
  await untilEqual('the row that was chosen', selected, [label]);
}

async function open() {
  const seed = await openSeed(REVIEW);
  await write(seed.sidecar, SIDECAR);
  await untilEqual('the status', async () => (await inspect()).statusText?.includes('5 annotations'), true);
  return seed;
}

function entry(id: string, type: string, quote: string): string {
  const at = REVIEW.includes(quote) ? REVIEW.indexOf(quote) : 10;
  return `  - id: ${id}\n    type: ${type}\n    quote: ${quote}\n    at: ${at}\n`;
}

/** Groups with what is in them, rows with their description and relations. */
async function rows(): Promise<readonly string[]> {
  const { rows } = (await inspect()).views.annotations;
  return rows.map(({ label, description, children }) => {
    const below = children.map(({ label, children }) => label + inBrackets(children)).join(', ');
    return `${label} ${description}${below && `: ${below}`}`;
  });
}

function inBrackets(rows: readonly ShownRow[]): string {
  return rows.length === 0 ? '' : ` (${rows.map(({ label }) => label).join(', ')})`;
}
