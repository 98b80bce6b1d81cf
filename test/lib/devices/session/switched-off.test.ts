import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities, Telemetry } from '../../../../lib/devices/driver';
import { BELT } from './fake-device';
import { click, makePlan, setUp } from './set-up';

const RAMP_HOLD_STEP = {
  ...makePlan({ levels: { belt: 4 }, seconds: 40 }, { levels: { belt: 5 }, seconds: 30 }, { pause: true, seconds: 20 }),
  modality: 'active-recovery',
};
const SAYS: readonly (readonly [string, Capabilities, (kmh: number) => Telemetry])[] = [
  ['whether it runs', { ...BELT, telemetry: ['running'] }, (kmh) => ({ running: kmh > 0 })],
  ['its speed alone', { ...BELT, telemetry: ['speedKmh'] }, (kmh) => ({ speedKmh: kmh })],
  ['its speed, and that its session runs on', { ...BELT, telemetry: ['running', 'speedKmh'] }, (kmh) => ({ running: true, speedKmh: kmh })],
];

describe.each(SAYS)('a belt that reports %s', (_, capabilities, say) => {
  /** It reports every half a second. */
  async function walked(forMs: number) {
    const all = setUp(RAMP_HOLD_STEP, capabilities);
    const report = () => {
      all.device.telemetry.value = say(all.device.levels.belt ?? 0);
    };
    const pass = async (ms: number) => {
      for (let passedMs = 0; passedMs < ms; passedMs += 500) {
        report();
        await all.clock.advance(Math.min(500, ms - passedMs));
      }
    };
    all.start();
    await pass(forMs);
    report();
    return { ...all, pass };
  }

  it('and is switched off by hand, in a ramp, at a held speed or as the step changes, gets nothing more but a stop', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2000, max: 69_000 }), async (atMs) => {
        const { device, runner, pass } = await walked(atMs);
        expect(device.moves).toBe(true);
        device.switchOff();
        device.telemetry.value = say(0);
        const told = device.wire.length;
        await pass(5000);
        expect(device.wire.slice(told).filter(({ what }) => what.kind !== 'stop')).toEqual([]);
        expect([device.moves, runner.view.end.value, runner.view.fault.value]).toEqual([false, 'at-device', 'stopped-at-device']);
      }),
      { numRuns: 30 },
    );
  });

  it('gets no level that a person taps meanwhile', async () => {
    const { clock, device, runner, pass } = await walked(30_000);
    device.switchOff();
    device.telemetry.value = say(0);
    const told = device.wire.length;
    runner.stepLevel('belt', 0.1, click(clock));
    await pass(2000);
    expect(device.wire.length).toBe(told);
  });
});

it('a device that only stood still for a moment goes on', async () => {
  const { clock, device, runner, start } = setUp(RAMP_HOLD_STEP, { ...BELT, telemetry: ['running'] });
  start();
  device.telemetry.value = { running: true };
  await clock.advance(5000);
  device.telemetry.value = { running: true };
  device.telemetry.value = { running: false };
  const told = device.wire.length;
  await clock.advance(2000);
  expect(device.wire.length).toBe(told);
  device.telemetry.value = { running: true };
  await clock.advance(20_000);
  expect([runner.view.state.value, device.levels.belt]).toEqual(['running', 4]);
});
