import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeStepClimberData, fitnessMachineUuids } from '../../../../lib/bluetooth/services/fitness-machine';
import { fitnessKinds } from '../../../../lib/devices/drivers/ftms';
import { simulatedBike } from '../../../../lib/simulated/bike';
import { simulatedCrossTrainer } from '../../../../lib/simulated/cross-trainer';
import { withRadioFaults } from '../../../../lib/simulated/radio-faults';
import { simulatedTreadmill } from '../../../../lib/simulated/treadmill';
import { rigged } from './rig';

function findKind(id: string) {
  const kind = fitnessKinds.find((one) => one.id === id);
  if (kind === undefined) throw new Error(id);
  return kind;
}
const treadmill = findKind('ftms-treadmill');
const bike = findKind('ftms-bike');
const belt = (level: number) => ({ kind: 'level', zone: 'belt', level }) as const;

describe('the kind of machine', () => {
  it('is recognised by name for dialects', () => {
    const ids = (name: string | null) =>
      fitnessKinds.filter((kind) => kind.matches(name, [fitnessMachineUuids.service])).map(({ id }) => id);
    expect(ids('KS-HD-Z1D')[0]).toBe('kingsmith-ftms');
    expect(ids('CITYSPORTS-Linker')[0]).toBe('citysports-treadmill');
    expect(ids('Zwift Hub')).toEqual(['ftms-treadmill', 'ftms-bike', 'ftms-cross-trainer', 'ftms-step-climber']);
    expect(fitnessKinds.some((kind) => kind.matches('KS-HD-Z1D', []))).toBe(false);
  });

  it('is not bike for a treadmill', async () => {
    const rig = await rigged(simulatedTreadmill(), bike, {}, { connect: false });
    await rig.time.pass(60_000);
    expect(rig.connection.state.value).toBe('failed');
    expect(rig.connection.fault.value?.code).toBe('not-supported');
    expect(rig.written).toEqual([]);
  });
});

describe('a treadmill', () => {
  it('narrows its capabilities to what the machine reports, and moves nothing on connecting', async () => {
    const rig = await rigged(simulatedTreadmill({ speed: { min: 0.5, max: 6, step: 0.1 }, incline: null }), treadmill);
    const { zones, timerS, endsByItself } = rig.driver.capabilities.value;
    expect(zones).toEqual([{ id: 'belt', control: 'absolute', unit: 'km/h', reports: 'output', range: { min: 0.5, max: 6, step: 0.1 } }]);
    expect(timerS).toEqual({ min: 1, max: 65_535, step: 1 });
    expect(endsByItself).toBe(false);
    expect(rig.written).toEqual([]);
  });

  it('starts, sets levels and the timer, pauses and stops, with the bytes of the service', async () => {
    const model = simulatedTreadmill();
    const rig = await rigged(model, treadmill);
    expect(await rig.done(rig.driver.apply({ kind: 'start' }))).toBeNull();
    expect(await rig.done(rig.driver.apply(belt(4.2)))).toBeNull();
    expect(await rig.done(rig.driver.apply({ kind: 'level', zone: 'incline', level: 2 }))).toBeNull();
    expect(await rig.done(rig.driver.apply({ kind: 'timer', seconds: 600 }))).toBeNull();
    await rig.time.pass(15_000);
    expect(rig.driver.telemetry.value).toMatchObject({ running: true, speedKmh: 4.2, levels: { belt: 4.2, incline: 2 } });
    expect(rig.driver.telemetry.value.remainingS).toBeGreaterThan(500);
    expect(await rig.done(rig.driver.apply({ kind: 'pause' }))).toBeNull();
    await rig.time.pass(10_000);
    expect(rig.driver.telemetry.value).toMatchObject({ running: false, speedKmh: 0 });
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(rig.written.map(({ hex }) => hex)).toEqual(['00', '07', '02a401', '031400', '0d5802', '0802', '0801']);
    expect(rig.written.every(({ uuid }) => uuid === fitnessMachineUuids.controlPoint)).toBe(true);
    expect(model.state(rig.time.nowMs()).phase).toBe('idle');
  });

  it('accepts no level at standstill, and none outside the range', async () => {
    const rig = await rigged(simulatedTreadmill({ speed: { min: 1, max: 6, step: 0.1 } }), treadmill);
    expect(await rig.done(rig.driver.apply(belt(3)))).toBe('not-ready');
    await rig.done(rig.driver.apply({ kind: 'start' }));
    for (const level of [6.1, 0.9, 0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(await rig.done(rig.driver.apply(belt(level)))).toBe('out-of-range');
    }
    expect(await rig.done(rig.driver.apply({ kind: 'level', zone: 'resistance', level: 3 }))).toBe('not-supported');
    expect(await rig.done(rig.driver.apply({ kind: 'programme', id: 'hills' }))).toBe('not-supported');
    expect(rig.written.map(({ hex }) => hex)).toEqual(['00', '07']);
  });

  it('sends a step of the range at or below any requested level', async () => {
    const range = { min: 0.5, max: 6, step: 0.1 };
    const rig = await rigged(simulatedTreadmill({ speed: range }), treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    await fc.assert(
      fc.asyncProperty(fc.double({ min: -1, max: 10, noNaN: true }), async (level) => {
        const before = rig.written.length;
        const fault = await rig.done(rig.driver.apply(belt(level)));
        const sent = rig.written.slice(before).map(({ hex }) => Buffer.from(hex, 'hex').readUInt16LE(1) / 100);
        if (level < range.min - 1e-6 || level > range.max + 1e-6) return fault === 'out-of-range' && sent.length === 0;
        const [kmh = 99] = sent;
        return kmh >= range.min && kmh <= range.max && kmh <= level + 1e-5 && level - kmh < 0.1 + 1e-5 && Math.round(kmh * 100) % 10 === 0;
      }),
      { numRuns: 100 },
    );
  });

  it('sends only the newest of several levels; the others are superseded', async () => {
    const rig = await rigged(simulatedTreadmill(), treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    const outcomes = [2, 3, 4, 5].map((level) => rig.driver.apply(belt(level)));
    const codes = await Promise.all(outcomes.map((outcome) => rig.done(outcome)));
    expect(codes).toEqual([null, 'superseded', 'superseded', null]);
    expect(rig.written.slice(2).map(({ hex }) => hex)).toEqual(['02c800', '02f401']);
  });

  it('reports a refusal by the machine as refused-by-device', async () => {
    const model = simulatedTreadmill();
    const cut = {
      ...model,
      write: (uuid: string, bytes: Uint8Array, atMs: number) => model.write(uuid, bytes[0] === 3 ? bytes.slice(0, 1) : bytes, atMs),
    };
    const rig = await rigged(cut, treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    expect(await rig.done(rig.driver.apply({ kind: 'level', zone: 'incline', level: 2 }))).toBe('refused-by-device');
  });

  it('sends no pause at standstill', async () => {
    const rig = await rigged(simulatedTreadmill(), treadmill);
    await rig.time.pass(2000);
    expect(await rig.done(rig.driver.apply({ kind: 'pause' }))).toBeNull();
    expect(rig.written).toEqual([]);
  });

  it('reports timeout for a machine that never answers', async () => {
    const model = simulatedTreadmill();
    const mute = {
      ...model,
      advance: (toMs: number) => model.advance(toMs).filter(({ characteristic }) => characteristic !== fitnessMachineUuids.controlPoint),
    };
    const rig = await rigged(mute, treadmill);
    expect(await rig.done(rig.driver.apply({ kind: 'start' }))).toBe('timeout');
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(rig.written.at(-1)?.hex).toBe('0801');
  });

  it('requests lost control again only on a start; a stop needs no control', async () => {
    const model = simulatedTreadmill();
    let lose = false;
    const losing = {
      ...model,
      advance: (toMs: number) => {
        const packets = [...model.advance(toMs)];
        if (lose) packets.push({ characteristic: fitnessMachineUuids.status, bytes: Uint8Array.of(0xff), atMs: toMs });
        lose = false;
        return packets;
      },
    };
    const rig = await rigged(losing, treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    await rig.time.pass(10_000);
    lose = true;
    await rig.time.pass(1500);
    expect(await rig.done(rig.driver.apply(belt(3)))).toBe('control-taken');
    expect(rig.driver.telemetry.value.controlTaken).toBe('at-device');
    expect(await rig.done(rig.driver.apply({ kind: 'start' }))).toBeNull();
    expect(rig.driver.telemetry.value.controlTaken).toBeUndefined();
    expect(await rig.done(rig.driver.apply(belt(3)))).toBeNull();
    lose = true;
    await rig.time.pass(1500);
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(rig.written.slice(-2).map(({ hex }) => hex)).toEqual(['00', '0801']);
  });

  it('reports that somebody stopped it at the machine', async () => {
    const model = simulatedTreadmill();
    const rig = await rigged(model, treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    await rig.time.pass(6000);
    expect(rig.driver.telemetry.value.running).toBe(true);
    model.press('safety-key', rig.time.nowMs());
    await rig.time.pass(6000);
    expect(rig.driver.telemetry.value.running).toBe(false);
  });

  it('is set up again after a lost link, and can be stopped then', async () => {
    const model = simulatedTreadmill();
    const rig = await rigged(model, treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    await rig.time.pass(5000);
    rig.transport.setInReach(model.address, false);
    await rig.time.pass(200);
    expect(await rig.done(rig.driver.apply(belt(3)))).toBe('disconnected');
    expect(rig.driver.telemetry.value).toEqual({});
    rig.transport.setInReach(model.address, true);
    await rig.time.pass(10_000);
    expect(rig.connection.state.value).toBe('ready');
    expect(rig.driver.telemetry.value.running).toBe(true);
    expect(await rig.done(rig.driver.apply(belt(3)))).toBeNull();
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(model.state(rig.time.nowMs()).phase).toBe('idle');
  });
});

describe('a stop', () => {
  it('overtakes everything that waits, and nothing that waited runs after it', async () => {
    const model = simulatedTreadmill();
    const slow = withRadioFaults(model, { seed: 1, latencyMs: { min: 50, max: 50 } });
    const rig = await rigged(slow, treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    await rig.time.pass(5000);
    const before = rig.written.length;
    const waiting = [
      rig.driver.apply(belt(5)),
      rig.driver.apply({ kind: 'level', zone: 'incline', level: 5 }),
      rig.driver.apply({ kind: 'timer', seconds: 60 }),
    ];
    const codes = waiting.map((one) => rig.done(one));
    const stopped = rig.done(rig.driver.stop());
    expect(await stopped).toBeNull();
    expect(await Promise.all(codes)).toEqual(['superseded', 'superseded', 'superseded']);
    await rig.time.pass(30_000);
    const after = rig.written.slice(before).map(({ hex }) => hex);
    // At most the write that was already under way.
    expect(after.length).toBeLessThanOrEqual(2);
    expect(after.at(-1)).toBe('0801');
  });

  it('in the middle of a start leaves the machine standing', async () => {
    for (let ms = 0; ms <= 600; ms += 20) {
      const model = simulatedTreadmill();
      const rig = await rigged(withRadioFaults(model, { seed: 1, latencyMs: { min: 40, max: 40 } }), treadmill);
      const starting = rig.driver.apply({ kind: 'start' });
      const outcome = rig.done(starting);
      await rig.time.pass(ms);
      expect(await rig.done(rig.driver.stop())).toBeNull();
      await outcome;
      await rig.time.pass(20_000);
      expect(model.state(rig.time.nowMs())).toMatchObject({ phase: 'idle', drive: 0 });
      expect(rig.written.at(-1)?.hex).toBe('0801');
    }
  });

  it('cannot be replaced, and a belt that is slowing down gets no speed', async () => {
    const model = simulatedTreadmill();
    const rig = await rigged(withRadioFaults(model, { seed: 1, latencyMs: { min: 50, max: 50 } }), treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    await rig.done(rig.driver.apply(belt(5)));
    await rig.time.pass(15_000);
    const before = rig.written.length;
    const air = rig.done(rig.driver.apply({ kind: 'level', zone: 'incline', level: 5 }));
    const stopped = rig.done(rig.driver.stop());
    const late = rig.done(rig.driver.apply({ kind: 'timer', seconds: 60 }));
    const speed = rig.done(rig.driver.apply(belt(4)));
    expect(await Promise.all([air, stopped, speed])).toEqual(['superseded', null, 'not-ready']);
    await late;
    expect(rig.written[before]?.hex).toBe('0801');
    await rig.time.pass(1000);
    expect(rig.driver.telemetry.value.running).toBe(true);
    expect(await rig.done(rig.driver.apply(belt(4)))).toBe('not-ready');
    expect(await rig.done(rig.driver.apply({ kind: 'start' }))).toBeNull();
    expect(await rig.done(rig.driver.apply(belt(4)))).toBeNull();
  });

  it('during set-up waits only for the characteristic', async () => {
    const model = simulatedTreadmill();
    const slow = withRadioFaults(model, { seed: 1, latencyMs: { min: 300, max: 300 } });
    const rig = await rigged(slow, treadmill, {}, { connect: false });
    await rig.time.pass(400);
    expect(rig.connection.state.value).toBe('discovering');
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(rig.written.map(({ hex }) => hex)).toEqual(['00', '0801']);
    expect(rig.connection.state.value).toBe('discovering');
  });

  it('that a running machine refuses is reported', async () => {
    const model = simulatedTreadmill();
    const stubborn = {
      ...model,
      write: (uuid: string, bytes: Uint8Array, atMs: number) =>
        bytes[0] === 8 ? model.write(uuid, Uint8Array.of(8, 9), atMs) : model.write(uuid, bytes, atMs),
    };
    const rig = await rigged(stubborn, treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    expect(await rig.done(rig.driver.stop())).toBe('refused-by-device');
  });

  it('that a running machine refuses is reported after one that could not be written', async () => {
    const model = simulatedTreadmill();
    const air = { end: 'done' as 'done' | 'fails' };
    const stubborn = {
      ...model,
      radio: () => ({ delayMs: 10, end: air.end }),
      write: (uuid: string, bytes: Uint8Array, atMs: number) =>
        bytes[0] === 8 ? model.write(uuid, Uint8Array.of(8, 9), atMs) : model.write(uuid, bytes, atMs),
    };
    const rig = await rigged(stubborn, treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    air.end = 'fails';
    expect(await rig.done(rig.driver.stop())).toBe('gatt-error');
    air.end = 'done';
    expect(await rig.done(rig.driver.stop())).toBe('refused-by-device');
  });
});

describe('a machine that took control away without an event', () => {
  /** Answers "control not permitted" to everything but a request for control, from `lose` until that request. */
  function forgetful(model = simulatedTreadmill()) {
    let lost = false;
    let refusals: number[] = [];
    const { controlPoint } = fitnessMachineUuids;
    return {
      ...model,
      lose: () => {
        lost = true;
      },
      write: (uuid: string, bytes: Uint8Array, atMs: number) => {
        if (bytes[0] === 0) lost = false;
        if (!lost || bytes[0] === undefined) return model.write(uuid, bytes, atMs);
        refusals.push(bytes[0]);
        return { ok: true as const, bytes: new Uint8Array() };
      },
      advance: (toMs: number) => {
        const answers = refusals.map((op) => ({ characteristic: controlPoint, bytes: Uint8Array.of(0x80, op, 5), atMs: toMs }));
        refusals = [];
        return [...model.advance(toMs), ...answers];
      },
    };
  }

  it('is stopped: the stop requests control again', async () => {
    const model = forgetful();
    const rig = await rigged(model, treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    await rig.time.pass(10_000);
    model.lose();
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(rig.written.slice(2).map(({ hex }) => hex)).toEqual(['0801', '00', '0801']);
    expect(model.state(rig.time.nowMs()).phase).toBe('idle');
  });

  it('is stopped by the stop that follows one that could not be written', async () => {
    const air = { end: 'done' as 'done' | 'fails' };
    const model = { ...forgetful(), radio: () => ({ delayMs: 10, end: air.end }) };
    const rig = await rigged(model, treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    await rig.time.pass(10_000);
    air.end = 'fails';
    expect(await rig.done(rig.driver.stop())).toBe('gatt-error');
    air.end = 'done';
    model.lose();
    expect(await rig.done(rig.driver.stop())).toBeNull();
    await rig.time.pass(10_000);
    expect(model.state(rig.time.nowMs()).phase).toBe('idle');
  });

  it('refuses the next command: control was taken, and only a stop or a start asks for it again', async () => {
    const model = forgetful();
    const rig = await rigged(model, treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    await rig.time.pass(10_000);
    model.lose();
    expect(await rig.done(rig.driver.apply(belt(3)))).toBe('control-taken');
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(rig.written.slice(3).map(({ hex }) => hex)).toEqual(['00', '0801']);
  });

  it('CITYSPORTS: the refused stop is reported, and control is not requested, because that would start the belt', async () => {
    const model = forgetful(simulatedTreadmill({ dialect: 'citysports-linker' }));
    const rig = await rigged(model, findKind('citysports-treadmill'));
    await rig.done(rig.driver.apply({ kind: 'start' }));
    await rig.time.pass(10_000);
    model.lose();
    expect(await rig.done(rig.driver.stop())).toBe('refused-by-device');
    expect(rig.written.slice(2).map(({ hex }) => hex)).toEqual(['0801']);
  });
});

describe('dialects', () => {
  it('KingSmith: sends no speed before the belt runs steadily, and the link holds', async () => {
    const model = simulatedTreadmill({ dialect: 'kingsmith', speed: { min: 1, max: 6, step: 0.1 }, incline: null });
    const rig = await rigged(model, findKind('kingsmith-ftms'));
    await rig.done(rig.driver.apply({ kind: 'start' }));
    const startedMs = rig.time.nowMs();
    expect(await rig.done(rig.driver.apply(belt(3)), 30_000)).toBeNull();
    // The simulated belt counts down 3 s and then takes 2 s to its lowest speed.
    const speed = rig.written.find(({ hex }) => hex.startsWith('02'));
    expect((speed?.atMs ?? 0) - startedMs).toBeGreaterThanOrEqual(7000 - 200);
    await rig.time.pass(20_000);
    expect(rig.connection.state.value).toBe('ready');
    expect(model.state(rig.time.nowMs()).drive).toBe(3);
  });

  it('KingSmith in the standard dialect would lose the link', async () => {
    const model = simulatedTreadmill({ dialect: 'kingsmith', incline: null });
    const rig = await rigged(model, treadmill);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    rig.driver.apply(belt(3)).catch(() => {});
    await rig.time.pass(200);
    expect(rig.connection.state.value).not.toBe('ready');
  });

  it('KingSmith: a stop ends the wait', async () => {
    const model = simulatedTreadmill({ dialect: 'kingsmith', incline: null });
    const rig = await rigged(model, findKind('kingsmith-ftms'));
    await rig.done(rig.driver.apply({ kind: 'start' }));
    const level = rig.done(rig.driver.apply(belt(3)));
    await rig.time.pass(1000);
    expect(await rig.done(rig.driver.stop())).toBeNull();
    expect(await level).toBe('superseded');
    await rig.time.pass(30_000);
    expect(rig.written.map(({ hex }) => hex)).toEqual(['00', '07', '0801']);
  });

  it('CITYSPORTS: a start between two stops requests no control after the second, because that would start the belt', async () => {
    const model = simulatedTreadmill({ dialect: 'citysports-linker' });
    const slow = withRadioFaults(model, { seed: 1, latencyMs: { min: 300, max: 300 } });
    const rig = await rigged(slow, findKind('citysports-treadmill'));
    const outcomes = [rig.driver.stop(), rig.driver.apply({ kind: 'start' }), rig.driver.stop()].map((one) => rig.done(one));
    expect(await Promise.all(outcomes)).toEqual([null, 'superseded', null]);
    await rig.time.pass(5000);
    expect(rig.written.map(({ hex }) => hex)).toEqual(['0801', '0801']);
  });

  it('CITYSPORTS: a stop does not request control, because that would start the belt', async () => {
    const rig = await rigged(simulatedTreadmill({ dialect: 'citysports-linker' }), findKind('citysports-treadmill'));
    await rig.done(rig.driver.stop());
    expect(rig.written.map(({ hex }) => hex)).toEqual(['0801']);
    expect(await rig.done(rig.driver.apply({ kind: 'pause' }))).toBe('not-ready');
    await rig.done(rig.driver.apply({ kind: 'start' }));
    await rig.time.pass(6000);
    // "speed 02 LL HH"
    await rig.done(rig.driver.apply(belt(3)));
    expect(rig.written.map(({ hex }) => hex)).toEqual(['0801', '00', '07', '022c01']);
  });
});

describe('bike, cross trainer, step climber', () => {
  it('a bike has resistance and power', async () => {
    const model = simulatedBike();
    const rig = await rigged(model, bike);
    expect(rig.driver.capabilities.value.zones.map(({ id, unit }) => [id, unit])).toEqual([
      ['resistance', 'level'],
      ['power', 'W'],
    ]);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    expect(await rig.done(rig.driver.apply({ kind: 'level', zone: 'resistance', level: 12 }))).toBeNull();
    expect(await rig.done(rig.driver.apply({ kind: 'level', zone: 'power', level: 90 }))).toBeNull();
    expect(rig.written.map(({ hex }) => hex)).toEqual(['00', '07', '047800', '055a00']);
    expect(rig.driver.telemetry.value).toMatchObject({ running: true, levels: { resistance: 12, power: 90 } });
    expect(model.state(rig.time.nowMs()).targets).toMatchObject({ powerW: 90 });
  });

  it('sends resistance as one byte to a machine that refuses two, and tries two only once', async () => {
    const model = simulatedCrossTrainer({ resistanceByte: true });
    const rig = await rigged(model, findKind('ftms-cross-trainer'));
    await rig.done(rig.driver.apply({ kind: 'start' }));
    expect(await rig.done(rig.driver.apply({ kind: 'level', zone: 'resistance', level: 12 }))).toBeNull();
    expect(await rig.done(rig.driver.apply({ kind: 'level', zone: 'resistance', level: 13 }))).toBeNull();
    expect(rig.written.slice(2).map(({ hex }) => hex)).toEqual(['047800', '0478', '0482']);
    expect(await rig.done(rig.driver.apply({ kind: 'level', zone: 'resistance', level: 60 }))).toBe('out-of-range');
    expect(model.state(rig.time.nowMs()).targets.resistance).toBe(13);
  });

  it.each(['030a01', '00006400 0a00'.replace(' ', '')])('reads the range of resistance in 3 or 6 bytes: %s', async (bytes) => {
    const model = simulatedBike();
    const ranged = {
      ...model,
      read: (uuid: string, atMs: number) =>
        uuid === fitnessMachineUuids.resistanceRange
          ? { ok: true as const, bytes: Uint8Array.from(Buffer.from(bytes, 'hex')) }
          : model.read(uuid, atMs),
    };
    const rig = await rigged(ranged, bike);
    const [zone] = rig.driver.capabilities.value.zones;
    expect(zone?.range).toEqual(bytes.length === 6 ? { min: 30, max: 100, step: 10 } : { min: 0, max: 10, step: 1 });
  });

  it('a step climber is controlled like the others, and reports what it does', async () => {
    const model = simulatedCrossTrainer();
    // The simulated cross trainer with the data characteristic of a step climber, because there is no simulated step climber.
    const climber = {
      ...model,
      services: model.services.map((service) => ({
        ...service,
        characteristics: service.characteristics.map((one) =>
          one.uuid === fitnessMachineUuids.crossTrainerData ? { ...one, uuid: fitnessMachineUuids.stepClimberData } : one,
        ),
      })),
      advance: (toMs: number) =>
        model.advance(toMs).map((packet) =>
          packet.characteristic === fitnessMachineUuids.crossTrainerData
            ? {
                ...packet,
                characteristic: fitnessMachineUuids.stepClimberData,
                bytes: encodeStepClimberData({ floors: 3, steps: 60, elapsedS: 90 }),
              }
            : packet,
        ),
    };
    const rig = await rigged(climber, findKind('ftms-step-climber'));
    expect(rig.driver.capabilities.value.zones.map(({ id }) => id)).toEqual(['resistance', 'power']);
    await rig.done(rig.driver.apply({ kind: 'start' }));
    expect(await rig.done(rig.driver.apply({ kind: 'level', zone: 'resistance', level: 5 }))).toBeNull();
    await rig.time.pass(2000);
    expect(rig.driver.telemetry.value).toMatchObject({ running: true, elapsedS: 90, levels: { resistance: 5 } });
    expect(await rig.done(rig.driver.stop())).toBeNull();
  });

  it('leaves out a zone with an unreadable range', async () => {
    const model = simulatedBike();
    const vague = {
      ...model,
      read: (uuid: string, atMs: number) =>
        uuid === fitnessMachineUuids.powerRange ? { ok: true as const, bytes: Uint8Array.of(1) } : model.read(uuid, atMs),
    };
    const rig = await rigged(vague, bike);
    expect(rig.driver.capabilities.value.zones.map(({ id }) => id)).toEqual(['resistance']);
  });
});
