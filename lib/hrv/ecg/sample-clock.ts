/** A frame whose end is this far from where the earlier samples put it starts a new stretch. Less than the length of any frame. */
const TOLERANCE_MS = 40;
/** If time goes this far back, the sensor's clock was set; it is not a late frame. */
const SET_BACK_MS = 10_000;
/** This much unbroken trace gives the true rate better than the nominal one; no quartz is off by more than this. */
const TRUST_AFTER_MS = 10_000;
const FURTHEST_OFF = 0.01;
const NS_PER_MS = 1e6;

/** Time between samples, from the timestamps of frames; and whether a frame continues the one before. */
export class SampleClock {
  readonly #labelMs: number;
  #lastNs: bigint | null = null;
  /** First frame of the unbroken stretch, and how many samples came after it. */
  #firstNs: bigint | null = null;
  #since = 0;
  #periodMs: number;

  constructor(rateHz: number) {
    this.#labelMs = 1000 / rateHz;
    this.#periodMs = this.#labelMs;
  }

  /** Adds the next frame: it joins on, samples are missing before it, or it is not newer than the one before. */
  step(endNs: bigint, samples: number): 'joins' | 'gap' | 'stale' {
    const aheadMs = this.#lastNs === null ? null : Number(endNs - this.#lastNs) / NS_PER_MS;
    if (aheadMs !== null && aheadMs <= 0 && aheadMs > -SET_BACK_MS) return 'stale';
    this.#lastNs = endNs;
    const joins = this.#firstNs !== null && aheadMs !== null && Math.abs(aheadMs - samples * this.#periodMs) <= TOLERANCE_MS;
    if (!joins) {
      const first = aheadMs === null;
      this.#firstNs = endNs;
      this.#since = 0;
      return first ? 'joins' : 'gap';
    }
    this.#since += samples;
    this.#measure(endNs);
    return 'joins';
  }

  /** The next frame begins a new stretch, whatever its timestamp. */
  restart(): void {
    this.#firstNs = null;
  }

  get periodMs(): number {
    return this.#periodMs;
  }

  #measure(endNs: bigint): void {
    const elapsedMs = this.#firstNs === null ? 0 : Number(endNs - this.#firstNs) / NS_PER_MS;
    if (elapsedMs < TRUST_AFTER_MS) return;
    const periodMs = elapsedMs / this.#since;
    if (Math.abs(periodMs / this.#labelMs - 1) <= FURTHEST_OFF) this.#periodMs = periodMs;
  }
}
