import { describe, expect, it } from 'vitest';
import { describeLostLink } from '../../../../lib/devices/session/doing';
import { BOOTS } from './fake-device';
import { makePlan, NOON, setUp } from './set-up';

const PLAN = makePlan({ levels: { legs: 3 }, seconds: 600 });

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
});
