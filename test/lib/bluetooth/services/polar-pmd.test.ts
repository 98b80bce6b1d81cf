import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accChoice,
  decodePmdControlMessage,
  decodePmdFrame,
  decodePmdSettings,
  ecgChoice,
  encodePmdFeatures,
  encodePmdFrame,
  encodePmdResponse,
  encodePmdSettingsRequest,
  encodePmdStart,
  encodePmdStop,
  type PmdFrame,
  pmdStreams,
  polarEpochMs,
  polarTimestampNs,
  settingsBytes,
  streamNumber,
} from '../../../../lib/bluetooth/services/polar-pmd';
import { hex, toView } from './bytes';

const asHex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');

describe('PMD commands (Polar BLE SDK)', () => {
  it.each([
    ['02 00 00 01 82 00 01 01 0E 00', encodePmdStart('ecg', ecgChoice)],
    ['02 02 00 01 C8 00 01 01 10 00 02 01 08 00', encodePmdStart('acc', accChoice)],
    ['02 03', encodePmdStart('ppi')],
    ['03 00', encodePmdStop('ecg')],
    ['03 03', encodePmdStop('ppi')],
    ['01 00', encodePmdSettingsRequest('ecg')],
    ['01 02', encodePmdSettingsRequest('acc')],
  ])('%s', (text, bytes) => expect(asHex(bytes)).toBe(text));

  it('refuses values that do not fit', () => expect(() => encodePmdStart('ecg', { rateHz: 70_000 })).toThrow(RangeError));
});

/**
 * Packets that an H10 sent on 2026-07-27, worn and still, at 50 Hz and ±2 G, from a public test fixture: its GATT answers, and the first
 * ACC frame.
 */
const h10 = {
  features: '0F 05 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00',
  ecgSettings: 'F0 01 00 00 00 00 01 82 00 01 01 0E 00',
  accSettings: 'F0 01 02 00 00 00 04 19 00 32 00 64 00 C8 00 01 01 10 00 02 03 02 00 04 00 08 00',
  started: 'F0 02 02 00 00 01',
  stopNothing: 'F0 03 02 06 00',
  acc: '02 A2 19 D9 7E 9B 43 52 08 01 BE 03 0E 00 B6 FE CD 03 11 00 B6 FE D8 03 12 00 B6 FE',
};

describe('PMD control messages, recorded from an H10', () => {
  const read = (text: string) => {
    const result = decodePmdControlMessage(hex(text));
    if (!result.ok) throw new Error(result.error.name);
    return result.value;
  };
  const readSettings = (text: string) => {
    const message = read(text);
    return message.kind === 'response' ? decodePmdSettings(message.parameters) : null;
  };

  it('features', () => expect(read(h10.features)).toEqual({ kind: 'features', streams: ['ecg', 'acc'] }));

  it('settings', () => {
    expect(read(h10.ecgSettings)).toMatchObject({ kind: 'response', op: 'settings', stream: 'ecg', status: 'ok', more: false });
    expect(readSettings(h10.ecgSettings)).toEqual({ ok: true, value: { rateHz: [130], resolutionBits: [14] } });
    expect(readSettings(h10.accSettings)).toEqual({
      ok: true,
      value: { rateHz: [25, 50, 100, 200], resolutionBits: [16], range: [2, 4, 8] },
    });
  });

  it('start, and stop of a stream that is not running', () => {
    expect(read(h10.started)).toMatchObject({ kind: 'response', op: 'start', stream: 'acc', status: 'ok' });
    expect(read(h10.stopNothing)).toMatchObject({ kind: 'response', op: 'stop', stream: 'acc', status: 'already-in-state' });
    expect(read('F0 02 00 06')).toMatchObject({ op: 'start', stream: 'ecg', status: 'already-in-state', more: false });
  });

  it('a stream that stopped by itself (Polar BLE SDK, ONLINE_MEASUREMENT_STOPPED; computed by hand)', () => {
    expect(read('01 00 01 03')).toEqual({ kind: 'stopped', streams: ['ecg', 'ppi'] });
  });

  it.each([
    ['F0', { name: 'too-short', neededBytes: 2, receivedBytes: 1 }],
    ['F0 01 00', { name: 'too-short', neededBytes: 4, receivedBytes: 3 }],
    ['F0 05 00 00', { name: 'unsupported-frame', frame: 5 }],
    ['F0 01 05 00', { name: 'unsupported-frame', frame: 5 }],
    ['F0 01 00 0E', { name: 'out-of-range', value: 14, min: 0, max: 13 }],
    ['AA 01', { name: 'unsupported-frame', frame: 0xaa }],
  ])('reports what is wrong with "%s"', (text, error) => expect(decodePmdControlMessage(hex(text))).toEqual({ ok: false, error }));

  it.each([
    ['00', { name: 'truncated', neededBytes: 2, receivedBytes: 1 }],
    ['00 02 82 00 01', { name: 'truncated', neededBytes: 6, receivedBytes: 5 }],
    ['07 01 00', { name: 'unsupported-frame', frame: 7 }],
  ])('settings: reports what is wrong with "%s"', (text, error) => expect(decodePmdSettings(hex(text))).toEqual({ ok: false, error }));

  it('reads wider settings (field widths of the Polar BLE SDK; computed by hand)', () => {
    expect(decodePmdSettings(hex('03 01 E8 03 00 00 04 01 03 05 01 00 00 80 3F'))).toEqual({
      ok: true,
      value: { rangeMilliunits: [1000], channels: [3], factor: [0x3f800000] },
    });
  });
});

describe('PMD frames', () => {
  it('reads ACC of an H10 at rest: gravity', () => {
    const result = decodePmdFrame(hex(h10.acc));
    expect(result).toEqual({
      ok: true,
      value: {
        stream: 'acc',
        timestampNs: 0x0852439b7ed919a2n,
        samples: [
          { x: 958, y: 14, z: -330 },
          { x: 973, y: 17, z: -330 },
          { x: 984, y: 18, z: -330 },
        ],
      },
    });
    if (!result.ok || result.value.stream !== 'acc') return;
    for (const { x, y, z } of result.value.samples) expect(Math.hypot(x, y, z)).toBeCloseTo(1000, -2);
    expect(new Date(polarEpochMs(result.value.timestampNs)).getUTCFullYear()).toBe(2019);
  });

  it('reads ACC of 8 and 24 bits (types 0 and 2 of the Polar Measurement Data Specification; computed by hand)', () => {
    const header = '02 00 00 00 00 00 00 00 00';
    expect(decodePmdFrame(hex(`${header} 00 01 FF 80`))).toMatchObject({ ok: true, value: { samples: [{ x: 1, y: -1, z: -128 }] } });
    expect(decodePmdFrame(hex(`${header} 02 01 00 00 FF FF FF 00 00 80`))).toMatchObject({
      ok: true,
      value: { samples: [{ x: 1, y: -1, z: -8_388_608 }] },
    });
  });

  it('reads ECG frames (layout of the Polar BLE SDK; computed by hand)', () => {
    expect(decodePmdFrame(hex('00 00 CA 9A 3B 00 00 00 00 00 00 00 00 6A FF FF FF FF 7F 00 00 80'))).toEqual({
      ok: true,
      value: { stream: 'ecg', timestampNs: 1_000_000_000n, microvolts: [0, -150, 8_388_607, -8_388_608] },
    });
  });

  it('reads PPI frames (layout of the Polar BLE SDK; computed by hand)', () => {
    expect(decodePmdFrame(hex('03 00 00 00 00 00 00 00 00 00 3C E8 03 0A 00 06 00 20 03 E8 03 05 3D D9 03 08 00 00'))).toEqual({
      ok: true,
      value: {
        stream: 'ppi',
        timestampNs: 0n,
        samples: [
          { hrBpm: 60, intervalMs: 1000, errorMs: 10, blocker: false, contact: 'detected' },
          { hrBpm: 0, intervalMs: 800, errorMs: 1000, blocker: true, contact: 'not-detected' },
          { hrBpm: 61, intervalMs: 985, errorMs: 8, blocker: false, contact: 'unsupported' },
        ],
      },
    });
  });

  const stamp = '00 00 00 00 00 00 00 00';
  it.each([
    ['00', { name: 'too-short', neededBytes: 10, receivedBytes: 1 }],
    [`00 ${stamp} 00`, { name: 'too-short', neededBytes: 13, receivedBytes: 10 }],
    [`00 ${stamp} 00 01 02 03 04`, { name: 'truncated', neededBytes: 16, receivedBytes: 14 }],
    [`00 ${stamp} 01 01 02 03`, { name: 'unsupported-frame', frame: 1 }],
    [`00 ${stamp} 80 01 02 03`, { name: 'unsupported-frame', frame: 0x80 }],
    [`02 ${stamp} 81 01 02 03`, { name: 'unsupported-frame', frame: 0x81 }],
    [`02 ${stamp} 03 01 02 03`, { name: 'unsupported-frame', frame: 3 }],
    [`03 ${stamp} 80 01 02 03 04 05 06`, { name: 'unsupported-frame', frame: 0x80 }],
    [`01 ${stamp} 00 01 02 03`, { name: 'unsupported-frame', frame: 1 }],
  ])('reports what is wrong with "%s"', (text, error) => expect(decodePmdFrame(hex(text))).toEqual({ ok: false, error }));
});

describe('PMD timestamps', () => {
  it('count from 2000', () => {
    expect(polarEpochMs(0n)).toBe(Date.UTC(2000, 0, 1));
    expect(polarEpochMs(1_500_000n)).toBe(Date.UTC(2000, 0, 1) + 1.5);
    expect(polarTimestampNs(Date.UTC(2019, 0, 1))).toBe(599_616_000_000_000_000n);
    expect(() => polarTimestampNs(0)).toThrow(RangeError);
  });

  it('round-trip to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2200, 0, 1) }), (epochMs) => {
        expect(polarEpochMs(polarTimestampNs(epochMs))).toBe(epochMs);
      }),
    );
  });
});

describe('PMD: any', () => {
  it('bytes: never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const typed = Uint8Array.from(bytes);
        if (typed[0] !== undefined) typed[0] %= 4;
        if (typed[9] !== undefined) typed[9] %= 3;
        const frame = decodePmdFrame(toView(typed));
        if (frame.ok && !(frame.value.stream === 'acc' && typed[9] !== 1)) {
          const again = encodePmdFrame(frame.value);
          if (frame.value.stream !== 'ppi') expect([...again]).toEqual([...typed]);
        }
        decodePmdControlMessage(toView(bytes));
        const settings = decodePmdSettings(toView(bytes));
        if (settings.ok) expect(decodePmdSettings(toView(Uint8Array.from(settingsBytes(settings.value))))).toEqual(settings);
      }),
      { numRuns: 5000 },
    );
  });

  it('frame round-trips', () => {
    const timestampNs = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    const u16 = fc.integer({ min: 0, max: 0xffff });
    const s16 = fc.integer({ min: -0x8000, max: 0x7fff });
    const ppi = fc.record({
      hrBpm: fc.integer({ min: 0, max: 255 }),
      intervalMs: u16,
      errorMs: u16,
      blocker: fc.boolean(),
      contact: fc.constantFrom('detected' as const, 'not-detected' as const, 'unsupported' as const),
    });
    const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 36 });
    const frames: fc.Arbitrary<PmdFrame> = fc.oneof(
      fc.record({ stream: fc.constant('ecg' as const), timestampNs, microvolts: some(fc.integer({ min: -8_388_608, max: 8_388_607 })) }),
      fc.record({ stream: fc.constant('acc' as const), timestampNs, samples: some(fc.record({ x: s16, y: s16, z: s16 })) }),
      fc.record({ stream: fc.constant('ppi' as const), timestampNs, samples: some(ppi) }),
    );
    fc.assert(
      fc.property(frames, (frame) => {
        expect(decodePmdFrame(toView(encodePmdFrame(frame)))).toEqual({ ok: true, value: frame });
      }),
    );
  });

  it('device message round-trips', () => {
    for (const stream of pmdStreams) {
      expect(decodePmdControlMessage(toView(encodePmdFeatures([stream])))).toEqual({
        ok: true,
        value: { kind: 'features', streams: [stream] },
      });
      const response = decodePmdControlMessage(toView(encodePmdResponse(2, streamNumber(stream), 'in-charger')));
      expect(response).toMatchObject({ ok: true, value: { op: 'start', stream, status: 'in-charger' } });
    }
  });
});
