import { describe, expect, it } from 'vitest';
import type { DeviceAtHand } from '../../../../lib/catalogue';
import { findItem, findPreset, lengthS, toSessionPlan } from '../../../../lib/catalogue';

const BOOTS: DeviceAtHand = {
  class: 'compression',
  zones: [{ id: 'legs', control: 'absolute' }],
  levels: { legs: { min: 0, max: 5, step: 1 } },
  usual: null,
};
const GUN: DeviceAtHand = {
  class: 'percussion',
  zones: [
    { id: 'head', control: 'absolute' },
    { id: 'lamp', control: 'switch' },
    { id: 'key', control: 'relative', toggleOnly: true },
    { id: 'dial', control: 'relative' },
  ],
  levels: { head: { min: 0, max: 3, step: 1 } },
  usual: { head: 3 },
};
const boots = { modality: 'pneumatic-compression', doseId: 'trials' };
const gun = { modality: 'massage-gun', doseId: 'two-muscles' };
const belt = (level: { readonly min: number; readonly max: number; readonly step: number }, usual: DeviceAtHand['usual'] = null) =>
  toSessionPlan(
    { modality: 'active-recovery', doseId: 'gentle-machine', variant: 'machine' },
    { class: 'belt', zones: [{ id: 'speed', control: 'absolute' }], levels: { speed: level }, usual },
  )?.steps;

describe('a session', () => {
  it('says which dose it is, whose, of which kind, for which item, from which preset', () => {
    expect(
      toSessionPlan({ ...gun, id: 'massage-gun@2026-05-04', preset: 'gun-legs', variant: 'vibration', regions: ['quads'] }),
    ).toMatchObject({
      modality: 'massage-gun',
      doseId: 'two-muscles',
      variant: 'vibration',
      doseOf: 'ours',
      regions: ['quads'],
      item: 'massage-gun@2026-05-04',
      preset: 'gun-legs',
    });
    expect(toSessionPlan(boots)).toMatchObject({ variant: null, doseOf: 'trials', item: null, preset: null });
  });

  it('goes where the modality usually goes, where no region is named and it aims at places', () => {
    expect(toSessionPlan({ ...gun, doseId: 'three-muscles' })?.regions).toEqual(['calves', 'quads', 'hamstrings']);
    expect(toSessionPlan(gun)?.regions).toEqual(['calves', 'quads']);
    expect(toSessionPlan({ modality: 'sauna', doseId: 'alyze' })?.regions).toEqual([]);
    expect(toSessionPlan({ modality: 'stretching', doseId: 'after' })?.regions).toEqual([]);
  });

  it('lasts as long as its dose, or as was chosen', () => {
    expect(lengthS(toSessionPlan(boots)?.steps ?? [])).toBe(1200);
    expect(lengthS(toSessionPlan({ ...boots, minutes: 25 })?.steps ?? [])).toBe(1500);
    expect(lengthS([])).toBe(0);
  });

  it.each([
    { modality: 'walk-in-the-park', doseId: 'trials' },
    { modality: 'sauna', doseId: 'trials' },
  ])('is none where there is no such dose: %o', (choice) => {
    expect(toSessionPlan(choice)).toBeNull();
  });
});

describe('on a device', () => {
  it('boots have the user’s usual level and reach it within a minute; without it there is no session', () => {
    expect(toSessionPlan(boots, BOOTS)).toBeNull();
    expect(toSessionPlan(boots, { ...BOOTS, usual: { legs: 3 } })?.steps).toEqual([{ seconds: 1200, levels: { legs: 3 }, rampS: 60 }]);
  });

  it('a level is reached no later than the step ends', () => {
    expect(toSessionPlan({ ...boots, minutes: 0.5 }, { ...BOOTS, usual: { legs: 3 } })?.steps).toEqual([
      { seconds: 30, levels: { legs: 3 }, rampS: 30 },
    ]);
  });

  it('a gun has the lowest level that does something, whatever the usual one, and none while it is moved', () => {
    const levels = { head: 1, lamp: 1, key: 1 };
    expect(toSessionPlan(gun, GUN)?.steps).toEqual([
      { seconds: 112, region: 'calves', levels },
      { seconds: 15, pause: true },
      { seconds: 113, region: 'quads', levels },
    ]);
  });

  it.each([
    // A level of 0 is off; the lowest is one step above it, and never more than is allowed.
    [{ min: 0, max: 6, step: 0.5 }, 0.5],
    [{ min: 0, max: 0.3, step: 0.5 }, 0.3],
    [{ min: 1, max: 6, step: 0.5 }, 1],
  ])('a belt has the usual level, or the lowest of %o', (range, lowest) => {
    expect(belt(range, { speed: 4 })).toEqual([{ seconds: 1200, levels: { speed: 4 }, rampS: 60 }]);
    expect(belt(range)).toEqual([{ seconds: 1200, levels: { speed: lowest }, rampS: 60 }]);
  });

  it('only the first step has a ramp', () => {
    const on: DeviceAtHand = { class: 'compression', zones: [], levels: {}, usual: { legs: 2 } };
    expect(toSessionPlan(boots, on)?.steps.map(({ rampS }) => rampS)).toEqual([60]);
  });

  it('is none on a device that does something else', () => {
    expect(toSessionPlan(boots, GUN)).toBeNull();
    expect(toSessionPlan({ modality: 'sauna', doseId: 'alyze' }, BOOTS)).toBeNull();
  });
});

describe('what a stored session carries out', () => {
  it.each([
    // New rows say it.
    [{ item: 'sauna@2026-05-04', preset: null }, 'sauna@2026-05-04', null],
    [{ item: null, preset: 'panel' }, null, 'panel'],
    [{ item: null, from: 'sauna@2026-05-04' }, null, 'sauna@2026-05-04'],
    // Older rows say where it came from: an item has an @.
    [{ from: 'sauna@2026-05-04' }, 'sauna@2026-05-04', null],
    [{ from: 'panel' }, null, 'panel'],
    [{ from: null }, null, null],
    [{}, null, null],
  ] as const)('%o', (plan, item, preset) => {
    expect([findItem(plan), findPreset(plan)]).toEqual([item, preset]);
  });
});
