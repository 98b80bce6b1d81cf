import { float64 } from './scratch';

/**
 * Medians and quartile ranges over centred windows that shrink at the ends of the series (as pandas' rolling with min_periods = 1). Not
 * core/statistics, which sorts each time: this window stays sorted, and each step replaces one value, so it costs one binary search and one
 * short move. Moves are loops, because for windows this small a call to copyWithin costs more.
 */

class SortedWindow {
  private readonly sorted: Float64Array;
  private size = 0;

  constructor(width: number) {
    this.sorted = float64(width + 1);
  }

  insert(value: number): void {
    const { sorted } = this;
    let at = this.size++;
    while (at > 0 && (sorted[at - 1] ?? 0) > value) {
      sorted[at] = sorted[at - 1] ?? 0;
      at--;
    }
    sorted[at] = value;
  }

  remove(value: number): void {
    const { sorted } = this;
    const last = --this.size;
    for (let at = this.find(value); at < last; at++) sorted[at] = sorted[at + 1] ?? 0;
  }

  /** Replaces one value by another, moving only the values between them. */
  replace(out: number, value: number): void {
    const { sorted, size } = this;
    let at = this.find(out);
    if (value >= out) {
      while (at + 1 < size && (sorted[at + 1] ?? 0) < value) {
        sorted[at] = sorted[at + 1] ?? 0;
        at++;
      }
    } else {
      while (at > 0 && (sorted[at - 1] ?? 0) > value) {
        sorted[at] = sorted[at - 1] ?? 0;
        at--;
      }
    }
    sorted[at] = value;
  }

  /** Third minus first quartile, with linear interpolation between order statistics. */
  quartileRange(): number {
    return this.quantile(0.75) - this.quantile(0.25);
  }

  median(): number {
    const middle = this.size >> 1;
    const upper = this.sorted[middle] ?? 0;
    return this.size % 2 === 1 ? upper : ((this.sorted[middle - 1] ?? 0) + upper) / 2;
  }

  private quantile(q: number): number {
    const position = q * (this.size - 1);
    const below = Math.floor(position);
    const low = this.sorted[below] ?? 0;
    if (below + 1 >= this.size) return low;
    return low + ((this.sorted[below + 1] ?? 0) - low) * (position - below);
  }

  /** Index of a value known to be in the window. */
  private find(value: number): number {
    const { sorted } = this;
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Median of the `width` (odd) values around each; values must be finite. */
export function rollingMedian(values: Float64Array, width: number): Float64Array {
  const out = float64(values.length);
  const window = new SortedWindow(width);
  const half = width >> 1;
  for (let i = -half; i < values.length; i++) {
    const leaving = i - half - 1;
    const entering = i + half;
    if (leaving >= 0 && entering < values.length) window.replace(values[leaving] ?? 0, values[entering] ?? 0);
    else if (leaving >= 0) window.remove(values[leaving] ?? 0);
    else if (entering < values.length) window.insert(values[entering] ?? 0);
    if (i >= 0) out[i] = window.median();
  }
  return out;
}

/** Third minus first quartile of the absolute values of the `width` (odd) values around each; values must be finite. */
export function rollingQuartileRangeOfSizes(values: Float64Array, width: number): Float64Array {
  const out = float64(values.length);
  const window = new SortedWindow(width);
  const half = width >> 1;
  for (let i = -half; i < values.length; i++) {
    const leaving = i - half - 1;
    const entering = i + half;
    if (leaving >= 0 && entering < values.length) window.replace(Math.abs(values[leaving] ?? 0), Math.abs(values[entering] ?? 0));
    else if (leaving >= 0) window.remove(Math.abs(values[leaving] ?? 0));
    else if (entering < values.length) window.insert(Math.abs(values[entering] ?? 0));
    if (i >= 0) out[i] = window.quartileRange();
  }
  return out;
}
