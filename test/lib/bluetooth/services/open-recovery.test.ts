import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decoded } from '../../../../lib/bluetooth/services/decoded';
import {
  decodeOpenRecoveryCommand,
  decodeOpenRecoveryFeature,
  decodeOpenRecoveryMeasurement,
  decodeOpenRecoveryProgrammes,
  decodeOpenRecoveryResponse,
  decodeOpenRecoveryStatus,
  decodeOpenRecoveryZones,
  encodeOpenRecoveryCommand,
  encodeOpenRecoveryFeature,
  encodeOpenRecoveryMeasurement,
  encodeOpenRecoveryProgrammes,
  encodeOpenRecoveryResponse,
  encodeOpenRecoveryStatus,
  encodeOpenRecoveryZones,
  openRecoveryServices,
  openRecoveryUuids,
} from '../../../../lib/bluetooth/services/open-recovery';
import { hex, toView } from './bytes';

const document = readFileSync('docs/open-recovery-profile.md', 'utf8');
const written = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/(..)(?=.)/g, '$1 ');

const feature = {
  minor: 1,
  class: 'compression',
  zones: 4,
  programmes: 2,
  watchdogS: 15,
  timerMinS: 10,
  timerMaxS: 1800,
  restMs: 3000,
  pauses: true,
  pressure: true,
  temperature: false,
} as const;
const chamber = { zone: 1, unit: 'mmHg', min: 20, max: 100, step: 5 } as const;
const started = {
  event: 'started',
  state: 'running',
  fault: 'none',
  controlled: true,
  remainingS: 1200,
  elapsedS: 0,
  programme: 1,
  lastEnd: null,
} as const;
const readLater = {
  event: 'snapshot',
  state: 'idle',
  fault: 'none',
  controlled: false,
  remainingS: 0,
  elapsedS: 90,
  programme: 1,
  lastEnd: 'watchdog-ended',
} as const;

describe('the test vectors of the document', () => {
  const vectors: readonly (readonly [string, unknown, (view: DataView) => Decoded<unknown>, () => Uint8Array])[] = [
    ['01 01 03 04 02 0f 0a 00 08 07 03 00 b8 0b 00 00', feature, decodeOpenRecoveryFeature, () => encodeOpenRecoveryFeature(feature)],
    ['01 02 14 00 64 00 05 00', [chamber], decodeOpenRecoveryZones, () => encodeOpenRecoveryZones([chamber])],
    [
      '01 0a 53 65 71 75 65 6e 74 69 61 6c',
      [{ id: 1, name: 'Sequential' }],
      decodeOpenRecoveryProgrammes,
      () => encodeOpenRecoveryProgrammes([{ id: 1, name: 'Sequential' }]),
    ],
    ...(
      [
        ['00', { kind: 'request-control' }],
        ['01', { kind: 'release-control' }],
        ['02 01 28 00', { kind: 'level', zone: 1, level: 40 }],
        ['03 02', { kind: 'programme', id: 2 }],
        ['04 b0 04', { kind: 'timer', seconds: 1200 }],
        ['05', { kind: 'start' }],
        ['06', { kind: 'pause' }],
        ['07', { kind: 'stop' }],
        ['08', { kind: 'keep-alive' }],
      ] as const
    ).map(([bytes, command]) => [bytes, command, decodeOpenRecoveryCommand, () => encodeOpenRecoveryCommand(command)] as const),
    ...(
      [
        ['80 02 01', { op: 2, result: 'ok' }],
        ['80 05 06', { op: 5, result: 'no-timer' }],
        ['80 07 01', { op: 7, result: 'ok' }],
        ['80 7f 02', { op: 0x7f, result: 'unsupported' }],
        ['80 00 03', { op: 0, result: 'bad-parameter' }],
        ['80 00 08', { op: 0, result: 'needs-press' }],
      ] as const
    ).map(([bytes, response]) => [bytes, response, decodeOpenRecoveryResponse, () => encodeOpenRecoveryResponse(response)] as const),
    ['01 01 00 01 b0 04 00 00 01 00', started, decodeOpenRecoveryStatus, () => encodeOpenRecoveryStatus(started)],
    ['00 00 00 00 00 00 5a 00 01 05', readLater, decodeOpenRecoveryStatus, () => encodeOpenRecoveryStatus(readLater)],
    ...(
      [
        [
          '01 02 01 28 00 81 01 02 00 00 0c 00',
          {
            zones: [
              { zone: 1, level: 40, pressureMmHg: 38.5 },
              { zone: 2, level: 0, pressureMmHg: 1.2 },
            ],
            temperatureC: null,
          },
        ],
        [
          '02 02 01 03 00 02 00 00 13 01',
          {
            zones: [
              { zone: 1, level: 3, pressureMmHg: null },
              { zone: 2, level: 0, pressureMmHg: null },
            ],
            temperatureC: 27.5,
          },
        ],
      ] as const
    ).map(([bytes, values]) => [bytes, values, decodeOpenRecoveryMeasurement, () => encodeOpenRecoveryMeasurement(values)] as const),
  ];

  it.each(vectors)('%s', (bytes, value, decode, encode) => {
    expect(document).toContain(`\`${bytes}\``);
    expect(decode(hex(bytes))).toEqual({ ok: true, value });
    expect(written(encode())).toBe(bytes);
  });

  it('has the UUIDs of the document', () => {
    for (const uuid of [...Object.values(openRecoveryServices), ...Object.values(openRecoveryUuids)])
      expect(document).toContain(`\`${uuid}\``);
    expect(new Set([...Object.values(openRecoveryServices), ...Object.values(openRecoveryUuids)]).size).toBe(9);
  });
});

describe('values that the document forbids are reported', () => {
  const bytes = [...encodeOpenRecoveryFeature(feature)];
  const changed = (at: number, value: number) => toView(Uint8Array.from(bytes.map((byte, i) => (i === at ? value : byte))));
  it.each([
    [0, 2, 'unsupported-frame'],
    [2, 0, 'out-of-range'],
    [2, 4, 'out-of-range'],
    [3, 0, 'out-of-range'],
    [3, 17, 'out-of-range'],
    [4, 33, 'out-of-range'],
    [5, 4, 'out-of-range'],
    [5, 61, 'out-of-range'],
    [6, 0, 'out-of-range'],
    [9, 0x0f, 'out-of-range'],
    [9, 0, 'out-of-range'],
    [13, 0x28, 'out-of-range'],
  ])('Feature with byte %i = %i: %s', (at, value, name) => {
    expect(decodeOpenRecoveryFeature(changed(at, value))).toMatchObject({ ok: false, error: { name } });
  });

  it.each([0, 7])('minor version %i with more bytes is read', (minor) => {
    expect(decodeOpenRecoveryFeature(toView(Uint8Array.from([1, minor, ...bytes.slice(2), 9, 9])))).toEqual({
      ok: true,
      value: { ...feature, minor },
    });
  });

  it('the first byte of the field that is wrong is named', () => {
    // In the order of the document; each bad value with its neighbours as they are.
    for (const [at, value] of [
      [2, 4],
      [3, 0],
      [4, 33],
      [5, 4],
      [6, 0],
      [8, 0],
      [12, 0xff],
    ] as const) {
      const wrong = at === 12 ? toView(Uint8Array.from(bytes.map((byte, i) => (i === 13 ? value : byte)))) : changed(at, value);
      const zeroed = at === 8 ? toView(Uint8Array.from(bytes.map((byte, i) => (i === 8 || i === 9 ? 0 : byte)))) : wrong;
      expect(decodeOpenRecoveryFeature(zeroed)).toMatchObject({ ok: false, error: { name: 'out-of-range', at } });
    }
    expect(decodeOpenRecoveryZones(hex('01 02 14 00 64 00 05 00 01 02 14 00 64 00 05 00'))).toMatchObject({
      error: { at: 8, why: 'repeated' },
    });
    expect(decodeOpenRecoveryZones(hex('01 02 14 00 64 00 05 00 02 02 14 00 64 00 07 00'))).toMatchObject({
      error: { at: 14, why: 'step' },
    });
    expect(decodeOpenRecoveryProgrammes(hex('01 01 41 00 01 42'))).toMatchObject({ error: { at: 3 } });
    expect(decodeOpenRecoveryStatus(hex('00 05 00 00 00 00 00 00 00 00'))).toMatchObject({ error: { at: 1 } });
  });

  it('a pressure is read however high it is', () => {
    expect(decodeOpenRecoveryMeasurement(hex('01 01 01 28 00 ff ff'))).toMatchObject({
      ok: true,
      value: { zones: [{ zone: 1, level: 40, pressureMmHg: 6553.5 }] },
    });
  });

  it('an end that is not known is none, and the state is read', () => {
    for (const end of ['01', '02', '08', 'ff']) {
      expect(decodeOpenRecoveryStatus(hex(`00 01 00 00 00 00 00 00 00 ${end}`))).toMatchObject({
        ok: true,
        value: { state: 'running', lastEnd: null },
      });
    }
  });

  it.each([
    ['00 02 14 00 64 00 05 00', 'out-of-range'],
    ['01 03 14 00 64 00 05 00', 'out-of-range'],
    ['01 02 00 00 64 00 05 00', 'out-of-range'],
    ['01 02 14 00 79 00 05 00', 'out-of-range'],
    ['01 01 01 00 65 00 01 00', 'out-of-range'],
    ['01 02 64 00 14 00 05 00', 'out-of-range'],
    ['01 02 14 00 64 00 00 00', 'out-of-range'],
    ['01 02 14 00 64 00 07 00', 'out-of-range'],
    ['01 02 14 00 64 00 05 00 01 02 14 00 64 00 05 00', 'out-of-range'],
    ['01 02 14 00 64 00 05 00 02', 'truncated'],
    ['', 'too-short'],
  ])('reports Ranges %s: %s', (given, name) => {
    expect(decodeOpenRecoveryZones(hex(given))).toMatchObject({ ok: false, error: { name } });
  });

  it('accepts any step for a range of one level', () => {
    expect(decodeOpenRecoveryZones(hex('01 00 01 00 01 00 01 00'))).toMatchObject({ ok: true });
  });

  it.each([
    [decodeOpenRecoveryProgrammes, '00 01 41', 'out-of-range'],
    [decodeOpenRecoveryProgrammes, '01 00', 'out-of-range'],
    [decodeOpenRecoveryProgrammes, '01 02 41', 'truncated'],
    [decodeOpenRecoveryProgrammes, '01 01 41 01 01 42', 'out-of-range'],
    [decodeOpenRecoveryCommand, '', 'too-short'],
    [decodeOpenRecoveryCommand, '09', 'unsupported-frame'],
    [decodeOpenRecoveryCommand, '07 00', 'out-of-range'],
    [decodeOpenRecoveryCommand, '04 3c', 'out-of-range'],
    [decodeOpenRecoveryResponse, '81 02 01', 'out-of-range'],
    [decodeOpenRecoveryResponse, '80 02 09', 'out-of-range'],
    [decodeOpenRecoveryResponse, '80 02 00', 'out-of-range'],
    [decodeOpenRecoveryStatus, '0b 00 00 00 00 00 00 00 00 00', 'out-of-range'],
    [decodeOpenRecoveryStatus, '00 05 00 00 00 00 00 00 00 00', 'out-of-range'],
    [decodeOpenRecoveryStatus, '00 00 07 00 00 00 00 00 00 00', 'out-of-range'],
    [decodeOpenRecoveryStatus, '00 00 00 00 00 00 00 00 00', 'too-short'],
    [decodeOpenRecoveryMeasurement, '01 01 01 28 00 81', 'truncated'],
    [decodeOpenRecoveryMeasurement, '00 11', 'out-of-range'],
  ])('%o %s: %s', (decode, given, name) => {
    expect(decode(hex(given))).toMatchObject({ ok: false, error: { name } });
  });
});

describe('any bytes', () => {
  const decoders = [
    decodeOpenRecoveryFeature,
    decodeOpenRecoveryZones,
    decodeOpenRecoveryProgrammes,
    decodeOpenRecoveryCommand,
    decodeOpenRecoveryResponse,
    decodeOpenRecoveryStatus,
    decodeOpenRecoveryMeasurement,
  ] as const;

  it('no decoder throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        for (const decode of decoders) {
          const read = decode(toView(bytes));
          expect(read.ok || typeof read.error.name === 'string').toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('decoded messages survive encoding', () => {
    const u8 = fc.integer({ min: 0, max: 255 });
    const u16 = fc.integer({ min: 0, max: 0xffff });
    const command = fc.oneof(
      fc.constantFrom('request-control', 'release-control', 'start', 'pause', 'stop', 'keep-alive').map((kind) => ({ kind }) as const),
      fc.record({ kind: fc.constant('level' as const), zone: u8, level: u16 }),
      fc.record({ kind: fc.constant('programme' as const), id: u8 }),
      fc.record({ kind: fc.constant('timer' as const), seconds: u16 }),
    );
    fc.assert(
      fc.property(command, (one) => {
        expect(decodeOpenRecoveryCommand(toView(encodeOpenRecoveryCommand(one)))).toEqual({ ok: true, value: one });
      }),
    );
    const zone = (pressure: boolean) =>
      fc.record({
        zone: u8,
        level: u16,
        pressureMmHg: pressure ? fc.integer({ min: 0, max: 4000 }).map((tenths) => tenths / 10) : fc.constant(null),
      });
    const measurement = fc.boolean().chain((pressure) =>
      fc.record({
        zones: fc.array(zone(pressure), { minLength: 1, maxLength: 16 }),
        temperatureC: fc.oneof(
          fc.constant(null),
          fc.integer({ min: -400, max: 1200 }).map((tenths) => tenths / 10),
        ),
      }),
    );
    fc.assert(
      fc.property(measurement, (one) => {
        expect(decodeOpenRecoveryMeasurement(toView(encodeOpenRecoveryMeasurement(one)))).toEqual({ ok: true, value: one });
      }),
    );
  });
});
