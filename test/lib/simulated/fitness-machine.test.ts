import { describe, expect, it } from 'vitest';
import {
  decodeCrossTrainerData,
  decodeFitnessEvent,
  decodeFitnessMachineFeature,
  decodeFitnessResponse,
  decodeIndoorBikeData,
  decodeTargetRange,
  decodeTrainingStatus,
  decodeTreadmillData,
  encodeFitnessCommand,
  type FitnessCommand,
  findOp,
  fitnessDialect,
  fitnessMachineUuids,
  joinPackets,
} from '../../../lib/bluetooth/services/fitness-machine';
import { simulatedBike } from '../../../lib/simulated/bike';
import { simulatedCrossTrainer } from '../../../lib/simulated/cross-trainer';
import type { ModelPacket, PeripheralModel } from '../../../lib/simulated/model';
import { simulatedTreadmill } from '../../../lib/simulated/treadmill';

const toView = (bytes: Uint8Array) => new DataView(Uint8Array.from(bytes).buffer);

function good<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: object }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function tell(model: PeripheralModel, command: FitnessCommand, atMs: number): ModelPacket[] {
  expect(model.write(fitnessMachineUuids.controlPoint, encodeFitnessCommand(command), atMs).ok).toBe(true);
  return [...model.advance(atMs + 50)];
}

/** Its answer, and what it reported afterwards. */
function said(packets: readonly ModelPacket[]) {
  const on = (uuid: string) => packets.filter(({ characteristic }) => characteristic === uuid).map(({ bytes }) => toView(bytes));
  return {
    answers: on(fitnessMachineUuids.controlPoint).map((view) => good(decodeFitnessResponse(view))),
    events: on(fitnessMachineUuids.status).map((view) => good(decodeFitnessEvent(view))),
  };
}

function records<T extends { readonly moreData: boolean }>(
  packets: readonly ModelPacket[],
  uuid: string,
  decode: (view: DataView) => T,
): T[] {
  const complete: T[] = [];
  let pending: T | null = null;
  for (const { characteristic, bytes } of packets) {
    if (characteristic !== uuid) continue;
    const joined: ReturnType<typeof joinPackets<T>> = joinPackets(pending, decode(toView(bytes)));
    pending = joined.pending;
    if (joined.complete !== null) complete.push(joined.complete);
  }
  return complete;
}

const belt = (packets: readonly ModelPacket[], dialect = fitnessDialect(null)) =>
  records(packets, fitnessMachineUuids.treadmillData, (view) => good(decodeTreadmillData(view, dialect)));

function running(options: Parameters<typeof simulatedTreadmill>[0] = {}) {
  const model = simulatedTreadmill(options);
  model.connected(0);
  tell(model, { kind: 'request-control' }, 0);
  tell(model, { kind: 'start' }, 100);
  return model;
}

describe('a treadmill under the control point', () => {
  it('obeys only a host that requested control on this link', () => {
    const model = simulatedTreadmill();
    model.connected(0);
    expect(said(tell(model, { kind: 'start' }, 0))).toEqual({ answers: [{ op: 7, result: 'not-permitted' }], events: [] });
    expect(said(tell(model, { kind: 'request-control' }, 100)).answers).toEqual([{ op: 0, result: 'ok' }]);
    expect(said(tell(model, { kind: 'start' }, 200))).toEqual({ answers: [{ op: 7, result: 'ok' }], events: [{ kind: 'started' }] });
    model.disconnected(1000);
    model.connected(2000);
    expect(said(tell(model, { kind: 'stop' }, 2000)).answers).toEqual([{ op: 8, result: 'not-permitted' }]);
    expect(model.state(10_000).phase).toBe('running');
  });

  it('counts down, goes to its lowest speed, ramps, and stops', () => {
    const model = running();
    const start = belt(model.advance(10_000));
    expect(start.map(({ speedKmh }) => speedKmh)).toEqual([0, 0, 0, 0.5, 1, 1, 1, 1, 1, 1]);
    expect(said(tell(model, { kind: 'speed', speedKmh: 6 }, 10_000))).toEqual({
      answers: [{ op: 2, result: 'ok' }],
      events: [{ kind: 'speed', speedKmh: 6 }],
    });
    const ramp = belt(model.advance(25_000)).map(({ speedKmh }) => speedKmh ?? 0);
    for (const [i, speed] of ramp.slice(1).entries()) expect(speed - (ramp[i] ?? 0)).toBeLessThanOrEqual(0.5 + 1e-9);
    expect(ramp.at(-1)).toBe(6);
    expect(said(tell(model, { kind: 'stop' }, 25_000)).events).toEqual([{ kind: 'stopped' }]);
    expect(belt(model.advance(40_000)).at(-1)).toMatchObject({ speedKmh: 0, elapsedS: 22 });
  });

  it.each<[FitnessCommand, string]>([
    [{ kind: 'speed', speedKmh: 20.1 }, 'bad-parameter'],
    [{ kind: 'speed', speedKmh: 0.5 }, 'bad-parameter'],
    [{ kind: 'incline', inclinePct: -1 }, 'bad-parameter'],
    [{ kind: 'incline', inclinePct: 15 }, 'ok'],
    [{ kind: 'time', timeS: 0 }, 'bad-parameter'],
    [{ kind: 'power', powerW: 200 }, 'unsupported'],
    [{ kind: 'cadence', cadenceRpm: 80 }, 'unsupported'],
    [{ kind: 'spin-down-start' }, 'unsupported'],
  ])('answers %o with %s', (command, result) => {
    expect(said(tell(running(), command, 5000)).answers).toEqual([{ op: findOp(command.kind), result }]);
  });

  it('refuses bytes that it does not understand', () => {
    const model = running();
    const raw = (...bytes: number[]) => {
      model.write(fitnessMachineUuids.controlPoint, Uint8Array.from(bytes), 5000);
      return said(model.advance(5050)).answers;
    };
    expect(raw(0x42)).toEqual([{ op: 0x42, result: 'unsupported' }]);
    expect(raw(0x02, 0x90)).toEqual([{ op: 0x02, result: 'bad-parameter' }]);
    expect(model.write(fitnessMachineUuids.controlPoint, Uint8Array.of(), 6000)).toEqual({ ok: false, fault: 'failed' });
  });

  it('accepts no speed at standstill', () => {
    const model = simulatedTreadmill();
    model.connected(0);
    tell(model, { kind: 'request-control' }, 0);
    expect(said(tell(model, { kind: 'speed', speedKmh: 5 }, 100)).answers).toEqual([{ op: 2, result: 'failed' }]);
    expect(said(tell(model, { kind: 'pause' }, 200)).answers).toEqual([{ op: 8, result: 'failed' }]);
  });

  it('pauses with its time and speed, and resumes', () => {
    const model = running();
    tell(model, { kind: 'speed', speedKmh: 4 }, 5000);
    tell(model, { kind: 'pause' }, 20_000);
    expect(belt(model.advance(60_000)).at(-1)).toMatchObject({ speedKmh: 0, elapsedS: 17 });
    tell(model, { kind: 'start' }, 60_000);
    expect(belt(model.advance(80_000)).at(-1)).toMatchObject({ speedKmh: 4, elapsedS: 34 });
  });

  it('stops when its timer or its own limit ends', () => {
    const timed = running();
    tell(timed, { kind: 'time', timeS: 60 }, 5000);
    const events = said(timed.advance(70_000)).events;
    expect(events).toEqual([{ kind: 'stopped' }]);
    expect(timed.state(70_000)).toMatchObject({ phase: 'idle', drive: 0 });

    const left = running({ ownTimerS: 120 });
    left.disconnected(10_000);
    expect(left.state(110_000).phase).toBe('running');
    expect(left.state(125_000)).toMatchObject({ phase: 'idle' });
  });

  it('keeps running or stops after a lost link, as configured', () => {
    const on = running();
    on.disconnected(10_000);
    expect(on.state(60_000)).toMatchObject({ phase: 'running', drive: 1 });
    const off = running({ onLinkLost: 'stops' });
    off.disconnected(10_000);
    expect(off.state(60_000)).toMatchObject({ phase: 'idle', drive: 0 });
  });

  it('reports changes made at the machine', () => {
    const model = running();
    model.press('safety-key', 8000);
    expect(said(model.advance(9000)).events).toEqual([{ kind: 'safety-key' }]);
    expect(model.state(20_000)).toMatchObject({ phase: 'idle', drive: 0 });
    model.press('start', 20_000);
    expect(said(model.advance(21_000)).events).toEqual([{ kind: 'started' }]);
  });

  it('describes itself', () => {
    const model = simulatedTreadmill();
    const read = (uuid: string) => {
      const reply = model.read(uuid, 0);
      if (!reply.ok) throw new Error(reply.fault);
      return toView(reply.bytes);
    };
    expect(good(decodeFitnessMachineFeature(read(fitnessMachineUuids.feature))).targets).toEqual(['speed', 'incline', 'time']);
    expect(good(decodeTargetRange('speed', read(fitnessMachineUuids.speedRange)))).toEqual({ min: 1, max: 20, step: 0.1 });
    expect(good(decodeTargetRange('incline', read(fitnessMachineUuids.inclineRange)))).toEqual({ min: 0, max: 15, step: 0.5 });
    expect(good(decodeTrainingStatus(read(fitnessMachineUuids.trainingStatus))).state).toBe('idle');
    expect(model.read(fitnessMachineUuids.powerRange, 0)).toEqual({ ok: false, fault: 'not-supported' });
    const level = simulatedTreadmill({ incline: null });
    expect(level.read(fitnessMachineUuids.inclineRange, 0)).toEqual({ ok: false, fault: 'not-supported' });
  });

  it('splits records that do not fit into one packet, with the same content for any size', () => {
    const at = (packetBytes: number) => {
      const model = running({ packetBytes });
      tell(model, { kind: 'time', timeS: 600 }, 5000);
      return model.advance(60_000);
    };
    expect(at(14).every(({ bytes }) => bytes.length <= 14)).toBe(true);
    expect(at(14).length).toBeGreaterThan(at(100).length);
    const [small, large] = [belt(at(14)), belt(at(100))];
    expect(small.length).toBe(large.length);
    expect(small.map(({ speedKmh, distanceM, remainingS, energyKcal }) => [speedKmh, distanceM, remainingS, energyKcal])).toEqual(
      large.map(({ speedKmh, distanceM, remainingS, energyKcal }) => [speedKmh, distanceM, remainingS, energyKcal]),
    );
  });

  it('does not depend on how time is divided', () => {
    const complete = running().advance(30_000);
    const cut = running();
    const pieces: ModelPacket[] = [];
    for (let atMs = 170; atMs <= 30_000; atMs += 170) pieces.push(...cut.advance(atMs));
    expect([...pieces, ...cut.advance(30_000)]).toEqual(complete);
  });
});

describe('a KingSmith', () => {
  it('drops the link when a speed comes too soon, and accepts it once it runs steadily', () => {
    const hasty = running({ dialect: 'kingsmith' });
    hasty.advance(4000);
    hasty.write(fitnessMachineUuids.controlPoint, encodeFitnessCommand({ kind: 'speed', speedKmh: 3 }), 4000);
    expect(hasty.endsLinkAtMs?.()).toBe(4000);
    expect(said(hasty.advance(4100)).answers).toEqual([]);

    const patient = running({ dialect: 'kingsmith' });
    patient.advance(9000);
    expect(said(tell(patient, { kind: 'speed', speedKmh: 3 }, 9000)).answers).toEqual([{ op: 2, result: 'ok' }]);
    expect(patient.endsLinkAtMs?.()).toBeNull();
  });

  it('reports steps with its own flag', () => {
    const model = running({ dialect: 'kingsmith' });
    expect(belt(model.advance(60_000), fitnessDialect(model.name)).at(-1)?.steps).toBeGreaterThan(50);
  });
});

describe('a bike', () => {
  const bike = (packets: readonly ModelPacket[]) =>
    records(packets, fitnessMachineUuids.indoorBikeData, (view) => good(decodeIndoorBikeData(view)));
  const pedalled = (options: Parameters<typeof simulatedBike>[0] = {}) => {
    const model = simulatedBike(options);
    model.connected(0);
    tell(model, { kind: 'request-control' }, 0);
    tell(model, { kind: 'start' }, 0);
    return model;
  };

  it('holds a power, then a resistance', () => {
    const model = pedalled({ cadenceRpm: 90 });
    tell(model, { kind: 'power', powerW: 200 }, 1000);
    expect(bike(model.advance(30_000)).at(-1)).toMatchObject({ powerW: 200, cadenceRpm: 90, speedKmh: 33.42 });
    tell(model, { kind: 'resistance', level: 0 }, 30_000);
    expect(bike(model.advance(60_000)).at(-1)).toMatchObject({ powerW: 38, resistance: 0 });
  });

  it('refuses the other width of resistance, power out of range, and speed', () => {
    const word = pedalled();
    const byte = pedalled({ resistanceByte: true });
    const answer = (model: PeripheralModel, command: FitnessCommand) => said(tell(model, command, 1000)).answers[0]?.result;
    expect(answer(word, { kind: 'resistance', level: 10 })).toBe('ok');
    expect(answer(word, { kind: 'resistance-byte', level: 10 })).toBe('bad-parameter');
    expect(answer(byte, { kind: 'resistance-byte', level: 10 })).toBe('ok');
    expect(answer(byte, { kind: 'resistance', level: 10 })).toBe('bad-parameter');
    expect(answer(word, { kind: 'power', powerW: 1001 })).toBe('bad-parameter');
    expect(answer(word, { kind: 'speed', speedKmh: 10 })).toBe('unsupported');
  });

  it('can be reset', () => {
    const model = pedalled();
    model.advance(20_000);
    expect(said(tell(model, { kind: 'reset' }, 20_000)).events).toEqual([{ kind: 'reset' }]);
    expect(model.state(40_000)).toMatchObject({ phase: 'idle', drive: 0, elapsedMs: 0 });
  });
});

it('a cross trainer counts strides, even backwards', () => {
  const model = simulatedCrossTrainer({ stepsPerMin: 120, backward: true });
  model.connected(0);
  tell(model, { kind: 'request-control' }, 0);
  tell(model, { kind: 'start' }, 0);
  tell(model, { kind: 'power', powerW: 150 }, 1000);
  const last = records(model.advance(64_000), fitnessMachineUuids.crossTrainerData, (view) => good(decodeCrossTrainerData(view))).at(-1);
  expect(last).toMatchObject({ stepsPerMin: 120, speedKmh: 5.4, powerW: 150, elapsedS: 64, backward: true });
  expect(last?.strides).toBeCloseTo(62, 0);
});
