import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../../../../lib/devices/driver';
import { computeLimits } from '../../../../lib/devices/safety/limits';
import { BOOTS } from '../session/fake-device';

const GUN: Capabilities = {
  ...BOOTS,
  class: 'percussion',
  zones: [{ id: 'head', control: 'absolute', range: { min: 0, max: 3, step: 1 } }],
};
const MAT: Capabilities = { ...BOOTS, class: 'thermal', temperatureC: { min: 19, max: 60, step: 0.5 } };

describe('limits', () => {
  it('a massage gun: 15 min in all, 2 min a muscle (facts/recovery.md)', () => {
    expect(computeLimits(GUN)).toMatchObject({ longestS: 900, longestRegionS: 120 });
  });

  it('boots: 30 min, the longest that trials use', () => {
    expect(computeLimits(BOOTS)).toMatchObject({ longestS: 1800, longestRegionS: null });
  });

  it('nothing warmer than 43 °C, whatever the device can do', () => {
    expect(computeLimits(MAT).temperatureC).toEqual({ min: 19, max: 43, step: 0.5 });
  });

  it('what is no number, or lies below the device’s range, leaves its coolest', () => {
    for (const max of [Number.NaN, -5])
      expect(computeLimits(MAT, { temperatureC: { max } }).temperatureC).toMatchObject({ min: 19, max: 19 });
  });

  it('property: whatever is asked, a limit is never raised, and never leaves the device’s own range', () => {
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
      fc.property(fc.constantFrom(BOOTS, GUN, MAT), fc.array(userLimits, { maxLength: 3 }), (capabilities, wishes) => {
        const [own, now] = [computeLimits(capabilities), computeLimits(capabilities, ...wishes)];
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
