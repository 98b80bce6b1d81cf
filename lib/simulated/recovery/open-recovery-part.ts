import {
  decodeOpenRecoveryCommand,
  encodeOpenRecoveryFeature,
  encodeOpenRecoveryMeasurement,
  encodeOpenRecoveryProgrammes,
  encodeOpenRecoveryResponse,
  encodeOpenRecoveryStatus,
  encodeOpenRecoveryZones,
  type OpenRecoveryEvent,
  type OpenRecoveryFaultCode,
  type OpenRecoveryResult,
  openRecoveryServices,
  openRecoveryUuids,
  type ZoneMeasurement,
} from '../../bluetooth/services/open-recovery';
import { roundDecimals } from '../../core/numbers';
import { deviceInformationPart } from '../device-information-part';
import type { ModelPacket, PeripheralModel } from '../model';
import { allows, answered, earliest, type ModelPart, peripheral, refused } from '../peripheral';
import { type OpenRecoveryDefect, RecoveryEngine, type RecoveryMachine, type RecoveryState } from './open-recovery-engine';

export interface RecoveryOptions {
  readonly name?: string;
  readonly address?: string;
  readonly defects?: readonly OpenRecoveryDefect[];
}

export interface SimulatedRecovery extends PeripheralModel {
  /** What it really does, connected or not. */
  state(atMs: number): RecoveryState;
  /** Somebody presses its stop button. */
  press(atMs: number): void;
  /** Something breaks or is repaired. */
  fail(fault: OpenRecoveryFaultCode, atMs: number): void;
  mend(atMs: number): void;
}

const ANSWER_MS = 50;
const MEASURED_EVERY_MS = 1000;
const STATUS_EVERY_MS = 5000;
/** Capacity of the smallest packet. */
const PACKET_BYTES = 20;

/** A device of the Open Recovery Profile that follows all its rules except those in `defects`. Deterministic: same calls, same packets. */
export function simulatedRecovery(
  identity: { readonly name: string; readonly address: string },
  options: RecoveryOptions,
  machine: RecoveryMachine,
): SimulatedRecovery {
  const defects = new Set(options.defects);
  let made: RecoveryEngine | null = null;
  let controlled = false;
  let measureAtMs: number | null = null;
  let outbox: ModelPacket[] = [];

  const send = (characteristic: string, bytes: Uint8Array, atMs: number) => {
    if (measureAtMs !== null) outbox.push({ characteristic, bytes, atMs });
  };
  const status = (event: OpenRecoveryEvent, engine: RecoveryEngine) => {
    const { state, fault, remainingS, elapsedS, programme } = engine.state;
    return encodeOpenRecoveryStatus({ event, state, fault, controlled, remainingS, elapsedS, programme });
  };
  const running = (atMs: number): RecoveryEngine => {
    const engine = made ?? new RecoveryEngine(machine, defects, atMs, (event, toldMs) => tell(event, toldMs));
    made = engine;
    engine.runTo(atMs);
    return engine;
  };
  function tell(event: OpenRecoveryEvent, atMs: number): void {
    if (made !== null) send(openRecoveryUuids.status, status(event, made), atMs);
  }

  function result(bytes: Uint8Array, engine: RecoveryEngine): OpenRecoveryResult {
    const read = decodeOpenRecoveryCommand(new DataView(Uint8Array.from(bytes).buffer));
    if (!read.ok) {
      if (read.error.name === 'unsupported-frame') return 'unsupported';
      return defects.has('lengths-ignored') ? 'ok' : 'bad-parameter';
    }
    const command = read.value;
    if (command.kind === 'request-control') {
      controlled = true;
      engine.heardHost();
      return 'ok';
    }
    const free = command.kind === 'stop' ? !defects.has('stop-needs-control') : defects.has('obeys-anybody');
    if (!controlled && !free) return 'not-permitted';
    if (controlled) engine.heardHost();
    if (command.kind === 'release-control') controlled = false;
    return engine.obey(command);
  }

  function measurements(engine: RecoveryEngine): Uint8Array[] {
    const { pressure, temperature } = machine.feature;
    const zones = engine.state.outputs.map(
      ({ level, pressureMmHg }, place): ZoneMeasurement => ({
        zone: machine.zones[place]?.zone ?? 0,
        level: Math.round(level),
        pressureMmHg: pressure ? roundDecimals(pressureMmHg, 1) : null,
      }),
    );
    const temperatureC = temperature ? 27.5 : null;
    const each = Math.floor((PACKET_BYTES - 4) / (pressure ? 5 : 3));
    const packets: Uint8Array[] = [];
    for (let at = 0; at < zones.length; at += each) {
      packets.push(encodeOpenRecoveryMeasurement({ zones: zones.slice(at, at + each), temperatureC }));
    }
    return packets;
  }

  const part: ModelPart = {
    service: {
      uuid: openRecoveryServices[machine.feature.class],
      characteristics: [
        { uuid: openRecoveryUuids.feature, properties: allows('read') },
        { uuid: openRecoveryUuids.ranges, properties: allows('read') },
        { uuid: openRecoveryUuids.programmes, properties: allows('read') },
        { uuid: openRecoveryUuids.controlPoint, properties: allows('write', 'indicate') },
        { uuid: openRecoveryUuids.status, properties: allows('read', 'notify') },
        { uuid: openRecoveryUuids.measurement, properties: allows('notify') },
      ],
    },
    connected(atMs) {
      running(atMs);
      controlled = false;
      outbox = [];
      measureAtMs = atMs + MEASURED_EVERY_MS;
    },
    disconnected(atMs) {
      // It runs on until the watchdog fires: a host that reconnects in time finds it running.
      running(atMs);
      controlled = false;
      outbox = [];
      measureAtMs = null;
    },
    read(uuid, atMs) {
      switch (uuid) {
        case openRecoveryUuids.feature:
          return answered(encodeOpenRecoveryFeature(machine.feature));
        case openRecoveryUuids.ranges:
          return answered(encodeOpenRecoveryZones(machine.zones));
        case openRecoveryUuids.programmes:
          return answered(encodeOpenRecoveryProgrammes(machine.programmes));
        default:
          return answered(status('snapshot', running(atMs)));
      }
    },
    write(_, bytes, atMs) {
      const [op] = bytes;
      if (op === undefined) return refused('failed');
      const engine = running(atMs);
      const answer = result(bytes, engine);
      if (!defects.has('no-answers')) {
        send(openRecoveryUuids.controlPoint, encodeOpenRecoveryResponse({ op, result: answer }), atMs + ANSWER_MS);
      }
      return answered();
    },
    nextAtMs: () => earliest([measureAtMs, ...outbox.map(({ atMs }) => atMs)]),
    advance(toMs) {
      while (measureAtMs !== null && measureAtMs <= toMs) {
        const engine = running(measureAtMs);
        if (!defects.has('no-measurement')) {
          for (const bytes of measurements(engine)) send(openRecoveryUuids.measurement, bytes, measureAtMs);
        }
        const { state } = engine.state;
        if (measureAtMs % STATUS_EVERY_MS < MEASURED_EVERY_MS && state !== 'idle') tell('snapshot', measureAtMs);
        measureAtMs += MEASURED_EVERY_MS;
      }
      running(toMs);
      const due = outbox.filter(({ atMs }) => atMs <= toMs).sort((a, b) => a.atMs - b.atMs);
      outbox = outbox.filter(({ atMs }) => atMs > toMs);
      return due;
    },
  };
  const { name = identity.name, address = identity.address } = options;
  const model = peripheral({ name, address, advertised: [part.service.uuid] }, [
    part,
    deviceInformationPart({ manufacturer: 'Rebound', model: identity.name, firmware: '1.0.0' }),
  ]);
  return {
    ...model,
    state: (atMs) => running(atMs).state,
    press: (atMs) => running(atMs).end('stopped-at-device'),
    fail: (fault, atMs) => running(atMs).fail(fault),
    mend: (atMs) => running(atMs).mend(),
  };
}
