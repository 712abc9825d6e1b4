/**
 * Prints what the problem matcher `$esbuild-watch` of `.vscode/tasks.json` reads.
 * @returns {import('esbuild').Plugin}
 */
export function watchMessagesPlugin() {
  return {
    name: 'watch-messages',
    setup(build) {
      build.onStart(() => console.log(`[watch] build started: ${build.initialOptions.outfile}`));
      build.onEnd(({ errors }) => {
        for (const { text, location } of errors) {
          console.error(`✘ [ERROR] ${text}`);
          if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
        }
        console.log(`[watch] build finished: ${build.initialOptions.outfile}`);
      });
    },
  };
}
