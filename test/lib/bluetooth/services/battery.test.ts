import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBatteryLevel, encodeBatteryLevel } from '../../../../lib/bluetooth/services/battery';
import { hex, toView } from './bytes';

it('reads whole percent', () => {
  expect(decodeBatteryLevel(hex('00'))).toEqual({ ok: true, value: 0 });
  expect(decodeBatteryLevel(hex('64'))).toEqual({ ok: true, value: 100 });
});

it('reports what is wrong', () => {
  expect(decodeBatteryLevel(hex(''))).toEqual({ ok: false, error: { name: 'too-short', neededBytes: 1, receivedBytes: 0 } });
  expect(decodeBatteryLevel(hex('FF'))).toEqual({ ok: false, error: { name: 'out-of-range', value: 255, min: 0, max: 100 } });
});

it('never throws and never leaves 0..100', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4 }), (bytes) => {
      const result = decodeBatteryLevel(toView(bytes));
      if (result.ok) expect([...encodeBatteryLevel(result.value)]).toEqual([bytes[0]]);
      else expect((bytes[0] ?? 101) > 100).toBe(true);
    }),
  );
});

it.each([-1, 101, 50.5])('does not encode %s', (percent) => expect(() => encodeBatteryLevel(percent)).toThrow(RangeError));
