import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities, LevelUnit } from '../../../../lib/devices/driver';
import { MEASURED_C } from '../../../../lib/devices/safety/ceilings';
import { findExcess } from '../../../../lib/devices/safety/excess';
import { computeLimits } from '../../../../lib/devices/safety/limits';
import { BELT, BOOTS } from '../session/fake-device';
import { makePlan, setUp } from '../session/set-up';

const CHAMBERS: Capabilities = {
  ...BOOTS,
  zones: [1, 2, 3].map((chamber) => ({
    id: `chamber-${chamber}`,
    control: 'absolute',
    range: { min: 20, max: 100, step: 5 },
    unit: 'mmHg',
  })),
};

describe('a measured value above the highest level', () => {
  it('is found in any chamber from 10 mmHg above its highest, also one that the user made lower, and never below', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 100 }),
        fc.integer({ min: 1, max: 3 }),
        fc.float({ min: 0, max: 200, noNaN: true }),
        (highest, chamber, mmHg) => {
          const zone = `chamber-${chamber}`;
          const limits = computeLimits(CHAMBERS, { levels: { [zone]: highest } });
          const excess = findExcess(CHAMBERS, limits, { pressureMmHg: { 'chamber-1': 0, 'chamber-2': 0, 'chamber-3': 0, [zone]: mmHg } });
          expect(excess).toEqual(mmHg >= highest + 10 ? { what: 'pressure', zone, measured: mmHg, limit: highest, unit: 'mmHg' } : null);
        },
      ),
    );
  });

  it.each<[LevelUnit, number]>([
    ['level', 1],
    ['percent', 10],
    ['km/h', 0.5],
    ['W', 50],
  ])('has a margin for %s', (unit, margin) => {
    const capabilities: Capabilities = { ...BOOTS, zones: [{ id: 'one', control: 'absolute', range: { min: 1, max: 60, step: 1 }, unit }] };
    const find = (level: number) => findExcess(capabilities, computeLimits(capabilities), { levels: { one: level } });
    expect([find(60 + margin - 0.1), find(60 + margin)?.measured]).toEqual([null, 60 + margin]);
  });

  it('is a pressure above what boots may have at all, where their levels have no unit of pressure', () => {
    const find = (mmHg: number) => findExcess(BOOTS, computeLimits(BOOTS), { pressureMmHg: { legs: mmHg } })?.limit ?? null;
    expect([find(129), find(130)]).toEqual([null, 120]);
  });

  it('is a belt that is faster, and skin that is warmer', () => {
    expect(findExcess(BELT, computeLimits(BELT), { speedKmh: 6.5 })).toMatchObject({ what: 'level', zone: 'belt' });
    const warm: Capabilities = { ...BOOTS, class: 'thermal', zones: [], temperatureC: { min: 20, max: 50, step: 1 } };
    expect([45.9, 46].map((temperatureC) => findExcess(warm, computeLimits(warm), { temperatureC })?.limit ?? null)).toEqual([null, 43]);
  });

  it('is found for every temperature and speed, whatever the device can set', () => {
    const treatments = Object.keys(MEASURED_C) as (keyof typeof MEASURED_C)[];
    const switches: Capabilities['zones'] = [
      { id: 'one', control: 'switch' },
      { id: 'two', control: 'absolute', range: { min: 0, max: 10, step: 1 } },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...treatments),
        fc.subarray([...switches]),
        fc.option(fc.record({ min: fc.integer({ min: 4, max: 20 }), max: fc.integer({ min: 21, max: 45 }) })),
        fc.float({ min: -60, max: 120, noNaN: true }),
        fc.float({ min: 0, max: 60, noNaN: true }),
        (treatment, zones, range, celsius, kmh) => {
          const capabilities: Capabilities = {
            ...BOOTS,
            class: treatment,
            zones,
            temperatureC: range === null ? null : { ...range, step: 1 },
          };
          const limits = computeLimits(capabilities);
          const touches = ['percussion', 'massage', 'compression'].includes(treatment);
          const [coldest, warmest] = treatment === 'thermal' ? [4, 45] : [-20, touches ? 60 : 85];
          const highest = range === null ? warmest : Math.min(43, range.max);
          const temperature = findExcess(capabilities, limits, { temperatureC: celsius });
          const expected = celsius >= highest + 3 ? ['temperature', highest] : celsius <= coldest - 3 ? ['cold', coldest] : null;
          expect(temperature === null ? null : [temperature.what, temperature.limit]).toEqual(expected);
          const speed = findExcess(capabilities, limits, { speedKmh: kmh });
          expect(speed?.what ?? null).toBe(treatment !== 'resistance' && kmh >= 8.5 ? 'speed' : null);
        },
      ),
    );
  });

  it('is the measured speed of a belt, not the one that it is set to', () => {
    const [zone] = BELT.zones;
    if (zone === undefined) throw new Error('no belt');
    const both: Capabilities = { ...BELT, zones: [{ ...zone, measuredBy: 'speedKmh' }] };
    const find = (set: number, speedKmh: number) =>
      findExcess(both, computeLimits(both), { levels: { [zone.id]: set }, speedKmh })?.measured ?? null;
    expect([find(2, 12), find(12, 2)]).toEqual([12, null]);
  });

  it('stops the session at once, which says what was measured', async () => {
    const { clock, device, runner, start, record } = setUp(makePlan({ levels: { 'chamber-1': 40 }, seconds: 600 }), CHAMBERS);
    start();
    await clock.advance(10_000);
    device.telemetry.value = { running: true, pressureMmHg: { 'chamber-1': 40, 'chamber-2': 160 } };
    expect([runner.view.state.value, runner.view.fault.value]).toEqual(['stopping', 'too-high']);
    expect(runner.view.excess.value).toEqual({ what: 'pressure', zone: 'chamber-2', measured: 160, limit: 100, unit: 'mmHg' });
    await clock.advance(1000);
    expect([device.told('stop'), record()?.end]).toEqual([1, 'too-high']);
  });
});

describe('figures on screen', () => {
  it('have told and measured beside each other, their age from five seconds on, and nothing that was never sent', async () => {
    const { clock, device, runner, start } = setUp(makePlan({ levels: { 'chamber-1': 40 }, seconds: 600 }), CHAMBERS);
    start();
    await clock.advance(10_000);
    device.telemetry.value = { running: true, levels: { 'chamber-1': 40 }, pressureMmHg: { 'chamber-1': 57.5 } };
    await clock.advance(1000);
    const zone = () => runner.view.levels.value['chamber-1'];
    expect(zone()).toMatchObject({ told: 40, measured: { value: 57.5, oldS: null } });
    await clock.advance(4000);
    expect(zone()?.measured?.oldS).toBeNull();
    await clock.advance(2000);
    expect(zone()?.measured?.oldS).toBeGreaterThanOrEqual(6);
    expect(runner.view.levels.value['chamber-2']).toMatchObject({ told: null, measured: null });
    device.telemetry.value = { ...device.telemetry.value };
    await clock.advance(1000);
    expect(zone()?.measured?.oldS).toBeNull();
  });
});
