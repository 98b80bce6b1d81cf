import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import { measuredIn, type SessionPlan } from '../../catalogue';
import type { Clock } from '../../core/clock';
import { type Elapsed, elapsedBy } from '../../core/elapsed';
import type { LiveDevice } from '../links/live-device';
import type { RecordSink } from '../session/record-keeper';
import type { GuidedBlock, TimerConditions } from './blocks';
import { type Cue, GuidedTimer } from './guided-timer';
import { isStale } from './thermometer';

/** A connected thermometer, or one probe of it, and its last reading, °C; null when it has none. */
export interface Thermometer {
  /** Of a probe, that of the device followed by the number of the probe. */
  readonly id: string;
  readonly device: string;
  /** From 1; null for a thermometer without numbered probes. */
  readonly probe: number | null;
  readonly celsius: number | null;
  /** When that reading arrived, epoch ms; left out where there is none. */
  readonly atMs?: number | undefined;
}

/** Whether a thermometer has no reading that counts, as far as the wall clock can tell. */
export function isSilent({ celsius, atMs }: Pick<Thermometer, 'celsius' | 'atMs'>, nowMs: number): boolean {
  return celsius === null || (atMs !== undefined && isStale(atMs, nowMs));
}

/** The last cue; a new object each time. */
export interface GivenCue {
  readonly cue: Cue;
  readonly step: number;
}

export interface GuidedSessionsParts {
  /** `sessionClock()`: its timers survive a hidden page. */
  readonly clock: Clock;
  readonly records: RecordSink;
  readonly thermometers: ReadonlySignal<readonly Thermometer[]>;
  readonly timeZone: () => string;
  readonly newId: () => string;
}

/**
 * The guided timer of the app tab: at most one, on all screens. Keeps the timer until the user dismisses it, and passes on the readings of
 * the chosen thermometer. The caller must call `leave()` when the page goes away.
 */
export class GuidedSessions {
  readonly #parts: GuidedSessionsParts;
  readonly #timer = signal<GuidedTimer | null>(null);
  readonly #cue = signal<GivenCue | null>(null);
  readonly #thermometer = signal<string | null>(null);
  readonly #elapsed: Elapsed;
  /** The last reading of each thermometer: its date, and when it was heard here, by `#elapsed`. */
  readonly #heard = new Map<string, { readonly atMs: number | undefined; readonly heardMs: number }>();
  readonly #unfollow: () => void;

  constructor(parts: GuidedSessionsParts) {
    this.#parts = parts;
    this.#elapsed = elapsedBy(parts.clock);
    this.#unfollow = effect(() => this.#follow());
  }

  /** Running, paused, or ended and not dismissed yet. */
  get timer(): ReadonlySignal<GuidedTimer | null> {
    return this.#timer;
  }
  get cue(): ReadonlySignal<GivenCue | null> {
    return this.#cue;
  }
  get thermometers(): ReadonlySignal<readonly Thermometer[]> {
    return this.#parts.thermometers;
  }
  /** The thermometer in the bath or sauna; null for none. */
  get thermometer(): ReadonlySignal<string | null> {
    return this.#thermometer;
  }

  /** Whether a thermometer has no reading that counts. A clock that is set neither keeps a reading fresh nor lets it be taken for a new one. */
  isSilent(thermometer: Thermometer): boolean {
    return isSilent(thermometer, this.#parts.clock.now()) || isStale(-this.#ageMs(thermometer), 0);
  }

  /** Since its last reading was heard here, ms. */
  #ageMs({ id }: Thermometer): number {
    const heard = this.#heard.get(id);
    return heard === undefined || heard.atMs === undefined ? 0 : this.#elapsed.ms - heard.heardMs;
  }

  #hear(): void {
    for (const { id, atMs } of this.#parts.thermometers.value) {
      const before = this.#heard.get(id);
      if (before === undefined || before.atMs !== atMs) this.#heard.set(id, { atMs, heardMs: this.#elapsed.ms });
    }
  }

  /** Starts a session. If something blocks it, returns the blocks and starts nothing. Does nothing while a session is running. */
  start(plan: SessionPlan, timesBefore: number, thermometer: string | null, now: TimerConditions, demo = false): readonly GuidedBlock[] {
    const before = this.#timer.value;
    if (before !== null && before.state.value !== 'ended') return [];
    const { clock, records, timeZone, newId } = this.#parts;
    const cue = (given: Cue, step: number) => {
      this.#cue.value = { cue: given, step };
    };
    const timer = new GuidedTimer(plan, {
      clock,
      records,
      timeZone,
      newId,
      demo,
      timesBefore,
      cue,
    });
    // Listeners to the first cue must already find the timer.
    return batch(() => {
      const blocks = timer.start(now);
      if (blocks.length > 0) return blocks;
      this.#thermometer.value = thermometer;
      this.#timer.value = timer;
      return [];
    });
  }

  /** Dismisses a session that has ended; does nothing while one is running. */
  dismiss(): void {
    if (this.#timer.value?.state.value !== 'ended') return;
    batch(() => {
      this.#timer.value = null;
      this.#cue.value = null;
    });
  }

  leave(): void {
    this.#unfollow();
    this.#timer.value?.leave();
  }

  #follow(): void {
    this.#hear();
    const timer = this.#timer.value;
    const chosen = this.#thermometer.value;
    const thermometer = this.#parts.thermometers.value.find(({ id }) => id === chosen);
    const celsius = thermometer?.celsius ?? null;
    if (timer === null || timer.state.value === 'ended') return;
    if (thermometer === undefined || celsius === null || this.isSilent(thermometer)) {
      timer.loseReading();
      return;
    }
    const index = timer.stepIndex.value;
    if (timer.steps[index]?.exposure !== measuredIn(timer.plan)) return;
    // A step may be changing: pass the reading on after that.
    queueMicrotask(() => {
      if (timer.stepIndex.value === index) timer.read(celsius, this.#ageMs(thermometer));
    });
  }
}

/**
 * The connected devices that are thermometers, with one entry for each probe that measures. Whatever service or profile it speaks, its readings
 * are the same. Reads signals.
 */
export function thermometersAmong(live: readonly LiveDevice[]): readonly Thermometer[] {
  return live
    .filter(({ kind, state }) => kind === 'thermometer' && state === 'ready')
    .flatMap(({ id, readings }): readonly Thermometer[] => {
      const temperatures = readings.filter(({ quantity }) => quantity === 'temperature');
      const probes = temperatures.flatMap(({ probe, value, atMs }) =>
        probe === undefined ? [] : [{ id: `${id} ${probe}`, device: id, probe, celsius: value, atMs }],
      );
      return probes.length > 0
        ? probes
        : [{ id, device: id, probe: null, celsius: temperatures[0]?.value ?? null, atMs: temperatures[0]?.atMs }];
    });
}
