import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  define: { __HELD_CLOCK__: 'true' },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    // Left to itself, Vitest keeps one of two cores free.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
