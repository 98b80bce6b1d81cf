import type { FitnessEvent } from '../../bluetooth/services/fitness-machine';

/** `starting` is the countdown, while the belt stands still. A machine that was stopped still slows down. */
export type EnginePhase = 'idle' | 'starting' | 'running' | 'paused';

/** The targets that the machine was given. */
export interface Targets {
  speedKmh: number;
  inclinePct: number;
  resistance: number;
  /** `null` while a resistance is set instead of a power. */
  powerW: number | null;
  /** How long it should run from the start, s; `null` for as long as its own limit allows. */
  timeS: number | null;
}

/** What the machine does. */
export interface MachineState {
  phase: EnginePhase;
  targets: Targets;
  /** The drive of the motor or the person: belt speed in km/h, revolutions or steps per minute. */
  drive: number;
  inclinePct: number;
  powerW: number;
  distanceM: number;
  elapsedMs: number;
  energyKcal: number;
  steps: number;
}

/** How a kind of machine moves. */
export interface Mechanics {
  readonly startTargets: Targets;
  readonly countDownMs: number;
  /** How fast the drive changes, in its unit per second. */
  readonly drivePerS: number;
  driveTarget(targets: Targets): number;
  /** The power, W, at this drive and these targets. */
  powerTargetW(drive: number, targets: Targets): number;
  speedKmh(state: MachineState): number;
  stepsPerMin(drive: number): number;
  kcalPerS(state: MachineState): number;
}

const TICK_MS = 100;
const INCLINE_PCT_PER_S = 0.5;
const POWER_W_PER_S = 50;

export interface Engine {
  readonly state: Readonly<MachineState>;
  /** Since when the drive has been constant, in the caller's time. */
  readonly steadySinceMs: number;
  /** Advances the time. The same times give the same states, in however many calls. */
  runTo(atMs: number): void;
  start(atMs: number): void;
  halt(phase: 'idle' | 'paused'): void;
  reset(): void;
  aim(targets: Partial<Targets>): void;
}

/** A machine at rest from `fromMs`. `ownTimerS`: how long it runs at most. `told`: receives what it does by itself. */
export function machineEngine(mechanics: Mechanics, fromMs: number, ownTimerS: number, told: (event: FitnessEvent) => void): Engine {
  const state = atRest(mechanics);
  let nowMs = fromMs;
  let movesAtMs = fromMs;
  let steadySinceMs = fromMs;

  function tick(): void {
    nowMs += TICK_MS;
    if (state.phase === 'starting' && nowMs >= movesAtMs) state.phase = 'running';
    const running = state.phase === 'running';
    const drive = approach(state.drive, running ? mechanics.driveTarget(state.targets) : 0, mechanics.drivePerS);
    if (drive !== state.drive) steadySinceMs = nowMs;
    state.drive = drive;
    state.inclinePct = approach(state.inclinePct, state.targets.inclinePct, INCLINE_PCT_PER_S);
    state.powerW = approach(state.powerW, drive > 0 ? mechanics.powerTargetW(drive, state.targets) : 0, POWER_W_PER_S);
    state.distanceM += (mechanics.speedKmh(state) / 3.6) * (TICK_MS / 1000);
    state.energyKcal += mechanics.kcalPerS(state) * (TICK_MS / 1000);
    state.steps += (mechanics.stepsPerMin(drive) / 60) * (TICK_MS / 1000);
    if (!running) return;
    state.elapsedMs += TICK_MS;
    if (state.elapsedMs < 1000 * Math.min(ownTimerS, state.targets.timeS ?? ownTimerS)) return;
    halt('idle');
    told({ kind: 'stopped' });
  }

  function halt(phase: 'idle' | 'paused'): void {
    state.phase = phase;
  }

  return {
    state,
    get steadySinceMs() {
      return steadySinceMs;
    },
    runTo(atMs) {
      while (nowMs + TICK_MS <= atMs) tick();
    },
    start(atMs) {
      if (state.phase === 'starting' || state.phase === 'running') return;
      if (state.phase === 'idle') Object.assign(state, { ...atRest(mechanics), drive: state.drive, inclinePct: state.inclinePct });
      state.phase = 'starting';
      movesAtMs = atMs + mechanics.countDownMs;
    },
    halt,
    reset() {
      Object.assign(state, { ...atRest(mechanics), drive: state.drive, inclinePct: state.inclinePct });
    },
    aim(targets) {
      Object.assign(state.targets, targets);
    },
  };
}

function atRest({ startTargets }: Mechanics): MachineState {
  const nothing = { drive: 0, inclinePct: 0, powerW: 0, distanceM: 0, elapsedMs: 0, energyKcal: 0, steps: 0 };
  return { phase: 'idle', targets: { ...startTargets }, ...nothing };
}

function approach(value: number, target: number, perS: number): number {
  const step = (perS * TICK_MS) / 1000;
  return value < target ? Math.min(target, value + step) : Math.max(target, value - step);
}
