// Runs a mocha entry inside an extension host of the embedded VS Code.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { readMarked } from '../../scripts/lib/marks.mjs';
import { root, shown } from '../../scripts/lib/paths.mjs';
import { noise, openPage, startBrowser } from './browser.mjs';
import { extensionPath, startFront } from './front.mjs';
import { remoteUri, startHost, workbenchUrl } from './host.mjs';
import { sourceLines } from './sources.mjs';

/** A guard, no measure of anything: longer than any run should take on a slow machine. */
const minutesToEnd = 10;

/**
 * @typedef {object} SuiteOptions
 * @property {'node' | 'web'} host `main` in the Node extension host, or `browser` in the web worker one.
 * @property {string} extension Folder of the extension.
 * @property {string} tests The entry: a file in the extension's folder that exports `run`.
 * @property {string} workspace The folder to open a copy of.
 * @property {boolean} [verbose]
 *
 * @typedef {{ passed: number, failed: number, crash?: string }} Outcome
 */

/**
 * @param {SuiteOptions} options
 * @returns {Promise<Outcome>}
 */
export async function runSuite(options) {
  const { extension, tests, verbose = false } = options;
  // VS Code copies every saved file a moment later, and complains of those that a test has deleted by then.
  const settings = { 'workbench.localHistory.enabled': false };
  const server = await startHost({ testDriver: true, verbose, settings });
  const front = options.host === 'web' ? await startFront(server.authority, extension) : undefined;
  const browser = await startBrowser();
  try {
    const page = await openPage(browser);
    const outcome = watch(page, sourceLines(tests), verbose);
    const { authority } = front ?? server;
    const folder = copyOf(options.workspace, server.folder);
    if (front !== undefined)
      await developInWorker(page, authority, `${extensionPath}/${slashes(path.relative(extension, tests))}`);
    const payload = front === undefined ? developInNode(authority, extension, tests) : [];
    await page.goto(
      workbenchUrl(authority, {
        folder,
        payload: [...payload, ['skipWelcome', 'true']],
      }),
    );
    const result = await outcome;
    if (result.crash !== undefined) result.crash += await picture(page, options.host);
    return result;
  } finally {
    await browser.close();
    front?.stop();
    server.stop();
  }
}

/**
 * Listens to what the workbench and the extension host log and, at the end, report. Must be called before the page is loaded.
 * @param {import('./browser.mjs').Page} page
 * @param {(line: string) => string | undefined} translate
 * @param {boolean} verbose
 * @returns {Promise<Outcome>}
 */
function watch(page, translate, verbose) {
  return new Promise((resolve) => {
    /** @type {import('../../scripts/lib/marks.mjs').Counts | undefined} */
    let counts;
    let running = 'before the first test';
    /** @param {string} text */
    const print = (text) => {
      for (const line of text.split('\n').map(translate)) if (line !== undefined) console.log(line);
    };
    /** @param {string} crash */
    const crashed = (crash) =>
      resolve({
        ...(counts ?? { passed: 0, failed: 0 }),
        crash: `${crash} (${running})`,
      });

    page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
      const marked = readMarked(text);
      if (marked?.counts !== undefined) counts = marked.counts;
      else if (marked?.running !== undefined) running = `running: ${marked.running}`;
      else if (marked?.press !== undefined)
        press(page, marked.press)
          .catch((error) => print(`  keys not pressed: ${error}`))
          .then(() => marked.answer !== undefined && fs.writeFileSync(marked.answer, ''));
      else if (marked?.git !== undefined) runGit(marked.git);
      else if (marked !== undefined) print(marked.text);
      else if (verbose || (type === 'error' && !noise.test(text))) print(`  log.${type} ${text.slice(0, 1500)}`);
    });
    page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
      if (counts === undefined) crashed(`the extension host ended with ${code} before the tests did`);
      else if (code !== 0 && counts.failed === 0) crashed(`the extension host ended with ${code}`);
      else resolve(counts);
    });
    page.on('pageerror', (error) => console.log('  page error', error.message));
    page.on('crash', () => crashed('the page crashed'));
    if (verbose) page.on('console', (message) => console.log('  console', message.text().slice(0, 300)));
    setTimeout(() => crashed(`no end in ${minutesToEnd} minutes`), minutesToEnd * 60_000).unref();
  });
}

/**
 * Presses keys as a person does, once a quick pick is open: a test inside VS Code has no keyboard. `@` and a text wait for
 * the box whose title says it; `~` waits until a text has the focus, and no box.
 * @param {import('./browser.mjs').Page} page
 * @param {readonly string[]} keys
 */
async function press(page, keys) {
  // It is drawn before it has the focus: keys pressed between the two would reach the text.
  const box = page.locator('.quick-input-widget', { has: page.locator('input:focus') });
  const text = page.locator('.monaco-editor.focused');
  if (keys[0] !== '~') await box.first().waitFor();
  for (const key of keys) {
    if (key === '~') {
      await box.first().waitFor({ state: 'hidden' });
      await text.first().waitFor();
    } else if (key.length > 1 && key.startsWith('@')) await box.filter({ hasText: key.slice(1) }).waitFor();
    else await page.keyboard.press(key);
  }
}

/**
 * Runs git in a folder of the test's workspace, as another program would, and writes its exit status into a file.
 * @param {import('../../scripts/lib/marks.mjs').Git} git
 */
function runGit({ folder, args, answer }) {
  execFile('git', args, { cwd: folder }, (error) => {
    fs.writeFileSync(answer, String(error === null ? 0 : (error.code ?? 1)));
  });
}

/**
 * @param {string} authority
 * @param {string} extension
 * @param {string} tests
 * @returns {[string, string][]}
 */
function developInNode(authority, extension, tests) {
  return [
    ['extensionDevelopmentPath', remoteUri(authority, extension)],
    ['extensionTestsPath', remoteUri(authority, tests)],
    ['enableProposedApi', ''],
  ];
}

/**
 * There is no command line option for this host, so the page's configuration is edited before its script reads it. (Not by answering the
 * request ourselves: Chromium counts such a page as public and then refuses its connection to this machine.)
 * @param {import('./browser.mjs').Page} page
 * @param {string} authority
 * @param {string} tests
 */
async function developInWorker(page, authority, tests) {
  await page.addInitScript(
    ({ authority, extension, tests }) => {
      document.addEventListener('readystatechange', () => {
        const element = document.getElementById('vscode-workbench-web-configuration');
        if (document.readyState !== 'interactive' || element === null) return;
        const configuration = JSON.parse(element.getAttribute('data-settings') ?? '{}');
        /** @param {string} path */
        const at = (path) => ({ scheme: 'http', authority, path });
        configuration.developmentOptions = {
          ...configuration.developmentOptions,
          extensions: [at(extension)],
          extensionTestsPath: at(tests),
        };
        element.setAttribute('data-settings', JSON.stringify(configuration));
      });
    },
    { authority, extension: extensionPath, tests },
  );
}

/**
 * Tests write; the checkout stays as it is.
 * @param {string} workspace
 * @param {string} into
 */
function copyOf(workspace, into) {
  const copy = path.join(into, 'workspace', path.basename(workspace));
  fs.cpSync(workspace, copy, { recursive: true });
  return copy;
}

/**
 * @param {import('./browser.mjs').Page} page
 * @param {string} host
 */
async function picture(page, host) {
  const file = path.join(root, '.cache', `crash-${host}.png`);
  try {
    await page.screenshot({ path: file });
    return `; a picture of the window: ${shown(file)}`;
  } catch {
    return '';
  }
}

/** @param {string} file */
function slashes(file) {
  return file.replaceAll('\\', '/');
}
