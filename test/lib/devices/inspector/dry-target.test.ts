import { describe, expect, it } from 'vitest';
import { uuid16 } from '../../../../lib/bluetooth/uuid';
import { toDryRunTarget } from '../../../../lib/devices/inspector/dry-target';
import type { InspectedService } from '../../../../lib/devices/inspector/inspected';
import { type DryStep, dryRun, type Profile, parseProfile } from '../../../../lib/devices/profile';

const none = { read: false, write: false, writeWithoutResponse: false, notify: false, indicate: false };
const characteristic = (key: string, uuid: number, can: Partial<typeof none>) => ({
  key,
  uuid: uuid16(uuid),
  name: null,
  properties: { ...none, ...can },
});
const service = (uuid: number, ...characteristics: InspectedService['characteristics']): InspectedService => ({
  key: `${uuid}`,
  nth: null,
  uuid: uuid16(uuid),
  name: null,
  characteristics,
});

const profile = (at: object[]): Profile => {
  const parsed = parseProfile(
    JSON.stringify({
      format: 'rebound-device-profile',
      version: 1,
      id: 'x',
      name: 'X',
      makers: ['X'],
      class: 'massage',
      source: 'test',
      verified: 'untested',
      match: { names: ['X'] },
      characteristics: { command: { at, write: 'either' } },
      frames: { off: { to: 'command', bytes: ['00'] } },
      stop: ['off'],
      endsByItself: 'no',
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.profile;
};
const firstStep = (of: Profile): DryStep => {
  const [result] = dryRun(of, [{ kind: 'stop' }]);
  const step = result?.ok ? result.steps[0] : undefined;
  if (step === undefined) throw new Error('no step');
  return step;
};

describe('the characteristic for a dry step', () => {
  it('is at the first place that the device has', () => {
    const two = profile([
      { service: 'ffe0', uuids: ['ffe1'] },
      { service: 'fff0', uuids: ['fff2'] },
    ]);
    const step = firstStep(two);
    expect(toDryRunTarget(two, step, [service(0xfff0, characteristic('b', 0xfff2, { write: true }))])?.key).toBe('b');
    const both = [service(0xfff0, characteristic('b', 0xfff2, {})), service(0xffe0, characteristic('a', 0xffe1, {}))];
    expect(toDryRunTarget(two, step, both)?.key).toBe('a');
    // The same characteristic in another service does not match.
    expect(toDryRunTarget(two, step, [service(0xffe5, characteristic('c', 0xffe1, { write: true }))])).toBeNull();
  });

  it('is the first one with the needed property', () => {
    const some = profile([{ service: 'ffe0', uuids: ['ffe1', 'ffe2'], property: 'write' }]);
    const there = [
      service(0xffe0, characteristic('says', 0xffe1, { notify: true }), characteristic('hears', 0xffe2, { writeWithoutResponse: true })),
    ];
    expect(toDryRunTarget(some, firstStep(some), there)?.key).toBe('hears');
  });

  it('is none for a pause', () => {
    expect(toDryRunTarget(profile([{ service: 'ffe0', uuids: ['ffe1'] }]), { kind: 'pause', ms: 5 }, [])).toBeNull();
  });
});
