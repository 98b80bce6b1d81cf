import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimOwnership, isOwned, OWNER_LOCK, waitForOwnership } from '../../../lib/check/owner';
import { type fakeLocks, stubLocks } from '../../support/locks';
import { settled } from '../../support/until';

let locks: ReturnType<typeof fakeLocks>;
beforeEach(() => {
  locks = stubLocks();
});
afterEach(() => void vi.unstubAllGlobals());

describe('one tab owns Bluetooth and the journal', () => {
  it('the first tab that asks gets it, for its lifetime', async () => {
    expect(await isOwned()).toBe(false);
    expect(await claimOwnership()).toBe(true);
    await settled();
    expect([await isOwned(), await claimOwnership()]).toEqual([true, false]);
  });

  it('a waiting tab takes over when the owner goes', async () => {
    await claimOwnership();
    let owner = false;
    const waiting = waitForOwnership(new AbortController().signal).then(() => {
      owner = true;
    });
    await settled();
    expect(owner).toBe(false);
    await locks.release(OWNER_LOCK);
    await waiting;
    expect([owner, await isOwned(), await claimOwnership()]).toEqual([true, true, false]);
  });

  it('a tab that goes away stops waiting', async () => {
    await claimOwnership();
    const leaving = new AbortController();
    const waiting = waitForOwnership(leaving.signal);
    leaving.abort();
    await expect(waiting).rejects.toThrow();
    expect((await locks.query()).pending).toEqual([]);
  });
});
