import { defineConfig } from 'vitest/config';

/** `npm run test:faults`: every promise at its full figure, one after the other, for some of them are about time. */
export default defineConfig({
  test: {
    include: ['test/reliability/*.test.ts'],
    globalSetup: 'test/postgres/global-setup.ts',
    setupFiles: 'src/sqlite/keep-native.ts',
    env: { FAULTS: 'full' },
    fileParallelism: false,
    reporters: ['verbose', './test/reliability/support/table-reporter.ts'],
  },
});
