import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handOverSnapshot, takeEarlySnapshot } from '../../../lib/today/early-snapshot';
import type { EarlySnapshot } from '../../../lib/today/read-snapshot';

const SNAPSHOT = { nextKnown: true } as EarlySnapshot;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  globalThis.reboundSnapshot = undefined;
});

describe('the snapshot that the popup draws first', () => {
  it('is what the first script read', async () => {
    handOverSnapshot(new Promise((resolve) => setTimeout(resolve, 100, SNAPSHOT)));
    const taken = takeEarlySnapshot();
    await vi.advanceTimersByTimeAsync(100);
    expect(await taken).toBe(SNAPSHOT);
  });

  it('is none without that script, or when the database does not answer', async () => {
    expect(await takeEarlySnapshot()).toBeNull();
    handOverSnapshot(new Promise(() => {}));
    const taken = takeEarlySnapshot();
    await vi.advanceTimersByTimeAsync(500);
    expect(await taken).toBeNull();
  });
});
