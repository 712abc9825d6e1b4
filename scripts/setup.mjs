// `npm run setup`: everything that `npm start` and `npm test` need. Both do it themselves; this is for doing it beforehand.
import { ensureChromium } from './lib/chromium.mjs';
import { ensureHost, ensureProject } from './lib/install.mjs';
import { ensureNeovim } from './lib/neovim.mjs';
import { runMain } from './lib/problem.mjs';

await runMain(async () => {
  await ensureProject();
  await ensureHost();
  const [browser, neovim] = [await ensureChromium(), await ensureNeovim()];
  console.log(`Ready. Browser for the tests: ${browser}. Neovim: ${neovim ?? 'none, so the tests in it are skipped'}.`);
  return 0;
});
