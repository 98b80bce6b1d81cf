import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Capabilities, LevelUnit } from '../../../../lib/devices/driver';
import { HandWatch } from '../../../../lib/devices/session/hand-watch';
import { BOOTS } from './fake-device';
import { makePlan, setUp } from './set-up';

const RANGES: readonly (readonly [LevelUnit, number, number])[] = [
  ['level', 10, 1],
  ['level', 10, 2],
  ['level', 3, 0.5],
  ['percent', 100, 1],
  ['percent', 100, 10],
  ['km/h', 6, 0.1],
  ['km/h', 6, 0.2],
  ['km/h', 6, 0.5],
];

function massage(unit: LevelUnit, max: number, step: number): Capabilities {
  return {
    ...BOOTS,
    class: 'massage',
    zones: [{ id: 'legs', control: 'absolute', range: { min: 0, max, step }, unit }],
    telemetry: ['running', 'levels'],
  };
}

it.each(RANGES)('a level in %s up to %s that falls by one step of %s was reduced by hand', (unit, max, step) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: Math.round(max / step) }),
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
      (steps, afterS, cameDown) => {
        const watch = new HandWatch();
        const capabilities = massage(unit, max, step);
        const at = (count: number) => Math.round(count * step * 1000) / 1000;
        let second = 0;
        const hear = (count: number, told: number, seconds: number) => {
          for (let i = 0; i < seconds; i++)
            watch.hear(capabilities, { running: true, levels: { legs: at(count) } }, { legs: at(told) }, second++ * 1000);
        };
        // Its level came down by two steps before, and is steady.
        if (cameDown && steps * step + 2 * step <= max) {
          hear(steps + 2, steps + 2, 10);
          hear(steps + 1, steps, 2);
          hear(steps, steps, 6);
        }
        hear(steps, steps, afterS);
        expect(watch.takeReduced()).toEqual({});
        hear(steps - 1, steps, 5);
        expect(watch.takeReduced()).toEqual({ legs: at(steps - 1) });
      },
    ),
  );
});

it.each(RANGES)('is not raised by a later step without a tap (%s up to %s, step %s)', async (unit, max, step) => {
  const [low, high] = [Math.round(max / 2 / step) * step, max];
  const capabilities = massage(unit, max, step);
  const { clock, device, runner, start } = setUp(
    makePlan({ levels: { legs: low }, seconds: 300 }, { levels: { legs: high }, seconds: 300 }),
    capabilities,
  );
  start();
  let hand: number | null = null;
  let highest = 0;
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      const told = device.levels.legs ?? 0;
      if (hand !== null) highest = Math.max(highest, told);
      device.telemetry.value = { running: true, levels: { legs: hand ?? told } };
      await clock.advance(1000);
    }
  };
  await pass(250);
  expect(device.levels.legs).toBeCloseTo(low, 5);
  hand = Math.round((low - step) * 1000) / 1000;
  await pass(300);
  expect(runner.view.state.value).toBe('running');
  expect(device.wire.filter(({ what }) => what.kind === 'level' && what.level > low)).toEqual([]);
  expect(highest).toBeLessThanOrEqual(low);
});
