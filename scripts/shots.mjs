// usage: node scripts/shots.mjs OUT [--only name]...
//        node scripts/shots.mjs OUT --walkthrough
// Pictures of Seedmark at work on a copy of seeds/, taken in the embedded VS Code. `npm run build` first.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openPage, startBrowser } from '../test/host/browser.mjs';
import { startHost, workbenchUrl } from '../test/host/host.mjs';
import { Workbench } from '../test/host/workbench.mjs';
import { root, seedsFolder, shown } from './lib/paths.mjs';
import { withPalette } from './lib/png.mjs';
import { explain, Problem, runMain } from './lib/problem.mjs';

/**
 * @typedef {object} Shot
 * @property {string} [theme] Default: Light 2026.
 * @property {object} [settings] Other user settings.
 * @property {{ width: number, height: number }} [size]
 * @property {boolean} [palette] A quarter of the bytes, in 256 colours.
 * @property {(workbench: Workbench) => Promise<void>} take Brings the window into the state to be seen.
 */

const annotated = '2012-10-30-sandy.txt';
const incomplete = '2021-03-30-ever-given.txt';
const relative = annotated;
/** Annotations in annotations, crossing ones, suggested, rejected, orphaned and related ones. */
const nested = '2015-10-05-nobel-tu-youyou.txt';

const PASTED =
  'Old lock to reopen after six years\nBy Jane Doe\n05/07/2021\n\nThe board voted to open the lock on Monday.\n';

/** @type {Record<string, Shot>} */
const pictures = {
  'seed-light': { take: (workbench) => workbench.open(annotated) },
  'seed-dark': { theme: 'Dark 2026', take: (workbench) => workbench.open(annotated) },
  'seed-high-contrast': { theme: 'Default High Contrast', take: (workbench) => workbench.open(annotated) },
  'seed-high-contrast-light': { theme: 'Default High Contrast Light', take: (workbench) => workbench.open(annotated) },
  hover: {
    async take(workbench) {
      await workbench.open(annotated);
      await workbench.hover('New York Stock Exchange', 'Stock exchange in Wall Street');
    },
  },
  'hover-annotation': {
    palette: true,
    async take(workbench) {
      await workbench.open(annotated);
      await workbench.hover('Metropolitan Transportation Authority', 'runs the subway');
    },
  },
  'hover-relations': { palette: true, take: (workbench) => hoverRelations(workbench) },
  'hover-relations-dark': { theme: 'Dark 2026', palette: true, take: (workbench) => hoverRelations(workbench) },
  'hover-model': {
    palette: true,
    async take(workbench) {
      await workbench.open(annotated);
      await workbench.hover('Mitt Romney', 'by the model');
    },
  },
  'name-actions': {
    theme: 'Dark 2026',
    palette: true,
    async take(workbench) {
      await workbench.open(annotated);
      await workbench.waitFor('.mtk1');
      await workbench.select('Mitt Romney');
      await workbench.quickFixes('Not an entity');
    },
  },
  'lost-place': {
    palette: true,
    async take(workbench) {
      await rewrite(workbench);
      await workbench.quickFixes('Place “Consolidated Edison” in line 6');
    },
  },
  'lost-place-dark': {
    theme: 'Dark 2026',
    palette: true,
    async take(workbench) {
      await rewrite(workbench);
      await workbench.run('Seedmark: Place Annotation Again…');
      await workbench.row('the power company').waitFor();
    },
  },
  'hover-date': {
    async take(workbench) {
      await workbench.open(annotated);
      await workbench.hover('6 November', '2012-11-06');
    },
  },
  'hover-weekday': {
    async take(workbench) {
      await workbench.open(relative);
      await workbench.hover('Tuesday', 'the day of publication');
    },
  },
  'time-hints': { palette: true, take: (workbench) => showHints(workbench) },
  'time-hints-dark': { theme: 'Dark 2026', palette: true, take: (workbench) => showHints(workbench) },
  'quick-fix': {
    async take(workbench) {
      await workbench.open(incomplete);
      await workbench.waitFor('.squiggly-warning');
      await workbench.goTo(1);
      await workbench.quickFixes('Insert the missing field');
    },
  },
  'tag-picker': {
    palette: true,
    async take(workbench) {
      await workbench.open(incomplete);
      await workbench.select('Evergreen Marine');
      await workbench.run('Seedmark: Tag Selection As…');
      await workbench.row('Organisation').waitFor();
    },
  },
  review: { palette: true, take: (workbench) => showReview(workbench) },
  'review-dark': { theme: 'Dark 2026', palette: true, take: (workbench) => showReview(workbench) },
  'tag-all': {
    palette: true,
    async take(workbench) {
      await listAll(workbench);
      await workbench.page.keyboard.press('ArrowDown');
    },
  },
  'tag-all-dark': {
    theme: 'Dark 2026',
    palette: true,
    async take(workbench) {
      await listAll(workbench);
      // The box that ticks all, then the buttons of the title.
      for (const key of ['Shift+Tab', 'Shift+Tab', 'Enter']) await workbench.page.keyboard.press(key);
      await workbench.box('seed of').waitFor();
      await workbench.page.keyboard.press('ArrowDown');
    },
  },
  'new-seed': {
    async take(workbench) {
      await workbench.copy(PASTED);
      await workbench.run('Seedmark: New Seed from Clipboard…');
      await workbench.box('1 of 3').waitFor();
      await workbench.fillQuickInput('Harbour Times');
      await workbench.page.keyboard.press('Enter');
      // A date with two readings.
      await workbench.box('2 of 3').filter({ hasText: 'can be read as' }).waitFor();
    },
  },
  'fill-metadata': { palette: true, take: fillMetadata },
  'view-annotations': { palette: true, take: (workbench) => showViews(workbench) },
  'view-annotations-dark': { theme: 'Dark 2026', palette: true, take: (workbench) => showViews(workbench) },
  'view-suggestions': { palette: true, take: (workbench) => showSuggestions(workbench) },
  'view-suggestions-dark': { theme: 'Dark 2026', palette: true, take: (workbench) => showSuggestions(workbench) },
  'view-entities': { palette: true, take: (workbench) => showEntities(workbench) },
  'view-entities-dark': { theme: 'Dark 2026', palette: true, take: (workbench) => showEntities(workbench) },
  dossier: { palette: true, take: (workbench) => showDossier(workbench) },
  'dossier-dark': { theme: 'Dark 2026', palette: true, take: (workbench) => showDossier(workbench) },
  'nesting-light': { palette: true, take: (workbench) => showNesting(workbench) },
  'nesting-dark': { theme: 'Dark 2026', palette: true, take: (workbench) => showNesting(workbench) },
  'nesting-high-contrast': {
    theme: 'Default High Contrast',
    palette: true,
    take: (workbench) => showNesting(workbench),
  },
  'nesting-high-contrast-light': {
    theme: 'Default High Contrast Light',
    palette: true,
    take: (workbench) => showNesting(workbench),
  },
  walkthrough: {
    palette: true,
    async take(workbench) {
      await workbench.open(incomplete);
      await workbench.run('View: Close Primary Side Bar');
      await openWalkthrough(workbench);
    },
  },
  sidecar: { take: (workbench) => workbench.open(`${annotated}.annotations.yaml`) },
};

/** Pictures of the walkthrough: small, and nothing in them but what they show. @type {Record<string, Shot>} */
const walkthroughShots = {
  open: small((workbench) => workbench.open(annotated)),
  metadata: small(fillMetadata),
  hover: small(async (workbench) => {
    await workbench.open(annotated);
    await workbench.hover('New York Stock Exchange', 'Stock exchange in Wall Street');
  }),
  tag: small(async (workbench) => {
    await workbench.open(incomplete);
    await workbench.select('Evergreen Marine');
    await workbench.run('Seedmark: Tag Selection As…');
    await workbench.row('Organisation').waitFor();
  }),
};

/**
 * @param {Shot['take']} take
 * @returns {Shot}
 */
function small(take) {
  return {
    palette: true,
    size: { width: 800, height: 480 },
    settings: {
      'breadcrumbs.enabled': false,
      'editor.lineNumbers': 'off',
      'editor.minimap.enabled': false,
      'window.commandCenter': false,
      'window.menuBarVisibility': 'hidden',
      'workbench.activityBar.location': 'hidden',
      'workbench.layoutControl.enabled': false,
    },
    async take(workbench) {
      await workbench.run('View: Close Primary Side Bar');
      await take(workbench);
    },
  };
}

/** @param {Workbench} workbench */
async function listAll(workbench) {
  await workbench.open(annotated);
  await workbench.page.locator('.statusbar').getByText('10 annotations').waitFor();
  await workbench.select('New York');
  await workbench.run('Seedmark: Tag All Occurrences…');
  await workbench.box('in this seed').waitFor();
}

/** Decisions made one after another, down to a name that the list does not cover. @param {Workbench} workbench */
async function showReview(workbench) {
  await workbench.open(annotated);
  await workbench.page.locator('.statusbar').getByText('10 annotations').waitFor();
  await workbench.run('Seedmark: Review Suggestions');
  await workbench.box('0 of').waitFor();
  for (let decided = 1; !(await workbench.box('Chris Christie').isVisible()); decided++) {
    await workbench.page.keyboard.press('a');
    await workbench.box(`· ${decided} of`).waitFor();
  }
}

/** What is annotated beside the relations that it has. @param {Workbench} workbench */
async function hoverRelations(workbench) {
  await showNesting(workbench);
  await workbench.run('View: Close Primary Side Bar');
  await workbench.hover('Kitasato University', 'works for');
}

/** @param {Workbench} workbench */
async function showHints(workbench) {
  await workbench.open(relative);
  await workbench.page
    .locator('.view-line')
    .filter({ hasText: /20\d\d-\d\d-\d\d/ })
    .first()
    .waitFor();
}

/** @param {Workbench} workbench */
async function showNesting(workbench) {
  await workbench.open(nested);
  await workbench.page.locator('.statusbar').getByText('annotations').waitFor();
  await workbench.waitFor('.view-overlays .cdr[class*="ced-"]');
}

/** The view of annotations beside the text, with the relations of one of them. @param {Workbench} workbench */
async function showViews(workbench) {
  await showNesting(workbench);
  await workbench.run('View: Show Seedmark');
  const row = workbench.page.locator('.pane-body .monaco-list-row', { hasText: /^Stockholm/ }).first();
  await row.click();
  await workbench.settled();
  await row.locator('.monaco-tl-twistie').click();
  await workbench.page.locator('.pane-body .monaco-list-row', { hasText: '←' }).first().waitFor();
}

/** @param {Workbench} workbench */
async function showSuggestions(workbench) {
  await workbench.open(incomplete);
  await workbench.run('View: Show Seedmark');
  await workbench.run('Seedmark: Focus on Suggestions View');
  const row = workbench.page.locator('.pane-body .monaco-list-row', { hasText: /^Suez Canal Authority/ });
  await row.click();
}

/** What the seeds name, down to the sentences of one name. @param {Workbench} workbench */
async function showEntities(workbench) {
  await workbench.open(annotated);
  await workbench.run('View: Show Seedmark');
  for (const name of ['Annotations', 'Suggestions'])
    await workbench.page.locator('.pane-header', { hasText: name }).first().click();
  await workbench.run('Seedmark: Focus on Entities View');
  const view = workbench.page.locator('.pane', {
    has: workbench.page.locator('.pane-header', { hasText: 'Entities' }),
  });
  /** @param {string | RegExp} text */
  const row = (text) => view.locator('.monaco-list-row', { hasText: text }).first();
  for (const text of ['New Jersey', 'Sandy floods', /line 9$/]) {
    await row(text).click();
    await workbench.settled();
  }
}

/** @param {Workbench} workbench */
async function showDossier(workbench) {
  await workbench.open(annotated);
  // The seeds have been read.
  await workbench.settled();
  await workbench.run('Seedmark: Dossier…');
  await workbench.fillQuickInput('tu youyou');
  await workbench.row('Pharmacologist').waitFor();
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
}

/** Writes over the words of an annotation. @param {Workbench} workbench */
async function rewrite(workbench) {
  await workbench.open(annotated);
  await workbench.page.locator('.statusbar').getByText('10 annotations').waitFor();
  await workbench.select('Consolidated Edison');
  await workbench.page.keyboard.type('the power company');
  await workbench.waitFor('.squiggly-warning');
}

/** @param {Workbench} workbench */
async function fillMetadata(workbench) {
  await workbench.open(incomplete);
  await workbench.waitFor('.squiggly-warning');
  await workbench.run('Seedmark: Fill In Missing Metadata…');
  await workbench.row('Skip').waitFor();
}

/** @param {Workbench} workbench */
async function openWalkthrough(workbench) {
  await workbench.run('Welcome: Open Walkthrough...');
  await workbench.pick('Get started with Seedmark');
  await workbench.waitFor('.getting-started-step');
}

await runMain(async () => {
  const { out, names, shots } = readOptions();
  fs.mkdirSync(out, { recursive: true });
  const host = await startHost({ extension: root });
  const browser = await startBrowser();
  let failed = 0;
  try {
    for (const name of names) {
      const shot = shots[name];
      if (shot === undefined)
        throw new Problem(`There is no shot "${name}". There are: ${Object.keys(shots).join(' ')}.`);
      if (!(await takeShot(host, browser, shot, path.join(out, `${name}.png`)))) failed++;
    }
  } finally {
    await browser.close();
    host.stop();
  }
  return failed > 0 ? 1 : 0;
});

/**
 * @param {import('../test/host/host.mjs').Host} host
 * @param {import('playwright-core').Browser} browser
 * @param {Shot} shot
 * @param {string} file
 */
async function takeShot(host, browser, { theme = 'Light 2026', settings = {}, size, palette = false, take }, file) {
  host.writeSettings({ 'workbench.colorTheme': theme, ...settings });
  // Each shot starts from the samples as they are in the checkout.
  const folder = path.join(host.folder, path.basename(file, '.png'), 'seeds');
  fs.cpSync(seedsFolder, folder, { recursive: true });
  const page = await openPage(browser, size);
  try {
    await page.goto(workbenchUrl(host.authority, { folder }));
    const workbench = new Workbench(page);
    await workbench.ready();
    await take(workbench);
    await workbench.settled();
    const picture = await page.screenshot();
    fs.writeFileSync(file, palette ? withPalette(picture) : picture);
    console.log(shown(file));
    return true;
  } catch (error) {
    const picture = file.replace(/\.png$/, '.failed.png');
    await page.screenshot({ path: picture });
    console.error(`${shown(picture)}: ${explain(error)}`);
    return false;
  } finally {
    await page.context().close();
  }
}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, walkthrough: { type: 'boolean', default: false } },
  });
  const shots = values.walkthrough ? walkthroughShots : pictures;
  const [out] = positionals;
  if (out === undefined)
    throw new Problem(
      `usage: node scripts/shots.mjs OUT [--walkthrough] [--only name]...\nShots: ${Object.keys(shots).join(' ')}`,
    );
  return { out: path.resolve(out), names: values.only ?? Object.keys(shots), shots };
}
