import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heldClock, realClock } from '../../../lib/core/clock';

describe('the real clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 5000 }));
  afterEach(() => void vi.useRealTimers());

  it('tells the time and waits', async () => {
    const clock = realClock();
    const done = vi.fn();
    const waiting = clock.wait(100).then(done);
    expect(clock.now()).toBe(5000);
    await vi.advanceTimersByTimeAsync(99);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    expect([done.mock.calls.length, clock.now()]).toEqual([1, 5100]);
  });

  it('stops waiting when aborted, with the reason, and leaves no timer', async () => {
    const over = new AbortController();
    const waiting = realClock().wait(100, over.signal);
    over.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(vi.getTimerCount()).toBe(0);
    await expect(realClock().wait(100, over.signal)).rejects.toThrow('enough');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ignores an abort after its time', async () => {
    const over = new AbortController();
    const waiting = realClock().wait(100, over.signal);
    await vi.advanceTimersByTimeAsync(100);
    over.abort(new Error('late'));
    await expect(waiting).resolves.toBeUndefined();
  });
});

describe('the held clock', () => {
  it('stands still until it is advanced', async () => {
    const clock = heldClock(1000);
    let fired = false;
    void clock.wait(10).then(() => {
      fired = true;
    });
    await clock.advance(9);
    expect([clock.now(), fired]).toEqual([1009, false]);
    await clock.advance(1);
    expect([clock.now(), fired]).toEqual([1010, true]);
  });

  it('fires due timers in order, each at its own time', async () => {
    const clock = heldClock(0);
    const fired: [string, number][] = [];
    const wait = (name: string, ms: number) => clock.wait(ms).then(() => void fired.push([name, clock.now()]));
    void wait('late', 50);
    void wait('early', 10);
    void wait('second of two at once', 50);
    void wait('too late', 51);
    await clock.advance(50);
    expect(fired).toEqual([
      ['early', 10],
      ['late', 50],
      ['second of two at once', 50],
    ]);
  });

  it('fires timers that were started on the way', async () => {
    const clock = heldClock(0);
    const times: number[] = [];
    void (async () => {
      for (let i = 0; i < 5; i++) {
        await clock.wait(10);
        times.push(clock.now());
      }
    })();
    await clock.advance(35);
    expect([times, clock.now()]).toEqual([[10, 20, 30], 35]);
  });

  it('fires a wait of zero or less at once', async () => {
    const clock = heldClock(7);
    let fired = 0;
    void clock.wait(0).then(() => fired++);
    void clock.wait(-5).then(() => fired++);
    await clock.advance(0);
    expect([fired, clock.now()]).toEqual([2, 7]);
  });

  it('stops waiting when aborted, with the reason', async () => {
    const clock = heldClock(0);
    const over = new AbortController();
    const waiting = clock.wait(100, over.signal);
    over.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(clock.wait(100, over.signal)).rejects.toThrow('enough');
    await clock.advance(1000);
    expect(clock.now()).toBe(1000);
  });

  it('waits for work in real time', async () => {
    const answers: ((there: boolean) => void)[] = [];
    let asked: Promise<boolean> | undefined;
    const clock = heldClock(0, () => asked);
    const times: number[] = [];
    void (async () => {
      for (let i = 0; i < 2; i++) {
        await clock.wait(10);
        times.push(clock.now());
        asked = new Promise((resolve) => answers.push(resolve));
      }
    })();
    const moving = clock.advance(100);
    for (const [there, upTo] of [
      [[10], 10],
      [[10, 20], 20],
    ] as const) {
      await vi.waitUntil(() => answers.length > 0);
      expect([times, clock.now()]).toEqual([there, upTo]);
      asked = undefined;
      answers.shift()?.(true);
    }
    await moving;
    expect(clock.now()).toBe(100);
  });
});
