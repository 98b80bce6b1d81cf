import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Tests of what needs a document. */
const WITH_DOCUMENT = [
  'test/components/**/*.test.tsx',
  'test/lib/overlay/*.test.{ts,tsx}',
  'test/lib/sites/*.test.ts',
  'test/lib/sites/strava/*.test.ts',
];

export default defineConfig({
  plugins: [WxtVitest()],
  define: { __HELD_CLOCK__: 'true' },
  test: {
    setupFiles: ['test/support/fixed-seed.ts', 'test/support/own-words.ts'],
    // Left to itself, Vitest keeps one of two cores free.
    maxWorkers: 2,
    // Every file in a world of its own would load the same modules some 200 times, which takes as long as the tests: files leave the world as they found it.
    isolate: false,
    // A machine may be slow: a limit is there for what hangs.
    testTimeout: 120_000,
    // One kind of world after the other: going to and fro between them loads everything anew each time.
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
      { extends: true, test: { name: 'document', environment: 'happy-dom', include: WITH_DOCUMENT, sequence: { groupOrder: 1 } } },
    ],
  },
});
