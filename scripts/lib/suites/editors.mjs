import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { ensureNeovim, neovimMinor } from '../neovim.mjs';
import { root, seedsFolder } from '../paths.mjs';
import { Problem } from '../problem.mjs';
import { atExit, exitOf, kill, start } from '../processes.mjs';

/** A guard against an editor that hangs, no measure of anything. */
const minutesToEnd = 5;

/**
 * The ways to start the server that docs/editors.md gives, each behind the words that introduce it, with the versions (0.x) that know it.
 */
const ways = [
  { words: '**0.11 or newer**', from: 11, to: Number.POSITIVE_INFINITY },
  { words: '**0.8 to 0.10**', from: 8, to: Number.POSITIVE_INFINITY },
  { words: '**0.7**', from: 7, to: 10 },
];
const basis = 'First what a seed is';
const colours = { words: 'Colours, from 0.9 on', from: 9 };

/** What docs/editors.md says of Neovim, tried in the Neovim that is here. */
export async function runEditors() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const neovim = await ensureNeovim();
  if (neovim === undefined) {
    console.log('Skipped: there is no Neovim. Install it, or set NEOVIM to the path of its program.');
    return { ...counts, skipped: 1 };
  }
  const minor = neovimMinor(neovim);
  const known = ways.filter(({ from, to }) => minor >= from && minor <= to);
  if (known.length === 0) throw new Problem(`docs/editors.md has no configuration for ${neovim}, version 0.${minor}.`);
  const page = fs.readFileSync(path.join(root, 'docs', 'editors.md'), 'utf8');
  for (const { words } of known) {
    console.log(`${neovim} 0.${minor}, configured as for ${words.replaceAll('*', '')}`);
    const parts = [basis, words, ...(minor >= colours.from ? [colours.words] : [])];
    const found = await tryIn(neovim, page, parts);
    counts.passed += found.passed;
    counts.failed += found.failed;
    counts.skipped += found.skipped;
  }
  return counts;
}

/**
 * @param {string} neovim
 * @param {string} page
 * @param {string[]} parts
 */
async function tryIn(neovim, page, parts) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'seedmark-editors-'));
  const removeFolder = atExit(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const workspace = path.join(folder, path.basename(seedsFolder));
  fs.cpSync(seedsFolder, workspace, { recursive: true });
  const configuration = path.join(folder, 'init.lua');
  const blocks = parts.map((words) => blockBehind(page, words));
  fs.writeFileSync(configuration, blocks.join('\n').replaceAll('/path/to/seedmark', root));
  luaBlocks(page).forEach((block, index) => {
    fs.writeFileSync(path.join(folder, `block-${index}.lua`), block);
  });
  const script = path.join(root, 'test', 'editors', 'neovim.lua');
  const child = start(neovim, ['--headless', '--clean', '-u', configuration, '-c', `luafile ${script}`], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'inherit'],
    // Its own log, state and plug-ins, not those of whoever runs this.
    env: {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_STATE_HOME: folder,
      XDG_CACHE_HOME: folder,
      NVIM_APPNAME: 'seedmark',
      SEEDMARK_BLOCKS: path.join(folder, 'block-*.lua'),
    },
  });
  const guard = setTimeout(() => kill(child), minutesToEnd * 60_000);
  try {
    return await readTap(child);
  } finally {
    clearTimeout(guard);
    removeFolder();
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function readTap(child) {
  const ended = exitOf(child);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let planned;
  // Always piped, see above; the type does not know.
  const input = /** @type {import('node:stream').Readable} */ (child.stdout);
  for await (const line of readline.createInterface({ input })) {
    const [, not, name] = /^(not )?ok \d+ - (.*)$/.exec(line) ?? [];
    planned ??= /^1\.\.(\d+)$/.exec(line)?.[1];
    if (name === undefined) {
      if (line.startsWith('#')) console.log(`    ${line.slice(2)}`);
      continue;
    }
    const outcome = not !== undefined ? 'failed' : name.includes(' # SKIP ') ? 'skipped' : 'passed';
    counts[outcome]++;
    console.log(`  ${{ passed: '✔', failed: '✘', skipped: '-' }[outcome]} ${name}`);
  }
  const status = await ended;
  const ran = counts.passed + counts.failed + counts.skipped;
  if (Number(planned) === ran) return counts;
  console.error(`Neovim ended with status ${status} after ${ran} tests, before it had run all.`);
  return { ...counts, failed: counts.failed + 1 };
}

/**
 * @param {string} page
 * @param {string} words
 */
function blockBehind(page, words) {
  const at = page.indexOf(words);
  const [block] = at < 0 ? [] : luaBlocks(page.slice(at));
  if (block === undefined) throw new Problem(`docs/editors.md has no Lua behind the words "${words}".`);
  return block;
}

/** @param {string} page */
function luaBlocks(page) {
  return [...page.matchAll(/^```lua\n([^`]*)^```$/gm)].map(([, block]) => block ?? '');
}
