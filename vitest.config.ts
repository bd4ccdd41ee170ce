import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Not vite's warnings of source maps that packages ship without the sources.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/postgres/global-setup.ts',
    setupFiles: 'src/sqlite/keep-native.ts',
    sequence: { shuffle: true },
    // For what hangs: beside the checks of reliability, which keep the machine busy, slow is no fault.
    testTimeout: 30_000,
    // Vitest empties style sheets, even those that are imported as text.
    css: { include: /\/report\/styles\/\w+\.css/ },
    // It imports JSON in a way that bundlers know and Node does not.
    server: { deps: { inline: [/@actions\//] } },
    coverage: { include: ['src/**'] },
  },
});
