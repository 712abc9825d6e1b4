// Packs the extension with vsce.
import fs from 'node:fs';
import path from 'node:path';
import { runBin } from './bins.mjs';
import { thirdPartyNotices } from './notices.mjs';
import { root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';

/** Bytes. What is small is installed in a moment, also over a slow line. */
export const largest = 3_500_000;

/** @returns {string} A path in the checkout, where git does not see it. */
export function packageName() {
  const { name, version } = readManifest();
  return path.join(root, `${name}-${version}.vsix`);
}

/**
 * Builds what is published, without tests and source maps, and packs it.
 * @param {string} file
 * @returns {Promise<number>} Its size in bytes.
 */
export async function makePackage(file) {
  console.log('Building the bundles that are published.');
  const built = await run(process.execPath, ['scripts/build.mjs'], { cwd: root });
  if (built !== 0) throw new Problem('Not packed, because the build failed: see above.');
  fs.writeFileSync(path.join(root, 'dist', 'third-party-notices.txt'), thirdPartyNotices(root));

  console.log('Packing them with vsce.');
  const packed = await runBin('vsce', ['package', ...vsceOptions(), '--out', file]);
  if (packed !== 0) throw new Problem(`Not packed: vsce ended with status ${packed}, see above.`);
  return fs.statSync(file).size;
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(2)} MB`;
}

function vsceOptions() {
  // The bundles hold the libraries already.
  const options = ['--no-dependencies'];
  if (readManifest().repository !== undefined) return options;
  // In the Extensions view VS Code shows pictures with a public address only, and this project has none: neither packed files nor `data:`
  // addresses appear there (tried in 1.139). With a `repository` in package.json vsce would write addresses into the page.
  const page = path.join('.cache', 'store-page.md');
  fs.mkdirSync(path.join(root, '.cache'), { recursive: true });
  fs.writeFileSync(path.join(root, page), withoutPictures(fs.readFileSync(path.join(root, 'README.md'), 'utf8')));
  return [...options, '--allow-missing-repository', '--no-rewrite-relative-links', '--readme-path', slashes(page)];
}

/**
 * A README without its relative pictures, which would show as broken ones. Each stands on a line of its own, as Markdown's paragraphs do.
 * @param {string} markdown
 */
export function withoutPictures(markdown) {
  return markdown.replace(/^!\[[^\]\n]*\]\((?!https:)[^)\n]*\)\n\n?/gm, '');
}

/** @returns {{ name: string, version: string, repository?: unknown }} */
function readManifest() {
  return JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
}

/** @param {string} file vsce compares paths with slashes, on Windows too. */
function slashes(file) {
  return file.replaceAll('\\', '/');
}
