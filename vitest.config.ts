import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/host/**', '**/node_modules/**'],
    // Compiling bundles for the process tests happens once, before `vitest` starts; nothing here sleeps.
    testTimeout: 30_000,
  },
});
