import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities, DeviceEnd, Telemetry } from '../../../../lib/devices/driver';
import { BOOTS } from './fake-device';
import { click, makePlan, setUp } from './set-up';

const REPORTING: Capabilities = { ...BOOTS, telemetry: ['running'] };
const PLAN = makePlan({ levels: { legs: 3 }, seconds: 30 }, { pause: true, seconds: 20 }, { levels: { legs: 5 }, seconds: 60 });
const ENDS: readonly DeviceEnd[] = ['timer', 'watchdog', 'at-device', 'safety-key', 'fault', 'not-said'];
const FAULT: Telemetry = { running: false, fault: 'pressure' };

function begun(capabilities = REPORTING, before: Telemetry = {}) {
  const all = setUp(PLAN, capabilities);
  all.device.telemetry.value = before;
  all.start();
  return all;
}

describe('a fault', () => {
  it('ends a session at any moment, with nothing but stops after it, whether the device was told to move or to rest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60_000 }), fc.boolean(), fc.boolean(), async (atMs, pauses, running) => {
        const { clock, device, runner } = begun({ ...REPORTING, pauses });
        await clock.advance(atMs);
        const told = device.wire.length;
        device.telemetry.value = { ...FAULT, running };
        expect(runner.view.end.value).toBe('device-fault');
        await clock.advance(60_000);
        expect(device.wire.slice(told).filter(({ what }) => what.kind !== 'stop')).toEqual([]);
        expect([device.moves, runner.view.deviceFault.value]).toEqual([false, 'pressure']);
      }),
      { numRuns: 60 },
    );
  });

  it('in a pause ends the session, and no click resumes it', async () => {
    for (const pauses of [true, false]) {
      const { clock, device, runner } = begun({ ...REPORTING, pauses });
      await clock.advance(5000);
      runner.pause();
      await clock.advance(3000);
      device.telemetry.value = FAULT;
      expect([runner.resume(click(clock)), runner.view.end.value]).toEqual([false, 'device-fault']);
      const told = device.told('start');
      await clock.advance(10_000);
      expect(device.told('start')).toBe(told);
    }
  });

  it('that the device is in when a lost link is back ends the session', async () => {
    const { clock, device, runner } = begun();
    await clock.advance(10_000);
    device.lose();
    await clock.advance(2000);
    device.telemetry.value = FAULT;
    device.comeBack();
    await clock.advance(3000);
    expect([runner.view.end.value, runner.resume(click(clock))]).toEqual(['device-fault', false]);
  });
});

describe('an end that the device reports', () => {
  it('after its start was handed over is of this run, however early', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ENDS), fc.integer({ min: 0, max: 2000 }), async (ended, afterMs) => {
        const { clock, device, runner } = begun();
        while (device.told('start') === 0) await clock.advance(1);
        await clock.advance(afterMs);
        const told = device.wire.length;
        device.telemetry.value = { running: false, ended };
        expect(runner.view.end.value).not.toBeNull();
        await clock.advance(10_000);
        expect(device.wire.slice(told).filter(({ what }) => what.kind !== 'stop')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('of an earlier run does not count until the start is answered', async () => {
    const before: Telemetry = { running: false, ended: 'timer' };
    const { clock, device, runner } = begun(REPORTING, before);
    while (device.told('start') === 0) {
      device.telemetry.value = { ...before };
      await clock.advance(1);
    }
    device.telemetry.value = { ...before };
    device.telemetry.value = { running: true };
    await clock.advance(10_000);
    expect([runner.view.state.value, runner.view.end.value]).toEqual(['running', null]);
  });

  it('in a step of rest or a pause ends the session, except that this session stopped it', async () => {
    for (const ended of [...ENDS, 'stopped'] as const) {
      for (const paused of [true, false]) {
        const { clock, device, runner } = begun();
        await clock.advance(paused ? 10_000 : 33_000);
        if (paused) runner.pause();
        await clock.advance(3000);
        const starts = device.told('start');
        device.telemetry.value = { running: false, ended };
        await clock.advance(40_000);
        expect([ended, runner.view.end.value !== null, device.told('start') - starts]).toEqual([
          ended,
          ended !== 'stopped',
          ended === 'stopped' && !paused ? 1 : 0,
        ]);
      }
    }
  });

  it('is not somebody else’s stop when the session stopped it for a rest before the link was lost', async () => {
    for (const paused of [true, false]) {
      const { clock, device, runner } = begun();
      await clock.advance(paused ? 10_000 : 33_000);
      if (paused) runner.pause();
      device.telemetry.value = { running: false, ended: 'stopped' };
      await clock.advance(3000);
      device.lose();
      await clock.advance(3000);
      device.telemetry.value = { running: false, ended: 'stopped' };
      device.comeBack();
      await clock.advance(2000);
      expect([runner.view.state.value, runner.view.end.value]).toEqual(['paused', null]);
    }
  });
});
