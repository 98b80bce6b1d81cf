import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTemperatureMeasurement, encodeTemperatureMeasurement } from '../../../../lib/bluetooth/services/health-thermometer';
import { hex, toView } from './bytes';

const plain = { unit: 'celsius', deviceTime: null, site: null };
const read = (text: string) => decodeTemperatureMeasurement(hex(text));

describe('Temperature Measurement: computed by hand from Health Thermometer Service 1.0 and IEEE 11073-20601', () => {
  it.each([
    ['36.6 °C', '00 6E 01 00 FF', { ...plain, temperatureC: 36.6 }],
    ['12 °C, no decimals', '00 0C 00 00 00', { ...plain, temperatureC: 12 }],
    ['-0.5 °C', '00 FB FF FF FF', { ...plain, temperatureC: -0.5 }],
    ['37.00 °C', '00 74 0E 00 FE', { ...plain, temperatureC: 37 }],
    ['20 °C as 2 × 10¹', '00 02 00 00 01', { ...plain, temperatureC: 20 }],
    [
      'with time and site',
      '06 6E 01 00 FF EA 07 0B 16 07 1E 00 06',
      { ...plain, temperatureC: 36.6, deviceTime: '2026-11-22T07:30:00', site: 'mouth' },
    ],
    ['clock not set', '02 6E 01 00 FF 00 00 00 00 00 00 00', { ...plain, temperatureC: 36.6 }],
    ['a site kept for later', '04 6E 01 00 FF 0A', { ...plain, temperatureC: 36.6, site: 'unknown' }],
  ])('%s', (_, text, value) => expect(read(text)).toEqual({ ok: true, value }));

  it('98.6 °F', () => {
    const result = read('01 DA 03 00 FF');
    expect(result).toMatchObject({ ok: true, value: { unit: 'fahrenheit' } });
    expect(result.ok && result.value.temperatureC).toBeCloseTo(37, 9);
  });

  it.each([
    ['00 FF FF 7F 00', 'nan'],
    ['00 00 00 80 00', 'not-at-this-resolution'],
    ['00 FE FF 7F 00', 'positive-infinity'],
    ['00 02 00 80 00', 'negative-infinity'],
    ['00 01 00 80 00', 'reserved'],
    ['00 FF FF 7F FE', 'nan'],
  ])('%s is %s', (text, reason) => expect(read(text)).toEqual({ ok: false, error: { name: 'no-value', reason } }));

  it.each([
    ['', { name: 'too-short', neededBytes: 5, receivedBytes: 0 }],
    ['00 6E 01 00', { name: 'too-short', neededBytes: 5, receivedBytes: 4 }],
    ['06 6E 01 00 FF EA 07 0B 16 07 1E 00', { name: 'truncated', neededBytes: 13, receivedBytes: 12 }],
    ['00 6E 01 00 00', { name: 'out-of-range', value: 366, min: -273.15, max: 327.67 }],
    ['02 6E 01 00 FF EA 07 0D 16 07 1E 00', { name: 'out-of-range', value: 13, min: 1, max: 12 }],
    ['02 6E 01 00 FF EA 07 02 1D 07 1E 00', { name: 'out-of-range', value: 29, min: 1, max: 28 }],
    ['02 6E 01 00 FF 01 00 0B 16 07 1E 00', { name: 'out-of-range', value: 1, min: 1582, max: 9999 }],
  ])('reports what is wrong with "%s"', (text, error) => expect(read(text)).toEqual({ ok: false, error }));

  it('reports 8 × 10¹³³ °C', () => expect(read('00 FD FF 7F 7F')).toMatchObject({ ok: false, error: { name: 'out-of-range' } }));
});

describe('Temperature Measurement: any', () => {
  it('bytes: never throws, never leaves the range', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 16 }), (bytes) => {
        const result = decodeTemperatureMeasurement(toView(bytes));
        if (result.ok) expect(result.value.temperatureC >= -273.15 && result.value.temperatureC <= 327.67).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('temperature comes back as encoded', () => {
    const time = fc.date({ min: new Date('1999-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const fields = fc.record({
      temperatureC: fc.integer({ min: -27_315, max: 32_767 }).map((raw) => raw / 100),
      unit: fc.constantFrom('celsius' as const, 'fahrenheit' as const),
      deviceTime: fc.option(time.map((date) => date.toISOString().slice(0, 19))),
      site: fc.option(fc.constantFrom('armpit' as const, 'body' as const, 'eardrum' as const)),
    });
    fc.assert(
      fc.property(fields, (sent) => {
        const result = decodeTemperatureMeasurement(toView(encodeTemperatureMeasurement(sent, 3)));
        expect(result).toEqual({ ok: true, value: { ...sent, temperatureC: expect.closeTo(sent.temperatureC, 2) } });
      }),
    );
  });

  it.each([-274, 328, Number.NaN])('does not encode %s', (temperatureC) => {
    expect(() => encodeTemperatureMeasurement({ temperatureC, unit: 'celsius', deviceTime: null, site: null })).toThrow(RangeError);
  });
});
