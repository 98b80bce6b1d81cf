import { describe, expect, it } from 'vitest';
import { heldClock } from '../../../../lib/core/clock';
import type { DriverKind } from '../../../../lib/devices/driver';
import { builtInKinds } from '../../../../lib/devices/drivers';
import { MODELS } from '../../../../lib/devices/known-models';
import { canTryOut, drivenAlone, findWays } from '../../../../lib/devices/known-models/ways';
import { requestFor } from '../../../../lib/devices/links/pairable';
import { anyKindOfProfile } from '../../../../lib/devices/profile';
import { simulatedByKind } from '../../../../lib/simulated/by-kind';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { toSimulatedTime } from '../../../support/flaky-transport';
import { sensorProfiles } from '../profiles/profiles';

const listKinds = (brand: string, model: string) => {
  const found = MODELS.find((one) => one.brand === brand && one.model === model);
  if (found === undefined) throw new Error(`${brand} ${model}`);
  return findWays(found, builtInKinds).map(({ kind, pairAs }) => [kind.id, pairAs]);
};

describe('the ways to connect a model', () => {
  it('exist for controlled models and those that may be, and for no others', () => {
    const without = (statuses: readonly string[]) =>
      MODELS.filter(({ status }) => statuses.includes(status)).filter((model) => findWays(model, builtInKinds).length === 0);
    expect(without(['controlled', 'experimental'])).toEqual([]);
    const rest = ['importable', 'no-stop', 'timer-only', 'cloud-only', 'left-out'];
    expect(without(rest)).toHaveLength(MODELS.filter(({ status }) => rest.includes(status)).length);
  });

  it.each([
    ['Jensen', 'adjustable bed', [['jensen-bed', 'recovery']]],
    [
      'Richmat',
      'adjustable bed',
      [
        ['richmat-nordic-bed', 'recovery'],
        ['richmat-wilinke-bed', 'recovery'],
      ],
    ],
    ['Hyperice', 'Hypervolt 2', [['hypervolt-2', 'recovery']]],
    ['KingSmith', 'WalkingPad A1', [['kingsmith-walkingpad', 'recovery']]],
    ['KingSmith', 'WalkingPad with FTMS', [['kingsmith-ftms', 'machine']]],
    ['FTMS', 'treadmill', [['ftms-treadmill', 'machine']]],
    ['FTMS', 'bike', [['ftms-bike', 'machine']]],
    ['FTMS', 'cross trainer', [['ftms-cross-trainer', 'machine']]],
  ])('%s %s', (brand, model, ways) => {
    expect(listKinds(brand, model)).toEqual(ways);
  });

  it('exist for an importable model once its profile is imported', () => {
    const model = MODELS.find(({ brand }) => brand === 'Reverie');
    const jensen = builtInKinds.find(({ id }) => id === 'jensen-bed');
    if (model === undefined || jensen === undefined) throw new Error('no such model');
    const imported: DriverKind = { ...jensen, id: 'mine', makers: ['reverie'] };
    expect(findWays(model, [...builtInKinds, imported]).map(({ kind }) => kind.id)).toEqual(['mine']);
    expect(findWays(model, [{ ...imported, disabled: 'no-known-stop' }])).toEqual([]);
  });

  it('exist for a sensor once its profile is imported, which is then paired as what it measures', () => {
    const model = MODELS.find(({ brand }) => brand === 'Inkbird');
    const inkbird = sensorProfiles.find(({ id }) => id === 'ibbq-thermometer');
    if (model === undefined || inkbird === undefined) throw new Error('no such model');
    const imported = anyKindOfProfile(inkbird);
    expect(findWays(model, [...builtInKinds, imported])).toEqual([{ kind: imported, pairAs: 'thermometer' }]);
    expect(drivenAlone([imported])).toEqual([imported]);
    expect(canTryOut(imported)).toBe(false);
  });

  it('picked by hand include no fitness machines and no disabled kinds', () => {
    const ids = drivenAlone([...builtInKinds, { ...(builtInKinds[0] as DriverKind), id: 'off', disabled: 'no-known-stop' }]).map(
      ({ id }) => id,
    );
    expect(ids).toContain('open-recovery-compression');
    expect(ids.filter((id) => id.startsWith('ftms') || id === 'kingsmith-ftms' || id === 'off')).toEqual([]);
  });
});

describe('the devices to try out', () => {
  it('are those with a simulated device', () => {
    const ids = [...builtInKinds.map(({ id }) => id), ...Object.keys(simulatedByKind)];
    const of = (id: string): DriverKind => ({ ...(builtInKinds[0] as DriverKind), id, disabled: null });
    expect([...new Set(ids)].filter((id) => canTryOut(of(id))).sort()).toEqual(Object.keys(simulatedByKind).sort());
  });

  it('are found by their kind’s request, each with its own address', async () => {
    const clock = heldClock(0);
    const devices = await Promise.all(
      builtInKinds.filter(canTryOut).map((kind) => {
        const make = simulatedByKind[kind.id];
        return simulatedTransport(make === undefined ? [] : [make()], toSimulatedTime(clock)).request(requestFor('recovery', kind));
      }),
    );
    expect(devices.length).toBeGreaterThan(10);
    expect(new Set(devices.map(({ id }) => id)).size).toBe(devices.length);
  });
});
