import type {
  OpenRecoveryCommand,
  OpenRecoveryEvent,
  OpenRecoveryFaultCode,
  OpenRecoveryFeature,
  OpenRecoveryProgramme,
  OpenRecoveryResult,
  OpenRecoveryState,
  OpenRecoveryZone,
} from '../../bluetooth/services/open-recovery';

/** Deviations of a bad device, for the conformance test, which must find each of them. */
export type OpenRecoveryDefect =
  | 'no-watchdog'
  | 'timer-ignored'
  | 'timer-kept'
  | 'accepts-out-of-range'
  | 'no-answers'
  | 'obeys-anybody'
  | 'moves-when-set'
  | 'stop-needs-control'
  | 'stop-ignored'
  | 'levels-kept'
  | 'no-measurement'
  | 'silent-end'
  | 'too-strong'
  | 'pause-ignored'
  | 'lengths-ignored';

/** A kind of device: how it describes itself, and how it moves. */
export interface RecoveryMachine {
  readonly feature: OpenRecoveryFeature;
  readonly zones: readonly OpenRecoveryZone[];
  readonly programmes: readonly OpenRecoveryProgramme[];
  /** Running time from the start; 0 for no limit. */
  readonly firstProgramme: number;
  /** The share of its level that a zone (by index) has at this time of a programme, 0 to 1. */
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
  readonly outputs: readonly Readonly<RecoveryOutput>[];
}

const TICK_MS = 100;
/** The output falls to zero within this time. */
const FALLS_MS = 1000;
/** A longer pause ends the session. */
const LONGEST_PAUSE_MS = 600_000;

/**
 * The state machine of docs/open-recovery-profile.md with a moving device behind it. Keeps everything that the device knows. The caller
 * provides the time. `told` receives events.
 */
export class RecoveryEngine {
  readonly #machine: RecoveryMachine;
  readonly #defects: ReadonlySet<OpenRecoveryDefect>;
  readonly #told: (event: OpenRecoveryEvent, atMs: number) => void;
  readonly #outputs: RecoveryOutput[];
  #state: OpenRecoveryState = 'idle';
  #fault: OpenRecoveryFaultCode = 'none';
  #programme: number;
  #timerMs: number | null = null;
  #elapsedMs = 0;
  #quietMs = 0;
  #pausedMs = 0;
  #restedMs = 0;
  #nowMs: number;

  constructor(
    machine: RecoveryMachine,
    defects: ReadonlySet<OpenRecoveryDefect>,
    fromMs: number,
    told: (event: OpenRecoveryEvent, atMs: number) => void,
  ) {
    this.#machine = machine;
    this.#defects = defects;
    this.#nowMs = fromMs;
    this.#told = told;
    this.#programme = machine.firstProgramme;
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
      outputs: this.#outputs.map((output) => ({ ...output })),
    };
  }

  /** The same times give the same states, in however many calls. */
  runTo(atMs: number): void {
    while (this.#nowMs + TICK_MS <= atMs) this.#tick();
  }

  /** A write arrived: the host is still there. */
  heardHost(): void {
    this.#quietMs = 0;
  }

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
        if (!this.#machine.feature.pauses) return 'unsupported';
        if (this.#state !== 'running') return 'failed';
        if (!this.#defects.has('pause-ignored')) this.#become('paused', 'paused');
        return 'ok';
      case 'stop':
        if (!this.#defects.has('stop-ignored')) this.end('stopped');
        return 'ok';
      default:
        return 'ok';
    }
  }

  /** Everything falls to zero, and all settings are dropped. */
  end(event: OpenRecoveryEvent): void {
    if (!this.#defects.has('timer-kept')) this.#timerMs = null;
    if (!this.#defects.has('levels-kept')) for (const output of this.#outputs) output.target = 0;
    this.#programme = this.#machine.firstProgramme;
    if (this.#state === 'fault' || this.#state === 'idle') return;
    this.#restedMs = 0;
    this.#become('stopping', event);
  }

  fail(fault: OpenRecoveryFaultCode): void {
    this.end('fault');
    this.#fault = fault;
    this.#become('fault', 'fault');
  }

  mend(): void {
    if (this.#state !== 'fault') return;
    this.#fault = 'none';
    this.#become('idle', 'at-rest');
  }

  #setLevel(zone: number, level: number): OpenRecoveryResult {
    const place = this.#machine.zones.findIndex((one) => one.zone === zone);
    const [range, output] = [this.#machine.zones[place], this.#outputs[place]];
    if (range === undefined || output === undefined) return 'bad-parameter';
    const fits = level === 0 || (level >= range.min && level <= range.max && (level - range.min) % range.step === 0);
    if (!fits && !this.#defects.has('accepts-out-of-range')) return 'bad-parameter';
    output.target = level;
    return 'ok';
  }

  #setTimer(seconds: number): OpenRecoveryResult {
    const { timerMinS, timerMaxS } = this.#machine.feature;
    const fits = seconds >= timerMinS && seconds <= timerMaxS;
    if (!fits && !this.#defects.has('accepts-out-of-range')) return 'bad-parameter';
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
      if (this.#timerMs === null && !this.#defects.has('timer-ignored')) return 'no-timer';
      this.#elapsedMs = 0;
    }
    this.#quietMs = 0;
    this.#become('running', 'started');
    return 'ok';
  }

  #become(state: OpenRecoveryState, event: OpenRecoveryEvent): void {
    this.#state = state;
    const ends = event === 'timer-ended' || event === 'watchdog-ended';
    if (!(ends && this.#defects.has('silent-end'))) this.#told(event, this.#nowMs);
  }

  #tick(): void {
    this.#nowMs += TICK_MS;
    const { feature } = this.#machine;
    if (this.#state === 'running') this.#elapsedMs += TICK_MS;
    this.#pausedMs = this.#state === 'paused' ? this.#pausedMs + TICK_MS : 0;
    if (this.#pausedMs >= LONGEST_PAUSE_MS) this.end('timer-ended');
    if (this.#state === 'running' || this.#state === 'paused') {
      this.#quietMs += TICK_MS;
      if (this.#quietMs >= feature.watchdogS * 1000 && !this.#defects.has('no-watchdog')) this.end('watchdog-ended');
    }
    const over = this.#timerMs !== null && this.#elapsedMs >= this.#timerMs;
    if (this.#state === 'running' && over && !this.#defects.has('timer-ignored')) this.end('timer-ended');
    this.#outputs.forEach((output, place) => {
      this.#move(output, place);
    });
    if (this.#state !== 'stopping') return;
    this.#restedMs += TICK_MS;
    if (this.#restedMs >= feature.restMs) this.#become('idle', 'at-rest');
  }

  #move(output: RecoveryOutput, place: number): void {
    const moves = this.#state === 'running' || (this.#state === 'idle' && this.#defects.has('moves-when-set'));
    const strength = this.#defects.has('too-strong') ? 2 : 1;
    const wanted = moves ? strength * output.target * this.#machine.share(this.#programme, place, this.#elapsedMs) : 0;
    const max = this.#machine.zones[place]?.max ?? 0;
    const rise = (this.#machine.risesPerS * TICK_MS) / 1000;
    const fall = (max * TICK_MS) / FALLS_MS;
    output.level = output.level < wanted ? Math.min(wanted, output.level + rise) : Math.max(wanted, output.level - fall);
    const lagMs = this.#machine.pressureLagMs;
    if (lagMs !== null) output.pressureMmHg += ((output.level - output.pressureMmHg) * TICK_MS) / lagMs;
  }
}
