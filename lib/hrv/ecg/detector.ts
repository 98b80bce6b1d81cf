import { CandidateFinder, type PeakCandidate } from './candidates';
import { Polarity } from './polarity';
import { learned, PeakThresholds } from './thresholds';

/** One R peak. */
export interface RPeak {
  /** Its position: samples since the first one pushed, with a fraction. */
  readonly at: number;
  /** Increases where samples are missing or beats may have been missed: there is no interval between peaks of different stretches. */
  readonly stretch: number;
}

/**
 * This much trace is enough to learn how high the beats of this heart are: half of the beats of a slow heart (30 bpm) are in different
 * thirds of it.
 */
const LEARN_S = 4.5;
/** A bump this soon after a beat, and less than half as steep, is its T wave (Pan & Tompkins 1985). */
const T_WAVE_S = 0.36;
const T_WAVE_SHARE = 0.5;
/** No beat for this many of the usual intervals means that one was too low to be found (Pan & Tompkins 1985, search back). */
const OVERDUE = 1.66;
const SEARCH_BACK_FROM_S = 0.3;
const RR_MEMORY = 8;

interface Bump extends PeakCandidate {
  readonly stretch: number;
}

/**
 * R peaks of an ECG, sample by sample: the bumps of `CandidateFinder`, classified by their energy with the adaptive thresholds, T wave rule
 * and search back of Pan & Tompkins (IEEE Trans Biomed Eng 1985;32:230) in the form of Hamilton (Open Source ECG Analysis, 2002; medians of
 * the last eight). Learns from the first 4.5 s, and again whenever there was no beat for as long or the beats no longer stand out from the
 * noise. The peak is the vertex of the parabola through the highest smoothed sample and its neighbours; for a strap worn upside down, the
 * lowest.
 *
 * A peak is reported at most 0.3 s after it, 4.8 s after it while learning, and 1.66 intervals later when found by searching back. Peaks
 * come in order. How the samples are divided into pushes does not matter. For 100 … 200 Hz.
 */
export class RPeakDetector {
  readonly #finder: CandidateFinder;
  readonly #rateHz: number;
  readonly #thresholds = new PeakThresholds();
  readonly #polarity = new Polarity();
  #learning = true;
  /** Where learning, or waiting for a beat, began. */
  #since = 0;
  /** Bumps since the last beat, or since learning began. */
  #waiting: Bump[] = [];
  #last: Bump | null = null;
  #intervals: number[] = [];
  #stretch = 0;

  constructor(rateHz: number) {
    this.#rateHz = rateHz;
    this.#finder = new CandidateFinder(rateHz);
  }

  /** How many samples have been pushed: the number of the next one. */
  get end(): number {
    return this.#finder.end;
  }

  push(microvolts: ArrayLike<number>): RPeak[] {
    const found: RPeak[] = [];
    for (let i = 0; i < microvolts.length; i++) {
      const candidate = this.#finder.push(microvolts[i] ?? Number.NaN);
      this.#take(candidate, this.#finder.end - this.#finder.delay, found);
    }
    return found;
  }

  /** Call when samples are missing before the next one. What was learned of the heart stays. Returns the last peaks before the cut. */
  cut(): RPeak[] {
    const found: RPeak[] = [];
    for (const candidate of this.#finder.cut()) this.#take(candidate, candidate.index, found);
    // A beat that was missed here cannot be told from one that was never sent.
    if (!this.#learning) this.#waiting = [];
    this.#last = null;
    this.#since = this.#finder.end;
    this.#stretch++;
    return found;
  }

  #take(candidate: PeakCandidate | null, now: number, found: RPeak[]): void {
    const bump = candidate === null ? null : { ...candidate, stretch: this.#stretch };
    if (this.#learning) {
      if (bump !== null) this.#waiting.push(bump);
      if (now - this.#since >= LEARN_S * this.#rateHz) this.#learn(now, found);
      return;
    }
    if (bump !== null) this.#classify(bump, found);
    this.#searchBack(now, found);
    const silent = now - Math.max(this.#since, this.#last?.index ?? 0) >= LEARN_S * this.#rateHz;
    if (silent || this.#thresholds.lost) this.#forget(now);
    if (silent) this.#learn(now, found);
  }

  /** Starts learning again. The number of unseen beats is unknown, so no interval may span this point. */
  #forget(now: number): void {
    this.#learning = true;
    this.#since = now;
    this.#last = null;
    this.#intervals = [];
    this.#stretch++;
    this.#waiting = this.#waiting.map((bump) => ({ ...bump, stretch: this.#stretch }));
  }

  #learn(now: number, found: RPeak[]): void {
    const from = now - LEARN_S * this.#rateHz;
    const recent = this.#waiting.filter(({ index }) => index >= from);
    const energyUv = learned(recent, from, LEARN_S * this.#rateHz);
    this.#learning = energyUv === null;
    this.#waiting = [];
    this.#since = now;
    if (energyUv === null) {
      // No heartbeat found: examine the last two thirds again, together with what comes next.
      this.#since = from + (LEARN_S * this.#rateHz) / 3;
      this.#waiting = recent.filter(({ index }) => index >= this.#since);
      return;
    }
    this.#thresholds.begin(energyUv);
    this.#polarity.begin(recent.filter((bump) => this.#thresholds.isBeat(bump)));
    for (const bump of recent) this.#classify(bump, found);
  }

  #classify(bump: Bump, found: RPeak[]): void {
    const last = this.#last;
    const tWave =
      last !== null &&
      bump.index - last.index < T_WAVE_S * this.#rateHz &&
      bump.energyUv < T_WAVE_SHARE * Math.min(last.energyUv, this.#thresholds.beatUv);
    if (this.#thresholds.isBeat(bump) && !tWave) this.#accept(bump, found);
    else {
      this.#thresholds.noise(bump);
      this.#waiting.push(bump);
    }
  }

  #searchBack(now: number, found: RPeak[]): void {
    const last = this.#last;
    const usual = [...this.#intervals].sort((a, b) => a - b)[this.#intervals.length >> 1];
    if (last === null || usual === undefined || now - last.index < OVERDUE * usual) return;
    let best: Bump | null = null;
    for (const bump of this.#waiting) {
      if (bump.index - last.index < SEARCH_BACK_FROM_S * this.#rateHz || !this.#thresholds.mayBeBeat(bump)) continue;
      if (best === null || bump.energyUv > best.energyUv) best = bump;
    }
    if (best !== null) this.#accept(best, found);
  }

  #accept(bump: Bump, found: RPeak[]): void {
    if (this.#last !== null && this.#last.stretch === bump.stretch) {
      this.#intervals = [...this.#intervals, bump.index - this.#last.index].slice(-RR_MEMORY);
    }
    this.#thresholds.beat(bump);
    this.#last = bump;
    this.#waiting = this.#waiting.filter(({ index }) => index > bump.index);
    found.push({ at: this.#polarity.peak(bump), stretch: bump.stretch });
  }
}
