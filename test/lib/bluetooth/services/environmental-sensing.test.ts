import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  decodeHumidity,
  decodePressure,
  decodeTemperature,
  encodeHumidity,
  encodePressure,
  encodeTemperature,
} from '../../../../lib/bluetooth/services/environmental-sensing';
import { hex, toView } from './bytes';

it.each([
  ['temperature', decodeTemperature, '66 08', 21.5],
  ['temperature below zero', decodeTemperature, 'CE FF', -0.5],
  ['absolute zero', decodeTemperature, '4D 95', -273.15],
  ['humidity', decodeHumidity, 'D2 0F', 40.5],
  ['humidity at its end', decodeHumidity, '10 27', 100],
  ['pressure', decodePressure, '52 76 0F 00', 101_333],
])('%s (resolutions of the Bluetooth SIG GATT Specification Supplement; computed by hand)', (_, decode, text, value) => {
  expect(decode(hex(text))).toEqual({ ok: true, value });
});

it.each([
  [decodeTemperature, '00 80', { name: 'no-value', reason: 'unknown' }],
  [decodeTemperature, '4C 95', { name: 'out-of-range', value: -273.16, min: -273.15, max: 327.67 }],
  [decodeTemperature, '00', { name: 'too-short', neededBytes: 2, receivedBytes: 1 }],
  [decodeHumidity, 'FF FF', { name: 'no-value', reason: 'unknown' }],
  [decodeHumidity, '11 27', { name: 'out-of-range', value: 100.01, min: 0, max: 100 }],
  [decodePressure, '00 00 00', { name: 'too-short', neededBytes: 4, receivedBytes: 3 }],
])('%o reports what is wrong with "%s"', (decode, text, error) => expect(decode(hex(text))).toEqual({ ok: false, error }));

it.each([
  ['temperature', decodeTemperature, encodeTemperature],
  ['humidity', decodeHumidity, encodeHumidity],
  ['pressure', decodePressure, encodePressure],
])('%s: any bytes, and back', (_, decode, encode) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5 }), (bytes) => {
      const result = decode(toView(bytes));
      if (!result.ok) return;
      const again = encode(result.value);
      expect([...again]).toEqual([...bytes.slice(0, again.length)]);
    }),
    { numRuns: 2000 },
  );
});

it('does not encode impossible values', () => {
  expect(() => encodeTemperature(-300)).toThrow(RangeError);
  expect(() => encodeHumidity(101)).toThrow(RangeError);
  expect(() => encodePressure(-1)).toThrow(RangeError);
});
