// usage: node test/host/package.mjs
// The package as its users meet it: made, installed by VS Code's own command line, and used in a window that knows nothing of the checkout.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { markCounts } from '../../scripts/lib/marks.mjs';
import { root, seedsFolder } from '../../scripts/lib/paths.mjs';
import { explain, Problem, runMain } from '../../scripts/lib/problem.mjs';
import { atExit, run } from '../../scripts/lib/processes.mjs';
import { largest, megabytes, withoutPictures } from '../../scripts/lib/vsix.mjs';
import { openPage, startBrowser } from './browser.mjs';
import { startHost, workbenchUrl } from './host.mjs';
import { Workbench } from './workbench.mjs';

const annotated = '2012-10-30-sandy.txt';
const incomplete = '2021-03-30-ever-given.txt';

/** Whatever else a file may be, it must be there. */
const needed = [
  'package.json',
  'readme.md',
  'changelog.md',
  'LICENSE.txt',
  'dist/cli.cjs',
  'dist/extension.cjs',
  'dist/extension.browser.cjs',
  'dist/server.cjs',
  'dist/server.browser.js',
  'dist/third-party-notices.txt',
  'docs/seed-format.md',
  'docs/annotation-format.md',
  'docs/findings/unknown-field.md',
  'docs/schemas/annotations.schema.json',
  'docs/schemas/facts.schema.json',
  'docs/schemas/seedmark.schema.json',
  'server/data/names.model',
  'server/data/names.model.md',
];

/** The only places for anything else: a file that is somewhere else has slipped in. */
const allowed = [
  /^(package\.json|readme\.md|changelog\.md|LICENSE\.txt|\.vsixmanifest)$/,
  /^dist\/[\w.]+\.c?js$/,
  /^dist\/third-party-notices\.txt$/,
  /^docs\/[\w-]+(\.md|\.schema\.json)$/,
  /^docs\/(findings|schemas|walkthrough)\/[\w./-]+\.(md|json|png|svg)$/,
  /^images\/[\w-]+\.(png|svg)$/,
  /^server\/data\/names\.model(\.md)?$/,
  /^syntaxes\/[\w.-]+\.json$/,
];

const counts = { passed: 0, failed: 0 };

await runMain(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'seedmark-package-'));
  atExit(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const vsix = path.join(folder, 'seedmark.vsix');
  const workspace = path.join(folder, path.basename(seedsFolder));
  fs.cpSync(seedsFolder, workspace, { recursive: true });

  await testMaking(vsix);
  const host = await test("VS Code's own command line installs it", () => startHost({ vsix }));
  // The rest looks at what is installed.
  if (host === undefined) return markCounts(counts);
  const browser = await startBrowser();
  try {
    const installed = onlyFolder(path.join(host.folder, 'extensions'));
    await testContents(installed, workspace);
    await testWindow(await openPage(browser), host.authority, workspace);
  } finally {
    await browser.close();
    host.stop();
  }
  return markCounts(counts);
});

/** @param {string} vsix */
async function testMaking(vsix) {
  await test('pictures without an address are left out of the page, others stay', () => {
    const page = '# A\n\n![b](docs/b.png)\n\nText ![c](c.png) [d](d.md)\n\n![e](https://example.org/e.png)\n';
    equal(withoutPictures(page), '# A\n\nText ![c](c.png) [d](d.md)\n\n![e](https://example.org/e.png)\n');
  });
  await test(`npm run package makes it, no larger than ${megabytes(largest)}`, async () => {
    equal(await run(process.execPath, ['scripts/package.mjs', '--out', vsix], { cwd: root }), 0);
    const { size } = fs.statSync(vsix);
    if (size > largest) throw new Problem(`It has ${size} bytes.`);
  });
}

/**
 * @param {string} installed The folder of the extension, as VS Code made it.
 * @param {string} workspace
 */
async function testContents(installed, workspace) {
  const files = filesBelow(installed);
  await test('every file that the manifest names is in it', () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8'));
    equal(
      namedFiles(manifest).filter((file) => !files.includes(file)),
      [],
    );
  });
  await test('what is needed is in it', () => {
    equal(
      needed.filter((file) => !files.includes(file)),
      [],
    );
  });
  await test('nothing else is in it: no sources, no tests, no libraries, no source maps', () => {
    equal(
      files.filter((file) => !allowed.some((place) => place.test(file))),
      [],
    );
  });
  await test('its page shows no picture that VS Code could not load', () => {
    const page = fs.readFileSync(path.join(installed, 'readme.md'), 'utf8');
    const pictures = [...page.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)].map(([, address]) => address);
    equal(
      pictures.filter((address) => !address?.startsWith('https:')),
      [],
    );
  });
  await test('the licences of the libraries are in it', () => {
    const notices = fs.readFileSync(path.join(installed, 'dist', 'third-party-notices.txt'), 'utf8');
    const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    equal(
      Object.keys(dependencies).filter((name) => !notices.includes(`\n${name} `)),
      [],
    );
  });
  await test('its command line runs', async () => {
    const args = [path.join(installed, 'dist', 'cli.cjs'), 'check', '--fail-on', 'error', workspace];
    equal(await run(process.execPath, args, { stdio: 'ignore' }), 0);
  });
}

/**
 * @param {import('./browser.mjs').Page} page
 * @param {string} authority
 * @param {string} workspace
 */
async function testWindow(page, authority, workspace) {
  const workbench = new Workbench(page);
  /** @param {string} name @param {() => Promise<void>} action */
  const testHere = async (name, action) => {
    const failed = counts.failed;
    await test(name, action);
    if (counts.failed > failed) await page.screenshot({ path: path.join(root, '.cache', 'package-failed.png') });
  };
  await testHere('a window opens, with the item in the status bar', async () => {
    await page.goto(workbenchUrl(authority, { folder: workspace }));
    await workbench.ready();
    await workbench.settled();
    await workbench.open(annotated);
    await page.locator('.statusbar-item[id$="seedmark.overview"]', { hasText: 'annotations' }).waitFor();
  });
  await testHere('a name has its colour, which only the server knows', async () => {
    const run = page.locator('.editor-instance .view-line span > span', { hasText: /^New\sYork\sStock\sExchange$/ });
    await run.first().waitFor();
  });
  await testHere('hovering shows what the facts files say', () =>
    workbench.hover('New York Stock Exchange', 'Stock exchange in Wall Street'),
  );
  await testHere('the model finds a name that stands on no list', () => workbench.hover('Mitt Romney', 'by the model'));
  await testHere('a quick fix inserts a missing field', async () => {
    await workbench.open(incomplete);
    await workbench.waitFor('.squiggly-warning');
    await workbench.goTo(1);
    await workbench.quickFixes('Insert the missing field');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active.dirty', { hasText: incomplete }).waitFor();
  });
  await testHere('the code of a finding leads to its page, as people read it', async () => {
    await workbench.settled();
    await workbench.select('Publised');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.press('ControlOrMeta+i');
    await page.locator('.monaco-hover:not(.hidden) a', { hasText: 'unknown-field' }).first().click();
    await page.locator('.tab.active', { hasText: 'unknown-field.md' }).waitFor();
    // A preview, not the Markdown of it.
    await page.locator('.webview.ready').first().waitFor({ state: 'attached' });
  });
}

/**
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} action
 * @returns {Promise<T | undefined>} Undefined if it failed.
 */
async function test(name, action) {
  try {
    const result = await action();
    counts.passed++;
    console.log(`  ✔ ${name}`);
    return result;
  } catch (error) {
    counts.failed++;
    console.log(`  ✘ ${name}\n${explain(error)}`);
    return undefined;
  }
}

/**
 * @param {unknown} found
 * @param {unknown} expected
 */
function equal(found, expected) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Problem(`Found ${a}, expected ${b}.`);
}

/** @param {string} parent */
function onlyFolder(parent) {
  const folders = fs.readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const [folder] = folders;
  if (folder === undefined || folders.length > 1) throw new Problem(`${folders.length} extensions are installed.`);
  return path.join(parent, folder.name);
}

/**
 * @param {string} folder
 * @returns {string[]} Relative to it, with slashes.
 */
function filesBelow(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/**
 * Whatever in a manifest looks like a file of the extension's own: `./dist/a.cjs`, `images/b.png`, also within a command or a walkthrough.
 * @param {unknown} value
 * @returns {string[]}
 */
function namedFiles(value) {
  if (typeof value === 'string') {
    const file = /^(?:\.\/)?((?:dist|docs|images|syntaxes)\/[\w./-]+\.\w+)$/.exec(value)?.[1];
    return file === undefined ? [] : [file];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => (key === 'files' ? [] : namedFiles(item)))
    : [];
}
