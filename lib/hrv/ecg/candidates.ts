/** A bump of the trace that may be a QRS complex. Positions are sample numbers from the first sample ever pushed, with fractions. */
export interface PeakCandidate {
  /** Where its energy is highest, a whole sample. */
  readonly index: number;
  /** Mean steepness around there, µV over two samples. */
  readonly energyUv: number;
  /** The least energy within 200 ms: the level of the trace where nothing happens. */
  readonly floorUv: number;
  /** Its highest and its lowest point, and how far (µV) each stands from the middle of the trace around it. */
  readonly top: Extreme;
  readonly bottom: Extreme;
}

interface Extreme {
  readonly at: number;
  readonly heightUv: number;
}

/**
 * Half the width of the widest electrical activity of a ventricular beat; the R peak is searched for this far on either side of the most
 * energy.
 */
const SEARCH_S = 0.08;
const ENERGY_S = 0.08;
/** No second beat comes within this time: the heart muscle cannot be excited again (Pan & Tompkins 1985, 200 ms). */
const REFRACTORY_S = 0.2;
/** Samples kept; must be more than any look back needs. */
const KEPT = 512;

/**
 * Finds the bumps, sample by sample, each at most 0.3 s after it. The trace is smoothed with 1-4-6-4-1 (SD of one sample, 8 ms at 130 Hz:
 * white noise falls to half its height, an R peak to four fifths). Steepness is the difference of the neighbours; together both pass about
 * 5 … 35 Hz, so baseline wander and T waves hardly count. The absolute steepness averaged over 80 ms is the energy (the detection function
 * of Hamilton 2002, Open Source ECG Analysis). A bump is the highest energy within 200 ms on either side. For 100 … 200 Hz.
 */
export class CandidateFinder {
  readonly #search: number;
  readonly #half: number;
  readonly #refractory: number;
  readonly #raw: Lane;
  readonly #smooth: Lane;
  readonly #steep: Lane;
  readonly #energy: Lane;
  /** First sample of this unbroken stretch, and the one after its last. */
  #start = 0;
  #end = 0;

  constructor(rateHz: number) {
    this.#search = Math.round(SEARCH_S * rateHz);
    this.#half = Math.round((ENERGY_S / 2) * rateHz);
    this.#refractory = Math.round(REFRACTORY_S * rateHz);
    [this.#raw, this.#smooth, this.#steep, this.#energy] = [new Lane(), new Lane(), new Lane(), new Lane()];
  }

  /** How many samples have been pushed. */
  get end(): number {
    return this.#end;
  }
  /** The most samples from a bump until it is reported. */
  get delay(): number {
    return this.#refractory + this.#half + 3;
  }

  /** Adds one sample, µV; returns the bump that it makes certain, if any. A value that is not a number counts as the sample before. */
  push(microvolts: number): PeakCandidate | null {
    const n = this.#end++;
    const before = n > this.#start ? this.#raw.at(n - 1) : 0;
    this.#raw.set(n, Number.isFinite(microvolts) ? microvolts : before);
    this.#advance(n);
    const index = n - this.delay;
    return index < this.#start ? null : this.#judge(index, n - 3 - this.#half);
  }

  /** Call when the next sample does not continue the trace. Returns the bumps that were still pending. */
  cut(): PeakCandidate[] {
    const last = this.#end - 4 - this.#half;
    const waiting: PeakCandidate[] = [];
    for (let index = Math.max(this.#start, this.#end - this.delay); index <= last; index++) {
      const candidate = this.#judge(index, last);
      if (candidate !== null) waiting.push(candidate);
    }
    this.#start = this.#end;
    return waiting;
  }

  #advance(n: number): void {
    const smooth = n - 2;
    if (smooth - 2 < this.#start) return;
    const raw = (i: number) => this.#raw.at(i);
    this.#smooth.set(smooth, (raw(n) + 4 * raw(n - 1) + 6 * raw(n - 2) + 4 * raw(n - 3) + raw(n - 4)) / 16);
    const steep = smooth - 1;
    if (steep - 3 < this.#start) return;
    this.#steep.set(steep, Math.abs(this.#smooth.at(steep + 1) - this.#smooth.at(steep - 1)));
    // Summed from scratch each time: a running sum would drift, and eleven additions cost little.
    const energy = steep - this.#half;
    if (energy - this.#half - 3 < this.#start) return;
    let sum = 0;
    for (let i = steep - 2 * this.#half; i <= steep; i++) sum += this.#steep.at(i);
    this.#energy.set(energy, sum / (2 * this.#half + 1));
  }

  /** The bump at a sample, if it is the highest around and lies fully within the stretch; energy is known up to `last`. */
  #judge(index: number, last: number): PeakCandidate | null {
    const first = this.#start + this.#half + 3;
    // Both ends of the search must be in the smoothed trace, and one more for the parabola.
    if (index < Math.max(first, this.#start + 3 + this.#search) || index + this.#search + 4 > this.#end) return null;
    const energyUv = this.#energy.at(index);
    if (!(energyUv > 0)) return null;
    let floorUv = energyUv;
    for (let i = Math.max(first, index - this.#refractory); i <= Math.min(last, index + this.#refractory); i++) {
      const other = this.#energy.at(i);
      floorUv = Math.min(floorUv, other);
      if (other > energyUv || (other === energyUv && i < index)) return null;
    }
    return { index, energyUv, floorUv, ...this.#extremes(index) };
  }

  #extremes(index: number): Pick<PeakCandidate, 'top' | 'bottom'> {
    const [from, to] = [index - this.#search, index + this.#search];
    let [top, bottom] = [from, from];
    const values: number[] = [];
    for (let i = from; i <= to; i++) {
      const value = this.#smooth.at(i);
      values.push(value);
      if (value > this.#smooth.at(top)) top = i;
      if (value < this.#smooth.at(bottom)) bottom = i;
    }
    const middle = values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
    return {
      top: { at: this.#vertex(top), heightUv: this.#smooth.at(top) - middle },
      bottom: { at: this.#vertex(bottom), heightUv: middle - this.#smooth.at(bottom) },
    };
  }

  /** Vertex of the parabola through a sample and its neighbours. On a flank, which has no vertex nearby, the sample itself. */
  #vertex(i: number): number {
    const [before, at, after] = [this.#smooth.at(i - 1), this.#smooth.at(i), this.#smooth.at(i + 1)];
    const shift = (before - after) / (2 * (before - 2 * at + after));
    return Math.abs(shift) <= 0.5 ? i + shift : i;
  }
}

/** The last values of an endless series. */
class Lane {
  readonly #values = new Float64Array(KEPT);

  at(i: number): number {
    return this.#values[i % KEPT] ?? 0;
  }
  set(i: number, value: number): void {
    this.#values[i % KEPT] = value;
  }
}
