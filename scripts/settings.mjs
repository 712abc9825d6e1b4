// `npm run docs`: writes docs/settings.md from package.json. With --print it only prints the page.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './lib/paths.mjs';
import { settingsPage } from './lib/settings-page.mjs';

const page = settingsPage(JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')));
if (process.argv.includes('--print')) process.stdout.write(page);
else fs.writeFileSync(path.join(root, 'docs', 'settings.md'), page);
