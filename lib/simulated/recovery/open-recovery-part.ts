import {
  encodeOpenRecoveryFeature,
  encodeOpenRecoveryMeasurement,
  encodeOpenRecoveryProgrammes,
  encodeOpenRecoveryResponse,
  encodeOpenRecoveryStatus,
  encodeOpenRecoveryZones,
  type OpenRecoveryEvent,
  type OpenRecoveryFaultCode,
  openRecoveryOp,
  openRecoveryServices,
  openRecoveryUuids,
  type ZoneMeasurement,
} from '../../bluetooth/services/open-recovery';
import { roundDecimals } from '../../core/numbers';
import { deviceInformationPart } from '../device-information-part';
import type { ModelPacket, PeripheralModel } from '../model';
import { allows, answered, earliest, type ModelPart, peripheral, refused } from '../peripheral';
import { RecoveryControl } from './open-recovery-control';
import { RecoveryEngine, type RecoveryMachine, type RecoveryState } from './open-recovery-engine';

export interface RecoveryOptions {
  readonly name?: string;
  readonly address?: string;
  /** A host gets control only after a press at the device (`allow`). */
  readonly needsPress?: boolean;
}

export interface SimulatedRecovery extends PeripheralModel {
  /** What it really does, connected or not. */
  state(atMs: number): RecoveryState;
  /** Somebody presses its stop button. */
  press(atMs: number): void;
  /** Somebody allows a host to take control. */
  allow(atMs: number): void;
  /** Somebody takes over at the device. */
  takeOver(atMs: number): void;
  /** Something breaks or is repaired. */
  fail(fault: OpenRecoveryFaultCode, atMs: number): void;
  mend(atMs: number): void;
}

const ANSWER_MS = 50;
const MEASURED_EVERY_MS = 1000;
const STATUS_EVERY_MS = 5000;
/** Capacity of the smallest packet. */
const PACKET_BYTES = 20;

/** A device that follows docs/open-recovery-profile.md in everything. Deterministic: same calls, same packets. */
export function simulatedRecovery(
  identity: { readonly name: string; readonly address: string },
  options: RecoveryOptions,
  machine: RecoveryMachine,
): SimulatedRecovery {
  let made: { readonly engine: RecoveryEngine; readonly control: RecoveryControl } | null = null;
  let indicates = false;
  let measureAtMs: number | null = null;
  let outbox: ModelPacket[] = [];

  const send = (characteristic: string, bytes: Uint8Array, atMs: number) => {
    if (measureAtMs !== null) outbox.push({ characteristic, bytes, atMs });
  };
  const running = (atMs: number) => {
    made ??= make(atMs);
    made.engine.runTo(atMs);
    return made;
  };
  function make(atMs: number) {
    const engine = new RecoveryEngine(machine, atMs, tell);
    return { engine, control: new RecoveryControl(engine, machine.feature, options.needsPress ?? false) };
  }
  function tell(event: OpenRecoveryEvent, atMs: number): void {
    if (made !== null) send(openRecoveryUuids.status, status(event, made), atMs);
  }
  function status(event: OpenRecoveryEvent, { engine, control }: NonNullable<typeof made>): Uint8Array {
    const { state, fault, remainingS, elapsedS, programme, lastEnd } = engine.state;
    return encodeOpenRecoveryStatus({ event, state, fault, controlled: control.held, remainingS, elapsedS, programme, lastEnd });
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
      indicates = false;
      outbox = [];
      measureAtMs = atMs + MEASURED_EVERY_MS;
    },
    disconnected(atMs) {
      // It runs on until the watchdog fires: a host that reconnects in time finds it running.
      running(atMs).control.lose();
      outbox = [];
      measureAtMs = null;
    },
    subscribed(uuid, on) {
      if (uuid === openRecoveryUuids.controlPoint) indicates = on;
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
      // An empty write is answered as op code 0.
      const [op = 0] = bytes;
      // Without indications there is no way to answer; only a stop is obeyed.
      if (!indicates && !(op === openRecoveryOp('stop') && bytes.length === 1)) return refused('failed');
      const result = running(atMs).control.answer(bytes, atMs);
      if (!indicates) return refused('failed');
      send(openRecoveryUuids.controlPoint, encodeOpenRecoveryResponse({ op, result }), atMs + ANSWER_MS);
      return answered();
    },
    nextAtMs: () => earliest([measureAtMs, ...outbox.map(({ atMs }) => atMs)]),
    advance(toMs) {
      while (measureAtMs !== null && measureAtMs <= toMs) {
        const { engine } = running(measureAtMs);
        for (const bytes of packets(machine, engine.state)) send(openRecoveryUuids.measurement, bytes, measureAtMs);
        if (measureAtMs % STATUS_EVERY_MS < MEASURED_EVERY_MS && engine.state.state !== 'idle') tell('snapshot', measureAtMs);
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
    deviceInformationPart({ manufacturer: 'Rebound', model: identity.name, firmware: '1.1.0' }),
  ]);
  return {
    ...model,
    state: (atMs) => running(atMs).engine.state,
    press: (atMs) => running(atMs).engine.end('stopped-at-device'),
    allow: (atMs) => running(atMs).control.allow(atMs),
    takeOver(atMs) {
      running(atMs).control.take(atMs);
      tell('control-lost', atMs);
    },
    fail: (fault, atMs) => running(atMs).engine.fail(fault),
    mend: (atMs) => running(atMs).engine.mend(),
  };
}

/** All zones, in as many packets as they need. */
function packets({ feature, zones }: RecoveryMachine, { outputs }: RecoveryState): Uint8Array[] {
  const measured = outputs.map(
    ({ level, pressureMmHg }, place): ZoneMeasurement => ({
      zone: zones[place]?.zone ?? 0,
      level: Math.round(level),
      pressureMmHg: feature.pressure ? roundDecimals(pressureMmHg, 1) : null,
    }),
  );
  const temperatureC = feature.temperature ? 27.5 : null;
  const each = Math.floor((PACKET_BYTES - 4) / (feature.pressure ? 5 : 3));
  const made: Uint8Array[] = [];
  for (let at = 0; at < measured.length; at += each) {
    made.push(encodeOpenRecoveryMeasurement({ zones: measured.slice(at, at + each), temperatureC }));
  }
  return made;
}
