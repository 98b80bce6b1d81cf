import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Transport } from '../bluetooth/transport';
import type { SessionPlan } from '../catalogue';
import type { Clock } from '../core/clock';
import { findTimerBlocks, type GuidedBlock, type TimerConditions } from '../devices/guided/blocks';
import { type Cue, GuidedTimer } from '../devices/guided/guided-timer';
import type { RecordSink } from '../devices/session/record-keeper';
import { breathSwing, largestSwing, type RateSwing, type ResonanceFinding } from '../hrv';
import { seriesBetween } from './beats';
import { type Breath, phaseAt } from './breath';
import type { BreathHeart } from './heart';
import { SETTLE_S } from './plans';

/** A session that is running, or that has ended and is still shown. */
export interface BreathRun {
  readonly kind: 'session' | 'search';
  readonly timer: GuidedTimer;
  /** Breaths per minute of each of the timer's steps. */
  readonly rates: readonly number[];
  /** Uses the simulated strap. */
  readonly demo: boolean;
}

export interface BreathingSessionsParts {
  /** `sessionClock()`: its timers keep running in a hidden page. */
  readonly clock: Clock;
  readonly records: RecordSink;
  readonly heart: BreathHeart;
  readonly timeZone: () => string;
  readonly newId: () => string;
  /** Called when a search by the user (not the demo) has found a rate, breaths per minute. */
  readonly found: (perMin: number) => void;
}

/**
 * Breathing in the app tab: at most one session or search, whichever screen is open. Keeps it, and the search's result for each rate, until
 * the user dismisses it. The caller must call `leave()` when the page closes.
 */
export class BreathingSessions {
  readonly heart: BreathHeart;
  readonly #parts: BreathingSessionsParts;
  readonly #run = signal<BreathRun | null>(null);
  readonly #seeking = signal(false);
  readonly #breath = signal<Breath | null>(null);
  readonly #rates = signal<readonly RateSwing[]>([]);
  readonly #finding = computed(() => largestSwing(this.#rates.value));
  /** Tones tell when to breathe. */
  readonly sound = signal(true);
  /** Starts with the strap's first beat. */
  #begin: (() => void) | null = null;
  readonly #unfollow: () => void;

  constructor(parts: BreathingSessionsParts) {
    this.#parts = parts;
    this.heart = parts.heart;
    this.#unfollow = effect(() => {
      if (this.heart.beats.value.length > 0) this.#begin?.();
    });
  }

  get run(): ReadonlySignal<BreathRun | null> {
    return this.#run;
  }
  /** A search is waiting for the strap. */
  get seeking(): ReadonlySignal<boolean> {
    return this.#seeking;
  }
  /** The pace to breathe at now; null if nothing runs, or it is paused. */
  get breath(): ReadonlySignal<Breath | null> {
    return this.#breath;
  }
  /** The search's results so far, in the order of its rates. */
  get rates(): ReadonlySignal<readonly RateSwing[]> {
    return this.#rates;
  }
  get finding(): ReadonlySignal<ResonanceFinding | null> {
    return this.#finding;
  }

  /** The breath in the form that a simulated heart takes. */
  paced(): { readonly perMin: number; readonly phase: number } | null {
    const breath = this.#breath.peek();
    return breath === null ? null : { perMin: breath.perMin, phase: phaseAt(breath, this.#parts.clock.now()) };
  }

  /**
   * Starts a session; returns what prevents it. `strap`: also watch the heart rate; the session goes on if there is no strap. `demo`: for
   * an item of the demo's plan.
   */
  start(plan: SessionPlan, strap: Transport | null, now: TimerConditions, demo = false): readonly GuidedBlock[] {
    if (this.busy) return [];
    const run = this.#made('session', plan, strap, demo);
    const blocks = this.#started(run, now);
    if (blocks.length === 0 && strap !== null) this.#listen(strap);
    return blocks;
  }

  /** Connects to the strap and steps through the rates from its first beat on. Returns what prevents it; then nothing has started. */
  search(plan: SessionPlan, strap: Transport, now: TimerConditions): readonly GuidedBlock[] {
    if (this.busy) return [];
    const blocks = findTimerBlocks(plan, now);
    if (blocks.length > 0) return blocks;
    this.dismiss();
    this.#seeking.value = true;
    this.#begin = () => {
      this.#begin = null;
      this.#seeking.value = false;
      this.#started(this.#made('search', plan, strap), now);
    };
    this.#listen(strap);
    return [];
  }

  get busy(): boolean {
    return this.#seeking.value || (this.#run.value !== null && this.#run.value.timer.state.value !== 'ended');
  }

  pause(): void {
    this.#run.value?.timer.pause();
    this.#breath.value = null;
  }

  resume(): void {
    const run = this.#run.value;
    if (run?.timer.state.value !== 'paused') return;
    run.timer.resume();
    this.#breathe(run, run.timer.stepIndex.value);
  }

  /** Ends the session, or the wait for the strap. Resolves when the record is written. */
  async stop(): Promise<void> {
    this.#giveUp();
    await this.#run.value?.timer.stop();
  }

  /** A check takes the strap: a search ends, and a session goes on without the heart rate. */
  yieldStrap(): void {
    this.heart.letGo();
    if (this.#seeking.value || this.#run.value?.kind === 'search') void this.stop();
  }

  /** Dismisses an ended session; a running one stays. */
  dismiss(): void {
    if (this.busy) return;
    batch(() => {
      this.#run.value = null;
      this.#rates.value = [];
    });
  }

  leave(): void {
    this.#unfollow();
    this.#run.value?.timer.leave();
    this.heart.end();
  }

  #listen(strap: Transport): void {
    this.heart.begin(strap).then(
      (listens) => listens || this.#giveUp(),
      (error: unknown) => {
        console.error('breathing strap', error);
        this.#giveUp();
      },
    );
  }

  #giveUp(): void {
    if (!this.#seeking.value) return;
    this.#begin = null;
    this.#seeking.value = false;
    this.heart.end();
  }

  #made(kind: BreathRun['kind'], plan: SessionPlan, strap: Transport | null, forDemo = false): BreathRun {
    const { clock, records, timeZone, newId } = this.#parts;
    const demo = forDemo || strap?.kind === 'simulated';
    const cue = (given: Cue, step: number) => this.#cued(run, given, step);
    const run: BreathRun = {
      kind,
      timer: new GuidedTimer(plan, { clock, records, timeZone, newId, demo, timesBefore: 0, cue }),
      rates: plan.steps.flatMap(({ breathsPerMin }) => breathsPerMin ?? []),
      demo,
    };
    return run;
  }

  #started(run: BreathRun, now: TimerConditions): readonly GuidedBlock[] {
    return batch(() => {
      const blocks = run.timer.start(now);
      if (blocks.length > 0) return blocks;
      this.#rates.value = [];
      this.#run.value = run;
      return [];
    });
  }

  #cued(run: BreathRun, cue: Cue, step: number): void {
    if (cue === 'step-start') {
      this.#measure(run, step - 1);
      this.#breathe(run, step);
    }
    if (cue === 'end') this.#ended(run, step);
  }

  #breathe(run: BreathRun, step: number): void {
    const perMin = run.rates[step];
    this.#breath.value = perMin === undefined ? null : { perMin, fromMs: this.#parts.clock.now() };
  }

  /** The result of the rate that has just ended, without its settling time. */
  #measure(run: BreathRun, step: number): void {
    const perMin = run.rates[step];
    const breath = this.#breath.peek();
    if (run.kind !== 'search' || perMin === undefined || breath === null) return;
    const series = seriesBetween(this.heart.beats.peek(), breath.fromMs + SETTLE_S * 1000, this.#parts.clock.now());
    this.#rates.value = [...this.#rates.peek(), { perMin, swing: breathSwing(series, perMin) }];
  }

  #ended(run: BreathRun, step: number): void {
    const lastSecond = run.timer.stepRemainingS.peek() <= 1;
    if (lastSecond) this.#measure(run, step);
    this.#breath.value = null;
    this.heart.end();
    const finding = this.#finding.peek();
    if (run.kind === 'search' && !run.demo && finding !== null) this.#parts.found(finding.perMin);
  }
}
