import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWeightMeasurement, encodeWeightMeasurement } from '../../../../lib/bluetooth/services/weight-scale';
import { hex, toView } from './bytes';

const plain = { unit: 'kg', deviceTime: null, user: null, bmi: null, heightM: null };
const read = (text: string) => decodeWeightMeasurement(hex(text));

describe('Weight Measurement: computed by hand from the Bluetooth SIG Weight Scale Service 1.0', () => {
  it.each([
    ['70 kg', '00 B0 36', { ...plain, weightKg: 70 }],
    ['70.005 kg', '00 B1 36', { ...plain, weightKg: 70.005 }],
    [
      'everything',
      '0E B0 36 EA 07 0B 16 07 1E 00 02 D8 00 08 07',
      { ...plain, weightKg: 70, deviceTime: '2026-11-22T07:30:00', user: 2, bmi: 21.6, heightM: 1.8 },
    ],
    ['user not known', '04 B0 36 FF', { ...plain, weightKg: 70 }],
  ])('%s', (_, text, value) => expect(read(text)).toEqual({ ok: true, value }));

  it('154.32 lb, 70.9 in', () => {
    expect(read('09 48 3C D8 00 C5 02')).toEqual({
      ok: true,
      value: { ...plain, unit: 'lb', weightKg: expect.closeTo(69.998, 3), bmi: 21.6, heightM: expect.closeTo(1.80086, 5) },
    });
  });

  it.each([
    ['00 B0', { name: 'too-short', neededBytes: 3, receivedBytes: 2 }],
    ['0E B0 36 EA 07 0B 16 07 1E 00 02 D8 00 08', { name: 'truncated', neededBytes: 15, receivedBytes: 14 }],
    ['00 FF FF', { name: 'no-value', reason: 'unknown' }],
    ['02 B0 36 EA 07 0B 16 18 1E 00', { name: 'out-of-range', value: 24, min: 0, max: 23 }],
  ])('reports what is wrong with "%s"', (text, error) => expect(read(text)).toEqual({ ok: false, error }));
});

describe('Weight Measurement: any', () => {
  it('bytes: never throws, and round-trips', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 16 }), (bytes) => {
        const result = decodeWeightMeasurement(toView(bytes));
        if (!result.ok) return;
        expect(result.value.weightKg).toBeLessThanOrEqual(327.67);
        const again = decodeWeightMeasurement(toView(encodeWeightMeasurement(result.value)));
        expect(again).toEqual(result);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([{ weightKg: 400 }, { weightKg: -1 }, { weightKg: 327.675 }, { weightKg: 70, bmi: 20 }])('does not encode %o', (fields) => {
    expect(() => encodeWeightMeasurement({ ...plain, unit: 'kg', ...fields })).toThrow(RangeError);
  });
});
