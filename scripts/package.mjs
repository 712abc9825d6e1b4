// `npm run package`: the extension as one file, which VS Code installs ("Install from VSIX…", or `code --install-extension FILE`).
//   --out FILE  there, instead of seedmark-VERSION.vsix in the checkout
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureProject } from './lib/install.mjs';
import { shown } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { largest, makePackage, megabytes, packageName } from './lib/vsix.mjs';

await runMain(async () => {
  const file = path.resolve(readOptions().out ?? packageName());
  await ensureProject();
  const size = await makePackage(file);
  console.log(`${shown(file)}: ${megabytes(size)}`);
  if (size <= largest) return 0;
  throw new Problem(
    `That is too large: a package may have ${megabytes(largest)}. \`unzip -lv ${shown(file)}\` says what takes the room;\n` +
      'what goes in is listed under "files" in package.json.',
  );
});

function readOptions() {
  try {
    return parseArgs({ options: { out: { type: 'string' } } }).values;
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : error}\nusage: npm run package [-- --out FILE]`);
  }
}
