import type {
  OpenRecoveryCommand,
  OpenRecoveryEnd,
  OpenRecoveryEvent,
  OpenRecoveryFaultCode,
  OpenRecoveryFeature,
  OpenRecoveryProgramme,
  OpenRecoveryResult,
  OpenRecoveryState,
  OpenRecoveryZone,
} from '../../bluetooth/services/open-recovery';

/** A kind of device: how it describes itself, and how it moves. */
export interface RecoveryMachine {
  readonly feature: OpenRecoveryFeature;
  readonly zones: readonly OpenRecoveryZone[];
  readonly programmes: readonly OpenRecoveryProgramme[];
  /** The share of its level that a zone (by index) has at this running time of a programme, 0 to 1. */
  share(programme: number, place: number, elapsedMs: number): number;
  /** How fast the output rises, in the zone's unit per second. */
  readonly risesPerS: number;
  /** Pressure follows the output with this time constant; null if it has no pressure. */
  readonly pressureLagMs: number | null;
}

export interface RecoveryOutput {
  /** The level that the zone was set to. */
  target: number;
  /** Its current output. */
  level: number;
  pressureMmHg: number;
}

export interface RecoveryState {
  readonly state: OpenRecoveryState;
  readonly fault: OpenRecoveryFaultCode;
  readonly programme: number;
  readonly remainingS: number;
  readonly elapsedS: number;
  readonly lastEnd: OpenRecoveryEnd | null;
  readonly outputs: readonly Readonly<RecoveryOutput>[];
}

const TICK_MS = 100;
/** The output falls to zero within this time. */
const FALLS_MS = 1000;
/** A longer pause ends the session. */
const LONGEST_PAUSE_MS = 600_000;

/**
 * The state machine of docs/open-recovery-profile.md with a moving device behind it. Keeps everything that the device knows, except who
 * holds control (open-recovery-control.ts). The caller provides the time. `told` receives events.
 */
export class RecoveryEngine {
  readonly #machine: RecoveryMachine;
  readonly #told: (event: OpenRecoveryEvent, atMs: number) => void;
  readonly #outputs: RecoveryOutput[];
  #state: OpenRecoveryState = 'idle';
  #fault: OpenRecoveryFaultCode = 'none';
  #lastEnd: OpenRecoveryEnd | null = null;
  #programme: number;
  #timerMs: number | null = null;
  #elapsedMs = 0;
  #quietMs = 0;
  #pausedMs = 0;
  #restedMs = 0;
  #nowMs: number;

  constructor(machine: RecoveryMachine, fromMs: number, told: (event: OpenRecoveryEvent, atMs: number) => void) {
    this.#machine = machine;
    this.#nowMs = fromMs;
    this.#told = told;
    this.#programme = firstProgramme(machine);
    this.#outputs = machine.zones.map(() => ({ target: 0, level: 0, pressureMmHg: 0 }));
  }

  get state(): RecoveryState {
    const leftMs = this.#timerMs === null ? 0 : this.#timerMs - this.#elapsedMs;
    return {
      state: this.#state,
      fault: this.#fault,
      programme: this.#programme,
      remainingS: Math.max(0, Math.ceil(leftMs / 1000)),
      elapsedS: Math.floor(this.#elapsedMs / 1000),
      lastEnd: this.#lastEnd,
      outputs: this.#outputs.map((output) => ({ ...output })),
    };
  }

  /** The same times give the same states, in however many calls. */
  runTo(atMs: number): void {
    while (this.#nowMs + TICK_MS <= atMs) this.#tick();
  }

  /** The host that holds control wrote something. */
  heardHost(): void {
    this.#quietMs = 0;
  }

  /** Nobody holds control any more: what was set for the next start is dropped. */
  lostControl(): void {
    if (this.#state === 'idle' || this.#state === 'fault') this.#dropSettings();
  }

  /** Carries out a command of a host that may give it. */
  obey(command: OpenRecoveryCommand): OpenRecoveryResult {
    switch (command.kind) {
      case 'level':
        return this.#setLevel(command.zone, command.level);
      case 'programme':
        if (command.id !== 0 && !this.#machine.programmes.some(({ id }) => id === command.id)) return 'bad-parameter';
        this.#programme = command.id;
        return 'ok';
      case 'timer':
        return this.#setTimer(command.seconds);
      case 'start':
        return this.#start();
      case 'pause':
        if (this.#state !== 'running') return 'failed';
        this.#become('paused', 'paused');
        return 'ok';
      case 'stop':
        this.end('stopped');
        return 'ok';
      default:
        return 'ok';
    }
  }

  /** Everything falls to zero, and what was set is dropped. Only a run has an end that is told and remembered. */
  end(event: OpenRecoveryEnd): void {
    this.#dropSettings();
    if (this.#state !== 'running' && this.#state !== 'paused') return;
    this.#lastEnd = event;
    this.#restedMs = 0;
    this.#become('stopping', event);
  }

  fail(fault: OpenRecoveryFaultCode): void {
    this.#dropSettings();
    if (this.#state !== 'idle' && this.#state !== 'fault') this.#lastEnd = 'fault';
    this.#fault = fault;
    this.#become('fault', 'fault');
  }

  /** The cause is gone, and somebody confirmed it at the device. */
  mend(): void {
    if (this.#state !== 'fault') return;
    this.#fault = 'none';
    this.#become('idle', 'at-rest');
  }

  #dropSettings(): void {
    this.#timerMs = null;
    for (const output of this.#outputs) output.target = 0;
    this.#programme = firstProgramme(this.#machine);
  }

  #setLevel(zone: number, level: number): OpenRecoveryResult {
    const place = this.#machine.zones.findIndex((one) => one.zone === zone);
    const [range, output] = [this.#machine.zones[place], this.#outputs[place]];
    if (range === undefined || output === undefined) return 'bad-parameter';
    const fits = level === 0 || (level >= range.min && level <= range.max && (level - range.min) % range.step === 0);
    if (!fits) return 'bad-parameter';
    output.target = level;
    return 'ok';
  }

  #setTimer(seconds: number): OpenRecoveryResult {
    const { timerMinS, timerMaxS } = this.#machine.feature;
    if (seconds < timerMinS || seconds > timerMaxS) return 'bad-parameter';
    // Counts from now, but never beyond the longest total.
    const spentMs = this.#state === 'running' || this.#state === 'paused' ? this.#elapsedMs : 0;
    this.#timerMs = Math.min(spentMs + seconds * 1000, timerMaxS * 1000);
    return 'ok';
  }

  #start(): OpenRecoveryResult {
    if (this.#state === 'fault') return 'fault';
    if (this.#state === 'stopping') return 'failed';
    if (this.#state === 'running') return 'ok';
    if (this.#state === 'idle') {
      if (this.#timerMs === null) return 'no-timer';
      this.#elapsedMs = 0;
    }
    this.#quietMs = 0;
    this.#become('running', 'started');
    return 'ok';
  }

  #become(state: OpenRecoveryState, event: OpenRecoveryEvent): void {
    this.#state = state;
    this.#told(event, this.#nowMs);
  }

  #tick(): void {
    this.#nowMs += TICK_MS;
    const { feature } = this.#machine;
    if (this.#state === 'running') this.#elapsedMs += TICK_MS;
    this.#pausedMs = this.#state === 'paused' ? this.#pausedMs + TICK_MS : 0;
    if (this.#pausedMs >= LONGEST_PAUSE_MS) this.end('timer-ended');
    if (this.#state === 'running' || this.#state === 'paused') {
      this.#quietMs += TICK_MS;
      if (this.#quietMs >= feature.watchdogS * 1000) this.end('watchdog-ended');
    }
    if (this.#state === 'running' && this.#timerMs !== null && this.#elapsedMs >= this.#timerMs) this.end('timer-ended');
    this.#outputs.forEach((output, place) => {
      this.#move(output, place);
    });
    if (this.#state !== 'stopping') return;
    this.#restedMs += TICK_MS;
    if (this.#restedMs >= feature.restMs) this.#become('idle', 'at-rest');
  }

  #move(output: RecoveryOutput, place: number): void {
    const { share, zones, risesPerS, pressureLagMs } = this.#machine;
    const target = this.#state === 'running' ? output.target * share(this.#programme, place, this.#elapsedMs) : 0;
    const rise = (risesPerS * TICK_MS) / 1000;
    const fall = ((zones[place]?.max ?? 0) * TICK_MS) / FALLS_MS;
    output.level = output.level < target ? Math.min(target, output.level + rise) : Math.max(target, output.level - fall);
    if (pressureLagMs !== null) output.pressureMmHg += ((output.level - output.pressureMmHg) * TICK_MS) / pressureLagMs;
  }
}

/** Selected at power-on and after every end. */
function firstProgramme({ programmes }: RecoveryMachine): number {
  return programmes[0]?.id ?? 0;
}
