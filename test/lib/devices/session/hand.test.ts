import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities, Telemetry } from '../../../../lib/devices/driver';
import { BELT, BOOTS } from './fake-device';
import { click, makePlan, setUp } from './set-up';

const WALK = {
  ...makePlan({ levels: { belt: 5 }, seconds: 300, rampS: 60 }, { levels: { belt: 6 }, seconds: 100 }),
  modality: 'active-recovery',
};
const SAYS: readonly (readonly [string, Capabilities, (kmh: number) => Telemetry])[] = [
  ['its speed', { ...BELT, telemetry: ['speedKmh'] }, (kmh) => ({ speedKmh: kmh })],
  [
    'its speed, and that it runs while it rolls out',
    { ...BELT, telemetry: ['running', 'speedKmh'] },
    (kmh) => ({ running: kmh > 0, speedKmh: kmh }),
  ],
  ['the level of its zone', { ...BELT, telemetry: ['running', 'levels'] }, (kmh) => ({ running: kmh > 0, levels: { belt: kmh } })],
];

const round = (kmh: number) => Math.round(kmh * 10) / 10;

describe.each(SAYS)('a belt that reports %s', (_, capabilities, say) => {
  /** It moves towards what it was told by 0.3 km/h each half second, and reports as often. `hand`: what somebody at it wants; null: nothing. */
  async function walking(share = 1) {
    const all = setUp(WALK, capabilities);
    let kmh = 0;
    let hand: number | null = null;
    const pass = async (seconds: number, noise: () => number = () => 0) => {
      for (let halves = 0; halves < seconds * 2; halves++) {
        const target = hand ?? (all.device.levels.belt ?? 0) * share;
        kmh = kmh < target ? Math.min(target, kmh + 0.3) : Math.max(target, kmh - 0.15);
        all.device.telemetry.value = say(Math.max(0, round(kmh + (kmh > 0.5 ? noise() : 0))));
        await all.clock.advance(500);
      }
    };
    all.start();
    await pass(2);
    return {
      ...all,
      pass,
      speed: () => kmh,
      press: (to: number | null) => {
        hand = to;
      },
    };
  }
  const moving = ({ what }: { what: { kind: string } }) => what.kind === 'level' || what.kind === 'start';

  it('and is stopped by hand in a ramp gets no level while it rolls out, and has ended there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: 40 }), async (seconds) => {
        const { device, runner, pass, press, speed } = await walking();
        await pass(seconds);
        const before = speed();
        press(0);
        // It is falling from the first report that says so.
        while (speed() > before - 0.2) await pass(0.5);
        const told = device.wire.length;
        await pass(60);
        expect(device.wire.slice(told).filter(moving)).toEqual([]);
        expect([speed(), runner.view.end.value]).toEqual([0, 'at-device']);
      }),
      { numRuns: 12 },
    );
  });

  it('and is slowed by hand is not sped up again, in a later step either, until somebody taps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: 100 }), async (seconds) => {
        const { clock, device, runner, pass, press, speed } = await walking();
        await pass(seconds);
        press(round(speed() - 0.6));
        await pass(12);
        const slow = round(speed());
        press(null);
        const told = device.wire.length;
        await pass(250);
        const levels = device.wire.slice(told).flatMap(({ what }) => (what.kind === 'level' ? [what.level] : []));
        expect(Math.max(slow, ...levels)).toBe(slow);
        runner.stepLevel('belt', 0.2, click(clock));
        await pass(10);
        expect(device.levels.belt).toBeCloseTo(Math.min(6, slow + 0.2), 5);
      }),
      { numRuns: 8 },
    );
  });

  it('and always runs a little slower than it was told, and swings, reaches its level', async () => {
    const { device, pass } = await walking(0.96);
    let odd = false;
    await pass(110, () => {
      odd = !odd;
      return odd ? 0.1 : -0.1;
    });
    expect(device.levels.belt).toBe(5);
  });
});

it('boots whose chambers let go reach their level', async () => {
  const capabilities: Capabilities = {
    ...BOOTS,
    zones: [{ id: 'legs', control: 'absolute', range: { min: 20, max: 100, step: 5 }, unit: 'mmHg', reports: 'output' }],
    telemetry: ['running', 'pressureMmHg'],
  };
  const { clock, device, runner, start } = setUp(makePlan({ levels: { legs: 60 }, seconds: 300, rampS: 60 }), capabilities);
  start();
  for (let second = 0; second < 200; second++) {
    // It presses for ten seconds, and lets go for ten.
    const presses = second % 20 < 10;
    device.telemetry.value = { running: true, pressureMmHg: { legs: presses ? (device.levels.legs ?? 0) : 1 } };
    await clock.advance(1000);
  }
  expect([device.levels.legs, runner.view.state.value]).toEqual([60, 'running']);
});
