// `npm run setup`: everything that `npm start` and `npm test` need. Both do it themselves; this is for doing it beforehand.
import { ensureChromium } from './lib/chromium.mjs';
import { ensureHost, ensureProject } from './lib/install.mjs';
import { runMain } from './lib/problem.mjs';

await runMain(async () => {
  await ensureProject();
  await ensureHost();
  console.log(`Ready. Browser for the tests: ${await ensureChromium()}`);
  return 0;
});
