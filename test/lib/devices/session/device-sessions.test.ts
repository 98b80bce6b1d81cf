import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heldClock } from '../../../../lib/core/clock';
import { DriverFault } from '../../../../lib/devices/driver';
import { DeviceSessions } from '../../../../lib/devices/session/device-sessions';
import { steadyClock, type TimerPort } from '../../../../lib/devices/session/steady-clock';
import { FakeDevice, memoryRecords, nothingInTheWay } from './fake-device';
import { click, NOON, THREE_STEPS } from './set-up';

function deviceSessions() {
  const clock = heldClock(NOON);
  const made = new DeviceSessions();
  let ids = 0;
  const open = (id: string, device = new FakeDevice(clock)) => {
    const runner = made.open(THREE_STEPS, {
      clock,
      driver: device,
      kind: { id: 'fake', disabled: null },
      device: { id, name: null },
      connected: device.connected,
      records: memoryRecords(),
      timeZone: () => 'UTC',
      newId: () => `s${++ids}`,
      demo: true,
    });
    return { runner, device };
  };
  return { clock, made, open };
}

describe('several devices', () => {
  it('one session each, several at once; a stop of each is handed over at once', async () => {
    const { clock, made, open } = deviceSessions();
    const [a, b] = [open('a'), open('b')];
    for (const { runner } of [a, b]) expect(runner?.start(click(clock), nothingInTheWay(NOON))).toBe(true);
    expect(open('a').runner).toBeNull();
    await clock.advance(10_000);
    expect([a.device.moves, b.device.moves]).toEqual([true, true]);
    const stopped = Promise.all([...made.sessions.value.values()].map((session) => session.stop()));
    expect([a.device.wire.at(-1)?.what.kind, b.device.wire.at(-1)?.what.kind]).toEqual(['stop', 'stop']);
    await clock.advance(1000);
    await stopped;
    expect([a.device.moves, b.device.moves]).toEqual([false, false]);
    const again = open('a');
    expect(again.runner).not.toBeNull();
    expect(made.sessions.value.get('a')).toBe(again.runner);
  });

  it('a device in an unknown state accepts no new session', async () => {
    const { clock, made, open } = deviceSessions();
    const { runner, device } = open('a');
    runner?.start(click(clock), nothingInTheWay(NOON));
    await clock.advance(5000);
    device.lose();
    expect(open('a').runner).toBeNull();
    made.leave();
    expect(runner?.view.end.value).toBe('tab-closed');
  });
});

describe('a device that another surface asks to start', () => {
  it('is ready for the click: a session that simply ended is dismissed, and one that runs or has a fault is not', async () => {
    const { clock, made, open } = deviceSessions();
    const { runner } = open('a');
    runner?.start(click(clock), nothingInTheWay(NOON));
    await clock.advance(5000);
    made.dismissPlainEnd('a');
    expect(runner?.view.dismissed.value).toBe(false);
    void runner?.stop();
    await clock.advance(5000);
    made.dismissPlainEnd('a');
    expect(runner?.view.dismissed.value).toBe(true);

    const faulty = open('b');
    faulty.device.failures.push(...Array.from({ length: 9 }, () => new DriverFault('refused-by-device')));
    faulty.runner?.start(click(clock), nothingInTheWay(clock.now()));
    await clock.advance(30_000);
    made.dismissPlainEnd('b');
    expect([faulty.runner?.view.fault.value === null, faulty.runner?.view.dismissed.value]).toEqual([false, false]);
  });
});

describe('the steady clock', () => {
  function port() {
    const sent: { readonly id: number; readonly ms: number | null }[] = [];
    const made: TimerPort = { postMessage: (message) => sent.push(message), onmessage: null, onerror: null };
    return { sent, made, fire: (id: number) => made.onmessage?.(new MessageEvent('message', { data: id })) };
  }

  it('waits for the worker, with an answer for each wait', async () => {
    const { sent, made, fire } = port();
    const clock = steadyClock(made, () => 7);
    const told: string[] = [];
    void clock.wait(100).then(() => told.push('first'));
    void clock.wait(-5).then(() => told.push('second'));
    expect([clock.now(), sent]).toEqual([
      7,
      [
        { id: 1, ms: 100 },
        { id: 2, ms: 0 },
      ],
    ]);
    fire(2);
    await null;
    fire(1);
    fire(1);
    await null;
    expect(told).toEqual(['second', 'first']);
  });

  it('cancels its timer and rejects with the reason when a wait is aborted', async () => {
    const { sent, made, fire } = port();
    const clock = steadyClock(made);
    const over = new AbortController();
    const left = clock.wait(100, over.signal);
    over.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(sent.at(-1)).toEqual({ id: 1, ms: null });
    fire(1);
    await expect(clock.wait(1, over.signal)).rejects.toThrow('left');
    expect(sent).toHaveLength(2);
  });

  describe('whose worker does not answer', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('ends each wait a second late, once', async () => {
      const { sent, made, fire } = port();
      let ends = 0;
      void steadyClock(made)
        .wait(2000)
        .then(() => ends++);
      await vi.advanceTimersByTimeAsync(2999);
      expect(ends).toBe(0);
      await vi.advanceTimersByTimeAsync(1);
      expect([ends, sent.at(-1)]).toEqual([1, { id: 1, ms: null }]);
      fire(1);
      await vi.advanceTimersByTimeAsync(10_000);
      expect([ends, sent.length, vi.getTimerCount()]).toEqual([1, 2, 0]);
    });

    it('ends each wait in time once the worker has reported an error, and those that began before it', async () => {
      const error = vi.spyOn(console, 'error').mockImplementation(() => {});
      const { made } = port();
      const clock = steadyClock(made);
      const ended: string[] = [];
      void clock.wait(2000).then(() => ended.push('before'));
      made.onerror?.({ message: 'not found' } as ErrorEvent);
      void clock.wait(500).then(() => ended.push('after'));
      await vi.advanceTimersByTimeAsync(500);
      expect(ended).toEqual(['after']);
      await vi.advanceTimersByTimeAsync(2500);
      expect(ended).toEqual(['after', 'before']);
      expect(error).toHaveBeenCalledOnce();
      error.mockRestore();
    });

    it('leaves no timer behind when the worker answers, or when the wait is aborted', async () => {
      const { made, fire } = port();
      const clock = steadyClock(made);
      const over = new AbortController();
      const answered = clock.wait(100);
      const aborted = clock.wait(100, over.signal);
      fire(1);
      over.abort(new Error('left'));
      await answered;
      await expect(aborted).rejects.toThrow('left');
      expect(vi.getTimerCount()).toBe(0);
    });
  });
});
