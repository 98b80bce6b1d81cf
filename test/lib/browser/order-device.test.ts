import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { type Answers, answerMessages } from '../../../lib/browser/messages';
import { orderDevice } from '../../../lib/browser/order-device';
import type { CommandOutcome, DeviceCommand } from '../../../lib/devices/remote/schema';
import { deliver, OWN_PAGE } from '../../support/message-bus';
import { settled } from '../../support/until';

const STOPS = [
  { command: 'stop', id: 'x' },
  { command: 'stop-all', id: 'all' },
] as const satisfies readonly DeviceCommand[];
const OTHERS = ['connect', 'disconnect', 'start', 'pause', 'resume', 'skip', 'is-off'] as const;

/** Why no answer came: as the browsers do when the background ends, or when nothing listens yet. */
const LOST = [
  ['the channel closes', () => Promise.reject(new Error('the message channel closed before a response was received'))],
  ['nothing is answered', async () => undefined],
] as const;

let arrived: DeviceCommand[] = [];

/** A background that ends as it takes each of the first messages, before it passes them on. */
function background(lost: number, how: () => Promise<unknown>, run: () => Promise<CommandOutcome> = async () => 'accepted') {
  const carryOut = async (command: DeviceCommand) => {
    arrived.push(command);
    return run();
  };
  answerMessages({ 'device-command': carryOut } as Partial<Answers> as Answers);
  let sent = 0;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(((message: unknown) =>
    ++sent <= lost ? how() : deliver(message, OWN_PAGE)) as never);
  return () => sent;
}

/** Time that passes when the sender waits. */
function passingTime() {
  const waits: { readonly dueMs: number; readonly resolve: () => void }[] = [];
  let nowMs = 0;
  return {
    wait: (ms: number) => new Promise<void>((resolve) => void waits.push({ dueMs: nowMs + ms, resolve })),
    async until(ms: number) {
      for (; nowMs <= ms; nowMs += 100) {
        await settled(5);
        for (const { dueMs, resolve } of waits) if (dueMs <= nowMs) resolve();
      }
      await settled(5);
    },
  };
}

beforeEach(() => {
  fakeBrowser.reset();
  arrived = [];
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => void vi.restoreAllMocks());

describe('a stop from another surface', () => {
  describe.each(LOST)('when %s', (_, how) => {
    it.each([1, 2, 3])('after %i lost messages arrives within two seconds, and is answered', async (lost) => {
      for (const stop of STOPS) {
        fakeBrowser.reset();
        arrived = [];
        const time = passingTime();
        background(lost, how);
        const answer = orderDevice(stop, time.wait);
        await time.until(2000);
        expect(arrived).toEqual([stop]);
        expect(await answer).toBe('accepted');
      }
    });

    it('is said to have failed when no message gets through', async () => {
      const time = passingTime();
      const sent = background(100, how);
      const answer = orderDevice(STOPS[0], time.wait);
      await time.until(3000);
      expect(await answer).toBe('failed');
      expect([arrived, sent()]).toEqual([[], 4]);
    });
  });

  it('is sent again beside one that has no answer; the first answer counts', async () => {
    const time = passingTime();
    const sent = background(1, () => new Promise(() => {}));
    const answer = orderDevice(STOPS[0], time.wait);
    await time.until(2900);
    expect([arrived, sent()]).toEqual([[], 1]);
    await time.until(3300);
    expect(arrived).toEqual([STOPS[0]]);
    expect(await answer).toBe('accepted');
  });

  it('is said to have failed in the end when the background hangs', async () => {
    const time = passingTime();
    const sent = background(100, () => new Promise(() => {}));
    const answer = orderDevice(STOPS[0], time.wait);
    await time.until(30_000);
    expect(await answer).toBe('failed');
    expect(sent()).toBe(4);
  });

  it.each(['stop-pending', 'failed', 'unknown-device'] as const)('that was answered with %s is not sent again', async (outcome) => {
    const sent = background(
      0,
      () => Promise.reject(),
      async () => outcome,
    );
    expect(await orderDevice(STOPS[0], passingTime().wait)).toBe(outcome);
    expect(sent()).toBe(1);
  });
});

it.each(OTHERS)('%s is never sent twice: it failed when no answer came', async (command) => {
  const time = passingTime();
  const sent = background(1, LOST[0][1]);
  const answer = orderDevice({ command, id: 'x', clickedAtMs: 1 }, time.wait);
  await time.until(10_000);
  expect(await answer).toBe('failed');
  expect([arrived, sent()]).toEqual([[], 1]);
});
