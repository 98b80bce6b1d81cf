import type {
  FitnessCommand,
  FitnessEvent,
  FitnessResult,
  MachineTarget,
  RangeKind,
  TargetRange,
} from '../../bluetooth/services/fitness-machine';
import type { Engine, Targets } from './engine';

export interface Controls {
  readonly targets: readonly MachineTarget[];
  readonly ranges: Partial<Readonly<Record<RangeKind, TargetRange>>>;
  /** Whether resistance takes one byte instead of a word; the other form is an invalid parameter. */
  readonly resistanceByte: boolean;
  /** The belt refuses a speed while it stands, because setting one would start it. */
  readonly speedNeedsStart: boolean;
}

export interface ControlAnswer {
  readonly result: FitnessResult;
  /** What the command changed. */
  readonly event: FitnessEvent | null;
}

interface Aim {
  readonly target: MachineTarget;
  readonly range: TargetRange | undefined;
  readonly value: number;
  readonly targets: Partial<Targets>;
  readonly event: FitnessEvent;
}

/** Executes a command for a machine under control, or returns why it cannot. */
export function obey(command: FitnessCommand, engine: Engine, controls: Controls, atMs: number): ControlAnswer {
  switch (command.kind) {
    case 'request-control':
      return { result: 'ok', event: null };
    case 'reset':
      engine.halt('idle');
      engine.reset();
      return { result: 'ok', event: { kind: 'reset' } };
    case 'start':
      engine.start(atMs);
      return { result: 'ok', event: { kind: 'started' } };
    case 'stop':
      engine.halt('idle');
      return { result: 'ok', event: { kind: 'stopped' } };
    case 'pause':
      if (engine.state.phase === 'idle') return no('failed');
      engine.halt('paused');
      return { result: 'ok', event: { kind: 'paused' } };
  }
  const aim = toAim(command, controls);
  if (aim === null || !controls.targets.includes(aim.target)) return no('unsupported');
  if (aim.range !== undefined && !(aim.value >= aim.range.min && aim.value <= aim.range.max)) return no('bad-parameter');
  if (command.kind === (controls.resistanceByte ? 'resistance' : 'resistance-byte')) return no('bad-parameter');
  const moving = engine.state.phase === 'starting' || engine.state.phase === 'running';
  if (command.kind === 'speed' && controls.speedNeedsStart && !moving) return no('failed');
  engine.aim(aim.targets);
  return { result: 'ok', event: aim.event };
}

function toAim(command: FitnessCommand, { ranges }: Controls): Aim | null {
  switch (command.kind) {
    case 'speed':
      return { target: 'speed', range: ranges.speed, value: command.speedKmh, targets: { speedKmh: command.speedKmh }, event: command };
    case 'incline':
      return {
        target: 'incline',
        range: ranges.incline,
        value: command.inclinePct,
        targets: { inclinePct: command.inclinePct },
        event: command,
      };
    case 'resistance':
    case 'resistance-byte': {
      const targets = { resistance: command.level, powerW: null };
      return { target: 'resistance', range: ranges.resistance, value: command.level, targets, event: command };
    }
    case 'power':
      return { target: 'power', range: ranges.power, value: command.powerW, targets: { powerW: command.powerW }, event: command };
    case 'time': {
      const range = { min: 1, max: 0xffff, step: 1 };
      return { target: 'time', range, value: command.timeS, targets: { timeS: command.timeS }, event: command };
    }
    default:
      return null;
  }
}

function no(result: Exclude<FitnessResult, 'ok'>): ControlAnswer {
  return { result, event: null };
}
