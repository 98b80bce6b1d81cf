import { defineConfig } from 'vitest/config';

/**
 * Every test starts its own Chromium with a fresh profile, and its own radio on its own bus. Three files at a time: a test mostly waits, so
 * on two cores a third one saves a quarter of the time.
 */
export default defineConfig({
  test: { include: ['test/e2e/**/*.e2e.ts'], maxWorkers: 3, testTimeout: 120_000, hookTimeout: 60_000 },
});
