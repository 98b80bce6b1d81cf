import { describe, expect, it } from 'vitest';
import { kindOfProfile, type Profile, parseProfile } from '../../../../lib/devices/profile';
import { simulatedBedjet } from '../../../../lib/simulated/framed/bedjet';
import { simulatedBlockBlueLight } from '../../../../lib/simulated/framed/blockbluelight';
import { simulatedOoler } from '../../../../lib/simulated/framed/ooler';
import { simulatedReverie } from '../../../../lib/simulated/framed/reverie';
import { kind, profile } from '../profiles/profiles';
import { bench } from './bench';

/** A real profile with some parts changed, parsed as usual. */
function variant(id: string, change: Readonly<Record<string, unknown>>): Profile {
  const parsed = parseProfile(JSON.stringify({ ...profile(id), ...change }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.profile;
}

describe('device reports', () => {
  it('BedJet: mode, air, fan and time left', async () => {
    const { apply, driver, clock } = await bench(kind('bedjet-3'), simulatedBedjet());
    await apply({ kind: 'programme', id: 'heat' });
    await apply({ kind: 'temperature', celsius: 37 });
    await apply({ kind: 'timer', seconds: 5400 });
    await apply({ kind: 'start' });
    await apply({ kind: 'level', zone: 'fan', level: 60 });
    const from = clock.now();
    await clock.advance(600_000);
    const { remainingS = 0, temperatureC, ...rest } = driver.telemetry.value;
    expect(rest).toEqual({ running: true, programme: 'heat', levels: { fan: 60 } });
    expect(temperatureC).toBeCloseTo(37, 0);
    expect(remainingS + (clock.now() - from) / 1000).toBeCloseTo(5400, -1);
  });

  it.each(['C', 'F'] as const)('Ooler with a display in °%s: the water temperature', async (unit) => {
    const { apply, driver, clock } = await bench(kind('ooler'), simulatedOoler({ unit }));
    await apply({ kind: 'temperature', celsius: 15 });
    await apply({ kind: 'start' });
    await clock.advance(3_600_000);
    expect(driver.telemetry.value.running).toBe(true);
    expect(Math.abs((driver.telemetry.value.temperatureC ?? 0) - 15)).toBeLessThan(0.6);
  });

  it('panel: its countdown, which is set with the first start', async () => {
    const panel = simulatedBlockBlueLight();
    const { apply, driver, clock } = await bench(kind('blockbluelight-panel'), panel);
    await apply({ kind: 'start' });
    await clock.advance(300_000);
    expect(driver.telemetry.value.running).toBe(true);
    expect(Math.abs((driver.telemetry.value.remainingS ?? 0) - 300)).toBeLessThan(4);
    await clock.advance(310_000);
    expect(driver.telemetry.value).toMatchObject({ running: false, remainingS: 0 });
  });

  it('Reverie: its levels', async () => {
    const { apply, driver, clock } = await bench(kind('reverie-bed'), simulatedReverie());
    await apply({ kind: 'level', zone: 'foot', level: 7 });
    await clock.advance(100);
    expect(driver.telemetry.value).toEqual({ levels: { head: 0, foot: 7 } });
  });
});

describe('a handshake that waits for an answer', () => {
  const panel = profile('blockbluelight-panel');
  const waiting = (begins: string, optional: boolean) =>
    variant('blockbluelight-panel', {
      setUp: [...(panel.setUp ?? []), { await: { from: 'status', begins, timeoutMs: 1000, optional } }],
    });

  it('continues when the answer comes', async () => {
    const { heard } = await bench(kindOfProfile(waiting('2A .. 10', false)), simulatedBlockBlueLight());
    expect(heard).toHaveLength(1);
  });

  it('fails when no answer comes, unless the answer is optional', async () => {
    await expect(bench(kindOfProfile(waiting('2B', false)), simulatedBlockBlueLight())).rejects.toMatchObject({ code: 'timeout' });
    await expect(bench(kindOfProfile(waiting('2B', true)), simulatedBlockBlueLight())).resolves.toBeDefined();
  });
});

describe('a device without a characteristic', () => {
  it('is refused, unless the characteristic is optional', async () => {
    const nowhere = { at: [{ service: 'abcd', uuids: ['abce'] }] };
    const { characteristics } = profile('reverie-bed');
    const strict = variant('reverie-bed', { characteristics: { ...characteristics, extra: nowhere } });
    await expect(bench(kindOfProfile(strict), simulatedReverie())).rejects.toMatchObject({ code: 'not-supported' });
    const lenient = variant('reverie-bed', {
      characteristics: { ...characteristics, extra: { ...nowhere, optional: true } },
      setUp: [{ subscribe: 'extra' }, { read: 'extra' }, { subscribe: 'command' }],
    });
    await expect(bench(kindOfProfile(lenient), simulatedReverie())).resolves.toBeDefined();
  });
});

describe('a lost link', () => {
  it('ends everything, and clears what the device reported', async () => {
    const { apply, driver, clock, lose } = await bench(kind('bedjet-3'), simulatedBedjet());
    await apply({ kind: 'start' });
    await clock.advance(2000);
    expect(driver.telemetry.value.running).toBe(true);
    lose();
    await clock.advance(10);
    expect(driver.telemetry.value).toEqual({});
    await expect(driver.apply({ kind: 'start' })).rejects.toMatchObject({ code: 'not-ready' });
    await expect(driver.stop()).rejects.toMatchObject({ code: 'not-ready' });
  });
});
