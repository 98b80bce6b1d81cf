import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../../../../lib/devices/driver';
import { describeLostLink } from '../../../../lib/devices/session/doing';
import { BELT, BOOTS } from './fake-device';
import { makePlan, NOON, setUp } from './set-up';

const PLAN = makePlan({ levels: { legs: 3 }, seconds: 600 });
const WALK = makePlan({ levels: { belt: 3 }, seconds: 600 });

describe('without a link', () => {
  it('what comes first is said: the watchdog or the timer, in seconds that run down to 0', () => {
    const lost = { timerUntilMs: NOON + 60_000, watchdogUntilMs: NOON + 15_000, endsByItself: true, nowMs: NOON };
    expect(describeLostLink(lost)).toEqual({ code: 'ends-by-its-watchdog', leftS: 15 });
    expect(describeLostLink({ ...lost, timerUntilMs: NOON + 5000 })).toMatchObject({ code: 'ends-by-its-timer', leftS: 5 });
    expect(describeLostLink({ ...lost, nowMs: NOON + 40_000 })).toEqual({ code: 'ends-by-its-watchdog', leftS: 0 });
    expect(describeLostLink({ ...lost, timerUntilMs: null, watchdogUntilMs: null, endsByItself: false })).toEqual({ code: 'runs-on' });
  });

  it('it is counted down on screen', async () => {
    const { clock, device, runner, start } = setUp(PLAN, { ...BOOTS, watchdogS: 15 });
    start();
    await clock.advance(10_000);
    device.lose();
    expect(runner.view.withoutLink.value).toEqual({ code: 'ends-by-its-watchdog', leftS: 15 });
    await clock.advance(6000);
    // Once a second.
    const without = runner.view.withoutLink.value;
    expect(without?.code === 'ends-by-its-watchdog' && without.leftS >= 9 && without.leftS <= 10).toBe(true);
    await clock.advance(20_000);
    expect(runner.view.withoutLink.value).toEqual({ code: 'ends-by-its-watchdog', leftS: 0 });
  });

  it('a stop that was pressed stays on screen until it was delivered, or its own timer ended the device', async () => {
    for (const comesBack of [true, false]) {
      const { clock, device, runner, start } = setUp(PLAN);
      start();
      await clock.advance(10_000);
      device.lose();
      await clock.advance(1000);
      expect(runner.view.stopWaits.value).toBe(false);
      await runner.stop();
      expect([runner.view.stopWaits.value, runner.view.doing.value]).toEqual([true, 'stop-waits']);
      await clock.advance(60_000);
      expect(runner.view.stopWaits.value).toBe(true);
      if (comesBack) device.comeBack();
      await clock.advance(comesBack ? 1000 : 600_000);
      expect([runner.view.stopWaits.value, runner.view.state.value, device.moves]).toEqual([false, 'ended', false]);
    }
  });

  it('the time shown is the one in which the device ends by itself, and none where nobody knows', async () => {
    const shown = async (capabilities: Capabilities, afterS: number) => {
      const { clock, device, runner, start } = setUp(capabilities.class === 'belt' ? WALK : PLAN, capabilities);
      start();
      await clock.advance(10_000);
      device.lose();
      await clock.advance(afterS * 1000);
      const { leftS } = runner.view;
      return [runner.view.doing.value, leftS === null ? null : Math.round(leftS)];
    };
    expect(await shown({ ...BOOTS, watchdogS: 15 }, 5)).toEqual(['lost-and-ends', expect.closeTo(10, -1)]);
    expect(await shown({ ...BOOTS, watchdogS: 15 }, 16)).toEqual(['link-lost', null]);
    expect(await shown(BELT, 5)).toEqual(['link-lost', null]);
    expect(await shown(BELT, 300)).toEqual(['link-lost', null]);
  });

  it('a timer that was set is not believed of a device that need not end by it: it may still be running', async () => {
    const treadmill = { ...BELT, timerS: BOOTS.timerS };
    const plan = makePlan({ levels: { belt: 3 }, seconds: 120 });
    const { clock, device, runner, start, told } = setUp(plan, treadmill);
    start();
    await clock.advance(10_000);
    device.lose();
    expect(runner.view.withoutLink.value).toEqual({ code: 'runs-on' });
    await clock.advance(3_600_000);
    expect([runner.view.state.value, runner.live, runner.view.withoutLink.value]).toEqual(['unknown', true, { code: 'runs-on' }]);
    expect(told).toEqual([]);
  });

  it('once it is back, nothing says any more that it is lost, and a stop that Rebound sent is named', async () => {
    const { clock, device, runner, start } = setUp(WALK, BELT);
    start();
    await clock.advance(10_000);
    device.lose();
    expect(runner.view.fault.value).toBe('link-lost');
    await clock.advance(180_000);
    device.comeBack();
    await clock.advance(1000);
    expect(device.told('stop')).toBe(1);
    expect(runner.view.fault.value).toBe('stopped-after-link');
  });

  it('a stop that the person pressed meanwhile is not called one of Rebound', async () => {
    const { clock, device, runner, start } = setUp(WALK, BELT);
    start();
    await clock.advance(10_000);
    device.lose();
    await runner.stop();
    device.comeBack();
    await clock.advance(1000);
    expect([device.told('stop'), runner.view.fault.value, runner.view.end.value]).toEqual([1, null, 'stopped']);
  });

  it('a stop answers the question whether the device runs', async () => {
    const { clock, device, runner, start } = setUp(PLAN);
    start();
    await clock.advance(10_000);
    device.lose();
    await clock.advance(5000);
    device.comeBack();
    await clock.advance(6000);
    expect(runner.view.asks.value).toBe(true);
    void runner.stop();
    expect(runner.view.asks.value).toBe(false);
  });
});
