import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes `import('seedmark:suites')` load every `*.suite.ts` of the folder: a new suite needs no list to be added to.
 * @param {string} folder
 * @returns {import('esbuild').Plugin}
 */
export function suitesPlugin(folder) {
  return {
    name: 'suites',
    setup(build) {
      build.onResolve({ filter: /^seedmark:suites$/ }, () => ({
        path: 'all',
        namespace: 'suites',
      }));
      build.onLoad({ filter: /.*/, namespace: 'suites' }, () => {
        const suites = fs.readdirSync(folder).filter((name) => name.endsWith('.suite.ts'));
        if (suites.length === 0)
          return {
            errors: [{ text: `No *.suite.ts in ${folder}: nothing would be tested.` }],
          };
        const contents = suites
          .sort()
          .map((name) => `import ${JSON.stringify(`./${name}`)};`)
          .join('\n');
        return {
          contents,
          resolveDir: folder,
          watchDirs: [folder],
          watchFiles: suites.map((name) => path.join(folder, name)),
        };
      });
    },
  };
}
