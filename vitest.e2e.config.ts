import { defineConfig } from 'vitest/config';

/**
 * Two files at a time, because CI has two cores: every test starts its own Chromium with a fresh profile, and its own radio on its own bus.
 */
export default defineConfig({
  test: { include: ['test/e2e/**/*.e2e.ts'], maxWorkers: 2, testTimeout: 120_000, hookTimeout: 60_000 },
});
