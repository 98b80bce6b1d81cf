import { describe, expect, it } from 'vitest';
import { breachBytes, breachWords } from '../../../../../../lib/devices/conformance-words';
import type { Breach, Finding } from '../../../../../../lib/devices/drivers/open-recovery';
import { BAD_DEVICES } from '../../../../../conformance/bad';
import { runDevice } from '../../../../../conformance/run-device';
import { speakEnglish } from '../../../../../support/english';

/** What the document says about each field, by the name of the bad device: characteristic, byte, value there, allowed range. */
const NAMED: readonly (readonly [name: string, characteristic: string, byte: number, value: number, min: number, max: number])[] = [
  ['has version 2', 'feature', 0, 2, 1, 1],
  ['has the class of another service', 'feature', 2, 1, 3, 3],
  ['has class 4', 'feature', 2, 4, 1, 3],
  ['has no zones', 'feature', 3, 0, 1, 16],
  ['has 17 zones', 'feature', 3, 17, 1, 16],
  ['has 33 programmes', 'feature', 4, 33, 0, 32],
  ['has a watchdog of 4 s', 'feature', 5, 4, 5, 60],
  ['has a watchdog of 61 s', 'feature', 5, 61, 5, 60],
  ['has a shortest timer of 0 s', 'feature', 6, 0, 1, 60],
  ['has a shortest timer of 61 s', 'feature', 6, 61, 1, 60],
  ['has a longest timer of 59 s', 'feature', 8, 59, 60, 3600],
  ['has a longest timer of 3601 s', 'feature', 8, 3601, 60, 3600],
  ['has a flag that does not exist', 'feature', 10, 0x0b, 0, 7],
  ['has a flag in the second byte of flags', 'feature', 11, 1, 0, 0],
  ['takes more than 10 s to rest', 'feature', 12, 10_001, 0, 10_000],
  ['has something in the last bytes of Feature', 'feature', 15, 1, 0, 0],
  ['lists a zone 0', 'ranges', 0, 0, 1, 255],
  ['has a unit that does not exist', 'ranges', 1, 3, 0, 2],
  ['has 0 as its lowest level', 'ranges', 2, 0, 1, 120],
  ['presses with 121 mmHg', 'ranges', 4, 121, 20, 120],
  ['has 101 %', 'ranges', 4, 101, 20, 100],
  ['has level 256', 'ranges', 4, 256, 1, 255],
  ['has a highest level below the lowest', 'ranges', 4, 15, 20, 120],
  ['lists a programme 0', 'programmes', 0, 0, 1, 255],
  ['has a programme without a name', 'programmes', 1, 0, 1, 24],
  ['has a name of 25 bytes', 'programmes', 1, 25, 1, 24],
  ['has a flag of Status that does not exist', 'status', 3, 2, 0, 1],
  ['tells of an event when Status is read', 'status', 0, 1, 0, 0],
  ['ends runs in a way that does not exist', 'status', 9, 11, 3, 7],
];

async function findSeen(name: string): Promise<readonly Breach[]> {
  const device = BAD_DEVICES.find((one) => one.name === name) ?? expect.fail(name);
  const { report } = await runDevice(device.make());
  return report.findings.flatMap((finding: Finding) => (finding.outcome === 'failed' ? [finding.saw] : []));
}

describe('the byte that is wrong is named, of a device that', () => {
  it.each(NAMED)('%s: %s, byte %i is %i', async (name, characteristic, byte, value, min, max) => {
    expect(await findSeen(name)).toContainEqual(expect.objectContaining({ kind: 'byte', characteristic, byte, value, min, max }));
  });

  it.each([
    ['lists a zone twice', { characteristic: 'ranges', byte: 8, value: 1, why: 'repeated' }],
    ['has a step of 0', { characteristic: 'ranges', byte: 6, value: 0, why: 'step' }],
    ['has a step that misses the highest level', { characteristic: 'ranges', byte: 6, value: 7, why: 'step' }],
    ['lists a programme twice', { characteristic: 'programmes', byte: 3, value: 4, why: 'repeated' }],
    ['has a name that is no UTF-8', { characteristic: 'programmes', byte: 3, value: 0xe4, why: 'utf-8' }],
    ['counts its zones from 0 in Measurement', { characteristic: 'measurement', byte: 2, value: 0, why: 'zone' }],
    ['has a zone twice in a packet', { characteristic: 'measurement', byte: 12, value: 1, why: 'repeated' }],
  ])('%s', async (name, expected) => {
    expect(await findSeen(name)).toContainEqual(expect.objectContaining({ kind: 'byte', ...expected }));
  });

  it.each([
    ['has 15 bytes of Feature', { kind: 'too-short', characteristic: 'feature', neededBytes: 16 }],
    ['has 17 bytes of Feature', { kind: 'too-long', characteristic: 'feature', mostBytes: 16 }],
    ['ends within a range', { kind: 'too-short', characteristic: 'ranges', neededBytes: 16 }],
    ['ends within a name', { kind: 'too-short', characteristic: 'programmes', neededBytes: 10 }],
    ['has 9 bytes of Status', { kind: 'too-short', characteristic: 'status', neededBytes: 10 }],
    ['has packets of 22 bytes', { kind: 'too-long', characteristic: 'measurement', mostBytes: 20 }],
    ['refuses to read Feature', { kind: 'read-failed', characteristic: 'feature' }],
    ['refuses to read Ranges', { kind: 'read-failed', characteristic: 'ranges' }],
    ['refuses to read Programmes', { kind: 'read-failed', characteristic: 'programmes' }],
    ['refuses to read Status', { kind: 'read-failed', characteristic: 'status' }],
    ['has no Measurement', { kind: 'missing-characteristic', characteristic: 'measurement' }],
    ['answers without indications', { kind: 'missing-property', characteristic: 'controlPoint', property: 'indicate' }],
    ['lists one range for two zones', { kind: 'counts-differ', characteristic: 'ranges', announced: 2, listed: 1 }],
  ])('%s', async (name, expected) => {
    expect(await findSeen(name)).toContainEqual(expect.objectContaining(expected));
  });
});

describe('in words', () => {
  it('the byte, its value, and what is allowed', async () => {
    speakEnglish();
    const [saw] = await findSeen('has a watchdog of 4 s');
    if (saw === undefined) throw new Error('nothing seen');
    expect(breachWords(saw)).toBe('Feature, byte 5: 4. Allowed: 5 to 60.');
    expect(breachBytes(saw)).toMatchObject({ from: 5, to: 6 });
    expect(breachBytes(saw)?.bytes[5]).toBe('04');
  });

  it('each observation of each bad device is a sentence', async () => {
    speakEnglish();
    for (const { name } of BAD_DEVICES.filter((_, i) => i % 4 === 0)) {
      for (const saw of await findSeen(name)) expect(breachWords(saw)).toMatch(/^[A-Z].*\.$/);
    }
  });
});
