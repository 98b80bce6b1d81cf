// One long file, because the states of the timer share its step, its time and its record.

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { SessionPlan, SessionStep } from '../../catalogue';
import { lengthS } from '../../catalogue';
import type { Clock } from '../../core/clock';
import { HOUR_MS } from '../../core/time';
import type { SessionEnd } from '../../storage';
import { openRecord } from '../session/open-record';
import { RecordKeeper, type RecordSink } from '../session/record-keeper';
import { findTimerBlocks, type GuidedBlock, type TimerConditions } from './blocks';
import { CountedTime } from './counted-time';
import { isStale, MeasuredExposure, type WaterNotice } from './thermometer';

/** What to show or sound, once each. */
export type Cue = 'step-start' | 'half' | 'ten-seconds' | 'end' | 'out-now';
export type GuidedState = 'ready' | 'running' | 'paused' | 'ended';

export interface GuidedParts {
  /** `sessionClock()` in the app: its timers survive a hidden page. */
  readonly clock: Clock;
  readonly records: RecordSink;
  readonly timeZone: () => string;
  readonly newId: () => string;
  readonly demo: boolean;
  /** How often the user has done this modality before. */
  readonly timesBefore: number;
  readonly cue: (cue: Cue, step: number) => void;
}

const HALF_FROM_S = 60;
const TEN_FROM_S = 20;
/** The wall clock may be this far ahead of the timers before the user is told that time is not counted. Ours. */
const GAP_TOLD_S = 5;
/** Nobody bathes or presses for so long: after a longer gap the machine slept, and the session is over. Ours. */
const LONGEST_GAP_MS = 2 * HOUR_MS;

/**
 * A timer for sessions without a device: steps, cues, and the same record as a device's session. Readings of a thermometer may be passed
 * in; a reading outside the temperature and time of the dose shortens the step or ends it. Only time that its timers saw counts: when the wall
 * clock jumps ahead, either somebody set it or the machine slept, and nobody can tell which. Keeps the time in memory and the record on disk.
 * The caller must call `leave()` when the page goes away.
 */
export class GuidedTimer {
  readonly plan: SessionPlan;
  readonly steps: readonly SessionStep[];
  readonly #parts: GuidedParts;
  readonly #exposure: MeasuredExposure;
  readonly #over = new AbortController();
  readonly #state = signal<GuidedState>('ready');
  readonly #index = signal(0);
  readonly #stepRemainingS = signal(0);
  readonly #remainingS = signal(0);
  readonly #notice = signal<WaterNotice | null>(null);
  readonly #celsius = signal<number | null>(null);
  readonly #recordFailed = signal(false);
  readonly #uncountedS = signal(0);
  readonly #time: CountedTime;
  #keeper: RecordKeeper | null = null;
  #intoMs = 0;
  #activeMs = 0;
  /** When the reading in `celsius` arrived, by `allMs` of the time. */
  #readAtMs = 0;
  #cued = new Set<Cue>();

  constructor(plan: SessionPlan, parts: GuidedParts) {
    this.plan = plan;
    this.steps = plan.steps;
    this.#parts = parts;
    this.#exposure = new MeasuredExposure(parts.timesBefore);
    this.#time = new CountedTime(parts.clock);
    this.#show();
  }

  get state(): ReadonlySignal<GuidedState> {
    return this.#state;
  }
  get stepIndex(): ReadonlySignal<number> {
    return this.#index;
  }
  get stepRemainingS(): ReadonlySignal<number> {
    return this.#stepRemainingS;
  }
  get remainingS(): ReadonlySignal<number> {
    return this.#remainingS;
  }
  get notice(): ReadonlySignal<WaterNotice | null> {
    return this.#notice;
  }
  /** The thermometer's last reading, °C; null when there is none. */
  get celsius(): ReadonlySignal<number | null> {
    return this.#celsius;
  }
  /** The record could not be stored. It is tried again until it is. */
  get recordFailed(): ReadonlySignal<boolean> {
    return this.#recordFailed;
  }

  /** Time of this session that is not counted, because the machine slept or its clock was set, s; 0 for none worth saying. */
  get uncountedS(): ReadonlySignal<number> {
    return this.#uncountedS;
  }

  /** Starts the timer. Returns what blocks it; empty when it started. */
  start(conditions: TimerConditions): readonly GuidedBlock[] {
    const blocks = findTimerBlocks(this.plan, conditions);
    if (blocks.length > 0 || this.#state.value !== 'ready') return blocks;
    const record = openRecord(this.plan, null, this.#parts);
    const failed = (is: boolean) => {
      this.#recordFailed.value = is;
    };
    this.#keeper = new RecordKeeper(record, { sink: this.#parts.records, clock: this.#parts.clock, failed });
    this.#time.start(record.startedAtMs);
    this.#state.value = 'running';
    this.#cue('step-start');
    this.#tick();
    void this.#run();
    return [];
  }

  pause(): void {
    this.#tick();
    if (this.#state.value === 'running') this.#state.value = 'paused';
  }

  resume(): void {
    if (this.#state.value !== 'paused') return;
    this.#time.take();
    this.#state.value = 'running';
  }

  /** Goes to the next step; after the last one the session ends. */
  skip(): void {
    if (this.#state.value === 'running' || this.#state.value === 'paused') this.#nextStep('skipped-to-end');
    this.#show();
  }

  /** Resolves when the record is written. */
  async stop(): Promise<void> {
    await this.#end('stopped');
  }

  /** Takes a reading of the thermometer in bath or sauna, °C, and its age, ms. It counts until it is stale. */
  read(celsius: number, ageMs = 0): void {
    const step = this.steps[this.#index.value];
    if (step === undefined || !Number.isFinite(celsius)) return;
    this.#celsius.value = celsius;
    this.#readAtMs = this.#time.allMs - ageMs;
    if (this.#state.value !== 'running') return;
    this.#exposure.read(celsius, step);
    this.#tick();
  }

  /** The thermometer has no reading any more: it lost its link, is silent, or its probe was pulled out. What it read before still limits the step. */
  loseReading(): void {
    this.#celsius.value = null;
  }

  leave(): void {
    this.#keeper?.closeNow('tab-closed', this.#time.nowMs);
    if (this.#state.value === 'running' || this.#state.value === 'paused') this.#state.value = 'ended';
    this.#over.abort();
  }

  async #run(): Promise<void> {
    const over = this.#over.signal;
    while (!over.aborted) {
      const waitMs = Math.max(1, Math.min(1000, this.#stepLeftMs()));
      try {
        await this.#time.wait(waitMs, over);
      } catch {
        // Ended, or left.
        return;
      }
      this.#tick();
    }
  }

  /** Whole steps may have passed while the page, but not the machine, slept. */
  #tick(): void {
    const { countedMs, gapMs } = this.#time.take();
    let passedMs = countedMs;
    if (isStale(this.#readAtMs, this.#time.allMs)) this.loseReading();
    if (this.#state.value === 'running' && gapMs > LONGEST_GAP_MS) {
      void this.#end('stopped', this.#time.nowMs - gapMs);
      return;
    }
    if (this.#state.value === 'running' && gapMs > GAP_TOLD_S * 1000)
      this.#uncountedS.value = this.#uncountedS.peek() + Math.round(gapMs / 1000);
    while (this.#state.value === 'running') {
      const step = this.steps[this.#index.value];
      if (step === undefined) break;
      const spentMs = Math.min(passedMs, this.#stepLeftMs());
      this.#intoMs += spentMs;
      if (step.pause !== true) this.#activeMs += spentMs;
      this.#exposure.spent(step, spentMs);
      passedMs -= spentMs;
      if (this.#stepLeftMs() > 0) break;
      if (this.#intoMs < step.seconds * 1000) this.#cue('out-now');
      // If the water is too cold or the cabin too hot, the next step is unsafe too.
      const unfit = this.#exposure.notice(step);
      if (unfit === 'too-cold' || unfit === 'too-hot') void this.#end('stopped');
      else this.#nextStep('finished');
    }
    this.#cueWithin();
    this.#note(this.#time.nowMs);
    this.#show();
  }

  #stepLeftMs(): number {
    const step = this.steps[this.#index.value];
    if (step === undefined) return 0;
    return Math.max(0, Math.min(step.seconds * 1000 - this.#intoMs, this.#exposure.leftMs(step)));
  }

  #nextStep(end: SessionEnd): void {
    if (this.#index.value + 1 >= this.steps.length) {
      void this.#end(end);
      return;
    }
    // Set before the signal: a listener may pass in a reading at once, and must find the new step.
    this.#intoMs = 0;
    this.#cued = new Set();
    this.#index.value++;
    this.#cue('step-start');
  }

  /** Gives the cues within a step. A cue that would be late is skipped. */
  #cueWithin(): void {
    const step = this.steps[this.#index.value];
    if (step === undefined || this.#state.value !== 'running') return;
    const leftS = this.#stepLeftMs() / 1000;
    if (step.seconds >= TEN_FROM_S && leftS <= 10) this.#cue('ten-seconds');
    else if (step.seconds >= HALF_FROM_S && this.#intoMs >= step.seconds * 500) this.#cue('half');
  }

  #cue(cue: Cue): void {
    if (this.#cued.has(cue)) return;
    this.#cued.add(cue);
    this.#parts.cue(cue, this.#index.value);
  }

  #note(nowMs: number): void {
    const celsius = this.#celsius.value;
    const seen = { levels: {}, ...(celsius === null ? {} : { temperatureC: celsius }), measured: celsius !== null };
    this.#keeper?.note(nowMs, seen, Math.round(this.#activeMs / 1000));
  }

  /** @param nowMs when it ended, epoch ms */
  async #end(end: SessionEnd, nowMs = this.#time.nowMs): Promise<void> {
    if (this.#state.value === 'ready' || this.#state.value === 'ended') return;
    this.#note(nowMs);
    this.#state.value = 'ended';
    this.#over.abort();
    this.#cue('end');
    this.#show();
    await this.#keeper?.close(end, nowMs);
  }

  #show(): void {
    const index = this.#index.value;
    const step = this.steps[index];
    const over = this.#state.value === 'ended';
    const leftS = over ? 0 : this.#stepLeftMs() / 1000;
    const later = lengthS(this.steps.slice(index + 1));
    batch(() => {
      this.#stepRemainingS.value = leftS;
      this.#remainingS.value = over ? 0 : leftS + later;
      this.#notice.value = step === undefined ? null : this.#exposure.notice(step);
    });
  }
}
