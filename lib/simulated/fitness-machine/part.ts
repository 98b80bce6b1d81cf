import {
  decodeFitnessCommand,
  encodeFitnessEvent,
  encodeFitnessMachineFeature,
  encodeFitnessResponse,
  encodeTargetRange,
  encodeTrainingStatus,
  type FitnessDialect,
  type FitnessEvent,
  type FitnessResult,
  fitnessMachineUuids,
  type MachineFeature,
  type RangeKind,
} from '../../bluetooth/services/fitness-machine';
import type { ModelPacket, ModelReply } from '../model';
import { allows, answered, earliest, type ModelPart, refused } from '../peripheral';
import { type Controls, obey } from './control';
import { type Engine, type MachineState, type Mechanics, machineEngine } from './engine';

/** A kind of machine, and the options of this one. */
export interface Machine {
  readonly data: string;
  readonly features: readonly MachineFeature[];
  readonly controls: Controls;
  readonly mechanics: Mechanics;
  readonly dialect: FitnessDialect;
  /** The machine stops by itself after this many s. */
  readonly ownTimerS: number;
  readonly onLinkLost: 'runs-on' | 'stops';
  /** One data record, in one or more packets. */
  packets(state: Readonly<MachineState>): readonly Uint8Array[];
}

/** What somebody at the machine can do. */
export type Button = 'start' | 'pause' | 'stop' | 'safety-key';

export interface MachinePart extends ModelPart {
  press(button: Button, atMs: number): void;
  /** What the machine really does, whoever is connected. */
  state(atMs: number): Readonly<MachineState>;
}

const DATA_EVERY_MS = 1000;
const ANSWER_MS = 50;
const rangeUuids: Readonly<Record<RangeKind, string>> = {
  speed: fitnessMachineUuids.speedRange,
  incline: fitnessMachineUuids.inclineRange,
  resistance: fitnessMachineUuids.resistanceRange,
  'heart-rate': fitnessMachineUuids.heartRateRange,
  power: fitnessMachineUuids.powerRange,
};

/**
 * Fitness Machine service. Sends data every second, answers its control point after 50 ms, and obeys it only on a link that has requested
 * control. Reports its own actions with the next data.
 */
export function fitnessMachinePart(machine: Machine): MachinePart {
  const { controls, dialect } = machine;
  const ranges = Object.entries(controls.ranges).map(([kind, range]) => ({
    uuid: rangeUuids[kind as RangeKind],
    bytes: encodeTargetRange(kind as RangeKind, range),
  }));
  let engine: Engine | null = null;
  let controlled = false;
  let dataAtMs: number | null = null;
  let dropAtMs: number | null = null;
  let outbox: ModelPacket[] = [];

  const running = (atMs: number): Engine => {
    engine ??= machineEngine(machine.mechanics, atMs, machine.ownTimerS, (event) => tell(event, dataAtMs ?? atMs));
    engine.runTo(atMs);
    return engine;
  };
  const send = (characteristic: string, bytes: Uint8Array, atMs: number) => {
    if (dataAtMs !== null) outbox.push({ characteristic, bytes, atMs });
  };
  function tell(event: FitnessEvent, atMs: number): void {
    send(fitnessMachineUuids.status, encodeFitnessEvent(event), atMs);
    send(fitnessMachineUuids.trainingStatus, training(engine?.state.phase), atMs);
  }
  const answer = (op: number, result: FitnessResult, atMs: number) =>
    send(fitnessMachineUuids.controlPoint, encodeFitnessResponse({ op, result }), atMs + ANSWER_MS);

  function command(bytes: Uint8Array, atMs: number): ModelReply {
    const [op] = bytes;
    if (op === undefined) return refused('failed');
    const read = decodeFitnessCommand(new DataView(Uint8Array.from(bytes).buffer));
    if (read.ok && read.value.kind === 'request-control') controlled = true;
    if (!controlled) answer(op, 'not-permitted', atMs);
    else if (!read.ok) answer(op, read.error.name === 'unsupported-frame' ? 'unsupported' : 'bad-parameter', atMs);
    else if (read.value.kind === 'speed' && !takesSpeed(running(atMs), dialect, atMs)) dropAtMs = atMs;
    else {
      const { result, event } = obey(read.value, running(atMs), controls, atMs);
      answer(op, result, atMs);
      if (event !== null) tell(event, atMs + ANSWER_MS);
    }
    return answered();
  }

  return {
    service: {
      uuid: fitnessMachineUuids.service,
      characteristics: [
        { uuid: fitnessMachineUuids.feature, properties: allows('read') },
        { uuid: machine.data, properties: allows('notify') },
        { uuid: fitnessMachineUuids.trainingStatus, properties: allows('read', 'notify') },
        ...ranges.map(({ uuid }) => ({ uuid, properties: allows('read') })),
        { uuid: fitnessMachineUuids.controlPoint, properties: allows('write', 'indicate') },
        { uuid: fitnessMachineUuids.status, properties: allows('notify') },
      ],
    },
    connected(atMs) {
      running(atMs);
      controlled = false;
      dropAtMs = null;
      outbox = [];
      dataAtMs = atMs + DATA_EVERY_MS;
    },
    disconnected(atMs) {
      const { state, halt } = running(atMs);
      dataAtMs = null;
      outbox = [];
      if (machine.onLinkLost === 'stops' && state.phase !== 'idle') halt('idle');
    },
    read(uuid, atMs) {
      if (uuid === fitnessMachineUuids.feature) {
        return answered(encodeFitnessMachineFeature({ features: machine.features, targets: controls.targets }));
      }
      const range = ranges.find((one) => one.uuid === uuid);
      return answered(range?.bytes ?? training(running(atMs).state.phase));
    },
    write: (_, bytes, atMs) => command(bytes, atMs),
    nextAtMs: () => earliest([dataAtMs, ...outbox.map(({ atMs }) => atMs)]),
    endsLinkAtMs: () => dropAtMs,
    advance(toMs) {
      while (dataAtMs !== null && dataAtMs <= toMs) {
        const atMs = dataAtMs;
        const { state } = running(atMs);
        for (const bytes of machine.packets(state)) send(machine.data, bytes, atMs);
        dataAtMs = atMs + DATA_EVERY_MS;
      }
      running(toMs);
      const due = outbox.filter(({ atMs }) => atMs <= toMs).sort((a, b) => a.atMs - b.atMs);
      outbox = outbox.filter(({ atMs }) => atMs > toMs);
      return due;
    },
    press(button, atMs) {
      const own = running(atMs);
      if (button === 'start') own.start(atMs);
      else own.halt(button === 'pause' ? 'paused' : 'idle');
      const kinds = { start: 'started', pause: 'paused', stop: 'stopped', 'safety-key': 'safety-key' } as const;
      tell({ kind: kinds[button] }, atMs);
    },
    state: (atMs) => ({ ...running(atMs).state }),
  };
}

function takesSpeed({ state, steadySinceMs }: Engine, { speed, steadyMs }: FitnessDialect, atMs: number): boolean {
  if (speed === 'at-once' || state.phase === 'idle' || state.phase === 'paused') return true;
  return state.phase === 'running' && state.drive > 0 && atMs - steadySinceMs >= steadyMs;
}

function training(phase: MachineState['phase'] | undefined): Uint8Array {
  const states = { idle: 'idle', starting: 'pre-workout', running: 'manual', paused: 'other' } as const;
  return encodeTrainingStatus({ state: states[phase ?? 'idle'], text: null });
}
