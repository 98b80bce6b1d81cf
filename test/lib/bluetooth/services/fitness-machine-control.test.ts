import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeFitnessCommand,
  decodeFitnessEvent,
  decodeFitnessResponse,
  encodeFitnessCommand,
  encodeFitnessEvent,
  encodeFitnessResponse,
  type FitnessCommand,
  type FitnessEvent,
  findOp,
} from '../../../../lib/bluetooth/services/fitness-machine';
import { hex, toView } from './bytes';

const asHex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');

const commands: readonly [string, FitnessCommand][] = [
  ['00', { kind: 'request-control' }],
  ['01', { kind: 'reset' }],
  ['02 90 01', { kind: 'speed', speedKmh: 4 }],
  ['03 E7 FF', { kind: 'incline', inclinePct: -2.5 }],
  ['04 C8 00', { kind: 'resistance', level: 20 }],
  ['04 F0', { kind: 'resistance-byte', level: 24 }],
  ['05 C8 00', { kind: 'power', powerW: 200 }],
  ['06 78', { kind: 'heart-rate', hrBpm: 120 }],
  ['07', { kind: 'start' }],
  ['08 01', { kind: 'stop' }],
  ['08 02', { kind: 'pause' }],
  ['09 2C 01', { kind: 'energy', energyKcal: 300 }],
  ['0A E8 03', { kind: 'steps', steps: 1000 }],
  ['0B F4 01', { kind: 'strides', strides: 500 }],
  ['0C 88 13 00', { kind: 'distance', distanceM: 5000 }],
  ['0D B0 04', { kind: 'time', timeS: 1200 }],
  ['0E 3C 00 78 00', { kind: 'time-in-two-zones', fatBurnS: 60, fitnessS: 120 }],
  ['0F 01 00 02 00 03 00', { kind: 'time-in-three-zones', lightS: 1, moderateS: 2, hardS: 3 }],
  ['10 01 00 02 00 03 00 04 00 05 00', { kind: 'time-in-five-zones', veryLightS: 1, lightS: 2, moderateS: 3, hardS: 4, maximumS: 5 }],
  ['11 18 FC C8 00 28 33', { kind: 'simulation', windMps: -1, gradePct: 2, rollingResistance: 0.004, windResistance: 0.51 }],
  ['12 38 52', { kind: 'wheel', circumferenceMm: 2104.8 }],
  ['13 01', { kind: 'spin-down-start' }],
  ['13 02', { kind: 'spin-down-ignore' }],
  ['14 B4 00', { kind: 'cadence', cadenceRpm: 90 }],
];

describe('Control Point of Fitness Machine Service 1.0; "02 90 01" recorded from a KS-MC21 (mcdax), "04 F0" from Auuki issue 71', () => {
  it.each(commands)('%s', (text, command) => {
    expect(asHex(encodeFitnessCommand(command))).toBe(text);
    expect(decodeFitnessCommand(hex(text))).toEqual({ ok: true, value: command });
    expect(findOp(command.kind)).toBe(encodeFitnessCommand(command)[0]);
  });

  it.each<FitnessCommand>([
    { kind: 'speed', speedKmh: 200.01 },
    { kind: 'speed', speedKmh: -0.01 },
    { kind: 'speed', speedKmh: Number.NaN },
    { kind: 'resistance-byte', level: 25.6 },
    { kind: 'power', powerW: 5001 },
    { kind: 'time', timeS: 65_536 },
  ])('does not encode %o', (command) => expect(() => encodeFitnessCommand(command)).toThrow(RangeError));

  it.each([
    ['', { name: 'too-short', neededBytes: 1, receivedBytes: 0 }],
    ['02 90', { name: 'truncated', neededBytes: 3, receivedBytes: 2 }],
    ['04', { name: 'truncated', neededBytes: 2, receivedBytes: 1 }],
    ['08', { name: 'truncated', neededBytes: 2, receivedBytes: 1 }],
    ['08 03', { name: 'out-of-range', value: 3, min: 1, max: 2 }],
    ['02 FF FF', { name: 'out-of-range', value: 655.35, min: 0, max: 200 }],
    ['15', { name: 'unsupported-frame', frame: 0x15 }],
  ])('reports what is wrong with "%s"', (text, error) => expect(decodeFitnessCommand(hex(text))).toEqual({ ok: false, error }));
});

describe('Control Point: responses', () => {
  it.each([
    ['80 00 01', { op: 0x00, result: 'ok' }],
    ['80 00 04', { op: 0x00, result: 'failed' }],
    ['80 02 05', { op: 0x02, result: 'not-permitted' }],
    ['80 08 03', { op: 0x08, result: 'bad-parameter' }],
    ['80 13 01 E8 03 D0 07', { op: 0x13, result: 'ok' }],
  ] as const)('%s (80 00 04 as a KS-MC21 sends it, mcdax; 80 08 03 a Zwift Hub, simcline issue 7)', (text, value) => {
    expect(decodeFitnessResponse(hex(text))).toEqual({ ok: true, value });
    expect(text.startsWith(asHex(encodeFitnessResponse(value)))).toBe(true);
  });

  it.each([
    ['80 00', { name: 'too-short', neededBytes: 3, receivedBytes: 2 }],
    ['81 00 01', { name: 'out-of-range', value: 0x81, min: 0x80, max: 0x80 }],
    ['80 00 06', { name: 'out-of-range', value: 6, min: 1, max: 5 }],
    ['80 00 00', { name: 'out-of-range', value: 0, min: 1, max: 5 }],
  ])('reports what is wrong with "%s"', (text, error) => expect(decodeFitnessResponse(hex(text))).toEqual({ ok: false, error }));
});

const events: readonly [string, FitnessEvent][] = [
  ['01', { kind: 'reset' }],
  ['02 01', { kind: 'stopped' }],
  ['02 02', { kind: 'paused' }],
  ['03', { kind: 'safety-key' }],
  ['04', { kind: 'started' }],
  ['05 90 01', { kind: 'speed', speedKmh: 4 }],
  ['06 19 00', { kind: 'incline', inclinePct: 2.5 }],
  ['07 C8 00', { kind: 'resistance', level: 20 }],
  ['07 C8', { kind: 'resistance-byte', level: 20 }],
  ['08 C8 00', { kind: 'power', powerW: 200 }],
  ['0D 88 13 00', { kind: 'distance', distanceM: 5000 }],
  ['0E B0 04', { kind: 'time', timeS: 1200 }],
  ['12 00 00 C8 00 28 33', { kind: 'simulation', windMps: 0, gradePct: 2, rollingResistance: 0.004, windResistance: 0.51 }],
  ['14 02', { kind: 'spin-down', status: 2 }],
  ['15 B4 00', { kind: 'cadence', cadenceRpm: 90 }],
  ['FF', { kind: 'control-lost' }],
];

describe('Machine Status of Fitness Machine Service 1.0; 02, 03, 04 and 05 recorded from a KS-MC21 (mcdax)', () => {
  it.each(events)('%s', (text, event) => {
    expect(decodeFitnessEvent(hex(text))).toEqual({ ok: true, value: event });
    expect(asHex(encodeFitnessEvent(event))).toBe(text);
  });

  it('reports a reserved event', () => {
    expect(decodeFitnessEvent(hex('16'))).toEqual({ ok: false, error: { name: 'unsupported-frame', frame: 0x16 } });
  });
});

it('any bytes: never throws, and decoded messages survive encoding', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 14 }), (bytes) => {
      const command = decodeFitnessCommand(toView(bytes));
      if (command.ok) {
        const again = encodeFitnessCommand(command.value);
        expect([...again]).toEqual([...bytes.slice(0, again.length)]);
      }
      const event = decodeFitnessEvent(toView(bytes));
      if (event.ok) {
        const again = encodeFitnessEvent(event.value);
        expect([...again]).toEqual([...bytes.slice(0, again.length)]);
      }
      const response = decodeFitnessResponse(toView(bytes));
      if (response.ok) expect([...encodeFitnessResponse(response.value)]).toEqual([...bytes.slice(0, 3)]);
    }),
    { numRuns: 5000 },
  );
});
