import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  define: { __HELD_CLOCK__: 'true' },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    setupFiles: ['test/support/fixed-seed.ts', 'test/support/own-words.ts'],
    // Left to itself, Vitest keeps one of two cores free.
    maxWorkers: 2,
    // Every file in a world of its own would load the same modules 175 times, which takes as long as the tests: files leave the world as they found it.
    isolate: false,
    // A machine may be slow: a limit is there for what hangs.
    testTimeout: 120_000,
  },
});
