import * as vscode from 'vscode';
import { equal } from './assert.ts';
import { command, inspect, serverRuns } from './support/seedmark.ts';
import { cleanUp, closeAll, folder, inFolder, onDisk, show, write } from './support/seeds.ts';
import { until, untilEqual } from './support/until.ts';

const TEXT = 'Source: Harbour Times\nPublished: 2021-07-05\n\nThe board of Rotterdam voted to open it.\n';

suite('Treat as Seed', () => {
  suiteSetup(async () => {
    await inspect();
    await serverRuns();
  });
  teardown(cleanUp);

  test('a Markdown file becomes a seed, with findings', async () => {
    const { document } = await openLetter('a.md');
    equal(document.languageId, 'markdown');
    await command('seedmark.treatAsSeed', { remember: 'no' });
    equal(document.languageId, 'seed');
    await untilEqual('findings', () => codes(document).includes('missing-metadata'), true);
  });

  test('seedmark.yaml remembers files like it, its comments stay, and others are seeds when they open', async () => {
    const project = inFolder('vscode-test-letters/seedmark.yaml');
    await write(project, '# ours\nnever: [Key Stage] # a school\n');
    await openLetter('b.md');
    await until('the project is known', async () => {
      await command('seedmark.treatAsSeed', { glob: '*.md' });
      return (await onDisk(project))?.includes('seeds:');
    });
    equal(await onDisk(project), '# ours\nnever: [Key Stage] # a school\nseeds:\n  - "*.md"\n');
    await closeAll();
    const { document } = await openLetter('c.md');
    const language = () => vscode.workspace.textDocuments.find(({ uri }) => same(uri, document.uri))?.languageId;
    await untilEqual('the language', language, 'seed');
  });

  test('a file that is open when its project names it becomes a seed; who sets it back has the last word', async () => {
    const { document } = await openLetter('d.md');
    const { document: other } = await openLetter('e.md');
    await write(inFolder('vscode-test-letters/seedmark.yaml'), 'seeds: ["*.md"]\n');
    await untilEqual('the languages', () => [document.languageId, other.languageId], ['seed', 'seed']);
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await vscode.languages.setTextDocumentLanguage(other, 'markdown');
    // The project changes, so that the client asks again; a third file shows that it has.
    const { document: third } = await openLetter('f.rst');
    await write(inFolder('vscode-test-letters/seedmark.yaml'), 'seeds: ["*.md", "*.rst"]\n');
    await untilEqual('the language of the third', () => third.languageId, 'seed');
    equal(document.languageId, 'markdown');
    equal(other.languageId, 'markdown');
    await show(other.uri);
    await command('seedmark.treatAsSeed', { remember: 'no' });
    equal(other.languageId, 'seed');
  });

  test('This File is remembered in a new seedmark.yaml where there is none', async () => {
    const { document } = await openLetter('g.md');
    const root = vscode.Uri.joinPath(folder(), 'seedmark.yaml');
    const before = await vscode.workspace.fs.readFile(root);
    await vscode.workspace.fs.delete(root);
    try {
      // The project of the tests before, which is gone, may be known still.
      await until('it is remembered', async () => {
        await command('seedmark.treatAsSeed', { uri: document.uri.toString(), remember: 'file' });
        return onDisk(root);
      });
      equal(await onDisk(root), 'seeds:\n  - vscode-test-letters/g.md\n');
    } finally {
      await vscode.workspace.fs.writeFile(root, before);
    }
  });

  test('annotations are no seed', async () => {
    const uri = inFolder('vscode-test-letters/a.md.annotations.yaml');
    await write(uri, 'seedmark: 1\n');
    const { document } = await show(uri);
    await command('seedmark.treatAsSeed', { remember: 'no' });
    equal(document.languageId, 'yaml');
  });
});

async function openLetter(name: string): Promise<{ document: vscode.TextDocument }> {
  const uri = inFolder(`vscode-test-letters/${name}`);
  await write(uri, TEXT);
  return show(uri);
}

function codes(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

function same(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
