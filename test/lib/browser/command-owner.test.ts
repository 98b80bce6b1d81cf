import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { commandOwner } from '../../../lib/browser/command-owner';
import { answerAsOwner } from '../../../lib/browser/messages';
import { claimOwnership } from '../../../lib/check/owner';
import { browserMarks } from '../../../lib/devices/marks/mark-store';
import type { CommandOutcome, DeviceCommand } from '../../../lib/devices/remote/schema';
import { stubLocks } from '../../support/locks';
import { deliver, messagesFrom, OWN_PAGE, STRAVA_PAGE } from '../../support/message-bus';

const addresses = async () => (await fakeBrowser.tabs.query({})).map(({ url }) => url).filter((url) => url !== undefined);
const APP = 'chrome-extension://test-extension-id/app.html#devices';
const connect: DeviceCommand = { command: 'connect', id: 'x' };

beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.windows.create({ focused: true });
  stubLocks();
  messagesFrom(OWN_PAGE);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a command to the tab that owns Bluetooth', () => {
  it('arrives, and its outcome is returned', async () => {
    await claimOwnership();
    const run = vi.fn(async (): Promise<CommandOutcome> => 'busy');
    answerAsOwner(run);
    expect(await commandOwner({ command: 'disconnect', id: 'x' })).toBe('busy');
    expect(run).toHaveBeenCalledWith({ command: 'disconnect', id: 'x' });
    expect(await addresses()).toEqual([]);
  });

  it('opens a tab to connect if there is none, and waits for it', async () => {
    const wait = vi.fn(async () => {
      if (wait.mock.calls.length === 3) answerAsOwner(async () => 'accepted');
    });
    expect(await commandOwner(connect, wait)).toBe('accepted');
    expect(await addresses()).toEqual([APP]);
    expect(wait).toHaveBeenCalledTimes(3);
  });

  it('opens no tab to disconnect or stop', async () => {
    expect(await commandOwner({ command: 'stop', id: 'x' })).toBe('unknown-device');
    expect(await commandOwner({ command: 'disconnect', id: 'x' })).toBe('unknown-device');
    expect(await addresses()).toEqual([]);
  });

  it('loads a tab that it opened only once, however many stops wait for it', async () => {
    await browserMarks.put({ id: 'x', name: null, driverKind: null, endsByItself: false, startedAtMs: null });
    const reload = vi.spyOn(fakeBrowser.tabs, 'reload').mockImplementation((async () => {}) as never);
    await fakeBrowser.tabs.create({ url: APP });
    let waited = 0;
    const wait = async () => {
      if (++waited === 5) answerAsOwner(async () => 'accepted');
    };
    const stop: DeviceCommand = { command: 'stop', id: 'x' };
    expect(await Promise.all([commandOwner(stop, wait), commandOwner(stop, wait)])).toEqual(['accepted', 'accepted']);
    expect(reload).toHaveBeenCalledTimes(1);
    expect(await addresses()).toEqual([APP]);
  });

  it('waits at most ten seconds for a tab that does not answer', async () => {
    await claimOwnership();
    const wait = vi.fn(async (_ms: number) => {});
    expect(await commandOwner(connect, wait)).toBe('failed');
    expect(wait.mock.calls.reduce((sum, [ms]) => sum + ms, 0)).toBe(10_000);
  });

  it.each(['start', 'resume', 'skip'] as const)(
    '%s is given up when its click is five seconds old, long before the tab answers',
    async (command) => {
      await claimOwnership();
      let nowMs = 1_000_000;
      vi.spyOn(Date, 'now').mockImplementation(() => nowMs);
      const wait = vi.fn(async (ms: number) => {
        nowMs += ms;
      });
      expect(await commandOwner({ command, id: 'x', clickedAtMs: nowMs }, wait)).toBe('too-late');
      expect(nowMs - 1_000_000).toBe(5100);
      expect(await commandOwner({ command, id: 'x' }, wait)).toBe('too-late');
    },
  );

  it.each([
    ['start', 'unanswered'],
    ['resume', 'unanswered'],
    ['stop', 'failed'],
    ['pause', 'failed'],
  ] as const)('%s to a tab that hangs is %s after eight seconds', async (command, outcome) => {
    vi.useFakeTimers();
    try {
      await claimOwnership();
      answerAsOwner(() => new Promise(() => {}));
      const answer = commandOwner({ command, id: 'x', clickedAtMs: Date.now() });
      await vi.advanceTimersByTimeAsync(8000);
      expect(await answer).toBe(outcome);
    } finally {
      vi.useRealTimers();
    }
  });

  it('brings the tab to the front when only a click there can continue', async () => {
    await claimOwnership();
    answerAsOwner(async () => 'needs-chooser');
    expect(await commandOwner(connect)).toBe('needs-chooser');
    expect(await addresses()).toEqual([APP]);
  });

  it('that fails inside returns only that it failed', async () => {
    await claimOwnership();
    answerAsOwner(() => Promise.reject(new Error('secret')));
    expect(await commandOwner(connect)).toBe('failed');
  });

  it.each([
    ['from a page', { rebound: 1, to: 'owner', input: connect }, STRAVA_PAGE],
    ['of another version', { rebound: 2, to: 'owner', input: connect }, OWN_PAGE],
    ['that is none', { rebound: 1, to: 'owner', input: { command: 'explode', id: 'x' } }, OWN_PAGE],
    ['with a click at no time', { rebound: 1, to: 'owner', input: { command: 'start', id: 'x', clickedAtMs: Number.NaN } }, OWN_PAGE],
    ['without a device', { rebound: 1, to: 'owner', input: { command: 'stop', id: '' } }, OWN_PAGE],
  ])('is ignored %s', async (_, message, sender) => {
    const run = vi.fn(async (): Promise<CommandOutcome> => 'accepted');
    answerAsOwner(run);
    expect(await deliver(message, sender)).toBeUndefined();
    expect(run).not.toHaveBeenCalled();
  });
});
