import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../../../../lib/devices/driver';
import { computeLimits, LONGEST_PAUSE_S, RAMP_PER_S } from '../../../../lib/devices/safety/limits';
import { BOOTS } from '../session/fake-device';

const GUN: Capabilities = {
  ...BOOTS,
  class: 'percussion',
  zones: [{ id: 'head', control: 'absolute', range: { min: 0, max: 3, step: 1 } }],
};
const MAT: Capabilities = { ...BOOTS, class: 'thermal', temperatureC: { min: 19, max: 60, step: 0.5 } };

describe('limits', () => {
  it('a massage gun: 15 min in all, 2 min a muscle (docs/recovery-sources.md)', () => {
    expect(computeLimits(GUN)).toMatchObject({ longestS: 900, longestRegionS: 120 });
  });

  it('boots: 30 min, the longest time in trials', () => {
    expect(computeLimits(BOOTS)).toMatchObject({ longestS: 1800, longestRegionS: null });
  });

  /** The times, in minutes, that users can rely on if they fall asleep. */
  it.each([
    ['percussion', 15],
    ['massage', 30],
    ['compression', 30],
    ['light', 30],
    ['belt', 60],
    ['resistance', 60],
    ['thermal', 480],
  ] as const)('%s ends after %d min, even if a profile or the user asks for longer', (of, minutes) => {
    expect(computeLimits({ ...BOOTS, class: of }, { longestS: 100_000 }).longestS).toBe(minutes * 60);
    expect(computeLimits({ ...BOOTS, class: of }, { longestS: 60 }, { longestS: 90 }).longestS).toBe(60);
  });

  it('a level changes no faster than the body can follow, by its unit, a second', () => {
    expect(RAMP_PER_S).toEqual({ level: 1, percent: 10, 'km/h': 0.2, mmHg: 5, W: 10 });
  });

  it('a session that stands paused for ten minutes in all ends', () => {
    expect(LONGEST_PAUSE_S).toBe(600);
  });

  it('a length that is no number, or below zero, is none', () => {
    for (const longestS of [Number.NaN, -1]) expect(computeLimits(BOOTS, { longestS }).longestS).toBe(0);
    expect(computeLimits(BOOTS, { longestS: 0 }).longestS).toBe(0);
    expect(computeLimits(BOOTS, { longestS: 1 }).longestS).toBe(1);
  });

  it('a level below the device’s lowest, or that is no number, leaves the lowest', () => {
    const zones = BOOTS.zones.map((zone) => ({ ...zone, range: { min: 1, max: 5, step: 1 } }));
    const max = (legs: number) => computeLimits({ ...BOOTS, zones }, { levels: { legs } }).levels.legs;
    expect([Number.NaN, 0, 1, 2, 9].map((legs) => max(legs)?.max)).toEqual([1, 1, 1, 2, 5]);
    expect(max(2)).toEqual({ min: 1, max: 2, step: 1 });
  });

  it('a coolest temperature only raises the lower end, and one equal to the warmest leaves just that', () => {
    expect(computeLimits(MAT, { temperatureC: { min: 10 } }).temperatureC).toMatchObject({ min: 19, max: 43 });
    expect(computeLimits(MAT, { temperatureC: { min: 43 } }).temperatureC).toMatchObject({ min: 43, max: 43 });
    expect(computeLimits(BOOTS).temperatureC).toBeNull();
  });

  it('only a massage gun has a limit for each muscle', () => {
    for (const of of ['massage', 'compression', 'light', 'belt', 'resistance', 'thermal'] as const)
      expect(computeLimits({ ...BOOTS, class: of }).longestRegionS).toBeNull();
  });

  it('a zone with steps or an unknown range has no level to limit', () => {
    const legs = BOOTS.zones[0];
    if (legs === undefined) throw new Error('boots have legs');
    const zones = [legs, { ...legs, id: 'relative', control: 'relative' as const }, { id: 'unknown', control: 'absolute' as const }];
    expect(computeLimits({ ...BOOTS, zones }, { levels: { legs: 4, relative: 2, unknown: 2 } }).levels).toEqual({
      legs: { min: 0, max: 4, step: 1 },
    });
  });

  it('the strictest of several limits applies', () => {
    expect(computeLimits(BOOTS, { levels: { legs: 5 } }, { levels: { legs: 3 } }, {}).levels).toMatchObject({ legs: { max: 3 } });
    const bounds = [{ temperatureC: { min: 25, max: 40 } }, { temperatureC: { min: 30, max: 38 } }];
    expect(computeLimits(MAT, ...bounds).temperatureC).toEqual({ min: 30, max: 38, step: 0.5 });
  });

  it('where the lowest requested temperature is above the highest, the milder one applies', () => {
    expect(computeLimits(MAT, { temperatureC: { min: 41, max: 35 } }).temperatureC).toEqual({ min: 35, max: 35, step: 0.5 });
  });

  it('nothing is set warmer than 43 °C, whatever the device can do', () => {
    expect(computeLimits(MAT).temperatureC).toEqual({ min: 19, max: 43, step: 0.5 });
  });

  it('a limit that is no number, or below the device’s range, leaves its minimum', () => {
    for (const max of [Number.NaN, -5])
      expect(computeLimits(MAT, { temperatureC: { max } }).temperatureC).toMatchObject({ min: 19, max: 19 });
  });

  it('property: no input raises a limit or leaves the device’s own range', () => {
    const any = fc.double();
    const userLimits = fc.record(
      {
        longestS: any,
        levels: fc.record({ legs: any }, { requiredKeys: [] }),
        temperatureC: fc.record({ min: any, max: any }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(BOOTS, GUN, MAT), fc.array(userLimits, { maxLength: 3 }), (capabilities, limits) => {
        const [own, now] = [computeLimits(capabilities), computeLimits(capabilities, ...limits)];
        expect(now.longestS).toBeLessThanOrEqual(own.longestS);
        expect(now.longestS).toBeGreaterThanOrEqual(0);
        for (const [zone, range] of Object.entries(now.levels)) {
          const before = own.levels[zone] ?? { min: 0, max: 0 };
          expect(range.max).toBeLessThanOrEqual(before.max);
          expect(range.max).toBeGreaterThanOrEqual(before.min);
          expect(range.min).toBe(before.min);
        }
        if (now.temperatureC === null || own.temperatureC === null) return;
        expect(now.temperatureC.max).toBeLessThanOrEqual(own.temperatureC.max);
        expect(now.temperatureC.min).toBeLessThanOrEqual(now.temperatureC.max);
      }),
    );
  });
});
