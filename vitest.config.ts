import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Tests that need a document. */
const WITH_DOCUMENT = [
  'test/components/**/*.test.tsx',
  'test/lib/overlay/**/*.test.{ts,tsx}',
  'test/lib/sites/*.test.ts',
  'test/lib/sites/strava/*.test.ts',
];

export default defineConfig({
  plugins: [WxtVitest()],
  define: { __HELD_CLOCK__: 'true' },
  test: {
    setupFiles: ['test/support/fixed-seed.ts', 'test/support/own-words.ts'],
    // By default, Vitest leaves one of two cores unused.
    maxWorkers: 2,
    // Isolating every file would load the same modules about 200 times, which takes as long as the tests. So each test file must restore
    // what it changes.
    isolate: false,
    // Slow machines need time; the limit is only for tests that hang.
    testTimeout: 120_000,
    // One environment after the other: switching between them reloads all modules each time.
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'node_modules/**', ...WITH_DOCUMENT],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'document',
          environment: 'happy-dom',
          include: WITH_DOCUMENT,
          setupFiles: ['test/support/document.ts'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
