import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DevicePreset, presetsFor, type SessionStep, toSessionPlan } from '../../../../lib/catalogue';
import type { Capabilities } from '../../../../lib/devices/driver';
import { computeLimits } from '../../../../lib/devices/safety/limits';
import { draftPlan, firstStep } from '../../../../lib/devices/session/by-hand';
import { levelsIn, positionAt, settingIn } from '../../../../lib/devices/session/course';
import { toDeviceAtHand } from '../../../../lib/devices/session/device-at-hand';
import { DeviceTimer } from '../../../../lib/devices/session/device-timer';
import { nextLevel, onGrid } from '../../../../lib/devices/session/ramp';
import { findFaults } from '../../../../lib/devices/session/validate';
import { BELT, BOOTS } from './fake-device';
import { makePlan } from './set-up';

const GUN: Capabilities = {
  ...BOOTS,
  class: 'percussion',
  zones: [{ id: 'head', control: 'absolute', range: { min: 0, max: 3, step: 1 }, unit: 'level' }],
};
const BED: Capabilities = { ...GUN, class: 'massage', zones: GUN.zones.map((zone) => ({ ...zone, range: { min: 0, max: 10, step: 1 } })) };
const PANEL: Capabilities = { ...BOOTS, class: 'light', zones: [{ id: 'light', control: 'switch' }] };
const MAT: Capabilities = { ...BOOTS, class: 'thermal', zones: [], temperatureC: { min: 19, max: 43, step: 0.5 } };

describe('the course of a session', () => {
  const steps: SessionStep[] = [
    { seconds: 10, levels: { a: 1, b: 1 }, programme: 'heat' },
    { seconds: 5, levels: { a: 2 } },
    { seconds: 5, temperatureC: 30 },
  ];

  it('knows its position', () => {
    expect(positionAt(steps, 0)).toEqual({ index: 0, leftMs: 10_000, allLeftMs: 20_000 });
    expect(positionAt(steps, 10_000)).toEqual({ index: 1, leftMs: 5000, allLeftMs: 10_000 });
    expect(positionAt(steps, 20_000)).toBeNull();
    expect(positionAt([], 0)).toBeNull();
  });

  it('keeps values that a step does not name', () => {
    expect(levelsIn(steps, 2)).toEqual({ a: 2, b: 1 });
    expect([settingIn(steps, 1), settingIn(steps, 2)]).toEqual([{ programme: 'heat' }, { programme: 'heat', temperatureC: 30 }]);
  });
});

describe('the ramp', () => {
  const range = { min: 0, max: 10, step: 1 };

  it('is as fast as the limit, and no faster than requested', () => {
    expect(nextLevel({ range, from: 0, to: 5, sinceS: 1, limitPerS: 1, wishedPerS: null })).toBe(1);
    expect(nextLevel({ range, from: 0, to: 5, sinceS: 0.5, limitPerS: 1, wishedPerS: null })).toBeNull();
    expect(nextLevel({ range, from: 0, to: 5, sinceS: 4, limitPerS: 1, wishedPerS: 0.2 })).toBeNull();
    expect(nextLevel({ range, from: 0, to: 5, sinceS: 5, limitPerS: 1, wishedPerS: 0.2 })).toBe(1);
    expect(nextLevel({ range, from: 5, to: 0, sinceS: 1, limitPerS: 1, wishedPerS: null })).toBe(4);
    expect(nextLevel({ range, from: 5, to: 5, sinceS: 100, limitPerS: 1, wishedPerS: null })).toBeNull();
  });

  it('waits for a step of the range that is larger than the limit', () => {
    const coarse = { min: 0, max: 100, step: 25 };
    expect(nextLevel({ range: coarse, from: 0, to: 100, sinceS: 2, limitPerS: 10, wishedPerS: null })).toBeNull();
    expect(nextLevel({ range: coarse, from: 0, to: 100, sinceS: 2.5, limitPerS: 10, wishedPerS: null })).toBe(25);
  });

  it('property: stays on the grid, within the range, towards the target, at most a second’s worth or one step', () => {
    const ranges = fc.record({
      min: fc.integer({ min: 0, max: 5 }),
      size: fc.integer({ min: 1, max: 50 }),
      step: fc.constantFrom(0.1, 0.5, 1, 5),
    });
    const any = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        ranges,
        any,
        any,
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.constantFrom(0.2, 1, 10),
        ({ min, size, step }, a, to, sinceS, limitPerS) => {
          const here = { min, max: min + size * step, step };
          const from = onGrid(here, a);
          const level = nextLevel({ range: here, from, to, sinceS, limitPerS, wishedPerS: null });
          if (level === null) return;
          expect(level).toBeGreaterThanOrEqual(min);
          expect(level).toBeLessThanOrEqual(here.max + 1e-6);
          expect(Math.abs(level - onGrid(here, to))).toBeLessThan(Math.abs(from - onGrid(here, to)));
          expect(Math.abs(level - from)).toBeLessThanOrEqual(Math.max(limitPerS, step) + 1e-6);
          expect(Math.abs((level - min) / step - Math.round((level - min) / step))).toBeLessThan(1e-4);
        },
      ),
    );
  });
});

describe('the device’s own timer', () => {
  it('is set to at least the time left, on its grid, and again when it would be too short', () => {
    const timer = new DeviceTimer({ min: 60, max: 600, step: 60 });
    expect(timer.wanted(150, 0)).toBe(180);
    timer.told(180, 0);
    expect([timer.wanted(100, 50_000), timer.wanted(10, 0)]).toEqual([null, 60]);
    const short = new DeviceTimer({ min: 60, max: 600, step: 60 });
    expect(short.wanted(1800, 0)).toBe(600);
    short.told(600, 0);
    expect([short.wanted(1600, 200_000), short.wanted(1499, 301_000)]).toEqual([null, 600]);
    expect(new DeviceTimer(null).wanted(100, 0)).toBeNull();
  });
});

describe('faults of a plan', () => {
  const codes = (capabilities: Capabilities, ...steps: SessionStep[]) =>
    findFaults(makePlan(...steps), capabilities, computeLimits(capabilities)).map(({ step, code }) => [step, code]);

  it.each([
    [BOOTS, [], [[null, 'no-steps']]],
    [BOOTS, [{ seconds: 0 }], [[0, 'bad-duration']]],
    [BOOTS, [{ seconds: Number.NaN }], [[0, 'bad-duration']]],
    [BOOTS, [{ seconds: 10, rampS: 11 }], [[0, 'bad-ramp']]],
    [BOOTS, [{ seconds: 10, levels: { arms: 1 } }], [[0, 'no-such-zone']]],
    [BOOTS, [{ seconds: 10 }, { seconds: 10, levels: { legs: 8 } }], [[1, 'level-out-of-limits']]],
    [BOOTS, [{ seconds: 10, levels: { legs: Number.NaN } }], [[0, 'level-out-of-limits']]],
    [BOOTS, [{ seconds: 10, temperatureC: 30 }], [[0, 'no-temperature']]],
    [MAT, [{ seconds: 10, temperatureC: 50 }], [[0, 'temperature-out-of-limits']]],
    [MAT, [{ seconds: 10, programme: 'turbo' }], [[0, 'no-such-programme']]],
    [BOOTS, [{ seconds: 1801 }], [[null, 'too-long']]],
    [GUN, [{ seconds: 121, region: 'calves' }], [[0, 'region-too-long']]],
    [GUN, [{ seconds: 121 }], [[0, 'region-too-long']]],
    [PANEL, [{ seconds: 10, levels: { light: 2 } }], [[0, 'level-out-of-limits']]],
    [PANEL, [{ seconds: 10, levels: { light: 1 } }], []],
  ] as const)('%#', (capabilities, steps, expected) => {
    expect(codes(capabilities, ...steps)).toEqual(expected);
  });

  it('a muscle’s time adds up over the steps, without rests', () => {
    const [first, rest, again] = [
      { seconds: 90, region: 'calves' },
      { seconds: 200, pause: true },
      { seconds: 60, region: 'calves' },
    ] as const;
    expect(codes(GUN, first, rest)).toEqual([]);
    expect(codes(GUN, first, rest, again)).toEqual([[2, 'region-too-long']]);
  });
});

describe('presets', () => {
  const usual = (capabilities: Capabilities) => Object.fromEntries(capabilities.zones.map(({ id }) => [id, 3]));
  const planFrom = (
    { id, modality, doseId, regions }: DevicePreset,
    capabilities: Capabilities,
    levels: Readonly<Record<string, number>> | null,
    minutes?: number,
  ) =>
    toSessionPlan(
      { preset: id, modality, doseId, ...(regions && { regions }), ...(minutes && { minutes }) },
      toDeviceAtHand(capabilities, computeLimits(capabilities), levels),
    );

  it.each([GUN, BED, BOOTS, PANEL, BELT])('of every class make plans within the limits ($class)', (capabilities) => {
    const presets = presetsFor(capabilities.class);
    expect(presets.length).toBeGreaterThan(0);
    for (const preset of presets) {
      for (const minutes of preset.dose.lengthsMin ?? [preset.dose.minutes]) {
        const plan = planFrom(preset, capabilities, usual(capabilities), minutes);
        expect(plan === null ? null : findFaults(plan, capabilities, computeLimits(capabilities)), preset.id).toEqual([]);
      }
    }
  });

  it('the gun: lowest level, 2 min a muscle, 15 min at most', () => {
    for (const preset of presetsFor('percussion')) {
      const steps = planFrom(preset, GUN, null)?.steps ?? [];
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.every(({ levels, pause }) => pause === true || levels?.head === 1)).toBe(true);
      expect(steps.filter(({ pause }) => pause !== true).every(({ seconds, region }) => seconds <= 120 && region !== undefined)).toBe(true);
      expect(steps.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(900);
    }
  });

  it('boots: 20–30 min at the user’s usual level, and none without one', () => {
    const [boots] = presetsFor('compression');
    if (boots === undefined) throw new Error('no preset for boots');
    expect(boots.dose.lengthsMin).toEqual([20, 25, 30]);
    expect(planFrom(boots, BOOTS, null)).toBeNull();
    expect(planFrom(boots, BOOTS, { legs: 4 })).toMatchObject({ doseOf: 'trials', steps: [{ levels: { legs: 4 }, seconds: 1200 }] });
  });

  it('a dose does not run on a device of another kind', () => {
    const [boots] = presetsFor('compression');
    expect(boots && planFrom(boots, GUN, { head: 1 })).toBeNull();
  });
});

describe('the user’s own session', () => {
  it.each([GUN, BED, BOOTS, PANEL, BELT, MAT])('starts with a step that can run ($class)', (capabilities) => {
    const limits = computeLimits(capabilities);
    const draft = draftPlan([firstStep(capabilities, limits)], capabilities, limits);
    expect([draft.faults, draft.plan.doseOf]).toEqual([[], 'user']);
  });

  it('reports what is wrong with the input', () => {
    expect(draftPlan([{ seconds: -1, levels: { legs: 99 } }], BOOTS, computeLimits(BOOTS)).faults.map(({ code }) => code)).toEqual([
      'bad-duration',
      'level-out-of-limits',
    ]);
  });
});
