import { defineConfig } from 'vitest/config';

/** One browser at a time: two cores, and every test starts its own Chromium with a fresh profile. */
export default defineConfig({
  test: { include: ['test/e2e/**/*.e2e.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 60_000 },
});
