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

/** What a bad device does otherwise; for the conformance test, which must find each. */
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

/** A kind of device: what it says of itself, and how it moves. */
export interface RecoveryMachine {
  readonly feature: OpenRecoveryFeature;
  readonly zones: readonly OpenRecoveryZone[];
  readonly programmes: readonly OpenRecoveryProgramme[];
  /** Running from the start; 0 for none. */
  readonly firstProgramme: number;
  /** What part of its level a zone (by its place) has at this time of a programme, 0 … 1. */
  share(programme: number, place: number, elapsedMs: number): number;
  /** How fast what is put out rises, in the unit of the zone a second. */
  readonly risesPerS: number;
  /** Pressure follows what is put out with this time constant; null: it has none. */
  readonly pressureLagMs: number | null;
}

export interface RecoveryOutput {
  /** What the zone was set to. */
  target: number;
  /** What it puts out now. */
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
/** What is put out falls to nothing within so long. */
const FALLS_MS = 1000;
/** A pause that is longer ends it. */
const LONGEST_PAUSE_MS = 600_000;

/**
 * The state machine of docs/open-recovery-profile.md with something that moves behind it. Keeps all that the device knows; time is the
 * caller's. `told` hears what happens.
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

  /** The same times give the same states, however many calls it takes. */
  runTo(atMs: number): void {
    while (this.#nowMs + TICK_MS <= atMs) this.#tick();
  }

  /** Somebody wrote: the host is still there. */
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

  /** Everything falls to nothing; nothing of what was set is kept. */
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
    // From now on; but never longer in all than the longest.
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
