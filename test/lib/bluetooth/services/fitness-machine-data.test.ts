import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decoded } from '../../../../lib/bluetooth/services/decoded';
import {
  decodeCrossTrainerData,
  decodeIndoorBikeData,
  decodeStepClimberData,
  decodeTreadmillData,
  encodeCrossTrainerData,
  encodeIndoorBikeData,
  encodeStepClimberData,
  encodeTreadmillData,
  fitnessDialect,
  joinPackets,
  type TreadmillData,
} from '../../../../lib/bluetooth/services/fitness-machine';
import { hex, toView } from './bytes';

const standard = fitnessDialect(null);
const kingsmith = fitnessDialect('KS-HD-Z1D');
const treadmill = (view: DataView) => decodeTreadmillData(view, standard);

/** What a packet says, without what it does not. */
function said(result: Decoded<object>): object {
  if (!result.ok) return result;
  return Object.fromEntries(Object.entries(result.value).filter(([, value]) => value !== null && value !== false));
}

describe('Treadmill Data', () => {
  it('CITYSPORTS-Linker, 66 steps in a minute (hughesjs/FitnessMachine, protocol/notes, third capture)', () => {
    const packet = hex('84 24 AA 00 21 00 00 01 00 FF FF FF 3C 00 42 00 00');
    const known = { speedKmh: 1.7, distanceM: 33, energyKcal: 1, elapsedS: 60 };
    expect(said(decodeTreadmillData(packet, fitnessDialect('CITYSPORTS-Linker')))).toEqual({ ...known, steps: 66 });
    expect(said(treadmill(packet))).toEqual({ ...known, trailingBytes: true });
  });

  it.each([
    ['02 01 E2 04 B0 04 9B', { speedKmh: 12.5, averageSpeedKmh: 12, hrBpm: 155 }],
    ['01 00', { moreData: true }],
    ['09 00 19 00 F1 FF', { moreData: true, inclinePct: 2.5, rampDeg: -1.5 }],
    ['11 00 C8 00 96 00', { moreData: true, climbM: 20, descentM: 15 }],
    ['01 10 38 FF 5E 01', { moreData: true, beltForceN: -200, powerW: 350 }],
    ['02 00 D2 04 57 04', { speedKmh: 12.34, averageSpeedKmh: 11.11 }],
    [
      'FE 1F 20 03 EE 02 88 13 00 CE FF 1E 00 64 00 32 00 2C 01 36 01 F4 01 58 02 0A 8C 55 08 07 58 02 9C FF FA 00',
      {
        ...{ speedKmh: 8, averageSpeedKmh: 7.5, distanceM: 5000, inclinePct: -5, rampDeg: 3, climbM: 10, descentM: 5 },
        ...{ pace: 300, averagePace: 310, energyKcal: 500, energyKcalPerH: 600, energyKcalPerMin: 10, hrBpm: 140, met: 8.5 },
        ...{ elapsedS: 1800, remainingS: 600, beltForceN: -100, powerW: 250 },
      },
    ],
  ])('%s (bluetooth-sig-python, test_treadmill_data.py)', (text, value) => expect(said(treadmill(hex(text)))).toEqual(value));

  it('reads the paces as bytes where only that fits the length (older text, mcdax/walkingpad-controller; computed by hand)', () => {
    expect(said(treadmill(hex('60 04 90 01 12 34 3C 00')))).toEqual({ speedKmh: 4, pace: 0x12, averagePace: 0x34, elapsedS: 60 });
    expect(said(treadmill(hex('60 04 90 01 12 00 34 00 3C 00')))).toEqual({ speedKmh: 4, pace: 0x12, averagePace: 0x34, elapsedS: 60 });
    expect(said(decodeTreadmillData(hex('20 20 90 01 12 07 00 00'), kingsmith))).toEqual({ speedKmh: 4, pace: 0x12, steps: 7 });
  });

  it('returns null for "not available" (Fitness Machine Service 1.0; computed by hand)', () => {
    expect(said(treadmill(hex('09 00 19 00 FF 7F')))).toEqual({ moreData: true, inclinePct: 2.5 });
    expect(said(treadmill(hex('81 00 05 00 FF FF FF')))).toEqual({ moreData: true, energyKcal: 5 });
  });

  it.each([
    ['', { name: 'too-short', neededBytes: 2, receivedBytes: 0 }],
    ['00', { name: 'too-short', neededBytes: 2, receivedBytes: 1 }],
    ['00 00 01', { name: 'truncated', neededBytes: 4, receivedBytes: 3 }],
    ['04 00 01 00 01', { name: 'truncated', neededBytes: 7, receivedBytes: 5 }],
    ['00 00 21 4E', { name: 'out-of-range', value: 200.01, min: 0, max: 200 }],
    ['09 00 E9 03 00 00', { name: 'out-of-range', value: 100.1, min: -100, max: 100 }],
  ])('reports what is wrong with "%s"', (text, error) => expect(treadmill(hex(text))).toEqual({ ok: false, error }));
});

describe('Indoor Bike Data', () => {
  it('Zwift Hub, 20 bytes, resistance as a word (Berg0162/simcline issue 7)', () => {
    expect(said(decodeIndoorBikeData(hex('FE 02 FE 09 34 08 8E 00 7C 00 4A 01 00 14 00 C7 00 68 00 00')))).toEqual({
      ...{ speedKmh: 25.58, averageSpeedKmh: 21, cadenceRpm: 71, averageCadenceRpm: 62, distanceM: 330 },
      ...{ resistance: 20, powerW: 199, averagePowerW: 104, hrBpm: 0 },
    });
  });

  it('JetBlack Volt at rest (Berg0162/simcline issue 9)', () => {
    expect(said(decodeIndoorBikeData(hex('64 02 00 00 00 00 14 00 00 00 00')))).toEqual({
      ...{ speedKmh: 0, cadenceRpm: 0, resistance: 20, powerW: 0, hrBpm: 0 },
    });
  });

  it('reads resistance as one byte in units of ten where only that fits the length (Fitness Machine Service 1.0; computed by hand)', () => {
    expect(said(decodeIndoorBikeData(hex('64 02 C4 09 B4 00 05 96 00 78')))).toEqual({
      ...{ speedKmh: 25, cadenceRpm: 90, resistance: 50, powerW: 150, hrBpm: 120 },
    });
  });

  it('reports what is wrong', () => {
    expect(decodeIndoorBikeData(hex('45 00 B4 00'))).toMatchObject({ error: { name: 'truncated', neededBytes: 6 } });
    expect(decodeIndoorBikeData(hex('41 00 89 13'))).toMatchObject({ error: { name: 'out-of-range', value: 5001 } });
    expect(decodeIndoorBikeData(hex('05 00 21 03'))).toMatchObject({ error: { name: 'out-of-range', value: 400.5, max: 400 } });
  });
});

describe('Cross Trainer Data and Step Climber Data (Fitness Machine Service 1.0; computed by hand)', () => {
  it.each([
    [
      '0C A1 00 E8 03 10 27 00 78 00 6E 00 96 00 58 02',
      { speedKmh: 10, distanceM: 10_000, stepsPerMin: 120, averageStepsPerMin: 110, powerW: 150, elapsedS: 600, backward: true },
    ],
    ['91 00 00 F4 01 64 00', { moreData: true, strides: 50, resistance: 10 }],
    ['91 00 00 F4 01 0A', { moreData: true, strides: 50, resistance: 100 }],
    ['69 00 00 78 00 FF FF 0A 00 FF FF 19 00 FF 7F', { moreData: true, stepsPerMin: 120, climbM: 10, inclinePct: 2.5 }],
  ])('cross trainer %s', (text, value) => expect(said(decodeCrossTrainerData(hex(text)))).toEqual(value));

  it.each([
    ['00 00 05 00 64 00', { floors: 5, steps: 100 }],
    ['00 00 05 00 FF FF', { floors: 5 }],
    [
      'FF 01 3C 00 32 00 0A 00 64 00 58 02 0A 8C 55 08 07 58 02',
      {
        moreData: true,
        stepsPerMin: 60,
        averageStepsPerMin: 50,
        climbM: 10,
        energyKcal: 100,
        energyKcalPerH: 600,
        energyKcalPerMin: 10,
        hrBpm: 140,
        met: 8.5,
        elapsedS: 1800,
        remainingS: 600,
      },
    ],
  ])('step climber %s', (text, value) => expect(said(decodeStepClimberData(hex(text)))).toEqual(value));

  it('need complete flags', () => {
    expect(decodeCrossTrainerData(hex('00 00'))).toMatchObject({ error: { name: 'too-short', neededBytes: 3 } });
    expect(decodeStepClimberData(hex('00'))).toMatchObject({ error: { name: 'too-short', neededBytes: 2 } });
    expect(decodeStepClimberData(hex('00 00 05 00'))).toMatchObject({ error: { name: 'truncated', neededBytes: 6 } });
  });
});

describe('any bytes', () => {
  const decoders = {
    treadmill,
    kingsmith: (view: DataView) => decodeTreadmillData(view, kingsmith),
    bike: decodeIndoorBikeData,
    crossTrainer: decodeCrossTrainerData,
    stepClimber: decodeStepClimberData,
  };
  it.each(Object.entries(decoders))('%s never throws, and returns numbers within their limits or null', (_, decode) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const result = decode(toView(bytes));
        if (!result.ok) return;
        const { speedKmh, inclinePct, powerW, cadenceRpm } = { speedKmh: 0, inclinePct: 0, powerW: 0, cadenceRpm: 0, ...result.value };
        for (const value of Object.values(result.value))
          expect(value === null || typeof value === 'boolean' || Number.isFinite(value)).toBe(true);
        expect(
          (speedKmh ?? 0) <= 200 && Math.abs(inclinePct ?? 0) <= 100 && Math.abs(powerW ?? 0) <= 5000 && (cadenceRpm ?? 0) <= 400,
        ).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('encoding', () => {
  const integer = (max: number, per = 1) => fc.option(fc.integer({ min: 0, max }).map((raw) => raw / per));
  const energy = { energyKcal: integer(65_534), energyKcalPerH: integer(65_534), energyKcalPerMin: integer(254) };
  const common = { ...energy, hrBpm: integer(255), met: integer(255, 10), elapsedS: integer(65_535), remainingS: integer(65_535) };
  const speeds = { speedKmh: fc.integer({ min: 0, max: 20_000 }).map((raw) => raw / 100), averageSpeedKmh: integer(20_000, 100) };
  const slope = { inclinePct: integer(1000, 10), rampDeg: integer(900, 10) };
  const resistance = (per: number) => fc.option(fc.integer({ min: -0x8000, max: 0x7fff }).map((raw) => raw / per));
  const flags = { moreData: fc.constant(false) };

  it('round-trips what a treadmill sent', () => {
    const climb = { climbM: integer(65_534, 10), descentM: integer(65_534, 10), distanceM: integer(0xffffff), steps: integer(0xffffff) };
    const belt = { pace: integer(65_535), averagePace: integer(65_535), beltForceN: integer(0x7ffe), powerW: integer(5000) };
    fc.assert(
      fc.property(fc.record({ ...flags, ...speeds, ...common, ...slope, ...climb, ...belt }), (sent) => {
        expect(decodeTreadmillData(toView(encodeTreadmillData(sent)), kingsmith)).toEqual({
          ok: true,
          value: { ...sent, trailingBytes: false },
        });
      }),
    );
  });

  it('round-trips what a bike sent', () => {
    const bike = {
      cadenceRpm: integer(800, 2),
      averageCadenceRpm: integer(800, 2),
      distanceM: integer(0xffffff),
      resistance: resistance(1),
    };
    const power = { powerW: integer(5000), averagePowerW: integer(5000) };
    fc.assert(
      fc.property(fc.record({ ...flags, ...speeds, ...common, ...bike, ...power }), (sent) => {
        expect(decodeIndoorBikeData(toView(encodeIndoorBikeData(sent)))).toEqual({ ok: true, value: { ...sent, trailingBytes: false } });
      }),
    );
  });

  it('round-trips what a cross trainer and a step climber sent', () => {
    const steps = { stepsPerMin: integer(1000), averageStepsPerMin: integer(1000) };
    const climb = { climbM: integer(65_534), descentM: integer(65_534), distanceM: integer(0xffffff), strides: integer(65_535, 10) };
    const power = { powerW: integer(5000), averagePowerW: integer(5000), resistance: resistance(10), backward: fc.boolean() };
    fc.assert(
      fc.property(fc.record({ ...flags, ...speeds, ...common, ...slope, ...steps, ...climb, ...power }), (sent) => {
        expect(decodeCrossTrainerData(toView(encodeCrossTrainerData(sent)))).toEqual({
          ok: true,
          value: { ...sent, trailingBytes: false },
        });
      }),
    );
    const climber = { ...flags, ...common, ...steps, climbM: integer(65_535), floors: integer(65_534), steps: integer(65_534) };
    fc.assert(
      fc.property(fc.record(climber), (sent) => {
        expect(decodeStepClimberData(toView(encodeStepClimberData(sent)))).toEqual({ ok: true, value: { ...sent, trailingBytes: false } });
      }),
    );
  });

  it.each([{ speedKmh: 200.1 }, { speedKmh: -1 }, { speedKmh: Number.NaN }, {}, { speedKmh: 1, energyKcal: 0xffff }])(
    'refuses %o',
    (data) => {
      expect(() => encodeTreadmillData(data)).toThrow(RangeError);
    },
  );
});

describe('records in several packets', () => {
  const read = (data: Parameters<typeof encodeTreadmillData>[0]): TreadmillData => {
    const result = treadmill(toView(encodeTreadmillData(data)));
    if (!result.ok) throw new Error(result.error.name);
    return result.value;
  };
  const part = read({ moreData: true, averageSpeedKmh: 5, distanceM: 100 });
  const rest = read({ speedKmh: 6, elapsedS: 30 });

  it('a record in one packet is complete', () => expect(joinPackets(null, rest)).toEqual({ complete: rest, pending: null }));

  it('waits for the last packet, which has the speed, and joins them', () => {
    const first = joinPackets(null, part);
    expect(first).toEqual({ complete: null, pending: part });
    const { complete, pending } = joinPackets(first.pending, rest);
    expect(pending).toBeNull();
    expect(complete).toMatchObject({ speedKmh: 6, averageSpeedKmh: 5, distanceM: 100, elapsedS: 30, moreData: false });
  });

  it('does not mix records when the end of one was lost', () => {
    const later = read({ moreData: true, averageSpeedKmh: 7 });
    expect(joinPackets(part, later)).toEqual({ complete: part, pending: later });
    const complete = read({ speedKmh: 6, distanceM: 200 });
    expect(joinPackets(part, complete)).toEqual({ complete: complete, pending: null });
  });
});
