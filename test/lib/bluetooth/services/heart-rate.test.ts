import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeBodySensorLocation,
  decodeHeartRateMeasurement,
  encodeBodySensorLocation,
  encodeEnergyReset,
  encodeHeartRateMeasurement,
  isEnergyReset,
  rrCapacity,
} from '../../../../lib/bluetooth/services/heart-rate';
import { hex, toView } from './bytes';

const plain = { contact: 'unsupported', energyKj: null, energySaturated: false, rrTicks: [], trailingByte: false };
const read = (text: string) => decodeHeartRateMeasurement(hex(text));

describe('Heart Rate Measurement: packets from Auuki issue 192', () => {
  it.each([
    ['10 43 72 03 8A 03', { ...plain, hrBpm: 67, rrTicks: [882, 906] }],
    ['10 44 92 03', { ...plain, hrBpm: 68, rrTicks: [914] }],
    ['10 3C 8C 04', { ...plain, hrBpm: 60, rrTicks: [1164] }],
    ['00 40', { ...plain, hrBpm: 64 }],
  ])('%s', (text, value) => expect(read(text)).toEqual({ ok: true, value }));
});

describe('Heart Rate Measurement: packets computed by hand from Heart Rate Service 1.0', () => {
  it.each([
    ['u16 HR moves the RR list', '11 2C 01 00 04', { ...plain, hrBpm: 300, rrTicks: [1024] }],
    ['energy moves the RR list', '18 48 34 12 00 04', { ...plain, hrBpm: 72, energyKj: 0x1234, rrTicks: [1024] }],
    ['both', '19 48 00 34 12 00 04 01 04', { ...plain, hrBpm: 72, energyKj: 0x1234, rrTicks: [1024, 1025] }],
    ['energy at its end', '08 48 FF FF', { ...plain, hrBpm: 72, energyKj: 65535, energySaturated: true }],
    ['contact', '06 48', { ...plain, hrBpm: 72, contact: 'detected' }],
    ['no contact', '04 00', { ...plain, hrBpm: 0, contact: 'not-detected' }],
    ['contact bit of a sensor that cannot tell', '02 48', { ...plain, hrBpm: 72 }],
    ['half an RR at the end', '10 48 00 04 07', { ...plain, hrBpm: 72, rrTicks: [1024], trailingByte: true }],
    ['RR announced, none sent', '10 48', { ...plain, hrBpm: 72 }],
    ['bytes that no flag announces', '00 48 00 04', { ...plain, hrBpm: 72, trailingByte: true }],
    ['reserved flags', 'E0 48', { ...plain, hrBpm: 72 }],
    ['a zero RR is left to the reader', '10 48 00 00', { ...plain, hrBpm: 72, rrTicks: [0] }],
  ])('%s', (_, text, value) => expect(read(text)).toEqual({ ok: true, value }));

  it('reads nine RR in 20 bytes', () => {
    const result = read(`10 3C ${'00 04 '.repeat(9)}`);
    expect(result.ok && result.value.rrTicks).toEqual(Array(9).fill(1024));
  });

  it.each([
    ['', { name: 'too-short', neededBytes: 2, receivedBytes: 0 }],
    ['10', { name: 'too-short', neededBytes: 2, receivedBytes: 1 }],
    ['01 48', { name: 'truncated', neededBytes: 3, receivedBytes: 2 }],
    ['08 48 01', { name: 'truncated', neededBytes: 4, receivedBytes: 3 }],
    ['19 48 00 01', { name: 'truncated', neededBytes: 5, receivedBytes: 4 }],
  ])('reports what is missing in "%s"', (text, error) => expect(read(text)).toEqual({ ok: false, error }));
});

describe('Heart Rate Measurement: any bytes', () => {
  it('never throws, and returns exactly the RR intervals of the packet, in order', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
        const result = decodeHeartRateMeasurement(toView(bytes));
        const [flags = 0] = bytes;
        const rrAt = 2 + (flags & 1) + (flags & 8 ? 2 : 0);
        expect(result.ok).toBe(bytes.length >= rrAt);
        if (!result.ok) return;
        const words = flags & 16 ? (bytes.length - rrAt) >> 1 : 0;
        expect(result.value.rrTicks).toHaveLength(words);
        for (const [k, ticks] of result.value.rrTicks.entries()) {
          expect([ticks & 0xff, ticks >> 8]).toEqual([...bytes.slice(rrAt + 2 * k, rrAt + 2 * k + 2)]);
        }
        expect(result.value.trailingByte).toBe(bytes.length > rrAt + 2 * words);
      }),
      { numRuns: 5000 },
    );
  });

  it('round-trips', () => {
    const u16 = fc.integer({ min: 0, max: 0xffff });
    const fields = fc.record({
      hrBpm: u16,
      contact: fc.constantFrom('detected' as const, 'not-detected' as const, 'unsupported' as const),
      energyKj: fc.option(u16),
      rrTicks: fc.array(u16, { maxLength: 9 }),
    });
    fc.assert(
      fc.property(fields, fc.boolean(), (sent, wideHr) => {
        expect(decodeHeartRateMeasurement(toView(encodeHeartRateMeasurement({ ...sent, wideHr })))).toEqual({
          ok: true,
          value: { ...sent, energySaturated: sent.energyKj === 0xffff, trailingByte: false },
        });
      }),
    );
  });
});

describe('Heart Rate: encoding', () => {
  it('fills 20 bytes at most', () => {
    expect([rrCapacity(false, false), rrCapacity(false, true), rrCapacity(true, false), rrCapacity(true, true)]).toEqual([9, 8, 8, 7]);
  });

  it.each([-1, 0.5, 65536, Number.NaN])('refuses %s', (rr) => {
    expect(() => encodeHeartRateMeasurement({ hrBpm: 60, contact: 'detected', energyKj: null, rrTicks: [rr] })).toThrow(RangeError);
  });

  it('resets the energy with one byte', () => {
    expect([...encodeEnergyReset()]).toEqual([1]);
    expect([isEnergyReset(encodeEnergyReset()), isEnergyReset(Uint8Array.of(2)), isEnergyReset(Uint8Array.of())]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('Body Sensor Location (Heart Rate Service 1.0)', () => {
  it.each(['other', 'chest', 'wrist', 'finger', 'hand', 'ear', 'foot'] as const)('%s', (location) => {
    expect(decodeBodySensorLocation(toView(encodeBodySensorLocation(location)))).toEqual({ ok: true, value: location });
  });

  it('numbers the chest 1 and the foot 6', () => {
    expect([...encodeBodySensorLocation('chest'), ...encodeBodySensorLocation('foot')]).toEqual([1, 6]);
  });

  it('returns unknown for a reserved number, and reports an empty value', () => {
    expect(decodeBodySensorLocation(hex('07'))).toEqual({ ok: true, value: 'unknown' });
    expect(decodeBodySensorLocation(hex(''))).toEqual({ ok: false, error: { name: 'too-short', neededBytes: 1, receivedBytes: 0 } });
  });
});
