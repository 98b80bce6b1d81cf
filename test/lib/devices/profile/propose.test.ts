import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownClasses } from '../../../../lib/devices/inspector/known-classes';
import {
  draftProfile,
  hasProposal,
  makeProposals,
  type Profile,
  type Proposal,
  parseProfile,
  profileText,
  takeProposal,
} from '../../../../lib/devices/profile';
import { checksum } from '../../../../lib/devices/profile/checksum';
import type { Seen } from '../../../../lib/devices/profile/draft';
import { findChecksums } from '../../../../lib/devices/profile/propose-checksum';
import { readStatus, toSensorReadings } from '../../../../lib/devices/profile/read-status';
import { CHECKSUMS } from '../../../../lib/devices/profile/schema';

const full = (short: string) => `0000${short}-0000-1000-8000-00805f9b34fb`;
const write = { read: false, write: true, writeWithoutResponse: false, notify: false, indicate: false };
const notify = { ...write, write: false, notify: true };
const toHexText = (bytes: readonly number[]) => Buffer.from(bytes).toString('hex');

describe('checksums in a log', () => {
  it('are found, whichever it is and wherever it begins', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHECKSUMS),
        fc.constantFrom('le' as const, 'be' as const),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom<readonly number[]>([], [0x7e]),
        fc.uniqueArray(fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 8, maxLength: 8 }), {
          minLength: 6,
          maxLength: 8,
          selector: String,
        }),
        (type, order, from, behind, data) => {
          const packets = data.map((bytes) => [...bytes, ...checksum(type, bytes.slice(from), order), ...behind]);
          const found = findChecksums(packets);
          const size = checksum(type, [1]).length;
          const same = found.some(
            (one) => one.type === type && one.from === from && one.behind === behind.length && (size === 1 || one.order === order),
          );
          // Sums that never differ prove nothing, and are not proposed.
          const sums = new Set(packets.map((packet) => packet.slice(8, 8 + size).join()));
          expect(same).toBe(sums.size > 1);
        },
      ),
    );
  });

  it('are not found in bytes without one, or in too few packets', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 8, maxLength: 8 }), { minLength: 6, maxLength: 8 }), (packets) => {
        if (new Set(packets.map(String)).size >= 6) found += findChecksums(packets.map((packet) => [...packet])).length;
      }),
      { numRuns: 200 },
    );
    expect(found).toBe(0);
    expect(
      findChecksums([
        [1, 2, 3],
        [2, 2, 4],
      ]),
    ).toEqual([]);
    // The same packet again is no further evidence.
    expect(
      findChecksums([
        [1, 2, 3],
        [1, 2, 3],
        [2, 2, 4],
        [2, 2, 4],
      ]),
    ).toEqual([]);
  });
});

function take(profile: Profile, proposals: readonly Proposal[]): Profile {
  return proposals.reduce<Profile>((draft, proposal) => {
    const next = takeProposal(draft, proposal);
    if (next === null) throw new Error(`not taken: ${JSON.stringify(proposal)}`);
    expect(hasProposal(draft, proposal)).toBe(false);
    expect(hasProposal(next, proposal)).toBe(true);
    return next;
  }, profile);
}

/** An iBBQ thermometer whose water warms up. */
const thermometer: Seen = {
  name: 'iBBQ',
  services: [
    {
      uuid: full('fff0'),
      characteristics: [
        { uuid: full('fff2'), properties: write },
        { uuid: full('fff4'), properties: notify },
      ],
    },
  ],
  lines: [
    { what: 'wrote', characteristic: full('fff2'), hex: '21 07 06 05 04 03 02 01 b8 22 00 00 00 00 00' },
    ...Array.from({ length: 20 }, (_, i) => ({ what: 'notified', characteristic: full('fff4'), hex: `${toHexText([120 + i, 0])}f6ff` })),
  ],
};

describe('what a log supports', () => {
  const draft = draftProfile(thermometer);
  if (draft === null) throw new Error('no draft');
  const proposals = makeProposals(thermometer, knownClasses);

  it('is in no draft by itself', () => {
    expect(draft.class).toBe('massage');
    expect(draft.status).toBeUndefined();
    for (const proposal of proposals) expect(hasProposal(draft, proposal)).toBe(false);
  });

  it('of a thermometer: class, status and temperature, each with its evidence', () => {
    expect(proposals).toContainEqual({ kind: 'class', class: 'thermometer', because: { by: 'values', characteristic: full('fff4') } });
    expect(proposals).toContainEqual(expect.objectContaining({ kind: 'status', characteristic: full('fff4'), packets: 20, of: 20 }));
    expect(proposals).toContainEqual(
      expect.objectContaining({
        kind: 'field',
        field: { to: 'temperatureC', at: 0, type: 's16le', divide: 10 },
        heard: [12, 13.9],
        packets: 20,
      }),
    );
  });

  it('makes a profile that reads it, once a person has taken it', () => {
    const field = proposals.filter((one) => one.kind === 'field' && one.field.to === 'temperatureC').slice(0, 1);
    const made = take(draft, [...field, ...proposals.filter((one) => one.kind === 'class' && one.class === 'thermometer')]);
    expect(parseProfile(profileText(made)).ok).toBe(true);
    const from = made.status?.[0]?.from ?? '';
    const read = readStatus(made, from, Uint8Array.from([0x73, 0, 0xf6, 0xff]));
    expect(read.ok && toSensorReadings(read.value.measured)).toEqual([{ quantity: 'temperature', value: 11.5 }]);
  });

  it('cannot be taken before what it needs', () => {
    const own = proposals.find((one) => one.kind === 'class' && one.class === 'thermometer');
    if (own === undefined) throw new Error('no class');
    // A thermometer that reads no temperature would be refused.
    expect(takeProposal(draft, own)).toBeNull();
  });

  it('of a bed: its class by its service, and the checksum of its frames', () => {
    const seen: Seen = {
      name: null,
      services: [{ uuid: full('ff12'), characteristics: [{ uuid: full('ff01'), properties: write }] }],
      // Start, stop and three levels of a Jiecang bed, as published.
      lines: ['f1f1100108197e', 'f1f11101081a7e', 'f1f1120208011d7e', 'f1f1120208021e7e', 'f1f114020803217e'].map((hex) => ({
        what: 'wrote',
        characteristic: full('ff01'),
        hex,
      })),
    };
    const found = makeProposals(seen, knownClasses);
    expect(found).toContainEqual({ kind: 'class', class: 'massage', because: { by: 'service', device: 'Jiecang' } });
    const sum = found.filter((one) => one.kind === 'frame-checksum');
    expect(sum).toMatchObject([{ checksum: { type: 'sum8', from: 2, behind: 1, packets: 5 } }]);
    const made = draftProfile(seen);
    if (made === null) throw new Error('no draft');
    expect(take(made, sum).frames['seen-1']?.bytes).toEqual(['F1 F1 10 01 08', { checksum: 'sum8', from: 2 }, '7E']);
  });

  it('of a known name: its class', () => {
    const seen: Seen = { ...thermometer, name: 'JMC400', lines: thermometer.lines.slice(0, 1) };
    expect(makeProposals(seen, knownClasses)).toEqual([
      { kind: 'class', class: 'massage', because: { by: 'name', device: 'Jensen adjustable bed' } },
    ]);
  });

  it('is never refused for a reason that the draft itself did not have, and never throws', () => {
    const line = fc.record({
      what: fc.constantFrom('wrote', 'notified', 'read'),
      characteristic: fc.constantFrom(full('fff2'), full('fff4'), null),
      hex: fc.uint8Array({ maxLength: 12 }).map((bytes) => toHexText([...bytes])),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const seen = { ...thermometer, lines };
        const made = draftProfile(seen);
        for (const proposal of makeProposals(seen, knownClasses)) {
          const next = made === null ? null : takeProposal(made, proposal);
          if (next !== null) expect(parseProfile(profileText(next)).ok).toBe(true);
        }
      }),
    );
  });
});

describe('a draft without anything written', () => {
  it('is that of a sensor, and is complete once it measures', () => {
    const seen = { ...thermometer, lines: thermometer.lines.slice(1) };
    const made = draftProfile(seen);
    if (made === null) throw new Error('no draft');
    expect(made).toMatchObject({ class: 'thermometer', frames: {} });
    const parsed = parseProfile(profileText(made));
    expect(parsed.ok ? [] : parsed.faults.map(({ path, code }) => `${path}: ${code}`)).toEqual(['status: measures-nothing']);
    const field = makeProposals(seen, knownClasses).find((one) => one.kind === 'field' && one.field.to === 'temperatureC');
    if (field === undefined) throw new Error('no field');
    expect(takeProposal(made, field)).not.toBeNull();
  });
});
