import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { claimOwnership, OWNER_LOCK } from '../../../../lib/check/owner';
import { publishStrapState, type StrapState, watchStrapState } from '../../../../lib/devices/remote/strap-state';
import { type fakeLocks, stubLocks } from '../../../support/locks';
import { settled } from '../../../support/until';

const state: StrapState = {
  connection: 'ready',
  name: 'Belt',
  batteryPct: 80,
  hrBpm: 60,
  phase: 'settling',
  recording: true,
  demo: false,
};

let locks: ReturnType<typeof fakeLocks>;
beforeEach(() => {
  fakeBrowser.reset();
  locks = stubLocks();
});
afterEach(() => void vi.unstubAllGlobals());

describe('the strap as other surfaces see it', () => {
  it('is published at once and on each change, until the watch ends', async () => {
    await claimOwnership();
    await publishStrapState(state);
    const heard: (StrapState | null)[] = [];
    const stop = watchStrapState((one) => heard.push(one));
    await settled();
    await publishStrapState({ ...state, hrBpm: 61 });
    await settled();
    stop();
    await publishStrapState({ ...state, hrBpm: 62 });
    await settled();
    expect(heard.map((one) => one?.hrBpm)).toEqual([60, 61]);
  });

  it('is null before the first tab, and after the tab has died', async () => {
    const heard: (StrapState | null)[] = [];
    watchStrapState((one) => heard.push(one));
    await settled();
    await claimOwnership();
    await publishStrapState(state);
    await settled();
    await locks.release(OWNER_LOCK);
    watchStrapState((one) => heard.push(one));
    await settled();
    expect(heard).toEqual([null, state, null]);
  });

  it('is written on change, and not with every equal beat', async () => {
    await claimOwnership();
    const written = vi.spyOn(fakeBrowser.storage.session, 'set');
    for (const hrBpm of [70, 70, 71, 71, 70]) await publishStrapState({ ...state, hrBpm });
    expect(written.mock.calls.map(([{ strap }]) => (strap as StrapState).hrBpm)).toEqual([70, 71, 70]);
    written.mockRejectedValueOnce(new Error('full'));
    await expect(publishStrapState({ ...state, hrBpm: 72 })).rejects.toThrow('full');
    await publishStrapState({ ...state, hrBpm: 72 });
    expect(await fakeBrowser.storage.session.get('strap')).toEqual({ strap: { ...state, hrBpm: 72 } });
    written.mockRestore();
  });

  it('of another version is null', async () => {
    await claimOwnership();
    await fakeBrowser.storage.session.set({ strap: { ...state, connection: 'levitating' } });
    const heard: (StrapState | null)[] = [];
    watchStrapState((one) => heard.push(one));
    await settled();
    expect(heard).toEqual([null]);
  });
});
