import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import { jsonPath } from '../../../../lib/core/json-path';
import { type DriverCommand, DriverFault } from '../../../../lib/devices/driver';
import { anyKindOfProfile, isSensorProfile, type Profile, parseProfile } from '../../../../lib/devices/profile';
import { FORBIDDEN_SERVICES, LONGEST_FRAME } from '../../../../lib/devices/profile/limits';
import { deviceProfileSchema } from '../../../../lib/devices/profile/schema';
import { fullUuid } from '../../../../lib/devices/profile/uuids';
import { isSensorKind } from '../../../../lib/devices/sensor';
import { soakRuns } from '../../../support/soak-runs';
import { everyProfile } from '../profiles/profiles';
import { couldBe } from './could-be';
import { mutants } from './mutants';
import { noTime, recordingLink, type Written } from './recording-link';

/** `npm run soak -- profiles` tries 10,000. */
const RUNS = soakRuns(400);

const zoneIds = [...new Set(everyProfile.flatMap(({ zones = [] }) => zones.map(({ id }) => id))), 'constructor', '__proto__', 'nothing'];
const programmeIds = [...new Set(everyProfile.flatMap(({ programmes = [] }) => programmes.map(({ id }) => id))), 'toString'];
const number = fc.oneof(
  fc.double(),
  fc.integer({ min: -5, max: 110 }),
  fc.integer({ min: 0, max: 20_000 }),
  fc.double({ min: 0, max: 50, noNaN: true }),
);
const zone = fc.constantFrom(...zoneIds);
const command: fc.Arbitrary<DriverCommand | 'stop'> = fc.oneof(
  fc.constant('stop' as const),
  fc.constant({ kind: 'start' } as const),
  fc.constant({ kind: 'pause' } as const),
  fc.record({ kind: fc.constant('level' as const), zone, level: number }),
  fc.record({ kind: fc.constant('nudge' as const), zone, direction: fc.constantFrom('up' as const, 'down' as const) }),
  fc.record({ kind: fc.constant('toggle' as const), zone }),
  fc.record({ kind: fc.constant('temperature' as const), celsius: number }),
  fc.record({ kind: fc.constant('timer' as const), seconds: number }),
  fc.record({ kind: fc.constant('programme' as const), id: fc.constantFrom(...programmeIds) }),
);

/** Runs it with a device that can do everything, and returns what was written. */
async function run(profile: Profile, commands: readonly (DriverCommand | 'stop')[]): Promise<readonly Written[]> {
  const { link, written } = recordingLink(profile);
  const kind = anyKindOfProfile(profile);
  const driver = isSensorKind(kind) ? null : kind.driver({ wait: noTime, secrets: {} });
  const sensor = isSensorKind(kind) ? kind.sensor({ wait: noTime, secrets: {} }) : null;
  const over = new AbortController();
  const known = (error: unknown) => {
    if (!(error instanceof DriverFault) && !(error instanceof BluetoothFault)) throw error;
  };
  await (driver ?? sensor)?.setUp(link, over.signal).catch(known);
  if (driver !== null) await Promise.all(commands.map((one) => (one === 'stop' ? driver.stop() : driver.apply(one)).catch(known)));
  over.abort(new BluetoothFault('aborted'));
  return written;
}

/** The characteristics that the profile declares as writable. */
function declared(profile: Profile): ReadonlySet<string> {
  const writable = Object.values(profile.characteristics).filter(({ write }) => write !== undefined);
  return new Set(writable.flatMap(({ at }) => at.flatMap(({ uuids }) => uuids.map(fullUuid))));
}

const seen = { accepted: 0, refused: 0, written: 0 };

describe('profiles from strangers', () => {
  it('that are no profiles are refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const parsed = parseProfile(text);
        expect(parsed.ok ? [] : parsed.faults.length).toBe(1);
      }),
      { numRuns: RUNS },
    );
  });

  it('are refused with the place of the fault, or never send anything outside their declared limits', async () => {
    await fc.assert(
      fc.asyncProperty(mutants, fc.array(command, { maxLength: 12 }), async ({ value, paths }, commands) => {
        const parsed = parseProfile(JSON.stringify(value));
        if (!parsed.ok) {
          seen.refused++;
          expect(parsed.faults.length).toBeGreaterThan(0);
          // A fault of the shape is reported at the change, inside it, or in a part that contains it.
          const [changed] = paths;
          if (paths.length === 1 && changed !== undefined && !v.safeParse(deviceProfileSchema, value).success) {
            const at = jsonPath(changed);
            expect(parsed.faults.some(({ path }) => path.startsWith(at) || at.startsWith(path))).toBe(true);
          }
          return;
        }
        seen.accepted++;
        const { profile } = parsed;
        const allowed = declared(profile);
        const written = await run(profile, commands);
        seen.written += written.length;
        if (profile.stop === undefined && !isSensorProfile(profile)) expect(written).toEqual([]);
        for (const { characteristic, bytes } of written) {
          expect(allowed.has(characteristic)).toBe(true);
          expect(bytes.length).toBeLessThanOrEqual(LONGEST_FRAME);
          expect(Object.values(profile.frames).some((frame) => couldBe(profile, frame, bytes))).toBe(true);
        }
        for (const { at } of Object.values(profile.characteristics)) {
          for (const { service } of at) expect(FORBIDDEN_SERVICES.has(fullUuid(service))).toBe(false);
        }
        for (const { range, unit } of profile.zones ?? [])
          if (range) expect(range.max).toBeLessThanOrEqual(unit === 'km/h' ? 8 : unit === 'mmHg' ? 120 : unit === 'W' ? 400 : 100);
        if (profile.temperature) expect(profile.temperature.range.max).toBeLessThanOrEqual(45);
      }),
      { numRuns: RUNS },
    );
    // Both halves of the test must have cases.
    expect(seen.accepted).toBeGreaterThan(RUNS / 20);
    expect(seen.refused).toBeGreaterThan(RUNS / 4);
    expect(seen.written).toBeGreaterThan(RUNS / 4);
  }, 600_000);

  it('never start anything during set-up', async () => {
    for (const profile of everyProfile) {
      const before = await run(profile, []);
      const commanded = Object.entries(profile.frames).filter(([, { bytes }]) =>
        bytes.some((part) => typeof part === 'object' && 'value' in part && !part.value.startsWith('setting.')),
      );
      for (const { bytes } of before) expect(commanded.some(([, frame]) => couldBe(profile, frame, bytes))).toBe(false);
    }
  });
});
