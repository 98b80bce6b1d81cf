import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeFitnessMachineFeature,
  decodeTargetRange,
  decodeTrainingStatus,
  encodeFitnessMachineFeature,
  encodeTargetRange,
  encodeTrainingStatus,
  fitnessDialect,
  fitnessDialects,
  type RangeKind,
} from '../../../../lib/bluetooth/services/fitness-machine';
import { hex, toView } from './bytes';

describe('Feature (bits of Fitness Machine Service 1.0; computed by hand)', () => {
  it('names the bits', () => {
    expect(decodeFitnessMachineFeature(hex('04 10 00 00 01 02 00 00'))).toEqual({
      ok: true,
      value: { features: ['distance', 'elapsed'], targets: ['speed', 'time'] },
    });
    expect(decodeFitnessMachineFeature(hex('83 44 01 00 0C E0 01 00'))).toEqual({
      ok: true,
      value: {
        features: ['average-speed', 'cadence', 'resistance', 'heart-rate', 'power', 'user-data'],
        targets: ['resistance', 'power', 'simulation', 'wheel', 'spin-down', 'cadence'],
      },
    });
  });

  it('round-trips, and leaves out reserved bits', () => {
    const word = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(word, word, (features, targets) => {
        const sent = new DataView(new ArrayBuffer(8));
        sent.setUint32(0, features, true);
        sent.setUint32(4, targets, true);
        const result = decodeFitnessMachineFeature(sent);
        if (!result.ok) throw new Error(result.error.name);
        const again = new DataView(encodeFitnessMachineFeature(result.value).buffer);
        expect([again.getUint32(0, true), again.getUint32(4, true)]).toEqual([features & 0x1ffff, targets & 0x1ffff]);
      }),
    );
  });

  it('needs both words', () => {
    expect(decodeFitnessMachineFeature(hex('04 10 00 00'))).toMatchObject({ error: { name: 'too-short', neededBytes: 8 } });
  });
});

describe('Supported ranges', () => {
  it.each<[string, RangeKind, object]>([
    ['64 00 58 02 0A 00', 'speed', { min: 1, max: 6, step: 0.1 }],
    ['E2 FF 96 00 05 00', 'incline', { min: -3, max: 15, step: 0.5 }],
    ['00 0A 01', 'resistance', { min: 0, max: 100, step: 10 }],
    ['3C B4 01', 'heart-rate', { min: 60, max: 180, step: 1 }],
    ['00 00 D0 07 01 00', 'power', { min: 0, max: 2000, step: 1 }],
  ])('%s (Fitness Machine Service 1.0; computed by hand)', (text, kind, value) => {
    expect(decodeTargetRange(kind, hex(text))).toEqual({ ok: true, value });
  });

  it.each([
    ['00 00 64 00 01 00', { min: 0, max: 10, step: 0.1 }, 'JetBlack Volt, simcline issue 9'],
    ['0A 00 F0 00 0A 00', { min: 1, max: 24, step: 1 }, 'WLT-BK, qdomyos-zwift pull 5075'],
  ])('resistance in six bytes: %s', (text, value) => {
    expect(decodeTargetRange('resistance', hex(text))).toEqual({ ok: true, value });
  });

  it('reports what is wrong', () => {
    expect(decodeTargetRange('speed', hex('64 00 58 02 0A'))).toMatchObject({ error: { name: 'too-short', neededBytes: 6 } });
    expect(decodeTargetRange('resistance', hex('64 00'))).toMatchObject({ error: { name: 'too-short', neededBytes: 3 } });
    expect(decodeTargetRange('speed', hex('58 02 64 00 0A 00'))).toEqual({
      ok: false,
      error: { name: 'out-of-range', value: 1, min: 6, max: 655.35 },
    });
  });

  it.each<RangeKind>(['speed', 'incline', 'resistance', 'heart-rate', 'power'])('%s: any bytes, and back', (kind) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), (bytes) => {
        const result = decodeTargetRange(kind, toView(bytes));
        if (!result.ok) return;
        expect(result.value.max).toBeGreaterThanOrEqual(result.value.min);
        if (kind === 'resistance' && bytes.length < 6) return;
        const again = encodeTargetRange(kind, result.value);
        expect([...again]).toEqual([...bytes.slice(0, again.length)]);
      }),
    );
  });
});

describe('Training Status (numbers of Fitness Machine Service 1.0)', () => {
  it.each([
    ['00 01', { state: 'idle', text: null }],
    ['00 0B', { state: 'cool-down', text: null }],
    ['00 0D', { state: 'manual', text: null }],
    ['01 0D 48 69', { state: 'manual', text: 'Hi' }],
    ['01 0F', { state: 'post-workout', text: '' }],
  ] as const)('%s', (text, value) => {
    expect(decodeTrainingStatus(hex(text))).toEqual({ ok: true, value });
    expect([...encodeTrainingStatus(value)]).toEqual([...new Uint8Array(hex(text).buffer, 3, hex(text).byteLength)]);
  });

  it('returns unknown for a reserved number, and reports a short value', () => {
    expect(decodeTrainingStatus(hex('00 10'))).toEqual({ ok: true, value: { state: 'unknown', text: null } });
    expect(decodeTrainingStatus(hex('00'))).toMatchObject({ error: { name: 'too-short', neededBytes: 2 } });
  });
});

describe('dialects', () => {
  it.each([
    ['KS-HD-Z1D', 'kingsmith'],
    ['CITYSPORTS-Linker', 'citysports-linker'],
    ['Wahoo KICKR 1234', 'standard'],
    [null, 'standard'],
  ])('%s speaks %s', (name, key) => expect(fitnessDialect(name).key).toBe(key));

  it('each starts by requesting control', () => {
    for (const { start } of fitnessDialects) expect(start).toEqual(['request-control', 'start']);
  });
});
