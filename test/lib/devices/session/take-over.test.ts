import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities, Telemetry } from '../../../../lib/devices/driver';
import { BELT, BOOTS, type FakeDevice } from './fake-device';
import { click, makePlan, setUp } from './set-up';

const MMHG: Capabilities = {
  ...BOOTS,
  zones: [{ id: 'legs', control: 'absolute', range: { min: 20, max: 100, step: 5 }, unit: 'mmHg' }],
  telemetry: ['running', 'pressureMmHg'],
};
const WARM: Capabilities = {
  ...BOOTS,
  class: 'thermal',
  temperatureC: { min: 10, max: 40, step: 0.5 },
  telemetry: ['running'],
  timerS: null,
};

/** What it reports of the level that it puts out. */
const SAYS: readonly (readonly [string, Capabilities, (level: number) => Telemetry])[] = [
  ['only that it runs', { ...BOOTS, telemetry: ['running'] }, () => ({ running: true })],
  ['its level', { ...BOOTS, telemetry: ['running', 'levels'] }, (legs) => ({ running: true, levels: { legs } })],
  ['its pressure', MMHG, (legs) => ({ running: true, pressureMmHg: { legs } })],
  [
    'its speed',
    { ...BELT, zones: BELT.zones.map((zone) => ({ ...zone, id: 'legs' })), telemetry: ['speedKmh'] },
    (speedKmh) => ({ speedKmh }),
  ],
];

async function takenOver(capabilities: Capabilities, say: (level: number) => Telemetry, atS: number, leftAt: number) {
  const { min = 0, max = 0, step = 1 } = capabilities.zones[0]?.range ?? {};
  const level = (share: number) => min + Math.round(((max - min) * share) / step) * step;
  const plan = makePlan(
    { levels: { legs: level(0.5) }, seconds: 60, rampS: 30 },
    { levels: { legs: level(1) }, seconds: 60 },
    { levels: { legs: level(0.7) }, seconds: 120, rampS: 30 },
  );
  const all = setUp({ ...plan, modality: capabilities.class === 'belt' ? 'active-recovery' : plan.modality }, capabilities);
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      all.device.telemetry.value = say(all.device.levels.legs ?? 0);
      await all.clock.advance(1000);
    }
  };
  all.start();
  await pass(atS);
  all.device.lose();
  const left = Math.max(min, level(leftAt));
  all.device.turnTo('legs', left);
  await all.clock.advance(3000);
  all.device.telemetry.value = say(left);
  all.device.comeBack();
  await pass(5);
  expect(all.runner.view.state.value).toBe('running');
  return { ...all, pass, left };
}

/** The highest level that the device puts out from now on. */
async function findHighest(device: FakeDevice, pass: (seconds: number) => Promise<void>, seconds: number): Promise<number> {
  let highest = 0;
  for (let second = 0; second < seconds; second++) {
    await pass(1);
    highest = Math.max(highest, device.levels.legs ?? 0);
  }
  return highest;
}

describe.each(SAYS)('after a lost link, a device that reports %s', (_, capabilities, say) => {
  it('gets no level above the one that it was left at, whatever the plan says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10, max: 150 }), fc.double({ min: 0, max: 1, noNaN: true }), async (atS, leftAt) => {
        const { device, runner, pass, left } = await takenOver(capabilities, say, atS, leftAt);
        expect(await findHighest(device, pass, 60)).toBeLessThanOrEqual(left);
        expect(runner.view.fault.value).toBeNull();
      }),
      { numRuns: 12 },
    );
  });

  it('goes higher by a tap', async () => {
    const { clock, device, runner, pass } = await takenOver(capabilities, say, 50, 0.3);
    const before = runner.view.levels.value.legs?.target ?? 0;
    expect(runner.setLevel('legs', before + 2 * (capabilities.zones[0]?.range?.step ?? 1), click(clock))).toBe(true);
    await pass(8);
    expect(device.levels.legs).toBeGreaterThan(before);
  });
});

it('a temperature that was set is not sent again, and a lower one is', async () => {
  const plan = {
    ...makePlan({ temperatureC: 36, seconds: 60 }, { temperatureC: 38, seconds: 60 }, { temperatureC: 30, seconds: 60 }),
    modality: 'bed-climate',
  };
  const { clock, device, start } = setUp(plan, WARM);
  start();
  device.telemetry.value = { running: true };
  await clock.advance(20_000);
  device.lose();
  await clock.advance(3000);
  const told = device.wire.length;
  const temperatures = () => device.wire.slice(told).flatMap(({ what }) => (what.kind === 'temperature' ? [what.celsius] : []));
  device.telemetry.value = { running: true };
  device.comeBack();
  await clock.advance(80_000);
  expect(temperatures()).toEqual([]);
  await clock.advance(30_000);
  expect(temperatures()).toEqual([30]);
});
