// `npm run build`: the bundles in `dist/`, the only code that is published.
//   --tests  also the suites that run inside VS Code
//   --dev    with source maps, and readable
//   --watch  again after every change
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';
import { suitesPlugin } from './lib/suites-plugin.mjs';
import { watchMessagesPlugin } from './lib/watch-messages-plugin.mjs';

const flags = new Set(process.argv.slice(2));
const watch = flags.has('--watch');
const dev = watch || flags.has('--dev');

await runMain(async () => {
  const bundles = [...extensionBundles(), ...(flags.has('--tests') ? testBundles() : [])];
  if (watch) {
    const contexts = await Promise.all(bundles.map((bundle) => esbuild.context(bundle)));
    await Promise.all(contexts.map((context) => context.watch()));
    return 0;
  }
  const started = performance.now();
  const results = await Promise.allSettled(bundles.map((bundle) => esbuild.build(bundle)));
  // esbuild has printed what is wrong and where.
  if (results.some((result) => result.status === 'rejected')) return 1;
  console.log(`Built ${bundles.length} bundles into dist/ in ${Math.round(performance.now() - started)} ms.`);
  return 0;
});

/** @returns {esbuild.BuildOptions[]} */
function extensionBundles() {
  const shared = sharedOptions();
  /** @type {esbuild.BuildOptions} */
  const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20' };
  /** @type {esbuild.BuildOptions} */
  const browser = {
    ...shared,
    platform: 'browser',
    target: 'es2022',
    define: { ...shared.define, global: 'globalThis' },
  };
  return [
    {
      ...node,
      entryPoints: ['client/src/extension.node.ts'],
      outfile: 'dist/extension.cjs',
      external: ['vscode'],
    },
    {
      ...node,
      entryPoints: ['server/src/main.cli.ts'],
      outfile: 'dist/cli.cjs',
      banner: { js: '#!/usr/bin/env node' },
      plugins: [
        ...(shared.plugins ?? []),
        afterBuild('executable', () => fs.chmodSync(path.join(root, 'dist/cli.cjs'), 0o755)),
        // The server is the command line that was told so: a bundle of its own would be the same once more.
        afterBuild('server', () =>
          fs.writeFileSync(
            path.join(root, 'dist/server.cjs'),
            "process.argv.splice(2, 0, 'lsp');\nrequire('./cli.cjs');\n",
          ),
        ),
      ],
    },
    {
      ...browser,
      format: 'cjs',
      entryPoints: ['client/src/extension.browser.ts'],
      outfile: 'dist/extension.browser.cjs',
      external: ['vscode'],
    },
    {
      ...browser,
      format: 'iife',
      entryPoints: ['server/src/main.browser.ts'],
      outfile: 'dist/server.browser.js',
    },
  ];
}

/**
 * mocha's browser build runs in both hosts. It is a UMD module, which inside a `cjs` bundle would overwrite that bundle's own exports:
 * hence `iife`, with the exports handed over at the end.
 * @returns {esbuild.BuildOptions[]}
 */
function testBundles() {
  const shared = sharedOptions();
  /** @type {esbuild.BuildOptions} */
  const tests = {
    ...shared,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    globalName: 'seedmarkTests',
    footer: { js: 'module.exports = seedmarkTests;' },
    external: ['vscode'],
    define: { ...shared.define, global: 'globalThis' },
    // For stack traces that name the lines people wrote; `test/host/sources.mjs` reads the map.
    minify: false,
    sourcemap: 'external',
  };
  return [
    {
      ...tests,
      entryPoints: ['test/vscode/index.node.ts'],
      outfile: 'dist/test/node.cjs',
      plugins: [...(shared.plugins ?? []), suitesPlugin(path.join(root, 'test/vscode'))],
    },
    {
      ...tests,
      entryPoints: ['test/vscode/index.web.ts'],
      outfile: 'dist/test/web.cjs',
      plugins: [...(shared.plugins ?? []), suitesPlugin(path.join(root, 'test/vscode'))],
    },
  ];
}

/** @returns {esbuild.BuildOptions} */
function sharedOptions() {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  return {
    absWorkingDir: root,
    bundle: true,
    mainFields: ['module', 'main'],
    define: { SEEDMARK_VERSION: JSON.stringify(version), SEEDMARK_BUILD: JSON.stringify(buildId()) },
    minify: !dev,
    sourcemap: dev,
    logLevel: watch ? 'silent' : 'warning',
    plugins: watch ? [watchMessagesPlugin()] : [],
  };
}

/** Tells the server's sources and data from others: what another program found in seeds is not taken over. */
function buildId() {
  const hash = crypto.createHash('sha256');
  for (const folder of ['server/src', 'server/data']) {
    const names = fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).sort();
    for (const name of names) {
      const file = path.join(root, folder, name);
      if (fs.statSync(file).isFile()) hash.update(name).update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} name
 * @param {() => void} action
 * @returns {esbuild.Plugin}
 */
function afterBuild(name, action) {
  return {
    name,
    setup(build) {
      build.onEnd((result) => {
        if (result.errors.length === 0) action();
      });
    },
  };
}
